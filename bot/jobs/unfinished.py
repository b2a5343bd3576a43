"""Assessments that nobody goes on with: one nudge, if it is safe to write, then an end."""

from bot.conversations.flow import Picked
from bot.domain.outgoing import Text
from bot.handlers.desk import Desk
from bot.storage import sessions

HOUR = 3600 * 1000
NUDGED = 24 * HOUR
LASTS = 14 * 24 * HOUR
"""How long one can come back to the same question."""
_SAFE = (Picked("any"), Picked("neutral"))
"""Only who said that it is safe to write to them is written to."""


async def watch(desk: Desk) -> None:
    """Nudges once after a day, and ends what is older than two weeks."""
    now = desk.work.now
    await sessions.expire(desk.work, now - LASTS)
    for walk in await sessions.idle(desk.work, now - NUDGED):
        if not await sessions.nudged(desk.work, walk.person_id):
            continue
        if walk.session.answers.get("contact") in _SAFE:
            await desk.tell(
                walk.person_id,
                "notice",
                lambda me: Text(
                    me.say("unfinished-nudge"), ((me.button("menu-resume", "m", "resume"),),)
                ),
            )
