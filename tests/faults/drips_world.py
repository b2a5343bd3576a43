"""A town that takes series: its people, what happens to them, and what may be said of every part.

The model here is told apart from the code it judges: sets and hours, no gate.
"""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random

from bot.domain.automatic import AUTOMATIC, QuietHours
from bot.domain.contact import HOURS, PRESENT, ContactRules, Writing
from bot.domain.delivery import Done
from bot.domain.ids import PersonId
from bot.domain.people import Platform
from bot.domain.series import (
    begins_at,
    counted_at,
)
from bot.domain.triage import Acuity, Triage
from bot.handlers import holding
from bot.handlers.house import House
from bot.handlers.series import series_plans
from bot.handlers.tools import Tools
from bot.jobs import clock, discretion
from bot.storage import cases, contact, opt_outs, outbox, people, series, veiled
from bot.storage.cases import Request
from bot.storage.database import Database
from bot.storage.ids import Ids
from bot.storage.outbox import Letter
from bot.storage.sealed import Sealer
from bot.storage.work import TEHRAN, Work
from tests.faults.drips_people import (
    HOLIDAYS,
    LIBRARY,
    MOST,
    USUAL,
    Person,
    day_of,
    furnished,
    moment,
)
from tests.faults.terms_world import Terms
from tests.storage.test_gate import At

__all__ = ["Town", "furnished"]


