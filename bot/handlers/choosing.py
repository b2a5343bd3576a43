"""Which of a colleague's own cases a command is about."""

from bot.domain.case import Case
from bot.handlers import talk
from bot.handlers.desk import Turn
from bot.storage import cases


async def meant(turn: Turn, code: str | None) -> tuple[list[Case], list[Case]]:
    """Those that may be meant, and all that they have: the one with this code; without a code
    that of the message replied to, else any."""
    held = await cases.held_by(turn.work, turn.person_id)
    if code is not None:
        return [case for case in held if case.code == code], held
    replied = await talk.case_of_reply(turn)
    return [case for case in held if replied in (None, case.id)], held
