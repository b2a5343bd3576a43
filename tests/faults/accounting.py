"""The accounting rule for duplicates, and what the database must hold after the storm.

A fake server logs every send that arrived, with the fault that hid it from the sender. Then

    explained = (sends that arrived and were then dropped, answered 5xx, garbled or late)
              + (sends that had arrived, but stood in no commit yet, at the moment of a kill)

It passes when of every message at least one copy arrived, and when the copies beyond the first
are no more than what is explained. We ask it of each message by itself, which is stricter than
asking it of the sum: copies − explained copies ≤ 1. And what stands in no commit must be young:
a result may wait for its turn to be written, not longer.
"""

import shutil
import sqlite3
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from bot.conversations.flow import answer_to_json
from bot.domain.outgoing import Text
from bot.domain.people import Platform
from bot.storage import cases, relay
from bot.storage.chats import group_key
from bot.storage.ids import Ids
from bot.storage.people import chat_key
from bot.storage.sealed import load_sealer
from bot.storage.sqlite import open_sqlite
from bot.storage.work import Work
from tests.conversations.model_tables import SECTION
from tests.faults.crowd import Matter, Scene
from tests.faults.watching import KEY, Crowd
from tests.marks import unmarked
from tests.service.house import Hamdeli, say
from tests.stage import Json

IN_FLIGHT = 1500
"""Milliseconds: what arrived longer than this before a kill must stand in a commit, even where
many processes share two cores."""
_EXPECTED = (
    "greeting", "menu", "claimed-family", "feedback-score", "feedback-words", "feedback-thanks",
    "intake-more", *(f"intake-{key}" for key in SECTION), "intake-consent",
    "series-offer",
)  # fmt: skip
Copies: TypeAlias = dict[tuple[int, str], list[Json]]


@dataclass(frozen=True, slots=True)
class Account:
    """`extra`: copies beyond those that were owed. `unexplained`: those no fault accounts for."""

    arrived: int
    extra: int
    explained: int
    unexplained: tuple[str, ...]


class Inquest:
    """Looks at a dead service's files, as copies, and at what had arrived but was not written."""

    def __init__(self, crowd: Crowd, service: Hamdeli) -> None:
        self.crowd, self.service = crowd, service
        self.kills = 0
        self.unwritten: set[int] = set()
        self._seen = 0

    async def kill(self) -> None:
        """Kills the service and learns what was in flight. AssertionError for a broken file."""
        killed_at = time.time_ns() // 1_000_000
        await self.service.kill()
        self.kills += 1
        fresh = (await self.crowd.get("deliveries", since=self._seen))["deliveries"]
        self._seen += len(fresh)
        with tempfile.TemporaryDirectory() as folder:
            for part in ("hamdeli.db", "hamdeli.db-wal"):
                if (self.service.folder / part).exists():
                    shutil.copy(self.service.folder / part, folder)
            copy = Path(folder) / "hamdeli.db"
            assert is_intact(copy)
            written = self._written(copy)
        for delivery in fresh:
            known = (self._chat_key(delivery["chat_id"]), delivery["message_id"]) in written
            if not known and killed_at - delivery["at"] < IN_FLIGHT:
                self.unwritten.add(delivery["seq"])

    def explains(self, delivery: Json) -> bool:
        """Whether the sender could not know, or not write down, that it had arrived."""
        return delivery["fault"] is not None or delivery["seq"] in self.unwritten

    def _written(self, path: Path) -> set[tuple[str, int]]:
        connection = sqlite3.connect(path)
        try:
            rows = connection.execute(
                "SELECT chat_key, message_id FROM outbox WHERE state = 'sent'"
                " AND message_id IS NOT NULL"
            )
            return set(rows.fetchall())
        finally:
            connection.close()

    def _chat_key(self, chat: int) -> str:
        if chat == self.service.group:
            return group_key(Platform.TELEGRAM)
        return chat_key(load_sealer(self.service.folder / "secrets"), Platform.TELEGRAM, chat)


def account(scenes: Sequence[Scene], deliveries: Sequence[Json], inquest: Inquest) -> Account:
    """Counts what arrived against what was owed."""
    copies: Copies = defaultdict(list)
    for delivery in deliveries:
        copies[delivery["chat_id"], _bare(delivery["text"] or "")].append(delivery)
    owed = _owed(scenes)
    extra, unexplained = 0, []
    for (chat, text), found in copies.items():
        due = owed(chat, text)
        extra += max(0, len(found) - due)
        certain = [delivery for delivery in found if not inquest.explains(delivery)]
        if len(certain) > due:
            unexplained.append(f"{len(found)} copies, {due} owed, in chat {chat}: {text}")
    explained = sum(inquest.explains(delivery) for delivery in deliveries)
    return Account(len(deliveries), extra, explained, tuple(unexplained))


