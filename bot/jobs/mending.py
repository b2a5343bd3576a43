"""What was sent is put right or taken back, at the pace at which it was sent."""

from bot.domain.broadcast import MEND, SECOND, Broadcast, Mending
from bot.domain.ids import BroadcastId
from bot.domain.outgoing import Delete, Edit, Outgoing
from bot.handlers.broadcasts import broadcast_bar, broadcasting
from bot.handlers.desk import Desk
from bot.storage import accounts, broadcasts, contact, due, mending, outbox
from bot.storage.due import Due
from bot.storage.mending import Copy
from bot.storage.outbox import About

AHEAD = 60
"""Corrections that wait just ahead of the sender."""


async def step(desk: Desk, what: Due) -> None:
    """A few more, as long as there are some."""
    work = desk.work
    one = await broadcasts.get(work, BroadcastId(what.subject))
    if one is None or one.mending is None:
        return
    room = AHEAD - await mending.waiting(work, one)
    copies = await mending.take(work, one, room) if room > 0 else []
    for copy in copies:
        await _mend(desk, one, copy)
    if room > 0 and not copies:
        await broadcasts.end_mending(work, one.id)
        ended = await broadcasts.get(work, one.id)
        await broadcasts.note(work, await broadcast_bar.refresh(desk, ended or one, now=True))
        return
    await broadcasts.note(work, await broadcast_bar.refresh(desk, one))
    due.put_back(work, what, work.now + SECOND)


async def _mend(desk: Desk, one: Broadcast, copy: Copy) -> None:
    standing = await contact.standing(desk.work, copy.person_id)
    at = await accounts.of_person(desk.work, copy.person_id)
    there = [account for account in at if account.platform.value == copy.platform]
    if standing is None or not there:
        return
    message: Outgoing | None = Delete(message_ids=copy.message_ids)
    if one.mending is Mending.EDIT:
        # Whoever left by quick exit sees nothing of us; what was deleted then is gone.
        left = standing.rules.silenced_at is not None
        message = None if left else await _edit(desk, one, copy)
    if message is not None:
        about = About(broadcast=one.id)
        outbox.put(desk.work, outbox.address(there[0]), MEND, message, about)


async def _edit(desk: Desk, one: Broadcast, copy: Copy) -> Edit | None:
    versions = await broadcasts.versions(desk.work, one.id)
    return broadcasting.edited(desk.speaker(copy.language), one, versions, list(copy.message_ids))
