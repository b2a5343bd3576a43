"""After a silence of ours: administrators learn how long; after a day, families hear sorry."""

from bot.domain.outgoing import Text
from bot.handlers.desk import Desk
from bot.storage import meta, people

MINUTE = 60_000
ALARMING = 5 * MINUTE
LONG = 24 * 60 * MINUTE
"""Messengers keep messages for a day: what was written before is gone (fault table, row 23)."""
RECENT = 3 * 24 * 60 * MINUTE


async def watch(desk: Desk, heard_at: int) -> None:
    """`heard_at`: when a messenger last answered us (epoch ms), 0 for not yet."""
    if not heard_at:
        return
    before = await meta.get(desk.work, "heard")
    await meta.put(desk.work, "heard", str(heard_at))
    if before is None:
        return
    gap = heard_at - int(before)
    if gap < ALARMING:
        return
    await desk.tell_admins("notice", lambda me: Text(me.say("outage-admins", span=me.span(gap))))
    if gap >= LONG:
        for person in await people.to_apologize(desk.work, since=int(before) - RECENT):
            await desk.tell(person, "notice", lambda me: Text(me.say("outage-family")))
