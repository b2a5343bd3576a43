"""Outside the opening hours a family is told so, and when somebody will be there."""

from bot.domain.ids import CaseId
from bot.domain.outgoing import Text
from bot.handlers.desk import Desk, Turn
from bot.handlers.safety.numbers import numbers
from bot.storage import board


def closed_until(desk: Desk) -> int | None:
    """When somebody is there again (epoch ms); None while somebody is, or when nobody knows."""
    opens = desk.house.duty.hours.next_opening(desk.work.now, desk.work.zone)
    return None if opens == desk.work.now else opens


async def say_closed(turn: Turn, case_id: CaseId, *, again: bool = False) -> None:
    """Says when somebody is there, with the numbers for danger: once until then, or `again`."""
    opens = closed_until(turn)
    if opens is None or not (await board.told_opening(turn.work, case_id, opens) or again):
        return
    text = turn.me.say("closed-now", at=turn.me.when(opens, turn.work.now))
    turn.send(Text(text + "\n\n" + numbers(turn.me, "help", turn.work.now)))
