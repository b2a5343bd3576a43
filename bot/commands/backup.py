"""`hamdeli backup FILE` and `hamdeli restore FILE`, for SQLite. The keys are saved apart."""

import argparse
import asyncio
import os
import shutil
import sys
from pathlib import Path

from bot import config
from bot.commands.opening import Problem
from bot.config import Settings
from bot.storage import backups
from bot.storage.database import DatabaseTrouble
from bot.storage.sqlite import open_sqlite


def _path(settings: Settings) -> Path:
    path = config.sqlite_path(settings)
    if path is None:
        raise Problem("database.url: this is PostgreSQL; save it with pg_dump and pg_restore.")
    return path


def backup(options: argparse.Namespace) -> int:
    """A consistent copy, also while the service runs."""
    settings = config.load()
    source, target = _path(settings), Path(options.file)
    if target.exists():
        raise Problem(f"{target} exists already; choose another name.")
    if not source.is_file():
        raise Problem(f"{source} does not exist yet; there is nothing to save.")
    try:
        asyncio.run(_copy(settings, target))
    except DatabaseTrouble as error:
        raise Problem(f"{target} cannot be written ({error}); choose another place.") from error
    sys.stdout.write(f"{source} is saved in {target}. Keep secrets/sealing.json apart from it.\n")
    return 0


async def _copy(settings: Settings, target: Path) -> None:
    database = await open_sqlite(_path(settings), alone=False)
    try:
        await backups.copy_to(database, str(target))
        target.chmod(0o600)
    finally:
        await database.close()


def restore(options: argparse.Namespace) -> int:
    """Puts a backup in place. What was waiting in it may have been sent since: it is not sent."""
    path, source = _path(config.load()), Path(options.file)
    if not source.is_file():
        raise Problem(f"{source} does not exist; name the file that `hamdeli backup` wrote.")
    try:
        held = asyncio.run(_restore(source, path))
    except DatabaseTrouble as error:
        raise Problem(f"{source} is no backup of ours ({error}); nothing was changed.") from error
    sys.stdout.write(
        f"{path} is restored; {held} messages that waited are marked unknown and not sent again.\n"
    )
    return 0


async def _restore(source: Path, path: Path) -> int:
    # Opened first, so that a running service is noticed and nothing is touched.
    current = await open_sqlite(path)
    fresh = path.with_name(path.name + ".restoring")
    try:
        shutil.copyfile(source, fresh)
        fresh.chmod(0o600)
        copy = await open_sqlite(fresh, alone=False)
        try:
            held = await backups.hold_back(copy)
            await backups.fold(copy)
        finally:
            await copy.close()
        await backups.fold(current)
    except BaseException:
        for ending in ("", "-wal", "-shm"):
            Path(str(fresh) + ending).unlink(missing_ok=True)
        raise
    finally:
        await current.close()
    for ending in ("-wal", "-shm"):
        Path(str(path) + ending).unlink(missing_ok=True)
        Path(str(fresh) + ending).unlink(missing_ok=True)
    os.replace(fresh, path)
    return held
