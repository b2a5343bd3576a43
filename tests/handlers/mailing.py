"""Broadcasts in stories about single use cases: a coordinator, a town of families, a clock."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from bot.domain.broadcast import Broadcast, Fate, State
from bot.domain.contact import ContactRules, Writing
from bot.domain.delivery import KINDS, Decision, Done, Result, Sent, decide
from bot.domain.ids import BroadcastId, short
from bot.domain.outgoing import Edit, Outgoing
from bot.domain.people import Platform, Role
from bot.handlers import delivered, holding
from bot.storage import broadcasts, bulk, contact, outbox, people, recipients
from bot.storage.database import Row
from tests.faults.engine import Engine, says, update
from tests.handlers.drips import HOSSEIN, MARYAM, Days
from tests.marks import unmarked

DENA, SARA, ADMIN = 3001, 3002, 4001
"""A coordinator, another one, the administrator."""
__all__ = ["ADMIN", "DENA", "HOSSEIN", "MARYAM", "SARA", "Mailing"]


class Mailing(Days):
    """A service with coordinators, and families who let us write first."""

    def __init__(self, middle: Engine) -> None:
        super().__init__(middle)
        self.families: list[int] = []
        self._numbers = 50_000
        self.sent: list[tuple[int, Outgoing]] = []

    async def staff(self) -> None:
        await self.engine.staff(DENA, Role.COORDINATOR)
        await self.engine.staff(SARA, Role.COORDINATOR)

    async def settle(self, count: int, writing: Writing | None = Writing.ANY) -> list[int]:
        """So many families move in, who were last here long ago."""
        accounts = [10_000 + len(self.families) + n for n in range(count)]
        async with self.engine.tools.database.transaction() as tx:
            work = self.engine.tools.desk(tx).work
            for account in accounts:
                person = people.add(work, Platform.TELEGRAM, account, "fa").person.id
                long_ago = work.now - 10**9
                work.tx.later("UPDATE people SET seen_at = ? WHERE id = ?", long_ago, person)
                if writing is not None:
                    await contact.remember(work, person, ContactRules(writing))
        self.families += accounts
        return accounts

    def has_channel(self, chat_id: int) -> None:
        house = self.engine.tools.house
        places = {name: replace(place, channel=chat_id) for name, place in house.places.items()}
        self.engine = Engine(replace(self.engine.tools, house=replace(house, places=places)))

    async def heard(self, who: int) -> list[str]:
        """As `told`, without marks of direction."""
        texts = await self.told(who)
        return [unmarked(text) for text in texts]

    # The coordinator.

    async def number(self) -> str:
        """Of the newest broadcast, as buttons say it."""
        return short((await self.newest()).id)

    async def newest(self) -> Broadcast:
        async with self.engine.tools.database.transaction() as tx:
            (one,) = await broadcasts.newest(self.engine.tools.desk(tx).work, 1)
        return one

    async def writes(self, text: str = "سلام به همه", who: int = DENA) -> str:
        """A draft with these words."""
        await self.presses(who, "bc", "new")
        await self.says(who, text)
        return await self.number()

    async def sends(self, who: int = DENA, **message: Any) -> None:
        """A message of any form, as raw JSON."""
        body = says(who, "")["message"]
        del body["text"]
        await self.engine.receives(update("message", {**body, **message}))

    async def launches(self, number: str, who: int = DENA) -> None:
        await self.presses(who, "bs", "check", number)
        await self.presses(who, "bs", "sure", number)

    async def seconds(self, count: int, *, deliver: bool = True) -> None:
        """The clock goes on, and the sender with it."""
        for _ in range(count):
            object.__setattr__(self.hands, "moment", self.hands.now() + 1000)
            await self.tick()
            if deliver:
                await self.delivers()

    # The sender.

    async def delivers(self, results: Sequence[Result] = (), limit: int = 1000) -> int:
        """What waits leaves, in order, with these results first; how many did."""
        tools, left, done = self.engine.tools, list(results), 0
        while done < limit:
            rows = await outbox.heads(
                tools.database, Platform.TELEGRAM, self.hands.now(), min(100, limit - done)
            )
            if not rows:
                break
            done += len(rows)
            for row in rows:
                ours = row["kind"] == "broadcast" and left
                await self._deliver(row, left.pop(0) if ours else None)
        return done

    async def _deliver(self, row: Row, result: Result | None) -> None:
        tools = self.engine.tools
        letter = outbox.opened(tools.sealer, row)
        if not await holding.may_leave(tools, letter):
            return
        if letter.kind == "broadcast":
            async with tools.database.transaction() as tx:
                if not await bulk.take(tools.desk(tx).work, [letter.id]):
                    return
        if result is None:
            self._numbers += 1
            result = Sent(() if isinstance(letter.message, Edit) else (self._numbers,))
        now = self.hands.now()
        decision: Decision = decide(
            KINDS[letter.kind], result, attempts=letter.attempts, expires_at=letter.expires_at,
            now=now, jitter=0.5,
        )  # fmt: skip
        async with tools.database.transaction() as tx:
            await delivered.settled(tools.desk(tx), letter, result, decision)
        if isinstance(decision, Done):
            self.sent.append((letter.to.chat_id or 0, letter.message))

    # What came of it.

    async def fates(self, one: BroadcastId | None = None) -> dict[str, int]:
        number = one or (await self.newest()).id
        async with self.engine.tools.database.transaction() as tx:
            found = await recipients.progress(self.engine.tools.desk(tx).work, number)
        return {fate.value: count for fate, count in found.fates.items()}

    async def state(self) -> State:
        return (await self.newest()).state

    def got(self, account: int, words: str) -> int:
        """How many messages with these words this account has got."""
        texts = (
            getattr(message, "text", "") or getattr(message, "caption", "")
            for chat, message in self.sent
            if chat == account
        )
        return sum(words in unmarked(text) for text in texts)

    async def fate_of(self, account: int) -> Fate:
        rows = await self.engine.tools.database.read(
            "SELECT state FROM recipients WHERE person_id = ?", await self.person(account)
        )
        return Fate(rows[0]["state"])
