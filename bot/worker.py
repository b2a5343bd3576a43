"""Inbox rows → one transaction → handlers: the middle of the road."""

import asyncio
import logging
import time
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from bot.domain.ids import PersonId
from bot.domain.outgoing import Text
from bot.domain.people import Account, Person
from bot.handlers import dispatch
from bot.handlers.desk import Desk, Turn
from bot.handlers.incoming import ChatKind, Incoming, Presence, PressIn
from bot.handlers.safety.numbers import numbers
from bot.handlers.tools import Tools
from bot.messengers.dialect import NotUnderstood
from bot.messengers.platforms import DIALECTS
from bot.notation import read
from bot.storage import inbox, outbox, people
from bot.storage.database import Broken, DatabaseTrouble, Row, Spoiled, Transaction
from bot.storage.inbox import Waiting
from bot.storage.outbox import Address
from bot.storage.people import Known
from bot.storage.sealed import Unreadable
from bot.words import LANGUAGES

_log = logging.getLogger("hamdeli.worker")

BATCH = 100
LONGEST = 0.020
"""Seconds after which a batch ends, so that poller and sender get their turn."""
_NOBODY = PersonId(0)
_DAMAGED = (Unreadable, ValueError, KeyError, TypeError)
"""What reading a damaged row raises."""


@dataclass(slots=True)
class Batch:
    """One transaction: its rows, and whom they come from (None: nobody we know).

    People are found together, and each is unsealed when their own row is worked on: a damaged
    one fails alone, and what is left for the next batch costs nothing.
    """

    desk: Desk
    found: dict[str, Row | None] = field(default_factory=dict)
    known: dict[str, Known] = field(default_factory=dict)
    failed: set[str] = field(default_factory=set)


