"""Casework played by chance beside a small model of it.

`House` acts through the real intake, worker and use cases; `Model` says what must be the case
after every act. To add an act: one method of `House` that returns False where it makes no sense
now, and its name in `ACTS` with a weight.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

from bot.clock import Clock
from bot.domain.case import Case, Change
from bot.domain.ids import short
from bot.domain.people import Platform, Role
from bot.domain.triage import Acuity, Triage
from bot.handlers import cards
from bot.jobs import clock
from bot.storage import cases, people
from bot.storage.cases import Request
from tests.faults.casework_house import COUNSELORS, FAMILIES, SUPERVISOR, Played
from tests.faults.casework_model import Open
from tests.faults.engine import ADMINISTRATOR, SUPERGROUP, Engine, buttons_of, presses, says

DAY = 24 * 3600
"""Seconds after which every claim without an answer has gone back to the queue. Days are whole,
so that it is always noon, when families may be written to."""


@dataclass(slots=True)
class House(Played):
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

    async def hands_over(self, kill: float) -> bool:
        """A counselor lays a case before a colleague or gives it back to the queue, with a note;
        or tries to with that of another."""
        if not self.model.open:
            return False
        case = self.chance.choice(list(self.model.open.values()))
        who = self.chance.choice((case.holder or COUNSELORS[0], *COUNSELORS))
        to = self.chance.choice([one for one in COUNSELORS if one != who])
        queue = self.chance.random() < 0.3
        way = (
            f"queue.{short(case.id)}" if queue else f"to.{short(case.id)}.{short(self.people[to])}"
        )
        await self.send(kill, presses(who, f"1.tr.{way}"))
        if case.holder != who:
            return True
        await self.send(kill, says(who, "فردا دادگاه دارند"))
        confirm = next(data for data in await self._shown(who) if data.endswith(".confirm"))
        await self.send(kill, presses(who, confirm))
        if queue:
            self.model.releases(case)
        elif case.offered is None:
            case.offered = to
        return True

    async def _shown(self, account: int) -> list[str]:
        """The buttons of what was last shown to somebody."""
        owed = [row.message for row in await self.engine.owes(self.seen) if row.chat_id == account]
        return buttons_of(owed[-1:])

    async def answers_offer(self, kill: float) -> bool:
        """A colleague takes a case that lies before them, or does not; others try."""
        offered = [case for case in self.model.open.values() if case.offered is not None]
        if not offered:
            return False
        case, who = self.chance.choice(offered), self.chance.choice(COUNSELORS)
        takes = self.chance.random() < 0.7
        (row,) = await self.engine.tools.database.read(
            "SELECT id FROM transfers WHERE case_id = ? AND state = 'offered'", case.id
        )
        verb = f"accept.{short(row['id'])}" if takes else f"because.{short(row['id'])}.other"
        await self.send(kill, presses(who, f"1.tr.{verb}"))
        if who == case.offered and takes:
            self.model.claims(case, who)
        elif who == case.offered:
            case.offered = None
        return True

    async def holds_queue(self, kill: float) -> bool:
        """A supervisor holds the whole queue, or lets it go."""
        held = await self.engine.tools.database.read("SELECT id FROM holds WHERE ended_at IS NULL")
        verb = f"end.{short(held[0]['id'])}" if held else "hold.all.every"
        await self.send(kill, presses(SUPERVISOR, f"1.w.{verb}"))
        self.model.held_back = not held
        return True

    async def assigns(self, kill: float) -> bool:
        """A supervisor gives a case to somebody by hand, here or away; counselors try."""
        if not self.model.open:
            return False
        case, to = (
            self.chance.choice(list(self.model.open.values())),
            self.chance.choice(COUNSELORS),
        )
        who = self.chance.choice((SUPERVISOR, SUPERVISOR, *COUNSELORS))
        data = f"1.w.to.{short(case.id)}.{short(self.people[to])}"
        await self.send(kill, presses(who, data))
        if who == SUPERVISOR and case.holder is None:
            self.model.claims(case, to)
        return True

    async def goes_away(self, kill: float) -> bool:
        """A counselor goes, perhaps giving all cases back; or comes again."""
        who = self.chance.choice(COUNSELORS)
        if who in self.model.away:
            await self.send(kill, says(who, "/on"))
            self.model.away.discard(who)
            return True
        await self.send(kill, says(who, "/away"))
        self.model.away.add(who)
        if self.chance.random() < 0.3 and self.model.held(who):
            await self.send(kill, presses(who, "1.here.back"))
            self._gives_all_back(who)
        return True

    def _gives_all_back(self, who: int) -> None:
        for case in self.model.held(who):
            self.model.releases(case)
        self.model.facing[who] = None, False

    async def leaves(self, kill: float) -> bool:
        """A role ends, and what was held goes back; the person comes back with a new role."""
        who = self.chance.choice(COUNSELORS)
        await self.send(kill, presses(ADMINISTRATOR, f"1.s.sure.{short(self.people[who])}"))
        self._gives_all_back(who)
        for case in self.model.open.values():
            if case.offered == who:
                case.offered = None
        self.model.away.discard(who)
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
