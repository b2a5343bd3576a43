"""A claim is a lease: whoever takes a case answers soon, or it goes back to the queue."""

from bot.domain.case import Case
from bot.domain.ids import CaseId
from bot.storage import cases
from bot.storage.work import Work


def replied(work: Work, case_id: CaseId) -> None:
    """The family has been answered: the case stays with whoever has it."""
    work.tx.later(
        "UPDATE cases SET replied_at = ? WHERE id = ? AND replied_at IS NULL", work.now, case_id
    )


async def unanswered(work: Work, claimed_before: int) -> list[Case]:
    """Claimed cases whose family still waits for a first answer, the longest wait first."""
    rows = await work.tx.fetch(
        "SELECT id FROM cases WHERE status = 'claimed' AND replied_at IS NULL AND claimed_at < ?"
        " ORDER BY claimed_at LIMIT 200",
        claimed_before,
    )
    found = [await cases.get(work, CaseId(row["id"])) for row in rows]
    return [case for case in found if case is not None]


async def remind(work: Work, case_id: CaseId) -> bool:
    """True once for each claim."""
    return await work.tx.changed(
        "UPDATE cases SET reminded_at = ? WHERE id = ? AND status = 'claimed'"
        " AND replied_at IS NULL AND reminded_at IS NULL RETURNING id",
        work.now, case_id,
    )  # fmt: skip


async def expire(work: Work, case_id: CaseId) -> bool:
    """Back to the queue, if nobody has answered in the meantime."""
    return await work.tx.changed(
        "UPDATE cases SET " + cases.BACK_TO_QUEUE
        + " WHERE id = ? AND status = 'claimed' AND replied_at IS NULL RETURNING id",
        work.now, case_id,
    )  # fmt: skip
