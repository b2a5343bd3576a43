"""Which case a command of a colleague is about."""

from bot.domain.case import Case, read_case_code
from bot.domain.outgoing import Text
from bot.handlers.desk import Turn
from bot.handlers.talk import talk
from bot.storage import cases


async def current(turn: Turn) -> tuple[Case | None, list[Case]]:
    """That of the message replied to, else the only one, or the settled one; and all that it
    could be."""
    held = await cases.held_by(turn.work, turn.person_id)
    mine = {case.id: case for case in held}
    replied = await talk.case_of_reply(turn)
    if turn.incoming.reply_to is not None:
        # A reply to a message we do not know means a case that we cannot guess.
        return (mine.get(replied) if replied is not None else None), held
    if len(held) == 1:
        return held[0], held
    member = turn.staff
    if member and member.settled and member.current_case is not None:
        return mine.get(member.current_case), held
    return None, held


async def meant(turn: Turn, code: str | None = None) -> tuple[Case | None, list[Case]]:
    """The only one that it can be, and all that they have: the one with this code; without a
    code that of the message replied to, else any."""
    held = await cases.held_by(turn.work, turn.person_id)
    if code is not None:
        possible = [case for case in held if case.code == code]
    else:
        replied = await talk.case_of_reply(turn)
        possible = [case for case in held if replied in (None, case.id)]
    return (possible[0] if len(possible) == 1 else None), held


def ask_which(
    turn: Turn, held: list[Case], key: str, *parts: str, none: str = "no-open-talk"
) -> None:
    """A button for each, made of `parts` and the case; `none` is said where there is none."""
    if held:
        turn.send(Text(turn.me.say(key), talk.choose_buttons(turn.me, held, *parts)), "staff")
    else:
        turn.say(none, kind="staff")


async def of_code(turn: Turn, typed: str) -> Case | None:
    """The case of a code that a colleague typed; None, and they are told, where there is none."""
    code = read_case_code(typed)
    case = await cases.by_code(turn.work, code) if code else None
    if code is None:
        turn.say("code-mistyped", kind="staff")
    elif case is None:
        turn.say("code-unknown", kind="staff", code=code)
    return case
