"""Writes down what became of messages: many at once, in one commit, as soon as they are known."""

import asyncio
import logging
from dataclasses import dataclass, field
from typing import TypeAlias

from bot.domain.delivery import Decision, Result
from bot.handlers import delivered
from bot.handlers.tools import Tools
from bot.storage import outbox
from bot.storage.database import Broken, DatabaseTrouble, Spoiled
from bot.storage.outbox import Letter

Entry: TypeAlias = tuple[Letter, Result, Decision, asyncio.Future[None]]

_log = logging.getLogger("hamdeli.sender")


@dataclass(slots=True)
class Recorder:
    """`record` returns once the fate of the letter is committed."""

    tools: Tools
    _waiting: list[Entry] = field(default_factory=list)
    _news: asyncio.Event = field(default_factory=asyncio.Event)

    async def record(self, letter: Letter, result: Result, decision: Decision) -> None:
        future = asyncio.get_running_loop().create_future()
        self._waiting.append((letter, result, decision, future))
        self._news.set()
        await future

    async def run(self) -> None:
        """Until canceled. Tries again for as long as the database cannot: nothing is forgotten."""
        pause = 0.05
        while True:
            await self._news.wait()
            self._news.clear()
            batch, self._waiting = self._waiting, []
            while batch:
                try:
                    await self._write_or_divide(batch)
                    pause = 0.05
                    break
                except DatabaseTrouble as trouble:
                    _log.error("the database cannot write results now (%s); trying again", trouble)
                    await asyncio.sleep(pause)
                    pause = min(pause * 2, 2.0)

    async def _write_or_divide(self, batch: list[Entry]) -> None:
        """What follows from one letter may break a rule: the fate of all is written anyway."""
        try:
            await self._write(batch)
        except Broken as broken:
            if len(batch) > 1:
                for entry in batch:
                    if not entry[3].done():
                        await self._write_or_divide([entry])
                return
            letter, _, decision, future = batch[0]
            _log.error("what follows from row %s breaks a rule (%s)", letter.id, broken)
            async with self.tools.database.transaction() as tx:
                outbox.settle(self.tools.desk(tx).work, letter, decision)
            if not future.done():
                future.set_result(None)

    async def _write(self, batch: list[Entry]) -> None:
        async with self.tools.database.transaction() as tx:
            desk = self.tools.desk(tx)
            for letter, result, decision, _ in batch:
                try:
                    async with tx.savepoint():
                        await delivered.settled(desk, letter, result, decision)
                except (DatabaseTrouble, Spoiled):
                    raise
                except Exception:
                    _log.exception("what follows from row %s failed", letter.id)
                    outbox.settle(desk.work, letter, decision)
        for *_, future in batch:
            if not future.done():
                future.set_result(None)
