"""What a messenger said about waiting outlives the process to which it was said."""

import time

from bot.domain.people import Platform
from bot.handlers.tools import Tools
from bot.messengers.limits import Limits
from bot.storage import meta

WORTH = 1.0
"""Seconds: a shorter rest is over before another process could break it."""


async def remember(tools: Tools, platform: Platform, limits: Limits) -> None:
    """Writes down until when nothing leaves, and nothing that many get."""
    rests = limits.rests(time.monotonic())
    if max(rests) < WORTH:
        return
    everything, bulk = (tools.clock.now() + int(1000 * rest) for rest in rests)
    async with tools.database.transaction() as tx:
        work = tools.desk(tx).work
        await meta.put(work, f"rests:{platform}", f"{everything} {bulk}")


async def recall(tools: Tools, platform: Platform, limits: Limits) -> None:
    """A process that begins keeps to it as the one before it did."""
    async with tools.database.transaction() as tx:
        said = await meta.get(tools.desk(tx).work, f"rests:{platform}")
    if said is None:
        return
    now = tools.clock.now()
    everything, bulk = (max(0.0, (int(until) - now) / 1000) for until in said.split())
    limits.go_on_resting(everything, bulk, time.monotonic())
