"""Alerts that have ended: what came of them, for those who answer for that."""

from bot.domain.outgoing import Text
from bot.domain.people import Action, may
from bot.domain.safeguarding import OUTCOMES_SHOWN
from bot.handlers.desk import Turn
from bot.handlers.queue import cards
from bot.storage import audit, ended_alerts
from bot.storage.ended_alerts import Ended

SHOWN = 8
"""Ended alerts in one answer to /alerts; the rest is counted."""


async def show(turn: Turn) -> None:
    """Below the open ones: every outcome for supervisors, for others those of their own alerts."""
    since = turn.work.now - OUTCOMES_SHOWN
    of = None if may(turn.staff, Action.END_ALERT) else turn.person_id
    found, count = await ended_alerts.ended(turn.work, since, SHOWN, of)
    if not found:
        return
    lines = [turn.me.say("alerts-ended-title", count=count)]
    for alert in found:
        audit.record(turn.work, turn.person_id, "read", f"alert:{alert.id}")
        lines.append(await _line(turn, alert))
    turn.send(Text("\n\n".join(lines), protect=True), "staff")


async def _line(turn: Turn, alert: Ended) -> str:
    me, now = turn.me, turn.work.now
    line = me.say(
        "alerts-ended-line",
        category=me.say(f"alert-{alert.category}"),
        raised=me.when(alert.raised_at, now),
        outcome=me.say(f"alert-outcome-{alert.outcome.value}"),
        who=await cards.who_has(turn, me, alert.by),
        at=me.when(alert.at, now),
    )
    return line + "\n" + me.say("alerts-ended-note", note=alert.note) if alert.note else line
