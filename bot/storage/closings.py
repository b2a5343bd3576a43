"""Closings that wait for a supervisor's yes, and cases that are opened again."""

from dataclasses import dataclass

from bot.domain.case import Outcome
from bot.domain.ids import CaseId, ClosingId, PersonId
from bot.domain.lifecycle import REOPENS
from bot.storage.cases import SUPERVISED
from bot.storage.leads import IS_SUPERVISOR, MAY_HAVE
from bot.storage.work import Work


@dataclass(frozen=True, slots=True)
class Closing:
    id: ClosingId
    case_id: CaseId
    asked_by: PersonId
    asked_at: int
    outcome: Outcome
    detail: str | None
    state: str
    decided_by: PersonId | None
    note: str


async def is_supervised(work: Work, case_id: CaseId) -> bool:
    """Whether the case was ever high or immediate, so that somebody else must approve."""
    sql = "SELECT 1 AS yes FROM cases WHERE id = ? AND " + SUPERVISED
    return await work.tx.row(sql, case_id) is not None


async def get(work: Work, closing_id: ClosingId) -> Closing | None:
    row = await work.tx.row(
        "SELECT id, case_id, asked_by, asked_at, outcome, detail, state, decided_by, note"
        " FROM closings WHERE id = ?",
        closing_id,
    )
    if row is None:
        return None
    return Closing(
        ClosingId(row["id"]),
        CaseId(row["case_id"]),
        PersonId(row["asked_by"]),
        row["asked_at"],
        Outcome(row["outcome"]),
        row["detail"],
        row["state"],
        PersonId(row["decided_by"]) if row["decided_by"] is not None else None,
        work.open(row["note"], "closings.note", row["id"]),
    )


async def ask(
    work: Work, case_id: CaseId, who: PersonId, outcome: Outcome, detail: str | None = None
) -> ClosingId | None:
    """The one who has the case asks to close it. None when they do not have it, or have asked."""
    number = ClosingId(work.ids.next())
    # A closing that an earlier owner asked for has lost its sense, and stops nobody. Who asks has
    # looked at the case: the lease of the claim ends.
    asked = await work.tx.changed(
        "UPDATE cases SET closing_id = ?, closing_by = ?, replied_at = COALESCE(replied_at, ?)"
        " WHERE id = ? AND status = 'claimed' AND counselor_id = ?"
        " AND (closing_id IS NULL OR closing_by <> counselor_id) RETURNING id",
        number, who, work.now, case_id, who,
    )  # fmt: skip
    if not asked:
        return None
    await work.tx.execute(
        "INSERT INTO closings (id, case_id, asked_by, asked_at, outcome, detail)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        number, case_id, who, work.now, outcome.value, detail,
    )  # fmt: skip
    return number


async def take_back(work: Work, closing_id: ClosingId, who: PersonId) -> bool:
    """The one who asked goes on with the case."""
    return await work.tx.changed(
        "UPDATE cases SET closing_id = NULL WHERE closing_id = ? AND status = 'claimed'"
        " AND counselor_id = ? RETURNING id",
        closing_id, who,
    ) and await _decided(work, closing_id, "taken_back", who)  # fmt: skip


_ANOTHER_SUPERVISOR = (
    " WHERE closing_id = ? AND status = 'claimed' AND counselor_id <> ?"
    " AND closing_by = counselor_id"
    " AND (person_id IS NULL OR person_id <> ?) AND " + IS_SUPERVISOR + " RETURNING id"
)


async def approve(work: Work, closing_id: ClosingId, who: PersonId) -> bool:
    """True for the one supervisor, not the owner, whose yes has closed the case."""
    return await work.tx.changed(
        "UPDATE cases SET status = 'closed', closed_at = ?, closing_id = NULL,"
        " outcome = (SELECT outcome FROM closings WHERE closings.id = cases.closing_id),"
        " outcome_detail = (SELECT detail FROM closings WHERE closings.id = cases.closing_id)"
        + _ANOTHER_SUPERVISOR,
        work.now, closing_id, who, who, who,
    ) and await _decided(work, closing_id, "approved", who)  # fmt: skip


async def send_back(work: Work, closing_id: ClosingId, who: PersonId) -> bool:
    """True for the one supervisor, not the owner, who says that there is more to do."""
    return await work.tx.changed(
        "UPDATE cases SET closing_id = NULL" + _ANOTHER_SUPERVISOR, closing_id, who, who, who
    ) and await _decided(work, closing_id, "sent_back", who)


async def _decided(work: Work, closing_id: ClosingId, state: str, who: PersonId) -> bool:
    await work.tx.execute(
        "UPDATE closings SET state = ?, decided_by = ?, decided_at = ? WHERE id = ?",
        state, who, work.now, closing_id,
    )  # fmt: skip
    return True


async def last_sent_back(work: Work, case_id: CaseId, who: PersonId) -> Closing | None:
    """The closing of this case that this supervisor has sent back last, without a note yet."""
    row = await work.tx.row(
        "SELECT id FROM closings WHERE case_id = ? AND decided_by = ? AND state = 'sent_back'"
        " AND note IS NULL ORDER BY id DESC LIMIT 1",
        case_id, who,
    )  # fmt: skip
    return await get(work, ClosingId(row["id"])) if row else None


async def note(work: Work, closing_id: ClosingId, text: str) -> None:
    """What is still to be done, in the words of the one who sent it back."""
    await work.tx.execute(
        "UPDATE closings SET note = ? WHERE id = ?",
        work.seal(text, "closings.note", closing_id), closing_id,
    )  # fmt: skip


async def reopen(work: Work, case_id: CaseId, who: PersonId) -> bool:
    """The case is open again and with this colleague.

    Not after a month, not after erasure, and not while the family has another open case.
    """
    return await work.tx.changed(
        "UPDATE cases SET status = 'claimed', counselor_id = ?, claimed_at = ?, replied_at = ?,"
        " closed_at = NULL, outcome = NULL, outcome_detail = NULL, closing_id = NULL"
        " WHERE id = ? AND status = 'closed' AND outcome NOT IN ('erased', 'merged')"
        " AND closed_at > ?"
        " AND (person_id IS NULL OR (person_id <> ? AND NOT EXISTS (SELECT 1 FROM cases AS other"
        " WHERE other.person_id = cases.person_id AND other.status <> 'closed')))"
        " AND EXISTS (SELECT 1 FROM staff WHERE staff.person_id = ? AND ended_at IS NULL"
        " AND (role = 'supervisor'"
        " OR (role IN ('counselor', 'social_worker') AND cases.counselor_id = ?)))"
        " AND " + MAY_HAVE + " RETURNING id",
        who, work.now, work.now, case_id, work.now - REOPENS, who, who, who, who,
    )  # fmt: skip
