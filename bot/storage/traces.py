"""What stands in a chat and could still be deleted there: our messages and the person's own."""

from bot.domain.contact import QUIET
from bot.storage.database import marks
from bot.storage.work import Work

DELETABLE = 48 * 3600 * 1000
"""Milliseconds for which a messenger lets us delete a message on both sides (Bot API)."""


def remember(work: Work, chat_key: str, message_id: int) -> None:
    """A family wrote this, in its private chat."""
    work.tx.later(
        "INSERT INTO traces (chat_key, message_id, at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        chat_key, message_id, work.now,
    )  # fmt: skip


async def of_chat(work: Work, chat_key: str) -> list[int]:
    """Every message of this chat, of both sides, that can still be deleted; oldest first."""
    since = work.now - DELETABLE
    rows = await work.tx.fetch(
        "SELECT message_id FROM traces WHERE chat_key = ? AND at > ?"
        " UNION SELECT message_id FROM outbox WHERE chat_key = ? AND ended_at > ?"
        " AND message_id IS NOT NULL"
        # Further pictures of an album.
        " UNION SELECT c.message_id FROM outbox o JOIN copies c ON c.outbox_id = o.id"
        " WHERE o.chat_key = ? AND o.ended_at > ? AND o.message_id IS NOT NULL"
        " AND c.chat_key = o.chat_key ORDER BY message_id",
        chat_key, since, chat_key, since, chat_key, since,
    )  # fmt: skip
    return [row["message_id"] for row in rows]


async def written_after(work: Work, chat_key: str, moment: int) -> list[int]:
    """What the family, or whoever held its phone, has written since then; oldest first."""
    rows = await work.tx.fetch(
        "SELECT message_id FROM traces WHERE chat_key = ? AND at > ? AND at > ?"
        " ORDER BY message_id",
        chat_key, moment, work.now - DELETABLE,
    )  # fmt: skip
    return [row["message_id"] for row in rows]


async def arrived_late(work: Work, chat_key: str, since: int) -> list[int]:
    """What was on its way when the person left, and arrived after that."""
    quiet = sorted(QUIET)
    rows = await work.tx.fetch(
        "SELECT message_id FROM outbox WHERE chat_key = ? AND ended_at >= ?"
        " AND message_id IS NOT NULL AND kind NOT IN (" + marks(len(quiet)) + ")",
        chat_key, since, *quiet,
    )  # fmt: skip
    return [row["message_id"] for row in rows]


async def forget(work: Work) -> None:
    """Retention: what cannot be deleted any more need not be known."""
    await work.tx.execute("DELETE FROM traces WHERE at < ?", work.now - DELETABLE)
