"""What those who take courses must hear, told apart from the code that it judges.

Whatever happens in one look of the clock may have happened before a reminder or after it: who had
a seat only on one side of it may be told, and need not be.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any, TypeAlias

from bot.domain.ids import CohortId, LessonId, PersonId
from tests.faults.drips_people import Person

MINUTE = 60_000
HOUR = 60 * MINUTE
DAY = 24 * HOUR

Tag: TypeAlias = tuple[str, int]
"""What a message says, and of what."""


class Kind(StrEnum):
    DAY = "day"
    HOUR = "hour"
    OVER = "over"


BEFORE = {Kind.DAY: DAY, Kind.HOUR: HOUR}
OF_USE = {Kind.DAY: 22 * HOUR, Kind.HOUR: 55 * MINUTE, Kind.OVER: 2 * DAY}
LAST_CALL = 15 * MINUTE
"""Before a lesson; later than that nobody is reminded of it."""


@dataclass(slots=True)
class Lesson:
    id: LessonId
    starts: int
    minutes: int
    planned: bool = True
    waits: dict[Kind, int] = field(default_factory=dict)

    @property
    def ends(self) -> int:
        return self.starts + self.minutes * MINUTE

    def plan(self, now: int) -> None:
        """It is at this time, from now on: what is past is left out."""
        moments = {kind: self.starts - before for kind, before in BEFORE.items()}
        moments[Kind.OVER] = self.ends
        self.waits = {kind: at for kind, at in moments.items() if at > now}


@dataclass(slots=True)
class Cohort:
    id: CohortId
    number: int
    facilitator: int
    lessons: list[Lesson]
    begins: int
    """Day on which it is published."""
    wishers: list[Any] = field(default_factory=list)
    open: bool = False
    canceled: bool = False

    @property
    def planned(self) -> list[Lesson]:
        held = [one for one in self.lessons if one.planned]
        return sorted(held, key=lambda one: (one.starts, one.id))


@dataclass(frozen=True, slots=True)
class Seats:
    """Who stood how in a cohort at one moment."""

    enrolled: dict[CohortId, set[PersonId]]
    live: dict[CohortId, set[PersonId]]
    calendars: set[tuple[CohortId, PersonId]]


@dataclass(frozen=True, slots=True)
class _Owed:
    who: PersonId
    tag: Tag
    sure: bool
    until: int | None
    """When it is looked at again; None: when they come back, or change a rule."""


@dataclass(frozen=True, slots=True)
class _Later:
    """A reminder of one person whose moment is later than that of the others."""

    at: int
    kind: Kind
    lesson: LessonId
    who: PersonId
    sure: bool


@dataclass(slots=True)
class Expected:
    """The reference. `must` and `may`: what leaves in this look of the clock."""

    people: dict[PersonId, Person]
    cohorts: list[Cohort]
    excused: set[tuple[LessonId, PersonId]] = field(default_factory=set)
    must: Counter[tuple[PersonId, Tag]] = field(default_factory=Counter)
    may: Counter[tuple[PersonId, Tag]] = field(default_factory=Counter)
    held: list[_Owed] = field(default_factory=list)
    later: list[_Later] = field(default_factory=list)
    fired: int = 0
    skipped: int = 0

    # News, at once.

    def news(
        self, cohort: Cohort, tag: Tag, before: Iterable[PersonId], after: Iterable[PersonId],
        calendars: set[tuple[CohortId, PersonId]], now: int,
    ) -> None:  # fmt: skip
        """Told to these people; their calendars hear of it, too, where there are any."""
        first, second = set(before), set(after)
        for who in first | second:
            self._tell(who, tag, who in first and who in second, now)
            if (cohort.id, who) in calendars:
                self._tell(who, ("ics", cohort.number), who in first and who in second, now)

    def refused(self, who: PersonId) -> None:
        """They want nothing of courses any more."""
        self.held = [one for one in self.held if one.who != who]

    def _tell(self, who: PersonId, tag: Tag, sure: bool, now: int) -> None:
        person = self.people[who]
        if person.no_courses or person.blocked:
            return
        if person.hears(now):
            (self.must if sure else self.may)[who, tag] += 1
        else:
            self.held.append(_Owed(who, tag, sure, person.hears_next(now)))

    # The clock.

    def look(self, now: int, before: Seats, after: Seats) -> None:
        """All that is due by now."""
        for cohort in self.cohorts:
            if not cohort.open or cohort.canceled:
                continue
            both = before.enrolled.get(cohort.id, set()), after.enrolled.get(cohort.id, set())
            for lesson in cohort.lessons:
                for kind, at in [*lesson.waits.items()]:
                    if at <= now and lesson.planned:
                        del lesson.waits[kind]
                        self._fires(cohort, lesson, kind, at, now, both)
        self._alone(now, before, after)
        self._free(now)

    def _fires(
        self, cohort: Cohort, lesson: Lesson, kind: Kind, at: int, now: int,
        both: tuple[set[PersonId], set[PersonId]],
    ) -> None:  # fmt: skip
        if now - at > OF_USE[kind]:
            self.skipped += 1
            return
        self.fired += 1
        for who in both[0] | both[1]:
            sure = who in both[0] and who in both[1]
            if kind is not Kind.OVER:
                self._remind(lesson, kind, who, sure, now)
            elif lesson is cohort.planned[-1]:
                self._tell(who, ("over", cohort.number), sure, now)

    def _remind(self, lesson: Lesson, kind: Kind, who: PersonId, sure: bool, now: int) -> None:
        person = self.people[who]
        if (lesson.id, who) in self.excused or person.no_courses or person.blocked:
            return
        if person.hears(now):
            (self.must if sure else self.may)[who, ("remind", lesson.id)] += 1
            return
        at = person.hears_next(now)
        if at is not None and at <= lesson.starts - LAST_CALL:
            self.later.append(_Later(at, kind, lesson.id, who, sure))

    def _alone(self, now: int, before: Seats, after: Seats) -> None:
        known = {one.id: (cohort, one) for cohort in self.cohorts for one in cohort.lessons}
        ready = [one for one in self.later if one.at <= now]
        self.later = [one for one in self.later if one.at > now]
        for one in ready:
            cohort, lesson = known[one.lesson]
            first = one.who in before.enrolled.get(cohort.id, set())
            second = one.who in after.enrolled.get(cohort.id, set())
            over = cohort.canceled or not lesson.planned or lesson.starts <= now
            if over or now - one.at > OF_USE[one.kind] or not (first or second):
                continue
            self._remind(lesson, one.kind, one.who, one.sure and first and second, now)

    def replanned(self, lesson: Lesson) -> None:
        """It has another time, or none: nobody is reminded of the old one any more."""
        self.later = [one for one in self.later if one.lesson != lesson.id]

    def _free(self, now: int) -> None:
        """What was held leaves where its reader can hear it now."""
        kept = []
        for one in self.held:
            person = self.people[one.who]
            if person.changed != now and (one.until is None or one.until > now):
                kept.append(one)
            elif not person.hears(now):
                kept.append(replace(one, until=person.hears_next(now)))
            elif not person.blocked:
                (self.must if one.sure else self.may)[one.who, one.tag] += 1
        self.held = kept

    def compare(self, told: Counter[tuple[PersonId, Tag]]) -> list[str]:
        """What is missing in this look, and what is too much; then it is forgotten."""
        missing = self.must - told
        extra = told - self.must - self.may
        self.must.clear()
        self.may.clear()
        return [f"missing: {one}" for one in missing] + [f"unexpected: {one}" for one in extra]
