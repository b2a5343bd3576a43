"""Casework played by chance beside a small model of it.

`House` acts through the real intake, worker and use cases; `Model` says what must be the case
after every act. To add an act: one method of `House` that returns False where it makes no sense
now, and its name in `ACTS` with a weight. Those by which cases change hands stand in
`casework_hands.py`.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

from bot.clock import Clock
from bot.domain.case import Case, Change
from bot.domain.ids import short
from bot.domain.people import Platform
from bot.domain.triage import Acuity, Triage
from bot.handlers.queue import cards
from bot.jobs import clock
from bot.storage import cases
from bot.storage.cases import Request
from tests.faults.casework_hands import Hands
from tests.faults.casework_house import COUNSELORS, FAMILIES, SUPERVISOR
from tests.faults.casework_model import Open
from tests.faults.engine import SUPERGROUP, Engine, Json, presses, says

DAY = 24 * 3600
"""Seconds after which every claim without an answer has gone back to the queue. Days are whole,
so that it is always noon, when families may be written to."""


@dataclass(slots=True)
class House(Hands):
    """The real service, acted upon by chance; every act tells the model what it must have done."""

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
        able = [who for who in hands if self.model.may_claim(case, who)]
        if able:
            self.model.claims(case, await self._first_of(case, able))
        return True

    async def _first_of(self, case: Open, hands: list[int]) -> int:
        """Chats are worked on in any order: whoever it was must be one of those who pressed."""
        (row,) = await self.engine.tools.database.read(
            "SELECT counselor_id FROM cases WHERE id = ?", case.id
        )
        return next(who for who in hands if self.people[who] == row["counselor_id"])

    async def takes_next(self, kill: float) -> bool:
        who = self.chance.choice(COUNSELORS)
        waiting = self.model.waiting(who)
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

    async def families_crowd(self, count: int, kill: float) -> None:
        """So many messages at once of families whom somebody has."""
        held = [case for case in self.model.open.values() if case.holder is not None]
        updates = []
        for _ in range(count if held else 0):
            case, (number, words) = self.chance.choice(held), self.model.says()
            self.model.writes(case, number)
            updates.append(says(case.family, words))
        await self._crowd(updates, kill)

    async def counselors_crowd(self, count: int, kill: float) -> None:
        """So many answers of counselors at once, in turn to one family and another: to messages
        of any age, also in cases that are no longer theirs, which are asked about."""
        updates = []
        for _ in range(count):
            who = self.chance.choice(COUNSELORS)
            if self.copies.get(who):
                message, case_id = self.chance.choice(self.copies[who])
                number, words = self.model.says()
                self._answers_copy(who, case_id, number)
                updates.append(self._reply(who, message, words))
        await self._crowd(updates, kill)

    async def _crowd(self, updates: list[Json], kill: float) -> None:
        for start in range(0, len(updates), 100):
            await self.send(kill, *updates[start : start + 100])
        await self.check("a crowd")

    def _reply(self, who: int, message: int, words: str) -> Json:
        where = {"message_id": message, "chat": {"id": who, "type": "private"}, "date": 1}
        return says(who, words, reply_to_message={**where, "text": "?"})

    def _answers_copy(self, who: int, case_id: int, number: int) -> None:
        case = next((one for one in self.model.held(who) if one.id == case_id), None)
        if case is not None:
            self.model.answers(case, number, chosen=True)

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
        await self.send(kill, self._reply(who, message, words))
        self._answers_copy(who, case_id, number)
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

    async def time_passes(self, _: float) -> bool:
        """Claims without an answer go back; those with one stay."""
        tools = self.engine.tools
        self.engine = Engine(replace(tools, clock=Clock(tools.clock.offset + DAY)))
        now = self.engine.tools.clock.now()
        for _round in range(2):
            await clock.tick(self.engine.tools, lambda: {Platform.TELEGRAM: now})
            await clock.do_due(self.engine.tools)
        for case in self.model.open.values():
            case.offered = None
            if case.holder is not None and not case.replied:
                self.model.releases(case)
        return True


ACTS: dict[str, int] = {
    "asks": 8, "claims": 5, "takes_next": 4, "family_writes": 14, "counselor_writes": 8,
    "counselor_chooses": 6, "counselor_replies": 12, "turns": 4, "closes": 6, "decides": 12,
    "changes_acuity": 3, "hands_over": 6, "answers_offer": 8, "holds_queue": 3, "assigns": 3,
    "goes_away": 2, "leaves": 2, "time_passes": 2,
}  # fmt: skip
