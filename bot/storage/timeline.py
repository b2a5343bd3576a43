"""What happened in a case, in order: read from what was written down anyway, without words."""

from dataclasses import dataclass

from bot.domain.ids import CaseId, PersonId
from bot.storage.database import Row
from bot.storage.work import Work

_DAY = 24 * 3600 * 1000
_BEFORE = _DAY
"""A disclosure that long before the case was opened belongs to it."""


@dataclass(frozen=True, slots=True)
class Event:
    """`actor_id`: who did it; None for ourselves."""

    at: int
    action: str
    actor_id: PersonId | None


@dataclass(frozen=True, slots=True)
class Messages:
    """How many messages one side wrote on one day; `at`: the first of them."""

    at: int
    author: str
    count: int


def _person(number: int | None) -> PersonId | None:
    return PersonId(number) if number is not None else None


def _event(row: Row) -> Event:
    return Event(row["at"], row["action"], _person(row["actor_id"]))


async def deeds(work: Work, case_id: CaseId) -> list[Event]:
    """All that was done in the case and its referrals; not who read what, nor what was refused."""
    rows = await work.tx.fetch(
        "SELECT id, at, actor_id, action FROM audit WHERE subject = ? AND allowed = 1"
        " AND action NOT LIKE 'read%' UNION ALL SELECT audit.id, audit.at, audit.actor_id,"
        " audit.action FROM referrals JOIN audit ON audit.subject = 'referral:' || referrals.id"
        " WHERE referrals.case_id = ? AND audit.allowed = 1 AND audit.action NOT LIKE 'read%'"
        " ORDER BY id",
        f"case:{case_id}", case_id,
    )  # fmt: skip
    return [_event(row) for row in rows]


async def alarms(work: Work, case_id: CaseId) -> list[Event]:
    """Alerts about the family while the case was open: raised, taken, ended."""
    rows = await work.tx.fetch(
        "SELECT a.raised_at, a.acknowledged_at, a.acknowledged_by, a.outcome_at, a.outcome_by"
        " FROM alerts a JOIN cases c ON c.person_id = a.person_id WHERE c.id = ?"
        " AND a.raised_at >= c.opened_at - ?"
        " AND (c.closed_at IS NULL OR a.raised_at <= c.closed_at)"
        " ORDER BY a.id",
        case_id, _BEFORE,
    )  # fmt: skip
    found = []
    for row in rows:
        found.append(Event(row["raised_at"], "alert_raised", None))
        if row["acknowledged_at"] is not None:
            by = _person(row["acknowledged_by"])
            found.append(Event(row["acknowledged_at"], "alert_taken", by))
        if row["outcome_at"] is not None:
            found.append(Event(row["outcome_at"], "alert_ended", _person(row["outcome_by"])))
    return found


async def messages(work: Work, case_id: CaseId, offset: int) -> list[Messages]:
    """Messages that were passed on, counted by day. `offset`: of the local clock to UTC, in ms."""
    rows = await work.tx.fetch(
        "SELECT min(at) AS at, author, count(*) AS n FROM relay WHERE case_id = ?"
        " AND state = 'passed' GROUP BY (at + ?) / 86400000, author ORDER BY min(at)",
        case_id, offset,
    )  # fmt: skip
    return [Messages(row["at"], row["author"], int(row["n"])) for row in rows]


async def last_heard(work: Work, case_id: CaseId) -> int | None:
    """When the family last wrote in this case."""
    row = await work.tx.row(
        "SELECT max(at) AS at FROM relay WHERE case_id = ? AND author = 'family'", case_id
    )
    return row["at"] if row else None


async def acted(work: Work, case_id: CaseId, since: int) -> bool:
    """Whether a colleague wrote to the family, or did anything but read, since then."""
    row = await work.tx.row(
        "SELECT 1 AS yes FROM relay WHERE case_id = ? AND author = 'staff' AND at > ?"
        " UNION ALL SELECT 1 FROM audit WHERE subject = ? AND at > ? AND allowed = 1"
        " AND actor_id IS NOT NULL AND action NOT LIKE 'read%' LIMIT 1",
        case_id, since, f"case:{case_id}", since,
    )  # fmt: skip
    return row is not None
