"""Takes letters just before they leave: those that are never sent twice, many in one commit."""

import asyncio
from dataclasses import dataclass, field, replace

from bot.domain.delivery import KINDS, ONCE
from bot.domain.ids import OutboxId
from bot.domain.outgoing import Album
from bot.handlers.tools import Tools
from bot.storage import bulk, outbox
from bot.storage.database import DatabaseTrouble
from bot.storage.outbox import Letter


@dataclass(slots=True)
class Taker:
    """A letter that is never sent twice leaves after the commit that says so: after a kill its fate
    is unknown, and it is not sent again. An album may still grow until it is taken."""

    tools: Tools
    _waiting: dict[OutboxId, asyncio.Future[bool]] = field(default_factory=dict)
    _task: asyncio.Task[None] | None = None

    async def taken(self, letter: Letter) -> Letter | None:
        """The letter as it leaves; None where another one has it, or it was taken back.

        DatabaseTrouble where it cannot be written down now: then it has not left.
        """
        if KINDS[letter.kind].delivery in ONCE:
            return letter if await self._with_others(letter.id) else None
        if not isinstance(letter.message, Album):
            return letter
        async with self.tools.database.transaction() as tx:
            message = await outbox.take(self.tools.desk(tx).work, letter.id)
        return replace(letter, message=message) if message is not None else None

    async def _with_others(self, row: OutboxId) -> bool:
        future: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self._waiting[row] = future
        if self._task is None or self._task.done():
            self._task = asyncio.create_task(self._take())
        return await future

    async def _take(self) -> None:
        while self._waiting:
            batch, self._waiting = self._waiting, {}
            try:
                async with self.tools.database.transaction() as tx:
                    # Whoever came while we waited for the writer comes along.
                    batch |= self._waiting
                    self._waiting = {}
                    found = await bulk.take(self.tools.desk(tx).work, sorted(batch))
            except DatabaseTrouble as trouble:
                for future in batch.values():
                    if not future.done():
                        future.set_exception(DatabaseTrouble(str(trouble)))
                continue
            for row, future in batch.items():
                if not future.done():
                    future.set_result(row in found)
