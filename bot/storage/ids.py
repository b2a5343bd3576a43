"""New ids: in the order of their making, and never the same in two processes."""

import secrets
import threading
import time

from bot.storage.database import Database

_YEAR_2025 = 1_735_689_600_000


class Ids:
    """63-bit numbers: milliseconds since 2025, then 22 bits that start at random; until 2094.

    They grow within a process even when the clock steps back. Two processes would have to
    draw the same 22 bits in the same millisecond to collide, and the database would refuse.
    """

    def __init__(self, floor: int = 0) -> None:
        self._last = floor
        self._lock = threading.Lock()

    def next(self) -> int:
        now = (time.time_ns() // 1_000_000 - _YEAR_2025) << 22
        with self._lock:
            if self._last >= now:
                self._last += 1
            else:
                # The first one of its millisecond; the others count on from it.
                self._last = now | secrets.randbits(21)
            return self._last


async def newest_id(database: Database) -> int:
    """New ids grow from here, even when the clock has stepped back since."""
    rows = await database.read(
        "SELECT (SELECT max(id) FROM inbox) AS a, (SELECT max(id) FROM outbox) AS b,"
        " (SELECT max(id) FROM audit) AS c"
    )
    return max(int(rows[0][name] or 0) for name in ("a", "b", "c"))
