"""Delivery by webhook: in order per chat or person, in parallel across them, with retries."""

import asyncio
import random

import aiohttp

from bot.sandbox.clock import Clock
from bot.sandbox.updates import Entry, UpdateQueue
from bot.sandbox.world import Json

LOOPBACK = frozenset(("127.0.0.1", "::1", "localhost"))
# Figures of the public server source (tdlib/telegram-bot-api).
FIRST_DELAY_SECONDS = 1.0
LONGEST_DELAY_SECONDS = (60.0, 120.0)
ANSWER_SECONDS = 60


class Webhook:
    """Posts the queue to one address. An idle one (no address) does nothing."""

    def __init__(
        self,
        updates: UpdateQueue,
        clock: Clock,
        url: str = "",
        secret: str = "",
        connections: int = 40,
    ) -> None:
        self.url = url
        self._updates = updates
        self._clock = clock
        self._secret = secret
        self._connections = max(1, min(connections, 100))
        self._busy: dict[str, asyncio.Task[None]] = {}
        self._pump: asyncio.Task[None] | None = None
        self._wake = asyncio.Event()
        self._error: tuple[int, str] | None = None

    def start(self) -> None:
        self._updates.webhook_url = self.url
        self._updates.on_push = self._wake.set
        self._pump = asyncio.create_task(self._run())

    def stop(self) -> None:
        self._updates.webhook_url, self._updates.on_push = "", None
        for task in (self._pump, *self._busy.values()):
            if task is not None:
                task.cancel()
        self.url, self._pump, self._busy = "", None, {}

    def info(self) -> Json:
        info: Json = {"url": self.url}
        if self.url:
            info["max_connections"] = self._connections
        if self.url and self._error is not None:
            info["last_error_date"], info["last_error_message"] = self._error
        return info

    async def _run(self) -> None:
        async with aiohttp.ClientSession() as session:
            while True:
                self._wake.clear()
                for entry in list(self._updates):
                    if len(self._busy) >= self._connections:
                        break
                    if entry.key not in self._busy:
                        task = asyncio.create_task(self._deliver(session, entry))
                        self._busy[entry.key] = task
                await self._wake.wait()

    async def _deliver(self, session: aiohttp.ClientSession, entry: Entry) -> None:
        delay = FIRST_DELAY_SECONDS
        while entry.expires_at > self._clock.now():
            wait = await self._post(session, entry)
            if wait is None:
                break
            await asyncio.sleep(wait or delay)
            delay = min(delay * 2, random.uniform(*LONGEST_DELAY_SECONDS))
        self._updates.remove(entry)
        self._busy.pop(entry.key, None)
        self._wake.set()

    async def _post(self, session: aiohttp.ClientSession, entry: Entry) -> float | None:
        """None when accepted, else the Retry-After that was asked for (0: none)."""
        headers = {"Content-Type": "application/json"}
        if self._secret:
            headers["X-Telegram-Bot-Api-Secret-Token"] = self._secret
        timeout = aiohttp.ClientTimeout(total=ANSWER_SECONDS)
        body = entry.json().encode()
        try:
            async with session.post(self.url, data=body, headers=headers, timeout=timeout) as reply:
                if 200 <= reply.status < 300:
                    return None
                problem = f"Wrong response from the webhook: {reply.status} {reply.reason}"
                asked = reply.headers.get("Retry-After", "")
        except (aiohttp.ClientError, TimeoutError) as failure:
            problem, asked = f"Connection failed: {type(failure).__name__}", ""
        self._error = (self._clock.now() // 1000, problem)
        return float(asked) if asked.isdigit() and int(asked) <= 3600 else 0.0
