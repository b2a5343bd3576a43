"""Transactions on SQLite or PostgreSQL: the same SQL, the same promises.

SQL is written once in the subset both share, with `?` for values. What differs between the
two engines stands in `sqlite.py` and `postgres.py`, and nowhere else.
"""

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from typing import Any, Protocol, TypeAlias

Row: TypeAlias = Mapping[str, Any]
Kept: TypeAlias = dict[tuple[int, str], list[Sequence[Any]]]


class DatabaseTrouble(Exception):
    """The database could not do its work now: locked, full, gone. Nothing was committed."""


class Broken(Exception):
    """A rule of the schema was about to be broken: the row stands already, or must not stand;
    or a value has a form that no column takes. Trying again would not help."""


class Spoiled(Broken):
    """A write kept for later broke a rule: not the fault of the one whose statement met it."""


class Connection(Protocol):
    """One connection inside one transaction, as both engines offer it."""

    async def fetch(self, sql: str, values: Sequence[Any]) -> Sequence[Row]: ...

    async def many(self, writes: Sequence[tuple[str, Sequence[Sequence[Any]]]]) -> None: ...

    async def wake(self, topics: Sequence[str]) -> None: ...

    async def lock_chats(self, keys: Sequence[str]) -> set[str]: ...


class Transaction:
    """What a use case writes through. Nothing is visible to others before the commit.

    `later` keeps a write for the end, where all of one statement go in one call: the
    ordinary life of a message costs no round trip of its own. A statement that needs the
    database now writes what was kept first, so nobody ever reads an older state.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._kept: Kept = {}
        self._inner: Kept | None = None
        self._pointed = False
        self._topics: set[str] = set()
        self.touched = False

    async def fetch(self, sql: str, *values: Any) -> Sequence[Row]:
        """The rows of a query, or of a write that returns some."""
        await self._settle()
        return await self._connection.fetch(sql, values)

    async def row(self, sql: str, *values: Any) -> Row | None:
        rows = await self.fetch(sql, *values)
        return rows[0] if rows else None

    async def execute(self, sql: str, *values: Any) -> None:
        self.touched = True
        await self.fetch(sql, *values)

    async def changed(self, sql: str, *values: Any) -> bool:
        """Whether a guarded write that returns its rows touched any: the lock is the WHERE."""
        self.touched = True
        return bool(await self.fetch(sql, *values))

    def later(self, sql: str, *values: Any, rank: int = 1) -> None:
        """Writes at the end of this transaction at the latest.

        Rows of one statement keep their order; rank 0 goes before all others, for rows that
        other rows refer to.
        """
        kept = self._kept if self._inner is None else self._inner
        kept.setdefault((rank, sql), []).append(values)

    def wake(self, topic: str) -> None:
        """Wakes those who wait for this topic, in every process, once committed."""
        self._topics.add(topic)

    async def lock_chats(self, keys: Sequence[str]) -> set[str]:
        """Of these chats, those that no other transaction works on until this one ends."""
        return await self._connection.lock_chats(keys)

    @asynccontextmanager
    async def savepoint(self) -> AsyncIterator[None]:
        """What is inside stands or falls together. It costs nothing while it only keeps writes."""
        self._inner, self._pointed = {}, False
        topics = set(self._topics)
        try:
            yield
        except BaseException:
            if self._pointed:
                await self._connection.fetch("ROLLBACK TO SAVEPOINT one", ())
            self._topics = topics
            raise
        else:
            for key, rows in self._inner.items():
                self._kept.setdefault(key, []).extend(rows)
            if self._pointed:
                await self._connection.fetch("RELEASE SAVEPOINT one", ())
        finally:
            self._inner, self._pointed = None, False

    async def _settle(self) -> None:
        try:
            await self._write(self._kept)
        except Broken as error:
            raise Spoiled(str(error)) from error
        if self._inner is not None:
            if not self._pointed:
                await self._connection.fetch("SAVEPOINT one", ())
                self._pointed = True
            await self._write(self._inner)

    async def _write(self, kept: Kept) -> None:
        if kept:
            order = sorted(kept, key=lambda entry: entry[0])
            await self._connection.many([(key[1], kept.pop(key)) for key in order])

    async def finish(self) -> set[str]:
        """Writes all that was kept; the topics to wake after the commit."""
        await self._write(self._kept)
        if self._topics:
            await self._connection.wake(sorted(self._topics))
        return self._topics


class Signals:
    """Who waits for what, inside this process: a stage wakes the next on commit."""

    def __init__(self) -> None:
        self._events: dict[str, asyncio.Event] = {}

    def event(self, topic: str) -> asyncio.Event:
        return self._events.setdefault(topic, asyncio.Event())

    def wake(self, topics: Sequence[str] | set[str]) -> None:
        for topic in topics:
            self.event(topic).set()

    async def wait(self, topic: str, seconds: float | None = None) -> bool:
        """Until woken (True) or until so many seconds have passed (False)."""
        event = self.event(topic)
        try:
            await asyncio.wait_for(event.wait(), seconds)
        except TimeoutError:
            return False
        finally:
            event.clear()
        return True


class Database(Protocol):
    """An open database. `close` it: its threads would keep the process alive."""

    dialect: str
    signals: Signals

    def transaction(self) -> Any:
        """`async with database.transaction() as tx`: the only way to write.

        Raises DatabaseTrouble when it cannot be done now, Broken when a rule forbids it.
        """

    async def read(self, sql: str, *values: Any) -> Sequence[Row]:
        """The rows of a query outside any transaction, as last committed."""

    async def lead(self, what: str) -> bool:
        """Whether this process leads this work now. Leadership ends with the process."""

    async def close(self) -> None: ...


def marks(count: int) -> str:
    """So many `?` with commas between: the only text that is ever built into SQL."""
    return ", ".join("?" * count)
