"""What both sides of an appointment share: how it is said, who hears of it, and how it ends."""

from collections.abc import Mapping

from bot.domain.appointment import Appointment, State, overlap
from bot.domain.case import Case, Status
from bot.domain.contact import allowed_at
from bot.domain.ids import AppointmentId, PersonId, short, unshort
from bot.domain.outgoing import Button, Buttons, Text
from bot.domain.people import Role
from bot.handlers.desk import Compose, Desk, Speaker
from bot.storage import appointments, cases, contact, people
from bot.storage.outbox import About


def at_of(me: Speaker, at: int, now: int) -> str:
    """The moment in words: near days by name, always with the date."""
    return me.house.words.appointed(me.language, at, now)


def facts(me: Speaker, appointment: Appointment, now: int) -> dict[str, str]:
    """What texts about an appointment say of it; `none` where it has no place, or no time yet."""
    at = appointment.starts_at
    return {
        "way": appointment.way.value,
        "place": appointment.place or "none",
        "at": at_of(me, at, now) if at is not None else "none",
    }


async def of_press(desk: Desk, number: str) -> tuple[Appointment, Case] | None:
    """The appointment that a button is about, with its case."""
    found = unshort(number)
    appointment = await appointments.get(desk.work, AppointmentId(found)) if found else None
    case = await cases.get(desk.work, appointment.case_id) if appointment else None
    return (appointment, case) if appointment is not None and case is not None else None


# What a family sees.


def offer(me: Speaker, appointment: Appointment, now: int) -> Text:
    """The proposed times, each a button."""
    number, words = short(appointment.id), me.house.words
    rows = [
        (
            me.button(
                "appointment-time", "pick", "at", number, short(at // 60_000),
                day=words.day(me.language, at, now), clock=words.clock(me.language, at),
            ),
        )
        for at in appointment.times
    ]  # fmt: skip
    rows.append((me.button("appointment-none-fits", "pick", "none", number),))
    said = facts(me, appointment, now)
    key = "appointment-offer" if appointment.state is State.OPEN else "appointment-offer-again"
    return Text(me.say(key, **said), tuple(rows))


def agreed_buttons(me: Speaker, appointment: Appointment) -> Buttons:
    number = short(appointment.id)
    return (
        (
            me.button("appointment-other-time", "pick", "move", number),
            me.button("appointment-cannot-come", "pick", "drop", number),
        ),
    )


async def tell_family(desk: Desk, case: Case, compose: Compose, kind: str = "appointment") -> bool:
    """Through the gate: in their hours, veiled where only plain lines are safe."""
    if case.person_id is None:
        return False
    return await desk.tell(case.person_id, kind, compose, About(case=case.id))


async def how_it_leaves(desk: Desk, me: Speaker, case: Case) -> str:
    """What a colleague must know of a message that does not reach the family now; or nothing."""
    found = await contact.standing(desk.work, case.person_id) if case.person_id else None
    if found is None:
        return ""
    now, zone = desk.work.now, desk.house.words.zone
    at = allowed_at(found.rules, "appointment", now, found.seen_at, zone)
    if at is None:
        return "\n\n" + me.say("appoint-waits")
    return "\n\n" + me.say("appoint-later", at=at_of(me, at, now)) if at > now else ""


# What colleagues see.


def staff_buttons(me: Speaker, appointment: Appointment, now: int) -> Buttons:
    """What a colleague can do with an agreed appointment, before it and after it."""
    number, at = short(appointment.id), appointment.starts_at
    if appointment.state is not State.CONFIRMED or at is None:
        return ()
    move = me.button("appoint-move", "ap", "move", number)
    if at > now:
        return ((move, me.button("appoint-cancel", "ap", "drop", number)),)
    took, gone = ("appoint-took-place", "took"), ("appoint-no-show", "gone")
    return (
        (me.button(took[0], "ap", took[1], number), me.button(gone[0], "ap", gone[1], number)),
        (move,),
    )


async def tell_staff(
    desk: Desk,
    case: Case,
    key: str,
    *buttons: str,
    about: Appointment | None = None,
    said: Mapping[str, str] | None = None,
) -> None:
    """The counselor whose case it is now; while nobody has it, the supervisors.

    `buttons`: parts of one button of its text (`key, area, …`). `about` gives its facts, and
    without `buttons` all that can be done with it.
    """
    now = desk.work.now

    def compose(me: Speaker) -> Text:
        given = facts(me, about, now) if about is not None else {}
        text = me.say(key, code=case.code, **{**given, **(said or {})})
        if buttons:
            return Text(text, ((Button(me.say(buttons[0]), me.button(*buttons).data),),))
        return Text(text, staff_buttons(me, about, now) if about is not None else ())

    for person in await concerned(desk, case):
        await desk.tell(person, "staff", compose, About(case=case.id))


async def concerned(desk: Desk, case: Case) -> list[PersonId]:
    """Whose appointment it is, read at this moment: cases change hands."""
    if case.counselor_id is not None:
        return [case.counselor_id]
    staff = await people.staff(desk.work)
    return [member.person_id for member in staff if member.role is Role.SUPERVISOR]


async def collides(desk: Desk, case: Case, at: int, but: AppointmentId) -> str:
    """The code of another case whose appointment of the same counselor overlaps; or nothing."""
    near = 24 * 60 * 60_000
    found = await appointments.coming(desk.work, at - near, at + near, case.counselor_id)
    for other in found:
        if other.id != but and other.starts_at is not None and overlap(other.starts_at, at):
            known = await cases.get(desk.work, other.case_id)
            return known.code if known else ""
    return ""


# The end of the case, and its next counselor.


async def end_with_case(desk: Desk, case: Case) -> None:
    """The case is closed: what was agreed does not take place, and both sides are told."""
    live = await appointments.live_of(desk.work, case.id)
    if live is None or not await appointments.end(desk.work, live.id, State.CANCELED):
        return
    coming = live.starts_at is not None and live.starts_at > desk.work.now
    if live.state is not State.CONFIRMED or not coming:
        return
    now = desk.work.now
    await tell_family(
        desk, case, lambda me: Text(me.say("appointment-ended", **facts(me, live, now)))
    )
    at = at_of(desk.to_staff, live.starts_at or 0, now)
    await tell_staff(desk, case, "appoint-ended", said={"at": at})


async def mend(desk: Desk, appointment: Appointment) -> None:
    """An appointment whose case was closed or given to somebody else in the meantime."""
    case = await cases.get(desk.work, appointment.case_id)
    if case is None:
        return
    if case.status is Status.CLOSED:
        await end_with_case(desk, case)
        return
    at, counselor = appointment.starts_at, case.counselor_id
    if counselor is None or not await appointments.follow(desk.work, appointment, counselor):
        return
    if appointment.state is State.CONFIRMED and at is not None:
        said = {"other": await collides(desk, case, at, appointment.id) or "none"}
        await tell_staff(desk, case, "appoint-inherited", about=appointment, said=said)
