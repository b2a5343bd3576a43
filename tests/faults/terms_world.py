"""The courses of a town: cohorts over weeks, what everybody in them hears, and what must be true.

`terms_model` says what must be heard; this reads what was sent, looks at every seat after every
look of the clock, and compares.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from random import Random
from typing import Any

from bot.domain.certificate import Certificate
from bot.domain.ids import CohortId, PersonId, short
from bot.domain.outgoing import Outgoing, Text
from bot.handlers.courses import seats
from bot.handlers.tools import Tools
from bot.storage import courses, lessons
from bot.storage.work import Work
from tests.faults import terms_founding as founding
from tests.faults.drips_people import Person
from tests.faults.engine import Engine
from tests.faults.terms_deeds import (
    WAKING,
    Deeds,
    Record,
    button,
    is_held,
)
from tests.faults.terms_model import HOUR, Cohort, Expected, Lesson, Seats, Tag
from tests.faults.terms_reading import Look, look_at, tag_of

_CODE = re.compile(r"start=couple-([0-9A-Z-]+)")


@dataclass
class Terms:
    """All cohorts of a town. `told`: what left in this look of the clock."""

    people: dict[PersonId, Person]
    chance: Random
    count: int
    cohorts: list[Cohort] = field(default_factory=list)
    told: Counter[tuple[PersonId, Tag]] = field(default_factory=Counter)
    figures: Counter[str] = field(default_factory=Counter)
    offers: Counter[tuple[PersonId, str]] = field(default_factory=Counter)
    codes: dict[PersonId, str] = field(default_factory=dict)
    partners: dict[PersonId, Person] = field(default_factory=dict)
    certificates: dict[PersonId, set[str]] = field(default_factory=dict)
    record: Record = field(default_factory=Record)
    calls: Counter[str] = field(default_factory=Counter)
    finished: set[int] = field(default_factory=set)
    announced: list[tuple[Cohort, Tag, set[PersonId], set[tuple[CohortId, PersonId]]]] = field(
        default_factory=list
    )
    wrong: list[str] = field(default_factory=list)

    @cached_property
    def expected(self) -> Expected:
        return Expected(self.people, self.cohorts)

    async def settle(self, work: Work) -> None:
        held_by = await founding.staff(work)
        size = max(3, len(self.people) * 3 // 4 // self.count)
        for number in range(self.count):
            made = await founding.cohort(work, number, held_by, size, self.chance)
            self.cohorts.append(made)
        everybody = list(self.people.values())
        self.partners.update(founding.wishes(everybody, self.cohorts, self.chance))

    # One look of the clock.

    async def before(self, tools: Tools, now: int, day: int, wall: tuple[int, int]) -> Look:
        """People and coordinators do something, and then the clock looks."""
        if wall == (9, 30):
            await self._publish(tools, now, day)
        engine, look = Engine(tools), await look_at(tools.database)
        if wall in WAKING:
            deeds = Deeds(self.chance, self.expected, self.record, self.codes, self.calls)
            await self._lives(tools, deeds, look, now, wall)
            await engine.receives(*deeds.made)
            look = await look_at(tools.database)
        if wall in ((12, 0), (18, 0)):
            await self._changes(engine, look, now)
        return look

    async def _publish(self, tools: Tools, now: int, day: int) -> None:
        for cohort in self.cohorts:
            if not cohort.open and cohort.begins <= day and not cohort.canceled:
                async with tools.database.transaction() as tx:
                    cohort.open = await courses.publish(tools.desk(tx).work, cohort.id)
                for lesson in cohort.lessons:
                    lesson.plan(now)

    async def _lives(
        self, tools: Tools, deeds: Deeds, look: Look, now: int, wall: tuple[int, int]
    ) -> None:
        deeds.couples(self.partners, now)
        deeds.answer(look.rows, now)
        for cohort in self.cohorts:
            planned = cohort.planned
            if not cohort.open or cohort.canceled:
                continue
            if planned[0].starts - now > 2 * HOUR:
                deeds.come(cohort, now)
            rows = look.of(cohort.id)
            if wall == (12, 0):
                deeds.live(cohort, rows, now)
            for lesson in planned:
                if is_held(lesson, now) and lesson.id not in self.record.held:
                    word = await self._word(tools, cohort, lesson)
                    deeds.attend(cohort, lesson, word, rows, now)
            over = planned[-1].ends + 26 * HOUR
            if over < now and cohort.number not in self.finished:
                self.finished.add(cohort.number)
                deeds.finish(cohort, rows, now)

    async def _word(self, tools: Tools, cohort: Cohort, lesson: Lesson) -> str:
        """Its facilitator asks for the word of the day, and says it aloud."""
        press = button(cohort.facilitator, "reg", "word", short(lesson.id))
        await Engine(tools).receives(press)
        async with tools.database.transaction() as tx:
            found = await lessons.get(tools.desk(tx).work, lesson.id)
        assert found is not None and found.word
        return found.word

    async def _changes(self, engine: Engine, look: Look, now: int) -> None:
        for cohort in self.cohorts:
            if not cohort.open or cohort.canceled or cohort.planned[-1].ends < now:
                continue
            deeds = Deeds(self.chance, self.expected, self.record, {}, self.calls)
            change = deeds.change(cohort, now)
            if change is not None:
                await engine.receives(*deeds.made)
                self._changed(cohort, change, look.seats, now)
                self.figures[change[0]] += 1

    def _changed(self, cohort: Cohort, change: tuple[str, Any], before: Seats, now: int) -> None:
        """What it means, and who was there to hear of it."""
        kind, what = change
        tag, live = (kind, cohort.number), kind in ("moved", "dropped", "canceled")
        match kind:
            case "moved":
                lesson, lesson.starts = what[0], what[1]
                lesson.plan(now)
                self.expected.replanned(lesson)
                tag = "moved", lesson.id
            case "dropped":
                what.planned = False
                self.expected.replanned(what)
            case "canceled":
                cohort.canceled = True
            case "written":
                tag = "written", what
            case _:
                pass
        those = (before.live if live else before.enrolled).get(cohort.id, set())
        takers = before.calendars if kind != "written" else set()
        self.announced.append((cohort, tag, those, takers))

    def _heard_of(self, now: int, after: Seats) -> None:
        """Those who were there before, and still are when it is told."""
        for cohort, tag, those, takers in self.announced:
            live = tag[0] in ("moved", "dropped")
            then = (after.live if live else after.enrolled).get(cohort.id, set())
            self.expected.news(
                cohort, tag, those, those if tag[0] == "canceled" else then, takers, now
            )
        self.announced.clear()

    async def after(self, tools: Tools, now: int, before: Look) -> None:
        """What the clock did, and what left by it."""
        after = await look_at(tools.database)
        self._heard_of(now, after.seats)
        self.expected.look(now, before.seats, after.seats)
        self.wrong += [f"{now}: {one}" for one in self.expected.compare(self.told)]
        self.figures.update(tag[0] for _, tag in self.told.elements())
        self.told.clear()
        await self._seats_hold(tools, now, after)

    async def _seats_hold(self, tools: Tools, now: int, look: Look) -> None:
        known = {one.id: one for one in self.cohorts}
        for row in await tools.database.read("SELECT id, state, capacity, taken FROM cohorts"):
            mine = {one["booking"]: one for one in look.of(row["id"])}.values()
            taken = sum(one["seats"] for one in mine if one["state"] != "waiting")
            if row["taken"] != taken or taken > row["capacity"]:
                self.wrong.append(f"{now}: {row['taken']} seats taken, {taken} by people")
            if any(one["state"] == "held" and one["held_until"] <= now for one in mine):
                self.wrong.append(f"{now}: a seat is held too long")
            cohort = known[row["id"]]
            soon = not cohort.open or cohort.canceled or cohort.planned[0].starts - now <= HOUR
            waits = [one["seats"] for one in mine if one["state"] == "waiting"]
            if waits and not soon and min(waits) <= row["capacity"] - taken:
                self.wrong.append(f"{now}: a free seat, and somebody waits")

    # What left.

    def read(self, who: PersonId, kind: str, messages: Iterable[Outgoing], now: int) -> None:
        """A message of a course, or an answer to what somebody did."""
        person = self.people[who]
        for message in messages:
            if isinstance(message, Certificate):
                self.certificates.setdefault(who, set()).add(message.number)
            if isinstance(message, Text) and (code := _CODE.search(message.text)):
                self.codes[who] = code[1]
            if kind != seats.KIND:
                continue
            tag = tag_of(message)
            if not person.hears(now) or person.no_courses or person.blocked:
                self.wrong.append(f"{now}: {tag} to {who}, who must not hear it")
            if tag[0] == "offer":
                self.offers[who, str(tag[1])] += 1
                self.figures["offer"] += 1
            elif tag[0] != "other":
                self.told[who, tag] += 1
            else:
                self.figures["other news"] += 1

    async def account(self, tools: Tools) -> dict[str, Any]:
        """At the end: every occurrence done or skipped, every certificate earned and verified."""
        read = tools.database.read
        states: Counter[str] = Counter()
        for row in await read(
            "SELECT state, count(*) AS n FROM due WHERE kind IN"
            " ('lesson_day', 'lesson_hour', 'lesson_after') AND body IS NULL GROUP BY state"
        ):
            states[row["state"]] = row["n"]
        if (states["done"], states["skipped"]) != (self.expected.fired, self.expected.skipped):
            self.wrong.append(f"{dict(states)}, not {self.expected.fired} done and"
                              f" {self.expected.skipped} skipped")  # fmt: skip
        twice = [one for one, count in self.offers.items() if count > 1]
        self.wrong += [f"offered twice: {one}" for one in twice]
        await self._certified(tools)
        state = {row["state"]: row["n"] for row in await read(
            "SELECT state, count(*) AS n FROM bookings GROUP BY state")}  # fmt: skip
        expired = await read("SELECT count(*) AS n FROM audit WHERE action = 'seat_expired'")
        return {
            "cohorts": self.count, "lessons": sum(len(one.lessons) for one in self.cohorts),
            "bookings": state, "seats passed on": expired[0]["n"], "did": dict(self.calls),
            "heard": dict(self.figures), "certificates": len(self.certificates),
            "occurrences": dict(states),
        }  # fmt: skip

    async def _certified(self, tools: Tools) -> None:
        earned = set()
        for cohort in self.cohorts:
            deeds = Deeds(self.chance, self.expected, self.record, {}, self.calls)
            for number, who in self.record.asked:
                if number == cohort.number and deeds.passes(cohort, who):
                    earned.add(who)
        got = set(self.certificates)
        self.wrong += [f"earned, but not given: {who}" for who in earned - got]
        self.wrong += [f"given, but not earned: {who}" for who in got - earned]
        numbers = sorted(number for mine in self.certificates.values() for number in mine)
        rows = await tools.database.read("SELECT number FROM certificates")
        if len(numbers) != len(rows) or len(set(numbers)) != len(numbers):
            self.wrong.append(f"{len(numbers)} numbers of {len(rows)} certificates")
