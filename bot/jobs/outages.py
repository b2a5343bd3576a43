"""While a messenger is silent, others go on without it; afterwards people hear what became of what
they did: administrators how long it was, families sorry, and whoever was in the middle of something
their question again."""

from collections.abc import Mapping

from bot.domain.delivery import PRESS_LIFE
from bot.domain.outgoing import Text
from bot.domain.people import Platform
from bot.handlers import questions
from bot.handlers.desk import Desk
from bot.storage import accounts, detours, meta, people, sessions

MINUTE = 60_000
ALARMING = 5 * MINUTE
"""Silence after which it is an outage: who allows it is reached in the other messenger."""
LONG = 24 * 60 * MINUTE
"""Messengers keep messages for a day: what was written before is gone (fault table, row 23)."""
RECENT = 3 * 24 * 60 * MINUTE
IN_THE_MIDDLE = 30 * MINUTE
"""Who answered a question so shortly before an outage may have pressed a button in it."""


async def watch(desk: Desk, heard: Mapping[Platform, int]) -> None:
    """`heard`: when each messenger last answered us (epoch ms), 0 for not yet."""
    for platform, heard_at in heard.items():
        await _away(desk, platform, heard_at)
        if heard_at:
            await _one(desk, platform, heard_at)


async def _away(desk: Desk, platform: Platform, heard_at: int) -> None:
    """Whether the messenger is in an outage now. One that has not answered since this process
    began is waited for from the first look on."""
    mark, waited = accounts.away_mark(platform), f"awaited:{platform}"
    if heard_at:
        await meta.drop(desk.work, waited)
    elif await meta.get(desk.work, waited) is None:
        await meta.put(desk.work, waited, str(desk.work.now))
    since = heard_at or int(await meta.get(desk.work, waited) or desk.work.now)
    if desk.work.now - since < ALARMING:
        await meta.drop(desk.work, mark)
    elif await meta.put(desk.work, mark, "yes"):
        await detours.hurry(desk.work, platform)


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
    if gap < LONG:
        await _ask_again(desk, platform, int(before))
        return
    for person in await people.to_apologize(desk.work, since=int(before) - RECENT):
        reach = await people.reach(desk.work, person)
        if reach is not None and reach.account.platform is platform:
            await desk.tell(person, "notice", lambda me: Text(me.say("outage-family")))


async def _ask_again(desk: Desk, platform: Platform, since: int) -> None:
    """A press that died in the outage is nobody's fault: the question comes again, with buttons
    that work. Whoever has gone on meanwhile is not asked."""
    until = desk.work.now - PRESS_LIFE
    for walk in await sessions.resting(desk.work, since - IN_THE_MIDDLE, until):
        reach = await people.reach(desk.work, walk.person_id)
        flow = desk.house.flows.get(walk.session.flow)
        if reach is None or reach.account.platform is not platform or flow is None:
            continue
        me = desk.speaker(reach.language)
        lead = Text(me.say("outage-question", messenger=me.say(f"messenger-{platform}")))
        question = questions.put(me, flow, walk.session)
        await desk.entrust(reach, "notice", [lead, question])
