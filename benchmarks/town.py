"""A database full of people: rows as the service leaves them, made quickly.

For every ten people one case; of 100 cases 2 wait, 8 are claimed, the rest is closed. Each person
has one update that is done and one message that was sent; each case five passed messages.
"""

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from bot.conversations.flow import Session, session_to_json
from bot.domain.ids import CaseId, PersonId
from bot.domain.outgoing import Text
from bot.domain.outgoing_json import to_json
from bot.domain.people import Platform
from bot.storage.people import chat_key
from bot.storage.sealed import Sealer

PLATFORM = Platform.TELEGRAM
COUNSELORS = 200
BUSY = 100
"""Chats with an update that waits, and as many with messages that wait."""
NOW = 1_800_000_000_000
_COPY_ROWS = 20_000
_SEALED = "1.k1." + "c2VhbGVkIHdvcmRz" * 20

Rows = Iterator[tuple[Any, ...]]
_TABLES = {
    "people": "id, language, created_at, seen_at",
    "accounts": "chat_key, person_id, platform, chat_id",
    "staff": "person_id, role, alias, on_call, since, settled",
    "sessions": "person_id, flow, body, updated_at",
    "cases": "id, code, person_id, status, acuity, reasons, rule_version, topic, province, county,"
    " contact, assessment, opened_at, counselor_id, claimed_at, closed_at, outcome, messages",
    "inbox": "id, platform, update_key, chat_key, urgent, received_at, payload, state, done_at",
    "outbox": "id, platform, chat_key, lane, kind, payload, state, due_at, expires_at, created_at,"
    " ended_at, message_id, person_id",
    "relay": "id, case_id, number, author, author_id, chat_key, message_id, state, body, at",
    "copies": "chat_key, message_id, outbox_id, case_id, relay_id",
}


