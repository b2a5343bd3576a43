"""Fetches raw updates and commits them before the messenger hears that we have them."""

import asyncio
import logging
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from bot.domain.people import Platform
from bot.handlers import groups
from bot.handlers.presses import press
from bot.handlers.tools import Tools
from bot.messengers.connection import Connection
from bot.messengers.dialect import Dialect
from bot.messengers.faults import seconds_of
from bot.messengers.health import Health
from bot.notation import written
from bot.storage import inbox, people, weights
from bot.storage.database import DatabaseTrouble
from bot.storage.inbox import Arrival

_log = logging.getLogger("hamdeli.poller")

TOLD_AGAIN = 3600_000
"""Milliseconds until a person is told once more that nothing can be kept now."""
PASSING = 2
"""Failures in a row to keep messages before people hear of them."""
BATCH = 100
"""Updates in one answer, at most; a full one means that more are waiting."""
ALARM = 500
"""Updates in one rush after which an operator is told, where the server drops what is too much."""
LATE = 60_000
"""Milliseconds after which a message comes late: there was an outage, ours or theirs."""
LARGEST = 2**52
"""No messenger counts its updates up to here (docs.bale.ai: 52 bits)."""
_URGENT_PRESSES = (press("m", "help"), press("a"))


@dataclass(slots=True)
class Intake:
    """Keeps raw updates: shared by the poller and the webhook."""

    dialect: Dialect
    bot_id: int
    tools: Tools
    _weighs_until: int = 0

    async def keep(self, updates: Sequence[Mapping[str, Any]]) -> None:
        """Commits the updates. DatabaseTrouble when that cannot be done now."""
        arrivals = [self._arrival(update) for update in updates]
        weighs = self._is_backlog(updates)
        async with self.tools.database.transaction() as tx:
            work = self.tools.desk(tx).work
            keys = [arrival.chat_key for arrival in arrivals] if weighs else []
            await inbox.put(work, arrivals, await weights.weigh(work, keys))

    def _is_backlog(self, updates: Sequence[Mapping[str, Any]]) -> bool:
        """Whether these come late, or with what came late: then cases are asked how urgent they
        are. On every other day that would only cost time."""
        # The messenger knows nothing of a clock that was moved.
        now = self.tools.clock.now() - self.tools.clock.offset * 1000
        if any(0 < _sent_at(update) < now - LATE for update in updates):
            self._weighs_until = now + LATE
        return now < self._weighs_until

    def _arrival(self, update: Mapping[str, Any]) -> Arrival:
        dialect = self.dialect
        chat = dialect.order_chat(update)
        return Arrival(
            dialect.platform,
            dialect.update_key(self.bot_id, update),
            people.chat_key(self.tools.sealer, dialect.platform, chat),
            _written(update),
            self._is_urgent(update),
        )

    def _is_urgent(self, update: Mapping[str, Any]) -> bool:
        if self.dialect.cannot_wait(update):
            return True
        words = self.dialect.raw_words(update)
        if words:
            return self.tools.house.danger.find(words) is not None
        return self.dialect.raw_press(update).startswith(_URGENT_PRESSES)