@dataclass(slots=True)
class Town:
    """The service in this process, on a database that is opened again after each kill."""

    reopen: Callable[[Database], Awaitable[Database]]
    database: Database
    sealer: Sealer
    house: House
    size: int
    chance: Random
    people: dict[PersonId, Person] = field(default_factory=dict)
    now: int = 0
    days: Counter[tuple[PersonId, int]] = field(default_factory=Counter)
    sent: int = 0
    runs: int = 0
    letters: int = 0
    kills: int = 0
    wrong: list[str] = field(default_factory=list)
    ids: Ids = field(default_factory=Ids)
    terms: Terms | None = None

    @property
    def tools(self) -> Tools:
        return Tools(self.database, self.sealer, self.ids, At(self.now), self.house)

    async def settle(self) -> None:
        """Everybody moves in."""
        self.now = moment(0, 0, 0)
        for start in range(0, self.size, 500):
            async with self.database.transaction() as tx:
                work = self.tools.desk(tx).work
                found = [
                    people.add(work, Platform.TELEGRAM, 10_000 + n, "fa").person.id
                    for n in range(start, min(start + 500, self.size))
                ]
                for n, person_id in enumerate(found, start):
                    person = Person(person_id, self._rules(), seen=self.now, account=10_000 + n)
                    self.people[person_id] = person
                    if person.rules.writing is not None:
                        await contact.remember(work, person_id, person.rules)
        if self.terms is not None:
            async with self.database.transaction() as tx:
                await self.terms.settle(self.tools.desk(tx).work)

    def _rules(self) -> ContactRules:
        writing = self.chance.choices([None, *Writing], [20, 60, 15, 5])[0]
        if writing is None:
            return ContactRules()
        hours = self.chance.sample(sorted(HOURS), self.chance.choice((0, 0, 1, 2)))
        return ContactRules(writing, frozenset(hours))

    # What happens to people.

    async def begins(self, work: Work, person: Person) -> None:
        """Somebody takes a series, by the rows that the use case writes."""
        one = self.chance.choice(list(LIBRARY.values()))
        asked = await series.ask(work, person.id, one.name)
        if asked is None:
            return
        anchor = None
        if one.stage is not None:
            anchor = day_of(self.now) + timedelta(days=self.chance.randrange(3))
        run = await series.begin(
            work, asked.id, person.id, anchor=anchor.toordinal() if anchor else None
        )
        assert run is not None
        person.refused -= set(one.streams())
        await opt_outs.allow(work, person.id, one.streams())
        at = counted_at(one, 1, anchor, TEHRAN) if anchor else begins_at(one, self.now, TEHRAN)
        series_plans.plan(self.tools.desk(work.tx), run.id, 1, at)
        self.runs += 1

    async def lives(self, work: Work, person: Person) -> None:
        """One thing that happens."""
        match self.chance.randrange(6):
            case 0 if person.case is None:
                request = Request("grief", Triage(Acuity.MEDIUM, ()))
                person.case = await cases.open_case(work, person.id, request)
            case 0 | 1 if person.case is not None:
                await cases.withdraw(work, person.case.id, person.id)
                person.case = None
            case 2:
                person.rules, person.changed = self._rules(), self.now
                await contact.remember(work, person.id, person.rules)
            case 3:
                stream = f"series:{self.chance.choice(('stress', 'couple', 'parenting', 'grief'))}"
                person.refused.add(stream)
                await opt_outs.refuse(work, person.id, stream)
            case 4:
                person.blocked = not person.blocked
                if person.blocked:
                    await people.unreachable(work, person.id)
                else:
                    people.seen(work, person.id)
                    person.seen = self.now
            case _ if person.left:
                person.left, person.changed = False, self.now
                await contact.come_back(work, person.id)
                await holding.release(self.tools.desk(work.tx), person.id)
            case _ if self.chance.random() < 0.5:
                person.left = True
                await contact.silence(work, person.id)
                await holding.hold_back(self.tools.desk(work.tx), person.id)
            case _:
                begins, person.changed = self.chance.choice((18, 19, 22)) * 60, self.now
                person.quiet = QuietHours(begins, self.chance.choice((7, 9, 11)) * 60)
                await contact.keep_quiet(work, person.id, person.quiet)

    async def morning(self, day: int) -> None:
        """What is new on this day: more people begin in the first weeks."""
        everybody = list(self.people.values())
        begin = self.chance.choices(everybody, k=self.size // 20) if day < 20 else []
        live = self.chance.choices(everybody, k=max(2, self.size // 40))
        for some, happens in ((begin, self.begins), (live, self.lives)):
            for start in range(0, len(some), 100):
                async with self.database.transaction() as tx:
                    work = self.tools.desk(tx).work
                    for person in some[start : start + 100]:
                        await happens(work, person)

    # What the service does.

    async def tick(self, day: int, wall: tuple[int, int], kill: bool) -> None:
        before = None
        if self.terms is not None:
            before = await self.terms.before(self.tools, self.now, day, wall)
        if kill:
            await self._killed()
        await clock.do_due(self.tools)
        async with self.database.transaction() as tx:
            await discretion.watch(self.tools.desk(tx))
        others = await self._deliver()
        await self._judge()
        self.days.update(others)
        if self.terms is not None and before is not None:
            await self.terms.after(self.tools, self.now, before)

    async def _killed(self) -> None:
        """In the middle of its work; what it held is gone, and the database is opened again."""
        dying = asyncio.create_task(clock.do_due(self.tools))
        for _ in range(self.chance.randrange(1, 60)):
            await asyncio.sleep(0)
            if dying.done():
                break
        await asyncio.sleep(self.chance.random() * 0.02)
        dying.cancel()
        with suppress(asyncio.CancelledError):
            await dying
        self.database = await self.reopen(self.database)
        self.kills += 1

    async def _deliver(self) -> Counter[tuple[PersonId, int]]:
        """The sender, which asks the gate once more for each letter. What else than a series has
        counted for the day of somebody."""
        tools, others = self.tools, Counter[tuple[PersonId, int]]()
        while rows := await outbox.heads(self.database, Platform.TELEGRAM, self.now, 300):
            gone = []
            for row in rows:
                letter = outbox.opened(self.sealer, row)
                if await holding.may_leave(tools, letter):
                    gone.append(letter)
            async with self.database.transaction() as tx:
                work = tools.desk(tx).work
                for letter in gone:
                    outbox.settle(work, letter, Done((1,)))
                    person = self.people.get(letter.to.person_id or PersonId(0))
                    if person is not None:
                        await self._read(work, person, letter, others)
        return others

    async def _read(
        self, work: Work, person: Person, letter: Letter, others: Counter[tuple[PersonId, int]]
    ) -> None:
        behind = await veiled.behind(work, letter.id) if letter.kind == "veil" else None
        kind = behind.kind if behind is not None else letter.kind
        if kind == "series":
            self.letters += 1
            self._check_hours(person, f"letter {letter.id}")
        elif self.terms is not None:
            said = behind.messages if behind is not None else (letter.message,)
            self.terms.read(person.id, kind, said, self.now)
            if kind in AUTOMATIC and self.now - person.seen >= PRESENT:
                others[person.id, day_of(self.now).toordinal()] += 1

    # What must be true.

    def _check_hours(self, person: Person, what: str) -> None:
        here = datetime.fromtimestamp(self.now / 1000, TEHRAN)
        minute = here.hour * 60 + here.minute
        quiet = person.quiet or USUAL
        spans = [HOURS[name] for name in person.rules.hours] or [HOURS["anytime"]]
        if quiet.holds(minute):
            self.wrong.append(f"{what} in quiet hours")
        if here.date() in HOLIDAYS.days:
            self.wrong.append(f"{what} on a holiday")
        if person.rules.writing and not any(a <= here.hour < b for a, b in spans):
            self.wrong.append(f"{what} outside of the hours of safe contact")
        if person.rules.writing is Writing.WAIT or person.left or person.blocked:
            self.wrong.append(f"{what} to somebody who is not to be written to")

    async def _judge(self) -> None:
        """Every part that went out in this moment."""
        rows = await self.database.read(
            "SELECT r.person_id, r.series, s.part FROM series_sent s"
            " JOIN series_runs r ON r.id = s.run_id WHERE s.sent_at = ?",
            self.now,
        )
        for row in rows:
            person, what = self.people[row["person_id"]], f"{row['series']} {row['part']}"
            self.sent += 1
            self._check_hours(person, what)
            if person.refused & set(LIBRARY[row["series"]].streams()):
                self.wrong.append(f"{what} to somebody who refused it")
            if person.case is not None:
                self.wrong.append(f"{what} while a case is open")
            today = person.id, day_of(self.now).toordinal()
            self.days[today] += 1
            if self.days[today] > MOST:
                self.wrong.append(f"{what} is more than enough for a day")
