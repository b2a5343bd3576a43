"""The queue in the counselor group: cards age in coarse steps, the digest keeps up."""

from bot.domain.duty import coarse_wait
from bot.handlers.desk import Desk
from bot.handlers.queue import cards, digest
from bot.storage import board
from bot.storage.chats import group_key

EDITS = 6
"""Cards edited a minute: a group takes 20 messages, and most of them are for news."""


async def watch(desk: Desk) -> None:
    await _age_cards(desk)
    await digest.show(desk)


async def _age_cards(desk: Desk) -> None:
    """The most urgent first; what does not fit is edited at the next look."""
    for platform in desk.house.places:
        if await board.group_is_behind(desk.work, group_key(platform)):
            return
    left = EDITS
    for one in await board.line(desk.work):
        wait = coarse_wait(desk.work.now - one.opened_at)
        if left and wait > one.shown_wait and await board.shown(desk.work, one.id, wait):
            await cards.refresh(desk, one.id)
            left -= 1
