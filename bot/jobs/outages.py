"""After a silence of a messenger: administrators learn how long; after a day, families
hear sorry."""

from collections.abc import Mapping

from bot.domain.outgoing import Text
from bot.domain.people import Platform
from bot.handlers.desk import Desk
from bot.storage import meta, people

MINUTE = 60_000
ALARMING = 5 * MINUTE
LONG = 24 * 60 * MINUTE
"""Messengers keep messages for a day: what was written before is gone (fault table, row 23)."""
RECENT = 3 * 24 * 60 * MINUTE


async def watch(desk: Desk, heard: Mapping[Platform, int]) -> None:
    """`heard`: when each messenger last answered us (epoch ms), 0 for not yet."""
    for platform, heard_at in heard.items():
        if heard_at:
            await _one(desk, platform, heard_at)


async def _one(desk: Desk, platform: Platform, heard_at: int) -> None:
    mark = "heard" if platform is Platform.TELEGRAM else f"heard:{platform}"
    before = await meta.get(desk.work, mark)
    await meta.put(desk.work, mark, str(heard_at))
    if before is None:
        return
    gap = heard_at - int(before)
    if gap < ALARMING:
        return
    await desk.tell_admins(
        "notice",
        lambda me: Text(
            me.say("outage-admins", span=me.span(gap), messenger=me.say(f"messenger-{platform}"))
        ),
    )
    if gap >= LONG:
        for person in await people.to_apologize(desk.work, since=int(before) - RECENT):
            reach = await people.reach(desk.work, person)
            if reach is not None and reach.account.platform is platform:
                await desk.tell(person, "notice", lambda me: Text(me.say("outage-family")))
