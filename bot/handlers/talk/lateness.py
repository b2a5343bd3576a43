"""Messages that were under way for long, because a messenger or we were out of reach."""

from bot.handlers.desk import Turn
from bot.storage import accounts

LATE, LOST = 60 * 60 * 1000, 48 * 60 * 60 * 1000
"""Milliseconds under way, above which its author learns that a message came late; messengers keep
nothing as long as the second, so that such a date is a mistake."""


async def tell(turn: Turn) -> None:
    """Whoever wrote long ago, and may believe that nobody cares, hears why: once an outage."""
    sent_at = turn.incoming.sent_at
    if sent_at is None or turn.incoming.edited:
        return
    if not LATE <= turn.work.now - sent_at < LOST:
        return
    if await accounts.told_late(turn.work, turn.person_id, sent_at):
        turn.say(
            "late-message",
            kind="reply" if turn.staff is None else "staff",
            messenger=turn.me.say(f"messenger-{turn.incoming.platform}"),
            span=turn.me.span(turn.work.now - sent_at),
        )
