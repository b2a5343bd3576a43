"""The queue of updates: numbering, confirmation by offset, expiry, one long poll at a time."""

import asyncio
import json
import random
import time
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from bot.sandbox.clock import Clock
from bot.sandbox.errors import ApiError
from bot.sandbox.world import Json

# Figures of the public server source (tdlib/telegram-bot-api).
BATCH = 100
LONGEST_POLL_SECONDS = 50
LIFE_MS = 24 * 3600 * 1000
PRESS_LIFE_MS = 150 * 1000
REPEAT_SECONDS = 0.5
CONFLICT_DELAY_SECONDS = 3.0
NOT_BY_DEFAULT = frozenset(("chat_member", "message_reaction", "message_reaction_count"))
ALL_KINDS = frozenset(("message", "edited_message", "callback_query", "my_chat_member")) | (
    NOT_BY_DEFAULT
)
TERMINATED = (
    "Conflict: terminated by other getUpdates request; "
    "make sure that only one bot instance is running"
)
WEBHOOK_ACTIVE = (
    "Conflict: can't use getUpdates method while webhook is active; "
    "use deleteWebhook to delete the webhook first"
)


@dataclass(slots=True)
class Entry:
    """An update that waits to be confirmed. `body` is JSON without the surrounding braces and
    without the update_id; `key` is the order in which a webhook gets it (per chat or person)."""

    id: int
    body: str
    expires_at: int
    key: str
    forced: bool = False
    handed: bool = False

    def json(self) -> str:
        return f'{{"update_id":{self.id},{self.body}}}'


