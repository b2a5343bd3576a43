"""Whom a broadcast is for: a few wishes, all of which must hold.

Never by what somebody said in their case. Their topic of need is asked only of those who agreed to
that; in danger, in a conversation, or unwilling, nobody is ever chosen.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from enum import StrEnum
from typing import Any

DAY = 24 * 3600 * 1000
CALM_AFTER = 30 * DAY
"""Milliseconds for which nobody is chosen after an alert, or after a case of high urgency began."""


class Audience(StrEnum):
    FAMILIES = "families"
    COUNSELORS = "counselors"
    VOLUNTEERS = "volunteers"


class Taken(StrEnum):
    """Whether somebody has had a seat in a course."""

    EITHER = "either"
    YES = "yes"
    NO = "no"


SEEN_DAYS = (7, 30, 90, 365)
REST_DAYS = (1, 3, 7, 30)


@dataclass(frozen=True, slots=True)
class Segment:
    """Empty means that it does not matter. `provinces`, `topics`, `stages`: any of them; `course`:
    the course that `taken` is about, 0 for all of them; `seen_days`: last seen within so many days;
    `unseen_days`: not seen for so many; `rest_days`: left in peace by us for so many;
    `without_case`: nobody whose case is open."""

    audience: Audience = Audience.FAMILIES
    provinces: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    stages: tuple[str, ...] = ()
    taken: Taken = Taken.EITHER
    course: int = 0
    series: str = ""
    language: str = ""
    platform: str = ""
    seen_days: int = 0
    unseen_days: int = 0
    rest_days: int = 1
    without_case: bool = True


def to_plain(segment: Segment) -> dict[str, Any]:
    """As JSON values; what is as always is left out."""
    usual = asdict(Segment())
    return {name: value for name, value in asdict(segment).items() if value != usual[name]}


def from_plain(values: Mapping[str, Any]) -> Segment:
    """The segment that `to_plain` wrote. ValueError for a word that we do not know."""
    known = {each.name for each in fields(Segment)}
    given: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in values.items()
        if name in known
    }
    if "audience" in given:
        given["audience"] = Audience(given["audience"])
    if "taken" in given:
        given["taken"] = Taken(given["taken"])
    return Segment(**given)


def toggled(chosen: tuple[str, ...], one: str) -> tuple[str, ...]:
    """With this one if it was not there, else without it."""
    return tuple(x for x in chosen if x != one) if one in chosen else (*chosen, one)
