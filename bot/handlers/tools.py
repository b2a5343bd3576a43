"""What every loop works with, built once."""

from dataclasses import dataclass

from bot.clock import Clock
from bot.handlers.desk import Desk
from bot.handlers.house import House
from bot.storage.database import Database, Transaction
from bot.storage.ids import Ids
from bot.storage.sealed import Sealer
from bot.storage.work import Work


@dataclass(frozen=True, slots=True)
class Tools:
    """The open database, the keys, the clock, and the house."""

    database: Database
    sealer: Sealer
    ids: Ids
    clock: Clock
    house: House

    def desk(self, tx: Transaction) -> Desk:
        """A desk for one transaction, at this moment."""
        now, zone = self.clock.now(), self.house.words.zone
        return Desk(Work(tx, self.sealer, self.ids, now, zone), self.house)
