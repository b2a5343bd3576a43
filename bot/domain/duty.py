"""Who is there when: weekly shifts, profiles, and what a claim is held against.

Pure: the moment is an argument, and places and clocks come in as a time zone. Weeks begin on
Saturday; a minute of the week counts from Saturday, 0:00, by the clock on the wall.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta, tzinfo
from enum import StrEnum

from bot.domain.opening import DAY, OpeningHours, epoch, weekday
from bot.domain.triage import Acuity

WEEK = 7 * DAY
"""Minutes."""
MINUTE = 60_000
GENDERS = ("woman", "man")
CAPACITY = 5
"""Cases at a time, where neither the settings nor the profile say another number."""


def minute_of_week(now: int, zone: tzinfo) -> int:
    """Minutes since Saturday, 0:00, on the clock of this place. `now`: epoch ms."""
    here = datetime.fromtimestamp(now / 1000, zone)
    return weekday(here.date()) * DAY + here.hour * 60 + here.minute


# Shifts.


@dataclass(frozen=True, slots=True)
class Shift:
    """Every week again, from one minute of the week to another; the end is not included.

    `ends` lies after `begins`: beyond `WEEK` where the shift goes on into Saturday.
    """

    begins: int
    ends: int

    def covers(self, minute: int) -> bool:
        return self.begins <= minute < self.ends or minute + WEEK < self.ends


def shift(day: int, begins: int, ends: int) -> Shift:
    """A shift that begins on this weekday, from hour to hour; an earlier end is the next day's."""
    length = (ends - begins) % 24 or 24
    start = day * DAY + begins * 60
    return Shift(start, start + length * 60)


def clash(one: Shift, other: Shift) -> bool:
    """Whether both ever hold at the same minute."""
    return any(
        one.begins + turn < other.ends and other.begins < one.ends + turn
        for turn in (-WEEK, 0, WEEK)
    )


def next_begin(shifts: Iterable[Shift], now: int, zone: tzinfo) -> int | None:
    """When (epoch ms) the next of these shifts begins, after this minute; None without shifts."""
    minute = minute_of_week(now, zone)
    waits = [(one.begins - minute - 1) % WEEK + 1 for one in shifts]
    if not waits:
        return None
    here = datetime.fromtimestamp(now / 1000, zone).replace(second=0, microsecond=0, tzinfo=None)
    return epoch(here + timedelta(minutes=min(waits)), zone)


# What a colleague can do.


@dataclass(frozen=True, slots=True)
class Profile:
    """What a colleague said, or others entered. No languages, topics or regions: all of them.

    `capacity` is None where the settings decide.
    """

    languages: frozenset[str] = frozenset()
    topics: frozenset[str] = frozenset()
    regions: frozenset[str] = frozenset()
    gender: str = ""
    licensed: bool = False
    capacity: int | None = None
    available: bool = True


class Bar(StrEnum):
    """What may stand between a colleague and a case, in the order in which it is told."""

    AWAY = "away"
    SHIFT = "shift"
    CAPACITY = "capacity"
    LICENSE = "license"
    LANGUAGE = "language"
    GENDER = "gender"
    TOPIC = "topic"
    REGION = "region"


OWN = (Bar.AWAY, Bar.SHIFT, Bar.CAPACITY)
"""Bars that lie with the colleague, whatever the case is."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What claims are held against. `capacity` None: no limit but one's own.

    `license_for`: topics for which a license is needed; `minors` among them means their cases.
    `more`: this once, one case above the capacity.
    """

    capacity: int | None = None
    license_for: frozenset[str] = frozenset()
    more: bool = False


# Service levels, and how a wait is shown.

CLAIM_MINUTES: dict[str, int] = {"immediate": 5, "high": 15, "medium": 60, "low": 240}
REPLY_MINUTES: dict[str, int] = {"immediate": 10, "high": 20, "medium": 30, "low": 60}
NEXT_REPLY_MINUTES: dict[str, int] = {"immediate": 15, "high": 60, "medium": 240, "low": 480}
"""By acuity: within which a case should be claimed, answered once it is, and answered again."""


@dataclass(frozen=True, slots=True)
class DutyRules:
    """What the organization has set about duty. `digest`: whether the group has the message."""

    hours: OpeningHours = field(default_factory=OpeningHours)
    terms: Terms = field(default_factory=lambda: Terms(CAPACITY))
    claim_minutes: Mapping[str, int] = field(default_factory=lambda: {**CLAIM_MINUTES})
    reply_minutes: Mapping[str, int] = field(default_factory=lambda: {**REPLY_MINUTES})
    next_reply_minutes: Mapping[str, int] = field(default_factory=lambda: {**NEXT_REPLY_MINUTES})
    digest: bool = True

    def claimed_within(self, acuity: Acuity) -> int:
        """Milliseconds until somebody is told that nobody has claimed it."""
        return self.claim_minutes[acuity.key] * MINUTE

    def answered_within(self, acuity: Acuity) -> int:
        """Milliseconds until a claim without an answer ends."""
        return self.reply_minutes[acuity.key] * MINUTE

    def reminded_after(self, acuity: Acuity) -> int:
        """Milliseconds until who claimed is reminded: a third of what they have."""
        return self.answered_within(acuity) // 3


_STEPS = (5, 15, 30, 60)


def coarse_wait(milliseconds: int) -> int:
    """Minutes of a wait as cards show it: 0, 5, 15, 30, 60, then whole hours."""
    minutes = max(0, milliseconds) // MINUTE
    if minutes >= 60:
        return minutes // 60 * 60
    return max((step for step in _STEPS if step <= minutes), default=0)


_PLACES = (0, 1, 2, 3, 5, 10, 20, 50, 100, 200, 500, 1000)


def is_better_place(before: int, now: int) -> bool:
    """Whether a family should hear of it: one less of three, not of thirty."""
    return _step(now) < _step(before)


def _step(ahead: int) -> int:
    return sum(place < ahead for place in _PLACES)
