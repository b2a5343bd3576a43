"""A counselor proposes times: way, place, days, hours; up to five, then they go to the family."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from bot.conversations.flow import Answer, Picked, Told
from bot.domain.appointment import SOONEST, UNPICKED, Appointment, State, Way, unfit, unpicked_at
from bot.domain.case import Case, Status, read_case_code
from bot.domain.ids import CaseId, short, unshort
from bot.domain.moments import at_minute
from bot.domain.outgoing import Button, Text, in_rows
from bot.domain.people import Action, Role, may
from bot.domain.text import store
from bot.handlers import choosing, conversation, holding
from bot.handlers.appointments import agenda, appointing
from bot.handlers.desk import Turn
from bot.storage import appointments, audit, cases, due
from bot.words import read_moment

DAYS = 8
"""Days from today on that have a button; any other is typed."""
HOURS = range(8, 22)
"""Hours that have a button."""


async def appoint(turn: Turn, argument: str) -> None:
    """/appoint [CODE]: proposes to the family of that case; of the message replied to, or the
    only one. With a moment instead of a code: one more time of the proposal at hand."""
    code = read_case_code(argument)
    # The figures in a code may look like a day and an hour.
    moment = read_moment(argument) if code is None else None
    if argument and code is None and moment is None:
        turn.say("appoint-how", kind="staff")
        return
    case, held = await choosing.meant(turn, code)
    if case is not None:
        await (_typed_for(turn, case, moment) if moment else _begin(turn, case))
    elif code:
        turn.say("not-your-case", kind="staff")
    else:
        choosing.ask_which(turn, held, "appoint-which", "ap", "case")


async def _begin(turn: Turn, case: Case) -> None:
    live = await appointments.live_of(turn.work, case.id)
    if case.person_id is None:
        turn.say("appoint-nobody", kind="staff", code=case.code)
    elif live is not None and live.state is State.CONFIRMED:
        await agenda.show_one(turn, live, case)
    else:
        conversation.begin(turn, "appointment", case.id)


async def arranged(turn: Turn, answers: Mapping[str, Answer], subject: CaseId | None) -> None:
    """Way and place are said: now the times."""
    case = await _of_mine(turn, subject)
    way, place = answers.get("way"), answers.get("place")
    if case is None or not isinstance(way, Picked):
        return
    where = place.parts[0] if isinstance(place, Told) else ""
    said = store(where).strip() if isinstance(where, str) else ""
    draft = await appointments.draft(turn.work, case.id, turn.person_id, Way(way.key), said)
    if draft is None:
        turn.say("appoint-agreed-already", kind="staff", code=case.code)
        return
    turn.send(_days(turn, draft, case), "staff")


async def typed(turn: Turn, answers: Mapping[str, Answer], subject: CaseId | None) -> None:
    """A time in the counselor's own words."""
    case, said = await _of_mine(turn, subject), answers.get("typed")
    if case is not None and isinstance(said, Told) and isinstance(said.parts[0], str):
        await _typed_for(turn, case, said.parts[0])


async def _of_mine(turn: Turn, subject: CaseId | None) -> Case | None:
    case = await cases.get(turn.work, subject) if subject is not None else None
    if case is None or case.counselor_id != turn.person_id or case.status is Status.CLOSED:
        turn.say("not-your-case", kind="staff")
        return None
    return case


async def _typed_for(turn: Turn, case: Case, local: str) -> None:
    live = await appointments.live_of(turn.work, case.id)
    if live is None or live.offered:
        turn.say("appoint-first", kind="staff")
        return
    at = turn.house.words.moment(local)
    wrong = unfit(at, turn.work.now, live.times)
    if wrong is None:
        await appointments.add_time(turn.work, live.id, at)
        live = await appointments.get(turn.work, live.id) or live
    else:
        turn.say(f"appoint-unfit-{wrong}", kind="staff")
    turn.send(await _chosen(turn, live, case), "staff")


# Presses.


