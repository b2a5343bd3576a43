"""Small marks of the installation: what was done already, in which version."""

from bot.storage.work import Work


async def put(work: Work, name: str, value: str) -> bool:
    """Sets a mark. True when it was another one before."""
    return await work.tx.changed(
        "INSERT INTO meta (name, value) VALUES (?, ?) ON CONFLICT (name)"
        " DO UPDATE SET value = excluded.value WHERE meta.value <> excluded.value"
        " RETURNING name",
        name, value,
    )  # fmt: skip


async def get(work: Work, name: str) -> str | None:
    row = await work.tx.row("SELECT value FROM meta WHERE name = ?", name)
    return row["value"] if row else None


async def drop(work: Work, name: str) -> None:
    await work.tx.execute("DELETE FROM meta WHERE name = ?", name)
