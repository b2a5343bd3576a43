"""Who did, or was refused, what. Append-only, and without content."""

from bot.domain.ids import PersonId
from bot.storage.work import Work


def record(
    work: Work, actor: PersonId | None, action: str, subject: str, *, allowed: bool = True
) -> None:
    """`subject` names the thing by kind and number (`case:123`), never by what it says."""
    work.tx.later(
        "INSERT INTO audit (id, at, actor_id, action, subject, allowed) VALUES (?, ?, ?, ?, ?, ?)",
        work.ids.next(), work.now, actor, action, subject, int(allowed),
    )  # fmt: skip
