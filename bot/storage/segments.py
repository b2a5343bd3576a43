"""Who is in a segment: the one place that turns wishes into SQL, and the segments that are kept.

The same conditions are asked in two ways: over everybody at once (a count), and for a few people
by their ids (freezing, and once more before each copy leaves).
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.domain.broadcast import Topic
from bot.domain.contact import PRESENT
from bot.domain.ids import PersonId, SegmentId
from bot.domain.people import Role
from bot.domain.segment import (
    CALM_AFTER,
    DAY,
    Audience,
    Segment,
    Taken,
    from_plain,
    to_plain,
)
from bot.storage.database import marks
from bot.storage.work import Work

# Whoever may be written to first at all; nothing that a coordinator chooses widens it.
FAMILIES = (
    " FROM contacts k JOIN people p ON p.id = k.person_id WHERE k.silenced_at IS NULL"
    " AND (k.writing = 'any' OR (k.writing IS NULL AND k.wants_news = 1))"
    " AND p.unreachable_at IS NULL"
)
STAFF = (
    " FROM staff k JOIN people p ON p.id = k.person_id WHERE k.ended_at IS NULL"
    " AND p.unreachable_at IS NULL"
)
ROLES: dict[Audience, tuple[Role, ...]] = {
    Audience.COUNSELORS: (Role.COUNSELOR, Role.SOCIAL_WORKER, Role.SUPERVISOR),
    Audience.VOLUNTEERS: (Role.VOLUNTEER,),
}

# Sets of people: a table as `x`, and what makes its `person_id` one of them.
_ANY_STAFF = "staff x WHERE x.ended_at IS NULL"
_BLOCKED = "blocks x WHERE x.ended_at IS NULL"
_REFUSED = "opt_outs x WHERE x.stream = ?"
_ALERTED = "alerts x WHERE x.mistaken_at IS NULL AND x.raised_at > ? AND x.person_id IS NOT NULL"
_UNENDED = "alerts x WHERE x.outcome IS NULL AND x.person_id IS NOT NULL"
_URGENT = "cases x WHERE x.acuity <= 1 AND x.opened_at > ? AND x.person_id IS NOT NULL"
_OPEN = "cases x WHERE x.status IN ('waiting', 'claimed') AND x.person_id IS NOT NULL"
_HEARD = "automatic_days x WHERE x.day > ?"
_PLACES = "cases x WHERE x.province IN ("
_NEEDS = "cases x WHERE x.topic IN ("
_STAGES = (
    "participants x JOIN cohorts h ON h.id = x.cohort_id JOIN courses c ON c.id = h.course_id"
    " WHERE x.confirmed = 1 AND c.stage IN ("
)
_ANY_COURSE = (
    "participants x WHERE x.confirmed = 1 AND x.left_at IS NULL AND x.person_id IS NOT NULL"
)
_COURSE = (
    "participants x JOIN cohorts h ON h.id = x.cohort_id WHERE x.confirmed = 1"
    " AND x.left_at IS NULL AND x.person_id IS NOT NULL AND h.course_id = ?"
)
_SERIES = "series_runs x WHERE x.series = ? AND x.state <> 'asked'"
_PLATFORM = "accounts x WHERE x.platform = ?"
# Where a copy goes, as `bot.domain.linking.chosen` has it while every messenger is well.
_ACCOUNT = "(SELECT a.platform FROM accounts a WHERE a.person_id = p.id"
_WORKS = " AND (p.fallback = 0 OR a.lost_at IS NULL)"
_LATEST = " ORDER BY a.seen_at DESC, a.chat_key LIMIT 1)"
_GOES_TO = (
    "COALESCE(" + _ACCOUNT + " AND a.platform = p.preferred" + _WORKS + "),"
    " " + _ACCOUNT + _WORKS + _LATEST + ", " + _ACCOUNT + _LATEST + ")"
)
_AGREED = (
    " AND COALESCE((SELECT c.given FROM consents c WHERE c.person_id = p.id"
    " AND c.purpose = 'topics' ORDER BY c.id DESC LIMIT 1), 0) = 1"
)


@dataclass(slots=True)
class _Asked:
    """Conditions and their values. `one`: asked of a few people, each looked up; else of all,
    where each set is read once, and all whom nobody may choose are one set."""

    one: bool
    text: list[str] = field(default_factory=list)
    values: list[Any] = field(default_factory=list)
    never: list[str] = field(default_factory=list)
    never_values: list[Any] = field(default_factory=list)

    def among(self, people: str, *values: Any) -> None:
        """They are in this set of people."""
        if self.one:
            self.text += (" AND EXISTS (SELECT 1 FROM ", people, " AND x.person_id = p.id)")
        else:
            self.text += (" AND p.id IN (SELECT x.person_id FROM ", people, ")")
        self.values += values

    def never_among(self, people: str, *values: Any) -> None:
        """They are not in this set."""
        if self.one:
            self.text += (" AND NOT EXISTS (SELECT 1 FROM ", people, " AND x.person_id = p.id)")
            self.values += values
        else:
            self.never.append(people)
            self.never_values += values

    def where(self, condition: str, *values: Any) -> None:
        self.text.append(condition)
        self.values += values

    def sql(self, head: str, tail: str = "") -> str:
        sets = " UNION ALL SELECT x.person_id FROM ".join(self.never)
        never = (" AND p.id NOT IN (SELECT x.person_id FROM ", sets, ")") if sets else ()
        return "".join((head, *self.text, *never, tail))

    @property
    def given(self) -> list[Any]:
        """The values in the order of `sql`."""
        return [*self.values, *self.never_values]


def _asked(work: Work, segment: Segment, topic: Topic, *, one: bool) -> _Asked:
    asked, now = _Asked(one), work.now
    families = segment.audience is Audience.FAMILIES
    asked.where(FAMILIES if families else STAFF)
    if not families:
        roles = ROLES[segment.audience]
        asked.where(" AND k.role IN (" + marks(len(roles)) + ")", *(role.value for role in roles))
    _wished(asked, segment, now)
    if families:
        asked.never_among(_ANY_STAFF)
        asked.never_among(_BLOCKED)
        asked.never_among(_ALERTED, now - CALM_AFTER)
        asked.never_among(_UNENDED)
        asked.never_among(_URGENT, now - CALM_AFTER)
        # Whoever is here now has something else on their mind.
        asked.where(" AND p.seen_at <= ?", now - PRESENT)
        if segment.without_case:
            asked.never_among(_OPEN)
    asked.never_among(_REFUSED, topic.stream)
    return asked


def _wished(asked: _Asked, segment: Segment, now: int) -> None:
    """What the coordinator chose."""
    if segment.provinces:
        asked.among(_PLACES + marks(len(segment.provinces)) + ")", *segment.provinces)
    if segment.topics:
        asked.among(_NEEDS + marks(len(segment.topics)) + ")", *segment.topics)
        asked.where(_AGREED)
    if segment.stages:
        asked.among(_STAGES + marks(len(segment.stages)) + ")", *segment.stages)
    if segment.taken is not Taken.EITHER:
        ask = asked.among if segment.taken is Taken.YES else asked.never_among
        ask(*((_COURSE, segment.course) if segment.course else (_ANY_COURSE,)))
    if segment.series:
        asked.among(_SERIES, segment.series)
    if segment.platform:
        asked.among(_PLATFORM, segment.platform)
        asked.where(" AND (p.linked = 0 OR " + _GOES_TO + " = ?)", segment.platform)
    if segment.language:
        asked.where(" AND p.language = ?", segment.language)
    if segment.seen_days:
        asked.where(" AND p.seen_at > ?", now - segment.seen_days * DAY)
    if segment.unseen_days:
        asked.where(" AND p.seen_at <= ?", now - segment.unseen_days * DAY)


def _rested(asked: _Asked, segment: Segment, today: int) -> None:
    if segment.rest_days:
        asked.never_among(_HEARD, today - segment.rest_days)


async def count(work: Work, segment: Segment, topic: Topic, today: int) -> int:
    """How many there are at this moment. `today`: the day's ordinal."""
    asked = _asked(work, segment, topic, one=False)
    _rested(asked, segment, today)
    row = await work.tx.row(asked.sql("SELECT count(*) AS n"), *asked.given)
    return int(row["n"]) if row else 0


