"""Migrations: from nothing, again and again, by two at once, and never backwards."""

import asyncio
from pathlib import Path

import pytest

from bot.storage import migrate
from bot.storage.database import Database
from bot.storage.sqlite import open_sqlite
from tests.databases import open_database


async def test_an_empty_database_gets_the_whole_schema(database_url: str) -> None:
    database = await open_database(database_url)
    assert await migrate.version(database) == 0
    assert await migrate.migrate(database) == len(migrate.migrations())
    assert await migrate.version(database) == migrate.migrations()[-1][0]
    await database.close()


async def test_a_second_run_changes_nothing(database: Database) -> None:
    assert await migrate.migrate(database) == 0


async def test_two_who_migrate_at_once_do_it_once(database_url: str) -> None:
    first = await open_database(database_url)
    second = first if database_url.startswith("sqlite") else await open_database(database_url)
    run = await asyncio.gather(migrate.migrate(first), migrate.migrate(second))
    # They may take turns; each migration is run by one of them.
    assert sum(run) == len(migrate.migrations())
    for database in {first, second}:
        await database.close()


async def test_a_database_from_a_newer_version_is_refused_and_left_alone(
    database: Database,
) -> None:
    async with database.transaction() as tx:
        await tx.execute("UPDATE meta SET value = '9999' WHERE name = 'schema'")
    with pytest.raises(migrate.NewerDatabase, match="9999"):
        await migrate.migrate(database)
    assert await migrate.version(database) == 9999


async def test_a_migration_that_is_cut_off_leaves_the_version_before(
    database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "0001_good.sql").write_text(
        "CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL);"
    )
    (tmp_path / "0002_bad.sql").write_text("CREATE TABLE half (id BIGINT); CREATE nonsense;")
    monkeypatch.setattr(migrate, "FOLDER", tmp_path)
    database = await open_database(database_url)
    with pytest.raises(Exception, match="nonsense"):
        await migrate.migrate(database)
    assert await migrate.version(database) == 1
    (tmp_path / "0002_bad.sql").write_text("CREATE TABLE half (id BIGINT)")
    assert await migrate.migrate(database) == 1
    assert await database.read("SELECT * FROM half") == []
    await database.close()


async def test_before_a_later_migration_the_file_is_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "migrations"
    folder.mkdir()
    (folder / "0001_first.sql").write_text(
        "CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL);"
    )
    monkeypatch.setattr(migrate, "FOLDER", folder)
    database = await open_sqlite(tmp_path / "hamdeli.db")
    await migrate.migrate(database)
    assert [*tmp_path.glob("*.before-*")] == []
    (folder / "0002_more.sql").write_text("CREATE TABLE more (id BIGINT);")
    await migrate.migrate(database)
    saved = tmp_path / "hamdeli.db.before-2"
    assert saved.stat().st_mode & 0o077 == 0
    await database.close()
    copy = await open_sqlite(saved)
    assert await migrate.version(copy) == 1
    await copy.close()


def test_the_numbers_of_migrations_have_no_gap_and_no_twin() -> None:
    assert [number for number, _ in migrate.migrations()] == list(
        range(1, len(migrate.migrations()) + 1)
    )


def test_comments_and_dialect_are_no_part_of_the_statements() -> None:
    sql = "-- why; not\nCREATE TABLE a (\n id BIGINT PRIMARY KEY -- here; too\n);\n"
    assert migrate.statements(sql, "postgresql") == ["CREATE TABLE a (\n id BIGINT PRIMARY KEY \n)"]
    assert "INTEGER PRIMARY KEY" in migrate.statements(sql, "sqlite")[0]
