"""Reminders of appointments, the question how one went, and those whose case went another way."""

from bot.domain.appointment import SOONEST, Appointment, State
from bot.domain.case import Case, Status
from bot.domain.ids import AppointmentId, short
from bot.domain.outgoing import Text
from bot.handlers import gate
from bot.handlers.appointments import appointing
from bot.handlers.desk import Desk
from bot.storage import appointments, cases, contact, due
from bot.storage.due import Due

KIND = "reminder"
"""The kind of message that reminds a family."""
_FAMILY_ONLY = {"to": "family"}


async def remind(desk: Desk, what: Due) -> None:
    """A day or an hour before: the counselor at once, the family when it may be written to."""
    found = await _agreed(desk, what)
    if found is None:
        return
    appointment, case = found
    if appointment.starts_at is None or appointment.starts_at <= desk.work.now:
        return
    if not what.body:
        key = "appoint-reminder" if case.counselor_id is not None else "appoint-reminder-nobody"
        await appointing.tell_staff(desk, case, key, about=appointment)
    await _remind_family(desk, what, appointment, case)


async def ask(desk: Desk, what: Due) -> None:
    """After the time: the counselor is asked whether it took place."""
    found = await _agreed(desk, what)
    if found is not None:
        await appointing.tell_staff(desk, found[1], "appoint-how-went", about=found[0])


async def unpicked(desk: Desk, what: Due) -> None:
    """Nobody has picked one of these times: the counselor hears of it once."""
    appointment = await appointments.get(desk.work, AppointmentId(what.subject))
    case = await cases.get(desk.work, appointment.case_id) if appointment else None
    if appointment is None or case is None or case.status is Status.CLOSED:
        return
    if appointment.live and appointment.offered and list(appointment.times) == what.body["times"]:
        button = ("appoint-move", "ap", "case", short(case.id))
        await appointing.tell_staff(desk, case, "appoint-unpicked", *button)


async def _agreed(desk: Desk, what: Due) -> tuple[Appointment, Case] | None:
    appointment = await appointments.get(desk.work, AppointmentId(what.subject))
    case = await cases.get(desk.work, appointment.case_id) if appointment else None
    if appointment is None or case is None or case.status is Status.CLOSED:
        return None
    return (appointment, case) if appointment.state is State.CONFIRMED else None


async def _remind_family(desk: Desk, what: Due, appointment: Appointment, case: Case) -> None:
    """Not what the gate would hold: a reminder that leaves later says another day, or comes too
    late. It is planned anew for when their hours begin; who is not to be written to has /status."""
    standing = await contact.standing(desk.work, case.person_id) if case.person_id else None
    if standing is None or appointment.starts_at is None:
        return
    now = desk.work.now
    at = gate.leaves_at(desk.house, standing, KIND, now)
    if at is not None and at > now:
        if at <= appointment.starts_at - SOONEST:
            key = f"{what.key}:{at}"
            due.plan(desk.work, what.kind, what.subject, at, key, _FAMILY_ONLY)
    elif at is not None:
        await appointing.tell_family(
            desk,
            case,
            lambda me: Text(
                me.say("appointment-reminder", **appointing.facts(me, appointment, now)),
                appointing.agreed_buttons(me, appointment),
            ),
            KIND,
        )


async def watch(desk: Desk) -> None:
    """Closed in the meantime: both are told. Another counselor: they get to know of it."""
    for appointment in await appointments.astray(desk.work):
        await appointing.mend(desk, appointment)
