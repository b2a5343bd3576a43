"""What people of the town and its coordinators do about courses, by the buttons that they have."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from random import Random
from typing import Any

from bot.domain.ids import LessonId, PersonId, short
from bot.domain.jalali import from_day
from bot.storage.database import Row
from tests.faults.drips_people import Person, day_of, moment
from tests.faults.engine import Json, presses, says
from tests.faults.terms_model import DAY, HOUR, MINUTE, Cohort, Expected, Lesson
from tests.faults.terms_reading import letter

COORDINATOR, FACILITATORS = 5001, tuple(range(5010, 5020))
WAKING = ((9, 30), (12, 0), (16, 0), (18, 0), (20, 31))
"""Looks of the clock before which people do something."""


def button(who: int, *parts: str) -> Json:
    return presses(who, ".".join(("1", *parts)))


@dataclass(slots=True)
class Record:
    """What came of the lessons, as the model saw it."""

    there: set[tuple[LessonId, PersonId]] = field(default_factory=set)
    held: set[LessonId] = field(default_factory=set)
    right: set[tuple[int, PersonId]] = field(default_factory=set)
    asked: set[tuple[int, PersonId]] = field(default_factory=set)


@dataclass(slots=True)
class Deeds:
    """Updates of one look. `codes`: of those who invited a partner."""

    chance: Random
    expected: Expected
    record: Record
    codes: dict[PersonId, str]
    calls: Counter[str] = field(default_factory=Counter)
    made: list[Json] = field(default_factory=list)

    def does(self, person: Person, now: int, *updates: Json) -> None:
        """Somebody is there, and does this."""
        person.seen, person.blocked = now, False
        self.made.extend(updates)

    # Those who come.

    def come(self, cohort: Cohort, now: int) -> None:
        """Some of those who want to: alone, or as the first or the second of a couple."""
        share = 2 if cohort.planned[0].starts - now < 2 * DAY else 6
        for wish in cohort.wishers[: len(cohort.wishers) // share + 1]:
            person, partner = wish
            if person.left or person.no_courses:
                continue
            cohort.wishers.remove(wish)
            verb = "book" if partner is None else "couple"
            self.does(person, now, button(person.account, "co", verb, short(cohort.id)))
            self.calls[verb] += 1

    def couples(self, partners: dict[PersonId, Person], now: int) -> None:
        for host, code in [*self.codes.items()]:
            partner = partners[host]
            if self.chance.random() < 0.4 and not partner.left and not partner.no_courses:
                del self.codes[host]
                joins = button(partner.account, "co", "join", code)
                self.does(partner, now, says(partner.account, f"/join {code}"), joins)
                self.calls["partner"] += 1

    def answer(self, rows: Sequence[Row], now: int) -> None:
        """Those for whom a seat is held, and those whose partner has come."""
        first: dict[int, int] = {}
        for row in rows:
            first.setdefault(row["booking"], row["person_id"])
        for row in rows:
            person = self.expected.people[row["person_id"]]
            if person.left or row["state"] == "enrolled" or self.chance.random() > 0.5:
                continue
            number = short(row["booking"])
            if not row["paired"] and first[row["booking"]] == person.id:
                verb = "vouch" if self.chance.random() < 0.9 else "stranger"
            elif row["state"] == "held" and not row["confirmed"]:
                verb = "yes" if self.chance.random() < 0.7 else "gone"
            else:
                continue
            self.does(person, now, button(person.account, "co", verb, number))
            self.calls[verb] += 1

    def live(self, cohort: Cohort, rows: Sequence[Row], now: int) -> None:
        """Of those with a seat one goes, one cannot come, one takes the calendar, one wants no
        news any more."""
        coming = [one for one in cohort.planned if one.starts > now]
        for row in rows:
            dice, person = self.chance.random(), self.expected.people[row["person_id"]]
            if dice > 0.06 or person.left or row["state"] != "enrolled":
                continue
            who = person.account
            if dice < 0.003 and coming:
                self.does(person, now, button(who, "co", "gone", short(row["booking"])))
                self.expected.excused -= {(one.id, person.id) for one in cohort.lessons}
                self.calls["leave"] += 1
            elif dice < 0.005:
                self.does(person, now, button(who, "co", "off"))
                person.no_courses = True
                self.expected.refused(person.id)
                self.calls["off"] += 1
            elif dice < 0.02 and coming:
                self.does(person, now, button(who, "les", "cannot", short(coming[0].id)))
                self.expected.excused.add((coming[0].id, person.id))
                self.calls["cannot"] += 1
            elif dice >= 0.02:
                self.does(person, now, button(who, "les", "ics", short(cohort.id)))
                self.calls["calendar"] += 1

    # Lessons.

    def attend(
        self, cohort: Cohort, lesson: Lesson, word: str, rows: Sequence[Row], now: int
    ) -> None:
        """While it is held: the word of the day, the list, or nobody knows."""
        self.record.held.add(lesson.id)
        for row in rows:
            person, dice = self.expected.people[row["person_id"]], self.chance.random()
            if row["state"] != "enrolled":
                continue
            if dice < 0.75 and not person.left:
                self.does(person, now, says(person.account, word))
            elif dice < 0.9:
                mark = button(cohort.facilitator, "reg", "turn", short(lesson.id), short(row["id"]))
                self.made.append(mark)
            else:
                continue
            self.record.there.add((lesson.id, person.id))
            self.calls["attended"] += 1

    def finish(self, cohort: Cohort, rows: Sequence[Row], now: int) -> None:
        """When all is over: the quiz, and the certificate, where they passed."""
        for row in rows:
            person = self.expected.people[row["person_id"]]
            known = cohort.number, person.id
            if row["state"] != "enrolled" or person.left or self.chance.random() < 0.1:
                continue
            number, choice = short(row["id"]), "0" if self.chance.random() < 0.9 else "1"
            quiz = button(person.account, "quiz", "take", number, "0", choice)
            self.does(person, now, quiz, button(person.account, "quiz", "cert", number))
            self.record.asked.add(known)
            if choice == "0":
                self.record.right.add(known)
            if self.passes(cohort, person.id):
                name = says(person.account, f"نام {person.account}")
                self.made += [name, says(person.account, "نه، نامم را نگویید")]

    def passes(self, cohort: Cohort, who: PersonId) -> bool:
        """Three of four lessons, and the right answer."""
        there = sum((one.id, who) in self.record.there for one in cohort.planned)
        return there * 4 >= len(cohort.planned) * 3 and (cohort.number, who) in self.record.right

    # Those who hold courses.

    def change(self, cohort: Cohort, now: int) -> tuple[str, Any] | None:
        """Something of a cohort changes, or nothing: what it was."""
        coming = [one for one in cohort.planned if one.starts > now + 2 * HOUR]
        dice, number = self.chance.random(), short(cohort.id)
        if dice < 0.06 and coming:
            return self._moved(self.chance.choice(coming), now)
        if dice < 0.07 and len(coming) > 2:
            lesson = coming[-1]
            self.made.append(button(COORDINATOR, "ct", "dropped", short(lesson.id)))
            return "dropped", lesson
        if dice < 0.075:
            self.made.append(button(COORDINATOR, "ct", "stopped", number))
            return "canceled", None
        if dice < 0.10:
            place = says(COORDINATOR, f"https://example.org/{self.chance.randrange(10**6)}")
            self.made += [button(COORDINATOR, "cx", "place", number), place]
            return "place", None
        if dice < 0.14:
            self.calls["written"] += 1
            serial = self.calls["written"]
            self.made += [
                button(cohort.facilitator, "ct", "write", number),
                says(cohort.facilitator, letter(serial)), says(cohort.facilitator, "بفرست"),
            ]  # fmt: skip
            return "written", serial
        return None

    def _moved(self, lesson: Lesson, now: int) -> tuple[str, Any] | None:
        hour, minute = self.chance.choice(((9, 0), (10, 30), (13, 0), (17, 0), (19, 0), (22, 0)))
        shift = self.chance.choice((-2, -1, 0, 1, 3))
        day = day_of(lesson.starts) + timedelta(days=shift)
        at = moment((day - day_of(moment(0, 12, 0))).days, hour, minute)
        if at <= now or at == lesson.starts:
            return None
        year, month, number = from_day(day)
        typed = f"{year}/{month}/{number} {hour:02}:{minute:02}"
        move = button(COORDINATOR, "ct", "move", short(lesson.id))
        self.made += [move, says(COORDINATOR, typed)]
        return "moved", (lesson, at)


def is_held(lesson: Lesson, now: int) -> bool:
    """Whether its word of the day counts."""
    return lesson.starts - 15 * MINUTE <= now <= lesson.ends + HOUR
