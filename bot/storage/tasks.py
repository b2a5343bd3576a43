"""Follow-up tasks of a case. Whoever has the case has its tasks: they go where it goes."""

from dataclasses import dataclass

from bot.domain.ids import CaseId, PersonId, TaskId
from bot.storage.database import Row
from bot.storage.work import Work


@dataclass(frozen=True, slots=True)
class Task:
    """`due_at`: nine o'clock of its day (epoch ms). `owner_id`: who has the case now."""

    id: TaskId
    case_id: CaseId
    code: str
    text: str
    due_at: int
    state: str
    owner_id: PersonId | None


_TASKS = (
    "SELECT tasks.id, tasks.case_id, cases.code, tasks.body, tasks.due_at, tasks.state,"
    " CASE WHEN cases.status = 'claimed' THEN cases.counselor_id END AS owner_id"
    " FROM tasks JOIN cases ON cases.id = tasks.case_id"
)


def _task(work: Work, row: Row) -> Task:
    return Task(
        TaskId(row["id"]),
        CaseId(row["case_id"]),
        row["code"],
        work.open(row["body"], "tasks.body", row["id"]),
        row["due_at"],
        row["state"],
        PersonId(row["owner_id"]) if row["owner_id"] is not None else None,
    )


async def add(work: Work, case_id: CaseId, author: PersonId, text: str, due_at: int) -> TaskId:
    number = TaskId(work.ids.next())
    await work.tx.execute(
        "INSERT INTO tasks (id, case_id, body, due_at, author_id, at) VALUES (?, ?, ?, ?, ?, ?)",
        number, case_id, work.seal(text, "tasks.body", number), due_at, author, work.now,
    )  # fmt: skip
    return number


async def get(work: Work, task_id: TaskId) -> Task | None:
    row = await work.tx.row(_TASKS + " WHERE tasks.id = ?", task_id)
    return _task(work, row) if row else None


async def of_owner(work: Work, who: PersonId) -> list[Task]:
    """What is open in the cases that this colleague has, the longest overdue first."""
    rows = await work.tx.fetch(
        _TASKS + " WHERE cases.counselor_id = ? AND cases.status = 'claimed'"
        " AND tasks.state = 'open' ORDER BY tasks.due_at, tasks.id",
        who,
    )
    return [_task(work, row) for row in rows]


async def overdue(work: Work, before: int, besides: PersonId, limit: int) -> list[Task]:
    """What was due before that moment in open cases of others, the longest overdue first."""
    rows = await work.tx.fetch(
        _TASKS + " WHERE tasks.state = 'open' AND tasks.due_at < ? AND cases.status <> 'closed'"
        " AND (cases.counselor_id IS NULL OR cases.counselor_id <> ?)"
        " ORDER BY tasks.due_at, tasks.id LIMIT ?",
        before, besides, limit,
    )  # fmt: skip
    return [_task(work, row) for row in rows]


async def of_case(work: Work, case_id: CaseId) -> list[Task]:
    """The open tasks of a case, the most urgent first."""
    rows = await work.tx.fetch(
        _TASKS + " WHERE tasks.case_id = ? AND tasks.state = 'open'"
        " ORDER BY tasks.due_at, tasks.id",
        case_id,
    )
    return [_task(work, row) for row in rows]


async def open_count(work: Work, case_id: CaseId) -> int:
    row = await work.tx.row(
        "SELECT count(*) AS n FROM tasks WHERE case_id = ? AND state = 'open'", case_id
    )
    return int(row["n"]) if row else 0


async def finish(work: Work, task_id: TaskId, who: PersonId) -> bool:
    """True the first time."""
    return await work.tx.changed(
        "UPDATE tasks SET state = 'done', ended_by = ?, ended_at = ?"
        " WHERE id = ? AND state = 'open' RETURNING id",
        who, work.now, task_id,
    )  # fmt: skip


async def postpone(work: Work, task_id: TaskId, due_at: int) -> bool:
    """An open task gets another day."""
    return await work.tx.changed(
        "UPDATE tasks SET due_at = ? WHERE id = ? AND state = 'open' RETURNING id", due_at, task_id
    )


async def drop(work: Work, case_id: CaseId, who: PersonId) -> None:
    """The case is closed: what is still open in it is not done any more."""
    await work.tx.execute(
        "UPDATE tasks SET state = 'dropped', ended_by = ?, ended_at = ?"
        " WHERE case_id = ? AND state = 'open'",
        who, work.now, case_id,
    )  # fmt: skip
