"""A closed case is opened again: by whom, for how long, and never beside another open one."""

import asyncio

from bot.domain.case import Outcome
from bot.domain.ids import PersonId
from bot.domain.lifecycle import DAY, Stage
from bot.storage import cases, closings, erasure
from bot.storage.database import Broken, Database
from tests.storage.conftest import HOSSEIN, NOON, OMID, Working, hire, meet, opened, request
from tests.storage.test_lifecycle import bring, cast, now


async def test_a_case_is_opened_again_by_who_had_it_or_a_supervisor_for_a_month(
    working: Working,
) -> None:
    async with working() as work:
        them = await cast(work)
        omid = await hire(work, OMID)
        await bring(work, them, Stage.CLOSED)
        assert not await closings.reopen(work, them.case.id, omid)
        assert not await closings.reopen(work, them.case.id, them.maryam)
        assert await closings.reopen(work, them.case.id, them.reza)
        after = await now(work, them.case.id)
        assert (after.counselor_id, after.outcome, after.closed_at) == (them.reza, None, None)
        assert await cases.close(work, them.case.id, them.reza, Outcome.HELPED)
    async with working(NOON + 31 * DAY) as work:
        assert not await closings.reopen(work, them.case.id, them.reza)


async def test_a_case_is_not_opened_again_beside_another_or_after_erasure(
    working: Working,
) -> None:
    async with working() as work:
        them = await cast(work)
        await bring(work, them, Stage.CLOSED)
        other = await opened(work, them.maryam)
        assert not await closings.reopen(work, them.case.id, them.narges)
        assert await cases.withdraw(work, other.id, them.maryam)
        await erasure.erase(work, them.maryam)
    async with working() as work:
        gone = await opened(work, meet(work, HOSSEIN))
        await erasure.erase(work, gone.person_id or PersonId(0))
        assert not await closings.reopen(work, gone.id, them.reza)


async def test_a_family_has_one_open_case_also_when_one_is_opened_again_at_that_moment(
    database: Database, working: Working
) -> None:
    async with working() as work:
        them = await cast(work)
        await bring(work, them, Stage.CLOSED)

    async def again() -> bool:
        try:
            async with working() as work:
                return await closings.reopen(work, them.case.id, them.narges)
        except Broken:
            return False  # the worker tries once more, and then sees the other case

    async def anew() -> bool:
        async with working() as work:
            return await cases.open_case(work, them.maryam, request()) is not None

    done = await asyncio.gather(*(f() for f in (again, anew) * 4))
    assert done.count(True) == 1
    open_now = await database.read("SELECT id FROM cases WHERE status <> 'closed'")
    assert len(open_now) == 1
