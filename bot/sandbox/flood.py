"""Telegram's flood limits as hints have them: 30 messages a second in all, one a second in a
private chat after a short burst, 20 a minute in a group (telegra.ph/Hitting-limits-bot-FAQ)."""

import math
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limit:
    """A steady rate with a burst in front of it."""

    every_ms: float
    burst: int


WHOLE_BOT = Limit(1000 / 30, 30)
PRIVATE_CHAT = Limit(1000, 20)
GROUP = Limit(60_000 / 20, 20)


class Flood:
    """Counts what was sent (generic cell rate algorithm, one number per chat)."""

    def __init__(self) -> None:
        self.on = False
        self.factor = 1.0
        """How much faster time runs for the limit of the whole bot: a rehearsal of an hour in
        minutes has all of an hour's messages."""
        self.shut_until = 0
        """Nothing is taken before this moment, as after a long flood (epoch ms)."""
        self.refused = 0
        self._earliest: dict[int, float] = {}

    def check(self, chat_id: int, is_private: bool, now: int, count: int = 1) -> int:
        """0 and the messages are counted, or the seconds to wait and they are not."""
        if now < self.shut_until:
            self.refused += 1
            return max(1, math.ceil((self.shut_until - now) / 1000))
        if not self.on:
            return 0
        whole = Limit(WHOLE_BOT.every_ms / self.factor, round(WHOLE_BOT.burst * self.factor))
        limits = ((0, whole), (chat_id, PRIVATE_CHAT if is_private else GROUP))
        waits = [self._wait(key, limit, now, count) for key, limit in limits]
        if max(waits) > 0:
            self.refused += 1
            return max(1, math.ceil(max(waits) / 1000))
        for key, limit in limits:
            start = max(self._earliest.get(key, 0.0), now)
            self._earliest[key] = start + limit.every_ms * count
        return 0

    def _wait(self, key: int, limit: Limit, now: int, count: int) -> float:
        """Milliseconds until `count` more fit in."""
        filled = max(self._earliest.get(key, 0.0), now) - now
        return filled + limit.every_ms * count - limit.every_ms * limit.burst
