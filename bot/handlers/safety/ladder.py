"""An alert goes from one to the next until a named person has it: the pages, and how they look."""

from collections import Counter
from dataclasses import dataclass

from bot.domain.case import Case
from bot.domain.ids import AlertId, PersonId, short
from bot.domain.outgoing import Buttons, Edit, Text
from bot.domain.people import Action, StaffMember, may
from bot.domain.safeguarding import Audience, Call, Rung, calls, reached, rung
from bot.handlers.desk import Compose, Desk, Speaker
from bot.handlers.queue import cards
from bot.storage import accounts, alerts, audit, cases, due, outbox, people
from bot.storage.alerts import Alert
from bot.storage.due import Due
from bot.storage.outbox import About

RUNG = "alert_rung"
"""The kind of due row that is the next step of an alert."""
KEPT = 3
"""Pages of one alert in one chat that show who has it: older ones have scrolled away."""


# Climbing.


async def begin(desk: Desk, alert_id: AlertId) -> None:
    """A fresh alert: those on call are paged at once, and the clock knows what follows."""
    alert = await alerts.get(desk.work, alert_id)
    assert alert is not None
    await _page(desk, alert, 0)


async def climb(desk: Desk, what: Due) -> None:
    """The next step, if nobody has taken the alert. After an outage: the highest one reached.

    The guarded write holds the alert until the commit: whoever takes it meanwhile sees our pages.
    """
    alert = await alerts.get(desk.work, AlertId(what.subject))
    if alert is None:
        return
    number = max(int(what.body["rung"]), reached(desk.work.now - alert.raised_at))
    if await alerts.climb(desk.work, alert.id, number):
        await _page(desk, alert, number)


async def _page(desk: Desk, alert: Alert, number: int) -> None:
    now, case = rung(number), await open_case(desk, alert)
    staff = await people.staff(desk.work)
    last = await alerts.last_named(desk.work) if now.audience is Audience.NEXT else None
    called = calls(now, staff, case.counselor_id if case else None, last)
    following = next((m for c in called for m in staff if c.step == "next" and _is(m, c)), None)
    page = Page(alert, case.code if case else "", following)
    for call in called:
        compose = page.to(call, desk.work.now)
        if await desk.tell(call.person_id, "alert", compose, About(alert=alert.id)):
            alerts.stamp(desk.work, alert.id, call.step, call.person_id)
            audit.record(desk.work, call.person_id, "read_alert", f"alert:{alert.id}")
    _tell_groups(desk, alert, now, anybody=bool(called))
    above = number + 1
    due.plan(
        desk.work, RUNG, alert.id, alert.raised_at + rung(above).age,
        f"alert:{alert.id}:{above}", {"rung": above},
    )  # fmt: skip


def _is(member: StaffMember, call: Call) -> bool:
    return member.person_id == call.person_id


def _tell_groups(desk: Desk, alert: Alert, now: Rung, *, anybody: bool) -> None:
    """A line without any words of the family: many read there."""
    waited = desk.work.now - alert.raised_at
    if all(place.group is None for place in desk.house.places.values()):
        return
    if now.groups:
        desk.tell_groups("alert_news", lambda me: Text(me.say("alert-group", span=me.span(waited))))
    elif not anybody:
        desk.tell_groups("alert_news", lambda me: Text(me.say("alert-nobody")))
    else:
        return
    alerts.stamp(desk.work, alert.id, "group")


async def open_case(desk: Desk, alert: Alert) -> Case | None:
    return await cases.open_of(desk.work, alert.person_id) if alert.person_id else None


# How a page looks.


@dataclass(frozen=True, slots=True)
class Page:
    """What all who are paged now read. `following`: the one who is named next."""

    alert: Alert
    code: str
    following: StaffMember | None

    def to(self, call: Call, now: int) -> Compose:
        def compose(me: Speaker) -> Text:
            text = alert_text(me, self.alert, self.code, now)
            if call.step != "on_call":
                who = cards.title(me, self.following) if self.following else ""
                span = me.span(now - self.alert.raised_at)
                text += "\n\n" + me.say("alert-waits", step=call.step, span=span, who=who)
            take = me.button("button-acknowledge", "a", "ack", short(self.alert.id))
            return Text(text, ((take,),), protect=True)

        return compose


def alert_text(me: Speaker, alert: Alert, code: str, now: int) -> str:
    parts = [
        me.say(
            "alert",
            category=me.say(f"alert-{alert.category}"),
            at=me.when(alert.raised_at, now),
        )
    ]
    if code:
        parts.append(me.say("alert-case", code=code))
    if alert.said:
        parts.append(me.say("alert-said", said=alert.said[:1500]))
    return "\n".join(parts)


async def taken_text(desk: Desk, me: Speaker, alert: Alert, *, mine: bool) -> str:
    """The alert with who has it, what to do, and what came of it."""
    case = await open_case(desk, alert)
    parts = [alert_text(me, alert, case.code if case else "", desk.work.now)]
    if alert.outcome is not None and alert.outcome_by is not None:
        who = await cards.who_has(desk, me, alert.outcome_by)
        outcome = me.say(f"alert-outcome-{alert.outcome.value}")
        parts.append(me.say("alert-ended-by", who=who, outcome=outcome))
    elif mine:
        parts.append(me.say("alert-guide"))
    elif alert.acknowledged_by is not None:
        who = await cards.who_has(desk, me, alert.acknowledged_by)
        parts.append(me.say("alert-acknowledged", who=who))
    return "\n\n".join(parts)


def taken_buttons(me: Speaker, alert: Alert, member: StaffMember | None) -> Buttons:
    """What the one who has it can do: talk, and write the outcome."""
    if alert.outcome is not None:
        return ()
    outcome = (me.button("button-outcome", "a", "outcome", short(alert.id)),)
    if may(member, Action.TALK):
        return ((me.button("button-talk", "a", "talk", short(alert.id)),), outcome)
    return (outcome,)


async def refresh(desk: Desk, alert: Alert) -> set[PersonId]:
    """The newest pages show who has the alert, and what came of it. Whose chats have one."""
    shown: Counter[PersonId] = Counter()
    for row in reversed(await alerts.rows_about(desk.work, alert.id)):
        if row.person_id is not None and shown[row.person_id] < KEPT:
            newest = not shown[row.person_id]
            shown[row.person_id] += 1
            await _edit(desk, alert, row, newest=newest)
    return {*shown}


async def _edit(desk: Desk, alert: Alert, row: alerts.AlertRow, *, newest: bool) -> None:
    who = row.person_id
    reach = await accounts.reach_of(desk.work, who, row.id) if who else None
    if reach is None or row.person_id is None:
        return
    me, mine = desk.speaker(reach.language), newest and row.person_id == alert.acknowledged_by
    buttons: Buttons = ()
    if mine:
        buttons = taken_buttons(me, alert, await people.member(desk.work, row.person_id))
    edit = Edit(await taken_text(desk, me, alert, mine=mine), row=row.id, buttons=buttons)
    outbox.put(desk.work, outbox.address(reach.account), "alert_edit", edit)
