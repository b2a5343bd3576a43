"""Days and hours for stories about series: a clock that we move, and what a person gets by it."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from bot.clock import Clock
from bot.domain.automatic import Calm
from bot.domain.case import Case, Outcome
from bot.domain.contact import ContactRules
from bot.domain.ids import PersonId, short
from bot.domain.opening import Holidays
from bot.domain.outgoing import Edit, Enclosure, Text
from bot.domain.people import Platform
from bot.domain.triage import Acuity, Triage
from bot.handlers import holding
from bot.handlers.casework import farewell
from bot.handlers.house import House
from bot.jobs import clock, discretion
from bot.library import read_library
from bot.storage import cases, claims, contact, leases, people, series
from bot.storage.cases import Request
from bot.storage.series import Run
from bot.words import Words
from tests.faults.engine import Engine, presses, says
from tests.marks import unmarked

TEHRAN = ZoneInfo("Asia/Tehran")
FIRST = date(2026, 9, 21)
"""A Monday, the first day of our stories."""
EXAMPLES = Path(__file__).parents[1] / "series"
MARYAM, HOSSEIN, NARGES, REZA = 1001, 1002, 2001, 2003


class Hands(Clock):
    """A clock whose hands we move."""

    def __init__(self) -> None:
        super().__init__()
        self.set(0, 12)

    def set(self, day: int, hour: int, minute: int = 0) -> None:
        moment = datetime(FIRST.year, FIRST.month, FIRST.day, hour, minute, tzinfo=TEHRAN)
        at = int((moment + timedelta(days=day)).timestamp() * 1000)
        object.__setattr__(self, "moment", at)

    def now(self) -> int:
        return int(self.moment)  # type: ignore[attr-defined]


def furnished(house: House, *holidays: int) -> House:
    """With the series of our examples; holidays by the number of the day."""
    free = Holidays({FIRST + timedelta(days=day): "تعطیل" for day in holidays})
    calm = Calm(holidays=free)
    return replace(house, series=read_library(EXAMPLES), files=EXAMPLES, calm=calm)


class Days:
    """A service with series whose days pass when we say so."""

    def __init__(self, middle: Engine, *holidays: int) -> None:
        self.hands = Hands()
        house = furnished(middle.tools.house, *holidays)
        self.engine = Engine(replace(middle.tools, clock=self.hands, house=house))
        self.day, self.hour = 0, 12
        self._read: dict[int, int] = {}

    @property
    def words(self) -> Words:
        return self.engine.tools.house.words

    async def until(self, day: int, hour: int, *, ticks: bool = True) -> None:
        """Hour by hour until then; without `ticks` the service is away meanwhile."""
        while (self.day, self.hour) < (day, hour):
            self.hour += 1
            if self.hour == 24:
                self.day, self.hour = self.day + 1, 0
            self.hands.set(self.day, self.hour)
            if ticks:
                await self.tick()

    async def tick(self) -> None:
        await clock.do_due(self.engine.tools)
        async with self.engine.tools.database.transaction() as tx:
            await discretion.watch(self.engine.tools.desk(tx))

    async def says(self, who: int, *texts: str) -> None:
        await self.engine.receives(*[says(who, text) for text in texts])

    async def presses(self, who: int, *parts: str) -> None:
        await self.engine.receives(presses(who, ".".join(("1", *parts))))

    async def run_of(self, who: int) -> Run:
        async with self.engine.tools.database.transaction() as tx:
            work = self.engine.tools.desk(tx).work
            (run,) = await series.live_of(work, await self.person(who))
        return run

    async def takes(self, who: int, name: str = "calm") -> str:
        """From the menu; the number of the run for its buttons."""
        await self.says(who, "/series")
        await self.presses(who, "ser", "see", name)
        await self.presses(who, "ser", "take", name)
        return short((await self.run_of(who)).id)

    async def person(self, who: int) -> PersonId:
        tools = self.engine.tools
        key = people.chat_key(tools.sealer, Platform.TELEGRAM, who)
        rows = await tools.database.read("SELECT person_id FROM accounts WHERE chat_key = ?", key)
        return PersonId(rows[0]["person_id"])

    async def rules(self, who: int, rules: ContactRules) -> None:
        async with self.engine.tools.database.transaction() as tx:
            await contact.remember(self.engine.tools.desk(tx).work, await self.person(who), rules)

    async def told(self, who: int) -> list[str]:
        """What this person was sent since it was asked last."""
        after = self._read.get(who, 0)
        found = [row for row in await self.engine.owes(after) if row.chat_id == who]
        self._read[who] = max((row.id for row in found), default=after)
        return [
            words
            for row in found
            if (words := _words(row.message)) is not None and row.state != "canceled"
        ]

    async def parts(self, who: int) -> list[int]:
        """The numbers of the parts among these."""
        numbers = []
        for text in await self.told(who):
            for number in range(1, 8):
                if f"· {self.digits(number)} از" in unmarked(text):
                    numbers.append(number)
        return numbers

    @staticmethod
    def digits(number: int) -> str:
        return "۰۱۲۳۴۵۶۷۸۹"[number]

    async def states(self) -> dict[str, int]:
        """Skipped occurrences by their reason."""
        rows = await self.engine.tools.database.read(
            "SELECT reason, count(*) AS n FROM due WHERE state = 'skipped' GROUP BY reason"
        )
        return {row["reason"]: row["n"] for row in rows}

    # Cases.

    async def opens(self, who: int, acuity: Acuity = Acuity.MEDIUM, **more: Any) -> Case:
        async with self.engine.tools.database.transaction() as tx:
            work = self.engine.tools.desk(tx).work
            request = Request("grief", Triage(acuity, ("topic_grief",)), **more)
            case = await cases.open_case(work, await self.person(who), request)
            assert case is not None
        return case

    async def claims(self, case: Case, by: PersonId) -> None:
        async with self.engine.tools.database.transaction() as tx:
            work = self.engine.tools.desk(tx).work
            assert await claims.claim(work, case.id, by)
            leases.replied(work, case.id)

    async def closes(self, case: Case, by: PersonId) -> None:
        async with self.engine.tools.database.transaction() as tx:
            desk = self.engine.tools.desk(tx)
            assert await cases.close(desk.work, case.id, by, Outcome.HELPED)
            await farewell.closed(desk, case, Outcome.HELPED, by)

    async def leaves(self, who: int) -> None:
        """Quick exit."""
        async with self.engine.tools.database.transaction() as tx:
            desk = self.engine.tools.desk(tx)
            person = await self.person(who)
            await contact.silence(desk.work, person)
            await holding.hold_back(desk, person)


def _words(message: object) -> str | None:
    match message:
        case Text(text) | Edit(text):
            return text
        case Enclosure(kind, _, caption):
            return caption or f"[{kind}]"
        case _:
            return None
