"""What only SQLite must show: one file, one process, nobody else's eyes."""

import sqlite3
from pathlib import Path

import pytest

from bot.storage.database import DatabaseTrouble
from bot.storage.sqlite import AlreadyRunning, open_sqlite


async def test_a_second_process_on_the_same_file_is_refused(tmp_path: Path) -> None:
    first = await open_sqlite(tmp_path / "hamdeli.db")
    with pytest.raises(AlreadyRunning):
        await open_sqlite(tmp_path / "hamdeli.db")
    await first.close()
    await (await open_sqlite(tmp_path / "hamdeli.db")).close()


async def test_a_look_beside_the_service_is_allowed(tmp_path: Path) -> None:
    first = await open_sqlite(tmp_path / "hamdeli.db")
    await (await open_sqlite(tmp_path / "hamdeli.db", alone=False)).close()
    await first.close()


async def test_the_file_is_readable_by_its_owner_only(tmp_path: Path) -> None:
    await (await open_sqlite(tmp_path / "deep" / "hamdeli.db")).close()
    assert (tmp_path / "deep" / "hamdeli.db").stat().st_mode & 0o077 == 0


async def test_a_file_that_is_no_database_is_trouble(tmp_path: Path) -> None:
    (tmp_path / "hamdeli.db").write_text("این پایگاه داده نیست" * 100)
    with pytest.raises(DatabaseTrouble):
        await open_sqlite(tmp_path / "hamdeli.db")


async def test_reads_never_write(tmp_path: Path) -> None:
    database = await open_sqlite(tmp_path / "hamdeli.db")
    with pytest.raises(DatabaseTrouble):
        await database.read("CREATE TABLE sneaked (a)")
    await database.close()


async def test_deleted_words_are_gone_from_the_file(tmp_path: Path) -> None:
    database = await open_sqlite(tmp_path / "hamdeli.db")
    async with database.transaction() as tx:
        await tx.execute("CREATE TABLE words (word TEXT)")
        await tx.execute("INSERT INTO words VALUES (?)", "unmistakable" * 20)
    async with database.transaction() as tx:
        await tx.execute("DELETE FROM words")
    await database.outside("PRAGMA wal_checkpoint(TRUNCATE)")
    await database.close()
    assert b"unmistakable" not in (tmp_path / "hamdeli.db").read_bytes()


async def test_a_committed_row_is_on_the_disk_and_not_in_a_cache(tmp_path: Path) -> None:
    database = await open_sqlite(tmp_path / "hamdeli.db")
    async with database.transaction() as tx:
        assert [dict(row) for row in await tx.fetch("PRAGMA synchronous")] == [{"synchronous": 2}]
        (mode,) = await tx.fetch("PRAGMA journal_mode")
        assert mode["journal_mode"] == "wal"
        await tx.execute("CREATE TABLE kept (a)")
    with sqlite3.connect(tmp_path / "hamdeli.db") as other:
        assert other.execute("SELECT count(*) FROM kept").fetchone() == (0,)
    other.close()
    await database.close()
