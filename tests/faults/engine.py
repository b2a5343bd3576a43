"""The middle of the road in the test's own process: a real database, the real intake and worker.

What a messenger would have sent is laid into the inbox as raw JSON; what we owe is read from
the outbox. No messenger takes part, so thousands of updates pass in a second.
"""

import itertools
import json
import time
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from bot.clock import Clock
from bot.domain.case import Case
from bot.domain.delivery import Done
from bot.domain.ids import PersonId
from bot.domain.outgoing import Outgoing
from bot.domain.outgoing_json import from_json
from bot.domain.people import Platform, Role
from bot.domain.triage import Needs, assess
from bot.handlers.house import Place
from bot.handlers.queue import cards
from bot.handlers.tools import Tools
from bot.messengers.platforms import TELEGRAM
from bot.messengers.poller import Intake
from bot.storage import cases, outbox, people, sealed
from bot.storage.cases import Request
from bot.storage.database import Database
from bot.storage.ids import Ids
from bot.storage.listening import ASIDES
from bot.worker import Worker
from tests.shelf import shelf

Json = dict[str, Any]
BOT, GROUP, ADMINISTRATOR = 424242, -1001, 4001
_updates = itertools.count(7_000_001)
_messages = itertools.count(1)


@dataclass(frozen=True, slots=True)
class Owed:
    """One row of the outbox, opened."""

    id: int
    chat_id: int | None
    kind: str
    message: Outgoing
    state: str


@dataclass(slots=True, repr=False)  # asyncio shows results, and the house is a long text
class Engine:
    """Intake, worker and tools on one open database."""

    tools: Tools
    intake: Intake = field(init=False)
    worker: Worker = field(init=False)

    def __post_init__(self) -> None:
        self.intake = Intake(TELEGRAM, BOT, self.tools)
        self.worker = Worker(self.tools)

    def folds_after(self, limit: int) -> None:
        """From now on this many messages a minute of one family pass one by one."""
        self.tools = replace(self.tools, house=replace(self.tools.house, flood_limit=limit))
        self.worker = Worker(self.tools)

    async def receives(self, *updates: Json) -> None:
        """The messenger hands over these updates, and all that waits is worked off."""
        for start in range(0, len(updates), 100):
            await self.intake.keep(updates[start : start + 100])
        await self.works()

    async def works(self) -> None:
        while await self.worker.work():
            pass

    async def staff(self, account: int, role: Role, *, on_call: bool = False) -> PersonId:
        async with self.tools.database.transaction() as tx:
            work = self.tools.desk(tx).work
            person = people.add(work, Platform.TELEGRAM, account, "fa").person.id
            await people.appoint(work, person, role, f"ش{account}", on_call=on_call)
        return person

    async def case_of(self, account: int, topic: str = "grief") -> Case:
        """Somebody new has asked for help: the case waits, its card is owed."""
        async with self.tools.database.transaction() as tx:
            desk = self.tools.desk(tx)
            person = people.add(desk.work, Platform.TELEGRAM, account, "fa").person.id
            request = Request(topic, assess(Needs(topic)), "tehran")
            case = await cases.open_case(desk.work, person, request)
            assert case is not None
            await cards.show(desk, case)
        return case

    async def owes(self, after: int = 0) -> list[Owed]:
        """All that was ever owed, oldest first."""
        rows = await self.tools.database.read(
            "SELECT id, kind, state, payload FROM outbox"
            " WHERE id > ? AND payload IS NOT NULL ORDER BY id",
            after,
        )
        return [self._opened(row) for row in rows]

    def _opened(self, row: Mapping[str, Any]) -> Owed:
        body = json.loads(self.tools.sealer.open(row["payload"], f"outbox.payload:{row['id']}"))
        message = from_json(body["message"])
        return Owed(row["id"], body["to"], row["kind"], message, row["state"])

    async def delivers(self) -> dict[int, int]:
        """Everything owed has arrived: the message id that each row got."""
        numbers: dict[int, int] = {}
        async with self.tools.database.transaction() as tx:
            work = self.tools.desk(tx).work
            for row in await tx.fetch("SELECT * FROM outbox WHERE state = 'waiting' ORDER BY id"):
                letter = outbox.opened(self.tools.sealer, {**row, "target": None})
                numbers[letter.id] = next(_messages)
                outbox.settle(work, letter, Done((numbers[letter.id],)))
                if letter.about.case is not None and letter.kind not in ASIDES | {"prompt"}:
                    outbox.remember_copy(work, letter, numbers[letter.id], letter.about.relay)
        return numbers

    async def count(self, table: str, where: str = "1 = 1", *values: Any) -> int:
        rows = await self.tools.database.read(
            f"SELECT count(*) AS n FROM {table} WHERE {where}", *values
        )
        return int(rows[0]["n"])

    async def snapshot(self, *tables: str) -> dict[str, list[str]]:
        """These tables, every column of every row, as they stand now."""
        found = {}
        for table in tables:
            rows = await self.tools.database.read(f"SELECT * FROM {table}")
            found[table] = sorted(str(tuple(dict(row).items())) for row in rows)
        return found


