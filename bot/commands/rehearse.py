"""`hamdeli sandbox`: the emulator, a web page, and the unchanged bot under it. Loopback only."""

import argparse
import asyncio
import os
import shutil
import signal
import subprocess
import sys
import tomllib
from contextlib import suppress
from pathlib import Path

from bot import config
from bot.commands.opening import Problem
from bot.sandbox.server import DEFAULT_TOKEN, Emulator
from bot.sandbox.world import World

PORT = 8080
FOLDER = config.ROOT / "data" / "sandbox"

CAST = config.ROOT / "content" / "rehearsal.toml"


def main(options: argparse.Namespace) -> int:
    with suppress(KeyboardInterrupt):
        asyncio.run(_rehearse(options.port))
    return 0


async def _rehearse(port: int) -> None:
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    emulator = Emulator(DEFAULT_TOKEN, seed=_seed)
    try:
        await emulator.start(port=port)
    except OSError as error:
        raise Problem(
            f"Port {port} is taken ({error.strerror}); try `hamdeli sandbox --port {port + 1}`."
        ) from error
    bot = BotProcess(emulator)
    emulator.attach(bot)
    try:
        await bot.reset(0)
        sys.stdout.write(f"\n  The sandbox is open: {emulator.url}/\n  Ctrl+C ends it.\n\n")
        sys.stdout.flush()
        await stop.wait()
    finally:
        await bot.stop()
        await emulator.stop()


def _seed(world: World) -> None:
    cast = tomllib.loads(CAST.read_text(encoding="utf-8"))
    for person in cast["family"]:
        world.add_person(
            person["name"], id=person["id"], role="family", note=person.get("note", "")
        )
    for person in cast["staff"]:
        world.add_person(person["name"], id=person["id"], role=person["shown"], started=True)
    members = [person["id"] for person in cast["staff"]]
    world.add_group(cast["group"], members, supergroup=True, bot_is_admin=True)


class BotProcess:
    """The bot as a process of its own, speaking HTTP to the emulator as it would to Telegram."""

    def __init__(self, emulator: Emulator) -> None:
        self._emulator = emulator
        self._process: asyncio.subprocess.Process | None = None

    @property
    def running(self) -> bool:
        return self._process is not None and self._process.returncode is None

    @property
    def pid(self) -> int | None:
        return self._process.pid if self._process and self.running else None

    def _environment(self, clock_offset_ms: int) -> dict[str, str]:
        group = next(chat for chat in self._emulator.world.chats.values() if chat.type != "private")
        return {
            **{name: value for name, value in os.environ.items() if "HAMDELI" not in name},
            "HAMDELI_TELEGRAM__TOKEN": self._emulator.token,
            "HAMDELI_TELEGRAM__API_URL": self._emulator.url,
            "HAMDELI_TELEGRAM__FILE_URL": self._emulator.url,
            "HAMDELI_TELEGRAM__COUNSELOR_GROUP": str(group.id),
            "HAMDELI_TELEGRAM__POLL_TIMEOUT": "5",
            "HAMDELI_DATABASE__URL": f"sqlite:///{FOLDER / 'sandbox.db'}",
            "HAMDELI_SECRETS_DIR": str(FOLDER / "secrets"),
            "HAMDELI_HEALTH__LISTEN": "",
            "HAMDELI_SERVICE__CLOCK_OFFSET": str(clock_offset_ms // 1000),
        }

    async def _hamdeli(self, *arguments: str, offset: int = 0) -> None:
        """Runs a subcommand to its end; Problem with its own sentence when it fails."""
        done = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", *arguments,
            cwd=config.ROOT, env=self._environment(offset),
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
        )  # fmt: skip
        _, said = await done.communicate()
        if done.returncode:
            raise Problem(f"hamdeli {arguments[0]}: {said.decode().strip() or 'it failed'}")

    async def start(self, clock_offset_ms: int) -> None:
        if self.running:
            return
        with (FOLDER / "bot.log").open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "bot", "run",
                cwd=config.ROOT, env=self._environment(clock_offset_ms), stdout=log, stderr=log,
            )  # fmt: skip

    async def stop(self) -> None:
        await self._end(signal.SIGTERM)

    async def kill(self) -> None:
        await self._end(signal.SIGKILL)

    async def _end(self, number: signal.Signals) -> None:
        if self._process is None:
            return
        with suppress(ProcessLookupError):
            self._process.send_signal(number)
        await self._process.wait()
        self._process = None

    async def restart(self, clock_offset_ms: int) -> None:
        await self.stop()
        await self.start(clock_offset_ms)

    async def reset(self, clock_offset_ms: int) -> None:
        """A fresh database with the demo staff, and the bot running on it."""
        await self.stop()
        shutil.rmtree(FOLDER, ignore_errors=True)
        Path(FOLDER).mkdir(parents=True)
        await self._hamdeli("init", "--yes")
        await self._hamdeli("staff", "load", str(CAST))
        await self.start(clock_offset_ms)
