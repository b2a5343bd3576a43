"""The family's side of an appointment: picking a time, asking for another, canceling."""

from bot.domain.appointment import SOONEST, Appointment, State, Why
from bot.domain.case import Case, Status
from bot.domain.contact import Writing
from bot.domain.ids import short, unshort
from bot.domain.outgoing import Text
from bot.handlers.appointments import appointing
from bot.handlers.desk import Turn
from bot.storage import appointments, audit, contact
from bot.storage.appointments import Picked


async def pressed(turn: Turn, parts: tuple[str, ...]) -> None:
    """`at.ID.MINUTE`, `none.ID`, `why.ID.WHY`, `move.ID`, `drop.ID`, `sure.ID`, `keep.ID`,
    `again.ID`: of the family whose appointment it is."""
    found = await appointing.of_press(turn, parts[1]) if len(parts) in (2, 3) else None
    if found is None or found[1].person_id != turn.person_id:
        turn.answer("press-old")
        return
    appointment, case = found
    if case.status is Status.CLOSED:
        turn.answer("appointment-over", alert=True)
        return
    match parts:
        case ("at", _, minute):
            await _pick(turn, appointment, case, (unshort(minute) or 0) * 60_000)
        case ("none", _) if appointment.offered:
            _ask_why(turn, appointment)
        case ("why", _, why) if appointment.offered and why in set(Why):
            await _decline(turn, appointment, case, Why(why))
        case ("again", _) if not appointment.live:
            turn.answer()
            turn.edit_pressed(turn.me.say("appointment-asked-again"))
            await _tell_wish(turn, case, "appoint-wish-again")
        case ("move" | "drop" | "sure" | "keep" as verb, _) if _coming(turn, appointment):
            await _agreed(turn, verb, appointment, case)
        case _:
            turn.answer("appointment-over", alert=True)


def _coming(turn: Turn, appointment: Appointment) -> bool:
    at = appointment.starts_at
    return appointment.state is State.CONFIRMED and at is not None and at > turn.work.now


async def _pick(turn: Turn, appointment: Appointment, case: Case, at: int) -> None:
    """One of the times. Where it is gone, the others are shown."""
    if appointment.state is State.CONFIRMED and appointment.starts_at == at:
        turn.answer("appointment-yours")
        return
    if not appointment.offered or at not in appointment.times:
        turn.answer("appointment-over", alert=True)
        return
    if at < turn.work.now + SOONEST:
        await _gone(turn, appointment, case, at, "appointment-past")
        return
    counselor = case.counselor_id or appointment.counselor_id
    match await appointments.pick(turn.work, appointment.id, at, counselor):
        case Picked.WON:
            await _won(turn, appointment, case)
        case Picked.TAKEN:
            await _gone(turn, appointment, case, at, "appointment-taken")
        case Picked.OVER:
            turn.answer("appointment-over", alert=True)


async def _won(turn: Turn, before: Appointment, case: Case) -> None:
    agreed = await appointments.get(turn.work, before.id)
    assert agreed is not None
    turn.answer()
    text = await _agreed_text(turn, agreed)
    turn.edit_pressed(text, appointing.agreed_buttons(turn.me, agreed))
    moved = before.state is State.CONFIRMED
    did = "appointment_moved" if moved else "appointment_agreed"
    audit.record(turn.work, turn.person_id, did, f"case:{case.id}")
    key = "appoint-moved-agreed" if moved else "appoint-agreed"
    await appointing.tell_staff(turn, case, key, about=agreed)


async def _agreed_text(turn: Turn, agreed: Appointment) -> str:
    """What is agreed, what may still be needed for it, and whether we remind."""
    me = turn.me
    lines = [me.say("appointment-agreed", **appointing.facts(me, agreed, turn.work.now))]
    standing = await contact.standing(turn.work, turn.person_id)
    waits = standing is not None and standing.rules.writing is Writing.WAIT
    lines.append(me.say("appointment-without-reminder" if waits else "appointment-reminder-comes"))
    return "\n\n".join(lines)


