"""Cases on their way from one to the other.

Whoever moves an offer takes the row of its case first, so that accepting, refusing, the clock,
closing and the way back to the queue meet there, and one of them wins.
"""

from bot.domain.case import Case
from bot.domain.ids import CaseId, PersonId, TransferId
from bot.domain.transfer import Declined, Transfer, TransferState
from bot.storage import cases
from bot.storage.database import Row
from bot.storage.leads import IS_SUPERVISOR, MAY_HAVE, RECEIVED
from bot.storage.work import Work

_CASEWORKER = (
    "EXISTS (SELECT 1 FROM staff WHERE staff.person_id = ? AND staff.ended_at IS NULL"
    " AND staff.role IN ('counselor', 'social_worker', 'supervisor'))"
)
_MAY_RECEIVE = (
    "(cases.person_id IS NULL OR cases.person_id <> ?) AND " + _CASEWORKER + " AND " + MAY_HAVE
)
"""Who may be given a case; it takes that person three times as its values."""
_RECEIVES = "reserved_for = NULL, reserved_until = NULL, " + RECEIVED
"""As `RECEIVED`; nor is it kept for anybody any more."""
_STANDS = (
    "cases.closed_at IS NULL AND EXISTS (SELECT 1 FROM transfers WHERE transfers.id = ?"
    " AND transfers.state = ? AND transfers.case_id = cases.id"
    " AND transfers.from_id = cases.counselor_id AND transfers.held_since = cases.claimed_at)"
)
"""Whether the case is still with whom the transfer takes it from, since the same claim."""
_OF_ITS_CASE = (
    "EXISTS (SELECT 1 FROM cases WHERE cases.id = transfers.case_id AND cases.closed_at IS NULL"
    " AND cases.counselor_id = transfers.from_id AND cases.claimed_at = transfers.held_since)"
)
_COLUMNS = (
    "id, case_id, state, from_id, held_since, to_id, by_id, note, refusal, created_at, moved_at"
)


def _transfer(work: Work, row: Row) -> Transfer:
    def person(name: str) -> PersonId | None:
        return PersonId(row[name]) if row[name] is not None else None

    return Transfer(
        TransferId(row["id"]),
        CaseId(row["case_id"]),
        TransferState(row["state"]),
        person("from_id"),
        row["held_since"],
        person("to_id"),
        PersonId(row["by_id"]),
        work.open(row["note"], "transfers.note", row["id"]),
        Declined(row["refusal"]) if row["refusal"] is not None else None,
        row["created_at"],
        row["moved_at"],
    )


async def get(work: Work, transfer_id: TransferId) -> Transfer | None:
    row = await work.tx.row("SELECT " + _COLUMNS + " FROM transfers WHERE id = ?", transfer_id)
    return _transfer(work, row) if row else None


async def _put(
    work: Work, case: Case, state: TransferState, to: PersonId | None, by: PersonId
) -> Transfer | None:
    row = await work.tx.row(
        "INSERT INTO transfers"
        " (id, case_id, state, from_id, held_since, to_id, by_id, created_at, moved_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING RETURNING " + _COLUMNS,
        work.ids.next(), case.id, state.value, case.counselor_id, case.claimed_at, to, by,
        work.now, work.now,
    )  # fmt: skip
    work.tx.touched = True
    return _transfer(work, row) if row else None


# Writing the note.


async def draft(work: Work, case: Case, to: PersonId | None, by: PersonId) -> Transfer | None:
    """Begins a hand-over, in place of what this person had begun before."""
    await discard(work, by)
    return await _put(work, case, TransferState.DRAFTED, to, by)


async def drafted(work: Work, case_id: CaseId, by: PersonId) -> Transfer | None:
    """The hand-over of this case that this person is writing."""
    row = await work.tx.row(
        "SELECT " + _COLUMNS + " FROM transfers WHERE state = 'drafted' AND by_id = ?"
        " AND case_id = ?",
        by, case_id,
    )  # fmt: skip
    return _transfer(work, row) if row else None


