"""The ticker: one tick a minute, on the one process that leads, one transaction a job."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from functools import partial

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.handlers.desk import Desk
from bot.handlers.tools import Tools
from bot.jobs import leases, outages, referrals, retention
from bot.storage.database import DatabaseTrouble

_log = logging.getLogger("hamdeli.clock")

Job = Callable[[Desk], Awaitable[None]]
JOBS: dict[str, Job] = {
    "leases": leases.watch,
    "referrals": referrals.watch,
    "retention": retention.forget,
}


async def tick(tools: Tools, heard: Callable[[], int]) -> None:
    """Runs every job once, if this process leads the clock. `heard`: when we were last answered."""
    try:
        if not await tools.database.lead("clock"):
            return
    except DatabaseTrouble as trouble:
        _log.error("the clock cannot ask the database now (%s)", trouble)
        return
    jobs: dict[str, Job] = {**JOBS, "outages": partial(outages.watch, heard_at=heard())}
    for name, job in jobs.items():
        try:
            async with tools.database.transaction() as tx:
                await job(tools.desk(tx))
        except DatabaseTrouble as trouble:
            _log.error("%s waits for the database (%s)", name, trouble)
        except Exception:
            _log.exception("%s failed; it runs again at the next tick", name)


async def run(tools: Tools, heard: Callable[[], int], stop: asyncio.Event) -> None:
    """Ticks until told to stop: once soon, then every minute."""
    scheduler = AsyncIOScheduler()
    scheduler.add_job(
        tick, "interval", args=[tools, heard], seconds=60,
        next_run_time=datetime.now(UTC) + timedelta(seconds=3),
        coalesce=True, max_instances=1, misfire_grace_time=None,
    )  # fmt: skip
    scheduler.start()
    try:
        await stop.wait()
    finally:
        scheduler.shutdown(wait=False)
