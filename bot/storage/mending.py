"""Copies that are corrected or taken back, by how often their broadcast was mended."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.broadcast import MEND, MENDABLE, Broadcast
from bot.domain.ids import OutboxId, PersonId
from bot.storage.database import Row
from bot.storage.work import Work


@dataclass(frozen=True, slots=True)
class Copy:
    person_id: PersonId
    platform: str
    language: str
    message_ids: tuple[int, ...]


_LEFT = (
    " FROM recipients WHERE broadcast_id = ? AND state = 'sent' AND mended < ?"
    " AND message_ids IS NOT NULL AND ended_at > ?"
)


async def to_mend(work: Work, one: Broadcast) -> int:
    """How many copies are still as they were, and can be changed."""
    row = await work.tx.row("SELECT count(*) AS n" + _LEFT, one.id, one.mend, work.now - MENDABLE)
    return int(row["n"]) if row else 0


async def take(work: Work, one: Broadcast, limit: int) -> Sequence[Copy]:
    """The next copies, which count as mended from now on."""
    rows = await work.tx.fetch(
        "SELECT person_id, platform, language, message_ids" + _LEFT + " ORDER BY person_id LIMIT ?",
        one.id, one.mend, work.now - MENDABLE, limit,
    )  # fmt: skip
    for row in rows:
        work.tx.later(
            "UPDATE recipients SET mended = ? WHERE broadcast_id = ? AND person_id = ?",
            one.mend, one.id, row["person_id"],
        )  # fmt: skip
    return [
        Copy(PersonId(row["person_id"]), row["platform"], row["language"],
             tuple(int(number) for number in row["message_ids"].split()))
        for row in rows
    ]  # fmt: skip


async def waiting(work: Work, one: Broadcast) -> int:
    """Corrections that wait for the sender."""
    row = await work.tx.row(
        "SELECT count(*) AS n FROM outbox WHERE broadcast_id = ? AND kind = ?"
        " AND state = 'waiting'",
        one.id, MEND,
    )  # fmt: skip
    return int(row["n"]) if row else 0


async def letter_state(work: Work, row: OutboxId) -> Row | None:
    return await work.tx.row("SELECT state FROM outbox WHERE id = ?", row)
