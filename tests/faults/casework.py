"""Casework played by chance beside a small model of it.

`House` acts through the real intake, worker and use cases; `Model` says what must be the case
after every act. To add an act: one method of `House` that returns False where it makes no sense
now, and its name in `ACTS` with a weight.
"""

import random
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace

from bot.clock import Clock
from bot.domain.case import Case, Change
from bot.domain.ids import PersonId, short
from bot.domain.people import Platform, Role
from bot.domain.triage import Acuity, Triage
from bot.handlers import cards
from bot.jobs import clock
from bot.storage import cases, people
from bot.storage.cases import Request
from bot.storage.database import Database
from tests.databases import open_database
from tests.faults.casework_model import Model, Open, number_in
from tests.faults.engine import ADMINISTRATOR, SUPERGROUP, Engine, Json, presses, says

FAMILIES, COUNSELORS, SUPERVISOR = range(5001, 5009), range(2001, 2004), 2010
DAY = 24 * 3600
"""Seconds after which every claim without an answer has gone back to the queue. Days are whole,
so that it is always noon, when families may be written to."""


@dataclass(slots=True)
class House:
    """The real service, acted upon by chance; every act tells the model what it must have done."""

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

    async def step(self, kill: float) -> None:
        """One act, perhaps with a kill before or in it, and what must be true afterwards."""
        if self.chance.random() < kill:
            await self.dies()
        names, weights = zip(*ACTS.items(), strict=True)
        while True:
            name = self.chance.choices(names, weights)[0]
            act: Callable[[float], Awaitable[bool]] = getattr(self, name)
            if await act(kill):
                break
        self.done[name] = self.done.get(name, 0) + 1
        await self.check(name)

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

    # Acts.

    async def asks(self, _: float) -> bool:
        """A family asks for help: the first time, or again."""
        free = [account for account in FAMILIES if account not in self.model.open]
        if not free:
            return False
        family = self.chance.choice(free)
        acuity, far = Acuity(self.chance.randrange(4)), self.chance.randrange(4)
        async with self.engine.tools.database.transaction() as tx:
            desk = self.engine.tools.desk(tx)
            request = Request("grief", Triage(acuity, ()), "", underserved=far)
            case = await cases.open_case(desk.work, self.people[family], request)
            assert case is not None
            again = await cases.open_case(desk.work, self.people[family], request)
            assert again is None, "a family has one open case"
            await cards.show(desk, case)
        self.model.open[family] = self._opened(family, case)
        return True

    def _opened(self, family: int, case: Case) -> Open:
        opened = Open(case.id, family, case.acuity, case.opened_at, case.underserved)
        opened.has(case.acuity)
        return opened

    async def claims(self, kill: float) -> bool:
        """Several press on one card at once: the first has it."""
        if not self.model.open:
            return False
        case = self.chance.choice(list(self.model.open.values()))
        hands = self.chance.sample(COUNSELORS, self.chance.randint(1, len(COUNSELORS)))
        data = f"1.c.claim.{short(case.id)}"
        await self.send(kill, *[presses(who, data, SUPERGROUP) for who in hands])
        if case.holder is None:
            self.model.claims(case, await self._first_of(case, hands))
        return True

    async def _first_of(self, case: Open, hands: list[int]) -> int:
        """Chats are worked on in any order: whoever it was must be one of those who pressed."""
        (row,) = await self.engine.tools.database.read(
            "SELECT counselor_id FROM cases WHERE id = ?", case.id
        )
        return next(who for who in hands if self.people[who] == row["counselor_id"])

    async def takes_next(self, kill: float) -> bool:
        who, waiting = self.chance.choice(COUNSELORS), self.model.waiting()
        await self.send(kill, says(who, "/next"))
        if waiting:
            self.model.claims(waiting[0], who)
        return True

    async def family_writes(self, kill: float) -> bool:
        if not self.model.open:
            return False
        case = self.chance.choice(list(self.model.open.values()))
        number, words = self.model.says()
        await self.send(kill, says(case.family, words))
        self.model.writes(case, number)
        return True

    async def counselor_writes(self, kill: float) -> bool:
        """Plainly: to the family it must be for, or it is asked about."""
        who = self.chance.choice(COUNSELORS)
        number, words = self.model.says()
        await self.send(kill, says(who, words))
        case = self.model.meant(who)
        if case is not None:
            self.model.answers(case, number, chosen=False)
        elif self.model.held(who):
            (row,) = await self.engine.tools.database.read(
                "SELECT id FROM relay WHERE author_id = ? AND state = 'asking'"
                " ORDER BY id DESC LIMIT 1",
                self.people[who],
            )
            self.asked[who] = number, short(row["id"])
        return True

    async def counselor_chooses(self, kill: float) -> bool:
        """Answers the question for whom a message was: with a case of theirs, or of others."""
        if not self.asked or not self.model.open:
            return False
        who = self.chance.choice(sorted(self.asked))
        number, relayed = self.asked.pop(who)
        case = self.chance.choice(list(self.model.open.values()))
        await self.send(kill, presses(who, f"1.r.to.{relayed}.{short(case.id)}"))
        if case.holder == who:
            self.model.answers(case, number, chosen=True)
        return True

    async def counselor_replies(self, kill: float) -> bool:
        """To a message of a family, perhaps one of a case that is no longer theirs."""
        who = self.chance.choice(COUNSELORS)
        if not self.copies.get(who):
            return False
        message, case_id = self.chance.choice(self.copies[who][-30:])
        number, words = self.model.says()
        where = {"message_id": message, "chat": {"id": who, "type": "private"}, "date": 1}
        await self.send(kill, says(who, words, reply_to_message={**where, "text": "?"}))
        case = next((one for one in self.model.held(who) if one.id == case_id), None)
        if case is not None:
            self.model.answers(case, number, chosen=True)
        return True

    async def turns(self, kill: float) -> bool:
        """A counselor turns to a family, or tries to turn to that of a colleague."""
        if not self.model.open:
            return False
        who = self.chance.choice(COUNSELORS)
        case = self.chance.choice(list(self.model.open.values()))
        await self.send(kill, presses(who, f"1.k.face.{short(case.id)}"))
        if case.holder == who:
            self.model.facing[who] = case.id, True
        return True

    async def closes(self, kill: float) -> bool:
        """A counselor closes a case or asks a supervisor to, or tries with that of a colleague."""
        if not self.model.open:
            return False
        who = self.chance.choice(COUNSELORS)
        case = self.chance.choice(list(self.model.open.values()))
        outcome = self.chance.choice(("helped", "no_response", "other"))
        await self.send(kill, presses(who, f"1.x.do.{short(case.id)}.{outcome}"))
        if case.holder == who:
            self.model.wants_closed(case)
        return True

    async def decides(self, kill: float) -> bool:
        """A supervisor closes a case or sends it back; the one who asked and others try."""
        asked = [case for case in self.model.open.values() if case.asked]
        if not asked:
            return False
        who = self.chance.choice((SUPERVISOR, SUPERVISOR, *COUNSELORS))
        case, verb = self.chance.choice(asked), self.chance.choice(("yes", "back"))
        (row,) = await self.engine.tools.database.read(
            "SELECT closing_id FROM cases WHERE id = ?", case.id
        )
        pressed = presses(who, f"1.y.{verb}.{short(case.id)}.{short(row['closing_id'])}")
        await self.send(kill, pressed)
        if who == SUPERVISOR and verb == "yes":
            self.model.closes(case)
        elif who == SUPERVISOR:
            case.asked = False
        return True

    async def changes_acuity(self, kill: float) -> bool:
        """The counselor of a case or a supervisor may; others try."""
        if not self.model.open:
            return False
        who = self.chance.choice((*COUNSELORS, SUPERVISOR))
        case = self.chance.choice(list(self.model.open.values()))
        after = self.chance.choice([level for level in Acuity if level is not case.acuity])
        data = f"1.u.do.{short(case.id)}.{after:d}.{case.acuity:d}.{Change.OTHER_FACTS}"
        await self.send(kill, presses(who, data))
        if who in (SUPERVISOR, case.holder):
            case.has(after)
        return True

    async def leaves(self, kill: float) -> bool:
        """A role ends, and what was held goes back; the person comes back with a new role."""
        who = self.chance.choice(COUNSELORS)
        await self.send(kill, presses(ADMINISTRATOR, f"1.s.sure.{short(self.people[who])}"))
        for case in self.model.held(who):
            self.model.releases(case)
        self.model.facing[who] = None, False
        async with self.engine.tools.database.transaction() as tx:
            work = self.engine.tools.desk(tx).work
            await people.appoint(work, self.people[who], Role.COUNSELOR, f"ش{who}", on_call=False)
        return True

    async def time_passes(self, _: float) -> bool:
        """Claims without an answer go back; those with one stay."""
        tools = self.engine.tools
        self.engine = Engine(replace(tools, clock=Clock(tools.clock.offset + DAY)))
        now = self.engine.tools.clock.now()
        for _round in range(2):
            await clock.tick(self.engine.tools, lambda: now)
            await clock.do_due(self.engine.tools)
        for case in self.model.open.values():
            if case.holder is not None and not case.replied:
                self.model.releases(case)
        return True

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


ACTS: dict[str, int] = {
    "asks": 8, "claims": 5, "takes_next": 4, "family_writes": 14, "counselor_writes": 8,
    "counselor_chooses": 6, "counselor_replies": 12, "turns": 4, "closes": 6, "decides": 12,
    "changes_acuity": 3, "leaves": 2, "time_passes": 2,
}  # fmt: skip
