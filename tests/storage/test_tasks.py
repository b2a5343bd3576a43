"""Tasks, goals and plans in the database: sealed, ended once, and theirs who has the case."""

import asyncio

import pytest

from bot.domain.ids import PersonId
from bot.domain.people import Role
from bot.storage import claims, goals, plans, tasks
from bot.storage.database import Database
from tests.storage.conftest import MARYAM, NARGES, NOON, OMID, Working, claimed, hire, meet

DAY = 24 * 3600 * 1000


async def test_tasks_come_with_the_case_and_the_longest_overdue_first(working: Working) -> None:
    async with working() as work:
        narges, omid = await hire(work, NARGES), await hire(work, OMID)
        reza = await hire(work, 2003, Role.SUPERVISOR)
        case = await claimed(work, meet(work, MARYAM), narges)
        later = await tasks.add(work, case.id, reza, "دوم", NOON + DAY)
        first = await tasks.add(work, case.id, narges, "اول", NOON - DAY)
        assert [task.id for task in await tasks.of_owner(work, narges)] == [first, later]
        assert [task.text for task in await tasks.of_case(work, case.id)] == ["اول", "دوم"]
        assert [task.id for task in await tasks.overdue(work, NOON, reza, 9)] == [first]
        assert await tasks.overdue(work, NOON, narges, 9) == []
        await claims.release_all(work, narges)
        assert await tasks.of_owner(work, narges) == []
        assert [task.owner_id for task in await tasks.of_case(work, case.id)] == [None, None]
        assert await claims.claim(work, case.id, omid)
        assert [task.id for task in await tasks.of_owner(work, omid)] == [first, later]


async def test_a_task_is_done_once_also_when_two_press_at_once(working: Working) -> None:
    async with working() as work:
        narges = await hire(work, NARGES)
        case = await claimed(work, meet(work, MARYAM), narges)
        number = await tasks.add(work, case.id, narges, "کاری", NOON)

    async def press(who: PersonId) -> bool:
        async with working() as work:
            return await tasks.finish(work, number, who)

    done = await asyncio.gather(*(press(PersonId(n)) for n in range(1, 6)))
    assert done.count(True) == 1
    async with working() as work:
        assert not await tasks.postpone(work, number, NOON + DAY)
        assert await tasks.open_count(work, case.id) == 0


async def test_what_is_open_in_a_closed_case_is_put_aside(working: Working) -> None:
    async with working() as work:
        narges = await hire(work, NARGES)
        case = await claimed(work, meet(work, MARYAM), narges)
        done, left = [await tasks.add(work, case.id, narges, text, NOON) for text in ("الف", "ب")]
        assert await tasks.finish(work, done, narges)
        await tasks.drop(work, case.id, narges)
        states = [await tasks.get(work, number) for number in (done, left)]
    assert [task.state for task in states if task is not None] == ["done", "dropped"]


@pytest.mark.parametrize("state", ["reached", "dropped"])
async def test_a_goal_ends_once(working: Working, state: str) -> None:
    async with working() as work:
        narges = await hire(work, NARGES)
        case = await claimed(work, meet(work, MARYAM), narges)
        number = await goals.add(work, case.id, narges, "هدفی")
        assert await goals.end(work, number, state, narges)
        assert not await goals.end(work, number, "reached", narges)
        (goal,) = await goals.of_case(work, case.id)
    assert (goal.text, goal.state) == ("هدفی", state)


async def test_versions_of_a_plan_are_numbered_and_only_what_was_sent_is_the_familys(
    working: Working,
) -> None:
    async with working() as work:
        maryam, narges = meet(work, MARYAM), await hire(work, NARGES)
        case = await claimed(work, maryam, narges)
        first = await plans.save(work, case.id, narges, {"signs": "یک"})
        assert first is not None
        assert await plans.sent_to(work, maryam) is None
        await plans.sent(work, first.id, narges)
        second = await plans.save(work, case.id, narges, {"signs": "دو"})
        assert second is not None
        assert (first.version, second.version) == (1, 2)
        assert (await plans.latest(work, case.id)) == second
        given = await plans.sent_to(work, maryam)
        assert given is not None
        assert given.steps == {"signs": "یک"}
        assert await plans.sent_to(work, narges) is None


async def test_plans_written_at_the_same_moment_have_different_numbers(
    database: Database, working: Working
) -> None:
    async with working() as work:
        narges = await hire(work, NARGES)
        case = await claimed(work, meet(work, MARYAM), narges)

    async def write(number: int) -> bool:
        async with working() as work:
            return await plans.save(work, case.id, narges, {"signs": f"{number}"}) is not None

    written = await asyncio.gather(*map(write, range(4)))
    rows = await database.read("SELECT version FROM safety_plans ORDER BY version")
    assert [row["version"] for row in rows] == list(range(1, written.count(True) + 1))


async def test_words_of_tasks_goals_and_plans_are_sealed(
    database: Database, working: Working
) -> None:
    async with working() as work:
        narges = await hire(work, NARGES)
        case = await claimed(work, meet(work, MARYAM), narges)
        await tasks.add(work, case.id, narges, "راز", NOON)
        await goals.add(work, case.id, narges, "راز")
        await plans.save(work, case.id, narges, {"signs": "راز"})
    for table in ("tasks", "goals", "safety_plans"):
        rows = [dict(row) for row in await database.read(f"SELECT * FROM {table}")]
        assert rows
        assert "راز" not in repr(rows)