async def _gone(turn: Turn, appointment: Appointment, case: Case, at: int, key: str) -> None:
    """Somebody else was faster, or the hour has come: the other times still stand."""
    turn.answer(key, alert=True)
    await appointments.drop_time(turn.work, appointment.id, at)
    left = await appointments.get(turn.work, appointment.id)
    if left is not None and left.times:
        shown = appointing.offer(turn.me, left, turn.work.now)
        turn.edit_pressed(shown.text, shown.buttons)
        return
    await appointments.decline(turn.work, appointment.id)
    turn.edit_pressed(turn.me.say("appointment-none-left"))
    await _tell_wish(turn, case, "appoint-none-left")


def _ask_why(turn: Turn, appointment: Appointment) -> None:
    """Something small to press; whoever wants to say more writes it into the talk."""
    me, number = turn.me, short(appointment.id)
    rows = tuple((me.button(f"appointment-why-{why}", "pick", "why", number, why.value),)
                 for why in Why)  # fmt: skip
    turn.answer()
    turn.edit_pressed(me.say("appointment-why"), rows)


async def _decline(turn: Turn, appointment: Appointment, case: Case, why: Why) -> None:
    if not await appointments.decline(turn.work, appointment.id):
        turn.answer("appointment-over", alert=True)
        return
    audit.record(turn.work, turn.person_id, "appointment_declined", f"case:{case.id}")
    turn.answer()
    turn.edit_pressed(turn.me.say("appointment-declined"))
    await _tell_wish(turn, case, "appoint-declined", why=why.value)


async def _tell_wish(turn: Turn, case: Case, key: str, **said: str) -> None:
    """The counselor hears what the family would like, with the way to propose times."""
    number = short(case.id)
    await appointing.tell_staff(turn, case, key, "appoint-propose", "ap", "case", number, said=said)


# What is agreed.


async def _agreed(turn: Turn, verb: str, appointment: Appointment, case: Case) -> None:
    me, now = turn.me, turn.work.now
    said = appointing.facts(me, appointment, now)
    turn.answer()
    match verb:
        case "move":
            turn.edit_pressed(me.say("appointment-move-asked", **said))
            audit.record(turn.work, turn.person_id, "appointment_move_asked", f"case:{case.id}")
            await appointing.tell_staff(turn, case, "appoint-wish-move", about=appointment)
        case "drop":
            rows = (
                (me.button("appointment-sure", "pick", "sure", short(appointment.id)),),
                (me.button("appointment-keep", "pick", "keep", short(appointment.id)),),
            )
            turn.edit_pressed(me.say("appointment-cancel-sure", **said), rows)
        case "keep":
            text = me.say("appointment-stands", **said)
            turn.edit_pressed(text, appointing.agreed_buttons(me, appointment))
        case _:
            await _cancel(turn, appointment, case)


async def _cancel(turn: Turn, appointment: Appointment, case: Case) -> None:
    if not await appointments.end(turn.work, appointment.id, State.CANCELED):
        return
    audit.record(turn.work, turn.person_id, "appointment_canceled", f"case:{case.id}")
    turn.edit_pressed(turn.me.say("appointment-canceled"))
    at = appointing.at_of(turn.to_staff, appointment.starts_at or 0, turn.work.now)
    await _tell_wish(turn, case, "appoint-canceled-by-family", at=at)


async def standing(turn: Turn, case: Case) -> None:
    """For /status: the agreed appointment and its buttons, or the times that may be picked."""
    live = await appointments.live_of(turn.work, case.id)
    if live is None or case.status is Status.CLOSED:
        return
    me, now = turn.me, turn.work.now
    if _coming(turn, live):
        text = me.say("appointment-stands", **appointing.facts(me, live, now))
        turn.send(Text(text, appointing.agreed_buttons(me, live)))
    if live.offered:
        turn.send(appointing.offer(me, live, now))
