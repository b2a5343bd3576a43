"""How fast each messenger lets us speak. Pure; times are seconds of a monotonic clock."""

from dataclasses import dataclass

from bot.domain.people import Platform


@dataclass(frozen=True, slots=True)
class Pace:
    """`most` in any second; in one chat `chat_rate` a second after a burst; in a group
    `group_most` a minute. `careful`: it publishes no numbers, so that ours are felt for."""

    most: int
    burst: float
    reserve: float
    """What bulk leaves to live traffic."""
    chat_rate: float
    chat_burst: float
    group_most: int
    careful: bool = False


# Bot API FAQ: 30 a second in all, 1 a second in a chat (with short bursts), 20 a minute in a group.
TELEGRAM = Pace(30, 30.0, 20.0, 1.0, 20.0, 20)
# Nothing is published. The plan: at most 5 a second, in a chat one in 3 seconds (a dialogue comes
# in short bursts), and in a group as a library assumes.
BALE = Pace(5, 5.0, 3.0, 1 / 3, 6.0, 20, careful=True)

PACES = {Platform.TELEGRAM: TELEGRAM, Platform.BALE: BALE}

GENTLE = 0.5
"""Messages a second below which no 429 brings us: otherwise nobody would be answered."""
RECOVERY = 120.0
"""Seconds in which the rate grows back by as much as the ceiling."""


@dataclass(slots=True)
class Felt:
    """A rate that begins at half, is halved by each 429, and grows back slowly."""

    ceiling: float
    _rate: float
    _at: float | None = None

    def now(self, now: float) -> float:
        """Messages a second at this moment."""
        if self._at is None:
            self._at = now
        grown = self._rate + self.ceiling * max(0.0, now - self._at) / RECOVERY
        return min(self.ceiling, grown)

    def refused(self, now: float) -> None:
        """A 429 came."""
        self._rate = max(min(GENTLE, self.ceiling), self.now(now) / 2)
        self._at = now


def felt(ceiling: float) -> Felt:
    return Felt(ceiling, ceiling / 2)
