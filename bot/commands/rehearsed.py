"""The bot under the sandbox: a fresh database with the demo staff, and `hamdeli run` on it."""

import asyncio
import ctypes
import os
import shutil
import signal
import sys
import tomllib
from contextlib import suppress
from pathlib import Path

from bot import config
from bot.commands import partnering, staffing, townsfolk
from bot.commands.opening import opened
from bot.endpoints import Database
from bot.sandbox.server import BALE_TOKEN, Emulator
from bot.sandbox.wallet import TEST_TOKEN
from bot.storage.sealed import make_keys

CAST = config.ROOT / "content" / "rehearsal.toml"

_PR_SET_PDEATHSIG = 1  # linux/prctl.h


class BotProcess:
    """The bot as a process of its own, speaking HTTP to the emulator as it would to Telegram.

    Everything it keeps lies in `folder`, and dies with a reset.
    """

    def __init__(self, emulator: Emulator, folder: Path) -> None:
        self._emulator, self._folder = emulator, folder
        self._process: asyncio.subprocess.Process | None = None

    @property
    def running(self) -> bool:
        return self._process is not None and self._process.returncode is None

    @property
    def pid(self) -> int | None:
        return self._process.pid if self._process and self.running else None

    @property
    def _database(self) -> str:
        return f"sqlite:///{self._folder / 'sandbox.db'}"

    def _environment(self, clock_offset_ms: int) -> dict[str, str]:
        chats = self._emulator.world.chats.values()
        groups = {chat.platform: chat.id for chat in chats if chat.type != "private"}
        return {
            **{name: value for name, value in os.environ.items() if "HAMDELI" not in name},
            "HAMDELI_TELEGRAM__TOKEN": self._emulator.token,
            "HAMDELI_TELEGRAM__API_URL": self._emulator.url,
            "HAMDELI_TELEGRAM__FILE_URL": self._emulator.url,
            "HAMDELI_TELEGRAM__COUNSELOR_GROUP": str(groups["telegram"]),
            "HAMDELI_TELEGRAM__POLL_TIMEOUT": "5",
            # Not those of a config.toml that serves for real.
            "HAMDELI_TELEGRAM__ADMINS": "[]",
            "HAMDELI_TELEGRAM__MODE": "polling",
            "HAMDELI_TELEGRAM__PROXY": "",
            "HAMDELI_BALE__TOKEN": BALE_TOKEN,
            "HAMDELI_BALE__API_URL": self._emulator.url,
            "HAMDELI_BALE__FILE_URL": self._emulator.url,
            "HAMDELI_BALE__COUNSELOR_GROUP": str(groups["bale"]),
            "HAMDELI_BALE__POLL_TIMEOUT": "5",
            "HAMDELI_BALE__ADMINS": "[]",
            "HAMDELI_BALE__PROXY": "",
            "HAMDELI_BALE__WALLET": TEST_TOKEN,
            "HAMDELI_DONATIONS__ENABLED": "true",
            "HAMDELI_DATABASE__URL": self._database,
            "HAMDELI_SECRETS_DIR": str(self._folder / "secrets"),
            "HAMDELI_HEALTH__LISTEN": "",
            "HAMDELI_SERVICE__CLOCK_OFFSET": str(clock_offset_ms // 1000),
        }

    async def start(self, clock_offset_ms: int) -> None:
        if self.running:
            return
        with (self._folder / "bot.log").open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "bot", "run",
                cwd=config.ROOT, env=self._environment(clock_offset_ms),
                stdin=asyncio.subprocess.DEVNULL, stdout=log, stderr=log,
                preexec_fn=_end_with_parent if sys.platform == "linux" else None,
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
        """A fresh database with the demo staff, and the bot running on it.

        The staff is written from this process: a subcommand each would cost its own start.
        """
        await self.stop()
        for old in self._folder.glob("sandbox.db*"):
            old.unlink()
        shutil.rmtree(self._folder / "secrets", ignore_errors=True)
        (self._folder / "bot.log").unlink(missing_ok=True)
        secrets = self._folder / "secrets"
        make_keys(secrets)
        mine = {"database": Database(url=self._database), "secrets_dir": secrets}
        settings = config.load().model_copy(update=mine)
        town = tomllib.loads(CAST.read_text(encoding="utf-8"))["town"]
        async with opened(settings) as tools:
            await partnering.load(tools, partnering.read(CAST, tools.house.divisions))
            await staffing.appoint(tools, staffing.read(CAST))
            await townsfolk.move_in(tools, town)
        await self.start(clock_offset_ms)


def _end_with_parent() -> None:
    """A sandbox that is killed leaves no bot behind that polls an address without a server."""
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)
