"""The groups we work in: where they are now, and whether we are still inside."""

from bot.domain.people import Platform
from bot.storage import meta
from bot.storage.work import Work

GROUP = "group"


def group_key(platform: Platform) -> str:
    """The key under which rows for the counselor group wait, whatever its id becomes."""
    return f"{GROUP}:{platform}"


async def current(work: Work, platform: Platform, configured: int) -> int:
    """Where the configured group is now: groups get another id when they become supergroups."""
    name = group_key(platform)
    row = await work.tx.row("SELECT chat_id FROM chats WHERE name = ?", name)
    text = work.open(row["chat_id"], "chats.chat_id", name) if row else ""
    before, _, after = text.partition(">")
    return int(after) if before == str(configured) else configured


async def move(work: Work, platform: Platform, configured: int, chat_id: int) -> None:
    """Remembers that the configured group now has another id."""
    name = group_key(platform)
    await work.tx.execute(
        "INSERT INTO chats (name, chat_id) VALUES (?, ?)"
        " ON CONFLICT (name) DO UPDATE SET chat_id = excluded.chat_id",
        name, work.seal(f"{configured}>{chat_id}", "chats.chat_id", name),
    )  # fmt: skip


async def lost(work: Work, platform: Platform) -> bool:
    """Notes that the group cannot be reached. True the first time."""
    return await meta.put(work, f"lost:{platform}", "yes")


async def found(work: Work, platform: Platform) -> None:
    """The group can be reached again."""
    await meta.drop(work, f"lost:{platform}")
