"""Acts by which cases change hands without a claim: offers, holds, assignments, leaving."""

from dataclasses import dataclass

from bot.domain.ids import short
from bot.domain.people import Role
from bot.storage import people
from tests.faults.casework_house import COUNSELORS, SUPERVISOR, Played
from tests.faults.engine import ADMINISTRATOR, buttons_of, presses, says


@dataclass(slots=True)
class Hands(Played):
    """Colleagues and supervisors who give cases to each other; as `House`."""

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
