"""Transactions: what stands, what falls, and who sees what when."""

import asyncio

import pytest

from bot.storage.database import Broken, Database, DatabaseTrouble, Spoiled, Transaction, marks

PUT = "INSERT INTO meta (name, value) VALUES (?, ?)"


async def names(database: Database) -> list[str]:
    rows = await database.read("SELECT name FROM meta WHERE name <> 'schema' ORDER BY name")
    return [row["name"] for row in rows]


async def seen(tx: Transaction, name: str) -> bool:
    return await tx.row("SELECT name FROM meta WHERE name = ?", name) is not None


async def test_a_roll_back_leaves_nothing(database: Database) -> None:
    with pytest.raises(ZeroDivisionError):
        async with database.transaction() as tx:
            await tx.execute(PUT, "now", "1")
            tx.later(PUT, "later", "1")
            raise ZeroDivisionError
    assert await names(database) == []


async def test_nothing_is_visible_before_the_commit(database: Database) -> None:
    async with database.transaction() as tx:
        await tx.execute(PUT, "a", "1")
        assert await names(database) == []
    assert await names(database) == ["a"]


async def test_a_write_kept_for_later_is_seen_by_later_reads(database: Database) -> None:
    async with database.transaction() as tx:
        tx.later(PUT, "a", "1")
        assert await seen(tx, "a")


async def test_writes_that_others_refer_to_go_first(database: Database) -> None:
    async with database.transaction() as tx:
        tx.later(
            "INSERT INTO accounts (chat_key, person_id, platform, chat_id) VALUES (?, ?, ?, ?)",
            "key", 7, "telegram", "sealed",
        )  # fmt: skip
        tx.later(
            "INSERT INTO people (id, language, created_at, seen_at) VALUES (?, ?, ?, ?)",
            7, "fa", 1, 1, rank=0,
        )  # fmt: skip
    assert len(await database.read("SELECT * FROM accounts")) == 1


async def test_a_failed_savepoint_takes_only_its_own_writes_with_it(database: Database) -> None:
    async with database.transaction() as tx:
        async with tx.savepoint():
            tx.later(PUT, "first", "1")
        with pytest.raises(ZeroDivisionError):
            async with tx.savepoint():
                await tx.execute(PUT, "second", "1")
                tx.later(PUT, "also second", "1")
                raise ZeroDivisionError
        async with tx.savepoint():
            await tx.execute(PUT, "third", "1")
    assert await names(database) == ["first", "third"]


async def test_a_broken_rule_spoils_its_savepoint_and_nothing_else(database: Database) -> None:
    async with database.transaction() as tx:
        await tx.execute(PUT, "a", "1")
        with pytest.raises(Broken):
            async with tx.savepoint():
                await tx.execute(PUT, "b", "1")
                await tx.execute(PUT, "a", "2")
        await tx.execute(PUT, "c", "1")
    assert await names(database) == ["a", "c"]


async def test_the_mistake_of_one_is_not_blamed_on_the_next(database: Database) -> None:
    with pytest.raises(Spoiled):
        async with database.transaction() as tx:
            async with tx.savepoint():
                tx.later(PUT, "a", "1")
                tx.later(PUT, "a", "2")
            async with tx.savepoint():
                await seen(tx, "anything")
    assert await names(database) == []


async def test_a_rule_broken_at_the_end_undoes_everything(database: Database) -> None:
    with pytest.raises(Broken):
        async with database.transaction() as tx:
            await tx.execute(PUT, "b", "1")
            tx.later(PUT, "a", "1")
            tx.later(PUT, "a", "2")
    assert await names(database) == []


async def test_after_a_failure_the_next_transaction_works(database: Database) -> None:
    with pytest.raises(DatabaseTrouble):
        async with database.transaction() as tx:
            await tx.execute("INSERT INTO nowhere (name) VALUES (?)", "a")
    async with database.transaction() as tx:
        await tx.execute(PUT, "a", "1")
    assert await names(database) == ["a"]


async def test_who_is_canceled_leaves_the_database_free(database: Database) -> None:
    async def write(name: str) -> None:
        async with database.transaction() as tx:
            await tx.execute(PUT, name, "1")

    for turns in range(12):
        task = asyncio.create_task(write(f"canceled {turns}"))
        for _ in range(turns):
            await asyncio.sleep(0)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
    await write("after")
    assert "after" in await names(database)


async def test_a_guarded_write_says_whether_it_touched_anything(database: Database) -> None:
    async with database.transaction() as tx:
        await tx.execute(PUT, "a", "1")
        change = "UPDATE meta SET value = ? WHERE name = ? AND value = ? RETURNING name"
        assert await tx.changed(change, "2", "a", "1")
        assert not await tx.changed(change, "3", "a", "1")


async def test_writers_wait_for_each_other(database: Database) -> None:
    async def add_one() -> None:
        async with database.transaction() as tx:
            await tx.execute("UPDATE cases SET messages = messages + 1 WHERE id = 1")

    async with database.transaction() as tx:
        await tx.execute(
            "INSERT INTO cases (id, code, status, acuity, reasons, rule_version, topic, province,"
            " county, contact, opened_at) VALUES (1, 'A', 'waiting', 3, '[]', 1, '', '', '', '', 0)"
        )
    await asyncio.gather(*(add_one() for _ in range(20)))
    assert (await database.read("SELECT messages FROM cases"))[0]["messages"] == 20


async def test_who_waits_is_woken_by_the_commit_and_not_before(database: Database) -> None:
    async with database.transaction() as tx:
        tx.wake("outbox")
        assert not database.signals.event("outbox").is_set()
    assert await database.signals.wait("outbox", 5)
    assert not await database.signals.wait("outbox", 0)


async def test_nobody_is_woken_by_what_was_rolled_back(database: Database) -> None:
    async with database.transaction() as tx:
        with pytest.raises(ZeroDivisionError):
            async with tx.savepoint():
                tx.wake("outbox")
                raise ZeroDivisionError
    assert not database.signals.event("outbox").is_set()


async def test_one_process_leads_everything_again_and_again(database: Database) -> None:
    assert [await database.lead("poller"), await database.lead("sender")] == [True, True]
    assert await database.lead("poller")


def test_marks_are_one_for_each_value() -> None:
    assert [marks(0), marks(1), marks(3)] == ["", "?", "?, ?, ?"]
