"""What is due among three million rows: looking up and claiming the next hundred.

The same number of rows is due in both sizes, so that only what lies behind them differs.
"""

import resource
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from benchmarks.tables import show
from bot.storage import due, sealed
from bot.storage.database import Database
from bot.storage.ids import Ids
from bot.storage.migrate import migrate
from bot.storage.sealed import Sealer
from bot.storage.sqlite import open_sqlite
from bot.storage.work import Work

NOW = 1_790_000_000_000
DAY = 24 * 3600 * 1000
SIZES = (10_000, 1_000_000)
"""People; each has three reminders."""
READY = 20_000
"""Rows that are due now."""
BATCH = 100
ROUNDS = 40
_KINDS = ("series", "appointment_day", "screening_again")


def _people(size: int) -> Iterator[tuple[int, str, int, int]]:
    return ((number, "fa", NOW, NOW) for number in range(1, size + 1))


def _due(size: int) -> Iterator[tuple[int, str, int, str, int]]:
    """Three for each; those that are due lie scattered among the others."""
    rows = 3 * size
    apart = rows // READY
    for number in range(rows):
        person = number % size + 1
        is_due = number % apart == 0 and number // apart < READY
        at = NOW - 1 - number if is_due else NOW + 1 + (number * 7919) % (60 * DAY)
        yield rows + number, _KINDS[number % 3], person, f"key:{number}", at


def _fill(path: Path, size: int) -> None:
    database = sqlite3.connect(path)
    database.execute("PRAGMA synchronous=OFF")
    database.execute("PRAGMA cache_size=-400000")
    database.executemany(
        "INSERT INTO people (id, language, created_at, seen_at) VALUES (?, ?, ?, ?)", _people(size)
    )
    database.executemany(
        "INSERT INTO due (id, kind, subject, key, run_at) VALUES (?, ?, ?, ?, ?)", _due(size)
    )
    database.commit()
    database.execute("ANALYZE")
    database.close()


async def _claim(database: Database, sealer: Sealer, ids: Ids) -> tuple[float, float]:
    """Milliseconds of looking the next hundred up, and of taking them in one transaction."""
    began = time.perf_counter()
    numbers = await due.ready(database, NOW, BATCH)
    found = time.perf_counter()
    async with database.transaction() as tx:
        work = Work(tx, sealer, ids, NOW)
        for number in numbers:
            if await due.take(work, number) is None:
                raise RuntimeError("somebody else took it")
    taken = time.perf_counter()
    if len(numbers) != BATCH:
        raise RuntimeError(f"only {len(numbers)} are due")
    return (found - began) * 1000, (taken - found) * 1000


async def _column(path: Path, sealer: Sealer, size: int) -> tuple[float, float, float]:
    database = await open_sqlite(path)
    await migrate(database)
    await database.close()
    _fill(path, size)
    database = await open_sqlite(path)
    before = _resident()
    try:
        times = [await _claim(database, sealer, Ids()) for _ in range(ROUNDS)]
    finally:
        await database.close()
    return median(a for a, _ in times), median(b for _, b in times), _resident() - before


def _resident() -> float:
    """MiB of memory that this process holds now."""
    pages = int(Path("/proc/self/statm").read_text(encoding="utf-8").split()[1])
    return pages * resource.getpagesize() / 2**20


async def reminders(*, quick: bool) -> None:
    """Prints the table and the ratios."""
    sizes = (SIZES[0], 100_000) if quick else SIZES
    with tempfile.TemporaryDirectory(prefix="hamdeli-bench-") as name:
        sealed.make_keys(Path(name) / "secrets")
        sealer = sealed.load_sealer(Path(name) / "secrets")
        columns = [await _column(Path(name) / f"{size}.db", sealer, size) for size in sizes]
    names = (f"look the next {BATCH} up, ms", f"take all {BATCH} of them, one by one, ms",
             "memory grown meanwhile, MiB")  # fmt: skip
    rows = [(name, *(f"{column[place]:.2f}" for column in columns))
            for place, name in enumerate(names)]  # fmt: skip
    title = f"what is due on SQLite, by people (three rows each, {READY:,} of them due)"
    show(title, [f"{size:,}" for size in sizes], rows)
    for place, name in enumerate(names[:2]):
        print(f"  {name.partition(',')[0]}: {columns[1][place] / columns[0][place]:.2f} times")
