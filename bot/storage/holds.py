"""What keeps a waiting case from being claimed by just anybody: holds, and reservations."""

from bot.domain.case import Case
from bot.domain.ids import CaseId, HoldId, PersonId
from bot.domain.transfer import Hold, HoldKind
from bot.storage.cases import COLUMNS, from_row
from bot.storage.database import Row
from bot.storage.leads import MAY_HAVE
from bot.storage.work import Work

_COVERS = (
    "(holds.kind = 'all' OR (holds.kind = 'topic' AND holds.value = cases.topic)"
    " OR (holds.kind = 'province' AND holds.value = cases.province))"
)
NOT_HELD = (
    "(cases.acuity = 0 OR NOT EXISTS"
    " (SELECT 1 FROM holds WHERE holds.ended_at IS NULL AND " + _COVERS + ") OR NOT EXISTS"
    " (SELECT 1 FROM staff WHERE role = 'supervisor' AND ended_at IS NULL))"
)
"""A condition of a claim, without values. What is most urgent is not held, and nothing is where
there is no supervisor left to assign it."""
NOT_RESERVED = (
    "(cases.acuity <= 1 OR cases.reserved_for IS NULL OR cases.reserved_until <= ?"
    " OR cases.reserved_for = ?)"
)
"""A condition of a claim; its values are the time and the one who claims."""

_COLUMNS = "id, kind, value, by_id, at"


def _hold(row: Row) -> Hold:
    return Hold(
        HoldId(row["id"]), HoldKind(row["kind"]), row["value"], PersonId(row["by_id"]), row["at"]
    )


# Holds.


async def begin(work: Work, kind: HoldKind, value: str, who: PersonId) -> Hold | None:
    """Holds a part of the queue. None when just this part is held already."""
    row = await work.tx.row(
        "INSERT INTO holds (id, kind, value, by_id, at) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT DO NOTHING RETURNING " + _COLUMNS,
        work.ids.next(), kind.value, value, who, work.now,
    )  # fmt: skip
    work.tx.touched = True
    return _hold(row) if row else None


async def end(work: Work, hold_id: HoldId, who: PersonId) -> Hold | None:
    """Ends a hold; None when it has ended already."""
    row = await work.tx.row(
        "UPDATE holds SET ended_by = ?, ended_at = ? WHERE id = ? AND ended_at IS NULL"
        " RETURNING " + _COLUMNS,
        who, work.now, hold_id,
    )  # fmt: skip
    work.tx.touched = True
    return _hold(row) if row else None


async def live(work: Work) -> list[Hold]:
    """What is held now, oldest first."""
    rows = await work.tx.fetch(
        "SELECT " + _COLUMNS + " FROM holds WHERE ended_at IS NULL ORDER BY id"
    )
    return [_hold(row) for row in rows]


async def is_held(work: Work, case_id: CaseId) -> bool:
    """Whether this waiting case is assigned by hand."""
    row = await work.tx.row(
        "SELECT 1 AS held FROM cases WHERE id = ? AND status = 'waiting' AND NOT " + NOT_HELD,
        case_id,
    )
    return row is not None


async def held(work: Work, limit: int) -> list[Case]:
    """The waiting cases that are assigned by hand, most urgent first."""
    rows = await work.tx.fetch(
        "SELECT " + COLUMNS + " FROM cases WHERE status = 'waiting' AND NOT " + NOT_HELD
        + " ORDER BY acuity, opened_at / 60000, -underserved, id LIMIT ?",
        limit,
    )  # fmt: skip
    return [from_row(row) for row in rows]


async def held_count(work: Work) -> int:
    row = await work.tx.row(
        "SELECT count(*) AS n FROM cases WHERE status = 'waiting' AND NOT " + NOT_HELD
    )
    return int(row["n"]) if row else 0


async def covered(work: Work, hold_id: HoldId, limit: int) -> list[CaseId]:
    """The waiting cases whose cards this hold changes, most urgent first."""
    rows = await work.tx.fetch(
        "SELECT cases.id FROM cases JOIN holds ON " + _COVERS
        + " WHERE holds.id = ? AND status = 'waiting' AND acuity > 0"
        " ORDER BY acuity, opened_at / 60000, -underserved, cases.id LIMIT ?",
        hold_id, limit,
    )  # fmt: skip
    return [CaseId(row["id"]) for row in rows]


# Reservations.


async def earlier_counselor(work: Work, case: Case) -> PersonId | None:
    """Who had the person's last case that somebody had; nobody, if it was no matter for us."""
    row = await work.tx.row(
        "SELECT counselor_id, outcome FROM cases WHERE person_id = ? AND id < ?"
        " AND counselor_id IS NOT NULL ORDER BY id DESC LIMIT 1",
        case.person_id, case.id,
    )  # fmt: skip
    if row is None or row["outcome"] == "not_counseling":
        return None
    return PersonId(row["counselor_id"])


async def reserve(work: Work, case_id: CaseId, who: PersonId, until: int) -> bool:
    """Until then (epoch ms) only this person may claim the case. False where nobody is waited
    for: it is urgent, held by hand, or not theirs to have."""
    return await work.tx.changed(
        "UPDATE cases SET reserved_for = ?, reserved_until = ? WHERE id = ? AND status = 'waiting'"
        " AND acuity > 1 AND person_id <> ? AND " + NOT_HELD + " AND " + MAY_HAVE
        + " RETURNING id",
        who, until, case_id, who, who,
    )  # fmt: skip


async def reserved_for(work: Work, case_id: CaseId) -> tuple[PersonId, int] | None:
    """For whom this waiting case is reserved, and until when (epoch ms)."""
    row = await work.tx.row(
        "SELECT reserved_for, reserved_until FROM cases WHERE id = ? AND status = 'waiting'"
        " AND acuity > 1 AND reserved_until > ?",
        case_id, work.now,
    )  # fmt: skip
    return (PersonId(row["reserved_for"]), row["reserved_until"]) if row else None


async def unreserve(work: Work, case_id: CaseId) -> PersonId | None:
    """From now on everybody may claim the case. For whom it was reserved until now."""
    row = await work.tx.row(
        "SELECT reserved_for FROM cases WHERE id = ? AND reserved_for IS NOT NULL", case_id
    )
    done = row is not None and await work.tx.changed(
        "UPDATE cases SET reserved_for = NULL, reserved_until = NULL"
        " WHERE id = ? AND reserved_for = ? AND status = 'waiting' RETURNING id",
        case_id, row["reserved_for"],
    )  # fmt: skip
    return PersonId(row["reserved_for"]) if row is not None and done else None


async def reservations(work: Work, who: PersonId) -> list[CaseId]:
    """The waiting cases that are reserved for this person."""
    rows = await work.tx.fetch(
        "SELECT id FROM cases WHERE reserved_for = ? AND status = 'waiting' ORDER BY id", who
    )
    return [CaseId(row["id"]) for row in rows]
