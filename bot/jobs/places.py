"""Who waits hears when their place has become better: seldom, and only when they may be told."""

from bot.domain.contact import allowed_at
from bot.domain.duty import is_better_place
from bot.domain.outgoing import Text
from bot.handlers.desk import Desk
from bot.handlers.queue import queue
from bot.storage import board, claims, contact
from bot.storage.board import InLine

REST = 30 * 60_000
"""Milliseconds after a family was told its place in which it is not told again."""
AT_ONCE = 20
"""Families told in one look."""


async def watch(desk: Desk) -> None:
    due = [one for one in await board.line(desk.work) if _is_news(one, desk.work.now)]
    usual = await claims.usual_wait(desk.work) if due else None
    told = 0
    for one in due:
        if told < AT_ONCE and await _may_be_told(desk, one):
            told += await _tell(desk, one, usual)


def _is_news(one: InLine, now: int) -> bool:
    if one.person_id is None or one.told_ahead is None or one.told_at is None:
        return False
    return now - one.told_at >= REST and is_better_place(one.told_ahead, one.ahead)


async def _may_be_told(desk: Desk, one: InLine) -> bool:
    """A place is true now: it is not kept for the morning."""
    standing = await contact.standing(desk.work, one.person_id) if one.person_id else None
    if standing is None:
        return False
    now = desk.work.now
    return now == allowed_at(standing.rules, "notice", now, standing.seen_at, desk.work.zone)


async def _tell(desk: Desk, one: InLine, usual: int | None) -> bool:
    if one.person_id is None or not await board.told_better(desk.work, one):
        return False
    return await desk.tell(
        one.person_id,
        "notice",
        lambda me: Text(me.say("place-better", place=queue.place(me, one.ahead, usual))),
    )
