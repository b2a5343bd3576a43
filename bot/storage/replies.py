"""When a family was first answered, and since when it waits for the next answer."""

from dataclasses import dataclass

from bot.domain.ids import CaseId, PersonId
from bot.domain.triage import Acuity
from bot.storage.work import Work


async def wrote(work: Work, case_id: CaseId) -> bool:
    """The family has written. True when it had nothing to wait for before."""
    return await work.tx.changed(
        "UPDATE cases SET awaiting_since = ? WHERE id = ? AND awaiting_since IS NULL RETURNING id",
        work.now, case_id,
    )  # fmt: skip


def answered(work: Work, case_id: CaseId, waited: int) -> None:
    """The family was answered; `waited`: working milliseconds since it asked for help. The
    first answer stays, whoever has the case later."""
    work.tx.later(
        "UPDATE cases SET first_reply_at = COALESCE(first_reply_at, ?),"
        " first_wait = COALESCE(first_wait, ?), awaiting_since = NULL"
        " WHERE id = ? AND (first_reply_at IS NULL OR awaiting_since IS NOT NULL)",
        work.now, waited, case_id,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Waiting:
    """A family in a talk: since when it waits, and for whom."""

    code: str
    acuity: Acuity
    counselor_id: PersonId
    since: int


async def waiting(work: Work, case_id: CaseId) -> Waiting | None:
    """The family, if it waits for a further answer of whoever has its case now."""
    row = await work.tx.row(
        "SELECT code, acuity, counselor_id, awaiting_since FROM cases WHERE id = ?"
        " AND status = 'claimed' AND replied_at IS NOT NULL AND awaiting_since IS NOT NULL",
        case_id,
    )
    if row is None:
        return None
    counselor = PersonId(row["counselor_id"])
    return Waiting(row["code"], Acuity(row["acuity"]), counselor, row["awaiting_since"])
