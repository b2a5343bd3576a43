"""The outbox on its way out: by lane, within the limits, in order within a chat."""

import asyncio
import logging
import random
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.domain.delivery import (
    KINDS,
    DeadToken,
    Decision,
    GiveUp,
    Moved,
    NotSent,
    Result,
    Sent,
    TooMany,
    TryAgain,
    Unreachable,
    decide,
)  # fmt: skip
from bot.domain.outgoing import changes
from bot.domain.people import Platform
from bot.handlers import groups, holding
from bot.handlers.tools import Tools
from bot.messengers import departing, halts, pacing
from bot.messengers.connection import SENDING, Connection
from bot.messengers.diverting import divert
from bot.messengers.ferrying import Unfetched
from bot.messengers.health import Health
from bot.messengers.landed import Landed
from bot.messengers.limits import Limits
from bot.messengers.recorder import Recorder
from bot.messengers.taker import Taker
from bot.storage import bulk, chats, outbox
from bot.storage.database import DatabaseTrouble, Row
from bot.storage.outbox import Letter
from bot.storage.sealed import Unreadable

_log = logging.getLogger("hamdeli.sender")

LEADERSHIP = 5.0  # Seconds between two looks at who leads.
GROUP_AGAIN = 60_000  # Milliseconds until a lost group is tried again.
YOUNG = 1.0  # Seconds for which a call counts against the window; a hanging one blocks nobody.
SPARE = 64  # Rows read beyond those that may start: some chats must wait for their limits.
NETWORK_DOWN = 5  # Failed connections in a row after which the whole messenger pauses.


