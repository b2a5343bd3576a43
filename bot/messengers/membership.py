"""Who left the counselor group, where no update says so: each hour, and soon after a press of a
colleague, everybody of staff is looked up.

A role ends only for somebody who was seen inside, is missed twice in a row, and while others are
seen there: an answer that we misread must not empty the house.
"""

import asyncio
import logging
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from telegram.error import BadRequest, TelegramError

from bot.domain.people import Account
from bot.handlers import presses
from bot.handlers.tools import Tools
from bot.messengers.connection import Connection
from bot.messengers.poller import Intake
from bot.storage import meta, staff_accounts
from bot.storage.database import DatabaseTrouble

_log = logging.getLogger("hamdeli.membership")

EVERY = 3600.0
"""Seconds between two looks while nobody presses anything."""
PAUSE = 60.0
"""Seconds between two looks, however much is pressed: each asks the messenger once a colleague."""
_INSIDE = ("creator", "administrator", "member", "restricted")
_OUTSIDE = ("left", "kicked")


@dataclass(slots=True)
class Membership:
    connection: Connection
    tools: Tools
    pause: float = PAUSE
    intake: Intake = field(init=False)
    _missed: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.intake = Intake(self.connection.dialect, self.connection.bot_id, self.tools)

    async def run(self, stop: asyncio.Event) -> None:
        """Looks until told to stop."""
        platform = self.connection.dialect.platform
        while not await self._until_time(stop):
            try:
                if await self.tools.database.lead(f"poller:{platform}"):
                    await self.look()
            except (TelegramError, DatabaseTrouble) as error:
                _log.info("nobody could be looked up (%s)", type(error).__name__)

    async def _until_time(self, stop: asyncio.Event) -> bool:
        """Waits for the hour, or for a press after the pause. Whether to stop."""
        with suppress(TimeoutError):
            await asyncio.wait_for(stop.wait(), self.pause)
        signals = self.tools.database.signals
        pressed = asyncio.create_task(signals.wait(presses.BY_STAFF, EVERY - self.pause))
        stopped = asyncio.create_task(stop.wait())
        await asyncio.wait({pressed, stopped}, return_when=asyncio.FIRST_COMPLETED)
        for task in (pressed, stopped):
            task.cancel()
        await asyncio.gather(pressed, stopped, return_exceptions=True)
        return stop.is_set()

    async def look(self) -> None:
        """One round. Whoever has left is told to the worker as the messenger would have told it."""
        platform = self.connection.dialect.platform
        group = self.tools.house.places[platform].group
        if group is None or await self._inside(group, self.connection.bot_id) is not True:
            return
        async with self.tools.database.transaction() as tx:
            accounts = await staff_accounts.at(self.tools.desk(tx).work, platform)
        seen = [(each, await self._inside(group, each.chat_id)) for each in accounts]
        present = {each.chat_key for each, inside in seen if inside}
        missed = [each for each, inside in seen if inside is False]
        gone = await self._gone(present, missed)
        if gone and not present:
            _log.warning("nobody of staff is seen in the group of %s; nothing is changed", platform)
            return
        if gone:
            await self.intake.keep([self._left(group, each, n) for n, each in enumerate(gone, 1)])

    async def _gone(self, present: set[str], missed: list[Account]) -> list[Account]:
        """Those who were inside once, and were missed the last time too."""
        before, self._missed = self._missed, {each.chat_key for each in missed}
        async with self.tools.database.transaction() as tx:
            work = self.tools.desk(tx).work
            for key in present:
                await meta.put(work, f"inside:{key}", "yes")
            gone = [
                each
                for each in missed
                if each.chat_key in before and await meta.get(work, f"inside:{each.chat_key}")
            ]
            if present:
                for each in gone:
                    await meta.drop(work, f"inside:{each.chat_key}")
        return gone

    async def _inside(self, group: int, account: int) -> bool | None:
        """Whether this account is in the group; None where the answer does not say."""
        asked = {"chat_id": group, "user_id": account}
        try:
            member = await self.connection.ask("getChatMember", asked)
        except BadRequest:
            # Bale answers so for somebody who is not there (libraries, docs of 2023).
            return False
        status = member.get("status") if isinstance(member, Mapping) else None
        return True if status in _INSIDE else False if status in _OUTSIDE else None

    def _left(self, group: int, account: Account, number: int) -> dict[str, Any]:
        user = {"id": account.chat_id, "is_bot": False}
        return {
            "update_id": "looked-up",
            "message": {
                "message_id": number,
                "date": self.tools.clock.now() // 1000,
                "from": user,
                "chat": {"id": group, "type": "group"},
                "left_chat_member": user,
            },
        }
