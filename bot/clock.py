"""The one place that asks what time it is."""

import time
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Clock:
    """`offset`: seconds added to the true time, for rehearsals."""

    offset: int = 0

    def now(self) -> int:
        """Epoch milliseconds, UTC."""
        return time.time_ns() // 1_000_000 + self.offset * 1000
