"""Courses by the years: the same number of open cohorts, before a growing history of ended ones."""

import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.growth import REPEATS, Ask, Enough, timed
from benchmarks.tables import show
from bot.domain.courses import Among, Stage
from bot.domain.ids import CohortId, CourseId, PersonId
from bot.storage import bookings, courses, lessons, participants, sealed, waiting
from bot.storage.database import Database
from bot.storage.ids import Ids
from bot.storage.migrate import migrate
from bot.storage.participants import Audience
from bot.storage.sealed import Sealer
from bot.storage.sqlite import open_sqlite
from bot.storage.work import Work

NOW = 1_790_000_000_000
DAY = 24 * 3600 * 1000
SIZES = (200, 10_000)
"""Ended cohorts."""
OPEN, SEATS, WAITING, COURSES = 40, 20, 30, 12
STAGES = tuple(Stage)


def _cohorts(size: int) -> Iterator[tuple[Any, ...]]:
    for number in range(1, size + OPEN + 1):
        state = "published" if number > size else "ended"
        seats = SEATS + WAITING if state == "published" else SEATS
        yield number, number % COURSES + 1, state, "online", "", SEATS, SEATS, seats, NOW


def _lessons(size: int) -> Iterator[tuple[Any, ...]]:
    for number in range(1, size + OPEN + 1):
        first = NOW + 9 * DAY if number > size else NOW - (size - number + 9) * DAY
        for place in range(4):
            yield 4 * number + place, number, "planned", first + 7 * DAY * place, 90


def _bookings(size: int) -> Iterator[tuple[int, int, str, int, int]]:
    """Of an open cohort also those who wait."""
    for cohort in range(1, size + OPEN + 1):
        inside = SEATS + (WAITING if cohort > size else 0)
        for place in range(inside):
            state = "enrolled" if place < SEATS else "waiting"
            yield 100 * cohort + place, cohort, state, 1, NOW


def _participants(size: int) -> Iterator[tuple[Any, ...]]:
    for booking, cohort, *_ in _bookings(size):
        yield booking, booking, cohort, booking, booking % 100 + 1, 1


_TABLES = (
    ("cohorts", "id, course_id, state, way, province, capacity, taken, numbers, made_at", _cohorts),
    ("lessons", "id, cohort_id, state, starts_at, minutes", _lessons),
    ("bookings", "id, cohort_id, state, seats, asked_at", _bookings),
    ("participants", "id, booking_id, cohort_id, person_id, number, confirmed", _participants),
)


def _fill(path: Path, size: int) -> None:
    database = sqlite3.connect(path)
    database.execute("PRAGMA synchronous=OFF")
    database.executemany(
        "INSERT INTO courses (id, stage, title, about, made_at) VALUES (?, ?, 'a', 'b', ?)",
        ((number, STAGES[number % len(STAGES)], NOW) for number in range(1, COURSES + 1)),
    )
    for table, columns, rows in _TABLES:
        marks = ", ".join("?" * len(columns.split(", ")))
        database.executemany(f"INSERT INTO {table} ({columns}) VALUES ({marks})", rows(size))
    database.commit()
    database.execute("ANALYZE")
    database.close()


class Questions:
    """What families and the clock ask, each time of another open cohort."""

    def __init__(self, work: Work, size: int) -> None:
        self._work, self._size, self._turn = work, size, 0

    def _next(self) -> CohortId:
        self._turn += 1
        return CohortId(self._size + self._turn % OPEN + 1)

    def all(self) -> dict[str, Ask]:
        work = self._work
        return {
            "/courses: stages of life": lambda: courses.stages(work),
            "courses of a stage, and where": self._stage,
            "when a course is held": lambda: courses.open_cohorts(work, CourseId(3)),
            "lessons of a cohort": lambda: lessons.of_cohort(work, self._next()),
            "what somebody takes part in": self._mine,
            "a seat asked for, and given back": self._book,
            "a seat passed on to who waits": self._pass_on,
            "fifty who are to be told": self._some,
        }

    async def _stage(self) -> None:
        await courses.of_stage(self._work, Stage.LOSS)
        await courses.wheres(self._work, Stage.LOSS)

    async def _mine(self) -> None:
        assert await participants.of_person(self._work, PersonId(100 * self._next()))

    async def _book(self) -> None:
        who = PersonId(10**9 + self._turn)
        booking = await bookings.book(self._work, self._next(), who)
        assert booking is not None
        await bookings.leave(self._work, booking, who)

    async def _pass_on(self) -> None:
        cohort = self._next()
        (mine, *_) = await participants.enrolled(self._work, cohort)
        booking = await participants.get(self._work, mine.booking_id)
        assert booking is not None and mine.person_id is not None
        change = await bookings.leave(self._work, booking, mine.person_id)
        assert change is not None and change.offered
        await waiting.hold_until(self._work, change.offered[0], NOW + DAY)
        await bookings.confirm(self._work, change.offered[0], PersonId(change.offered[0].id))

    async def _some(self) -> None:
        those = Audience(self._next(), Among.LIVE, NOW, 10**6)
        assert await participants.some_of(self._work, those, 0, 50)


async def _column(database: Database, sealer: Sealer, size: int) -> dict[str, float]:
    found: dict[str, float] = {}
    try:
        async with database.transaction() as tx:
            work = Work(tx, sealer, Ids(), NOW + 1)
            for name, ask in Questions(work, size).all().items():
                found[name] = await timed(ask, REPEATS)
            raise Enough
    except Enough:
        return found


async def held(*, quick: bool) -> None:
    """Prints one table, on SQLite."""
    columns = []
    sizes = (SIZES[0], SIZES[1] // 5) if quick else SIZES
    with tempfile.TemporaryDirectory(prefix="hamdeli-bench-") as name:
        sealed.make_keys(Path(name) / "secrets")
        sealer = sealed.load_sealer(Path(name) / "secrets")
        for size in sizes:
            path = Path(name) / f"courses-{size}.db"
            database = await open_sqlite(path)
            await migrate(database)
            await database.close()
            _fill(path, size)
            database = await open_sqlite(path)
            columns.append(await _column(database, sealer, size))
            await database.close()
    rows = [
        (name, *(f"{column[name]:,.0f}" for column in columns),
         f"{columns[-1][name] / columns[0][name]:.1f}")
        for name in columns[0]
    ]  # fmt: skip
    headings = [f"{size:,} ended cohorts" for size in sizes]
    show("Courses, µs (SQLite)", [*headings, "ratio"], rows)
