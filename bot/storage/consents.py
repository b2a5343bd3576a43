"""What people agreed to: for which purpose, to which text, when, yes or no."""

from bot.domain.ids import PersonId
from bot.storage.work import Work

HELP = "help"
OPTIONAL = ("followup", "statistics")
"""Purposes that nobody needs to agree to in order to be helped."""
TOPICS, NEWS = "topics", "news"
"""Broadcasts: that people are chosen by their topic of need; that somebody who was never asked how
to be written to wants them all the same."""


def record(
    work: Work, person_id: PersonId, purpose: str, text_version: int, *, given: bool
) -> None:
    """One more answer; the newest of a purpose counts."""
    work.tx.later(
        "INSERT INTO consents (id, person_id, purpose, text_version, given, at)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        work.ids.next(), person_id, purpose, text_version, int(given), work.now,
    )  # fmt: skip
    if purpose == HELP:
        work.tx.later(
            "UPDATE people SET consented_at = ? WHERE id = ?",
            work.now if given else None, person_id,
        )  # fmt: skip


async def given(work: Work, person_id: PersonId) -> frozenset[str]:
    """The purposes that the person agrees to now."""
    rows = await work.tx.fetch(
        "SELECT purpose, given FROM consents WHERE person_id = ? ORDER BY id", person_id
    )
    newest = {str(row["purpose"]): bool(row["given"]) for row in rows}
    return frozenset(purpose for purpose, yes in newest.items() if yes)