@dataclass(slots=True)
class Worker:
    """`alone`: one row a transaction, after a batch could not be committed as a whole."""

    tools: Tools
    _alone: int = 0
    _size: int = 20

    async def run(self, stop: asyncio.Event) -> None:
        """Works until told to stop; the batch under way is finished."""
        pause = 0.1
        while not stop.is_set():
            try:
                worked = await self.work()
                pause = 0.1
            except DatabaseTrouble as trouble:
                _log.error("the database cannot be used now (%s); trying again", trouble)
                await asyncio.sleep(pause)
                pause = min(pause * 2, 5.0)
                continue
            if not worked:
                await self.tools.database.signals.wait("inbox", 2.0)

    async def work(self) -> int:
        """One batch. The number of rows it finished or counted as failed."""
        limit = 1 if self._alone else self._size
        self._alone = max(0, self._alone - 1)
        rows: Sequence[Waiting] = ()
        try:
            async with self.tools.database.transaction() as tx:
                desk = self.tools.desk(tx)
                rows = await inbox.take(desk.work, limit)
                return await self._batch(desk, tx, rows) if rows else 0
        except Broken as broken:
            if limit > 1:
                # One of the rows broke a rule when all was written: find it, one by one.
                self._alone = len(rows)
                return len(rows)
            _log.error("row %s breaks a rule of the database (%s)", rows[0].id, broken)
            return await self._count_failure(rows[0], "broken")

    async def _count_failure(self, row: Waiting, reason: str) -> int:
        async with self.tools.database.transaction() as tx:
            desk = self.tools.desk(tx)
            await self._failed(desk, row, await self._incoming(desk, row), reason)
        return 1

    async def _batch(self, desk: Desk, tx: Transaction, rows: Sequence[Waiting]) -> int:
        batch = Batch(desk)
        began, finished = time.monotonic(), 0
        for place, row in enumerate(rows):
            if finished and time.monotonic() - began > LONGEST:
                break
            if row.chat_key in batch.failed:
                continue
            finished += 1
            if row.chat_key not in batch.found:
                keys = {row.chat_key for row in rows[place:]}
                found = await people.rows(desk.work, keys)
                batch.found = {key: found.get(key) for key in keys}
            tx.touched = False
            await self._row(batch, tx, row)
            if tx.touched:
                # It may have changed what we know of anybody.
                batch.known.clear()
                batch.found.clear()
        # What is loaded and then left for the next batch is loaded twice.
        self._size = min(BATCH, max(10, 2 * finished))
        return finished

    async def _row(self, batch: Batch, tx: Transaction, row: Waiting) -> None:
        work = batch.desk.work
        incoming: Incoming | None = None
        try:
            async with tx.savepoint():
                incoming = await self._incoming(batch.desk, row)
                if incoming is not None:
                    turn = self._turn(batch, row, incoming)
                    await dispatch.handle(turn)
                    if turn.person_id != _NOBODY:
                        batch.known[row.chat_key] = turn.known
                inbox.done(work, row.id)
        except (DatabaseTrouble, Spoiled, asyncio.CancelledError):
            raise
        except NotUnderstood as error:
            batch.failed.add(row.chat_key)
            await self._failed(batch.desk, row, None, str(error))
        except Exception as error:
            _log.error("row %s failed: %s at %s", row.id, type(error).__name__, _place(error))
            tx.touched = True
            batch.failed.add(row.chat_key)
            await self._failed(batch.desk, row, incoming, type(error).__name__)

    async def _incoming(self, desk: Desk, row: Waiting) -> Incoming | None:
        try:
            payload = desk.work.open(row.payload, "inbox.payload", row.id)
            incoming = DIALECTS[row.platform].parse(read(payload))
        except (Unreadable, ValueError) as error:
            raise NotUnderstood(type(error).__name__) from error
        offset = self.tools.clock.offset
        if offset and incoming is not None and incoming.sent_at is not None:
            # The messenger knows nothing of a clock that was moved.
            return replace(incoming, sent_at=incoming.sent_at + offset * 1000)
        return incoming

    def _turn(self, batch: Batch, row: Waiting, incoming: Incoming) -> Turn:
        work, found = batch.desk.work, batch.found[row.chat_key]
        known = batch.known.get(row.chat_key)
        if known is None and found is not None:
            known = people.known_from(work, found)
        if known is None:
            known = self._stranger(batch.desk, row, incoming)
        return Turn(work, batch.desk.house, incoming, known)

    def _stranger(self, desk: Desk, row: Waiting, incoming: Incoming) -> Known:
        """A new person; or nobody, where a group only mentions somebody we need not know."""
        speaks = incoming.language.partition("-")[0]
        language = speaks if speaks in LANGUAGES and speaks != "en" else desk.house.language
        private = incoming.chat is ChatKind.PRIVATE and incoming.sender
        if private and not isinstance(incoming.content, Presence):
            return people.add(desk.work, incoming.platform, incoming.sender, language)
        if isinstance(incoming.content, PressIn) and incoming.sender:
            return people.add(desk.work, incoming.platform, incoming.sender, language)
        account = Account(_NOBODY, incoming.platform, incoming.sender, row.chat_key)
        return Known(account, Person(_NOBODY, language), None, None, None, None)

    async def _failed(
        self, desk: Desk, row: Waiting, incoming: Incoming | None, reason: str
    ) -> None:
        """Counts the failure; a parked row is told to its author and to administrators."""
        if not inbox.failed(desk.work, row, reason):
            return
        _log.error("row %s is parked: %s", row.id, reason)
        await desk.tell_admins("notice", lambda me: Text(me.say("parked-notice", id=str(row.id))))
        chat_id = self._private_chat(desk, row, incoming)
        if chat_id is not None:
            person_id, language, silenced = await self._author(desk, row)
            if silenced:
                # Whoever holds the phone sees nothing of us; administrators know.
                return
            me = desk.speaker(language)
            text = me.say("parked") + "\n\n" + numbers(me, "help", desk.work.now)
            to = Address(row.platform, row.chat_key, chat_id, person_id)
            outbox.put(desk.work, to, "safety", Text(text))

    def _private_chat(self, desk: Desk, row: Waiting, incoming: Incoming | None) -> int | None:
        """Where the author of a row can be told, also when the row made no sense."""
        if incoming is not None:
            return incoming.chat_id if incoming.chat is ChatKind.PRIVATE else None
        try:
            update = read(desk.work.open(row.payload, "inbox.payload", row.id))
            return DIALECTS[row.platform].private_chat(update)
        except (*_DAMAGED, AttributeError, RecursionError):
            return None

    async def _author(self, desk: Desk, row: Waiting) -> tuple[PersonId | None, str, bool]:
        """Who wrote a row, in which language they are told, and whether they left by quick exit;
        as far as it can be known."""
        try:
            found = (await people.known(desk.work, [row.chat_key])).get(row.chat_key)
        except _DAMAGED:
            # It would fail each of their messages: they begin anew with the next one.
            await people.lose_place(desk.work, row.chat_key)
            return None, desk.house.language, False
        if found is None:
            return None, desk.house.language, False
        silenced = found.discretion.silenced_at is not None
        return found.person.id, found.person.language, silenced


def _place(error: BaseException) -> str:
    """Where it happened: file and line, and nothing of what was said."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None:
        return "?"
    return f"{trace.tb_frame.f_code.co_filename.rpartition('/bot/')[2]}:{trace.tb_lineno}"
