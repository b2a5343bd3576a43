"""What colleagues carry is counted from their own work of the last day, and asked about once."""

from bot.domain.case import Case
from bot.domain.ids import PersonId
from bot.domain.outgoing import Text
from bot.domain.triage import Acuity
from bot.domain.welfare import DAY, HOUR, Load
from bot.storage import claims, relay, welfare
from bot.storage.relay import Origin
from bot.storage.work import Work
from tests.storage.conftest import NARGES, NOON, OMID, Working, hire, meet, opened


async def claims_one(work: Work, who: PersonId, family: int, acuity: Acuity) -> Case:
    case = await opened(work, meet(work, family), acuity)
    assert await claims.claim(work, case.id, who)
    return case


async def writes(work: Work, who: PersonId, case: Case, number: int) -> None:
    origin = Origin("staff", who, "narges", number)
    assert await relay.add(work, case.id, origin, Text("سلام"), "passed")


async def test_hard_cases_hours_and_open_cases_are_counted(working: Working) -> None:
    async with working(at=NOON - DAY - HOUR) as work:
        narges, omid = await hire(work, NARGES), await hire(work, OMID)
        old = await claims_one(work, narges, 1, Acuity.IMMEDIATE)
        await writes(work, narges, old, 1)
    for hour in (3, 2, 1):
        async with working(at=NOON - hour * HOUR) as work:
            case = await claims_one(work, narges, 10 + hour, Acuity(hour))
            for number in range(2):
                await writes(work, narges, case, 10 * hour + number)
    async with working() as work:
        assert await welfare.loads(work) == {narges: Load(1, None, 3, 4)}
        await claims_one(work, omid, 20, Acuity.IMMEDIATE)
        assert (await welfare.loads(work))[omid] == Load(1, NOON, 0, 1)


async def test_an_immediate_case_that_ended_counts_from_its_end(working: Working) -> None:
    async with working(at=NOON - 2 * DAY) as work:
        narges = await hire(work, NARGES)
        case = await claims_one(work, narges, 1, Acuity.IMMEDIATE)
    async with working(at=NOON - HOUR) as work:
        assert await claims.release(work, case.id, narges)
        await welfare.debrief(work, narges, case.id)
    async with working() as work:
        assert await welfare.loads(work) == {narges: Load(0, NOON - HOUR, 0, 0)}


async def test_one_notice_a_day_one_question_and_one_wish(working: Working) -> None:
    async with working() as work:
        narges, omid = await hire(work, NARGES), await hire(work, OMID)
        case = await claims_one(work, narges, 1, Acuity.IMMEDIATE)
        days = ("2026-11-27", "2026-11-27", "2026-11-28")
        assert [await welfare.notice(work, narges, day) for day in days] == [True, False, True]
        number = await welfare.debrief(work, narges, case.id)
        assert [await welfare.ask(work, number) for _ in range(2)] == [narges, None]
        wishes = [await welfare.wish(work, number, who) for who in (omid, narges, narges)]
        assert wishes == [False, True, False]
        await welfare.forget(work, NOON + 1)
        assert await welfare.notice(work, narges, "2026-11-27")
