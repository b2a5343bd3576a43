"""Numbered migrations, run at start under a lock; a kill at any point leaves a whole version."""

import re
from pathlib import Path

from bot.storage.backups import copy_to
from bot.storage.database import Database, DatabaseTrouble, Transaction
from bot.storage.sqlite import SqliteDatabase

FOLDER = Path(__file__).parent / "migrations"


class NewerDatabase(Exception):
    """The database was made by a newer version of Hamdeli; run that version or restore a backup."""


def migrations() -> list[tuple[int, Path]]:
    """All migrations we have, oldest first."""
    return sorted((int(path.name[:4]), path) for path in FOLDER.glob("[0-9]*.sql"))


def statements(sql: str, dialect: str) -> list[str]:
    """The statements of a migration in the words of this engine."""
    if dialect == "sqlite":
        # SQLite keeps rows in the order of this column, and needs no second index for it.
        sql = sql.replace("id BIGINT PRIMARY KEY", "id INTEGER PRIMARY KEY")
    without_comments = re.sub(r"--[^\n]*", "", sql)
    return [part.strip() for part in without_comments.split(";") if part.strip()]


async def version(database: Database) -> int:
    """The version of the schema; 0 for an empty database."""
    try:
        rows = await database.read("SELECT value FROM meta WHERE name = 'schema'")
    except DatabaseTrouble as error:
        if "meta" in str(error):
            return 0
        raise
    return int(rows[0]["value"]) if rows else 0


async def _apply(tx: Transaction, number: int, path: Path, dialect: str) -> None:
    for statement in statements(path.read_text(encoding="utf-8"), dialect):
        await tx.execute(statement)
    await tx.execute(
        "INSERT INTO meta (name, value) VALUES ('schema', ?)"
        " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        str(number),
    )


async def migrate(database: Database) -> int:
    """Brings the schema up to date; the number of migrations that were run.

    Raises NewerDatabase when the database knows migrations that we do not.
    """
    known = migrations()
    newest = known[-1][0]
    found = await version(database)
    if found > newest:
        raise NewerDatabase(
            f"The database has schema {found}, this version knows {newest}:"
            " run the newer version of Hamdeli, or restore a backup made before it."
        )
    run = 0
    for number, path in known:
        if number <= found:
            continue
        if found and not run and isinstance(database, SqliteDatabase):
            await _save(database, number)
        async with database.transaction() as tx:
            if database.dialect == "postgresql":
                await tx.fetch("SELECT pg_advisory_xact_lock(7000, 1)")
            if await _held(tx, database.dialect) >= number:
                continue
            await _apply(tx, number, path, database.dialect)
            run += 1
    return run


async def _save(database: SqliteDatabase, number: int) -> None:
    """A copy from before the change: whole or not there, and no obstacle to a second try."""
    target = Path(f"{database.path}.before-{number}")
    fresh = Path(f"{target}.new")
    fresh.unlink(missing_ok=True)
    await copy_to(database, str(fresh))
    fresh.chmod(0o600)
    fresh.replace(target)


async def _held(tx: Transaction, dialect: str) -> int:
    """The version as seen inside the lock: another process may have been faster."""
    catalog = (
        "SELECT name FROM sqlite_master WHERE name = 'meta'"
        if dialect == "sqlite"
        else "SELECT table_name AS name FROM information_schema.tables"
        " WHERE table_name = 'meta' AND table_schema = current_schema()"
    )
    if not await tx.fetch(catalog):
        return 0
    row = await tx.row("SELECT value FROM meta WHERE name = 'schema'")
    return int(row["value"]) if row else 0
