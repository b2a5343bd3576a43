"""Seats: asked for, held, passed on, given back. The cohort's own row decides who has the last one.

Whoever changes the seats of a cohort locks its row first, by a guarded update of it: from then on
until the commit nobody else counts, and a seat that became free is passed on at once. So where
seats are free, nobody waits for whom they would do.
"""

from dataclasses import dataclass

from bot.domain.courses import HOLD, Booking, BookingState
from bot.domain.ids import BookingId, CohortId, PersonId
from bot.storage import due
from bot.storage.participants import BOOKING, from_row, get, in_cohort, members, of_person
from bot.storage.work import Work

EXPIRES = "seat_held"
"""What is due where a seat waits for a yes. Its subject: the booking."""

_LIVE = "state IN ('waiting', 'held', 'enrolled')"


# Seats. `_lock` comes first in everything that follows.


async def _lock(work: Work, cohort_id: CohortId) -> bool:
    """Nobody else changes the seats of this cohort until the commit. False: it cannot be joined."""
    row = await work.tx.row(
        "UPDATE cohorts SET taken = taken WHERE id = ? RETURNING state", cohort_id
    )
    work.tx.touched = True
    return row is not None and row["state"] == "published"


async def _take(work: Work, cohort_id: CohortId, seats: int) -> bool:
    """So many seats, or none."""
    return await work.tx.changed(
        "UPDATE cohorts SET taken = taken + ? WHERE id = ? AND state = 'published'"
        " AND taken + ? <= capacity RETURNING id",
        seats, cohort_id, seats,
    )  # fmt: skip


async def _give_back(work: Work, cohort_id: CohortId, seats: int) -> None:
    await work.tx.execute(
        "UPDATE cohorts SET taken = taken - ? WHERE id = ? AND taken >= ?", seats, cohort_id, seats
    )


async def _next_number(work: Work, cohort_id: CohortId) -> int:
    row = await work.tx.row(
        "UPDATE cohorts SET numbers = numbers + 1 WHERE id = ? RETURNING numbers", cohort_id
    )
    return row["numbers"] if row else 0


async def _add(work: Work, booking: BookingId, cohort_id: CohortId, person_id: PersonId) -> bool:
    """A person joins a booking, and says yes by it. False where they are in this cohort already."""
    return await work.tx.changed(
        "INSERT INTO participants (id, booking_id, cohort_id, person_id, number, confirmed)"
        " VALUES (?, ?, ?, ?, ?, 1) ON CONFLICT DO NOTHING RETURNING id",
        work.ids.next(), booking, cohort_id, person_id, await _next_number(work, cohort_id),
    )  # fmt: skip


async def book(
    work: Work, cohort_id: CohortId, person_id: PersonId, code: str | None = None
) -> Booking | None:
    """A seat for somebody; with a `code`, two for them and whoever brings it. Where there are not
    enough, the booking waits. None: the cohort is closed, or they are in it already."""
    if not await _lock(work, cohort_id):
        return None
    seats = 2 if code else 1
    number = BookingId(work.ids.next())
    if await in_cohort(work, cohort_id, person_id) is not None:
        return None
    if await _take(work, cohort_id, seats):
        state = BookingState.HELD if code else BookingState.ENROLLED
    else:
        state = BookingState.WAITING
    until = work.now + HOLD if state is BookingState.HELD else None
    await work.tx.execute(
        "INSERT INTO bookings (id, cohort_id, state, seats, code_key, held_until, asked_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        number, cohort_id, state.value, seats, _key(work, code) if code else None, until, work.now,
    )  # fmt: skip
    if not await _add(work, number, cohort_id, person_id):
        raise AssertionError("nobody joins a cohort while its row is locked")
    if until is not None:
        due.plan(work, EXPIRES, number, until, f"{EXPIRES}:{number}:{until}")
    return Booking(number, cohort_id, state, seats, until)


def _key(work: Work, code: str) -> str:
    return work.sealer.index(f"booking:{code}")


async def of_code(work: Work, code: str) -> Booking | None:
    """The booking that waits for a partner who brings this code."""
    row = await work.tx.row(
        "SELECT " + BOOKING + " FROM bookings WHERE code_key = ? AND " + _LIVE, _key(work, code)
    )
    return from_row(row) if row else None


async def join(work: Work, booking: Booking, person_id: PersonId) -> Booking | None:
    """The partner says yes. None: too late, somebody else came, or they are in it already."""
    await _lock(work, booking.cohort_id)
    now = await get(work, booking.id)
    if now is None or now.state not in (BookingState.WAITING, BookingState.HELD):
        return None
    inside = await members(work, booking.id)
    if len(inside) != 1 or now.seats != 2:
        return None
    if await in_cohort(work, booking.cohort_id, person_id) is not None:
        return None
    if not await _add(work, booking.id, booking.cohort_id, person_id):
        return None
    return await _settle(work, booking.id)


