"""What a counselor and a family want to reach together: open, reached or dropped."""

from dataclasses import dataclass

from bot.domain.ids import CaseId, GoalId, PersonId
from bot.storage.database import Row
from bot.storage.work import Work


@dataclass(frozen=True, slots=True)
class Goal:
    id: GoalId
    case_id: CaseId
    text: str
    state: str
    at: int


def _goal(work: Work, row: Row) -> Goal:
    text = work.open(row["body"], "goals.body", row["id"])
    return Goal(GoalId(row["id"]), CaseId(row["case_id"]), text, row["state"], row["at"])


async def add(work: Work, case_id: CaseId, author: PersonId, text: str) -> GoalId:
    number = GoalId(work.ids.next())
    await work.tx.execute(
        "INSERT INTO goals (id, case_id, body, author_id, at) VALUES (?, ?, ?, ?, ?)",
        number, case_id, work.seal(text, "goals.body", number), author, work.now,
    )  # fmt: skip
    return number


async def get(work: Work, goal_id: GoalId) -> Goal | None:
    row = await work.tx.row("SELECT id, case_id, body, state, at FROM goals WHERE id = ?", goal_id)
    return _goal(work, row) if row else None


async def of_case(work: Work, case_id: CaseId) -> list[Goal]:
    """Oldest first, whatever became of them."""
    rows = await work.tx.fetch(
        "SELECT id, case_id, body, state, at FROM goals WHERE case_id = ? ORDER BY id", case_id
    )
    return [_goal(work, row) for row in rows]


async def end(work: Work, goal_id: GoalId, state: str, who: PersonId) -> bool:
    """`reached` or `dropped`. True the first time."""
    return await work.tx.changed(
        "UPDATE goals SET state = ?, ended_by = ?, ended_at = ?"
        " WHERE id = ? AND state = 'open' RETURNING id",
        state, who, work.now, goal_id,
    )  # fmt: skip
