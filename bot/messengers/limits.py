"""How fast we may speak: over all chats, in one chat, in a group. Pure; time is an argument.

Telegram allows about 30 messages a second in all, 1 a second in a chat (with short bursts)
and 20 a minute in a group (Bot API FAQ). Times here are seconds of a monotonic clock.
"""

from collections import OrderedDict
from dataclasses import dataclass, field

from bot.domain.delivery import Lane

CHAT_RATE, CHAT_BURST = 1.0, 20.0
GROUP_RATE, GROUP_BURST = 20 / 60, 18.0
LIVE_BURST = 30.0
"""Live traffic may use what has gathered in a quiet second; bulk has to leave it there."""
BULK_RESERVE = 20.0
REMEMBERED = 20_000
"""Chats whose buckets are kept; a chat that was quiet this long has a full one anyway."""


@dataclass(slots=True)
class Bucket:
    """A token bucket: `rate` tokens a second, at most `burst` of them."""

    rate: float
    burst: float
    tokens: float
    at: float

    def refill(self, now: float) -> None:
        self.tokens = min(self.burst, self.tokens + max(0.0, now - self.at) * self.rate)
        self.at = now

    def wait(self, now: float, reserve: float = 0.0) -> float:
        """Seconds until a token may be taken, leaving `reserve` behind."""
        self.refill(now)
        missing = 1.0 + reserve - self.tokens
        return max(0.0, missing / self.rate)


@dataclass(slots=True)
class Limits:
    """`per_second` 0 switches our pacing off; what the messenger itself asks for always holds."""

    per_second: float
    _all: Bucket | None = None
    _chats: OrderedDict[str, Bucket] = field(default_factory=OrderedDict)
    _until: dict[str, float] = field(default_factory=dict)
    _everywhere: float = 0.0
    _recent: list[tuple[float, str]] = field(default_factory=list)

    def wait(self, chat: str, lane: Lane, now: float, *, group: bool) -> float:
        """Seconds until this chat may get a message of this lane; 0 for now."""
        halt = max(self._everywhere, self._until.get(chat, 0.0)) - now
        if not self.per_second:
            return max(0.0, halt)
        reserve = BULK_RESERVE if lane >= Lane.REMINDER else 0.0
        return max(
            0.0,
            halt,
            self._global(now).wait(now, reserve),
            self._bucket(chat, now, group=group).wait(now),
        )

    def halted(self, now: float) -> float:
        """Seconds for which nothing at all may be sent."""
        return max(0.0, self._everywhere - now)

    def spend(self, chat: str, now: float, *, group: bool) -> None:
        """A message leaves now."""
        if self.per_second:
            self._global(now).tokens -= 1.0
            self._bucket(chat, now, group=group).tokens -= 1.0

    def told_to_wait(self, chat: str, seconds: float, now: float) -> None:
        """The messenger said how long. Its word holds exactly, and never gets shorter.

        It does not say whether it means the chat or the bot: three chats within five
        seconds mean the bot.
        """
        until = now + seconds + 0.05
        self._until[chat] = max(until, self._until.get(chat, 0.0))
        self._recent = [(at, name) for at, name in self._recent if now - at < 5]
        self._recent.append((now, chat))
        if len({name for _, name in self._recent}) >= 3:
            self._everywhere = max(self._everywhere, until)
        if len(self._until) > REMEMBERED:
            self._until = {name: at for name, at in self._until.items() if at > now}

    def _global(self, now: float) -> Bucket:
        if self._all is None:
            burst = max(LIVE_BURST, self.per_second)
            self._all = Bucket(self.per_second, burst, burst, now)
        return self._all

    def _bucket(self, chat: str, now: float, *, group: bool) -> Bucket:
        bucket = self._chats.get(chat)
        if bucket is None:
            rate, burst = (GROUP_RATE, GROUP_BURST) if group else (CHAT_RATE, CHAT_BURST)
            bucket = self._chats[chat] = Bucket(rate, burst, burst, now)
            if len(self._chats) > REMEMBERED:
                self._chats.popitem(last=False)
        else:
            self._chats.move_to_end(chat)
        return bucket
