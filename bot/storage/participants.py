"""Who takes part in what: read by everybody who needs it; `bookings` changes it."""

from dataclasses import dataclass

from bot.domain.courses import Among, Booking, BookingState, Participant
from bot.domain.ids import BookingId, CohortId, ParticipantId, PersonId
from bot.storage.database import Row
from bot.storage.work import Work

BOOKING = "id, cohort_id, state, seats, held_until, paired"
_PARTICIPANT = "id, booking_id, cohort_id, person_id, number, confirmed, name, calendar"
_COLUMNS = ", ".join(f"p.{name}" for name in _PARTICIPANT.split(", "))


def from_row(row: Row) -> Booking:
    return Booking(
        BookingId(row["id"]), CohortId(row["cohort_id"]), BookingState(row["state"]), row["seats"],
        row["held_until"], bool(row["paired"]),
    )  # fmt: skip


def _participant(work: Work, row: Row) -> Participant:
    who = row["person_id"]
    return Participant(
        ParticipantId(row["id"]), BookingId(row["booking_id"]), CohortId(row["cohort_id"]),
        PersonId(who) if who is not None else None, row["number"], bool(row["confirmed"]),
        work.open(row["name"], "participants.name", row["id"]), bool(row["calendar"]),
    )  # fmt: skip


async def get(work: Work, number: BookingId) -> Booking | None:
    row = await work.tx.row("SELECT " + BOOKING + " FROM bookings WHERE id = ?", number)
    return from_row(row) if row else None


async def members(work: Work, number: BookingId) -> list[Participant]:
    """Who belongs to a booking now, the first one first."""
    rows = await work.tx.fetch(
        "SELECT " + _PARTICIPANT + " FROM participants WHERE booking_id = ? AND left_at IS NULL"
        " ORDER BY id",
        number,
    )
    return [_participant(work, row) for row in rows]


async def participant(work: Work, number: ParticipantId) -> Participant | None:
    row = await work.tx.row(
        "SELECT " + _PARTICIPANT + " FROM participants WHERE id = ? AND left_at IS NULL", number
    )
    return _participant(work, row) if row else None


async def of_person(work: Work, person_id: PersonId) -> list[tuple[Participant, Booking]]:
    """The bookings of somebody that live, the oldest first."""
    rows = await work.tx.fetch(
        "SELECT " + _COLUMNS + ", b.state, b.seats, b.held_until, b.paired FROM participants p"
        " JOIN bookings b ON b.id = p.booking_id WHERE p.person_id = ? AND p.left_at IS NULL"
        " AND b.state IN ('waiting', 'held', 'enrolled') ORDER BY p.id",
        person_id,
    )  # fmt: skip
    return [(_participant(work, row), from_row({**row, "id": row["booking_id"]})) for row in rows]


async def in_cohort(
    work: Work, cohort_id: CohortId, person_id: PersonId
) -> tuple[Participant, Booking] | None:
    """Somebody's booking in this cohort."""
    found = await of_person(work, person_id)
    return next((one for one in found if one[1].cohort_id == cohort_id), None)


async def enrolled(work: Work, cohort_id: CohortId) -> list[Participant]:
    """Those who have a seat for certain, by their number."""
    rows = await work.tx.fetch(
        "SELECT " + _COLUMNS + " FROM participants p JOIN bookings b ON b.id = p.booking_id"
        " WHERE b.cohort_id = ? AND b.state = 'enrolled' AND p.left_at IS NULL ORDER BY p.number",
        cohort_id,
    )  # fmt: skip
    return [_participant(work, row) for row in rows]


async def ahead_of(work: Work, booking: Booking) -> int:
    """How many bookings wait longer than this one."""
    row = await work.tx.row(
        "SELECT count(*) AS found FROM bookings WHERE cohort_id = ? AND state = 'waiting'"
        " AND id < ?",
        booking.cohort_id, booking.id,
    )  # fmt: skip
    return row["found"] if row else 0


async def waiting(work: Work, cohort_id: CohortId) -> int:
    """How many people wait for a seat, or have not said yes to theirs."""
    row = await work.tx.row(
        "SELECT coalesce(sum(seats), 0) AS found FROM bookings WHERE cohort_id = ?"
        " AND state IN ('waiting', 'held')",
        cohort_id,
    )
    return row["found"] if row else 0


# Many at once, some at a time.


@dataclass(frozen=True, slots=True)
class Audience:
    """Those of a cohort who are to hear something. `at`: the moment (epoch ms) at which bookings
    ended that are meant; `last`: the highest number of a participant then."""

    cohort_id: CohortId
    among: Among
    at: int
    last: int


_MEANT = (
    "((? = 1 AND p.left_at IS NULL AND b.state IN ('waiting', 'held'))"
    " OR (? = 1 AND p.left_at IS NULL AND b.state = 'enrolled')"
    " OR (? = 1 AND b.state = 'expired' AND b.ended_at = ? AND p.left_at = b.ended_at))"
)
_FLAGS = {
    Among.LIVE: (1, 1, 0),
    Among.SEATED: (0, 1, 0),
    Among.ENDED: (0, 0, 1),
    Among.ANYBODY: (1, 1, 1),
}


async def audience(work: Work, cohort_id: CohortId, among: Among) -> Audience:
    """Those who are meant at this moment, and nobody who comes later."""
    row = await work.tx.row("SELECT numbers FROM cohorts WHERE id = ?", cohort_id)
    return Audience(cohort_id, among, work.now, row["numbers"] if row else 0)


async def some_of(work: Work, those: Audience, after: int, limit: int) -> list[Participant]:
    """So many of them at most, behind the number `after`; none who was erased."""
    rows = await work.tx.fetch(
        "SELECT " + _COLUMNS + " FROM participants p JOIN bookings b ON b.id = p.booking_id"
        " WHERE p.cohort_id = ? AND p.number > ? AND p.number <= ? AND p.person_id IS NOT NULL"
        " AND " + _MEANT + " ORDER BY p.number LIMIT ?",
        those.cohort_id, after, those.last, *_FLAGS[those.among], those.at, limit,
    )  # fmt: skip
    return [_participant(work, row) for row in rows]


async def count_of(work: Work, those: Audience) -> int:
    row = await work.tx.row(
        "SELECT count(*) AS found FROM participants p JOIN bookings b ON b.id = p.booking_id"
        " WHERE p.cohort_id = ? AND p.number <= ? AND p.person_id IS NOT NULL AND " + _MEANT,
        those.cohort_id, those.last, *_FLAGS[those.among], those.at,
    )  # fmt: skip
    return row["found"] if row else 0


async def keeps_calendar(work: Work, number: ParticipantId) -> None:
    """They took the calendar file: what changes reaches their calendar, too."""
    await work.tx.execute("UPDATE participants SET calendar = 1 WHERE id = ?", number)


async def show_name(work: Work, number: ParticipantId, name: str) -> None:
    """The name by which the facilitator may know them; empty: none any more."""
    sealed = work.seal(name, "participants.name", number) if name else None
    await work.tx.execute("UPDATE participants SET name = ? WHERE id = ?", sealed, number)
