"""Bookings: seats asked for, shared with a partner, confirmed, given back.

Whoever changes them locks the row of the cohort first (`seats.lock`), and what becomes free is
passed on in the same transaction (`waiting.pass_on`). So where seats are free, nobody waits for
whom they would do.
"""

from collections.abc import Collection
from dataclasses import dataclass

from bot.domain.courses import Booking, BookingState, Participant
from bot.domain.ids import BookingId, CohortId, ParticipantId, PersonId
from bot.storage import due, seats, waiting
from bot.storage.participants import BOOKING, from_row, get, in_cohort, members, of_person
from bot.storage.work import Work

_LIVE = "state IN ('waiting', 'held', 'enrolled')"
_OPEN = (BookingState.WAITING, BookingState.HELD)


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
    enough, the booking waits.

    None: the first lesson has begun, they are in it already, or it is too late to wait or to
    hold a seat for a partner.
    """
    room = await seats.lock(work, cohort_id)
    until = room.held_until(work.now)
    if not room.is_open(work.now) or (code is not None and until is None):
        return None
    if await in_cohort(work, cohort_id, person_id) is not None:
        return None
    count = 2 if code else 1
    if await seats.take(work, cohort_id, count):
        state = BookingState.HELD if code else BookingState.ENROLLED
    elif until is None:
        return None
    else:
        state = BookingState.WAITING
    number = BookingId(work.ids.next())
    held = until if state is BookingState.HELD else None
    await work.tx.execute(
        "INSERT INTO bookings (id, cohort_id, state, seats, code_key, held_until, asked_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        number, cohort_id, state.value, count, _key(work, code) if code else None, held, work.now,
    )  # fmt: skip
    if not await _add(work, number, cohort_id, person_id):
        raise AssertionError("nobody joins a cohort while its row is locked")
    if held is not None:
        seats.expires(work, number, held)
    return Booking(number, cohort_id, state, count, held)


# A partner.


def _key(work: Work, code: str) -> str:
    return work.sealer.index(f"booking:{code}")


async def of_code(work: Work, code: str) -> Booking | None:
    """The booking that waits for a partner who brings this code."""
    row = await work.tx.row(
        "SELECT " + BOOKING + " FROM bookings WHERE code_key = ? AND " + _LIVE, _key(work, code)
    )
    return from_row(row) if row else None


async def join(work: Work, booking: Booking, person_id: PersonId) -> Booking | None:
    """The partner says yes; whoever invited must still say that it is them (`vouch`).

    None: too late, somebody else came, or they are in it already.
    """
    room = await seats.lock(work, booking.cohort_id)
    now = await get(work, booking.id)
    if not room.is_open(work.now) or now is None or now.state not in _OPEN or now.seats != 2:
        return None
    if len(await members(work, booking.id)) != 1:
        return None
    if await in_cohort(work, booking.cohort_id, person_id) is not None:
        return None
    if not await _add(work, booking.id, booking.cohort_id, person_id):
        return None
    await work.tx.execute("UPDATE bookings SET paired = 0 WHERE id = ?", booking.id)
    return await get(work, booking.id)


async def invited(work: Work, booking: Booking, person_id: PersonId) -> bool:
    """Whether this is who asked for the seats, and not the partner."""
    inside = await members(work, booking.id)
    return bool(inside) and inside[0].person_id == person_id


async def _pair(work: Work, booking: Booking, person_id: PersonId) -> bool:
    return await invited(work, booking, person_id) and await work.tx.changed(
        "UPDATE bookings SET paired = 1 WHERE id = ? AND paired = 0"
        " AND state IN ('waiting', 'held') RETURNING id",
        booking.id,
    )


async def vouch(work: Work, booking: Booking, person_id: PersonId) -> Booking | None:
    """Whoever invited says that it is their partner who came. None: that is settled already."""
    await seats.lock(work, booking.cohort_id)
    if not await _pair(work, booking, person_id):
        return None
    return await _settle(work, booking.id)


async def turn_away(
    work: Work, booking: Booking, person_id: PersonId, code: str
) -> Participant | None:
    """It is somebody else who came: they go again, and only the new `code` opens the seat.

    Who had come; None: that is settled already.
    """
    await seats.lock(work, booking.cohort_id)
    if not await _pair(work, booking, person_id):
        return None
    stranger = (await members(work, booking.id))[-1]
    await _go(work, [stranger.id])
    await work.tx.execute(
        "UPDATE bookings SET code_key = ? WHERE id = ?", _key(work, code), booking.id
    )
    return stranger


async def recode(work: Work, number: BookingId, person_id: PersonId, code: str) -> bool:
    """Only this code opens the seat of the partner from now on. False: nobody is awaited."""
    booking = await get(work, number)
    if booking is None or not await invited(work, booking, person_id):
        return False
    return await work.tx.changed(
        "UPDATE bookings SET code_key = ? WHERE id = ? AND seats = 2 AND state IN"
        " ('waiting', 'held') AND (SELECT count(*) FROM participants p WHERE p.booking_id ="
        " bookings.id AND p.left_at IS NULL) = 1 RETURNING id",
        _key(work, code), number,
    )  # fmt: skip


# A yes.


async def confirm(work: Work, booking: Booking, person_id: PersonId) -> Booking | None:
    """Somebody says yes to the seat that is held for them; of whoever invited, this is a yes to
    the partner, too. None: it is not held any more."""
    await seats.lock(work, booking.cohort_id)
    said = await work.tx.changed(
        "UPDATE participants SET confirmed = 1 WHERE booking_id = ? AND person_id = ?"
        " AND left_at IS NULL AND EXISTS (SELECT 1 FROM bookings b WHERE b.id = booking_id"
        " AND b.state = 'held') RETURNING id",
        booking.id, person_id,
    )  # fmt: skip
    if not said:
        return None
    await _pair(work, booking, person_id)
    return await _settle(work, booking.id)


async def _settle(work: Work, number: BookingId) -> Booking | None:
    """Held seats are theirs once everybody has said yes."""
    await work.tx.execute(
        "UPDATE bookings SET state = 'enrolled', held_until = NULL WHERE id = ? AND state = 'held'"
        " AND paired = 1 AND seats = (SELECT count(*) FROM participants p"
        " WHERE p.booking_id = bookings.id AND p.left_at IS NULL AND p.confirmed = 1)",
        number,
    )
    found = await get(work, number)
    if found is not None and found.state is BookingState.ENROLLED:
        await due.cancel(work, seats.EXPIRES, number)
    return found


# Going.


@dataclass(frozen=True, slots=True)
class Change:
    """What came of giving back: the booking as it is now, and those who are offered seats."""

    booking: Booking
    offered: tuple[Booking, ...]


async def _go(work: Work, those: Collection[ParticipantId]) -> bool:
    """They take part no longer. False where they did not any more."""
    gone = [
        await work.tx.changed(
            "UPDATE participants SET left_at = ? WHERE id = ? AND left_at IS NULL RETURNING id",
            work.now, one,
        )
        for one in those
    ]  # fmt: skip
    return any(gone)


async def leave(work: Work, booking: Booking, person_id: PersonId) -> Change | None:
    """Somebody goes; a partner stays with one seat. None: they were not in it any more."""
    await seats.lock(work, booking.cohort_id)
    inside = [one.id for one in await members(work, booking.id) if one.person_id == person_id]
    before = await get(work, booking.id)
    if before is None or not await _go(work, inside):
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
    A partner for whom nobody vouched keeps none.

    Also those who lost their seat by it. None: it was settled in the meantime.
    """
    before = await get(work, number)
    if before is None:
        return None
    await seats.lock(work, before.cohort_id)
    before = await get(work, number)
    if before is None or before.state is not BookingState.HELD:
        return None
    if before.held_until is not None and before.held_until > work.now:
        return None
    silent = [
        one
        for place, one in enumerate(await members(work, number))
        if not one.confirmed or (place > 0 and not before.paired)
    ]
    await _go(work, [one.id for one in silent])
    change = await _shrink(work, before, BookingState.EXPIRED)
    return change, [one.person_id for one in silent if one.person_id is not None]