class _owed:  # noqa: N801 (used like a function)
    """How many copies of a text a chat should have got."""

    def __init__(self, scenes: Sequence[Scene]) -> None:
        self._rounds = Counter({s.family.id: len(s.matters) for s in scenes})
        self._replies: Counter[int] = Counter()
        for scene in scenes:
            self._replies[scene.counselor.id] += scene.replies
        matters = [matter for scene in scenes for matter in scene.matters]
        self._receipts = {say("receipt-delivered", code=m.code): len(m.by_staff) for m in matters}
        self._codes = [matter.code for matter in matters]

    def __call__(self, chat: int, text: str) -> int:
        if text in self._receipts:
            return self._receipts[text]
        if KEY in text or any(code in text for code in self._codes):
            return 1
        if text == say("series-offer"):
            return 2 * self._rounds[chat]  # after the assessment, and after the talk
        # A question is put once in every walk; a counselor is asked at most once a message.
        return self._rounds[chat] or self._replies[chat] or 1


def _bare(text: str) -> str:
    """A text without the word that it may be a repeat, and without marks of direction."""
    return unmarked(text).removesuffix("\n\n" + unmarked(say("may-be-repeated")))


def misled(scenes: Sequence[Scene], deliveries: Sequence[Json]) -> list[str]:
    """Messages that came to anybody but the other side of their case."""
    right: dict[str, int] = {}
    for scene in scenes:
        for matter in scene.matters:
            right |= dict.fromkeys(matter.by_family, scene.counselor.id)
            right |= dict.fromkeys(matter.by_staff, scene.family.id)
    told = [(d, d["text"].split()[-1]) for d in deliveries if KEY in (d["text"] or "")]
    return [
        f"{k} came to {d['chat_id']}" for d, k in told if right.get(k) not in (None, d["chat_id"])
    ]


def surprises(scenes: Sequence[Scene], deliveries: Sequence[Json]) -> set[str]:
    """What families were told that nobody expects who answers every question once."""
    families = {scene.family.id for scene in scenes}
    codes = [matter.code for scene in scenes for matter in scene.matters]
    expected = [say(key).split("\n")[0] for key in _EXPECTED] + [KEY, *codes]
    texts = {_bare(d["text"] or "") for d in deliveries if d["chat_id"] in families}
    return {text for text in texts if not any(words in text for words in expected)}


def is_intact(path: Path) -> bool:
    """Whether SQLite finds nothing wrong with the file."""
    connection = sqlite3.connect(path)
    try:
        sound = connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        return sound and not connection.execute("PRAGMA foreign_key_check").fetchall()
    finally:
        connection.close()


def waiting(path: Path) -> dict[str, int]:
    """Rows that still have a way to go, or never arrived, by table and state."""
    connection = sqlite3.connect(path, timeout=30)
    try:
        rows = connection.execute(
            "SELECT 'outbox ' || state, count(*) FROM outbox WHERE state <> 'sent'"
            " AND kind NOT IN ('receipt', 'press_answer') GROUP BY 1"
            " UNION ALL SELECT 'inbox ' || state, count(*) FROM inbox WHERE state <> 'done'"
            " GROUP BY 1"
        )
        return dict(rows.fetchall())
    finally:
        connection.close()


async def assert_stored(folder: Path, scenes: Sequence[Scene]) -> None:
    """Every answer under its question, every message once and in order, every case once."""
    database = await open_sqlite(folder / "hamdeli.db")
    try:
        async with database.transaction() as tx:
            work = Work(tx, load_sealer(folder / "secrets"), Ids(), 0)
            matters = [matter for scene in scenes for matter in scene.matters]
            rows = await tx.fetch("SELECT code FROM cases")
            assert sorted(row["code"] for row in rows) == sorted(m.code for m in matters)
            for matter in matters:
                await _assert_matter(work, matter)
    finally:
        await database.close()


async def _assert_matter(work: Work, matter: Matter) -> None:
    case = await cases.by_code(work, matter.code)
    assert case is not None
    answers = {name: answer_to_json(answer) for name, answer in matter.answers.items()}
    found = await cases.assessment(work, case.id)
    assert found == answers, f"{matter.code}: {found}"
    kept: dict[str, list[str]] = {"family": [], "staff": []}
    for message in await relay.transcript(work, case.id, 1000):
        assert isinstance(message.message, Text)
        kept[message.origin.author].append(message.message.text.split()[-1])
    assert kept == {"family": matter.by_family, "staff": matter.by_staff}, f"{kept} of {matter}"
    said = await work.tx.row("SELECT score, words FROM feedback WHERE case_id = ?", case.id)
    assert said is not None
    assert said["score"] == matter.score
    assert work.open(said["words"], "feedback.words", case.id) == matter.words
