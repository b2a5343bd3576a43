"""One transaction's worth of work: through what, with which keys, at what time."""

from dataclasses import dataclass

from bot.storage.database import Transaction
from bot.storage.ids import Ids
from bot.storage.sealed import Sealer


@dataclass(frozen=True, slots=True)
class Work:
    """Every storage function takes one. `now` is epoch milliseconds."""

    tx: Transaction
    sealer: Sealer
    ids: Ids
    now: int

    def seal(self, text: str, column: str, row: int | str) -> str:
        return self.sealer.seal(text, f"{column}:{row}")

    def open(self, value: str | None, column: str, row: int | str) -> str:
        """The sealed text, or nothing where it was erased."""
        return self.sealer.open(value, f"{column}:{row}") if value else ""
