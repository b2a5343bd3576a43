"""PostgreSQL through asyncpg: a pool, advisory locks, and wake-ups across processes."""

import asyncio
import zlib
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from functools import lru_cache
from typing import Any

import asyncpg

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

_CHANNEL = "hamdeli"
_CHATS, _LEADERS = 7001, 7002
"""Classes of our advisory locks, so that a chat never meets a leader."""

# Broken rules, and values that no column takes (the driver calls those ValueErrors): trying
# again would not help.
_BROKEN = (
    asyncpg.IntegrityConstraintViolationError, asyncpg.DataError,
    asyncpg.ProgramLimitExceededError, ValueError, OverflowError,
)  # fmt: skip


@lru_cache(maxsize=512)
def numbered(sql: str) -> str:
    """`?` → `$1`, `$2` …; our SQL has no `?` inside literals."""
    head, *rest = sql.split("?")
    return head + "".join(f"${place}{part}" for place, part in enumerate(rest, 1))


@asynccontextmanager
async def _translated() -> AsyncIterator[None]:
    try:
        yield
    except asyncpg.exceptions.ClientConfigurationError as error:
        raise DatabaseTrouble(str(error)) from error
    except _BROKEN as error:
        raise Broken(str(error)) from error
    except (asyncpg.PostgresError, asyncpg.InterfaceError, OSError, TimeoutError) as error:
        raise DatabaseTrouble(str(error)) from error


class _Connection:
    alone = False

    def __init__(self, connection: Any) -> None:
        self._connection = connection

    async def run(
        self, writes: Sequence[Write], last: Statement, *, others: int = 0
    ) -> Sequence[Row]:
        place = 0
        try:
            async with _translated():
                for place, (sql, rows) in enumerate(writes, 1):  # noqa: B007 (read on failure)
                    if rows is None:
                        await self._connection.execute(sql)
                    else:
                        await self._connection.executemany(numbered(sql), rows)
                place = others + 1
                sql, values = last
                found: Sequence[Row] = await self._connection.fetch(numbered(sql), *values)
                return found
        except Broken as error:
            if place <= others:
                raise Spoiled(str(error)) from error
            raise

    def waking(self, topics: Sequence[str]) -> list[Write]:
        return [("SELECT pg_notify(?, ?)", [(_CHANNEL, topic) for topic in topics])]

    async def lock_chats(self, keys: Sequence[str], fetch: Fetch) -> set[str]:
        locks = {key: zlib.crc32(key.encode()) - 2**31 for key in keys}
        rows = await fetch(
            "SELECT k, pg_try_advisory_xact_lock(?, k) AS mine FROM unnest(?::int[]) AS k",
            _CHATS, sorted(set(locks.values())),
        )  # fmt: skip
        mine = {row["k"] for row in rows if row["mine"]}
        return {key for key, lock in locks.items() if lock in mine}


class PostgresDatabase:
    dialect = "postgresql"

    def __init__(self, url: str, pool: Any) -> None:
        self._url, self._pool = url, pool
        self._leading: dict[str, Any] = {}
        self.signals = Signals()
        self._listener: asyncio.Task[None] | None = None

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Transaction]:
        async with _translated():
            raw = await self._pool.acquire()
        try:
            connection = _Connection(raw)
            tx = Transaction(connection, "BEGIN")
            try:
                yield tx
                topics = await tx.finish()
            except BaseException:
                if tx.begun:
                    with suppress(DatabaseTrouble):
                        await asyncio.shield(connection.run((), ("ROLLBACK", ())))
                raise
        finally:
            with suppress(asyncpg.PostgresError, asyncpg.InterfaceError, OSError):
                await self._pool.release(raw)
        self.signals.wake(topics)

    async def read(self, sql: str, *values: Any) -> Sequence[Row]:
        async with _translated():
            rows: Sequence[Row] = await self._pool.fetch(numbered(sql), *values)
            return rows

    async def lead(self, what: str) -> bool:
        """Held on a connection of its own: when the process dies, the next one takes over."""
        connection = self._leading.get(what)
        lock = zlib.crc32(what.encode()) - 2**31
        try:
            if connection is None or connection.is_closed():
                self._leading[what] = connection = await asyncpg.connect(self._url)
            held = await connection.fetchval(
                "SELECT count(*) FROM pg_locks"
                " WHERE locktype = 'advisory' AND pid = pg_backend_pid()"
            )
            return bool(held) or bool(
                await connection.fetchval("SELECT pg_try_advisory_lock($1, $2)", _LEADERS, lock)
            )
        except (asyncpg.PostgresError, asyncpg.InterfaceError, OSError):
            self._leading.pop(what, None)
            return False

    async def listen(self) -> None:
        """Passes wake-ups of other processes on to this one; connects again when cut off."""
        while True:
            with suppress(asyncpg.PostgresError, asyncpg.InterfaceError, OSError):
                connection = await asyncpg.connect(self._url)
                try:
                    await connection.add_listener(
                        _CHANNEL, lambda *notice: self.signals.wake({str(notice[3])})
                    )
                    while not connection.is_closed():
                        await asyncio.sleep(5)
                        await connection.execute("SELECT 1")
                finally:
                    await connection.close(timeout=2)
            await asyncio.sleep(1)

    async def close(self) -> None:
        if self._listener:
            self._listener.cancel()
            with suppress(asyncio.CancelledError):
                await self._listener
        for connection in self._leading.values():
            with suppress(asyncpg.PostgresError, asyncpg.InterfaceError, OSError):
                await connection.close(timeout=2)
        self._pool.terminate() if self._pool.is_closing() else await self._pool.close()

    def start_listening(self) -> None:
        self._listener = asyncio.create_task(self.listen(), name="listener")


async def open_postgres(url: str) -> PostgresDatabase:
    """Connects. DatabaseTrouble when the server cannot be reached or refuses."""
    async with _translated():
        pool = await asyncpg.create_pool(
            url, min_size=1, max_size=10, command_timeout=30, server_settings={"jit": "off"}
        )
    database = PostgresDatabase(url, pool)
    database.start_listening()
    return database
