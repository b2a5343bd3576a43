"""Here and away: whether a colleague takes cases now, and what becomes of those they have."""

from bot.domain.case import Case
from bot.domain.duty import next_begin
from bot.domain.outgoing import Text
from bot.domain.people import Action, may
from bot.domain.safeguarding import on_call
from bot.handlers.desk import Turn
from bot.handlers.queue import cards
from bot.handlers.staff import supervisors, welfare
from bot.storage import audit, claims, duty, people


async def come(turn: Turn) -> None:
    """/on: from now on, inside the shifts, cases may come."""
    if await duty.set_available(turn.work, turn.person_id, available=True):
        audit.record(turn.work, turn.person_id, "came", "staff")
    if await duty.on_duty(turn.work, turn.person_id):
        turn.say("on-done", kind="staff")
        return
    shifts = await duty.shifts_of(turn.work, turn.person_id, duty.WORK)
    begin = next_begin(shifts, turn.work.now, turn.work.zone) or turn.work.now
    turn.say("on-later", kind="staff", at=turn.me.when(begin, turn.work.now))


async def leave(turn: Turn) -> None:
    """/away: no new cases, and no calls. What one has stays, or goes back with a button."""
    assert turn.staff is not None
    was_on_call = any(
        member.person_id == turn.person_id for member in on_call(await people.staff(turn.work))
    )
    if await duty.set_available(turn.work, turn.person_id, available=False):
        audit.record(turn.work, turn.person_id, "left", "staff")
    held = await duty.held(turn.work, turn.person_id)
    parts = [turn.me.say("away-done", held=held)]
    if was_on_call:
        parts.append(turn.me.say("away-off-call"))
    buttons = ((turn.me.button("button-give-back", "here", "back"),),) if held else ()
    turn.send(Text("\n\n".join(parts), buttons), "staff")
    if was_on_call and not on_call(await people.staff(turn.work)):
        await supervisors.tell(turn, lambda me: Text(me.say("nobody-on-call")))


async def pressed(turn: Turn, parts: tuple[str, ...]) -> None:
    """The button under /away: `back` gives all cases back to the queue."""
    if parts != ("back",) or not may(turn.staff, Action.CLAIM):
        turn.answer("press-old")
        return
    given = await claims.release_all(turn.work, turn.person_id)
    if not given:
        turn.answer("press-old")
        return
    await people.face(turn.work, turn.person_id, None, settled=False)
    for case in given:
        await _given_back(turn, case)
        await welfare.after(turn, case, turn.person_id)
    turn.answer()
    turn.edit_pressed(turn.me.say("given-back", count=len(given)))


async def _given_back(turn: Turn, case: Case) -> None:
    """The case waits again, and the family knows that nothing is lost."""
    audit.record(turn.work, turn.person_id, "gave_back", f"case:{case.id}")
    await cards.refresh(turn, case.id)
    if case.person_id is not None:
        await turn.tell(case.person_id, "claimed", lambda me: Text(me.say("returned-family")))
