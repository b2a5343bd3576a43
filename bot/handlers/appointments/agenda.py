"""Appointments that are agreed, as colleagues see them: the list, moving, canceling, the end."""

from datetime import timedelta

from bot.domain.appointment import Appointment, State, overlap
from bot.domain.case import Case
from bot.domain.ids import short
from bot.domain.moments import at_minute
from bot.domain.outgoing import Text
from bot.domain.people import Role
from bot.domain.triage import Acuity
from bot.handlers import conversation
from bot.handlers.appointments import appointing
from bot.handlers.desk import Turn
from bot.handlers.queue import cards
from bot.storage import appointments, audit, cases

VERBS = frozenset({"show", "move", "drop", "sure", "keep", "took", "gone"})
WEEK = 7
PAST = 14 * 24 * 3600 * 1000
"""How far back an appointment is listed while nobody has said how it went."""
SHOWN = 20
"""Appointments that have a button below the list."""


async def show(turn: Turn) -> None:
    """/appointments: past without an end, today, this week; a supervisor sees those of all."""
    everybody = turn.staff is not None and turn.staff.role is Role.SUPERVISOR
    who, now = None if everybody else turn.person_id, turn.work.now
    audit.record(turn.work, turn.person_id, "read_appointments", "appointments")
    midnight = _midnight(turn, 1)
    past = await appointments.coming(turn.work, now - PAST, now, who)
    today = await appointments.coming(turn.work, now, midnight, who)
    week = await appointments.coming(turn.work, midnight, _midnight(turn, WEEK), who)
    if not (past or today or week):
        turn.say("agenda-none", kind="staff")
        return
    lines, rows = [], []
    for key, found in (("agenda-past", past), ("agenda-today", today), ("agenda-week", week)):
        if found:
            lines.append(turn.me.say(key))
        for appointment in found:
            case = await cases.get(turn.work, appointment.case_id)
            if case is None:
                continue
            crowd = [*past, *today, *week]
            lines.append(await _line(turn, appointment, case, crowd, named=everybody))
            rows.append(
                (
                    turn.me.button(
                        "agenda-show", "ap", "show", short(appointment.id), code=case.code
                    ),
                )
            )
    turn.send(Text("\n\n".join(lines), tuple(rows[:SHOWN])), "staff")


def _midnight(turn: Turn, days: int) -> int:
    """When the day begins that is so many days from today, by the clock here."""
    day = turn.house.words.local_time(turn.work.now).date() + timedelta(days=days)
    return at_minute(day, 0, turn.house.words.zone)


async def _line(
    turn: Turn, appointment: Appointment, case: Case, crowd: list[Appointment], *, named: bool
) -> str:
    me, at = turn.me, appointment.starts_at or 0
    line = me.say("agenda-line", code=case.code, **appointing.facts(me, appointment, turn.work.now))
    if named and case.counselor_id is not None:
        line += "\n" + me.say("agenda-with", who=await cards.who_has(turn, me, case.counselor_id))
    elif named:
        line += "\n" + me.say("agenda-with-nobody")
    others = [other for other in crowd if other.counselor_id == appointment.counselor_id]
    if any(o.id != appointment.id and overlap(o.starts_at or 0, at) for o in others):
        line += "\n" + me.say("agenda-overlap")
    return line


async def show_one(turn: Turn, appointment: Appointment, case: Case) -> None:
    """One appointment with what can be done about it."""
    me, now = turn.me, turn.work.now
    audit.record(turn.work, turn.person_id, "read_appointment", f"case:{case.id}")
    text = me.say("agenda-one", code=case.code, **appointing.facts(me, appointment, now))
    turn.send(Text(text, appointing.staff_buttons(me, appointment, now)), "staff")


