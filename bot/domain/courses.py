"""Courses: what is offered when, who has a seat, and when people are reminded.

A course is held in cohorts, each with its lessons. A booking takes one seat for somebody alone
and two for a couple.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.ids import BookingId, CohortId, CourseId, LessonId, ParticipantId, PersonId

MINUTE = 60_000
HOUR = 60 * MINUTE
DAY = 24 * HOUR

STREAM = "courses"
"""What somebody refuses who wants no messages about courses."""
HOLD = DAY
"""Milliseconds for which a seat waits for a yes at most: of somebody who waited, or of a
partner."""
TOO_LATE = HOUR
"""Milliseconds before the first lesson in which no seat is held any more, and nobody waits."""
MOST_LESSONS = 30
MOST_SEATS = 500
MOST_QUESTIONS = 10
LONGEST_TITLE, LONGEST_ABOUT, LONGEST_PLACE = 80, 600, 300


class Stage(StrEnum):
    """The part of life that a course is for."""

    BEFORE_MARRIAGE = "before_marriage"
    AT_MARRIAGE = "at_marriage"
    AFTER_MARRIAGE = "after_marriage"
    PARENTING = "parenting"
    LOSS = "loss"
    STRESS = "stress"


class Where(StrEnum):
    ONLINE = "online"
    ON_SITE = "on_site"


def where_of(where: Where, province: str) -> str:
    """A place by which a catalogue is narrowed: `online`, the code of a province, or `on_site`."""
    return province or where.value if where is Where.ON_SITE else where.value


class Side(StrEnum):
    """Of a lesson: what there is to read before it, and after it."""

    BEFORE = "before"
    AFTER = "after"


class CohortState(StrEnum):
    """`draft`: families do not see it yet."""

    DRAFT = "draft"
    PUBLISHED = "published"
    CANCELED = "canceled"
    ENDED = "ended"


class BookingState(StrEnum):
    """`waiting`: has no seat. `held`: its seats wait for a yes. `expired`: none came."""

    WAITING = "waiting"
    HELD = "held"
    ENROLLED = "enrolled"
    LEFT = "left"
    EXPIRED = "expired"


LIVE = (BookingState.WAITING, BookingState.HELD, BookingState.ENROLLED)


@dataclass(frozen=True, slots=True)
class Question:
    """One question of a quiz; `right`: the place of the right option, from 0 on."""

    text: str
    options: tuple[str, ...]
    right: int


@dataclass(frozen=True, slots=True)
class Course:
    id: CourseId
    name: str | None
    stage: Stage
    title: str
    about: str
    quiz: tuple[Question, ...] = ()
    wellbeing: bool = False


@dataclass(frozen=True, slots=True)
class Lesson:
    """One date of a cohort. `starts_at`: epoch ms; `version` grows with each change of it."""

    id: LessonId
    cohort_id: CohortId
    planned: bool
    starts_at: int
    minutes: int
    version: int = 0
    word: str = ""
    before: str = ""
    after: str = ""

    @property
    def ends_at(self) -> int:
        return self.starts_at + self.minutes * MINUTE


@dataclass(frozen=True, slots=True)
class Cohort:
    """One time that a course is held. `province`: empty for everybody; `place`: address or link,
    for those who come; `taken`: seats that are not free."""

    id: CohortId
    course_id: CourseId
    state: CohortState
    where: Where
    province: str
    place: str
    capacity: int
    taken: int
    facilitator_id: PersonId | None

    @property
    def free(self) -> int:
        return self.capacity - self.taken


@dataclass(frozen=True, slots=True)
class Booking:
    """The seats of somebody, or of a couple. `held_until`: epoch ms; `paired`: whoever invited
    has said that it is their partner who came."""

    id: BookingId
    cohort_id: CohortId
    state: BookingState
    seats: int
    held_until: int | None = None
    paired: bool = True


@dataclass(frozen=True, slots=True)
class Participant:
    """A person in a booking. `confirmed`: said yes to the seat they have, or will have;
    `calendar`: took the calendar file, and gets another where something changes."""

    id: ParticipantId
    booking_id: BookingId
    cohort_id: CohortId
    person_id: PersonId | None
    number: int
    confirmed: bool
    name: str = ""
    calendar: bool = False


# How long a seat is held.


def held_until(now: int, starts_at: int) -> int | None:
    """Until when a seat waits for a yes, for a course that begins then: half of the time that is
    left, a day at most. None: it is too late for that."""
    left = starts_at - now
    return None if left <= TOO_LATE else now + min(HOLD, left // 2)


def offered_until(now: int, heard_at: int, starts_at: int) -> int | None:
    """The same for somebody who hears of it only then: there must be an hour for an answer."""
    until = held_until(now, starts_at)
    if until is None or until - heard_at >= HOUR:
        return until
    return held_until(heard_at, starts_at)


# News and reminders.


class News(StrEnum):
    """What everybody in a cohort is told at once. `full`: nobody waits any more."""

    MOVED = "moved"
    DROPPED = "dropped"
    CANCELED = "canceled"
    FULL = "full"
    PLACE = "place"
    WRITTEN = "written"
    MATERIAL = "material"


class Among(StrEnum):
    """Who of a cohort is meant: whoever has a seat or may get one, has one, or whose booking ended
    at a certain moment; `anybody`: the first and the last."""

    LIVE = "live"
    SEATED = "seated"
    ENDED = "ended"
    ANYBODY = "anybody"


AMONG = {
    News.MOVED: Among.LIVE,
    News.DROPPED: Among.LIVE,
    News.CANCELED: Among.ANYBODY,
    News.FULL: Among.ENDED,
    News.PLACE: Among.SEATED,
    News.WRITTEN: Among.SEATED,
    News.MATERIAL: Among.SEATED,
}


class Step(StrEnum):
    """What is due around a lesson."""

    DAY = "lesson_day"
    HOUR = "lesson_hour"
    AFTER = "lesson_after"


USEFUL = {Step.DAY: DAY - 2 * HOUR, Step.HOUR: HOUR - 5 * MINUTE, Step.AFTER: 2 * DAY}
"""Milliseconds after its time in which each still helps."""


def steps(starts_at: int, minutes: int, now: int) -> Mapping[Step, int | None]:
    """When each step is due; None for what is past already."""
    moments = {
        Step.DAY: starts_at - DAY,
        Step.HOUR: starts_at - HOUR,
        Step.AFTER: starts_at + minutes * MINUTE,
    }
    return {step: at if at > now else None for step, at in moments.items()}


# What follows from being there.


class Presence(StrEnum):
    """`excused`: said before that they cannot come."""

    THERE = "there"
    ABSENT = "absent"
    EXCUSED = "excused"


def needed(lessons: int) -> int:
    """How many of the lessons one must have been at: three of four, and at least one."""
    return max(1, -(-lessons * 3 // 4))


def passes(lessons: int, there: int, quiz: int, right: int | None) -> bool:
    """Whether the course is passed: enough lessons, and half of the quiz where there is one."""
    if there < needed(lessons):
        return False
    return not quiz or (right is not None and right * 2 >= quiz)


def misses_in_a_row(presences: Sequence[Presence]) -> int:
    """How many of the last lessons somebody missed without a word."""
    count = 0
    for presence in reversed(presences):
        if presence is not Presence.ABSENT:
            break
        count += 1
    return count