async def by_platform(
    work: Work, segment: Segment, topic: Topic, today: int, platforms: Iterable[str]
) -> dict[str, int]:
    """The same by the messenger that each is written to. Where there is one only, nobody's
    account is looked up."""
    names = list(platforms)
    if len(names) == 1:
        return {names[0]: await count(work, segment, topic, today)}
    asked = _asked(work, segment, topic, one=False)
    _rested(asked, segment, today)
    head = "SELECT " + _GOES_TO + " AS name, count(*) AS n"
    rows = await work.tx.fetch(asked.sql(head, " GROUP BY 1"), *asked.given)
    return {str(row["name"]): int(row["n"]) for row in rows if row["name"]}


@dataclass(frozen=True, slots=True)
class Chosen:
    """Somebody who is in the segment; `province` of their newest case, empty where unknown."""

    person_id: PersonId
    language: str
    province: str


_CHOSEN = (
    "SELECT p.id, p.language, COALESCE((SELECT c.province FROM cases c WHERE c.person_id = p.id"
    " ORDER BY c.id DESC LIMIT 1), '') AS province"
)


async def between(
    work: Work, segment: Segment, topic: Topic, today: int, span: tuple[int, int]
) -> list[Chosen]:
    """Those in the segment whose ids lie behind the first of these and up to the second."""
    asked = _asked(work, segment, topic, one=True)
    _rested(asked, segment, today)
    asked.where(" AND k.person_id > ? AND k.person_id <= ?", *span)
    rows = await work.tx.fetch(asked.sql(_CHOSEN), *asked.given)
    return [Chosen(PersonId(row["id"]), row["language"], row["province"]) for row in rows]


