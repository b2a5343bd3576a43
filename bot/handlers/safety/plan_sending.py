"""A safety plan on its way to the family: on the counselor's press, if it is safe; and /plan.

Only a version that was sent is ever read here.
"""

from bot.conversations.casework import PLAN_STEPS
from bot.domain.case import Case, Status
from bot.domain.ids import PlanId, unshort
from bot.domain.outgoing import Text
from bot.handlers.desk import Speaker, Turn
from bot.handlers.safety.numbers import numbers
from bot.storage import audit, people, plans
from bot.storage.outbox import About
from bot.storage.plans import Plan


def _text(me: Speaker, plan: Plan, now: int) -> Text:
    """The plan in the family's words, with the numbers that answer at this hour."""
    lines = [me.say("plan-family")]
    for step in PLAN_STEPS:
        said = [plan.steps[step]] if step in plan.steps else []
        if step == "professionals":
            said.append(numbers(me, "help", now))
        if said:
            lines.append(me.say(f"plan-family-{step}") + "\n" + "\n".join(said))
    lines.append(me.say("plan-family-again"))
    return Text("\n\n".join(lines))


async def send(turn: Turn, case: Case, number: str) -> None:
    """Through the gate: what is not safe now is not sent, and the counselor learns it."""
    found = unshort(number)
    plan = await plans.get(turn.work, PlanId(found)) if found is not None else None
    if plan is None or plan.case_id != case.id or case.status is Status.CLOSED:
        turn.answer("press-old")
        return
    to = case.person_id
    reach = await people.reach(turn.work, to, "plan") if to is not None else None
    if reach is None:
        turn.answer("plan-no-chat", alert=True)
        return
    message = _text(turn.speaker(reach.language), plan, turn.work.now)
    if not await turn.entrust(reach, "plan", [message], About(case=case.id)):
        turn.answer("plan-not-safe", alert=True)
        return
    await plans.sent(turn.work, plan.id, turn.person_id)
    audit.record(turn.work, turn.person_id, "plan_sent", f"case:{case.id}")
    turn.answer("plan-on-its-way", alert=True)


async def show(turn: Turn) -> None:
    """/plan of a family: the version that it was given last."""
    plan = await plans.sent_to(turn.work, turn.person_id)
    if plan is None:
        turn.say("plan-family-none")
        return
    turn.send(_text(turn.me, plan, turn.work.now), about=About(case=plan.case_id))
