"""What came of an alert: written by whoever took it, asked for until it is, seen by supervisors."""

from bot.domain.ids import AlertId, short
from bot.domain.outgoing import Button, Buttons, Text
from bot.domain.people import Action, may
from bot.domain.safeguarding import (
    OUTCOME_AGAIN,
    OUTCOME_FIRST,
    OUTCOME_REMINDERS,
    AlertOutcome,
    rung,
    supervisors,
)
from bot.handlers.desk import Compose, Desk, Speaker, Turn
from bot.handlers.incoming import Content, TextIn
from bot.handlers.queue import cards
from bot.handlers.safety import conclusions, ladder
from bot.storage import alerts, audit, due, people
from bot.storage.alerts import Alert
from bot.storage.due import Due
from bot.storage.outbox import About

REMINDER = "alert_outcome"
"""The kind of due row that asks for an outcome."""
SHOWN = 8
"""Alerts in one answer to /alerts; the rest is counted."""


def choices(me: Speaker, alert: Alert) -> Buttons:
    number = short(alert.id)
    return tuple(
        (me.button(f"alert-outcome-{outcome.value}", "a", "end", number, outcome.value),)
        for outcome in AlertOutcome
    )


def may_end(turn: Turn, alert: Alert) -> bool:
    """Whoever has it, while they are staff; and supervisors."""
    mine = turn.staff is not None and alert.acknowledged_by == turn.person_id
    return mine or may(turn.staff, Action.END_ALERT)


async def pressed(turn: Turn, alert: Alert, choice: str) -> None:
    """`outcome.ID` asks what came of it, `end.ID.OUTCOME` writes it down."""
    if not may_end(turn, alert):
        audit.record(turn.work, turn.person_id, "end_alert", f"alert:{alert.id}", allowed=False)
        turn.answer("refused-not-staff", alert=True)
    elif alert.acknowledged_by is None:
        turn.answer("press-old")
    elif alert.outcome is not None:
        turn.answer("alert-ended-already", alert=True)
    elif choice in {outcome.value for outcome in AlertOutcome}:
        await _end(turn, alert, AlertOutcome(choice))
    elif choice:
        turn.answer("press-old")
    else:
        turn.answer()
        _ask(turn, alert, "alert-how-ended")


def _ask(turn: Turn, alert: Alert, key: str) -> None:
    me = turn.me
    turn.send(Text(me.say(key), choices(me, alert)), "alert_news", About(alert=alert.id))


async def _end(turn: Turn, alert: Alert, outcome: AlertOutcome) -> None:
    if not await alerts.conclude(turn.work, alert.id, outcome, turn.person_id):
        turn.answer("alert-ended-already", alert=True)
        return
    audit.record(turn.work, turn.person_id, "ended_alert", f"alert:{alert.id}")
    alerts.stamp(turn.work, alert.id, "outcome", turn.person_id)
    turn.answer()
    said = turn.me.say(f"alert-outcome-{outcome.value}")
    turn.edit_pressed(turn.me.say("alert-ended", outcome=said))
    ended = await alerts.get(turn.work, alert.id)
    assert ended is not None
    await ladder.refresh(turn, ended)
    if outcome is AlertOutcome.REFERRED:
        await _refer(turn, ended)


async def _refer(turn: Turn, alert: Alert) -> None:
    """Supervisors get the alert itself: from now on it is theirs to look after."""
    case = await ladder.open_case(turn, alert)
    assert turn.staff is not None
    by = turn.staff

    def compose(me: Speaker) -> Text:
        text = ladder.alert_text(me, alert, case.code if case else "", turn.work.now)
        referred = me.say("alert-referred", who=cards.title(me, by))
        return Text(text + "\n\n" + referred, protect=True)

    for person in supervisors(await people.staff(turn.work)):
        if person != turn.person_id:
            await turn.tell(person, "alert_news", compose)
            audit.record(turn.work, person, "read_alert", f"alert:{alert.id}")
            alerts.stamp(turn.work, alert.id, "referred", person)


