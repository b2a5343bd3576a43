"""The emulator, which notes every request that sends, and every answer to a copy that it lost."""

import time
from typing import Any
from urllib.parse import quote_plus

from aiohttp import web

from bot.sandbox import Emulator
from bot.sandbox.faults import Blow, Misfortune

WORDS = "هفتهٔ خانواده"
"""What a copy says."""
IN_BODIES = WORDS.encode(), quote_plus(WORDS).encode()


class Unlucky(Misfortune):
    """Counts the blows that fell on copies, whatever the answer would have been."""

    on_copy = False
    lost = 0

    def strike(self) -> Blow | None:
        blow = super().strike()
        self.lost += blow is not None and self.on_copy
        return blow


class Counting(Emulator):
    """Notes the moment of every request that sends something (monotonic seconds)."""

    def __init__(self, **given: Any) -> None:
        super().__init__(**given)
        self.sends: list[float] = []
        self.copies_in_vain = 0
        """Copies that came while nothing was taken."""
        self.box.misfortune = self.bad_luck = Unlucky()

    async def handle(self, request: web.BaseRequest) -> web.StreamResponse:
        if request.path.rpartition("/")[2].lower().startswith("send"):
            self.sends.append(time.monotonic())
            body = await request.read()
            # Nothing is awaited between this and the blow.
            self.bad_luck.on_copy = any(words in body for words in IN_BODIES)
            shut = self.box.clock.now() < self.box.flood.shut_until
            self.copies_in_vain += shut and self.bad_luck.on_copy
        else:
            self.bad_luck.on_copy = False
        return await super().handle(request)
