"""Letters that are taken before they leave: what is never sent twice, many in one commit."""

from collections.abc import Sequence

from bot.domain.delivery import KINDS, ONCE
from bot.domain.ids import OutboxId
from bot.domain.people import Platform
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


async def wake_up(work: Work, platform: Platform) -> None:
    """What this messenger's sender had under way when it ended.

    What is never sent twice is unknown from now on; an album goes again, marked as a repeat. Other
    messengers have senders of their own, which may be at work.
    """
    kinds = sorted(kind for kind, rules in KINDS.items() if rules.delivery in ONCE)
    await work.tx.execute(
        "UPDATE outbox SET state = 'unknown', ended_at = ?, reason = 'stopped while sending'"
        " WHERE state = 'sending' AND platform = ? AND kind IN (" + marks(len(kinds)) + ")",
        work.now, platform.value, *kinds,
    )  # fmt: skip
    await work.tx.execute(
        "UPDATE outbox SET state = 'waiting', repeat = 1 WHERE state = 'sending' AND platform = ?",
        platform.value,
    )
