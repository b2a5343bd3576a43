"""Copies of the database, and what must hold when an older one comes back to life."""

from bot.storage.sqlite import SqliteDatabase


async def copy_to(database: SqliteDatabase, target: str) -> None:
    """A consistent copy of a SQLite database, without its free pages."""
    await database.outside("VACUUM INTO ?", target)


async def hold_back(database: SqliteDatabase) -> int:
    """Marks everything that waits as unknown: it may have been sent after the copy was made.

    What was held for a family may have been delivered since: it is dropped.
    """
    async with database.transaction() as tx:
        await tx.execute("DELETE FROM held")
        await tx.execute(
            "UPDATE relay SET state = 'dropped' WHERE state = 'held' AND author = 'staff'"
        )
        rows = await tx.fetch(
            "UPDATE outbox SET state = 'unknown', reason = 'restored', ended_at = created_at"
            " WHERE state IN ('waiting', 'sending') RETURNING id"
        )
        return len(rows)


async def fold(database: SqliteDatabase) -> None:
    """Moves the write-ahead log into the file itself."""
    await database.outside("PRAGMA wal_checkpoint(TRUNCATE)")
