"""The waiting list: how long a seat is held, and when nobody waits any more."""

from bot.domain.courses import HOLD, HOUR, BookingState
from bot.storage import bookings, courses, due, lessons, participants, seats, waiting
from bot.storage.database import Database
from tests.storage.conftest import HOSSEIN, MARYAM, NOON, Working, meet
from tests.storage.courses import FIRST, held
from tests.storage.test_bookings import CROWD, accounted, booked, state_of


async def test_a_seat_is_held_for_half_of_the_time_that_is_left_and_not_in_the_last_hour(
    database: Database, working: Working
) -> None:
    async with working() as work:
        cohort = await held(work, 2)
        one, two, three, four = (meet(work, account) for account in CROWD[:4])
        seat, other = await booked(work, cohort, one), await booked(work, cohort, two)
        waits, behind = await booked(work, cohort, three), await booked(work, cohort, four)
    async with working(at=FIRST - 6 * HOUR) as work:
        change = await bookings.leave(work, seat, one)
        assert change is not None
        assert [offer.held_until for offer in change.offered] == [FIRST - 3 * HOUR]
    async with working(at=FIRST - HOUR) as work:
        passed = await bookings.expire(work, waits.id)
        assert passed is not None
        assert passed[0].offered == ()
        change = await bookings.leave(work, other, two)
        assert change is not None
        assert change.offered == ()
        # A free seat can still be taken, until it begins; nobody waits, and no partner is awaited.
        assert (await booked(work, cohort, one)).state is BookingState.ENROLLED
        assert await bookings.book(work, cohort, two, "code") is None
        assert (await booked(work, cohort, two)).state is BookingState.ENROLLED
        assert await bookings.book(work, cohort, three) is None
    async with working(at=FIRST) as work:
        assert await bookings.leave(work, behind, four) is not None
        assert await bookings.book(work, cohort, four) is None
    assert await accounted(database, cohort) == (2, 2)


async def test_a_first_lesson_that_is_moved_changes_how_long_seats_are_held(
    database: Database, working: Working
) -> None:
    async with working() as work:
        cohort = await held(work, 1)
        one, two = meet(work, MARYAM), meet(work, HOSSEIN)
        seat, waits = await booked(work, cohort, one), await booked(work, cohort, two)
        await bookings.leave(work, seat, one)
        first, _ = await lessons.of_cohort(work, cohort)
        assert await lessons.move(work, first, NOON + 4 * HOUR)
        assert await waiting.retime(work, cohort) == ()
        assert await due.waiting(work, seats.EXPIRES, waits.id) == NOON + 2 * HOUR
        assert await due.waiting(work, waiting.ENDS, cohort) == NOON + 3 * HOUR
    async with working(at=NOON + 2 * HOUR) as work:
        assert await bookings.expire(work, waits.id) is not None
    assert await accounted(database, cohort) == (0, 0)


async def test_nobody_waits_for_a_course_that_is_canceled_or_begins(
    database: Database, working: Working
) -> None:
    async with working() as work:
        canceled, begins = await held(work, 1), await held(work, 1)
        people = [meet(work, account) for account in CROWD[:3]]
        for cohort in (canceled, begins):
            made = [await booked(work, cohort, who) for who in people]
            await bookings.leave(work, made[0], people[0])
        assert await courses.cancel(work, canceled)
        assert await participants.waiting(work, canceled) == 0
        assert await due.waiting(work, waiting.ENDS, begins) == FIRST - HOUR
    async with working(at=FIRST - HOUR) as work:
        await waiting.end(work, begins)
        # What is held is still answered, for the lesson has not begun.
        assert await participants.waiting(work, begins) == 1
    assert await accounted(database, canceled) == (0, 0)
    assert await accounted(database, begins) == (1, 1)


async def test_more_seats_are_passed_on_at_once_and_never_fewer_than_are_taken(
    database: Database, working: Working
) -> None:
    async with working() as work:
        cohort = await held(work, 1)
        one, two, three = (meet(work, account) for account in CROWD[:3])
        await booked(work, cohort, one)
        couple, alone = await booked(work, cohort, two, "code"), await booked(work, cohort, three)
        offered = await waiting.resize(work, cohort, 2)
        assert offered is not None
        assert [each.id for each in offered] == [alone.id]
        assert await waiting.resize(work, cohort, 1) is None
        offered = await waiting.resize(work, cohort, 4)
        assert offered is not None
        assert [each.id for each in offered] == [couple.id]
    assert await accounted(database, cohort) == (4, 4)


async def test_who_came_with_the_code_of_another_is_turned_away(
    database: Database, working: Working
) -> None:
    async with working() as work:
        cohort = await held(work, 2)
        maryam, hossein, stranger = (meet(work, account) for account in CROWD[:3])
        booking = await booked(work, cohort, maryam, "code")
        await bookings.join(work, booking, stranger)
        gone = await bookings.turn_away(work, booking, maryam, "new")
        assert gone is not None
        assert gone.person_id == stranger
        assert await bookings.of_code(work, "code") is None
        found = await bookings.of_code(work, "new")
        assert found is not None
        assert await bookings.join(work, found, hossein) is not None
        # Nobody said that it was him: at the end of the time he has no seat, and she has hers.
    async with working(at=NOON + HOLD) as work:
        passed = await bookings.expire(work, booking.id)
        assert passed is not None
        assert passed[1] == [hossein]
        assert await state_of(work, booking.id) is BookingState.ENROLLED
    assert await accounted(database, cohort) == (1, 1)
