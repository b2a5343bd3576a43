"""When the next step of a broadcast is due."""

from bot.domain.broadcast import COPY
from bot.domain.ids import BroadcastId, short
from bot.handlers.desk import Desk
from bot.storage import due

STEP = COPY
"""The kind of due row: freezing, sending. That of correcting is MEND."""


def plan(desk: Desk, number: BroadcastId, at: int, kind: str = STEP) -> None:
    due.plan(desk.work, kind, number, at, f"{kind}:{short(number)}:{desk.work.ids.next()}")


async def plan_anew(desk: Desk, number: BroadcastId, at: int, kind: str = STEP) -> None:
    """At this moment, and at no other."""
    await due.cancel(desk.work, kind, number)
    plan(desk, number, at, kind)
