"""The service that casework is played on by chance, and what must be true of it at any time."""

import random
from dataclasses import dataclass, field, replace

from bot.clock import Clock
from bot.domain.ids import PersonId
from bot.domain.people import Platform, Role
from bot.storage import people
from bot.storage.database import Database
from tests.databases import open_database
from tests.faults.casework_model import Model, number_in
from tests.faults.engine import Engine, Json

FAMILIES, COUNSELORS, SUPERVISOR = range(5001, 5013), range(2001, 2004), 2010


@dataclass(slots=True)
class Played:
    """The real service beside its model: how it begins, dies, and what must be true of it."""

    engine: Engine
    url: str
    chance: random.Random
    model: Model = field(default_factory=Model)
    people: dict[int, PersonId] = field(default_factory=dict)
    done: dict[str, int] = field(default_factory=dict)
    copies: dict[int, list[tuple[int, int]]] = field(default_factory=dict)  # staff → id, family
    asked: dict[int, tuple[int, str]] = field(default_factory=dict)  # staff → message, its id
    seen: int = 0
    arrived: dict[int, int] = field(default_factory=dict)
    misroutes: list[str] = field(default_factory=list)
    kills: int = 0

    async def begin(self) -> None:
        tools = self.engine.tools
        hour = tools.house.words.local_time(tools.clock.now()).hour
        self.engine = Engine(replace(tools, clock=Clock((12 - hour) % 24 * 3600)))
        for account in COUNSELORS:
            self.people[account] = await self.engine.staff(account, Role.COUNSELOR)
        self.people[SUPERVISOR] = await self.engine.staff(SUPERVISOR, Role.SUPERVISOR)
        async with self.engine.tools.database.transaction() as tx:
            work = self.engine.tools.desk(tx).work
            for account in FAMILIES:
                person = people.add(work, Platform.TELEGRAM, account, "fa").person.id
                self.people[account] = person
                await tx.execute(
                    "INSERT INTO contacts (person_id, writing, hours)"
                    " VALUES (?, 'any', 'morning noon evening night anytime')",
                    person,
                )

    async def dies(self) -> None:
        """The process is gone; another one opens the same database."""
        self.kills += 1
        tools = self.engine.tools
        await tools.database.close()
        database: Database = await open_database(self.url)
        self.engine = Engine(replace(tools, database=database))

    async def send(self, kill: float, *updates: Json) -> None:
        """Updates arrive; between their keeping and their handling the process may die."""
        await self.engine.intake.keep(list(updates))
        if self.chance.random() < kill:
            await self.dies()
        await self.engine.works()

    # What must be true.

    async def check(self, after: str) -> None:
        """The database holds what the model holds, and what is owed is owed to the right one."""
        await self._arrive()
        rows = await self.engine.tools.database.read(
            "SELECT id, person_id, status, acuity, counselor_id FROM cases WHERE status <> 'closed'"
        )
        real = {
            row["id"]: (row["person_id"], row["status"], row["acuity"], row["counselor_id"])
            for row in rows
        }
        wanted = {case.id: case.stands(self.people) for case in self.model.open.values()}
        assert real == wanted, after
        assert self.misroutes == [], after
        assert self.arrived == self.model.owed, after

    async def _cases_after(self, row: int) -> dict[int, int]:
        find = "SELECT id, case_id FROM outbox WHERE id > ? AND kind = 'relay'"
        rows = await self.engine.tools.database.read(find, row)
        return {found["id"]: int(found["case_id"]) for found in rows}

    async def _arrive(self) -> None:
        """What we owe now arrives; each message must be for whom the model says, and once."""
        owed = await self.engine.owes(self.seen)
        numbers = await self.engine.delivers()
        about = await self._cases_after(self.seen)
        for row in owed:
            self.seen = max(self.seen, row.id)
            said, chat = number_in(row.message), row.chat_id or 0
            if row.kind != "relay" or said is None:
                continue
            if self.model.owed.get(said) != chat or said in self.arrived:
                self.misroutes.append(f"{said} for {self.model.owed.get(said)}: {chat}")
            self.arrived[said] = chat
            if chat in COUNSELORS and row.id in numbers:
                self.copies.setdefault(chat, []).append((numbers[row.id], about[row.id]))