@dataclass(slots=True)
class Sender:
    platform: Platform
    connection: Connection
    tools: Tools
    limits: Limits
    health: Health
    recorder: Recorder = field(init=False)
    taker: Taker = field(init=False)
    landed: Landed = field(default_factory=Landed)
    _busy: dict[str, float] = field(default_factory=dict)
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)
    _group: int | None = None
    _resting: dict[str, float] = field(default_factory=dict)
    _paused_until: float = 0.0
    _failures: int = 0
    _round_trip: float = 0.05

    def __post_init__(self) -> None:
        self.recorder, self.taker = Recorder(self.tools), Taker(self.tools)

    async def run(self, stop: asyncio.Event) -> None:
        """Sends until told to stop; then finishes what is under way."""
        recording = asyncio.create_task(self.recorder.run(), name="recorder")
        signals = self.tools.database.signals
        led_at, leads = -LEADERSHIP, False
        try:
            while not stop.is_set():
                try:
                    if time.monotonic() - led_at > LEADERSHIP:
                        led_at, was = time.monotonic(), leads
                        leads = await self.tools.database.lead(f"sender:{self.platform}")
                        if leads and not was:
                            await self._take_over()
                    pause = await self._start_what_may_leave() if leads else LEADERSHIP
                except DatabaseTrouble as trouble:
                    _log.error("the outbox cannot be read now (%s); trying again", trouble)
                    pause = 1.0
                await signals.wait("outbox", min(pause, LEADERSHIP))
            if self._tasks:
                await asyncio.wait(self._tasks, timeout=8)
        finally:
            for task in self._tasks:
                task.cancel()
            recording.cancel()

    async def _rest(self, letter: Letter, seconds: float) -> None:
        if self.limits.told_to_wait(letter.to.chat_key, seconds, time.monotonic()):
            await halts.remember(self.tools, self.platform, self.limits)

    async def _take_over(self) -> None:
        await halts.recall(self.tools, self.platform, self.limits)
        configured = self.tools.house.places[self.platform].group
        async with self.tools.database.transaction() as tx:
            work = self.tools.desk(tx).work
            await bulk.wake_up(work, self.platform)
            if configured is not None:
                self._group = await chats.current(work, self.platform, configured)

    async def _start_what_may_leave(self) -> float:
        """Starts what may leave now. Seconds until the next look, unless woken before."""
        now = time.monotonic()
        halted = max(self.limits.halted(now), self._paused_until - now)
        if halted > 0:
            if self._paused_until <= now:
                return halted
            moved = await divert(self.tools, self.platform, self.recorder, self._busy)
            return 0.0 if moved else min(halted, 2.0)
        room = self._window(now)
        if room <= 0:
            return YOUNG
        busy = set(self._busy)
        self._resting = {chat: until for chat, until in self._resting.items() if until > now}
        limit = room + SPARE
        aside, now_ms = [*busy, *self._resting], self.tools.clock.now()
        rows = await outbox.heads(self.tools.database, self.platform, now_ms, limit, aside)
        soonest = min([LEADERSHIP, *(until - now for until in self._resting.values())])
        for row in rows:
            key = row["chat_key"]
            # What was under way while the rows were read may have ended since; the row looks
            # as if it still waited, and would leave twice.
            if key in busy or key in self._busy:
                continue
            wait = pacing.wait(self.limits, row, now)
            if wait > 0:
                # Those who must rest stand aside: behind them there may be some who may leave.
                rests = self._rests(row, now) and len(rows) == limit
                again = rests and len(self._resting) < outbox.MOST_LEFT_OUT // 2
                soonest = 0.0 if again else min(soonest, wait)
            elif room <= 0:
                return soonest
            else:
                room -= 1
                self._start(row, now)
        if not self._busy:
            soonest = min(soonest, await self._until_due())
        return soonest

    def _rests(self, row: Row, now: float) -> bool:
        """Whether the chat of this row gets nothing at all for a while."""
        rest = pacing.rest(self.limits, row, now)
        if rest > 0:
            self._resting[row["chat_key"]] = now + rest
        return rest > 0

    def _start(self, row: Row, now: float) -> None:
        key: str = row["chat_key"]
        pacing.spend(self.limits, row, now)
        self._busy[key] = now
        task = asyncio.create_task(self._deliver(row))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _until_due(self) -> float:
        now = self.tools.clock.now()
        due = await outbox.next_due(self.tools.database, self.platform, now)
        return LEADERSHIP if due is None else max(0.01, (due - now) / 1000)

    def _window(self, now: float) -> int:
        """How many more calls may start.

        No more are under way than the rate needs at this round trip, from the start to the
        record of the fate: what is under way at a kill may arrive twice.
        """
        young = sum(1 for at in self._busy.values() if now - at < YOUNG)
        rate = self.limits.per_second
        wanted = int(rate * self._round_trip * 2) + 2 if rate else SENDING
        return min(min(wanted, SENDING) - young, SENDING - len(self._busy))

    async def _deliver(self, row: Row) -> None:
        key: str = row["chat_key"]
        try:
            letter = await self._letter(row)
            if letter is not None:
                result = await self._try(letter)
                decision = await self._follow(letter, result)
                await self.recorder.record(letter, result, decision)
        except DatabaseTrouble as trouble:
            _log.error("row %s waits for the database (%s)", row["id"], trouble)
            await asyncio.sleep(1)
        except Exception:
            # Our own mistake: the row must not come back at once, nor be lost.
            _log.exception("row %s could not be sent", row["id"])
            await self._put_off(row)
        finally:
            took = time.monotonic() - self._busy.pop(key)
            self._round_trip += 0.1 * (took - self._round_trip)
            self.tools.database.signals.wake({"outbox"})

    async def _put_off(self, row: Row) -> None:
        again = self.tools.clock.now() + 60_000
        try:
            async with self.tools.database.transaction() as tx:
                await outbox.put_off(self.tools.desk(tx).work, row["id"], again)
        except DatabaseTrouble:
            await asyncio.sleep(5)

    async def _letter(self, row: Row) -> Letter | None:
        """The letter, ready to go; None when another process has it."""
        try:
            letter = outbox.opened(self.tools.sealer, row)
        except Unreadable as error:
            raise RuntimeError("the row was sealed with other keys") from error
        if not await holding.may_leave(self.tools, letter):
            return None
        return await self.taker.taken(letter)

    async def _try(self, letter: Letter) -> Result:
        if letter.expires_at <= self.tools.clock.now():
            return NotSent("too old")
        message, target = letter.message, letter.target
        if changes(message):
            target = getattr(message, "message_id", None) if not letter.targets_row else target
            if target is None:
                # What it would change never arrived.
                return Sent()
        chat_id = letter.to.chat_id if letter.to.chat_id is not None else self._group
        if chat_id is None:
            return Unreachable("no group is configured")
        try:
            where = chat_id, target
            return await departing.depart(
                self.tools, self.connection, self.landed, letter, where, self._call
            )
        except Unfetched as error:
            return error.result  # trouble of another messenger: this one is as well as before

    async def _call(self, method: str, parameters: Mapping[str, Any]) -> Result:
        result = await self.connection.call(method, parameters)
        if isinstance(result, NotSent):
            self._failures += 1
            if self._failures >= NETWORK_DOWN:
                pause = min(15.0, 0.5 * 2 ** min(self._failures - NETWORK_DOWN, 5))
                self._paused_until = time.monotonic() + pause * random.uniform(0.5, 1)
        else:
            self._failures = 0
        return result

    async def _follow(self, letter: Letter, result: Result) -> Decision:
        """What the result means for the row, and for those behind it."""
        now = self.tools.clock.now()
        match result:
            case TooMany(seconds):
                self.health.too_many += 1
                await self._rest(letter, seconds)
            case DeadToken():
                self._token_is_dead(now)
                return TryAgain(now, counts=False)
            case Moved(chat_id) if letter.to.chat_id is None:
                await self._group_moved(chat_id)
            case Unreachable() if letter.to.chat_id is None:
                async with self.tools.database.transaction() as tx:
                    await groups.group_lost(self.tools.desk(tx), self.platform)
                return TryAgain(now + GROUP_AGAIN, counts=False)
            case Sent():
                self.health.last_send, self.health.dead_token = now, None
            case NotSent("too old"):
                return GiveUp("expired", "no way through before it lost its sense")
            case _:
                pass
        return decide(
            KINDS[letter.kind],
            result,
            attempts=letter.attempts,
            expires_at=letter.expires_at,
            now=now,
            jitter=random.random(),
        )

    def _token_is_dead(self, now: int) -> None:
        """Everything stays where it is until the token works again."""
        if self.health.dead_token is None:
            self.health.dead_token = now
        self._paused_until = time.monotonic() + 10
        _log.error(
            "%s does not accept our token: get the right one from %s, put it into"
            " secrets/%s.token and restart; nothing is lost meanwhile",
            self.platform, self.connection.dialect.maker, self.platform,
        )  # fmt: skip

    async def _group_moved(self, chat_id: int) -> None:
        configured = self.tools.house.places[self.platform].group
        if configured is None:
            return
        async with self.tools.database.transaction() as tx:
            work = self.tools.desk(tx).work
            await chats.move(work, self.platform, configured, chat_id)
        self._group = chat_id
