"""Broadcasts: choosing 100,000 of a million people, freezing them while others write, and how many
messages a second leave, beside the clients of two libraries in the same run."""

import asyncio
import multiprocessing
import resource
import sqlite3
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import suppress
from pathlib import Path
from statistics import median

from benchmarks.senders import throughput
from benchmarks.tables import show
from bot.domain.broadcast import Topic
from bot.domain.ids import BroadcastId, PersonId
from bot.domain.segment import Segment
from bot.jobs.broadcasts import WINDOW
from bot.storage import broadcasts, recipients, sealed, segments
from bot.storage.database import Database
from bot.storage.ids import Ids
from bot.storage.migrate import migrate
from bot.storage.sqlite import open_sqlite
from bot.storage.work import Work

NOW = 1_790_000_000_000
DAY = 24 * 3600 * 1000
TODAY = 739_000
APART = 8
"""One person in so many is in the province; some of them may not be written to."""
SEGMENT = Segment(provinces=("fars",), rest_days=3)


def _rows(size: int) -> Iterator[tuple[str, Iterator[tuple[object, ...]]]]:
    """What a town of this size looks like, table by table."""
    people = range(1, size + 1)
    yield (
        "INSERT INTO people (id, language, created_at, seen_at) VALUES (?, ?, ?, ?)",
        ((n, "fa" if n % 9 else "en", NOW, NOW - (n % 300 + 1) * DAY) for n in people),
    )
    yield (
        "INSERT INTO contacts (person_id, writing, hours) VALUES (?, ?, '')",
        ((n, "wait" if n % 10 == 1 else "any") for n in people),
    )
    yield (
        "INSERT INTO cases (id, code, person_id, status, acuity, reasons, rule_version, topic,"
        " province, county, contact, opened_at, closed_at, outcome)"
        " VALUES (?, ?, ?, 'closed', ?, '', 1, 'stress', ?, '', 'any', ?, ?, 'helped')",
        (
            (size + n, f"c{n}", n, 1 if n % 50 == 0 else 2, "fars" if n % APART == 0 else "qom",
             NOW - (n % 400 + 1) * DAY, NOW - n % 400 * DAY)
            for n in people if n % 2 == 0
        ),
    )  # fmt: skip
    yield (
        "INSERT INTO opt_outs (person_id, stream, at) VALUES (?, 'broadcasts:awareness', ?)",
        ((n, NOW) for n in people if n % 47 == 0),
    )
    yield (
        "INSERT INTO automatic_days (person_id, day, messages) VALUES (?, ?, 1)",
        ((n, TODAY - n % 200) for n in people if n % 3 == 0),
    )


def _fill(path: Path, size: int) -> None:
    database = sqlite3.connect(path)
    database.execute("PRAGMA synchronous=OFF")
    database.execute("PRAGMA cache_size=-400000")
    for sql, rows in _rows(size):
        database.executemany(sql, rows)
    database.commit()
    database.execute("ANALYZE")
    database.close()


async def _timed(rounds: int, what: Callable[[], Awaitable[object]]) -> tuple[float, float]:
    """Milliseconds, and milliseconds of CPU: on a busy machine the second says more."""
    times, cpu = [], []
    for _ in range(rounds):
        began, used = time.perf_counter(), time.process_time()
        await what()
        times.append((time.perf_counter() - began) * 1000)
        cpu.append((time.process_time() - used) * 1000)
    return median(times), median(cpu)


async def _live(database: Database, waits: list[float]) -> None:
    """Others who write all the time, and how long each waits for the writer (ms)."""
    while True:
        began = time.perf_counter()
        async with database.transaction() as tx:
            waits.append((time.perf_counter() - began) * 1000)
            await tx.execute("UPDATE people SET seen_at = seen_at WHERE id = 1")
        await asyncio.sleep(0.005)


async def choosing(*, quick: bool = False) -> None:
    """The count, and freezing beside live writers."""
    size = 100_000 if quick else 1_000_000
    with tempfile.TemporaryDirectory(prefix="hamdeli-bench-") as folder:
        path = Path(folder) / "hamdeli.db"
        database = await open_sqlite(path)
        await migrate(database)
        await database.close()
        # In a process of its own: what making the town takes is none of our memory.
        filling = multiprocessing.get_context("spawn").Process(target=_fill, args=(path, size))
        filling.start()
        await asyncio.to_thread(filling.join)
        database = await open_sqlite(path)
        sealed.make_keys(Path(folder) / "secrets")
        sealer, ids = sealed.load_sealer(Path(folder) / "secrets"), Ids()
        try:
            await _measure(database, lambda tx: Work(tx, sealer, ids, NOW), size)
        finally:
            await database.close()


async def _measure(database: Database, desk: Callable[..., Work], size: int) -> None:
    async def count() -> int:
        async with database.transaction() as tx:
            return await segments.count(desk(tx), SEGMENT, Topic.AWARENESS, TODAY)

    found, (counted, cpu) = await count(), await _timed(5, count)
    async with database.transaction() as tx:
        number = await broadcasts.draft(desk(tx), "all", Topic.AWARENESS, PersonId(1))
    waits: list[float] = []
    writer = asyncio.create_task(_live(database, waits))
    began, steps = time.perf_counter(), await _freeze(database, desk, number)
    spent = time.perf_counter() - began
    writer.cancel()
    with suppress(asyncio.CancelledError):
        await writer
    waits.sort()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    show(
        "Choosing people",
        ("chosen", "count, ms", "of CPU", "freezing, s", "longest step, ms", "step p99, ms",
         "writer wait p99, ms", "longest, ms", "RSS MiB"),
        [(f"of {size:,}", f"{found:,}", f"{counted:.0f}", f"{cpu:.0f}", f"{spent:.1f}",
          f"{steps[-1]:.0f}",
          f"{steps[len(steps) * 99 // 100]:.1f}", f"{waits[len(waits) * 99 // 100]:.1f}",
          f"{waits[-1]:.0f}", f"{memory:.0f}")],
    )  # fmt: skip


async def _freeze(
    database: Database, desk: Callable[..., Work], number: BroadcastId
) -> list[float]:
    """As the clock does it; how long each step held the writer (ms)."""
    after, steps = 0, []
    while True:
        async with database.transaction() as tx:
            began = time.perf_counter()
            work = desk(tx)
            last = await segments.window_end(work, after, WINDOW)
            if last is None:
                return sorted(steps)
            span = (after, last)
            chosen = await segments.between(work, SEGMENT, Topic.AWARENESS, TODAY, span)
            recipients.freeze(work, number, chosen)
        steps.append((time.perf_counter() - began) * 1000)
        after = last


async def run(*, quick: bool = False) -> None:
    await choosing(quick=quick)
    await throughput(quick=quick)
