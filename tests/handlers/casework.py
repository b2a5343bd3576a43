"""A case as colleagues work on it: who is who, and what they are told."""

from dataclasses import dataclass

from bot.domain.case import Case
from bot.domain.ids import PersonId, short
from bot.domain.outgoing import Edit, Text
from bot.domain.people import Platform, Role
from bot.domain.triage import Acuity, Triage
from bot.handlers.queue import cards
from bot.storage import cases, people
from bot.storage.cases import Request
from tests.faults.engine import SUPERGROUP, Engine, Json, presses, says

MARYAM, NARGES, OMID, REZA, SHIRIN = 3001, 2001, 2002, 2003, 2004


@dataclass
class Room:
    """Maryam's case, and the engine it lives in."""

    middle: Engine
    case: Case
    narges: PersonId

    @property
    def number(self) -> str:
        return short(self.case.id)

    async def press(self, who: int, *parts: str, chat: Json | None = None) -> None:
        await self.middle.receives(presses(who, ".".join(("1", *parts)), chat))

    async def say(self, who: int, *texts: str) -> None:
        await self.middle.receives(*[says(who, text) for text in texts])

    async def told(self, who: int) -> list[str]:
        """All texts that this person was ever sent or shown, oldest first."""
        rows = [row for row in await self.middle.owes() if row.chat_id == who]
        return [row.message.text for row in rows if isinstance(row.message, Text | Edit)]

    async def last(self, who: int) -> str:
        return (await self.told(who) or [""])[-1]

    async def data(self, who: int, part: str) -> str:
        """The data of the newest button of this person that contains this."""
        rows = [row.message for row in await self.middle.owes() if row.chat_id == who]
        found = [
            button.data
            for message in rows
            if isinstance(message, Text | Edit)
            for line in message.buttons
            for button in line
            if button.data and part in button.data
        ]
        return found[-1]

    async def presses(self, who: int, part: str) -> None:
        """Presses the newest button of theirs whose data contains this."""
        await self.middle.receives(presses(who, await self.data(who, part)))

    async def now(self) -> Case:
        async with self.middle.tools.database.transaction() as tx:
            found = await cases.get(self.middle.tools.desk(tx).work, self.case.id)
        assert found is not None
        return found

    async def audited(self, action: str, subject: str = "", *, allowed: bool = True) -> int:
        about = subject or f"case:{self.case.id}"
        return await self.middle.count(
            "audit", "action = ? AND subject = ? AND allowed = ?", action, about, int(allowed)
        )


async def asks(middle: Engine, account: int, level: Acuity, **more: object) -> Case:
    async with middle.tools.database.transaction() as tx:
        desk = middle.tools.desk(tx)
        person = people.add(desk.work, Platform.TELEGRAM, account, "fa").person.id
        request = Request("grief", Triage(level, ("topic_grief",)), "tehran", **more)  # type: ignore[arg-type]
        case = await cases.open_case(desk.work, person, request)
        assert case is not None
        await cards.show(desk, case)
    return case


async def room(middle: Engine, level: Acuity = Acuity.MEDIUM, **more: object) -> Room:
    """Narges has Maryam's case; Omid is a colleague, Reza supervises."""
    narges = await middle.staff(NARGES, Role.COUNSELOR)
    await middle.staff(OMID, Role.COUNSELOR)
    await middle.staff(REZA, Role.SUPERVISOR)
    case = await asks(middle, MARYAM, level, **more)
    made = Room(middle, case, narges)
    await made.press(NARGES, "c", "claim", made.number, chat=SUPERGROUP)
    return made
