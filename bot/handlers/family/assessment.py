"""How the need assessment begins: with which questionnaires, and from which earlier answers."""

from collections.abc import Mapping

from bot.conversations.flow import Answer, Picked, answer_from_json
from bot.handlers import conversation
from bot.handlers.desk import Turn
from bot.storage import cases, people


async def begin(turn: Turn) -> None:
    """The two doors."""
    conversation.begin(turn, "intake", given=await _screeners(turn))


async def more(turn: Turn) -> None:
    """The rest, for somebody who took the short way and waits now."""
    case = turn.known.case
    kept = await cases.assessment(turn.work, case.id) if case is not None else {}
    answers = {key: answer_from_json(value) for key, value in kept.items()}
    given = {**answers, **await _screeners(turn), "consent": Picked("full")}
    conversation.begin(turn, "intake", given=given)


async def _screeners(turn: Turn) -> Mapping[str, Answer]:
    """The questionnaires that are asked now: only while somebody is on call, for a high score
    must lead to a human (safeguarding, duties of an automated intake)."""
    wanted = turn.house.screeners
    if not wanted or not any(m.on_call for m in await people.staff(turn.work)):
        return {}
    return {"screeners": Picked("both" if len(wanted) > 1 else wanted[0])}
