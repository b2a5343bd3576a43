"""Blocks of people, and the reports of abuse they follow from."""

from dataclasses import dataclass

from bot.domain.blocking import BlockReason
from bot.domain.case import Case
from bot.domain.ids import BlockId, CaseId, PersonId, ReportId
from bot.storage.cases import SUPERVISED
from bot.storage.database import Row
from bot.storage.leads import IS_SUPERVISOR
from bot.storage.work import Work


@dataclass(frozen=True, slots=True)
class Block:
    """`until_at` (epoch ms) is None where it has no end."""

    id: BlockId
    person_id: PersonId
    reason: BlockReason
    blocked_by: PersonId
    at: int
    until_at: int | None


_COLUMNS = "id, person_id, reason, blocked_by, at, until_at"


def _block(row: Row) -> Block:
    return Block(
        BlockId(row["id"]),
        PersonId(row["person_id"]),
        BlockReason(row["reason"]),
        PersonId(row["blocked_by"]),
        row["at"],
        row["until_at"],
    )


async def put(
    work: Work, person_id: PersonId, reason: BlockReason, by: PersonId, until_at: int | None
) -> Block | None:
    """Blocks a person. None when they are blocked, or have a role."""
    row = await work.tx.row(
        "INSERT INTO blocks (id, person_id, reason, blocked_by, at, until_at)"
        " SELECT ?, id, ?, ?, ?, ? FROM people WHERE id = ? AND NOT EXISTS"
        " (SELECT 1 FROM staff WHERE staff.person_id = people.id AND ended_at IS NULL)"
        " ON CONFLICT DO NOTHING RETURNING " + _COLUMNS,
        work.ids.next(), reason.value, by, work.now, until_at, person_id,
    )  # fmt: skip
    work.tx.touched = True
    return _block(row) if row else None


async def live(work: Work, limit: int) -> list[Block]:
    """Those that hold now, the newest first."""
    rows = await work.tx.fetch(
        "SELECT " + _COLUMNS + " FROM blocks WHERE ended_at IS NULL ORDER BY id DESC LIMIT ?", limit
    )
    return [_block(row) for row in rows]


async def get(work: Work, number: BlockId) -> Block | None:
    row = await work.tx.row("SELECT " + _COLUMNS + " FROM blocks WHERE id = ?", number)
    return _block(row) if row else None


async def end(work: Work, number: BlockId, by: PersonId | None) -> Block | None:
    """The person is heard again. None when that was so already; `by` nobody: its time is over."""
    row = await work.tx.row(
        "UPDATE blocks SET ended_at = ?, ended_by = ? WHERE id = ? AND ended_at IS NULL"
        " RETURNING " + _COLUMNS,
        work.now, by, number,
    )  # fmt: skip
    work.tx.touched = True
    return _block(row) if row else None


async def tell(work: Work, number: BlockId, told_before: int) -> bool:
    """True when the person must hear of it: they have not, or not since that moment."""
    return await work.tx.changed(
        "UPDATE blocks SET told_at = ? WHERE id = ? AND ended_at IS NULL"
        " AND (told_at IS NULL OR told_at < ?) RETURNING id",
        work.now, number, told_before,
    )  # fmt: skip


# Reports.


async def report(work: Work, case_id: CaseId, by: PersonId) -> ReportId | None:
    """A counselor asks for a decision. None while an earlier one waits."""
    row = await work.tx.row(
        "INSERT INTO abuse_reports (id, case_id, reported_by, at) VALUES (?, ?, ?, ?)"
        " ON CONFLICT DO NOTHING RETURNING id",
        work.ids.next(), case_id, by, work.now,
    )  # fmt: skip
    work.tx.touched = True
    return ReportId(row["id"]) if row else None


async def decide(work: Work, case_id: CaseId, by: PersonId, decision: str) -> PersonId | None:
    """Ends the report that waits about this case. Who had made it; None where none waits."""
    row = await work.tx.row(
        "UPDATE abuse_reports SET decided_by = ?, decided_at = ?, decision = ?"
        " WHERE case_id = ? AND decided_at IS NULL RETURNING reported_by",
        by, work.now, decision, case_id,
    )  # fmt: skip
    work.tx.touched = True
    return PersonId(row["reported_by"]) if row else None


# What becomes of the case.


async def close_case(work: Work, case: Case, who: PersonId) -> bool:
    """Closed as abuse; a closing that waited is over with it.

    What was ever urgent is closed by two: a supervisor decides, and somebody else has the case.
    """
    return await work.tx.changed(
        "UPDATE cases SET status = 'closed', outcome = 'not_counseling', outcome_detail = 'abuse',"
        " closed_at = ?, closing_id = NULL WHERE id = ? AND status <> 'closed'"
        " AND (person_id IS NULL OR person_id <> ?) AND (NOT " + SUPERVISED
        + " OR (counselor_id IS NOT NULL AND counselor_id <> ? AND " + IS_SUPERVISOR + "))"
        " RETURNING id",
        work.now, case.id, who, who, who,
    )  # fmt: skip
