"""Who is measured, and how each is started: a process of its own on an empty folder."""

import os
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.crowd import Deed, Form
from bot.sandbox.server import DEFAULT_TOKEN

ROOT = Path(__file__).resolve().parents[1]
_TICKS = os.sysconf("SC_CLK_TCK")

_ANSWERS = ("من و همسرم", "تهران", "شمیرانات", "چند ماه است که با هم حرف نمی‌زنیم")

PEER_FORM = Form(
    (
        Deed("say", "/start"),
        *(Deed("say", words) for words in _ANSWERS),
        *(Deed("press", ":", messages=0, edits=1, answers=1) for _ in range(4)),
    )
)
# A press of ours turns its own message into the next question, too; the last one is confirmed by
# a message. Ours greets first.
_MOVES = {"messages": 0, "edits": 1, "answers": 1}
_SENDS = {"messages": 1, "edits": 1, "answers": 1}
OUR_FORM = Form(
    (
        Deed("say", "/start", messages=2),
        *(Deed("say", words) for words in _ANSWERS),
        *(Deed("press", ".pick.", **_MOVES) for _ in range(3)),
        Deed("press", ".pick.", **_SENDS),
    )
)
# The long way by buttons, leaving out what may be left out.
OUR_INTAKE = Form(
    (
        Deed("say", "/start", messages=2),
        Deed("press", ".pick.full", **_SENDS),
        *(Deed("press", part, **_MOVES) for part in (
            ".pick.yes", ".pick.any", ".mark.anytime", ".done", ".mark.none", ".done",
            ".pick.self", ".pick.no", ".skip", ".omit", ".omit", ".mark.stress", ".done",
            ".skip", ".skip", ".omit", ".omit",
        )),
        Deed("say", _ANSWERS[3]),
        Deed("press", ".confirm", **_SENDS),
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Contestant:
    name: str
    module: str
    form: Form
    ours: bool = False


PTB = Contestant("python-telegram-bot, commit per step", "benchmarks.peer_ptb", PEER_FORM)
AIOGRAM = Contestant("aiogram, memory storage", "benchmarks.peer_aiogram", PEER_FORM)
OURS = Contestant("hamdeli, the same form", "benchmarks.our_form", OUR_FORM, ours=True)
INTAKE = Contestant("hamdeli, the real intake", "bot", OUR_INTAKE, ours=True)
BARE = Contestant("no bot: a bare loop, nothing kept", "benchmarks.bare_loop", PEER_FORM)


@dataclass(slots=True)
class Running:
    """A bot's process, and what the kernel knows of it (Linux; elsewhere zeros)."""

    process: subprocess.Popen[bytes]
    log: Path
    began: float = field(default_factory=time.perf_counter)

    @property
    def cpu(self) -> float:
        """Seconds of processor time so far, all threads."""
        try:
            text = Path(f"/proc/{self.process.pid}/stat").read_text(encoding="utf-8")
        except OSError:
            return 0.0
        fields = text.rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / _TICKS

    @property
    def memory(self) -> float:
        """MiB that are resident now."""
        try:
            text = Path(f"/proc/{self.process.pid}/status").read_text(encoding="utf-8")
        except OSError:
            return 0.0
        line = next((line for line in text.splitlines() if line.startswith("VmRSS")), "0 0 kB")
        return int(line.split()[1]) / 1024

    def end(self) -> None:
        self.process.terminate()
        try:
            self.process.wait(15)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def start(who: Contestant, url: str, folder: Path, more: Mapping[str, str]) -> Running:
    """The bot on its way to its first poll; its own words go into `folder/log`."""
    environment = {name: text for name, text in os.environ.items() if "HAMDELI" not in name}
    arguments = [url, DEFAULT_TOKEN, str(folder)]
    if who.ours:
        environment |= _settings(url, folder)
        _do(["-m", "bot", "init", "--yes"], environment)
        arguments = ["run"] if who.module == "bot" else []
    log = folder / "log"
    began = time.perf_counter()
    with log.open("wb") as out:
        process = subprocess.Popen(
            [sys.executable, "-m", who.module, *arguments],
            cwd=ROOT, env={**environment, **more}, stdout=out, stderr=out,
        )  # fmt: skip
    return Running(process, log, began)


def _settings(url: str, folder: Path) -> dict[str, str]:
    return {
        "HAMDELI_TELEGRAM__TOKEN": DEFAULT_TOKEN,
        "HAMDELI_TELEGRAM__API_URL": url,
        "HAMDELI_TELEGRAM__FILE_URL": url,
        # The emulator has no limits here, so ours would only measure itself.
        "HAMDELI_TELEGRAM__MESSAGES_PER_SECOND": "0",
        "HAMDELI_DATABASE__URL": f"sqlite:///{folder / 'hamdeli.db'}",
        "HAMDELI_SECRETS_DIR": str(folder / "secrets"),
        "HAMDELI_HEALTH__LISTEN": "",
    }


def _do(arguments: list[str], environment: Mapping[str, str]) -> None:
    subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, env=environment, check=True,
        stdout=subprocess.DEVNULL,
    )  # fmt: skip
