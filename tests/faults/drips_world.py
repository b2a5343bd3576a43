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
from typing import Any

from bot.domain.automatic import QuietHours
from bot.domain.contact import HOURS, ContactRules, Writing
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
from bot.storage import cases, contact, opt_outs, outbox, people, series
from bot.storage.cases import Request
from bot.storage.database import Database
from bot.storage.ids import Ids
from bot.storage.sealed import Sealer
from bot.storage.work import TEHRAN, Work
from tests.faults.drips_people import (
    HOLIDAYS,
    LIBRARY,
    MOST,
    TICKS,
    USUAL,
    Person,
    day_of,
    furnished,
    moment,
)
from tests.storage.test_gate import At

__all__ = ["Town", "furnished", "play"]


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
                for person_id in found:
                    self.people[person_id] = Person(person_id, self._rules())
                    if self.people[person_id].rules.writing is not None:
                        await contact.remember(work, person_id, self.people[person_id].rules)

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
                person.rules = self._rules()
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
            case _ if person.left:
                person.left = False
                await contact.come_back(work, person.id)
            case _ if self.chance.random() < 0.5:
                person.left = True
                await contact.silence(work, person.id)
            case _:
                begins = self.chance.choice((18, 19, 22)) * 60
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

    async def tick(self, kill: bool) -> None:
        if kill:
            await self._killed()
        await clock.do_due(self.tools)
        async with self.database.transaction() as tx:
            await discretion.watch(self.tools.desk(tx))
        await self._deliver()
        await self._judge()

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

    async def _deliver(self) -> None:
        """The sender, which asks the gate once more for each letter."""
        tools = self.tools
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
                    assert letter.to.person_id is not None
                    self._check_hours(self.people[letter.to.person_id], f"letter {letter.id}")
            self.letters += len(gone)

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

    async def account(self) -> dict[str, int]:
        """Of every run, each part was sent once, was skipped and counted, or is still to come."""
        read = self.database.read
        sent = {row["run_id"]: row["n"] for row in await read(
            "SELECT run_id, count(*) AS n FROM series_sent GROUP BY run_id")}  # fmt: skip
        skipped: Counter[int] = Counter()
        for row in await read("SELECT subject FROM due WHERE state = 'skipped'"):
            skipped[row["subject"]] += 1
        waiting: Counter[int] = Counter()
        for row in await read("SELECT subject FROM due WHERE state = 'waiting'"):
            waiting[row["subject"]] += 1
        for run in await read("SELECT id, series, state, part FROM series_runs"):
            known, last = run["id"], LIBRARY[run["series"]].last
            past = sent.get(known, 0) + skipped[known]
            done = run["state"] == "done" and past == last and not waiting[known]
            stopped = run["state"] == "stopped" and past == run["part"] and not waiting[known]
            live = run["state"] in ("running", "paused")
            goes_on = live and waiting[known] == 1 and past == run["part"] - 1
            by_hand = live and not waiting[known] and past == run["part"]
            if not (done or stopped or goes_on or by_hand):
                self.wrong.append(f"run {dict(run)}: {past} past, {waiting[known]} waiting")
        (failed,) = await read("SELECT count(*) AS n FROM due WHERE state = 'failed'")
        if failed["n"] or self.letters != self.sent or self.sent != sum(sent.values()):
            self.wrong.append(f"{failed['n']} failed; {self.sent} sent in {self.letters} letters")
        return dict(Counter(
            row["reason"] for row in await read("SELECT reason FROM due WHERE state = 'skipped'")
        ))  # fmt: skip


async def play(town: Town, days: int, kills: int, outage: range) -> dict[str, Any]:
    """The days go by; what came of them, in figures. `outage`: days without the service."""
    await town.settle()
    ticks = [(day, *tick) for day in range(days) if day not in outage for tick in TICKS]
    deadly = set(town.chance.sample(ticks, kills))
    for day, hour, minute in ticks:
        town.now = moment(day, hour, minute)
        if (hour, minute) == (12, 0):
            await town.morning(day)
        await town.tick(kill=(day, hour, minute) in deadly)
    skipped = await town.account()
    return {
        "people": town.size, "series": len(LIBRARY), "days": days, "kills": town.kills,
        "outage days": len(outage), "runs": town.runs, "parts sent": town.sent,
        "skipped": skipped,
    }  # fmt: skip
