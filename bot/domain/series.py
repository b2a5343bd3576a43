"""Series of psychoeducation: what they consist of, who is offered one, and when a part comes.

Pure. Days are counted from the day on which somebody began, or from that of a stage of life.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta, tzinfo
from enum import StrEnum

from bot.domain.moments import at_minute, day_of
from bot.domain.outgoing import Entity
from bot.domain.triage import Acuity

DAY = 24 * 3600 * 1000


class Audience(StrEnum):
    ADULTS = "adults"
    PARENTS = "parents"
    COUPLES = "couples"


class Stage(StrEnum):
    """A day in a life that a series may count its days from."""

    WEDDING = "wedding"
    BIRTH = "birth"
    LOSS = "loss"


@dataclass(frozen=True, slots=True)
class Styled:
    """Words with their formatting."""

    text: str
    entities: tuple[Entity, ...] = ()


@dataclass(frozen=True, slots=True)
class Quiz:
    """A question with its options; `right`: the place of the one that fits best."""

    heading: str
    question: str
    options: tuple[str, ...]
    right: int
    explanation: str


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file beside the text: `photo`, `voice` or `document`, by its path under the folder of
    series."""

    kind: str
    path: str


@dataclass(frozen=True, slots=True)
class Part:
    """One message of a series. `words`: how many its text has, without title and quiz."""

    title: str
    body: Styled
    words: int
    files: tuple[Attachment, ...] = ()
    quiz: Quiz | None = None


@dataclass(frozen=True, slots=True)
class Edition:
    """A series in one language. `reviewed`: the day on which a professional has read it, empty
    for not yet."""

    title: str
    about: str
    parts: tuple[Part, ...]
    sources: tuple[str, ...] = ()
    reviewer: str = ""
    reviewed: str = ""

    @property
    def is_reviewed(self) -> bool:
        return bool(self.reviewer and self.reviewed)


@dataclass(frozen=True, slots=True)
class Series:
    """What every language of a series shares. `minute`: of the day, at which parts come;
    `offsets`: in days, one for each part. `stage`: what they are counted from, None where
    somebody begins when they like."""

    name: str
    audience: Audience
    topics: tuple[str, ...]
    minute: int
    offsets: tuple[int, ...]
    editions: Mapping[str, Edition] = field(default_factory=dict)
    stage: Stage | None = None

    @property
    def last(self) -> int:
        """The number of the last part; the first is 1."""
        return len(self.offsets)

    def in_language(self, language: str) -> Edition:
        """In this language, or else in one that there is."""
        return self.editions.get(language) or next(iter(self.editions.values()))

    def streams(self) -> tuple[str, ...]:
        """What somebody may have opted out of, so that they do not get it."""
        return tuple(f"series:{topic}" for topic in self.topics)


Library = Mapping[str, Series]
"""Every series, by its name."""


# When a part comes.


def begins_at(series: Series, now: int, zone: tzinfo) -> int:
    """The first part of a series that somebody begins now: today, if its hour is still to come."""
    today = day_of(now, zone)
    at = at_minute(today, series.minute, zone)
    return at if at > now else at_minute(today + timedelta(days=1), series.minute, zone)


def counted_at(series: Series, part: int, anchor: date, zone: tzinfo) -> int:
    """When a part comes that is counted from a day."""
    return at_minute(anchor + timedelta(days=series.offsets[part - 1]), series.minute, zone)


def of_use_until(series: Series, part: int, anchor: date, zone: tzinfo) -> int:
    """Until when a part that is counted from a day still helps: the next one takes its place, and
    after two days it is over in any case."""
    at = counted_at(series, part, anchor, zone)
    if part == series.last:
        return at + 2 * DAY
    return min(at + 2 * DAY, counted_at(series, part + 1, anchor, zone) - 1)


def joined_at(series: Series, anchor: date, now: int, zone: tzinfo) -> int | None:
    """The first part for somebody who joins now: what is past is left out. None: all of it is."""
    for part in range(1, series.last + 1):
        if counted_at(series, part, anchor, zone) > now:
            return part
    return None


def follows_at(series: Series, part: int, now: int, zone: tzinfo) -> int:
    """When the part after this one comes, which comes now: as many days later as lie between
    them, so that a part that came late brings no crowd with it."""
    gap = max(1, series.offsets[part] - series.offsets[part - 1])
    return at_minute(day_of(now, zone) + timedelta(days=gap), series.minute, zone)


def tomorrow_at(series: Series, now: int, zone: tzinfo) -> int:
    """At its hour on the next day."""
    return at_minute(day_of(now, zone) + timedelta(days=1), series.minute, zone)


# Who is offered one.


def may_be_offered(acuity: Acuity, *, alerted: bool) -> bool:
    """Somebody in danger gets a human, and no series."""
    return not alerted and acuity > Acuity.HIGH


def fitting(library: Library, topics: tuple[str, ...], refused: frozenset[str]) -> list[Series]:
    """The series about one of these topics, the most fitting first; none that was opted out of."""
    found = [
        series for series in library.values()
        if set(series.topics) & set(topics) and not refused & set(series.streams())
    ]  # fmt: skip
    return sorted(found, key=lambda series: min(_place(topics, t) for t in series.topics))


def _place(topics: tuple[str, ...], topic: str) -> int:
    return topics.index(topic) if topic in topics else len(topics)
