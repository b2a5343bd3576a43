"""Cases by what is known about them, newest first, a page at a time; no words of a family."""

from dataclasses import dataclass
from typing import Any

from bot.domain.case import Case
from bot.domain.criteria import Criteria
from bot.domain.ids import CaseId, PersonId
from bot.storage import cases
from bot.storage.database import marks
from bot.storage.work import Work

_FIND = "SELECT id FROM cases WHERE 1 = 1"
_ORDER = " ORDER BY opened_at DESC, id DESC LIMIT ?"
_CASES = "SELECT " + cases.COLUMNS + " FROM cases WHERE id IN ("
_OWN = " AND counselor_id = ?"


@dataclass(frozen=True, slots=True)
class Reach:
    """Whose cases may be found: those of one counselor, or (`own` is None) all."""

    own: PersonId | None


async def find(
    work: Work,
    criteria: Criteria,
    reach: Reach,
    days: tuple[int | None, int | None],
    after: CaseId | None = None,
    limit: int = 6,
) -> list[Case]:
    """The newest cases that fit, opened from `days[0]` until before `days[1]` (epoch ms), that
    come after the case `after`."""
    sql, values = _FIND, list[Any]()
    conditions: list[tuple[str, Any]] = [
        (_OWN, reach.own),
        (" AND counselor_id = ?", criteria.counselor),
        (" AND topic = ?", criteria.topic),
        (" AND province = ?", criteria.province),
        (" AND status = ?", criteria.status.value if criteria.status else None),
        (" AND acuity = ?", int(criteria.acuity) if criteria.acuity is not None else None),
        (" AND opened_at >= ?", days[0]),
        (" AND opened_at < ?", days[1]),
    ]
    for condition, value in conditions:
        if value is not None:
            sql += condition
            values.append(value)
    last = await cases.get(work, after) if after is not None else None
    if last is not None:
        sql += " AND (opened_at, id) < (?, ?)"
        values += [last.opened_at, last.id]
    rows = await work.tx.fetch(sql + _ORDER, *values, limit)
    return await _in_order(work, [row["id"] for row in rows])


async def _in_order(work: Work, ids: list[int]) -> list[Case]:
    if not ids:
        return []
    rows = await work.tx.fetch(_CASES + marks(len(ids)) + ")", *ids)
    found = {row["id"]: cases.from_row(row) for row in rows}
    return [found[number] for number in ids]


async def by_code(work: Work, code: str, reach: Reach) -> Case | None:
    """The case with this code, for those who may find it."""
    case = await cases.by_code(work, code)
    if case is None or (reach.own is not None and case.counselor_id != reach.own):
        return None
    return case
