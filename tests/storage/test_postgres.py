"""What only PostgreSQL must show: several processes on one database."""

from collections.abc import AsyncIterator

import pytest

from bot.storage.database import DatabaseTrouble
from bot.storage.migrate import migrate
from bot.storage.postgres import PostgresDatabase, numbered, open_postgres


@pytest.fixture
async def pair(postgres_url: str) -> AsyncIterator[tuple[PostgresDatabase, PostgresDatabase]]:
    """Two processes' views of one database."""
    first, second = await open_postgres(postgres_url), await open_postgres(postgres_url)
    await migrate(first)
    yield first, second
    await first.close()
    await second.close()


Pair = tuple[PostgresDatabase, PostgresDatabase]


def test_question_marks_are_numbered_in_their_order() -> None:
    assert numbered("SELECT ? WHERE a = ?") == "SELECT $1 WHERE a = $2"


async def test_one_of_two_leads_and_the_other_takes_over(pair: Pair) -> None:
    first, second = pair
    assert await first.lead("poller")
    assert not await second.lead("poller")
    assert await second.lead("sender")
    await first.close()
    assert await second.lead("poller")


async def test_two_processes_never_work_on_the_same_chat(pair: Pair) -> None:
    first, second = pair
    async with first.transaction() as one:
        assert await one.lock_chats(["a", "b"]) == {"a", "b"}
        async with second.transaction() as other:
            assert await other.lock_chats(["b", "c"]) == {"c"}
    async with second.transaction() as other:
        assert await other.lock_chats(["b"]) == {"b"}


async def test_a_commit_of_one_process_wakes_the_other(pair: Pair) -> None:
    first, second = pair
    for _ in range(50):  # the second may still be about to listen
        async with first.transaction() as tx:
            tx.wake("inbox")
        if await second.signals.wait("inbox", 0.2):
            return
    raise AssertionError("nobody was woken")


async def test_a_server_that_is_not_there_is_trouble_and_no_crash() -> None:
    with pytest.raises(DatabaseTrouble):
        await open_postgres("postgresql://nobody@127.0.0.1:1/nothing")
