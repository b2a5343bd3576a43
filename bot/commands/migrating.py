"""`hamdeli migrate`: brings the database up to date (`run` does so too)."""

import argparse
import asyncio
import sys

from bot import config
from bot.commands.opening import open_database
from bot.storage import migrate


def main(_: argparse.Namespace) -> int:
    run = asyncio.run(_migrate())
    sys.stdout.write(f"{run} migrations run.\n" if run else "The database is up to date.\n")
    return 0


async def _migrate() -> int:
    database = await open_database(config.load())
    try:
        return await migrate.migrate(database)
    finally:
        await database.close()
