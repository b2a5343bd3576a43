"""Whether a messenger that calls us is still there: asked twice a minute.

One that we poll tells it with each answer. A webhook tells nothing at all while nobody writes, so
a quiet night would look like an outage; and an outage like a quiet night.
"""

import asyncio
from contextlib import suppress
from dataclasses import dataclass

from telegram.error import BadRequest, InvalidToken, NetworkError, TelegramError

from bot.clock import Clock
from bot.messengers.connection import Connection
from bot.messengers.health import Health

EVERY = 30.0
"""Seconds between two questions."""


@dataclass(frozen=True, slots=True)
class Pulse:
    connection: Connection
    health: Health
    clock: Clock
    every: float = EVERY

    async def run(self, stop: asyncio.Event) -> None:
        while not stop.is_set():
            await self.feel()
            with suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), self.every)

    async def feel(self) -> None:
        """Any answer is one, also a refusal; only silence counts as none."""
        try:
            await self.connection.ask("getMe")
            self.health.dead_token = None
        except InvalidToken:
            self.health.dead_token = self.health.dead_token or self.clock.now()
            return
        except BadRequest:
            pass
        except NetworkError:
            return
        except TelegramError:
            pass
        self.health.last_poll = self.clock.now()