async def pressed(turn: Turn, verb: str, appointment: Appointment, case: Case) -> None:
    """`show.ID`, `move.ID`, `drop.ID`, `sure.ID`, `keep.ID`, `took.ID`, `gone.ID`."""
    if verb == "show":
        turn.answer()
        await show_one(turn, appointment, case)
    elif appointment.state is not State.CONFIRMED:
        turn.answer("appoint-over", alert=True)
    elif verb == "move":
        await _move(turn, appointment, case)
    elif verb == "drop":
        turn.answer()
        _ask_twice(turn, appointment, case)
    elif verb == "keep":
        turn.answer()
        said = appointing.facts(turn.me, appointment, turn.work.now)
        turn.edit_pressed(turn.me.say("appoint-kept", code=case.code, **said))
    elif verb == "sure":
        await _cancel(turn, appointment, case)
    else:
        await _went(turn, appointment, case, came=verb == "took")


async def _move(turn: Turn, appointment: Appointment, case: Case) -> None:
    """Times are proposed anew; until the family picks one, what is agreed holds."""
    past = (appointment.starts_at or 0) <= turn.work.now
    if case.counselor_id != turn.person_id:
        turn.answer("not-your-case", alert=True)
        return
    turn.answer()
    if past:
        # It did not take place then: what is proposed now is an appointment of its own.
        await appointments.end(turn.work, appointment.id, State.CANCELED)
        turn.edit_pressed(turn.me.say("appoint-moved", code=case.code))
        conversation.begin(turn, "appointment", case.id)
        return
    await appointments.fresh_times(turn.work, appointment.id)
    button = turn.me.button("appoint-choose", "ap", "days", short(appointment.id))
    said = appointing.facts(turn.me, appointment, turn.work.now)
    text = turn.me.say("appoint-moving", code=case.code, **said)
    turn.edit_pressed(text, ((button,),))


def _ask_twice(turn: Turn, appointment: Appointment, case: Case) -> None:
    me, number = turn.me, short(appointment.id)
    rows = (
        (me.button("appoint-sure", "ap", "sure", number),),
        (me.button("appoint-keep", "ap", "keep", number),),
    )
    said = appointing.facts(me, appointment, turn.work.now)
    turn.edit_pressed(me.say("appoint-cancel-sure", code=case.code, **said), rows)


async def _cancel(turn: Turn, appointment: Appointment, case: Case) -> None:
    if not await appointments.end(turn.work, appointment.id, State.CANCELED):
        turn.answer("appoint-over", alert=True)
        return
    audit.record(turn.work, turn.person_id, "appointment_canceled", f"case:{case.id}")
    turn.answer()
    me, now = turn.me, turn.work.now
    said = appointing.facts(me, appointment, now)
    waits = await appointing.how_it_leaves(turn, me, case)
    turn.edit_pressed(me.say("appoint-canceled", code=case.code, **said) + waits)
    await appointing.tell_family(
        turn,
        case,
        lambda to: Text(
            to.say("appointment-canceled-by-us", **appointing.facts(to, appointment, now))
        ),
    )
    if case.counselor_id not in (None, turn.person_id):
        await appointing.tell_staff(turn, case, "appoint-canceled", said=said)


async def _went(turn: Turn, appointment: Appointment, case: Case, *, came: bool) -> None:
    """How it went, said by a colleague; a family that did not come hears no reproach."""
    now, me = turn.work.now, turn.me
    if (appointment.starts_at or 0) > now:
        turn.answer("appoint-not-yet", alert=True)
        return
    state = State.TOOK_PLACE if came else State.NO_SHOW
    if not await appointments.end(turn.work, appointment.id, state):
        turn.answer("appoint-over", alert=True)
        return
    audit.record(turn.work, turn.person_id, f"appointment_{state}", f"case:{case.id}")
    turn.answer()
    if came:
        turn.edit_pressed(me.say("appoint-took-place-kept", code=case.code))
        return
    severe = case.acuity in (Acuity.IMMEDIATE, Acuity.HIGH)
    key = "appoint-no-show-severe" if severe else "appoint-no-show-kept"
    turn.edit_pressed(me.say(key, code=case.code))
    number = short(appointment.id)
    await appointing.tell_family(
        turn,
        case,
        lambda to: Text(
            to.say("appointment-missed"),
            ((to.button("appointment-another", "pick", "again", number),),),
        ),
    )