async def confirm(work: Work, booking: Booking, person_id: PersonId) -> Booking | None:
    """Somebody says yes to the seat that is held for them. None: it is not any more."""
    await _lock(work, booking.cohort_id)
    said = await work.tx.changed(
        "UPDATE participants SET confirmed = 1 WHERE booking_id = ? AND person_id = ?"
        " AND left_at IS NULL AND EXISTS (SELECT 1 FROM bookings b WHERE b.id = booking_id"
        " AND b.state = 'held') RETURNING id",
        booking.id, person_id,
    )  # fmt: skip
    return await _settle(work, booking.id) if said else None


async def _settle(work: Work, number: BookingId) -> Booking | None:
    """Held seats are theirs once everybody has said yes."""
    await work.tx.execute(
        "UPDATE bookings SET state = 'enrolled', held_until = NULL WHERE id = ? AND state = 'held'"
        " AND seats = (SELECT count(*) FROM participants p WHERE p.booking_id = bookings.id"
        " AND p.left_at IS NULL AND p.confirmed = 1)",
        number,
    )
    found = await get(work, number)
    if found is not None and found.state is BookingState.ENROLLED:
        await due.cancel(work, EXPIRES, number)
    return found


@dataclass(frozen=True, slots=True)
class Change:
    """What came of giving back: the booking as it is now, and those who are offered seats."""

    booking: Booking
    offered: tuple[Booking, ...]


async def leave(work: Work, booking: Booking, person_id: PersonId) -> Change | None:
    """Somebody goes; a partner stays with one seat. None: they were not in it any more."""
    await _lock(work, booking.cohort_id)
    gone = await work.tx.changed(
        "UPDATE participants SET left_at = ? WHERE booking_id = ? AND person_id = ?"
        " AND left_at IS NULL RETURNING id",
        work.now, booking.id, person_id,
    )  # fmt: skip
    before = await get(work, booking.id)
    if not gone or before is None:
        return None
    return await _shrink(work, before, BookingState.LEFT)


async def leave_all(work: Work, person_id: PersonId) -> list[Change]:
    """Somebody goes from every cohort at once: before they are erased."""
    left = [
        await leave(work, booking, person_id) for _, booking in await of_person(work, person_id)
    ]
    return [change for change in left if change is not None]


async def expire(work: Work, number: BookingId) -> tuple[Change, list[PersonId]] | None:
    """Nobody said yes in time, or not both: who did keeps a seat, and the others are passed on.

    Also those who lost their seat by it. None: it was settled in the meantime.
    """
    before = await get(work, number)
    if before is None:
        return None
    await _lock(work, before.cohort_id)
    before = await get(work, number)
    if before is None or before.state is not BookingState.HELD:
        return None
    if before.held_until is not None and before.held_until > work.now:
        return None
    rows = await work.tx.fetch(
        "UPDATE participants SET left_at = ? WHERE booking_id = ? AND left_at IS NULL"
        " AND confirmed = 0 RETURNING person_id",
        work.now, number,
    )  # fmt: skip
    change = await _shrink(work, before, BookingState.EXPIRED)
    return change, [PersonId(row["person_id"]) for row in rows if row["person_id"] is not None]


async def _shrink(work: Work, before: Booking, over: BookingState) -> Change:
    """A booking has as many seats as people, or ends; what it gives back is passed on."""
    left = len(await members(work, before.id))
    if before.state is not BookingState.WAITING and before.seats > left:
        await _give_back(work, before.cohort_id, before.seats - left)
    await work.tx.execute(
        "UPDATE bookings SET seats = ?, state = ?, code_key = NULL, ended_at = CAST(? AS BIGINT)"
        " WHERE id = ? AND " + _LIVE,
        left or before.seats, before.state.value if left else over.value,
        None if left else work.now, before.id,
    )  # fmt: skip
    await _settle(work, before.id)
    if not left:
        await due.cancel(work, EXPIRES, before.id)
    after = await get(work, before.id)
    return Change(after or before, await pass_on(work, before.cohort_id))


async def pass_on(work: Work, cohort_id: CohortId) -> tuple[Booking, ...]:
    """Free seats are held for those who wait longest and for whom they do. No seat stays empty
    while somebody waits who could have it: a couple may be overtaken by somebody alone."""
    if not await _lock(work, cohort_id):
        return ()
    rows = await work.tx.fetch(
        "SELECT " + BOOKING + " FROM bookings WHERE cohort_id = ? AND state = 'waiting'"
        " ORDER BY id LIMIT 200",
        cohort_id,
    )
    offered = []
    for waiting in map(from_row, rows):
        if await _take(work, cohort_id, waiting.seats):
            offered.append(await _hold(work, waiting))
        elif waiting.seats == 1:
            break
    return tuple(offered)


async def _hold(work: Work, waiting: Booking) -> Booking:
    until = work.now + HOLD
    await work.tx.execute(
        "UPDATE bookings SET state = 'held', held_until = ? WHERE id = ?", until, waiting.id
    )
    await work.tx.execute(
        "UPDATE participants SET confirmed = 0 WHERE booking_id = ? AND left_at IS NULL", waiting.id
    )
    due.plan(work, EXPIRES, waiting.id, until, f"{EXPIRES}:{waiting.id}:{until}")
    return Booking(waiting.id, waiting.cohort_id, BookingState.HELD, waiting.seats, until)
