"""The state of the service in numbers, from indexed rows; no content, and no row of a closed case.

Each question takes a `Reader`: inside a transaction (`work.tx.fetch`) or outside (`database.read`).
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from bot.domain.first_replies import FirstReplies, Wait, summarize
from bot.domain.ids import CaseId, PersonId
from bot.domain.triage import Acuity
from bot.storage.database import Row

Reader: TypeAlias = Callable[..., Awaitable[Sequence[Row]]]
DAY = 24 * 3600 * 1000


@dataclass(frozen=True, slots=True)
class Level:
    """Of one urgency: how many wait (the longest since `since`) and how many are in talks."""

    acuity: Acuity
    waiting: int = 0
    claimed: int = 0
    since: int | None = None


Limits: TypeAlias = Mapping[Acuity, int]
"""For each urgency the instant since which one would have waited too long."""


@dataclass(frozen=True, slots=True)
class Late:
    """One case beyond its service level: `claim`, `reply` or `next`, since when."""

    case_id: CaseId
    code: str
    acuity: Acuity
    clock: str
    since: int


@dataclass(frozen=True, slots=True)
class Numbers:
    """`held`: open cases of each caseworker. `unended`: alerts without an outcome."""

    levels: tuple[Level, ...]
    held: Mapping[PersonId, int]
    alerts: int
    alert_since: int | None
    unended: int
    referrals: int

    @property
    def waiting(self) -> int:
        return sum(level.waiting for level in self.levels)

    @property
    def open(self) -> int:
        return self.waiting + sum(level.claimed for level in self.levels)

    @property
    def since(self) -> int | None:
        return min((one.since for one in self.levels if one.since is not None), default=None)


_WAITING = (
    "SELECT acuity, count(*) AS n, min(opened_at) AS since FROM cases WHERE status = 'waiting'"
    " GROUP BY acuity"
)
_CLAIMED = (
    "SELECT acuity, counselor_id, count(*) AS n FROM cases WHERE status = 'claimed'"
    " GROUP BY acuity, counselor_id"
)
_ALERTS = (
    "SELECT (SELECT count(*) FROM alerts WHERE acknowledged_at IS NULL) AS open,"
    " (SELECT min(raised_at) FROM alerts WHERE acknowledged_at IS NULL) AS since,"
    " (SELECT count(*) FROM alerts WHERE outcome IS NULL) AS unended,"
    " (SELECT count(*) FROM referrals WHERE state = 'sent') AS referrals"
)


async def numbers(read: Reader) -> Numbers:
    """Everything that is open now."""
    waiting = {Acuity(row["acuity"]): row for row in await read(_WAITING)}
    claimed: dict[Acuity, int] = {}
    held: dict[PersonId, int] = {}
    for row in await read(_CLAIMED):
        level, who = Acuity(row["acuity"]), PersonId(row["counselor_id"])
        claimed[level] = claimed.get(level, 0) + int(row["n"])
        held[who] = held.get(who, 0) + int(row["n"])
    (rest,) = await read(_ALERTS)
    return Numbers(
        tuple(
            Level(
                acuity,
                int(waiting[acuity]["n"]) if acuity in waiting else 0,
                claimed.get(acuity, 0),
                waiting[acuity]["since"] if acuity in waiting else None,
            )
            for acuity in Acuity
        ),
        held,
        int(rest["open"]),
        rest["since"],
        int(rest["unended"]),
        int(rest["referrals"]),
    )


# Which case is late is decided by the limits of its own urgency.
_BY_LEVEL = (
    "(CASE acuity WHEN 0 THEN CAST(? AS BIGINT) WHEN 1 THEN CAST(? AS BIGINT)"
    " WHEN 2 THEN CAST(? AS BIGINT) ELSE CAST(? AS BIGINT) END)"
)
_UNCLAIMED = (
    "SELECT id, code, acuity, opened_at AS since FROM cases WHERE status = 'waiting'"
    " AND opened_at <= " + _BY_LEVEL + " ORDER BY acuity, opened_at LIMIT ?"
)
_UNANSWERED = (
    "SELECT id, code, acuity, claimed_at AS since FROM cases WHERE status = 'claimed'"
    " AND replied_at IS NULL AND claimed_at <= "
    + _BY_LEVEL
    + " ORDER BY acuity, claimed_at LIMIT ?"
)
_AWAITING = (
    "SELECT id, code, acuity, awaiting_since AS since FROM cases WHERE status = 'claimed'"
    " AND replied_at IS NOT NULL AND awaiting_since IS NOT NULL"
    " AND awaiting_since <= " + _BY_LEVEL + " ORDER BY awaiting_since LIMIT ?"
)
_CLOCKS = {"claim": _UNCLAIMED, "reply": _UNANSWERED, "next": _AWAITING}


async def late(read: Reader, limits: Mapping[str, Limits], most: int) -> list[Late]:
    """Cases beyond their service level, `most` for each clock; the most urgent first.

    `limits`: for each of the clocks `claim`, `reply` and `next`.
    """
    found = []
    for clock, sql in _CLOCKS.items():
        wanted = [limits[clock][acuity] for acuity in Acuity]
        found += [
            Late(CaseId(row["id"]), row["code"], Acuity(row["acuity"]), clock, row["since"])
            for row in await read(sql, *wanted, most)
        ]
    return sorted(found, key=lambda one: (one.acuity, one.since))


_FIRST = (
    "SELECT acuity, opened_at, first_wait, closed_at FROM cases WHERE channel = 'chat'"
    " AND opened_at > ? AND (outcome IS NULL OR outcome <> 'not_counseling')"
)


async def first_replies(read: Reader, now: int, days: tuple[int, ...]) -> dict[int, FirstReplies]:
    """Figures of the requests of the last days, for each number of days."""
    rows = await read(_FIRST, now - max(days) * DAY)
    waits = [
        (
            row["opened_at"],
            Wait(
                Acuity(row["acuity"]),
                row["first_wait"],
                (row["closed_at"] or now) - row["opened_at"],
            ),
        )
        for row in rows
    ]
    return {
        count: summarize(wait for opened, wait in waits if opened > now - count * DAY)
        for count in days
    }


async def seen(read: Reader) -> dict[PersonId, int]:
    """When each of the staff was last heard of."""
    rows = await read(
        "SELECT s.person_id, p.seen_at FROM staff s JOIN people p ON p.id = s.person_id"
        " WHERE s.ended_at IS NULL"
    )
    return {PersonId(row["person_id"]): row["seen_at"] for row in rows}
