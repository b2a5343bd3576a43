"""`hamdeli backup` and `restore`: what waited in an old copy is not sent again."""

import asyncio
from pathlib import Path

from bot.domain.outgoing import Text
from bot.domain.people import Platform
from bot.storage import outbox
from bot.storage.ids import Ids
from bot.storage.migrate import migrate
from bot.storage.outbox import Address
from bot.storage.sealed import load_sealer
from bot.storage.sqlite import SqliteDatabase, open_sqlite
from bot.storage.work import Work
from tests.commands.conftest import Shell


async def owe(folder: Path, text: str) -> None:
    """A message waits in the database of this folder."""
    database = await open_sqlite(folder / "hamdeli.db")
    await migrate(database)
    async with database.transaction() as tx:
        work = Work(tx, load_sealer(folder / "secrets"), Ids(), 1000)
        outbox.put(work, Address(Platform.TELEGRAM, "maryam", 1), "reply", Text(text))
    await database.close()


async def states(folder: Path) -> list[str]:
    database = await open_sqlite(folder / "hamdeli.db", alone=False)
    rows = await database.read("SELECT state FROM outbox ORDER BY id")
    await database.close()
    return [row["state"] for row in rows]


def test_what_waited_in_a_backup_is_held_back(shell: Shell) -> None:
    shell.does("init", "--yes")
    asyncio.run(owe(shell.folder, "یک"))
    target = shell.folder / "saved.db"
    assert shell.does("backup", str(target)).code == 0
    assert target.stat().st_mode & 0o077 == 0
    asyncio.run(owe(shell.folder, "دو"))
    said = shell.does("restore", str(target))
    assert (said.code, "1 messages" in said.out) == (0, True)
    assert asyncio.run(states(shell.folder)) == ["unknown"]
    assert shell.does("state").code == 0


def test_a_backup_is_made_while_the_service_runs(shell: Shell) -> None:
    shell.does("init", "--yes")
    asyncio.run(owe(shell.folder, "یک"))
    loop = asyncio.new_event_loop()
    running: SqliteDatabase = loop.run_until_complete(open_sqlite(shell.folder / "hamdeli.db"))
    try:
        assert shell.does("backup", str(shell.folder / "saved.db")).code == 0
        assert "Another process" in shell.does("restore", str(shell.folder / "saved.db")).refused()
    finally:
        loop.run_until_complete(running.close())
        loop.close()
    assert asyncio.run(states(shell.folder)) == ["waiting"]


def test_a_backup_never_replaces_another(shell: Shell) -> None:
    (shell.folder / "saved.db").write_text("kept")
    assert "exists already" in shell.does("backup", str(shell.folder / "saved.db")).refused()
    assert (shell.folder / "saved.db").read_text() == "kept"


def test_where_there_is_no_database_nothing_is_saved(shell: Shell) -> None:
    assert "hamdeli.db" in shell.does("backup", str(shell.folder / "saved.db")).refused()
    assert not (shell.folder / "saved.db").exists()


def test_a_folder_that_does_not_exist_is_named(shell: Shell) -> None:
    shell.does("init", "--yes")
    asyncio.run(owe(shell.folder, "یک"))
    assert "nowhere" in shell.does("backup", str(shell.folder / "nowhere" / "a.db")).refused()


def test_a_backup_that_does_not_exist_is_not_restored(shell: Shell) -> None:
    assert "does not exist" in shell.does("restore", str(shell.folder / "saved.db")).refused()


def test_a_file_that_is_no_backup_changes_nothing(shell: Shell) -> None:
    shell.does("init", "--yes")
    asyncio.run(owe(shell.folder, "یک"))
    for body in ("no database" * 99, ""):
        (shell.folder / "saved.db").write_text(body)
        assert "saved.db" in shell.does("restore", str(shell.folder / "saved.db")).refused()
        assert asyncio.run(states(shell.folder)) == ["waiting"]
    assert [path.name for path in shell.folder.glob("*.restoring*")] == []


def test_postgresql_has_its_own_tools(shell: Shell) -> None:
    shell.sets(DATABASE__URL="postgresql://nobody@127.0.0.1:1/nothing")
    assert "pg_dump" in shell.does("backup", "a.db").refused()
