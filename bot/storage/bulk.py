"""Letters that are taken before they leave: what is never sent twice, many in one commit."""

from collections.abc import Sequence

from bot.domain.ids import OutboxId
from bot.storage.database import marks
from bot.storage.work import Work


async def take(work: Work, rows: Sequence[OutboxId]) -> frozenset[OutboxId]:
    """Marks these rows as being sent; those that waited still, and are now ours alone."""
    found = await work.tx.fetch(
        "UPDATE outbox SET state = 'sending' WHERE state = 'waiting' AND id IN ("
        + marks(len(rows))
        + ") RETURNING id",
        *rows,
    )
    work.tx.touched = True
    return frozenset(OutboxId(row["id"]) for row in found)
