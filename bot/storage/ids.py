"""New ids: in the order of their making, and never the same in two processes."""

import secrets
import threading
import time


class Ids:
    """63-bit numbers: milliseconds since 1970, then 22 bits that start at random.

    They grow within a process even when the clock steps back. Two processes would have to
    draw the same 22 bits in the same millisecond to collide, and the database would refuse.
    """

    def __init__(self, floor: int = 0) -> None:
        self._last = floor
        self._lock = threading.Lock()

    def next(self) -> int:
        fresh = (time.time_ns() // 1_000_000 << 22) | secrets.randbelow(1 << 21)
        with self._lock:
            self._last = max(fresh, self._last + 1)
            return self._last
