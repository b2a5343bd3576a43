"""Who takes part in what: read by everybody who needs it; `bookings` changes it."""

from bot.domain.courses import Booking, BookingState, Participant
from bot.domain.ids import BookingId, CohortId, ParticipantId, PersonId
from bot.storage.database import Row
from bot.storage.work import Work

BOOKING = "id, cohort_id, state, seats, held_until"
_PARTICIPANT = "id, booking_id, cohort_id, person_id, number, confirmed, name"


def from_row(row: Row) -> Booking:
    return Booking(
        BookingId(row["id"]), CohortId(row["cohort_id"]), BookingState(row["state"]), row["seats"],
        row["held_until"],
    )  # fmt: skip


def _participant(work: Work, row: Row) -> Participant:
    who = row["person_id"]
    return Participant(
        ParticipantId(row["id"]), BookingId(row["booking_id"]), CohortId(row["cohort_id"]),
        PersonId(who) if who is not None else None, row["number"], bool(row["confirmed"]),
        work.open(row["name"], "participants.name", row["id"]),
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
        "SELECT " + ", ".join(f"p.{name}" for name in _PARTICIPANT.split(", "))
        + ", b.state, b.seats, b.held_until FROM participants p"
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
        "SELECT " + ", ".join(f"p.{name}" for name in _PARTICIPANT.split(", "))
        + " FROM participants p JOIN bookings b ON b.id = p.booking_id WHERE b.cohort_id = ?"
        " AND b.state = 'enrolled' AND p.left_at IS NULL ORDER BY p.number",
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


async def concerned(work: Work, cohort_id: CohortId) -> list[PersonId]:
    """Everybody who has a seat or waits for one."""
    rows = await work.tx.fetch(
        "SELECT p.person_id FROM participants p JOIN bookings b ON b.id = p.booking_id"
        " WHERE b.cohort_id = ? AND b.state IN ('waiting', 'held', 'enrolled')"
        " AND p.left_at IS NULL AND p.person_id IS NOT NULL ORDER BY p.number",
        cohort_id,
    )
    return [PersonId(row["person_id"]) for row in rows]


async def show_name(work: Work, number: ParticipantId, name: str) -> None:
    """The name by which the facilitator may know them; empty: none any more."""
    sealed = work.seal(name, "participants.name", number) if name else None
    await work.tx.execute("UPDATE participants SET name = ? WHERE id = ?", sealed, number)
