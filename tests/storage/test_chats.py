"""The counselor group: one row key for life, wherever its id has gone."""

from bot.domain.people import Platform
from bot.storage import chats
from bot.storage.database import Database
from tests.storage.conftest import Working

TELEGRAM = Platform.TELEGRAM


async def test_the_group_is_where_it_was_configured_until_it_moves(working: Working) -> None:
    async with working() as work:
        assert await chats.current(work, TELEGRAM, -5) == -5
        await chats.move(work, TELEGRAM, -5, -1005)
        assert await chats.current(work, TELEGRAM, -5) == -1005


async def test_another_configured_group_forgets_the_old_move(working: Working) -> None:
    async with working() as work:
        await chats.move(work, TELEGRAM, -5, -1005)
        assert await chats.current(work, TELEGRAM, -7) == -7


async def test_the_id_of_the_group_is_sealed(database: Database, working: Working) -> None:
    async with working() as work:
        await chats.move(work, TELEGRAM, -5, -100555)
    assert "555" not in (await database.read("SELECT chat_id FROM chats"))[0]["chat_id"][:8]
    assert "-100555" not in repr([dict(row) for row in await database.read("SELECT * FROM chats")])


async def test_a_lost_group_is_news_once_until_it_is_found(working: Working) -> None:
    async with working() as work:
        assert await chats.lost(work, TELEGRAM)
        assert not await chats.lost(work, TELEGRAM)
        await chats.found(work, TELEGRAM)
        assert await chats.lost(work, TELEGRAM)
