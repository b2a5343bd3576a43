"""What the next message of a colleague is for: the words of a broadcast, its name, its hour."""

from dataclasses import dataclass

from bot.domain.ids import BroadcastId, PersonId
from bot.storage.work import Work


@dataclass(frozen=True, slots=True)
class Prompt:
    """`album`: the one whose pictures are coming in."""

    broadcast_id: BroadcastId
    field: str
    album: str | None


async def put(work: Work, who: PersonId, number: BroadcastId, field: str, until: int) -> None:
    await work.tx.execute(
        "INSERT INTO broadcast_prompts (person_id, broadcast_id, field, until_at)"
        " VALUES (?, ?, ?, ?) ON CONFLICT (person_id) DO UPDATE SET album = NULL,"
        " broadcast_id = excluded.broadcast_id, field = excluded.field,"
        " until_at = excluded.until_at",
        who, number, field, until,
    )  # fmt: skip


async def get(work: Work, who: PersonId) -> Prompt | None:
    row = await work.tx.row(
        "SELECT broadcast_id, field, album FROM broadcast_prompts"
        " WHERE person_id = ? AND until_at > ?",
        who, work.now,
    )  # fmt: skip
    return Prompt(BroadcastId(row["broadcast_id"]), row["field"], row["album"]) if row else None


async def expect_album(work: Work, who: PersonId, album: str, until: int) -> None:
    """Further pictures of this album still belong to it; nothing else does."""
    await work.tx.execute(
        "UPDATE broadcast_prompts SET album = ?, until_at = ? WHERE person_id = ?",
        album, until, who,
    )  # fmt: skip


async def drop(work: Work, who: PersonId) -> bool:
    """Nothing is waited for any more. False where nothing was."""
    return await work.tx.changed(
        "DELETE FROM broadcast_prompts WHERE person_id = ? RETURNING person_id", who
    )
