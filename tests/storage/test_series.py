"""Series on real rows: a part goes out once, whoever tries; and a person's matters are theirs."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.domain.ids import PersonId
from bot.handlers.house import House
from bot.handlers.tools import Tools
from bot.jobs import clock
from bot.library import read_library
from bot.storage import automatic, due, opt_outs, series
from bot.storage.database import Database
from bot.storage.erasure import erase
from bot.storage.ids import Ids
from bot.storage.sealed import Sealer
from bot.storage.series import Run, State
from bot.storage.work import Work
from tests.databases import open_database
from tests.shelf import shelf
from tests.storage.conftest import HOSSEIN, MARYAM, NOON, Working, meet
from tests.storage.test_gate import At

EXAMPLES = Path(__file__).parents[1] / "series"
DAY = 24 * 3_600_000


@pytest.fixture(scope="module")
def house() -> House:
    plain = shelf().house("fa", {})
    return replace(plain, series=read_library(EXAMPLES), files=EXAMPLES)


async def begun(work: Work, person: PersonId, name: str = "calm") -> Run:
    asked = await series.ask(work, person, name)
    assert asked is not None
    run = await series.begin(work, asked.id, person)
    assert run is not None
    return run


async def test_a_series_is_taken_once_at_a_time_and_again_after_its_end(working: Working) -> None:
    async with working() as work:
        maryam, hossein = meet(work, MARYAM), meet(work, HOSSEIN)
        run = await begun(work, maryam)
        assert await series.ask(work, maryam, "calm") is None
        other = await begun(work, maryam, "wedding")
        await begun(work, hossein)
        assert [each.id for each in await series.live_of(work, maryam)] == [run.id, other.id]
        assert await series.stop(work, run.id)
        assert not await series.stop(work, run.id)
        assert (await begun(work, maryam)).id != run.id


async def test_who_was_not_asked_cannot_say_yes(working: Working) -> None:
    async with working() as work:
        maryam, hossein = meet(work, MARYAM), meet(work, HOSSEIN)
        asked = await series.ask(work, maryam, "calm", hossein)
        assert asked is not None
        # Asked again before an answer: the same question.
        again = await series.ask(work, maryam, "calm", maryam)
        assert again is not None
        assert (again.id, again.set_by) == (asked.id, maryam)
        assert await series.begin(work, asked.id, hossein) is None
        assert await series.begin(work, asked.id, maryam, anchor=7, part=2) is not None
        assert await series.begin(work, asked.id, maryam) is None
        found = await series.get(work, asked.id)
        assert found is not None
        assert (found.state, found.anchor, found.part) == (State.RUNNING, 7, 2)


async def test_a_part_goes_out_once_and_comes_again_only_on_wish(working: Working) -> None:
    async with working() as work:
        maryam = meet(work, MARYAM)
        run = await begun(work, maryam)
        assert await series.send(work, run, last=False)
        assert not await series.send(work, run, last=False)
        assert not await series.again(work, run.id, 2)
        assert await series.again(work, run.id, 1)
        assert not await series.again(work, run.id, 1)
        back = await series.get(work, run.id)
        assert back is not None
        assert back.part == 1
        assert await series.send(work, back, last=True)
        done = await series.get(work, run.id)
        assert done is not None
        assert done.state is State.DONE


@pytest.fixture
async def beside(database: Database, database_url: str) -> AsyncIterator[Database]:
    """A second process's view of the database; SQLite has but one process."""
    if database_url.startswith("sqlite"):
        yield database
        return
    second = await open_database(database_url)
    yield second
    await second.close()


async def test_two_processes_bring_each_part_once_and_no_day_too_much(
    database: Database, beside: Database, sealer: Sealer, ids: Ids, house: House, working: Working
) -> None:
    """Twenty people with two series each, due in the same moment, and room for one in a day."""
    calm = replace(house, calm=replace(house.calm, most=1))
    async with working(NOON) as work:
        for account in range(20):
            person = meet(work, 5000 + account)
            for name in ("calm", "wedding"):
                run = await begun(work, person, name)
                due.plan(work, "series", run.id, NOON, f"series:{run.id}:1")
    both = [Tools(one, sealer, ids, At(NOON), calm) for one in (database, beside)]
    await asyncio.gather(*(clock.do_due(tools) for tools in both * 2))
    rows = await database.read(
        "SELECT r.person_id, count(*) AS n FROM series_sent s JOIN series_runs r"
        " ON r.id = s.run_id GROUP BY r.person_id"
    )
    assert [row["n"] for row in rows] == [1] * 20
    owed = await database.read("SELECT person_id FROM outbox WHERE kind = 'series'")
    held = await database.read("SELECT person_id FROM held")
    assert len({row["person_id"] for row in owed}) == len(owed) == 20
    assert held == []
    waiting = await database.read("SELECT run_at FROM due WHERE state = 'waiting'")
    assert len(waiting) == 40
    assert all(row["run_at"] > NOON for row in waiting)


async def test_a_series_goes_on_in_a_database_that_was_opened_again(
    database: Database, database_url: str, sealer: Sealer, ids: Ids, house: House, working: Working
) -> None:
    async with working() as work:
        run = await begun(work, meet(work, MARYAM))
        due.plan(work, "series", run.id, NOON, f"series:{run.id}:1")
    await clock.do_due(Tools(database, sealer, ids, At(NOON), house))
    if not database_url.startswith("sqlite"):
        again = await open_database(database_url)
    else:
        await database.close()
        again = await open_database(database_url)
    try:
        await clock.do_due(Tools(again, sealer, ids, At(NOON + 2 * DAY), house))
        await clock.do_due(Tools(again, sealer, ids, At(NOON + 2 * DAY), house))
        rows = await again.read("SELECT part FROM series_sent ORDER BY part")
        assert [row["part"] for row in rows] == [1, 2]
    finally:
        await again.close()


async def test_what_somebody_refuses_is_kept_stream_by_stream(working: Working) -> None:
    async with working() as work:
        maryam, hossein = meet(work, MARYAM), meet(work, HOSSEIN)
        for stream in ("series:grief", "series:grief", "courses", "broadcasts:grief"):
            await opt_outs.refuse(work, maryam, stream)
        await opt_outs.allow(work, maryam, ("series:grief", "series:stress"))
        assert await opt_outs.of_person(work, maryam) == {"courses", "broadcasts:grief"}
        assert await opt_outs.of_person(work, hossein) == frozenset()


async def test_of_the_erased_no_series_is_left_and_others_keep_theirs(
    database: Database, working: Working
) -> None:
    tables = ("series_runs", "series_sent", "opt_outs", "automatic_days", "due")
    async with working() as work:
        people = [meet(work, MARYAM), meet(work, HOSSEIN)]
        for person in people:
            run = await begun(work, person)
            assert await series.send(work, run, last=False)
            due.plan(work, "series", run.id, NOON, f"series:{run.id}:2")
            await opt_outs.refuse(work, person, "courses")
            assert await automatic.count(work, person, 1, None)
    async with working() as work:
        await erase(work, people[0])
    for table in tables:
        assert len(await database.read(f"SELECT 1 FROM {table}")) == 1, table
    async with working() as work:
        await erase(work, people[1])
    for table in tables:
        assert await database.read(f"SELECT 1 FROM {table}") == [], table
