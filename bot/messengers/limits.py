"""How fast we may speak: over all chats, in one chat, in a group. Pure; time is an argument.

Telegram allows about 30 messages a second in all, 1 a second in a chat (with short bursts)
and 20 a minute in a group (Bot API FAQ). Times here are seconds of a monotonic clock.
"""

from collections import OrderedDict, deque
from dataclasses import dataclass, field

from bot.domain.delivery import Lane
from bot.messengers.paces import TELEGRAM, Felt, Pace, felt

GROUP_WINDOW = 61.0
ALL_WINDOW = 1.02
"""No more in any stretch of so many seconds; a little longer than allowed, for the way there."""
NEWS = 1.0
"""Seconds by which a rest must be longer than the one that is known already."""
UNTOUCHED = 3
"""Messages that a chat got of late, up to which a 429 cannot be its own."""
BULK_RESERVE = TELEGRAM.reserve
"""Live traffic may use what has gathered in a quiet second; bulk has to leave it there."""
REMEMBERED = 20_000
"""Chats whose counts are kept; a chat that was quiet this long has none anyway."""


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

    def wait(self, now: float, reserve: float = 0.0, count: int = 1) -> float:
        """Seconds until so many tokens may be taken, leaving `reserve` behind."""
        self.refill(now)
        missing = min(count + reserve, self.burst) - self.tokens
        return max(0.0, missing / self.rate)

    def take(self, now: float, count: int = 1) -> None:
        self.refill(now)
        self.tokens -= count


@dataclass(slots=True)
class Window:
    """At most `most` in any stretch of `seconds`: a bucket lets its burst and its rate together."""

    most: int
    seconds: float
    times: deque[float] = field(default_factory=deque)

    def wait(self, now: float, count: int = 1) -> float:
        """Seconds until so many more fit in."""
        over = len(self.times) + min(count, self.most) - self.most
        return max(0.0, self.times[over - 1] + self.seconds - now) if over > 0 else 0.0

    def take(self, now: float, count: int = 1) -> None:
        for _ in range(min(count, self.most)):
            self.times.append(now)
            if len(self.times) > self.most:
                self.times.popleft()


@dataclass(slots=True)
class Limits:
    """`per_second` 0 switches our pacing off; what the messenger itself asks for always holds."""

    per_second: float
    pace: Pace = TELEGRAM
    _felt: Felt | None = None
    _all: Bucket | None = None
    _second: Window = field(init=False)
    _chats: OrderedDict[str, Bucket | Window] = field(default_factory=OrderedDict)
    _until: dict[str, float] = field(default_factory=dict)
    _everywhere: float = 0.0
    _bulk: float = 0.0
    _recent: list[tuple[float, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._second = Window(max(self.pace.most, int(self.per_second)), ALL_WINDOW)
        if self.pace.careful and self.per_second:
            self._felt = felt(self.per_second)

    def wait(self, chat: str, lane: Lane, now: float, *, group: bool, count: int = 1) -> float:
        """Seconds until this chat may get so many messages of this lane; 0 for now."""
        own = max(self.halted(now), self.rest(chat, now, group=group))
        if lane >= Lane.REMINDER:
            own = max(own, self._bulk - now)
        if not self.per_second:
            return own
        reserve = self.pace.reserve if lane >= Lane.REMINDER else 0.0
        everybody = self._global(now).wait(now, reserve, count)
        return max(own, everybody, self._second.wait(now, count))

    def rest(self, chat: str, now: float, *, group: bool) -> float:
        """Seconds for which this chat gets nothing of any lane; 0 where it may get something."""
        halt = self._until.get(chat, 0.0) - now
        if not self.per_second:
            return max(0.0, halt)
        return max(0.0, halt, self._chat(chat, now, group=group).wait(now))

    def halted(self, now: float) -> float:
        """Seconds for which nothing at all may be sent."""
        return max(0.0, self._everywhere - now)

    def spend(self, chat: str, now: float, *, group: bool, count: int = 1) -> None:
        """So many messages leave now: an album is as many as it has pictures."""
        if self.per_second:
            self._global(now).take(now, count)
            self._second.take(now, count)
            self._chat(chat, now, group=group).take(now, count)

    def rests(self, now: float) -> tuple[float, float]:
        """Seconds for which nothing at all may be sent, and nothing that many get."""
        return self.halted(now), max(0.0, self._bulk - now)

    def go_on_resting(self, everything: float, bulk: float, now: float) -> None:
        """What was said to the process before this one holds for it, too."""
        self._everywhere = max(self._everywhere, now + everything)
        self._bulk = max(self._bulk, now + bulk)

    def told_to_wait(self, chat: str, seconds: float, now: float) -> bool:
        """The messenger said how long. Its word holds exactly, and never gets shorter. True where
        it is news for more than this chat.

        It does not say whether it means the chat or the bot: three chats within five seconds
        mean the bot. A chat that got next to nothing of late cannot be meant alone: then bulk
        stands still at once, and with the next chat that is refused meanwhile, everything.
        """
        until, before = now + seconds + 0.05, self.rests(now)
        if self._bulk > now:
            self._everywhere = max(self._everywhere, until)
        if self._is_untouched(chat, now):
            self._bulk = max(self._bulk, until)
        if self._felt is not None:
            self._felt.refused(now)
        self._until[chat] = max(until, self._until.get(chat, 0.0))
        self._recent = [(at, name) for at, name in self._recent if now - at < 5]
        self._recent.append((now, chat))
        if len({name for _, name in self._recent}) >= 3:
            self._everywhere = max(self._everywhere, until)
        if len(self._until) > REMEMBERED:
            self._until = {name: at for name, at in self._until.items() if at > now}
        return any(rest > was + NEWS for was, rest in zip(before, self.rests(now), strict=True))

    def _is_untouched(self, chat: str, now: float) -> bool:
        match self._chats.get(chat):
            case Bucket() as known:
                known.refill(now)
                return known.tokens >= known.burst - UNTOUCHED
            case Window() as known:
                return sum(at > now - known.seconds for at in known.times) <= UNTOUCHED
            case None:
                return False

    def _global(self, now: float) -> Bucket:
        if self._all is None:
            burst = max(self.pace.burst, self.per_second)
            # No faster than the window: else all leave at its beginning, and whoever answers
            # somebody in between waits for the next.
            self._all = Bucket(self.per_second / ALL_WINDOW, burst, burst, now)
        if self._felt is not None:
            self._all.refill(now)
            self._all.rate = self._felt.now(now)
        return self._all

    def _chat(self, chat: str, now: float, *, group: bool) -> Bucket | Window:
        known = self._chats.get(chat)
        if known is not None:
            self._chats.move_to_end(chat)
            return known
        fresh = (
            Window(self.pace.group_most, GROUP_WINDOW)
            if group
            else Bucket(self.pace.chat_rate, self.pace.chat_burst, self.pace.chat_burst, now)
        )
        self._chats[chat] = fresh
        if len(self._chats) > REMEMBERED:
            self._chats.popitem(last=False)
        return fresh
