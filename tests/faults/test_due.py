"""The clock of due rows: once, whatever happens between the plan and the deed."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from bot.clock import Clock
from bot.domain.outgoing import Text
from bot.handlers.desk import Desk
from bot.handlers.tools import Tools
from bot.jobs.clock import DueHandler, Handlers, do_due
from bot.storage import due
from bot.storage.database import Database
from bot.storage.due import Due
from tests.databases import open_database
from tests.faults.engine import Engine

HOUR = 3_600_000


async def remind(desk: Desk, what: Due) -> None:
    """Owes the administrators a word, with the name of the occurrence."""
    await desk.tell_admins("notice", lambda _: Text(what.key))


async def fail(desk: Desk, what: Due) -> None:
    await remind(desk, what)
    raise ValueError(what.key)


async def again(desk: Desk, what: Due) -> None:
    due.plan(desk.work, "often", what.subject, what.run_at + HOUR, f"{what.key}+")
    if due_now(desk, what):
        await remind(desk, what)


def due_now(desk: Desk, what: Due) -> bool:
    return desk.work.now - what.run_at <= HOUR


HANDLERS: Handlers = {
    "reminder": DueHandler(remind, useful=HOUR),
    "always": DueHandler(remind),
    "broken": DueHandler(fail),
    "often": DueHandler(again, useful=HOUR, missed=again),
}


def later(tools: Tools, milliseconds: int) -> Tools:
    return replace(tools, clock=Clock(milliseconds // 1000))


async def plan(tools: Tools, kind: str, key: str, at: int = 0) -> None:
    """`at`: milliseconds from now."""
    async with tools.database.transaction() as tx:
        work = tools.desk(tx).work
        due.plan(work, kind, 7, work.now + at, key, {"some": "thing"})


async def reminded(engine: Engine) -> list[str]:
    owed = await engine.owes()
    return [owe.message.text for owe in owed if isinstance(owe.message, Text)]


async def states(tools: Tools) -> dict[str, str]:
    rows = await tools.database.read("SELECT key, state FROM due")
    return {row["key"]: row["state"] for row in rows}


async def test_what_is_due_happens_once_and_not_before(middle: Engine) -> None:
    await plan(middle.tools, "reminder", "one", at=HOUR)
    await do_due(middle.tools, HANDLERS)
    assert await reminded(middle) == []
    for _ in range(3):
        await do_due(later(middle.tools, HOUR), HANDLERS)
    assert await reminded(middle) == ["one"]
    assert await states(middle.tools) == {"one": "done"}


@pytest.fixture
async def beside(database: Database, database_url: str) -> AsyncIterator[Database]:
    """A second process's view of the database; SQLite has but one process."""
    if database_url.startswith("sqlite"):
        yield database
        return
    second = await open_database(database_url)
    yield second
    await second.close()


async def test_two_processes_tick_at_once_and_it_happens_once(
    middle: Engine, beside: Database
) -> None:
    keys = [f"number {n}" for n in range(20)]
    for key in keys:
        await plan(middle.tools, "reminder", key)
    both = [middle.tools, replace(middle.tools, database=beside)]
    await asyncio.gather(*(do_due(tools, HANDLERS) for tools in both * 2))
    assert sorted(await reminded(middle)) == sorted(keys)


async def test_after_an_outage_it_happens_if_it_is_still_of_use(middle: Engine) -> None:
    await plan(middle.tools, "reminder", "late")
    await plan(middle.tools, "reminder", "too late", at=-HOUR)
    await plan(middle.tools, "always", "never too late", at=-100 * HOUR)
    await do_due(later(middle.tools, HOUR // 2), HANDLERS)
    await do_due(later(middle.tools, HOUR // 2), HANDLERS)
    assert sorted(await reminded(middle)) == ["late", "never too late"]
    assert (await states(middle.tools))["too late"] == "skipped"


async def test_what_was_missed_still_plans_the_next(middle: Engine) -> None:
    await plan(middle.tools, "often", "x", at=-3 * HOUR - HOUR // 2)
    await do_due(middle.tools, HANDLERS)
    kept = await states(middle.tools)
    assert kept == {
        "x": "skipped", "x+": "skipped", "x++": "skipped", "x+++": "done", "x++++": "waiting",
    }  # fmt: skip
    assert await reminded(middle) == ["x+++"]


async def test_who_is_killed_at_work_leaves_it_for_the_next_tick(middle: Engine) -> None:
    reached = asyncio.Event()

    async def hang(desk: Desk, what: Due) -> None:
        await remind(desk, what)
        await desk.work.tx.fetch("SELECT 1 FROM due")  # all is written, nothing is committed
        reached.set()
        await asyncio.Event().wait()

    await plan(middle.tools, "reminder", "one")
    dying = asyncio.create_task(do_due(middle.tools, {"reminder": DueHandler(hang)}))
    await reached.wait()
    dying.cancel()
    await asyncio.wait([dying])
    assert await reminded(middle) == []
    await do_due(middle.tools, HANDLERS)
    await do_due(middle.tools, HANDLERS)
    assert await reminded(middle) == ["one"]


async def test_a_moved_date_moves_only_what_waits(middle: Engine) -> None:
    tools = middle.tools
    await plan(tools, "reminder", "a day before")
    await plan(tools, "reminder", "an hour before", at=HOUR)
    await do_due(tools, HANDLERS)
    async with tools.database.transaction() as tx:
        work = tools.desk(tx).work
        moved = [
            await due.replan(work, key, work.now + 2 * HOUR)
            for key in ("a day before", "an hour before")
        ]
    assert moved == [False, True]
    await do_due(later(tools, HOUR), HANDLERS)
    assert await reminded(middle) == ["a day before"]
    await do_due(later(tools, 2 * HOUR), HANDLERS)
    assert await reminded(middle) == ["a day before", "an hour before"]


async def test_what_fails_is_tried_five_times_and_holds_nothing_up(middle: Engine) -> None:
    await plan(middle.tools, "broken", "bad", at=-1)
    await plan(middle.tools, "nobody knows it", "strange", at=-1)
    await plan(middle.tools, "reminder", "good")
    await do_due(middle.tools, HANDLERS)
    assert await reminded(middle) == ["good"]
    for hour in range(1, 7):
        await do_due(later(middle.tools, hour * HOUR), HANDLERS)
    assert await states(middle.tools) == {"bad": "failed", "strange": "failed", "good": "done"}
    told = await reminded(middle)
    assert len(told) == 3
    assert "broken" in told[1] and "nobody knows it" in told[2]
