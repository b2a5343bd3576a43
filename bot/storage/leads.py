"""A minor's case: which supervisor answers for the minor's safety, and who may have the case."""

from bot.domain.ids import CaseId, PersonId
from bot.storage import cases
from bot.storage.work import Work

IS_SUPERVISOR = (
    "EXISTS (SELECT 1 FROM staff WHERE staff.person_id = ?"
    " AND role = 'supervisor' AND ended_at IS NULL)"
)
LED = (
    "EXISTS (SELECT 1 FROM staff WHERE staff.person_id = cases.lead_id"
    " AND role = 'supervisor' AND ended_at IS NULL)"
)
"""Whether a supervisor answers for the case now: not one who has left since."""
MAY_HAVE = (
    "(minor = 0 OR " + LED + " OR " + IS_SUPERVISOR + " OR NOT EXISTS"
    " (SELECT 1 FROM staff WHERE role = 'supervisor' AND ended_at IS NULL))"
)
"""The condition of a claim; it takes the one who claims as its value."""

RECEIVED = (
    "counselor_id = ?, claimed_at = ?, replied_at = NULL, reminded_at = NULL,"
    " lead_id = CASE WHEN minor = 1 AND NOT " + LED + " AND " + IS_SUPERVISOR
    + " THEN ? ELSE lead_id END"
)  # fmt: skip
"""What changes in a case with whoever has it. It takes the person, the time, and the person
twice."""


async def led_by(work: Work, who: PersonId) -> list[CaseId]:
    """The open cases in which this person answers for a minor's safety, oldest first."""
    rows = await work.tx.fetch(
        "SELECT id FROM cases WHERE lead_id = ? AND status IN ('waiting', 'claimed') ORDER BY id",
        who,
    )
    return [CaseId(row["id"]) for row in rows]


async def take(work: Work, case_id: CaseId, who: PersonId) -> bool:
    """True for the one supervisor who answers for the safety of this minor from now on."""
    # The row of the case is held first: whoever waits for it then sees who was faster.
    await cases.hold(work, case_id)
    return await work.tx.changed(
        "UPDATE cases SET lead_id = ? WHERE id = ? AND minor = 1 AND status <> 'closed'"
        " AND (person_id IS NULL OR person_id <> ?) AND NOT " + LED + " AND " + IS_SUPERVISOR
        + " RETURNING id",
        who, case_id, who, who,
    )  # fmt: skip