async def window_end(work: Work, after: int, size: int) -> int | None:
    """The id up to which the next so many people reach; None where there are no more."""
    row = await work.tx.row(
        "SELECT max(id) AS last FROM (SELECT id FROM people WHERE id > ? ORDER BY id LIMIT ?) w",
        after, size,
    )  # fmt: skip
    return row["last"] if row else None


async def still(
    work: Work, segment: Segment, topic: Topic, people: Sequence[PersonId]
) -> frozenset[PersonId]:
    """Those of these people who are in the segment at this moment, too. That we wrote to them
    meanwhile is another matter: the gate counts what comes in a day."""
    if not people:
        return frozenset()
    asked = _asked(work, segment, topic, one=True)
    asked.where(" AND k.person_id IN (" + marks(len(people)) + ")", *people)
    rows = await work.tx.fetch(asked.sql("SELECT p.id"), *asked.given)
    return frozenset(PersonId(row["id"]) for row in rows)


# Segments that are kept under a name.


@dataclass(frozen=True, slots=True)
class Saved:
    id: SegmentId
    name: str
    segment: Segment


async def save(work: Work, name: str, segment: Segment, by: PersonId) -> SegmentId:
    number = SegmentId(work.ids.next())
    await work.tx.execute(
        "INSERT INTO segments (id, name, body, made_by, made_at) VALUES (?, ?, ?, ?, ?)",
        number, name, json.dumps(to_plain(segment)), by, work.now,
    )  # fmt: skip
    return number


async def saved(work: Work) -> list[Saved]:
    """The newest first."""
    rows = await work.tx.fetch("SELECT id, name, body FROM segments ORDER BY id DESC LIMIT 20")
    return [
        Saved(SegmentId(row["id"]), row["name"], from_plain(json.loads(row["body"])))
        for row in rows
    ]


async def drop(work: Work, number: SegmentId) -> None:
    await work.tx.execute("DELETE FROM segments WHERE id = ?", number)
