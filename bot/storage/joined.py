"""Two open cases of one family become one: the other is closed, and what waits in it goes along."""

from bot.domain.case import Case, Outcome
from bot.domain.ids import CaseId
from bot.storage.work import Work


async def close(work: Work, case: Case) -> bool:
    """The case is joined into another one. True once."""
    return await work.tx.changed(
        "UPDATE cases SET status = 'closed', outcome = ?, closed_at = ?, closing_id = NULL"
        " WHERE id = ? AND status <> 'closed' RETURNING id",
        Outcome.MERGED.value, work.now, case.id,
    )  # fmt: skip


_OPEN_APPOINTMENT = "state IN ('open', 'confirmed')"
_LIVE_REFERRAL = "state IN ('drafted', 'consent_asked', 'sent', 'accepted')"
_TAKEN_ALONG = (
    "UPDATE notes SET case_id = ? WHERE case_id = ?",
    "UPDATE tasks SET case_id = ? WHERE case_id = ? AND state = 'open'",
    "UPDATE goals SET case_id = ? WHERE case_id = ? AND state = 'open'",
)
_UNLESS_THERE = (
    ("UPDATE safety_plans SET case_id = ? WHERE case_id = ?",
     "SELECT 1 AS yes FROM safety_plans WHERE case_id = ?"),
    ("UPDATE household SET case_id = ? WHERE case_id = ?",
     "SELECT 1 AS yes FROM household WHERE case_id = ?"),
    ("UPDATE appointments SET case_id = ? WHERE case_id = ? AND " + _OPEN_APPOINTMENT,
     "SELECT 1 AS yes FROM appointments WHERE case_id = ? AND " + _OPEN_APPOINTMENT),
)  # fmt: skip


async def take_along(work: Work, kept: CaseId, closed: CaseId) -> None:
    """What was still to be done in the closed case, and what nobody has read yet, goes on in the
    other one. What was said already stays where it was said."""
    for sql in _TAKEN_ALONG:
        await work.tx.execute(sql, kept, closed)
    for sql, there in _UNLESS_THERE:
        if await work.tx.row(there, kept) is None:
            await work.tx.execute(sql, kept, closed)
    await work.tx.execute(
        "UPDATE referrals SET case_id = ? WHERE case_id = ? AND " + _LIVE_REFERRAL
        + " AND partner_id NOT IN (SELECT r.partner_id FROM referrals r WHERE r.case_id = ? AND "
        + "r." + _LIVE_REFERRAL + ")",
        kept, closed, kept,
    )  # fmt: skip
    await work.tx.execute(
        "UPDATE cases SET minor = CASE WHEN minor = 1 THEN 1 ELSE (SELECT o.minor FROM cases o"
        " WHERE o.id = ?) END, lead_id = COALESCE(lead_id, (SELECT o.lead_id FROM cases o"
        " WHERE o.id = ?)) WHERE id = ?",
        closed, closed, kept,
    )  # fmt: skip
    await _unread(work, kept, closed)


async def _unread(work: Work, kept: CaseId, closed: CaseId) -> None:
    """Messages that wait, in their order, under the numbers that follow in the other case."""
    rows = await work.tx.fetch(
        "SELECT id FROM relay WHERE case_id = ? AND state IN ('held', 'asking')"
        " AND author = 'family' ORDER BY id",
        closed,
    )
    for row in rows:
        counted = await work.tx.row(
            "UPDATE cases SET messages = messages + 1 WHERE id = ? RETURNING messages", kept
        )
        await work.tx.execute(
            "UPDATE relay SET case_id = ?, number = ? WHERE id = ?",
            kept, counted["messages"] if counted else 1, row["id"],
        )  # fmt: skip
