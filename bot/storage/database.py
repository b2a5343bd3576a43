"""Transactions on SQLite or PostgreSQL: the same SQL, the same promises.

SQL is written once in the subset both share, with `?` for values. What differs between the
two engines stands in `sqlite.py` and `postgres.py`, and nowhere else.
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from operator import itemgetter
from typing import Any, Protocol, TypeAlias

Row: TypeAlias = Mapping[str, Any]
Kept: TypeAlias = dict[tuple[int, str], list[Sequence[Any]]]
Write: TypeAlias = tuple[str, Sequence[Sequence[Any]] | None]
"""A statement, with the rows it is done for; None for one that stands for itself."""
Statement: TypeAlias = tuple[str, Sequence[Any]]
Fetch: TypeAlias = Callable[..., Awaitable[Sequence[Row]]]


class DatabaseTrouble(Exception):
    """The database could not do its work now: locked, full, gone. Nothing was committed."""


class Broken(Exception):
    """A rule of the schema was about to be broken: the row stands already, or must not stand;
    or a value has a form that no column takes. Trying again would not help."""


class Spoiled(Broken):
    """A write kept for later broke a rule: not the fault of the one whose statement met it."""


class Connection(Protocol):
    """One connection inside one transaction, as both engines offer it."""

    alone: bool
    """Whether nobody else can be inside a transaction meanwhile."""

    async def run(
        self, writes: Sequence[Write], last: Statement, *, others: int = 0
    ) -> Sequence[Row]:
        """All in this order, in one visit where the engine can; the rows of the last one.

        When one of the first `others` writes breaks a rule, it is Spoiled, otherwise Broken.
        """

    def waking(self, topics: Sequence[str]) -> list[Write]:
        """What a transaction writes so that other processes wake at its commit."""

    async def lock_chats(self, keys: Sequence[str], fetch: Fetch) -> set[str]: ...


class Transaction:
    """What a use case writes through. Nothing is visible to others before the commit.

    `later` keeps a write for the end, where all of one statement go in one call: the
    ordinary life of a message costs no round trip of its own. A statement that needs the
    database now takes what was kept first along, so nobody ever reads an older state.
    Beginning, savepoints and the commit travel with other statements, too.
    """

    def __init__(self, connection: Connection, begin: str) -> None:
        self._connection = connection
        self._ahead: list[Write] = [(begin, None)]
        self._kept: Kept = {}
        self._inner: Kept | None = None
        self._pointed = False
        self._topics: set[str] = set()
        self.begun = False
        self.touched = False

    @property
    def alone(self) -> bool:
        """Whether nobody else can change anything until this transaction ends."""
        return self._connection.alone

    async def fetch(self, sql: str, *values: Any) -> Sequence[Row]:
        """The rows of a query, or of a write that returns some."""
        writes = self._before_now()
        others = len(writes)
        if self._inner is not None:
            if not self._pointed:
                writes.append(("SAVEPOINT one", None))
                self._pointed = True
            writes += _in_order(self._inner)
        self.begun = True
        return await self._connection.run(writes, (sql, values), others=others)

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
        return await self._connection.lock_chats(keys, self.fetch)

    def savepoint(self) -> "Savepoint":
        """What is inside stands or falls together. It costs nothing while it only keeps writes."""
        return Savepoint(self)

    def _enter(self) -> set[str]:
        self._inner, self._pointed = {}, False
        return set(self._topics)

    def _leave(self) -> None:
        for key, rows in (self._inner or {}).items():
            self._kept.setdefault(key, []).extend(rows)
        if self._pointed:
            self._ahead.append(("RELEASE SAVEPOINT one", None))
        self._inner, self._pointed = None, False

    async def _fall_back(self, topics: set[str], *, spoiled: bool) -> None:
        pointed, self._inner, self._pointed = self._pointed, None, False
        self._topics = topics
        if pointed and not spoiled:
            await self._connection.run((), ("ROLLBACK TO SAVEPOINT one", ()))

    def _before_now(self) -> list[Write]:
        """What others have kept, and what stands before it."""
        writes, self._ahead = self._ahead, []
        if self._kept:
            writes += _in_order(self._kept)
        return writes

    async def finish(self) -> set[str]:
        """Writes all that was kept, and commits; the topics to wake."""
        writes = self._before_now()
        if self._topics:
            writes += self._connection.waking(sorted(self._topics))
        if self.begun or len(writes) > 1:
            self.begun = True
            await self._connection.run(writes, ("COMMIT", ()))
        return self._topics


class Savepoint:
    """`async with` around what stands or falls together."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx

    async def __aenter__(self) -> None:
        self._topics = self._tx._enter()

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _: object
    ) -> None:
        if error is None:
            self._tx._leave()
        else:
            # Nothing of a spoiled transaction will stand anyway.
            await self._tx._fall_back(self._topics, spoiled=isinstance(error, Spoiled))


def _in_order(kept: Kept) -> list[Write]:
    """The writes that were kept, by rank; `kept` is empty after that."""
    keys = sorted(kept, key=itemgetter(0)) if len(kept) > 1 else list(kept)
    return [(key[1], kept.pop(key)) for key in keys]


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
            # Unlike `wait_for`, this makes no task.
            async with asyncio.timeout(seconds):
                await event.wait()
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
