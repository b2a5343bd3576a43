"""SQLite through aiosqlite: one writer behind a lock, one reader beside it."""

import asyncio
import fcntl
import sqlite3
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager, suppress
from pathlib import Path
from typing import IO, Any

import aiosqlite

from bot.storage.database import (
    Broken,
    DatabaseTrouble,
    Fetch,
    Row,
    Signals,
    Spoiled,
    Statement,
    Transaction,
    Write,
)

_PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    # FULL: a committed row survives a power cut, not only a kill (SQLite documentation).
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    "PRAGMA busy_timeout=15000",
    "PRAGMA secure_delete=ON",
    "PRAGMA trusted_schema=OFF",
    "PRAGMA journal_size_limit=67108864",
    "PRAGMA temp_store=MEMORY",
)
# A value that no column takes: trying again would not help.
_BROKEN = (
    sqlite3.IntegrityError, sqlite3.DataError, sqlite3.ProgrammingError, sqlite3.InterfaceError,
    OverflowError, UnicodeEncodeError,
)  # fmt: skip
_READING = ("PRAGMA busy_timeout=15000", "PRAGMA query_only=ON")
# A statement fails before its transaction; all of these leave nothing behind.
_TROUBLE = (sqlite3.OperationalError, sqlite3.DatabaseError)


class AlreadyRunning(Exception):
    """Another process works on this database file; stop it first, or give this one its own file."""


@contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except _BROKEN as error:
        raise Broken(str(error)) from error
    except _TROUBLE as error:
        raise DatabaseTrouble(str(error)) from error


class _Connection:
    alone = True

    def __init__(self, connection: aiosqlite.Connection) -> None:
        self._connection = connection

    async def run(
        self, writes: Sequence[Write], last: Statement, *, others: int = 0
    ) -> Sequence[Row]:
        def visit() -> Sequence[Row]:
            raw, place = self._connection._conn, 0
            try:
                for place, (sql, rows) in enumerate(writes, 1):  # noqa: B007 (read on failure)
                    if rows is None:
                        raw.execute(sql)
                    else:
                        raw.executemany(sql, rows)
                place = others + 1
                return raw.execute(*last).fetchall()
            except _BROKEN as error:
                raise (Spoiled if place <= others else Broken)(str(error)) from error
            except _TROUBLE as error:
                raise DatabaseTrouble(str(error)) from error

        # All in one visit to the database's thread: the way there costs more than a row.
        found: Sequence[Row] = await self._connection._execute(visit)  # type: ignore[no-untyped-call]
        return found

    def waking(self, topics: Sequence[str]) -> list[Write]:
        """One process: its own signals are enough."""
        return []

    async def lock_chats(self, keys: Sequence[str], fetch: Fetch) -> set[str]:
        """One writer: whoever is inside a transaction has everything."""
        return set(keys)


class SqliteDatabase:
    dialect = "sqlite"

    def __init__(
        self,
        path: Path,
        writer: aiosqlite.Connection,
        reader: aiosqlite.Connection,
        lock: IO[str] | None,
    ) -> None:
        self.path = path
        self._writer, self._reader, self._lock_file = writer, reader, lock
        self._lock = asyncio.Lock()
        self.signals = Signals()

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Transaction]:
        async with self._lock:
            connection = _Connection(self._writer)
            tx = Transaction(connection, "BEGIN IMMEDIATE")
            try:
                yield tx
                topics = await tx.finish()
            except BaseException:
                # After a failed statement the connection is still inside the transaction.
                if tx.begun:
                    with suppress(DatabaseTrouble):
                        await asyncio.shield(connection.run((), ("ROLLBACK", ())))
                raise
        self.signals.wake(topics)

    async def read(self, sql: str, *values: Any) -> Sequence[Row]:
        return await _Connection(self._reader).run((), (sql, values))

    async def outside(self, sql: str, *values: Any) -> None:
        """A statement that no transaction may hold: VACUUM, a checkpoint."""
        async with self._lock:
            await _Connection(self._writer).run((), (sql, values))

    async def lead(self, what: str) -> bool:
        """The lock file already makes this process the only one."""
        return True

    async def close(self) -> None:
        for connection in (self._reader, self._writer):
            with suppress(sqlite3.Error, ValueError):
                await connection.close()
        if self._lock_file:
            self._lock_file.close()


def _locked(path: Path) -> IO[str]:
    handle = path.with_name(path.name + ".lock").open("w")
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        handle.close()
        raise AlreadyRunning(AlreadyRunning.__doc__) from error
    return handle


async def open_sqlite(path: Path, *, alone: bool = True) -> SqliteDatabase:
    """Opens (and makes) the file, readable by its owner only.

    `alone` holds a lock for the life of the process and raises AlreadyRunning when somebody
    else has it. DatabaseTrouble when the file cannot be used.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch(mode=0o600, exist_ok=True)
    lock = _locked(path) if alone else None
    opened: list[aiosqlite.Connection] = []
    try:
        with _translated():
            # What cannot be opened at all fails here, and not in a thread of its own.
            sqlite3.connect(path).close()
            for pragmas in (_PRAGMAS, _READING):
                connection = await aiosqlite.connect(path, isolation_level=None)
                opened.append(connection)
                connection.row_factory = sqlite3.Row
                for pragma in pragmas:
                    await connection.execute_fetchall(pragma)
    except BaseException:
        # An open connection has a thread, and the process would wait for it for ever.
        for connection in opened:
            await connection.close()
        if lock:
            lock.close()
        raise
    writer, reader = opened
    return SqliteDatabase(path, writer, reader, lock)