async def discard(work: Work, by: PersonId) -> None:
    """What this person has begun and not finished is forgotten."""
    await work.tx.execute("DELETE FROM transfers WHERE state = 'drafted' AND by_id = ?", by)


# To a person.


async def offer(work: Work, what: Transfer, note: str) -> bool:
    """Puts a finished draft before its receiver. False when the case is not any more with whom
    it was, when another offer of it waits, or when there is nobody to receive it."""
    await cases.hold(work, what.case_id)
    await work.tx.execute(
        "UPDATE transfers SET state = 'ended', moved_at = ? WHERE case_id = ?"
        " AND state IN ('asked', 'offered') AND NOT " + _OF_ITS_CASE,
        work.now, what.case_id,
    )  # fmt: skip
    return await work.tx.changed(
        "UPDATE transfers SET state = 'offered', note = ?, moved_at = ?"
        " WHERE id = ? AND state = 'drafted' AND to_id = ? AND " + _CASEWORKER
        + " AND " + _OF_ITS_CASE + " AND NOT EXISTS (SELECT 1 FROM transfers AS other"
        " WHERE other.case_id = transfers.case_id AND other.state = 'offered') RETURNING id",
        work.seal(note, "transfers.note", what.id), work.now, what.id, what.to_id, what.to_id,
    )  # fmt: skip


async def accept(work: Work, what: Transfer) -> bool:
    """True for exactly one: the case, still with whom it was offered by, is its receiver's now.

    The lease begins anew.
    """
    who = what.to_id
    await cases.hold(work, what.case_id)
    won = await work.tx.changed(
        "UPDATE cases SET " + _RECEIVES + " WHERE id = ? AND " + _STANDS + " AND " + _MAY_RECEIVE
        + " RETURNING id",
        who, work.now, who, who, what.case_id, what.id, TransferState.OFFERED.value, who, who, who,
    )  # fmt: skip
    if won:
        await _become(work, what.id, TransferState.ACCEPTED)
    return won


async def move(
    work: Work, what: Transfer, after: TransferState, refusal: Declined | None = None
) -> bool:
    """Refused, out of time, or taken back: True for the one who comes first."""
    await cases.hold(work, what.case_id)
    return await work.tx.changed(
        "UPDATE transfers SET state = ?, refusal = ?, moved_at = ? WHERE id = ? AND state = ?"
        " RETURNING id",
        after.value, refusal.value if refusal else None, work.now, what.id, what.state.value,
    )  # fmt: skip


async def _become(work: Work, transfer_id: TransferId, state: TransferState) -> None:
    await work.tx.execute(
        "UPDATE transfers SET state = ?, moved_at = ? WHERE id = ?",
        state.value, work.now, transfer_id,
    )  # fmt: skip


# To the queue.


async def to_queue(work: Work, what: Transfer, note: str) -> bool:
    """Gives the case back to the queue, with a note for whoever claims it next. It keeps its
    place: how long it has waited is counted from its opening."""
    await cases.hold(work, what.case_id)
    done = await work.tx.changed(
        "UPDATE cases SET " + cases.BACK_TO_QUEUE + " WHERE id = ? AND " + _STANDS
        + " RETURNING id",
        work.now, what.case_id, what.id, TransferState.DRAFTED.value,
    )  # fmt: skip
    if done:
        await work.tx.execute(
            "UPDATE transfers SET state = 'queued', note = ?, moved_at = ? WHERE id = ?",
            work.seal(note, "transfers.note", what.id), work.now, what.id,
        )  # fmt: skip
    return done


# A colleague asks.


async def ask(work: Work, case: Case, who: PersonId) -> Transfer | None:
    """A colleague would like to have the case. None when they have asked already."""
    return await _put(work, case, TransferState.ASKED, who, who)


async def asked_by(work: Work, case: Case, who: PersonId) -> Transfer | None:
    """What this person has asked whoever has the case now, and still waits for."""
    row = await work.tx.row(
        "SELECT " + _COLUMNS + " FROM transfers WHERE case_id = ? AND to_id = ?"
        " AND state = 'asked' AND from_id = ? AND held_since = ?",
        case.id, who, case.counselor_id, case.claimed_at,
    )  # fmt: skip
    return _transfer(work, row) if row else None


