"""Acuity as staff change it: the level, and who changed it, when and why."""

from dataclasses import dataclass

from bot.domain.case import Case, Change
from bot.domain.ids import CaseId, PersonId
from bot.domain.triage import Acuity
from bot.storage.leads import IS_SUPERVISOR
from bot.storage.work import Work


@dataclass(frozen=True, slots=True)
class Changed:
    """One change. The table also keeps the version of the rule whose level it replaced."""

    before: Acuity
    after: Acuity
    reason: Change
    by: PersonId
    at: int


async def change(work: Work, case: Case, who: PersonId, after: Acuity, reason: Change) -> bool:
    """True when the case, open and still as urgent as in `case`, has the other level now.

    Only its counselor and supervisors can, and nobody in a case of their own.
    """
    row = await work.tx.row(
        "UPDATE cases SET acuity = ? WHERE id = ? AND acuity = ? AND status <> 'closed'"
        " AND (person_id IS NULL OR person_id <> ?)"
        " AND ((status = 'claimed' AND counselor_id = ?) OR " + IS_SUPERVISOR + ")"
        " RETURNING rule_version",
        int(after), case.id, int(case.acuity), who, who, who,
    )  # fmt: skip
    work.tx.touched = True
    if row is None:
        return False
    await work.tx.execute(
        "INSERT INTO acuity_changes"
        " (id, case_id, before, after, reason, rule_version, changed_by, at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        work.ids.next(), case.id, int(case.acuity), int(after), reason.value,
        row["rule_version"], who, work.now,
    )  # fmt: skip
    return True


async def ever(work: Work, case: Case, level: Acuity) -> bool:
    """Whether the case has this level, or staff have changed it from there."""
    if case.acuity is level:
        return True
    sql = "SELECT 1 AS one FROM acuity_changes WHERE case_id = ? AND before = ? LIMIT 1"
    return await work.tx.row(sql, case.id, int(level)) is not None


async def changes(work: Work, case_id: CaseId) -> list[Changed]:
    """All changes of a case, oldest first."""
    rows = await work.tx.fetch(
        "SELECT before, after, reason, changed_by, at FROM acuity_changes"
        " WHERE case_id = ? ORDER BY id",
        case_id,
    )
    return [
        Changed(
            Acuity(row["before"]),
            Acuity(row["after"]),
            Change(row["reason"]),
            PersonId(row["changed_by"]),
            row["at"],
        )
        for row in rows
    ]
