"""What is due later: planned once, done once, moved and canceled only while it waits."""

import asyncio

import pytest

from bot.domain.ids import DueId
from bot.storage import due
from bot.storage.database import Database
from bot.storage.due import Due
from tests.storage.conftest import NOON, Working

MINUTE = 60_000


async def the_only(database: Database) -> DueId:
    (number,) = await due.ready(database, NOON + 10**12, 9)
    return number


async def test_an_occurrence_is_planned_once_and_sealed(
    database: Database, working: Working
) -> None:
    async with working() as work:
        for text in ("راز", "دیگر"):
            due.plan(work, "reminder", 7, NOON, "reminder:7", {"said": text})
    assert "راز" not in repr([dict(row) for row in await database.read("SELECT * FROM due")])
    number = await the_only(database)
    async with working() as work:
        taken = await due.take(work, number)
    assert taken == Due(number, "reminder", 7, NOON, "reminder:7", {"said": "راز"})
    async with working() as work:
        due.plan(work, "reminder", 7, NOON, "reminder:7")
    assert await due.ready(database, NOON, 9) == []


async def test_what_is_due_comes_the_longest_overdue_first(
    database: Database, working: Working
) -> None:
    async with working() as work:
        for at in (NOON, NOON + 1, NOON - 5, NOON - 1):
            due.plan(work, "reminder", 7, at, f"at:{at}", {"at": at})
    found = []
    async with working() as work:
        for number in await due.ready(database, NOON, 9):
            taken = await due.take(work, number)
            assert taken is not None
            found.append(taken.body["at"])
    assert found == [NOON - 5, NOON - 1, NOON]


async def test_of_many_who_take_at_once_one_gets_it(database: Database, working: Working) -> None:
    async with working() as work:
        due.plan(work, "reminder", 7, NOON, "one")
    number = await the_only(database)

    async def take(_: int) -> bool:
        async with working() as work:
            return await due.take(work, number) is not None

    assert (await asyncio.gather(*map(take, range(8)))).count(True) == 1


async def test_who_dies_before_the_commit_has_taken_nothing(
    database: Database, working: Working
) -> None:
    async with working() as work:
        due.plan(work, "reminder", 7, NOON, "one")
    number = await the_only(database)
    with pytest.raises(KeyboardInterrupt):
        async with working() as work:
            assert await due.take(work, number)
            raise KeyboardInterrupt
    assert await due.ready(database, NOON, 9) == [number]


async def test_only_what_waits_is_moved_or_canceled(database: Database, working: Working) -> None:
    async with working() as work:
        due.plan(work, "reminder", 7, NOON, "past")
        due.plan(work, "reminder", 7, NOON + MINUTE, "coming")
        due.plan(work, "reminder", 8, NOON + MINUTE, "of another")
        due.plan(work, "thanks", 7, NOON + MINUTE, "of another kind")
    (past,) = await due.ready(database, NOON, 9)
    async with working() as work:
        assert await due.take(work, past)
        assert not await due.replan(work, "past", NOON + 2 * MINUTE)
        assert await due.replan(work, "coming", NOON + 2 * MINUTE)
    assert len(await due.ready(database, NOON + MINUTE, 9)) == 2
    async with working() as work:
        await due.cancel(work, "reminder", 7)
    kept = await database.read("SELECT key FROM due ORDER BY key")
    assert [row["key"] for row in kept] == ["of another", "of another kind", "past"]


async def test_what_was_moved_meanwhile_is_not_taken(database: Database, working: Working) -> None:
    async with working() as work:
        due.plan(work, "reminder", 7, NOON, "one")
    number = await the_only(database)
    async with working() as work:
        await due.replan(work, "one", NOON + MINUTE)
        assert await due.take(work, number) is None
    async with working(NOON + MINUTE) as work:
        assert await due.take(work, number)


async def test_what_fails_rests_longer_each_time_and_ends_after_five_tries(
    database: Database, working: Working
) -> None:
    async with working() as work:
        due.plan(work, "reminder", 7, NOON, "one")
    number, now, rests = await the_only(database), NOON, []
    for _ in range(4):
        async with working(now) as work:
            assert await due.failed(work, number) is None
        rows = await database.read("SELECT lease_until FROM due")
        rests.append(rows[0]["lease_until"] - now)
        assert await due.ready(database, now, 9) == []
        now = rows[0]["lease_until"]
        assert await due.ready(database, now, 9) == [number]
    assert rests == sorted(set(rests))
    async with working(now) as work:
        assert await due.failed(work, number) == "reminder"
        assert await due.failed(work, number) is None
    assert await due.ready(database, NOON * 2, 9) == []


async def test_retention_forgets_what_has_ended(database: Database, working: Working) -> None:
    async with working() as work:
        for name in ("done", "waiting"):
            due.plan(work, "reminder", 7, NOON, name)
    first, _ = await due.ready(database, NOON, 9)
    async with working() as work:
        assert await due.take(work, first)
        await due.forget(work, NOON)
        assert len(await work.tx.fetch("SELECT 1 FROM due")) == 2
        await due.forget(work, NOON + 1)
        assert len(await work.tx.fetch("SELECT 1 FROM due")) == 1
