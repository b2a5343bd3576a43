"""The whole service for a story: the emulator in this process, `hamdeli run` in one of its own."""

import asyncio
import atexit
import json
import os
import re
import shutil
import signal
import sqlite3
import tempfile
from collections.abc import Sequence
from contextlib import closing, suppress
from datetime import datetime, time, timedelta
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from bot.clock import Clock
from bot.conversations.followups import FOLLOWUPS
from bot.domain.opening import WEEKDAYS
from bot.domain.people import Platform
from bot.sandbox import Emulator
from tests.hatchery import Hatched, Hatchery
from tests.marks import unmarked
from tests.shelf import shelf
from tests.stage import Json, Player, Stage

ROOT = Path(__file__).resolve().parents[2]
ADMINISTRATOR = 4001
TEHRAN = ZoneInfo("Asia/Tehran")


_furnished: dict[str, Path] = {}


def noon(days: int = 0) -> datetime:
    """Noon in Tehran, so many days from today. Every story begins at that of today."""
    return datetime.combine(datetime.now(TEHRAN), time(12), TEHRAN) + timedelta(days=days)


@cache
def _hatchery() -> Hatchery:
    return Hatchery()


class Hamdeli:
    """One or several `hamdeli run` processes on one database, beside an emulator."""

    def __init__(self, emulator: Emulator, folder: Path, database: str, **more: str) -> None:
        self.emulator, self.folder = emulator, folder
        self._database, self.more = database, more
        self._processes: list[Hatched] = []
        self.group: int | None = None
        self.clock = Clock(int((noon() - datetime.now(TEHRAN)).total_seconds()))

    platform = Platform.TELEGRAM
    """Where everybody is."""

    @property
    def token(self) -> str:
        """Of the bot that everybody talks with."""
        return self.emulator.token

    def environment(self) -> dict[str, str]:
        later = int(self.more.get("HAMDELI_SERVICE__CLOCK_OFFSET", "0"))
        mine = {name: text for name, text in os.environ.items() if "HAMDELI" not in name}
        return {
            **mine,
            "HAMDELI_TELEGRAM__TOKEN": self.emulator.token,
            "HAMDELI_TELEGRAM__API_URL": self.emulator.url,
            "HAMDELI_TELEGRAM__FILE_URL": self.emulator.url,
            "HAMDELI_TELEGRAM__POLL_TIMEOUT": "2",
            "HAMDELI_TELEGRAM__ADMINS": f"[{ADMINISTRATOR}]",
            "HAMDELI_TELEGRAM__MESSAGES_PER_SECOND": "0",
            **({"HAMDELI_TELEGRAM__COUNSELOR_GROUP": str(self.group)} if self.group else {}),
            "HAMDELI_DATABASE__URL": self._database,
            "HAMDELI_SECRETS_DIR": str(self.folder / "secrets"),
            "HAMDELI_HEALTH__LISTEN": "",
            "HAMDELI_ASSESSMENT__SCREENERS": "[]",
            # A story means the same at any hour: it begins at noon, the service is open, and the
            # group holds cards alone.
            "HAMDELI_HOURS": json.dumps(dict.fromkeys((*WEEKDAYS, "holiday"), "00:00-24:00")),
            "HAMDELI_DUTY__DIGEST": "false",
            "HAMDELI_TALK__MESSAGES_PER_MINUTE": "1000",
            **self.more,
            "HAMDELI_SERVICE__CLOCK_OFFSET": str(self.clock.offset + later),
        }

    async def does(self, *arguments: str) -> tuple[int, str]:
        """A subcommand: its exit code and all that it printed."""
        with tempfile.TemporaryFile() as said:
            process = await _hatchery().begin(arguments, self.environment(), said.fileno())
            code = await process.wait()
            said.seek(0)
            return code, said.read().decode()

    async def furnish(self, cast: Path) -> None:
        """Keys, and staff in the database: made once a test process on SQLite, then copied."""
        made = _furnished.get(self._database.partition(":")[0])
        if made is None:
            for arguments in (("init", "--yes"), ("staff", "load", str(cast))):
                code, said = await self.does(*arguments)
                assert code == 0, said
            if self._database.startswith("sqlite"):
                made = Path(tempfile.mkdtemp(prefix="hamdeli-"))
                atexit.register(shutil.rmtree, made, ignore_errors=True)
                shutil.copytree(self.folder, made, dirs_exist_ok=True)
                _furnished["sqlite"] = made
            return
        shutil.copytree(made, self.folder, dirs_exist_ok=True)

    async def start(self) -> int:
        """One more `hamdeli run`; its pid."""
        with (self.folder / "hamdeli.log").open("ab") as log:
            process = await _hatchery().begin(["run"], self.environment(), log.fileno())
        self._processes.append(process)
        return process.pid

    async def comes_back(self, seconds: float) -> None:
        """It was down, and is there again so many seconds after the noon at which it began."""
        await self.end()
        self.more["HAMDELI_SERVICE__CLOCK_OFFSET"] = str(int(seconds))
        await self.start()

    async def end(self, number: signal.Signals = signal.SIGTERM) -> list[int]:
        """Ends every process; their exit codes."""
        for process in self._processes:
            if process.returncode is None:
                process.send_signal(number)
        codes = [await process.wait() for process in self._processes]
        self._processes.clear()
        return codes

    async def kill(self) -> None:
        await self.end(signal.SIGKILL)

    async def state(self) -> Json:
        code, said = await self.does("state", "--json")
        assert code == 0, said
        counts: Json = json.loads(said)
        return counts

    async def heard(self, mark: str = "heard") -> None:
        """Until the service has noted that the messenger answers it: seconds after a start; or
        until another mark stands."""
        path = self._database.removeprefix("sqlite:///")
        with closing(sqlite3.connect(path)) as database:
            while True:
                with suppress(sqlite3.OperationalError):
                    asked = "SELECT 1 FROM meta WHERE name = ?"
                    if database.execute(asked, (mark,)).fetchall():
                        return
                await asyncio.sleep(0.2)

    def log(self) -> str:
        path = self.folder / "hamdeli.log"
        return path.read_text(encoding="utf-8") if path.exists() else ""