async def drop(work: Work, booking: Booking, those: Collection[ParticipantId]) -> Change | None:
    """Seats were held for people who cannot hear of it: they are passed on at once, and a partner
    who can keeps theirs. None: it was settled in the meantime."""
    await seats.lock(work, booking.cohort_id)
    before = await get(work, booking.id)
    if before is None or before.state is not BookingState.HELD or not await _go(work, those):
        return None
    return await _shrink(work, before, BookingState.EXPIRED)


async def _shrink(work: Work, before: Booking, over: BookingState) -> Change:
    """A booking has as many seats as people, or ends; what it gives back is passed on."""
    left = len(await members(work, before.id))
    if before.state is not BookingState.WAITING and before.seats > left:
        await seats.give_back(work, before.cohort_id, before.seats - left)
    await work.tx.execute(
        "UPDATE bookings SET seats = ?, state = ?, code_key = NULL, paired = 1,"
        " ended_at = CAST(? AS BIGINT) WHERE id = ? AND " + _LIVE,
        left or before.seats, before.state.value if left else over.value,
        None if left else work.now, before.id,
    )  # fmt: skip
    await _settle(work, before.id)
    if not left:
        await due.cancel(work, seats.EXPIRES, before.id)
    after = await get(work, before.id)
    return Change(after or before, await waiting.pass_on(work, before.cohort_id))