@dataclass(slots=True)
class Town:
    """Everybody from `first` to `last` (exclusive) as rows, table by table."""

    sealer: Sealer
    first: int
    last: int
    _keys: list[str] = field(default_factory=list)

    def key(self, person: int) -> str:
        return chat_key(self.sealer, PLATFORM, 10_000_000 + person)

    def rows(self) -> Iterator[tuple[str, str, Rows]]:
        """Table, its columns, its rows; tables that others refer to come first."""
        self._keys = [self.key(person) for person in range(self.first, self.last)]
        for table, columns in _TABLES.items():
            yield table, columns, getattr(self, f"_{table}")()

    def _everybody(self) -> Iterator[tuple[int, str]]:
        return zip(range(self.first, self.last), self._keys, strict=True)

    def _people(self) -> Rows:
        return ((person + 1, "fa", NOW, NOW) for person, _ in self._everybody())

    def _accounts(self) -> Rows:
        for person, key in self._everybody():
            sealed = self.sealer.seal(str(10_000_000 + person), f"accounts.chat_id:{key}")
            yield key, person + 1, PLATFORM.value, sealed

    def _staff(self) -> Rows:
        for person in range(COUNSELORS) if self.first == 0 else ():
            alias = self._seal("نرگس", f"staff.alias:{person + 1}")
            yield person + 1, "counselor", alias, 0, NOW, 0

    def _sessions(self) -> Rows:
        for person, _ in self._everybody():
            if person % 20 == 7:
                walk = Session("intake", 2, "abcd", "who", {}, ("consent",))
                place = f"sessions.body:{person + 1}"
                body = self._seal(json.dumps(session_to_json(walk)), place)
                yield person + 1, "intake", body, NOW

    def _cases(self) -> Rows:
        for case in self._case_numbers():
            kind, number = case % 100, case + 1
            waits, claimed = kind < 2, 2 <= kind < 10
            yield (
                number, f"{number:09d}", _owner(case), "waiting" if waits else
                "claimed" if claimed else "closed", acuity(case), "[]", 1, "grief", "23", "", "any",
                _SEALED, NOW + case, None if waits else (case // 100 * 8 + kind) % COUNSELORS + 1,
                None if waits else NOW + case, None if waits or claimed else NOW + case + 1,
                None if waits or claimed else "helped", 5,
            )  # fmt: skip

    def _case_numbers(self) -> range:
        return range(self.first // 10, self.last // 10)

    def _inbox(self) -> Rows:
        for person, key in self._everybody():
            busy = person < BUSY
            number = person + 1
            yield (
                number, PLATFORM.value, f"telegram:1:{person}", key, 0, NOW,
                _SEALED if busy else None, "new" if busy else "done", None if busy else NOW,
            )  # fmt: skip

    def _outbox(self) -> Rows:
        for person, key in self._everybody():
            number = person + 1
            busy = person < BUSY
            yield (
                number, PLATFORM.value, key, 2, "reply", _SEALED if busy else None,
                "waiting" if busy else "sent", NOW, NOW * 2, NOW, None if busy else NOW,
                None if busy else number, number,
            )  # fmt: skip

    def _relay(self) -> Rows:
        said = json.dumps(to_json(Text("پسرم چند هفته است با من حرف نمی‌زند")))
        for case, place, number in self._messages():
            owner = _owner(case)
            yield (
                number, case + 1, place + 1, "family", owner, self._keys[owner - 1 - self.first],
                1_000_000 + number, "passed", self._seal(said, f"relay.body:{number}"), NOW,
            )  # fmt: skip

    def _copies(self) -> Rows:
        for case, _, number in self._messages():
            key = self._keys[_owner(case) - 1 - self.first]
            yield key, 2_000_000_000 + number, number, case + 1, number

    def _messages(self) -> Iterator[tuple[int, int, int]]:
        return ((c, place, c * 5 + place + 1) for c in self._case_numbers() for place in range(5))

    def _seal(self, text: str, place: str) -> str:
        return self.sealer.seal(text, place)


def _owner(case: int) -> PersonId:
    """The person whose case this is."""
    return PersonId(case * 10 + 9)


def acuity(case: int) -> int:
    return case // 7 % 4


def waiting_cases(people: int) -> list[CaseId]:
    return [CaseId(case + 1) for case in range(people // 10) if case % 100 < 2]


BACKLOG = (
    "INSERT INTO outbox (id, platform, chat_key, lane, kind, payload, due_at, expires_at,"
    " created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
)


def backlogs() -> Iterator[tuple[str, Rows]]:
    """What may wait besides, one after the other: cards for a busy group, reminders."""

    def row(number: int, key: str, lane: int, kind: str, due: int) -> tuple[Any, ...]:
        return number, PLATFORM.value, key, lane, kind, _SEALED, due, 2 * NOW, NOW

    cards = (row(10**9 + n, "group:telegram", 3, "card", NOW) for n in range(5_000))
    yield "5,000 cards wait for one group", cards
    later = (row(2 * 10**9 + n, f"later-{n}", 4, "notice", 2 * NOW) for n in range(20_000))
    yield "20,000 messages are due later", later


class Filled(Protocol):
    """What can be written straight into a database: tables, their columns, and rows."""

    def rows(self) -> Iterator[tuple[str, str, Rows]]: ...


def fill_sqlite(path: Path, town: Filled) -> None:
    """Straight into the file, with all that protects a commit switched off."""
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        connection.execute("PRAGMA synchronous=OFF")
        connection.execute("PRAGMA cache_size=-400000")
        connection.execute("BEGIN")
        for table, columns, rows in town.rows():
            marks = ", ".join("?" * (columns.count(",") + 1))
            connection.executemany(f"INSERT INTO {table} ({columns}) VALUES ({marks})", rows)
        connection.execute("COMMIT")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        connection.close()


async def fill_postgres(url: str, town: Filled, settle: str = "ANALYZE") -> None:
    """By COPY; `settle` brings statistics up to date, as autovacuum would after a while."""
    import asyncpg

    connection = await asyncpg.connect(url)
    try:
        await connection.execute("SET synchronous_commit = off")
        await connection.execute("SET session_replication_role = replica")
        for table, columns, rows in town.rows():
            await connection.copy_records_to_table(
                table, records=rows, columns=[name.strip() for name in columns.split(",")]
            )
        await connection.execute(settle)
    finally:
        await connection.close()
