"""Marks of the installation."""

from bot.storage import meta
from tests.storage.conftest import Working


async def test_a_mark_is_news_only_when_it_changes(working: Working) -> None:
    async with working() as work:
        assert await meta.put(work, "menu", "a")
        assert not await meta.put(work, "menu", "a")
        assert await meta.put(work, "menu", "b")


async def test_a_dropped_mark_is_news_again(working: Working) -> None:
    async with working() as work:
        await meta.put(work, "lost:telegram", "yes")
        await meta.drop(work, "lost:telegram")
        assert await meta.put(work, "lost:telegram", "yes")
