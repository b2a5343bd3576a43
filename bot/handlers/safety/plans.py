"""A safety plan as the counselor writes it: step by step, every version kept."""

from collections.abc import Mapping

from bot.conversations.casework import PLAN_STEPS
from bot.conversations.flow import Answer, Skipped, Told
from bot.domain.case import Case, Status
from bot.domain.ids import CaseId, short
from bot.domain.outgoing import Button, Text
from bot.domain.people import Action
from bot.handlers import access, conversation
from bot.handlers.desk import Turn
from bot.handlers.queue import cards
from bot.handlers.safety import plan_sending
from bot.storage import audit, cases, plans
from bot.storage.outbox import About
from bot.storage.plans import Plan


async def pressed(turn: Turn, parts: tuple[str, ...]) -> None:
    """`case.CASE` shows the newest version, `new.CASE` writes the next one, `send.CASE.PLAN`
    gives it to the family."""
    match parts:
        case ("case", number):
            if case := await access.shown(turn, number):
                await _show(turn, case)
        case ("new", number):
            if case := await access.changed(turn, number):
                await _begin(turn, case)
        case ("send", number, plan):
            case = await access.pressed(turn, number, Action.SEND_PLAN)
            if case is not None:
                await plan_sending.send(turn, case, plan)
        case _:
            turn.answer("press-old")


async def _begin(turn: Turn, case: Case) -> None:
    """The questions; where there is a plan already, its summary, to change what has changed."""
    plan = await plans.latest(turn.work, case.id)
    given: dict[str, Answer] = {}
    for step in PLAN_STEPS if plan is not None else ():
        said = plan.steps.get(step) if plan is not None else None
        given[step] = Told((said,)) if said else Skipped()
    conversation.begin(turn, "plan", case.id, given)


async def _show(turn: Turn, case: Case) -> None:
    audit.record(turn.work, turn.person_id, "read_plan", f"case:{case.id}")
    me, plan = turn.me, await plans.latest(turn.work, case.id)
    rows: list[tuple[Button, ...]] = []
    if plan is None:
        text = me.say("plan-none", code=case.code)
    else:
        text = await _text(turn, case, plan)
        may_send = case.status is not Status.CLOSED and case.person_id is not None
        if may_send and access.allows(turn, case, Action.SEND_PLAN):
            about = (short(case.id), short(plan.id))
            rows.append((me.button("button-send-plan", "pl", "send", *about),))
    if case.status is not Status.CLOSED:
        key = "button-new-plan" if plan is None else "button-revise-plan"
        rows.append((me.button(key, "pl", "new", short(case.id)),))
    turn.send(Text(text, tuple(rows), protect=True), "file", About(case=case.id))


async def _text(turn: Turn, case: Case, plan: Plan) -> str:
    me, now = turn.me, turn.work.now
    lines = [
        me.say(
            "plan-title",
            code=case.code,
            version=plan.version,
            who=await cards.who_has(turn, me, plan.author_id),
            at=me.when(plan.at, now),
            sent=me.when(plan.sent_at, now) if plan.sent_at is not None else "none",
        )
    ]
    for step in PLAN_STEPS:
        if step in plan.steps:
            title = me.say(f"plan-{step}-title")
            lines.append(me.say("plan-step", title=title, text=plan.steps[step]))
    return "\n\n".join(lines)


async def written(turn: Turn, answers: Mapping[str, Answer], subject: CaseId | None) -> None:
    """The counselor confirmed what is written: a new version, shown with the way to send it."""
    case = await cases.get(turn.work, subject) if subject is not None else None
    if case is None or case.status is Status.CLOSED:
        turn.say("case-closed-already", kind="staff")
        return
    if not access.permits(turn, case, Action.WRITE_CASE):
        turn.say("not-your-case", kind="staff")
        return
    steps = {step: said for step in PLAN_STEPS if (said := _said(answers.get(step)))}
    if not steps:
        turn.say("plan-empty", kind="staff")
        return
    plan = await plans.save(turn.work, case.id, turn.person_id, steps)
    if plan is not None:
        audit.record(turn.work, turn.person_id, "plan_written", f"case:{case.id}")
    await _show(turn, case)


def _said(answer: Answer | None) -> str:
    parts = answer.parts if isinstance(answer, Told) else ()
    return "\n".join(part for part in parts if isinstance(part, str)).strip()
