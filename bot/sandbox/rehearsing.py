"""The bot under the sandbox, as the control side starts, stops and moves it in time."""

import asyncio
from contextlib import suppress

from bot.sandbox.errors import ControlError
from bot.sandbox.state import BotHook, Sandbox
from bot.sandbox.world import Json

SETTLING = 1.5
"""Seconds after its first poll in which a bot does what became due while it was away."""
PATIENCE = 15.0
"""Seconds that the clock waits for a bot which does not come to itself, as with no network."""


class Rehearsal:
    """Commands to the attached bot process; most need one, the clock does not."""

    def __init__(self, box: Sandbox, bot: BotHook | None, bale: Sandbox) -> None:
        self._box, self._bale = box, bale
        self.bot = bot
        self._since: int | None = None
        self._polled = asyncio.Event()
        self._waking: asyncio.Task[None] | None = None

    @property
    def pid(self) -> int | None:
        return None if self.bot is None else self.bot.pid

    def view(self) -> Json:
        running = self.bot is not None and self.bot.running
        return {
            "running": running,
            "ready": running and (self._waking is None or self._waking.done()),
            "attached": self.bot is not None,
            "pid": self.pid if running else None,
            "since": self._since if running else None,
        }

    async def advance(self, what: Json) -> Json:
        """Moves the clock of the sandbox; the bot is started anew with the same offset.

        A bot that is only just starting comes to itself first: what the move before this one
        made due must not be passed over.
        """
        if self._waking is not None:
            await asyncio.wait([self._waking])
        self._box.clock.advance(int(float(what["advance_seconds"]) * 1000))
        now = self._box.clock.now()
        self._tell({"kind": "clock", "now": now})
        if self.bot is not None and self.bot.running:
            await self.bot.restart(self._box.clock.offset_ms)
            self._started()
        return {"now": now}

    async def command(self, what: Json) -> Json:
        bot = self.bot
        if bot is None:
            raise ControlError(409, "no bot is attached to this sandbox")
        match what.get("action"):
            case "start":
                await bot.start(self._box.clock.offset_ms)
            case "stop":
                await bot.stop()
            case "kill":
                await bot.kill()
            case "restart":
                await bot.restart(self._box.clock.offset_ms)
            case action:
                raise ControlError(400, f"there is no bot action {action!r}")
        self._started()
        return self.view()

    async def reset(self, _: Json) -> Json:
        """A fresh world; the bot forgets everything and starts again."""
        if self.bot is not None:
            await self.bot.stop()
        self._box.reset()
        self._bale.reset()
        if self.bot is not None:
            await self.bot.reset(0)
        self._tell({"kind": "reset"})
        self._started()
        return {"now": self._box.clock.now()}

    def polled(self) -> None:
        """The bot asks for updates: it has begun."""
        self._polled.set()

    def end(self) -> None:
        """Nobody waits for the bot any more."""
        if self._waking is not None:
            self._waking.cancel()

    def _started(self) -> None:
        self._since = self._box.clock.now()
        self.end()
        self._polled.clear()
        running = self.view()["running"]
        self._waking = asyncio.create_task(self._wakes()) if running else None
        self._tell_of_bot()

    async def _wakes(self) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(PATIENCE):
                await self._polled.wait()
                await asyncio.sleep(SETTLING)
        asyncio.get_running_loop().call_soon(self._tell_of_bot)

    def _tell_of_bot(self) -> None:
        view = self.view()
        self._tell({"kind": "bot", "running": view["running"], "ready": view["ready"]})

    def _tell(self, event: Json) -> None:
        if self._box.hub.listening:
            self._box.hub.emit(event)