async def noted(turn: Turn, content: Content) -> bool:
    """A reply to the question what came of it: some words beside the outcome. False: no such."""
    reply_to = turn.incoming.reply_to
    key = turn.known.account.chat_key
    number = await alerts.of_question(turn.work, key, reply_to) if reply_to is not None else None
    alert = await alerts.get(turn.work, number) if number is not None else None
    if alert is None:
        return False
    if alert.outcome is None and may_end(turn, alert):
        _ask(turn, alert, "alert-note-first")
    elif not isinstance(content, TextIn):
        turn.say("alert-note-how", kind="staff")
    elif await alerts.note(turn.work, alert.id, turn.person_id, content.text):
        alerts.stamp(turn.work, alert.id, "note", turn.person_id)
        turn.say("alert-note-kept", kind="staff")
    else:
        turn.say("alert-note-there", kind="staff")
    return True


# The clock of outcomes.


def begin(desk: Desk, alert_id: AlertId) -> None:
    """Somebody took the alert: after a while they are asked what came of it."""
    _plan(desk, alert_id, 1, desk.work.now + OUTCOME_FIRST)


def _plan(desk: Desk, alert_id: AlertId, number: int, at: int) -> None:
    due.plan(desk.work, REMINDER, alert_id, at, f"outcome:{alert_id}:{number}", {"number": number})


async def remind(desk: Desk, what: Due) -> None:
    """Asks whoever has the alert; after the last time, or when they are gone, the supervisors."""
    alert = await alerts.get(desk.work, AlertId(what.subject))
    if alert is None or alert.outcome is not None or alert.acknowledged_by is None:
        return
    number, holder = int(what.body["number"]), alert.acknowledged_by
    if number > OUTCOME_REMINDERS or await people.member(desk.work, holder) is None:
        await _tell_supervisors(desk, alert)
        return
    ask = _asking(desk, alert, "alert-how-ended-again")
    if await desk.tell(holder, "alert_news", ask, About(alert=alert.id)):
        alerts.stamp(desk.work, alert.id, "reminded", holder)
    _plan(desk, alert.id, number + 1, desk.work.now + OUTCOME_AGAIN)


def _asking(desk: Desk, alert: Alert, key: str, who: str = "") -> Compose:
    waited = desk.work.now - (alert.acknowledged_at or alert.raised_at)

    def compose(me: Speaker) -> Text:
        category = me.say(f"alert-{alert.category}")
        text = me.say(key, category=category, span=me.span(waited), who=who)
        return Text(text, choices(me, alert))

    return compose


async def _tell_supervisors(desk: Desk, alert: Alert) -> None:
    assert alert.acknowledged_by is not None
    who = await cards.who_has(desk, desk.to_staff, alert.acknowledged_by)
    ask = _asking(desk, alert, "alert-without-outcome", who)
    for person in supervisors(await people.staff(desk.work)):
        if await desk.tell(person, "alert_news", ask, About(alert=alert.id)):
            alerts.stamp(desk.work, alert.id, "overdue", person)


# The list.


async def show(turn: Turn) -> None:
    """/alerts: what is not finished, with a button to take it or to write the outcome; then what
    is, and came of it."""
    await _show_open(turn)
    await conclusions.show(turn)


async def _show_open(turn: Turn) -> None:
    audit.record(turn.work, turn.person_id, "read", "alerts")
    found = await alerts.unfinished(turn.work, SHOWN)
    if not found:
        turn.say("alerts-none", kind="staff")
        return
    count = await alerts.unfinished_count(turn.work)
    lines, rows = [turn.me.say("alerts-title", count=count)], []
    for place, alert in enumerate(found, 1):
        lines.append(await _line(turn, alert, place))
        button = _button(turn, alert, place)
        if button is not None:
            rows.append((button,))
    turn.send(Text("\n\n".join(lines), tuple(rows)), "staff")


async def _line(turn: Turn, alert: Alert, place: int) -> str:
    me, holder = turn.me, alert.acknowledged_by
    answered = "mistaken" if alert.mistaken else "confirmed" if alert.confirmed else "no"
    return me.say(
        "alerts-line",
        place=place,
        category=me.say(f"alert-{alert.category}"),
        since=me.when(alert.raised_at, turn.work.now),
        step="taken" if holder is not None else rung(alert.rung).step,
        who=await cards.who_has(turn, me, holder) if holder is not None else "",
        answered=answered,
    )


def _button(turn: Turn, alert: Alert, place: int) -> Button | None:
    if alert.acknowledged_by is None:
        return turn.me.button("button-take-alert", "a", "ack", short(alert.id), place=place)
    if may_end(turn, alert):
        return turn.me.button("button-end-alert", "a", "outcome", short(alert.id), place=place)
    return None
