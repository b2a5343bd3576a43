"""Seats: nobody gets one twice, none stays empty while somebody waits, each offer ends."""

import asyncio
from collections import Counter

from bot.domain.courses import HOLD, Booking, BookingState
from bot.domain.ids import BookingId, CohortId, PersonId
from bot.storage import bookings, courses, due, participants, seats
from bot.storage.database import Database
from bot.storage.work import Work
from tests.storage.conftest import HOSSEIN, MARYAM, NOON, Working, meet
from tests.storage.courses import held

CROWD = range(3001, 3013)


async def booked(work: Work, cohort: CohortId, who: PersonId, code: str | None = None) -> Booking:
    booking = await bookings.book(work, cohort, who, code)
    assert booking is not None
    return booking


async def state_of(work: Work, number: BookingId) -> BookingState:
    booking = await participants.get(work, number)
    assert booking is not None
    return booking.state


async def accounted(database: Database, cohort: CohortId) -> tuple[int, int]:
    """Seats as the cohort counts them, and as the bookings do."""
    (row,) = await database.read("SELECT taken FROM cohorts WHERE id = ?", cohort)
    (sums,) = await database.read(
        "SELECT coalesce(sum(seats), 0) AS seats FROM bookings WHERE cohort_id = ?"
        " AND state IN ('held', 'enrolled')",
        cohort,
    )
    return row["taken"], sums["seats"]


async def test_of_many_who_press_at_once_as_many_get_a_seat_as_there_are(
    database: Database, working: Working
) -> None:
    async with working() as work:
        cohort = await held(work, 5)
        crowd = [meet(work, account) for account in CROWD]

    async def press(who: PersonId, code: str | None) -> BookingState:
        async with working() as work:
            return (await booked(work, cohort, who, code)).state

    pressing = [press(who, f"c{who}" if place % 3 == 0 else None)
                for place, who in enumerate(crowd)]  # fmt: skip
    states = Counter(await asyncio.gather(*pressing))
    assert states[BookingState.WAITING] > 0
    assert await accounted(database, cohort) == (5, 5)


async def test_two_presses_of_one_person_take_one_seat(
    database: Database, working: Working
) -> None:
    async with working() as work:
        cohort, maryam = await held(work, 5), meet(work, MARYAM)

    async def press() -> Booking | None:
        async with working() as work:
            return await bookings.book(work, cohort, maryam)

    results = await asyncio.gather(press(), press())
    assert sum(result is not None for result in results) == 1
    assert await accounted(database, cohort) == (1, 1)


async def test_a_seat_given_back_is_offered_to_exactly_one_of_those_who_wait(
    database: Database, working: Working
) -> None:
    async with working() as work:
        cohort = await held(work, 2)
        crowd = [meet(work, account) for account in CROWD]
        made = [await booked(work, cohort, who) for who in crowd[:6]]

    async def go(place: int) -> tuple[Booking, ...]:
        async with working() as work:
            change = await bookings.leave(work, made[place], crowd[place])
            assert change is not None
            return change.offered

    async def come(who: PersonId) -> BookingState:
        async with working() as work:
            return (await booked(work, cohort, who)).state

    passing = asyncio.gather(go(0), go(1))
    coming = await asyncio.gather(*map(come, crowd[6:10]))
    offered = [booking.id for some in await passing for booking in some]
    assert sorted(offered) == [made[2].id, made[3].id]
    assert set(coming) == {BookingState.WAITING}
    assert await accounted(database, cohort) == (2, 2)


async def test_an_offer_that_nobody_takes_passes_on(database: Database, working: Working) -> None:
    async with working() as work:
        cohort = await held(work, 1)
        first, second, third = (meet(work, account) for account in CROWD[:3])
        seat = await booked(work, cohort, first)
        waits, behind = await booked(work, cohort, second), await booked(work, cohort, third)
        assert await participants.ahead_of(work, behind) == 1
        change = await bookings.leave(work, seat, first)
        assert change is not None
        assert [one.id for one in change.offered] == [waits.id]
        assert await due.waiting(work, seats.EXPIRES, waits.id) == NOON + HOLD
    async with working(at=NOON + HOLD - 1) as work:
        assert await bookings.expire(work, waits.id) is None
    async with working(at=NOON + HOLD) as work:
        passed = await bookings.expire(work, waits.id)
        assert passed is not None
        assert passed[1] == [second]
        assert [one.id for one in passed[0].offered] == [behind.id]
        assert await bookings.confirm(work, waits, second) is None
        said = await bookings.confirm(work, behind, third)
        assert said is not None
        assert said.state is BookingState.ENROLLED
        assert await due.waiting(work, seats.EXPIRES, behind.id) is None
    assert await accounted(database, cohort) == (1, 1)


