"""A person may be in danger: the right numbers at once, and a human who must answer for it.

Nothing here reports anyone to anybody: it alerts our own people, and they decide.
"""

from dataclasses import replace

from bot.domain.case import Case, Status
from bot.domain.ids import AlertId, CaseId, PersonId, short, unshort
from bot.domain.outgoing import Text
from bot.domain.people import Action, may
from bot.domain.safeguarding import ACUITY_OF_DISCLOSURE, SAME_DISCLOSURE, on_call
from bot.domain.triage import Acuity, Triage
from bot.handlers.desk import Desk, Turn
from bot.handlers.family import needs
from bot.handlers.queue import cards, queue
from bot.handlers.safety import ladder, outcomes
from bot.handlers.safety.numbers import numbers
from bot.storage import alerts, audit, cases, outbox, people, sessions
from bot.storage.alerts import Alert
from bot.storage.outbox import About

# What to do now, where it is more than to call.
_CALL = {
    "violence": "safety-call-violence",
    "help": "safety-call-help",
    "distress": "safety-call-near",
}


def show_numbers(turn: Turn, key: str, category: str) -> None:
    shown = numbers(turn.me, category, turn.work.now)
    turn.send(Text(turn.me.say(key) + "\n\n" + shown), "safety")


async def disclosed(turn: Turn, category: str, rule: str, said: str, *, lifts: bool = True) -> None:
    """Words or an answer that mean danger: the safety text, and an alert to all on call.

    `lifts`: the open case moves to the head of the queue.
    """
    work = turn.work
    alert_id = await alerts.open_of(work, turn.person_id, category, work.now - SAME_DISCLOSURE)
    fresh = alert_id is None
    if alert_id is None:
        alert_id = await alerts.raise_alert(work, turn.person_id, category, rule, said)
        alerts.stamp(work, alert_id, "raised")
        audit.record(work, turn.person_id, "disclosed", f"alert:{alert_id}")
    me = turn.me
    text = await with_numbers(turn, me.say(f"safety-{category}"), category)
    buttons = (
        (me.button("button-need-help", "a", "yes", short(alert_id)),),
        (me.button("button-not-meant", "a", "no", short(alert_id)),),
        (me.button("button-exit", "q", "exit"),),
    )
    turn.send(Text(text, buttons), "safety")
    if fresh:
        await ladder.begin(turn, alert_id)
        if lifts:
            await _raise_case(turn)


async def _raise_case(turn: Turn) -> None:
    case = turn.known.case
    if case is not None and await cases.raise_acuity(
        turn.work, case.id, ACUITY_OF_DISCLOSURE, "danger_words"
    ):
        await cards.refresh(turn, case.id)


async def with_numbers(turn: Turn, heard: str, category: str, call: str = "") -> str:
    """What we heard, who knows of it, what to do now, and the numbers.

    Where nobody is on call it says so, and claims no more.
    """
    me = turn.me
    known = me.say("safety-told" if on_call(await people.staff(turn.work)) else "safety-nobody")
    what_now = me.say(call or _CALL.get(category, "safety-call"))
    return f"{heard} {known} {what_now}\n\n" + numbers(me, category, turn.work.now)


async def pressed(turn: Turn, parts: tuple[str, ...]) -> None:
    """Buttons of an alert: `yes.ID` and `no.ID` of the person; of staff `ack.ID`, `talk.ID`,
    `outcome.ID` and `end.ID.OUTCOME`."""
    number = unshort(parts[1]) if len(parts) == (3 if parts[:1] == ("end",) else 2) else None
    alert = await alerts.get(turn.work, AlertId(number)) if number is not None else None
    if alert is None:
        turn.answer("press-old")
        return
    match parts[0]:
        case "yes" if alert.person_id == turn.person_id:
            await _meant(turn, alert)
        case "no" if alert.person_id == turn.person_id:
            await _mistaken(turn, alert)
        case "ack" if may(turn.staff, Action.ACKNOWLEDGE):
            await _acknowledge(turn, alert)
        case "talk" if may(turn.staff, Action.CLAIM):
            await _talk(turn, alert)
        case "outcome" | "end" if turn.staff is not None:
            await outcomes.pressed(turn, alert, "".join(parts[2:]))
        case _:
            audit.record(turn.work, turn.person_id, "alert", f"alert:{alert.id}", allowed=False)
            turn.answer("refused-not-staff", alert=True)


