"""One transaction's worth of work: through what, with which keys, at what time."""

from dataclasses import dataclass
from datetime import tzinfo
from zoneinfo import ZoneInfo

from bot.domain.duty import minute_of_week
from bot.storage.database import Transaction
from bot.storage.ids import Ids
from bot.storage.sealed import Sealer

TEHRAN = ZoneInfo("Asia/Tehran")


@dataclass(frozen=True, slots=True)
class Work:
    """Every storage function takes one. `now` is epoch milliseconds, `zone` that of the shifts."""

    tx: Transaction
    sealer: Sealer
    ids: Ids
    now: int
    zone: tzinfo = TEHRAN

    @property
    def minute(self) -> int:
        """The minute of the week, as shifts count it."""
        return minute_of_week(self.now, self.zone)

    def seal(self, text: str, column: str, row: int | str) -> str:
        return self.sealer.seal(text, f"{column}:{row}")

    def open(self, value: str | None, column: str, row: int | str) -> str:
        """The sealed text, or nothing where it was erased."""
        return self.sealer.open(value, f"{column}:{row}") if value else ""