async def test_a_yes_and_the_end_of_the_offer_at_once_leave_one_of_both(
    database: Database, working: Working
) -> None:
    async with working() as work:
        cohort = await held(work, 1)
        first, second = meet(work, MARYAM), meet(work, HOSSEIN)
        seat = await booked(work, cohort, first)
        waits = await booked(work, cohort, second)
        await bookings.leave(work, seat, first)

    async def confirm() -> bool:
        async with working(at=NOON + HOLD) as work:
            return await bookings.confirm(work, waits, second) is not None

    async def expire() -> bool:
        async with working(at=NOON + HOLD) as work:
            return await bookings.expire(work, waits.id) is not None

    assert sorted(await asyncio.gather(confirm(), expire())) == [False, True]
    taken, counted = await accounted(database, cohort)
    assert taken == counted


async def test_a_couple_has_two_seats_once_both_have_said_yes(
    database: Database, working: Working
) -> None:
    async with working() as work:
        cohort = await held(work, 3)
        maryam, hossein, third = (meet(work, account) for account in CROWD[:3])
        booking = await booked(work, cohort, maryam, "code")
        assert (booking.state, booking.seats) == (BookingState.HELD, 2)
        found = await bookings.of_code(work, "code")
        assert found is not None
        assert await bookings.join(work, found, maryam) is None
        joined = await bookings.join(work, found, hossein)
        assert joined is not None
        assert (joined.state, joined.paired) == (BookingState.HELD, False)
        assert await bookings.join(work, found, third) is None
        # The partner cannot say for the other who it is that came.
        assert await bookings.vouch(work, joined, hossein) is None
        both = await bookings.vouch(work, joined, maryam)
        assert both is not None
        assert both.state is BookingState.ENROLLED
        assert len(await participants.enrolled(work, cohort)) == 2
    assert await accounted(database, cohort) == (2, 2)


async def test_two_who_open_one_link_at_once_are_not_both_the_partner(
    database: Database, working: Working
) -> None:
    async with working() as work:
        cohort = await held(work, 2)
        maryam, *others = (meet(work, account) for account in CROWD[:3])
        booking = await booked(work, cohort, maryam, "code")

    async def join(who: PersonId) -> bool:
        async with working() as work:
            return await bookings.join(work, booking, who) is not None

    assert sorted(await asyncio.gather(*map(join, others))) == [False, True]
    assert await accounted(database, cohort) == (2, 2)


async def test_where_a_partner_never_comes_one_seat_stays_and_one_is_passed_on(
    database: Database, working: Working
) -> None:
    async with working() as work:
        cohort = await held(work, 2)
        maryam, hossein = meet(work, MARYAM), meet(work, HOSSEIN)
        couple = await booked(work, cohort, maryam, "code")
        waits = await booked(work, cohort, hossein)
    async with working(at=NOON + HOLD) as work:
        passed = await bookings.expire(work, couple.id)
        assert passed is not None
        assert (passed[0].booking.state, passed[0].booking.seats) == (BookingState.ENROLLED, 1)
        assert passed[1] == []
        assert await state_of(work, waits.id) is BookingState.HELD
        assert await bookings.of_code(work, "code") is None
    assert await accounted(database, cohort) == (2, 2)


async def test_either_of_a_couple_may_leave_and_the_other_stays(
    database: Database, working: Working
) -> None:
    async with working() as work:
        cohort = await held(work, 2)
        maryam, hossein = meet(work, MARYAM), meet(work, HOSSEIN)
        booking = await booked(work, cohort, maryam, "code")
        await bookings.join(work, booking, hossein)
        await bookings.vouch(work, booking, maryam)
        change = await bookings.leave(work, booking, maryam)
        assert change is not None
        assert (change.booking.state, change.booking.seats) == (BookingState.ENROLLED, 1)
        assert await bookings.leave(work, booking, maryam) is None
    assert await accounted(database, cohort) == (1, 1)
    async with working() as work:
        await bookings.leave_all(work, hossein)
    assert await accounted(database, cohort) == (0, 0)


async def test_a_canceled_cohort_gives_no_seat_any_more(working: Working) -> None:
    async with working() as work:
        cohort, maryam = await held(work, 1), meet(work, MARYAM)
        assert await courses.cancel(work, cohort)
        assert await bookings.book(work, cohort, maryam) is None
        assert not await courses.cancel(work, cohort)
