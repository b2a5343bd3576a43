"""What came of alerts: the outcomes of the last days, with the words beside them."""

from dataclasses import dataclass

from bot.domain.ids import AlertId, PersonId
from bot.domain.safeguarding import AlertOutcome
from bot.storage.work import Work


@dataclass(frozen=True, slots=True)
class Ended:
    """A finished alert. `note`: words of whoever wrote the outcome, empty where there are none."""

    id: AlertId
    category: str
    raised_at: int
    outcome: AlertOutcome
    by: PersonId
    at: int
    note: str


_ENDED = " FROM alerts WHERE outcome IS NOT NULL AND outcome_at >= ?"
_MINE = " AND (outcome_by = ? OR acknowledged_by = ?)"


async def ended(
    work: Work, since: int, limit: int, of: PersonId | None = None
) -> tuple[list[Ended], int]:
    """The newest outcomes first, and how many there are. `of`: those that they had or ended."""
    where, values = (_ENDED, (since,)) if of is None else (_ENDED + _MINE, (since, of, of))
    rows = await work.tx.fetch(
        "SELECT id, category, raised_at, outcome, outcome_by, outcome_at, outcome_note"
        + where
        + " ORDER BY outcome_at DESC, id DESC LIMIT ?",
        *values, limit,
    )  # fmt: skip
    count = await work.tx.row("SELECT count(*) AS n" + where, *values)
    found = [
        Ended(
            AlertId(row["id"]),
            row["category"],
            row["raised_at"],
            AlertOutcome(row["outcome"]),
            PersonId(row["outcome_by"]),
            row["outcome_at"],
            work.open(row["outcome_note"], "alerts.outcome_note", row["id"]),
        )
        for row in rows
    ]
    return found, int(count["n"]) if count else 0
