"""`hamdeli state`: what waits, in counts. It may be asked while the service runs."""

import argparse
import asyncio
import json
import sys
from dataclasses import asdict
from typing import Any

from bot import config
from bot.clock import Clock
from bot.commands.opening import open_database
from bot.storage import migrate, overview
from bot.storage.database import Database
from bot.storage.state import state


def main(options: argparse.Namespace) -> int:
    counts = asyncio.run(_counts())
    if options.json:
        sys.stdout.write(json.dumps(counts) + "\n")
        return 0
    for name, inner in counts.items():
        sys.stdout.write(f"{name}: {_said(inner)}\n")
    return 0


def _said(counts: dict[str, Any]) -> str:
    return ", ".join(f"{name} {count}" for name, count in sorted(counts.items())) or "nothing"


async def _first_replies(database: Database, now: int) -> dict[str, Any]:
    """Over a week and a month: milliseconds until half and until nine in ten had an answer."""
    found = await overview.first_replies(database.read, now, (7, 30))
    return {
        f"{days}_days": {
            "urgent": figures.urgent,
            "urgent_within_5_minutes": figures.prompt,
            "all": asdict(figures.all),
            **{acuity.key: asdict(summary) for acuity, summary in figures.levels},
        }
        for days, figures in found.items()
    }


async def _counts() -> dict[str, Any]:
    settings = config.load()
    database = await open_database(settings, alone=False)
    try:
        if await migrate.version(database) == 0:
            return {
                "inbox": {},
                "outbox": {},
                "cases": {},
                "alerts": {},
                "due": {},
                "skipped": {},
                "lag": {},
                "first_reply": {},
            }
        now = Clock(settings.service.clock_offset).now()
        counts = await state(database, now)
        counts["first_reply"] = await _first_replies(database, now)
        return counts
    finally:
        await database.close()
