"""`hamdeli state`: what waits, in counts. It may be asked while the service runs."""

import argparse
import asyncio
import json
import sys
from typing import Any

from bot import config
from bot.clock import Clock
from bot.commands.opening import open_database
from bot.storage import migrate
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


async def _counts() -> dict[str, Any]:
    settings = config.load()
    database = await open_database(settings, alone=False)
    try:
        if await migrate.version(database) == 0:
            return {"inbox": {}, "outbox": {}, "cases": {}, "alerts": {}, "due": {}, "lag": {}}
        return await state(database, Clock(settings.service.clock_offset).now())
    finally:
        await database.close()
