"""Acuity as staff change it: by whom, from which level, and once."""

import asyncio

from bot.domain.case import Change, Outcome
from bot.domain.people import Role
from bot.domain.triage import VERSION, Acuity
from bot.storage import acuity, cases, claims
from bot.storage.acuity import Changed
from bot.storage.database import Database
from tests.storage.conftest import (
    HOSSEIN,
    MARYAM,
    NARGES,
    NOON,
    OMID,
    Working,
    claimed,
    hire,
    meet,
    opened,
)

REZA = 2003


async def test_the_counselor_of_a_case_and_supervisors_change_it(
    database: Database, working: Working
) -> None:
    async with working() as work:
        narges, omid = await hire(work, NARGES), await hire(work, OMID)
        reza = await hire(work, REZA, Role.SUPERVISOR)
        case = await claimed(work, meet(work, MARYAM), narges)
        assert not await acuity.change(work, case, omid, Acuity.HIGH, Change.DANGER_GREW)
        assert await acuity.change(work, case, narges, Acuity.HIGH, Change.DANGER_GREW)
        higher = await cases.get(work, case.id)
        assert higher is not None
        assert higher.acuity is Acuity.HIGH
        assert await acuity.change(work, higher, reza, Acuity.LOW, Change.MISHEARD)
        assert await acuity.changes(work, case.id) == [
            Changed(Acuity.MEDIUM, Acuity.HIGH, Change.DANGER_GREW, narges, NOON),
            Changed(Acuity.HIGH, Acuity.LOW, Change.MISHEARD, reza, NOON),
        ]
    rows = await database.read("SELECT rule_version FROM acuity_changes")
    assert {row["rule_version"] for row in rows} == {VERSION}


async def test_what_was_seen_before_a_change_of_another_changes_nothing(working: Working) -> None:
    async with working() as work:
        reza = await hire(work, REZA, Role.SUPERVISOR)
        case = await opened(work, meet(work, MARYAM))
        assert await cases.raise_acuity(work, case.id, Acuity.IMMEDIATE, "danger_words")
        assert not await acuity.change(work, case, reza, Acuity.LOW, Change.DANGER_PASSED)
        after = await cases.get(work, case.id)
        assert after is not None
        assert after.acuity is Acuity.IMMEDIATE
        assert await acuity.changes(work, case.id) == []


async def test_nobody_changes_a_closed_case_a_case_of_their_own_or_a_former_one(
    working: Working,
) -> None:
    async with working() as work:
        narges, reza = await hire(work, NARGES), await hire(work, REZA, Role.SUPERVISOR)
        closed = await claimed(work, meet(work, MARYAM), narges)
        assert await cases.close(work, closed.id, narges, Outcome.HELPED)
        former = await claimed(work, meet(work, HOSSEIN), narges)
        await claims.release_all(work, narges)
        own = await opened(work, reza)
        for case, who in ((closed, reza), (closed, narges), (former, narges), (own, reza)):
            assert not await acuity.change(work, case, who, Acuity.HIGH, Change.OTHER_FACTS)


async def test_of_two_changes_at_once_one_stands(database: Database, working: Working) -> None:
    async with working() as work:
        supervisors = [await hire(work, 3000 + n, Role.SUPERVISOR) for n in range(6)]
        case = await opened(work, meet(work, MARYAM))

    async def change(n: int) -> bool:
        async with working() as work:
            level = Acuity.HIGH if n % 2 else Acuity.LOW
            return await acuity.change(work, case, supervisors[n], level, Change.OTHER_FACTS)

    won = await asyncio.gather(*map(change, range(6)))
    assert won.count(True) == 1
    (row,) = await database.read("SELECT changed_by FROM acuity_changes")
    assert row["changed_by"] == supervisors[won.index(True)]