STATE = (
    "accounts", "people", "staff", "invites", "sessions", "consents", "cases", "relay",
    "relay_versions", "copies", "notes", "alerts", "alert_steps", "feedback", "chats", "meta",
    "acuity_changes", "household", "unfinished", "partners", "referrals", "referral_letters",
    "skills", "shifts",
    "transfers", "holds",
    "closings", "tasks", "goals", "safety_plans",
    "appointments", "appointment_times", "appointment_slots", "screenings", "screening_offers",
    "replies", "reply_drafts", "listeners", "asides", "blocks", "abuse_reports", "floods",
    "flooded", "debriefs",
    "series_runs", "series_sent", "opt_outs",
    "link_codes", "link_guesses",
    "donations", "review_wishes",
    "broadcasts", "broadcast_versions", "broadcast_prompts", "segments", "recipients",
)  # fmt: skip
"""Every table that says what is the case; the others only say what is to be done."""


@asynccontextmanager
async def engine(
    database: Database, folder: Path, clock: Clock | None = None
) -> AsyncIterator[Engine]:
    """A service without a messenger, with one administrator and a counselor group."""
    sealed.make_keys(folder / "secrets")
    place = Place("hamdeli_bot", GROUP, frozenset({ADMINISTRATOR}))
    house = replace(shelf().house("fa", {Platform.TELEGRAM: place}), flood_limit=10**9)
    sealer = sealed.load_sealer(folder / "secrets")
    made = Engine(Tools(database, sealer, Ids(), clock or Clock(), house))
    await made.staff(ADMINISTRATOR, Role.ADMINISTRATOR)
    yield made


# Raw updates, as Telegram writes them.


def person(account: int, **more: Any) -> Json:
    return {"id": account, "is_bot": False, "first_name": "X", "language_code": "fa", **more}


def private(account: int) -> Json:
    return {"id": account, "type": "private", "first_name": "X"}


SUPERGROUP: Json = {"id": GROUP, "type": "supergroup", "title": "G"}


def update(kind: str, body: Json, number: int | None = None) -> Json:
    return {"update_id": next(_updates) if number is None else number, kind: body}


def says(account: int, text: str, chat: Json | None = None, **more: Any) -> Json:
    """A text; a command where it begins with a slash."""
    body: Json = {
        "message_id": next(_messages), "from": person(account), "chat": chat or private(account),
        "date": int(time.time()), "text": text, **more,
    }  # fmt: skip
    if text.startswith("/"):
        length = len(text.split(maxsplit=1)[0])
        body["entities"] = [{"type": "bot_command", "offset": 0, "length": length}]
    return update("message", body)


def presses(account: int, data: Any, chat: Json | None = None, message_id: int = 1) -> Json:
    message = {"message_id": message_id, "chat": chat or private(account), "date": 1, "text": "?"}
    number = str(10**18 + next(_updates))
    return update(
        "callback_query",
        {"id": number, "from": person(account), "message": message, "data": data},
    )


def buttons_of(messages: Sequence[Outgoing]) -> list[str]:
    """The data of every button in these messages."""
    return [
        button.data
        for message in messages
        for row in getattr(message, "buttons", ())
        for button in row
        if button.data
    ]