# By hand.


async def assign(work: Work, case: Case, to: PersonId, by: PersonId) -> Transfer | None:
    """A supervisor gives a waiting case to somebody, also one that is held. None when it does
    not wait any more, or is not theirs to have."""
    won = await work.tx.changed(
        "UPDATE cases SET status = 'claimed', " + _RECEIVES
        + " WHERE id = ? AND status = 'waiting' AND counselor_id IS NULL AND " + _MAY_RECEIVE
        + " RETURNING id",
        to, work.now, to, to, case.id, to, to, to,
    )  # fmt: skip
    return await _put(work, case, TransferState.ASSIGNED, to, by) if won else None


async def take_over(work: Work, case: Case, who: PersonId) -> bool:
    """A supervisor takes a case from whoever has it, and owes no first answer any more."""
    return await work.tx.changed(
        "UPDATE cases SET " + _RECEIVES + ", closing_id = NULL"
        " WHERE id = ? AND status = 'claimed' AND counselor_id = ? AND " + _MAY_RECEIVE
        + " AND " + IS_SUPERVISOR + " RETURNING id",
        who, work.now, who, who, case.id, case.counselor_id, who, who, who, who,
    )  # fmt: skip


async def take_back(work: Work, what: Transfer, refusal: Declined) -> bool:
    """Whoever was assigned a case gives it back, unless the family has been answered."""
    back = await work.tx.changed(
        "UPDATE cases SET " + cases.BACK_TO_QUEUE + " WHERE id = ? AND status = 'claimed'"
        " AND counselor_id = ? AND claimed_at = ? AND replied_at IS NULL RETURNING id",
        work.now, what.case_id, what.to_id, what.created_at,
    )  # fmt: skip
    return back and await move(work, what, TransferState.REFUSED, refusal)


# Looking.


async def waiting(work: Work, case_id: CaseId) -> Transfer | None:
    """The offer of this case that waits for its answer."""
    row = await work.tx.row(
        "SELECT " + _COLUMNS + " FROM transfers WHERE case_id = ? AND state = 'offered'", case_id
    )
    return _transfer(work, row) if row else None


async def end(work: Work, case_id: CaseId) -> list[Transfer]:
    """Ends all that is asked and offered about a case; what it was."""
    rows = await work.tx.fetch(
        "UPDATE transfers SET state = 'ended', moved_at = ? WHERE case_id = ?"
        " AND state IN ('asked', 'offered') RETURNING " + _COLUMNS,
        work.now, case_id,
    )  # fmt: skip
    work.tx.touched = True
    return [_transfer(work, row) for row in rows]


async def of_person(work: Work, who: PersonId) -> list[Transfer]:
    """All that is asked of or by this person, and offered to or by them."""
    rows = await work.tx.fetch(
        "SELECT " + _COLUMNS + " FROM transfers WHERE (to_id = ? OR from_id = ?)"
        " AND state IN ('asked', 'offered') ORDER BY id",
        who, who,
    )  # fmt: skip
    return [_transfer(work, row) for row in rows]


async def noted(work: Work, case_id: CaseId, limit: int) -> list[Transfer]:
    """The last hand-overs of a case that have a note, oldest first."""
    rows = await work.tx.fetch(
        "SELECT " + _COLUMNS + " FROM transfers WHERE case_id = ? AND note IS NOT NULL"
        " ORDER BY id DESC LIMIT ?",
        case_id, limit,
    )  # fmt: skip
    return [_transfer(work, row) for row in reversed(rows)]


async def loads(work: Work) -> dict[PersonId, int]:
    """How many open cases each counselor has; nobody who has none."""
    rows = await work.tx.fetch(
        "SELECT counselor_id, count(*) AS n FROM cases WHERE status = 'claimed'"
        " GROUP BY counselor_id"
    )
    return {PersonId(row["counselor_id"]): int(row["n"]) for row in rows}
