"""The waiting list of a cohort: what becomes free is held for the next, until the list ends.

No seat stays empty while somebody waits who could have it: a couple, which needs two, may be
overtaken by somebody alone.
"""

from bot.domain.courses import TOO_LATE, Booking
from bot.domain.ids import BookingId, CohortId
from bot.storage import due, seats
from bot.storage.participants import BOOKING, from_row
from bot.storage.work import Work

ENDS = "waiting_ends"
"""What is due where nobody waits for a cohort any more. Its subject: the cohort."""


async def pass_on(work: Work, cohort_id: CohortId) -> tuple[Booking, ...]:
    """Free seats are held for those who wait longest and for whom they do; shortly before the
    first lesson for nobody."""
    room = await seats.lock(work, cohort_id)
    until, free = room.held_until(work.now), room.free
    offered: list[Booking] = []
    while until is not None and free > 0:
        row = await work.tx.row(
            "UPDATE bookings SET state = 'held', held_until = ? WHERE id = (SELECT w.id FROM"
            " bookings w WHERE w.cohort_id = ? AND w.state = 'waiting' AND w.seats <= ?"
            " ORDER BY w.id LIMIT 1) RETURNING " + BOOKING,
            until, cohort_id, free,
        )  # fmt: skip
        if row is None or not await seats.take(work, cohort_id, row["seats"]):
            break
        await work.tx.execute(
            "UPDATE participants SET confirmed = 0 WHERE booking_id = ? AND left_at IS NULL",
            row["id"],
        )
        seats.expires(work, BookingId(row["id"]), until)
        free -= row["seats"]
        offered.append(from_row(row))
    return tuple(offered)


async def hold_until(work: Work, booking: Booking, until: int) -> Booking:
    """Held seats wait for a yes until another moment."""
    row = await work.tx.row(
        "UPDATE bookings SET held_until = ? WHERE id = ? AND state = 'held' RETURNING " + BOOKING,
        until, booking.id,
    )  # fmt: skip
    work.tx.touched = True
    if row is None:
        return booking
    await due.cancel(work, seats.EXPIRES, booking.id)
    seats.expires(work, booking.id, until)
    return from_row(row)


async def resize(work: Work, cohort_id: CohortId, capacity: int) -> tuple[Booking, ...] | None:
    """A cohort has so many seats from now on: more of them are passed on at once. None: so many
    are taken already that it cannot have fewer."""
    await seats.lock(work, cohort_id)
    won = await work.tx.changed(
        "UPDATE cohorts SET capacity = ? WHERE id = ? AND taken <= ?"
        " AND state IN ('draft', 'published') RETURNING id",
        capacity, cohort_id, capacity,
    )  # fmt: skip
    return await pass_on(work, cohort_id) if won else None


async def retime(work: Work, cohort_id: CohortId) -> tuple[Booking, ...]:
    """The dates have changed: no seat is held too long, the waiting list ends in time, and what
    can be held again is passed on."""
    room = await seats.lock(work, cohort_id)
    await due.cancel(work, ENDS, cohort_id)
    if not room.published:
        return ()
    ends = max(work.now, room.first - TOO_LATE if room.first is not None else 0)
    due.plan(work, ENDS, cohort_id, ends, f"{ENDS}:{cohort_id}:{ends}:{work.now}")
    most = room.held_until(work.now) or work.now
    rows = await work.tx.fetch(
        "SELECT " + BOOKING + " FROM bookings WHERE cohort_id = ? AND state = 'held'"
        " AND held_until > ? ORDER BY id",
        cohort_id, most,
    )  # fmt: skip
    for held in map(from_row, rows):
        await hold_until(work, held, most)
    return await pass_on(work, cohort_id)


async def end(work: Work, cohort_id: CohortId, *, held: bool = False) -> bool:
    """Nobody waits any more; with `held`, nothing is held for anybody either. Whether anybody did.

    Those whose bookings end by it are found by this moment: see `participants.audience`.
    """
    await seats.lock(work, cohort_id)
    rows = await work.tx.fetch(
        "UPDATE bookings SET state = 'expired', ended_at = ?, code_key = NULL WHERE cohort_id = ?"
        " AND (state = 'waiting' OR (state = 'held' AND ? = 1)) RETURNING id, seats, held_until",
        work.now, cohort_id, int(held),
    )  # fmt: skip
    for row in rows:
        await work.tx.execute(
            "UPDATE participants SET left_at = ? WHERE booking_id = ? AND left_at IS NULL",
            work.now, row["id"],
        )  # fmt: skip
        if row["held_until"] is not None:
            await seats.give_back(work, cohort_id, row["seats"])
            await due.cancel(work, seats.EXPIRES, row["id"])
    return bool(rows)