@dataclass(slots=True)
class Poller:
    """Long polling. One of them per token: led by whoever holds the lock."""

    platform: Platform
    connection: Connection
    tools: Tools
    health: Health
    seconds: int
    _offset: int | None = None
    _held: dict[str, dict[str, Any]] = field(default_factory=dict)
    _troubles: int = 0
    _told: dict[int, int] = field(default_factory=dict)
    _conflict_said: bool = False

    async def run(self, stop: asyncio.Event) -> None:
        intake = Intake(self.connection.dialect, self.connection.bot_id, self.tools)
        began = False
        failures = 0
        while not stop.is_set():
            try:
                if not await self.tools.database.lead(f"poller:{self.platform}"):
                    began = False
                    # Whoever leads answers for silence; standing by is no problem to report.
                    self.health.last_poll = self.tools.clock.now()
                    await _pause(stop, 2.0)
                    continue
                if not began:
                    # A webhook left from before would keep updates from us; none is dropped.
                    await self.connection.ask("deleteWebhook", {"drop_pending_updates": False})
                    began = True
                updates = await self._next(stop)
                self.health.last_poll = self.tools.clock.now()
                self.health.dead_token = None
                self._conflict_said = False
                failures = 0
                await self._watch_backlog(updates)
            except TelegramError as error:
                failures += 1
                await _pause(stop, self._after(error, failures))
                continue
            except DatabaseTrouble as trouble:
                _log.error("the database cannot be asked now (%s); trying again", trouble)
                await _pause(stop, 1.0)
                continue
            good = [u for u in updates if isinstance(u, dict)] if isinstance(updates, list) else []
            # Ids tell the order in which things happened; an answer may mix it up.
            good.sort(key=_number)
            await self._keep(intake, good, stop)

    async def _watch_backlog(self, updates: Any) -> None:
        """Says once, also to administrators, that more is waiting than the server may be trusted
        to keep."""
        full = isinstance(updates, list) and len(updates) >= BATCH
        before = self.health.backlog
        self.health.backlog = before + len(updates) if full else 0
        kept = self.connection.dialect.can.waiting
        if kept and before < ALARM <= self.health.backlog:
            _log.warning(
                "more than %s updates waited at %s, which keeps %s and drops the oldest",
                ALARM, self.connection.dialect.name, kept,
            )  # fmt: skip
            async with self.tools.database.transaction() as tx:
                await groups.tell_backlog(self.tools.desk(tx), self.platform, ALARM)

    async def _next(self, stop: asyncio.Event) -> Any:
        """The next updates; nothing when told to stop, for what is not acknowledged comes again."""
        seconds = 0 if self._held else self.seconds
        poll = asyncio.create_task(self.connection.updates(self._offset, seconds))
        stopped = asyncio.create_task(stop.wait())
        try:
            await asyncio.wait({poll, stopped}, return_when=asyncio.FIRST_COMPLETED)
            return poll.result() if poll.done() else []
        finally:
            for task in (poll, stopped):
                task.cancel()
            await asyncio.gather(poll, stopped, return_exceptions=True)

    def _after(self, error: TelegramError, failures: int) -> float:
        """Seconds to wait after a failed poll; says once what an operator should know."""
        match error:
            case InvalidToken():
                if self.health.dead_token is None:
                    _log.error(
                        "%s does not accept our token: put the right one into secrets/%s.token and"
                        " restart; nothing is lost meanwhile", self.platform, self.platform,
                    )  # fmt: skip
                self.health.dead_token = self.health.dead_token or self.tools.clock.now()
                return 10.0
            case Conflict():
                if not self._conflict_said:
                    _log.warning(
                        "another program polls with the same %s token: stop it, or it will take"
                        " messages from us", self.platform,
                    )  # fmt: skip
                self._conflict_said = True
                return random.uniform(3, 6)
            case RetryAfter():
                return seconds_of(error) + 0.1
            case _:
                _log.info("polling failed (%s)", type(error).__name__)
                ceiling: float = min(15.0, 0.5 * 2 ** min(failures, 5))
                return ceiling * random.uniform(0.5, 1)

    async def _keep(
        self, intake: Intake, updates: list[dict[str, Any]], stop: asyncio.Event
    ) -> None:
        """Commits, then moves the offset: nothing is acknowledged before.

        What cannot be kept now is held, and tried again with all that has come since: whoever
        writes meanwhile hears of the trouble, too.
        """
        key = intake.dialect.update_key
        self._held |= {key(intake.bot_id, update): update for update in updates}
        if not self._held:
            return
        held = [*self._held.values()]
        try:
            await intake.keep(held)
        except DatabaseTrouble as trouble:
            self._troubles += 1
            _log.error("messages cannot be kept now (%s); they are not acknowledged", trouble)
            if self._troubles > PASSING:
                await self._say_that_nothing_is_kept(held)
            await _pause(stop, min(5.0, 0.3 * 2 ** min(self._troubles, 5)))
            return
        self._troubles = 0
        self._held.clear()
        # One without a number, or with one that nobody counts to, must not stop us for ever.
        numbers = [number for u in held if 0 <= (number := _number(u)) < LARGEST and _counts(u)]
        self._offset = max(numbers, default=(self._offset or 0) + len(held) - 1) + 1

    async def _say_that_nothing_is_kept(self, updates: list[dict[str, Any]]) -> None:
        """The one message that leaves without the outbox: our disk is full, and somebody writes."""
        now = self.tools.clock.now()
        text = self.tools.house.words.say(self.tools.house.language, "storage-trouble")
        private = self.connection.dialect.private_chat
        for chat in {private(update) for update in updates} - {None}:
            assert chat is not None
            if now - self._told.get(chat, 0) < TOLD_AGAIN:
                continue
            if len(self._told) > 10_000:
                self._told.clear()
            self._told[chat] = now
            await self.connection.call("sendMessage", {"chat_id": chat, "text": text})


def _sent_at(update: Mapping[str, Any]) -> int:
    """When a message was written (epoch ms), or 0."""
    body = update.get("message")
    date = body.get("date") if isinstance(body, Mapping) else None
    return date * 1000 if isinstance(date, int) and 0 < date < 2**40 else 0


def _counts(update: Mapping[str, Any]) -> bool:
    number = update.get("update_id")
    return isinstance(number, int) and not isinstance(number, bool)


def _number(update: Mapping[str, Any]) -> int:
    number = update.get("update_id")
    return number if isinstance(number, int) else 0


def _written(update: Mapping[str, Any]) -> str:
    """The update as it will be sealed; nested deeper than we can write, it is parked as nothing."""
    try:
        return written(update)
    except (RecursionError, ValueError):
        return "null"


async def _pause(stop: asyncio.Event, seconds: float) -> None:
    try:
        await asyncio.wait_for(stop.wait(), seconds)
    except TimeoutError:
        return
