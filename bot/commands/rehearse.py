"""`hamdeli sandbox`: the emulator, a web page, and the unchanged bot under it. Loopback only."""

import argparse
import asyncio
import os
import signal
import sys
import tomllib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from fcntl import LOCK_EX, LOCK_NB, flock
from pathlib import Path

from bot import config
from bot.commands import townsfolk
from bot.commands.opening import Problem
from bot.commands.rehearsed import CAST, BotProcess
from bot.sandbox.server import DEFAULT_TOKEN, Emulator
from bot.sandbox.world import World

FOLDER = config.ROOT / "data" / "sandbox"


def main(options: argparse.Namespace) -> int:
    folder = Path(options.data).resolve() if options.data else FOLDER
    with suppress(KeyboardInterrupt):
        asyncio.run(_rehearse(options.port, folder))
    return 0


async def _rehearse(port: int, folder: Path) -> None:
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    folder.mkdir(parents=True, exist_ok=True)
    emulator = Emulator(DEFAULT_TOKEN, seed=_seed)
    bot = BotProcess(emulator, folder)
    emulator.attach(bot)
    with _alone(folder / "address") as tell:
        await _listen(emulator, port)
        tell(emulator.url)
        try:
            await bot.reset(0)
            sys.stdout.write(f"\n  The sandbox is open: {emulator.url}/\n  Ctrl+C ends it.\n\n")
            sys.stdout.flush()
            await stop.wait()
        finally:
            await bot.stop()
            await emulator.stop()


async def _listen(emulator: Emulator, port: int) -> None:
    try:
        await emulator.start(port=port)
    except OSError as error:
        reason = os.strerror(error.errno or 0).lower()
        raise Problem(
            f"Port {port} cannot be used ({reason}); try `hamdeli sandbox --port {port + 1}`."
        ) from error


@contextmanager
def _alone(file: Path) -> Iterator[Callable[[str], object]]:
    """Holds the folder for this process. Yields what writes our address down for a second
    start. Problem, with that address, when another sandbox has the folder."""
    with file.open("a+", encoding="utf-8") as held:
        try:
            flock(held, LOCK_EX | LOCK_NB)
        except OSError as error:
            held.seek(0)
            raise Problem(
                f"A sandbox is already open here: {held.read() or 'it is just starting'}."
                " Use that one, or end it first with Ctrl+C where it runs."
            ) from error
        held.truncate(0)

        def tell(address: str) -> None:
            held.write(f"{address}/")
            held.flush()

        yield tell


def _seed(world: World) -> None:
    cast = tomllib.loads(CAST.read_text(encoding="utf-8"))
    for person in cast["family"]:
        world.add_person(
            person["name"],
            id=person["id"],
            role="family",
            note=person.get("note", ""),
            platform=person.get("platform", "telegram"),
        )
    for person in cast["staff"]:
        world.add_person(
            person["name"],
            id=person["id"],
            role=person["shown"],
            started=True,
            platform=person.get("platform", "telegram"),
        )
    townsfolk.seed(world, cast["town"])
    for platform, title in (("telegram", cast["group"]), ("bale", cast["group_in_bale"])):
        members = [
            person["id"]
            for person in cast["staff"]
            if person["role"] != "partner" and person.get("platform", "telegram") == platform
        ]
        world.add_group(title, members, platform=platform)