async def pressed(turn: Turn, parts: tuple[str, ...]) -> None:
    """Of the counselor: `case.CASE`; `days.ID`, `day.ID.DAY`, `hour.ID.DAY.HOUR`, `type.ID`,
    `send.ID`, `fresh.ID`, `stop.ID`; of what is agreed: see `agenda`."""
    if parts[:1] == ("case",) and len(parts) == 2:
        case = await cases.get(turn.work, CaseId(unshort(parts[1]) or 0))
        if case is None or not await mine(turn, case):
            turn.answer("not-your-case", alert=True)
            return
        turn.answer()
        await _begin(turn, case)
        return
    found = await appointing.of_press(turn, parts[1]) if len(parts) >= 2 else None
    if found is None:
        turn.answer("press-old")
    elif not await mine(turn, found[1]):
        turn.answer("not-your-case", alert=True)
    elif parts[0] in agenda.VERBS:
        await agenda.pressed(turn, parts[0], *found)
    elif not found[0].live or found[0].offered or found[1].counselor_id != turn.person_id:
        turn.answer("appoint-over", alert=True)
    else:
        await _chosen_press(turn, parts, *found)


async def mine(turn: Turn, case: Case) -> bool:
    """The counselor's own case; any of a supervisor's, to look and to end."""
    supervises = turn.staff is not None and turn.staff.role is Role.SUPERVISOR
    if may(turn.staff, Action.TALK) and (case.counselor_id == turn.person_id or supervises):
        return True
    audit.record(turn.work, turn.person_id, "appoint", f"case:{case.id}", allowed=False)
    return False


async def _chosen_press(turn: Turn, parts: tuple[str, ...], draft: Appointment, case: Case) -> None:
    match parts:
        case ("days", _):
            turn.answer()
            _redraw(turn, _days(turn, draft, case))
        case ("day", _, day) if (on := _day_of(day)) is not None:
            turn.answer()
            _redraw(turn, _hours(turn, draft, case, on))
        case ("hour", _, day, hour) if (on := _day_of(day)) is not None and hour in _HOUR_KEYS:
            await _add(turn, draft, case, _at(turn, on, int(hour)))
        case ("type", _):
            turn.answer()
            conversation.begin(turn, "times", case.id)
        case ("send", _):
            await _send(turn, draft, case)
        case ("fresh", _):
            turn.answer()
            await appointments.fresh_times(turn.work, draft.id)
            fresh = await appointments.get(turn.work, draft.id)
            _redraw(turn, _days(turn, fresh or draft, case))
        case ("stop", _):
            await _stop(turn, draft, case)
        case _:
            turn.answer("press-old")


_HOUR_KEYS = frozenset(map(str, HOURS))


def _day_of(text: str) -> date | None:
    try:
        return datetime.strptime(text, "%Y%m%d").date()  # noqa: DTZ007 (a day has no zone)
    except ValueError:
        return None


def _at(turn: Turn, day: date, hour: int) -> int:
    return at_minute(day, hour * 60, turn.house.words.zone)


def _redraw(turn: Turn, message: Text) -> None:
    turn.edit_pressed(message.text, message.buttons)


async def _add(turn: Turn, draft: Appointment, case: Case, at: int) -> None:
    wrong = unfit(at, turn.work.now, draft.times)
    if wrong is not None:
        turn.answer(f"appoint-unfit-{wrong}", alert=True)
        return
    await appointments.add_time(turn.work, draft.id, at)
    fresh = await appointments.get(turn.work, draft.id)
    turn.answer()
    _redraw(turn, await _chosen(turn, fresh or draft, case))


