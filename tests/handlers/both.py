"""Both messengers before one service: what people do there, and what they are told."""

import itertools
from dataclasses import dataclass, field, replace

from bot.clock import Clock
from bot.domain.delivery import KINDS, Result, Sent, decide
from bot.domain.ids import PersonId
from bot.domain.outgoing import Edit, Media, Text
from bot.domain.people import Platform
from bot.handlers import delivered
from bot.handlers.house import Place
from bot.jobs import outages
from bot.messengers.platforms import BALE, TELEGRAM
from bot.messengers.poller import Intake
from bot.storage import outbox, people
from bot.storage.outbox import Letter
from bot.worker import Worker
from tests.faults.engine import BOT, Engine, Json, presses, says
from tests.marks import unmarked

_numbers = itertools.count(500_001)
BALE_BOT, BALE_GROUP = 525252, 7_000_000_001


@dataclass(repr=False)  # the house is a long text
class Both:
    """`here` is Telegram, `there` Bale; the same number is somebody else in each."""

    middle: Engine
    bale: Intake = field(init=False)

    def __post_init__(self) -> None:
        house = self.middle.tools.house
        place = Place("hamdeli_bale_bot", BALE_GROUP, link="https://ble.ir")
        places = {**house.places, Platform.BALE: place}
        tools = replace(self.middle.tools, house=replace(house, places=places))
        self.middle.tools = tools
        self.middle.worker = Worker(tools)
        self.bale = Intake(BALE, BALE_BOT, tools)

    async def here(self, *updates: Json) -> None:
        await self.middle.receives(*updates)

    async def there(self, *updates: Json) -> None:
        await self.bale.keep(updates)
        await self.middle.works()

    async def says(self, who: int, text: str, *, bale: bool = False) -> None:
        await (self.there if bale else self.here)(says(who, text))

    async def presses(self, who: int, part: str, *, bale: bool = False) -> None:
        """The newest button of theirs whose data contains this."""
        platform = Platform.BALE if bale else Platform.TELEGRAM
        found = [
            button.data
            for letter in await self.letters(platform, who)
            if isinstance(letter.message, Text | Edit | Media)
            for row in letter.message.buttons
            for button in row
            if button.data and part in button.data
        ]
        await (self.there if bale else self.here)(presses(who, found[-1]))

    async def sends(self, platform: Platform, result: Result | None = None) -> list[Letter]:
        """The sender of one messenger tries all that waits: it arrives, or this comes of it."""
        async with self.middle.tools.database.transaction() as tx:
            desk = self.middle.tools.desk(tx)
            rows = await tx.fetch(
                "SELECT * FROM outbox WHERE state = 'waiting' AND platform = ? ORDER BY lane, id",
                platform.value,
            )
            sealer, now = self.middle.tools.sealer, desk.work.now
            letters = [outbox.opened(sealer, {**dict(row), "target": None}) for row in rows]
            for letter in letters:
                came = result if result is not None else Sent((next(_numbers),))
                then = decide(
                    KINDS[letter.kind], came, attempts=letter.attempts,
                    expires_at=letter.expires_at, now=now, jitter=0.5,
                )  # fmt: skip
                await delivered.settled(desk, letter, came, then)
        return letters

    async def looks(self, **heard: int) -> None:
        """The clock looks how long each messenger has been silent: seconds before now."""
        async with self.middle.tools.database.transaction() as tx:
            desk = self.middle.tools.desk(tx)
            when = {Platform(name): desk.work.now - 1000 * ago for name, ago in heard.items()}
            await outages.watch(desk, when)

    def later(self, seconds: int) -> None:
        """The clock goes on."""
        clock = Clock(self.middle.tools.clock.offset + seconds)
        self.middle.tools = replace(self.middle.tools, clock=clock)
        self.middle.worker = Worker(self.middle.tools)
        self.middle.intake = Intake(TELEGRAM, BOT, self.middle.tools)
        self.bale = Intake(BALE, BALE_BOT, self.middle.tools)

    async def letters(self, platform: Platform, who: int) -> list[Letter]:
        """All that this account was ever owed, oldest first."""
        rows = await self.middle.tools.database.read(
            "SELECT * FROM outbox WHERE payload IS NOT NULL ORDER BY id"
        )
        opened = [
            outbox.opened(self.middle.tools.sealer, {**dict(row), "target": None}) for row in rows
        ]
        return [one for one in opened if (one.to.platform, one.to.chat_id) == (platform, who)]

    async def told(self, who: int, *, bale: bool = False) -> list[str]:
        platform = Platform.BALE if bale else Platform.TELEGRAM
        letters = await self.letters(platform, who)
        texts = [one.message.text for one in letters if isinstance(one.message, Text | Edit)]
        return [unmarked(text) for text in texts]

    async def person(self, who: int, *, bale: bool = False) -> PersonId:
        platform = Platform.BALE if bale else Platform.TELEGRAM
        async with self.middle.tools.database.transaction() as tx:
            work = self.middle.tools.desk(tx).work
            key = people.chat_key(work.sealer, platform, who)
            return (await people.known(work, [key]))[key].person.id

    async def last(self, who: int, *, bale: bool = False) -> str:
        return (await self.told(who, bale=bale) or [""])[-1]
