"""The ticker: one tick a minute, on the one process that leads, one transaction a job."""

import asyncio
import logging
from collections.abc import Awaitable, Callable

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.handlers.desk import Desk
from bot.handlers.tools import Tools
from bot.jobs import retention
from bot.storage.database import DatabaseTrouble

_log = logging.getLogger("hamdeli.clock")

JOBS: dict[str, Callable[[Desk], Awaitable[None]]] = {
    "retention": retention.forget,
}


async def tick(tools: Tools) -> None:
    """Runs every job once, if this process leads the clock."""
    try:
        if not await tools.database.lead("clock"):
            return
    except DatabaseTrouble as trouble:
        _log.error("the clock cannot ask the database now (%s)", trouble)
        return
    for name, job in JOBS.items():
        try:
            async with tools.database.transaction() as tx:
                await job(tools.desk(tx))
        except DatabaseTrouble as trouble:
            _log.error("%s waits for the database (%s)", name, trouble)
        except Exception:
            _log.exception("%s failed; it runs again at the next tick", name)


async def run(tools: Tools, stop: asyncio.Event, seconds: int = 60) -> None:
    """Ticks until told to stop."""
    scheduler = AsyncIOScheduler()
    scheduler.add_job(
        tick, "interval", args=[tools], seconds=seconds,
        coalesce=True, max_instances=1, misfire_grace_time=None,
    )  # fmt: skip
    scheduler.start()
    try:
        await stop.wait()
    finally:
        scheduler.shutdown(wait=False)
