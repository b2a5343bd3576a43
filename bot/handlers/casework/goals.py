"""What a counselor and a family want to reach: written down, reached or dropped."""

from collections.abc import Mapping

from bot.conversations.flow import Answer, Told
from bot.domain.case import Case
from bot.domain.ids import CaseId, GoalId, short, unshort
from bot.domain.outgoing import Button, Text
from bot.domain.people import Action
from bot.handlers import access, conversation
from bot.handlers.desk import Turn
from bot.storage import audit, cases, goals
from bot.storage.outbox import About

SHOWN = 8


async def lines(turn: Turn, case: Case) -> str:
    """The goals of a case, for its file; empty where there are none."""
    found = await goals.of_case(turn.work, case.id)
    if not found:
        return ""
    me = turn.me
    said = [me.say("goals-title", count=len(found))]
    said += [me.say("goals-line", state=goal.state, text=goal.text) for goal in found[-SHOWN:]]
    return "\n".join(said)


async def pressed(turn: Turn, parts: tuple[str, ...]) -> None:
    """`case.CASE` shows them, `new.CASE` asks for one, `reached.GOAL` and `dropped.GOAL` end it."""
    match parts:
        case ("case", number):
            if case := await access.shown(turn, number):
                await _show(turn, case)
        case ("new", number):
            if case := await access.shown(turn, number, Action.WRITE_CASE):
                conversation.begin(turn, "goal", case.id)
        case ("reached" | "dropped" as state, number):
            await _end(turn, state, unshort(number))
        case _:
            turn.answer("press-old")


async def _show(turn: Turn, case: Case) -> None:
    audit.record(turn.work, turn.person_id, "read_goals", f"case:{case.id}")
    me, found = turn.me, await goals.of_case(turn.work, case.id)
    rows: list[tuple[Button, ...]] = []
    open_now = [goal for goal in found if goal.state == "open"][:SHOWN]
    said = [await lines(turn, case) or me.say("goals-none", code=case.code)]
    for place, goal in enumerate(open_now, 1):
        said.append(me.say("goals-open", place=place, text=goal.text))
        number = short(goal.id)
        rows.append(
            (
                me.button("button-goal-reached", "g", "reached", number, place=place),
                me.button("button-goal-dropped", "g", "dropped", number, place=place),
            )
        )
    rows.append((me.button("button-new-goal", "g", "new", short(case.id)),))
    text = "\n".join(said)
    turn.send(Text(text, tuple(rows), protect=True), "file", About(case=case.id))


async def _end(turn: Turn, state: str, number: int | None) -> None:
    goal = await goals.get(turn.work, GoalId(number)) if number is not None else None
    if goal is None:
        turn.answer("press-old")
        return
    case = await access.pressed(turn, short(goal.case_id), Action.WRITE_CASE)
    if case is None:
        return
    if not await goals.end(turn.work, goal.id, state, turn.person_id):
        turn.answer("press-counted")
        return
    audit.record(turn.work, turn.person_id, f"goal_{state}", f"case:{case.id}")
    turn.answer("goal-is-reached" if state == "reached" else "goal-is-dropped")
    await _show(turn, case)


async def written(turn: Turn, answers: Mapping[str, Answer], subject: CaseId | None) -> None:
    """The end of the question: one goal more."""
    case = await cases.get(turn.work, subject) if subject is not None else None
    told = answers.get("text")
    if case is None or not isinstance(told, Told):
        return
    if not access.permits(turn, case, Action.WRITE_CASE):
        turn.say("not-your-case", kind="staff")
        return
    text = "\n".join(part for part in told.parts if isinstance(part, str))
    await goals.add(turn.work, case.id, turn.person_id, text)
    audit.record(turn.work, turn.person_id, "goal_added", f"case:{case.id}")
    await _show(turn, case)