class UpdateQueue:
    """What the bot has not confirmed yet."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._entries: deque[Entry] = deque()
        self._forced = 0
        self._waiter: asyncio.Future[None] | None = None
        self._before: tuple[int, float] = (0, 0.0)
        self._next_conflict = 0.0
        self.last_id = random.randrange(100_000_000, 999_000_000)
        self.allowed: frozenset[str] = ALL_KINDS - NOT_BY_DEFAULT
        self.webhook_url = ""
        self.on_push: Callable[[], None] | None = None
        self.duplicates = 0
        self.shuffle = 0
        self.shuffler = random.Random(0)

    def __len__(self) -> int:
        return len(self._entries)

    def __iter__(self) -> Iterator[Entry]:
        return iter(self._entries)

    def push(self, kind: str, payload: Json, key: str) -> None:
        """Queues an update, unless the bot has not asked for its kind."""
        if kind not in self.allowed:
            return
        self.last_id += 1
        life = PRESS_LIFE_MS if kind == "callback_query" else LIFE_MS
        body = f'"{kind}":{json.dumps(payload, ensure_ascii=False)}'
        self._append(Entry(self.last_id, body, self._clock.now() + life, key))

    def inject(self, update: Json, update_id: int | None) -> int:
        """Queues any JSON. With an own id it is handed out once whatever the offset is."""
        # Escaped as it came: poison may be no valid UTF-8.
        body = json.dumps(update)[1:-1] or '"nothing":null'
        if update_id is None:
            self.last_id += 1
        number = self.last_id if update_id is None else update_id
        expires = self._clock.now() + LIFE_MS
        self._append(Entry(number, body, expires, "injected", forced=update_id is not None))
        return number

    def jump(self, next_id: int) -> None:
        """The next update gets this id, as after a week of silence. What the bot has already
        seen is forgotten; what still waits is numbered anew."""
        self._entries = deque(entry for entry in self._entries if not entry.handed)
        self._forced = sum(entry.forced for entry in self._entries)
        self.last_id = next_id - 1
        for entry in self._entries:
            if not entry.forced:
                self.last_id += 1
                entry.id = self.last_id

    def allow(self, kinds: Any) -> None:
        """Remembers `allowed_updates`; an empty list means the default, None no change."""
        if isinstance(kinds, list):
            wanted = frozenset(map(str, kinds))
            self.allowed = wanted or (ALL_KINDS - NOT_BY_DEFAULT)

    def drop_all(self) -> None:
        self._entries.clear()
        self._forced = 0

    def remove(self, entry: Entry) -> None:
        """Takes out what a webhook has accepted."""
        if entry in self._entries:
            self._entries.remove(entry)
            self._forced -= entry.forced

    def end_poll(self, error: Exception) -> None:
        """Ends the waiting poll, if any, with an error."""
        if self._waiter is not None and not self._waiter.done():
            self._waiter.set_exception(error)

    async def poll(self, offset: int, limit: int, timeout: float) -> str:
        """The answer to getUpdates as a JSON array. ApiError 409 when somebody else polls."""
        if self.webhook_url:
            raise ApiError(409, WEBHOOK_ACTIVE)
        self.end_poll(ApiError(409, TERMINATED))
        self._confirm(offset)
        limit = self._limit(offset, limit if 1 <= limit <= BATCH else BATCH)
        batch = self._batch(limit)
        if not batch and timeout > 0:
            await self._wait(min(timeout, LONGEST_POLL_SECONDS))
            batch = self._batch(limit)
        return f"[{','.join(self._disordered(batch))}]"

    def _append(self, entry: Entry) -> None:
        self._entries.append(entry)
        self._forced += entry.forced
        if self._waiter is not None and not self._waiter.done():
            self._waiter.set_result(None)
        if self.on_push is not None:
            self.on_push()

    async def _wait(self, seconds: float) -> None:
        loop = asyncio.get_running_loop()
        waiter = self._waiter = loop.create_future()
        timer = loop.call_later(seconds, _finish, waiter)
        try:
            await waiter
        except ApiError:
            # Two pollers that end each other in turn are slowed down by the real server, too.
            now = time.monotonic()
            if now < self._next_conflict:
                await asyncio.sleep(CONFLICT_DELAY_SECONDS)
            self._next_conflict = now + CONFLICT_DELAY_SECONDS
            raise
        finally:
            timer.cancel()
            if self._waiter is waiter:
                self._waiter = None

    def _confirm(self, offset: int) -> None:
        entries = self._entries
        if offset < 0:
            while len(entries) > -offset:
                self._forced -= entries.popleft().forced
        elif self._forced:
            kept = [e for e in entries if not (e.handed if e.forced else e.id < offset)]
            self._entries = deque(kept)
            self._forced = sum(entry.forced for entry in kept)
        # An offset far beyond the newest id was counted before the ids started anew.
        elif offset <= self.last_id + 10:
            while entries and entries[0].id < offset:
                entries.popleft()

    def _limit(self, offset: int, limit: int) -> int:
        now = time.monotonic()
        before, at = self._before
        self._before = offset, now
        return 1 if before == offset and now - at < REPEAT_SECONDS else limit

    def _batch(self, limit: int) -> list[Entry]:
        now = self._clock.now()
        if any(entry.expires_at <= now for entry in self._entries):
            self._entries = deque(e for e in self._entries if e.expires_at > now)
            self._forced = sum(entry.forced for entry in self._entries)
        batch = [entry for entry, _ in zip(self._entries, range(limit), strict=False)]
        for entry in batch:
            entry.handed = True
        return batch

    def _disordered(self, batch: list[Entry]) -> list[str]:
        """The batch as JSON, repeated and shuffled in windows where a fault asks for it."""
        out = [entry.json() for entry in batch for _ in range(max(1, self.duplicates))]
        if self.shuffle < 2:
            return out
        mixed: list[str] = []
        for start in range(0, len(out), self.shuffle):
            window = out[start : start + self.shuffle]
            self.shuffler.shuffle(window)
            mixed += window
        return mixed


def _finish(waiter: asyncio.Future[None]) -> None:
    if not waiter.done():
        waiter.set_result(None)