async def walks(family: Player, *steps: tuple[str, ...]) -> None:
    """Through questions of the assessment: each is heard, then its buttons are pressed."""
    for question, *labels in steps:
        await family.hears(say(f"intake-{question}"))
        for label in labels:
            await family.presses(say(label))


class Story:
    """The stage, the service, and the standing cast: families, counselors, an administrator."""

    def __init__(self, stage: Stage, service: Hamdeli, group: Json) -> None:
        self.stage, self.service, self.group = stage, service, group
        self.cast: dict[str, Player] = {}

    def __getattr__(self, name: str) -> Player:
        try:
            return self.cast[name]
        except KeyError:
            raise AttributeError(name) from None

    async def intake(self, family: Player, *, topic: str = "grief", story: str = "",
                     further: Sequence[tuple[str, ...]] = ()) -> str:  # fmt: skip
        """A family walks the full assessment by its buttons, leaving out whatever may be left
        out. `further`: what it answers before safety. The tracking code it was given."""
        await family.says("/start")
        await walks(
            family,
            ("consent", "intake-consent-full"),
            ("private", "intake-private-yes"),
            ("contact", "intake-contact-any"),
            ("times", "intake-times-anytime", "button-done"),
            ("purposes", "intake-purposes-none", "button-done"),
            ("who", "intake-who-self"),
            ("danger", "intake-danger-no"),
            ("age", "button-skip"),
            ("province", "button-omit"),
            ("adults", "button-omit"),
            ("topics", f"intake-topics-{topic}", "button-done"),
            *((question, "button-skip") for question in FOLLOWUPS[topic]),
            *further,
            ("safety", "button-omit"),
            ("help", "button-omit"),
        )
        await self._tells(family, story)
        await walks(family, ("review", "button-confirm"))
        return code_in((await family.hears("کد پیگیری"))["text"])

    async def quick_intake(self, family: Player, *, story: str = "") -> str:
        """A family that wants to talk now. The tracking code it was given."""
        await family.says("/start")
        await walks(
            family,
            ("consent", "intake-consent-now"),
            ("who", "intake-who-self"),
            ("danger", "intake-danger-no"),
            ("province", "button-skip"),
        )
        await self._tells(family, story)
        return code_in((await family.hears("کد پیگیری"))["text"])

    async def _tells(self, family: Player, story: str) -> None:
        await family.hears(say("intake-story"))
        await (family.says(story) if story else family.presses(say("button-skip")))


WORDS = shelf().words


def say(key: str, **arguments: Any) -> str:
    """Our own words in Persian, as a person sees them, without the invisible marks."""
    return unmarked(WORDS.say("fa", key, **arguments))


def code_in(text: str) -> str:
    """The case code in a text."""
    found = re.search(r"[0-9A-HJKMNP-TV-Z]{3}(?:-[0-9A-HJKMNP-TV-Z]{3}){2}", text)
    assert found, text
    return found.group()


async def begin(
    stage: Stage, service: Hamdeli, *, supergroup: bool = True, **families: str
) -> Story:
    """Everybody on stage, staff with their roles, the service running."""
    people: dict[str, Any] = {}
    for key, name in {"maryam": "مریم", "hossein": "حسین", "zahra": "زهرا", **families}.items():
        people[key] = await stage.person(name)
    staff = {
        "narges": ("نرگس", 2001), "omid": ("امید", 2002), "reza": ("رضا", 2003),
        "sara": ("سارا", ADMINISTRATOR),
    }  # fmt: skip
    for key, (name, number) in staff.items():
        people[key] = await stage.person(name, id=number, started=True)
    members = [people[key] for key in staff]
    group = await stage.group("مشاوران", members, supergroup=supergroup, bot_is_admin=True)
    service.group = group["id"]
    roles = (("narges", "counselor"), ("omid", "counselor"), ("reza", "supervisor"))
    cast = service.folder / "cast.toml"
    cast.write_text(
        "".join(
            f'[[staff]]\nid = {staff[key][1]}\nalias = "{staff[key][0]}"\nrole = "{role}"\n'
            f"on_call = {str(key == 'reza').lower()}\n"
            for key, role in roles
        ),
        encoding="utf-8",
    )
    await service.furnish(cast)
    await service.start()
    story = Story(stage, service, group)
    story.cast = people
    return story