async def _send(turn: Turn, draft: Appointment, case: Case) -> None:
    """Only what can still be picked goes out."""
    for at in draft.times:
        if at < turn.work.now + SOONEST:
            await appointments.drop_time(turn.work, draft.id, at)
    if not await appointments.offer(turn.work, draft.id):
        turn.answer("appoint-no-times", alert=True)
        return
    sent = await appointments.get(turn.work, draft.id)
    assert sent is not None
    audit.record(turn.work, turn.person_id, "appointment_proposed", f"case:{case.id}")
    turn.answer()
    now = turn.work.now
    at = unpicked_at(sent.times, now)
    due.plan(turn.work, UNPICKED, sent.id, at, f"unpicked:{sent.id}:{now}", {"times": sent.times})
    if await appointing.tell_family(turn, case, lambda me: appointing.offer(me, sent, now)):
        await holding.turned_to(turn, case)
        text = turn.me.say("appoint-sent", code=case.code, count=len(sent.times))
        turn.edit_pressed(text + await appointing.how_it_leaves(turn, turn.me, case))
    else:
        turn.edit_pressed(turn.me.say("appoint-nobody", code=case.code))


async def _stop(turn: Turn, draft: Appointment, case: Case) -> None:
    """What was not sent is forgotten; what is agreed stays."""
    if draft.state is State.OPEN:
        await appointments.end(turn.work, draft.id, State.CANCELED)
    else:
        await appointments.fresh_times(turn.work, draft.id)
    turn.answer()
    turn.edit_pressed(turn.me.say("appoint-stopped", code=case.code))


# How it looks.


def _title(turn: Turn, draft: Appointment, case: Case) -> str:
    me, now = turn.me, turn.work.now
    lines = [me.say("appoint-title", code=case.code, **appointing.facts(me, draft, now))]
    lines += [me.say("appoint-line", at=appointing.at_of(me, at, now)) for at in draft.times]
    return "\n".join(lines)


def _days(turn: Turn, draft: Appointment, case: Case) -> Text:
    me, now, words = turn.me, turn.work.now, turn.house.words
    today, number = words.local_time(now).date(), short(draft.id)
    buttons = []
    for away in range(DAYS):
        day = today + timedelta(days=away)
        noon = _at(turn, day, 12)
        label = words.day(me.language, noon, now)
        buttons.append(Button(label, me.button("appoint-day", "ap", "day", number, f"{day:%Y%m%d}",
                                               day=label).data))  # fmt: skip
    rows = [*in_rows(buttons, 2)]
    rows.append(
        (me.button("appoint-type", "ap", "type", number), me.button("appoint-stop", "ap", "stop",
                                                                    number)))  # fmt: skip
    return Text(_title(turn, draft, case) + "\n\n" + me.say("appoint-which-day"), tuple(rows))


def _hours(turn: Turn, draft: Appointment, case: Case, day: date) -> Text:
    me, now, number = turn.me, turn.work.now, short(draft.id)
    buttons = [
        me.button(
            "appoint-hour", "ap", "hour", number, f"{day:%Y%m%d}", str(hour),
            clock=turn.house.words.clock(me.language, at),
        )
        for hour in HOURS
        if (at := _at(turn, day, hour)) >= now + SOONEST
    ]  # fmt: skip
    rows = [*in_rows(buttons, 4)]
    rows.append((me.button("appoint-back", "ap", "days", number),))
    said = turn.house.words.day(me.language, _at(turn, day, 12), now)
    text = _title(turn, draft, case) + "\n\n" + me.say("appoint-which-hour", day=said)
    return Text(text, tuple(rows))


async def _chosen(turn: Turn, draft: Appointment, case: Case) -> Text:
    """The times so far, whether one collides, and what next."""
    me, number = turn.me, short(draft.id)
    lines = [_title(turn, draft, case)]
    for at in draft.times:
        other = await appointing.collides(turn, case, at, draft.id)
        if other:
            clash = appointing.at_of(me, at, turn.work.now)
            lines.append(me.say("appoint-collides", at=clash, other=other))
    rows = (
        (me.button("appoint-send", "ap", "send", number),),
        (
            me.button("appoint-more", "ap", "days", number),
            me.button("appoint-fresh", "ap", "fresh", number),
        ),
        (me.button("appoint-stop", "ap", "stop", number),),
    )
    return Text("\n\n".join(lines), rows if draft.times else rows[1:])