async def _meant(turn: Turn, alert: Alert) -> None:
    """They do need help: they are in the queue at once, with or without an assessment."""
    first = await alerts.answered(turn.work, alert.id, turn.person_id, meant=True)
    turn.answer()
    if not first:
        return
    case = await _urgent_case(turn, turn.person_id)
    if case is not None and turn.known.case is None:
        await cards.show(turn, case)
    alerts.stamp(turn.work, alert.id, "meant")
    heard = turn.me.say("safety-yes")
    text = await with_numbers(turn, heard, alert.category, "safety-call-near")
    turn.send(Text(text), "safety")
    await _tell_of_answer(turn, alert, "alert-confirmed")


async def _urgent_case(desk: Desk, person_id: PersonId) -> Case | None:
    """The person's open case, or a new one that waits at the head of the queue, with all that
    they have told so far: where they are, and whether they are a child."""
    told = needs.request_of(desk.house, await sessions.told(desk.work, person_id))
    opened = await cases.open_case(desk.work, person_id, replace(told, triage=_urgent(told.triage)))
    if opened is not None:
        audit.record(desk.work, person_id, "opened", f"case:{opened.id}")
        return opened
    latest = await cases.latest_of(desk.work, person_id)
    return latest if latest and latest.status is not Status.CLOSED else None


def _urgent(triage: Triage) -> Triage:
    # What is the least that can be said of a request says nothing here.
    told = triage.reasons if triage.acuity < Acuity.LOW else ()
    reasons = dict.fromkeys(("danger_words", *told))
    return replace(triage, acuity=min(ACUITY_OF_DISCLOSURE, triage.acuity), reasons=tuple(reasons))


async def _mistaken(turn: Turn, alert: Alert) -> None:
    """We misunderstood: they go on where they were. The alert stays until a human has looked."""
    first = await alerts.answered(turn.work, alert.id, turn.person_id, meant=False)
    turn.answer()
    if not first:
        return
    alerts.stamp(turn.work, alert.id, "mistaken")
    turn.edit_pressed(turn.me.say("safety-no"))
    await _tell_of_answer(turn, alert, "alert-mistaken")


async def _tell_of_answer(desk: Desk, alert: Alert, key: str) -> None:
    """Those who were alerted learn what the person answered."""
    told = {row.person_id for row in await alerts.rows_about(desk.work, alert.id)}
    for person in sorted(p for p in told if p is not None):
        await desk.tell(person, "alert_news", lambda me: Text(me.say(key)))


async def _acknowledge(turn: Turn, alert: Alert) -> None:
    """One named person answers for the alert; the others see who it is."""
    won = await alerts.acknowledge(turn.work, alert.id, turn.person_id)
    fresh = await alerts.get(turn.work, alert.id)
    assert fresh is not None and fresh.acknowledged_by is not None
    if not won:
        who = await cards.who_has(turn, turn.me, fresh.acknowledged_by)
        mine = fresh.acknowledged_by == turn.person_id
        turn.answer("alert-yours" if mine else "alert-taken", who=who, alert=not mine)
        return
    audit.record(turn.work, turn.person_id, "acknowledged", f"alert:{alert.id}")
    alerts.stamp(turn.work, alert.id, "acknowledged", turn.person_id)
    outcomes.begin(turn, alert.id)
    turn.answer("alert-yours")
    await _show_taken(turn, fresh)


async def _show_taken(turn: Turn, alert: Alert) -> None:
    """Every page shows who has it; who took it from the list gets the alert, and the group that
    was asked hears that it may rest."""
    if turn.person_id not in await ladder.refresh(turn, alert):
        text = await ladder.taken_text(turn, turn.me, alert, mine=True)
        buttons = ladder.taken_buttons(turn.me, alert, turn.staff)
        turn.send(Text(text, buttons, protect=True), "alert", About(alert=alert.id))
    if any(step.step == "group" for step in await alerts.steps(turn.work, alert.id)):
        assert turn.staff is not None
        by = turn.staff
        turn.tell_groups(
            "alert_news", lambda me: Text(me.say("alert-group-taken", who=cards.title(me, by)))
        )


async def _talk(turn: Turn, alert: Alert) -> None:
    """The one on call begins to talk with the person: their case is claimed, or opened first."""
    if alert.person_id is None:
        turn.answer("press-old")
        return
    case = await _urgent_case(turn, alert.person_id)
    if case is None:
        turn.answer("press-old")
        return
    if not await outbox.rows_about_case(turn.work, case.id, "card"):
        await cards.show(turn, case)
    await queue.claim(turn, CaseId(case.id))
