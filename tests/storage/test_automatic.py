"""What a clock has started, at the gate on real rows: quiet hours, holidays, enough for a day."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.automatic import Calm, QuietHours
from bot.domain.contact import ContactRules, Writing
from bot.domain.ids import PersonId
from bot.domain.opening import Holidays
from bot.handlers.house import House
from bot.storage import automatic, contact
from bot.storage.database import Database
from bot.storage.ids import Ids
from bot.storage.sealed import Sealer
from tests.shelf import shelf
from tests.storage.conftest import MARYAM, Working, hire, meet
from tests.storage.test_gate import HOUR, Service, kinds, person_with, tell

TEHRAN = ZoneInfo("Asia/Tehran")
TODAY = date(2026, 9, 21)
HOLIDAY = Holidays({TODAY + timedelta(days=3): "a"})


@pytest.fixture(scope="module")
def house() -> House:
    plain = shelf().house("fa", {})
    return replace(plain, calm=Calm(holidays=HOLIDAY))


@pytest.fixture
def service(database: Database, sealer: Sealer, ids: Ids, house: House) -> Service:
    return Service(database, sealer, ids, house)


def at(days: int, hour: int) -> int:
    moment = datetime(TODAY.year, TODAY.month, TODAY.day, hour, 30, tzinfo=TEHRAN)
    return int((moment + timedelta(days=days)).timestamp() * 1000)


async def some_week(service: Service, since: int = 0) -> list[tuple[int, int, str]]:
    """Day, hour and kind of all that leaves until the eighth day."""
    left = []
    for day in range(since, 8):
        for hour in range(24):
            left += [(day, hour, kind) for kind in kinds(await service.leaves(at(day, hour)))]
    return left


async def test_what_is_more_than_enough_for_a_day_leaves_on_the_next(
    service: Service, working: Working
) -> None:
    maryam = await person_with(working, ContactRules(Writing.ANY), at(0, 6))
    async with working(at(0, 18)) as work:
        for _ in range(5):
            assert await tell(work, service.house, maryam, "series")
    # The fourth day is a holiday.
    assert [day for day, _, _ in await some_week(service)] == [0, 0, 1, 1, 2]


async def test_reminders_are_counted_but_never_wait_for_a_quieter_day(
    service: Service, working: Working
) -> None:
    maryam = await person_with(working, ContactRules(Writing.ANY), at(0, 6))
    async with working(at(0, 10)) as work:
        for kind in ("series", "reminder", "reminder", "series"):
            assert await tell(work, service.house, maryam, kind)
    left = await some_week(service)
    assert [(day, kind) for day, _, kind in left] == [
        (0, "reminder"), (0, "reminder"), (0, "series"), (1, "series"),
    ]  # fmt: skip


async def test_answers_are_not_counted(service: Service, working: Working) -> None:
    maryam = await person_with(working, ContactRules(Writing.ANY), at(0, 18) - 1)
    async with working(at(0, 18)) as work:
        for kind in ("reply", "notice", "notice", "relay", "claimed"):
            assert await tell(work, service.house, maryam, kind)
        day = TODAY.toordinal()
        assert await automatic.counted(work, maryam, day) == 0
        assert await tell(work, service.house, maryam, "series")
        assert await automatic.counted(work, maryam, day) == 1


@pytest.mark.parametrize("seen", [at(0, 6), at(0, 22)])
async def test_at_night_and_on_a_holiday_no_part_of_a_series_leaves(
    service: Service, working: Working, seen: int
) -> None:
    maryam = await person_with(working, ContactRules(), seen)
    async with working(at(0, 22)) as work:
        assert await tell(work, service.house, maryam, "series")
    assert await service.leaves(at(0, 23)) == []
    assert kinds(await service.leaves(at(1, 8))) == ["series"]
    async with working(at(2, 22)) as work:
        assert await tell(work, service.house, maryam, "series")
    assert [(day, hour) for day, hour, _ in await some_week(service, since=2)] == [(4, 8)]


async def test_own_quiet_hours_hold_what_waits_already_and_can_be_given_up(
    service: Service, working: Working
) -> None:
    maryam = await person_with(working, ContactRules(Writing.ANY), at(0, 6))
    async with working(at(0, 12)) as work:
        assert await tell(work, service.house, maryam, "series")
        await contact.keep_quiet(work, maryam, QuietHours(10 * 60, 15 * 60))
        found = await contact.standing(work, maryam)
        assert found is not None
        assert found.quiet == QuietHours(10 * 60, 15 * 60)
    assert await service.leaves(at(0, 13)) == []
    assert kinds(await service.leaves(at(0, 15))) == ["series"]
    async with working(at(1, 12)) as work:
        assert await tell(work, service.house, maryam, "series")
        await contact.keep_quiet(work, maryam, None)
        found = await contact.standing(work, maryam)
        assert found is not None
        assert found.quiet is None
    assert kinds(await service.leaves(at(1, 12))) == ["series"]


async def test_what_did_not_get_through_yesterday_counts_for_today(
    service: Service, working: Working
) -> None:
    """The sender was away: two of yesterday come with today's, and still it is enough."""
    maryam = await person_with(working, ContactRules(Writing.ANY), at(0, 6))
    for day in (0, 1):
        async with working(at(day, 18)) as work:
            for _ in range(2):
                assert await tell(work, service.house, maryam, "series")
    left = [(day, kind) for day in (1, 2, 4) for hour in (19, 20)
            for kind in kinds(await service.leaves(at(day, hour)))]  # fmt: skip
    assert left == [(1, "series"), (1, "series"), (2, "series"), (2, "series")]


async def test_staff_are_written_to_at_any_hour(service: Service, working: Working) -> None:
    async with working(at(0, 23)) as work:
        narges: PersonId = await hire(work, MARYAM)
        for _ in range(3):
            assert await tell(work, service.house, narges, "series")
    assert len(await service.leaves(at(0, 23))) == 3


async def test_of_many_who_count_at_once_only_so_many_pass(working: Working) -> None:
    async with working() as work:
        maryam = meet(work, MARYAM)
        passed = [await automatic.count(work, maryam, 7, 3) for _ in range(5)]
        assert passed == [True, True, True, False, False]
        assert await automatic.count(work, maryam, 8, 3)
        assert await automatic.counted(work, maryam, 7) == 0
        assert await automatic.count(work, maryam, 8, None)
        assert await automatic.counted(work, maryam, 8) == 2


def test_an_hour_of_our_stories_is_an_hour() -> None:
    assert at(0, 13) - at(0, 12) == HOUR
