"""A minor's case: a supervisor answers for the minor's safety before a colleague can claim it."""

from bot.domain.case import Case, Status
from bot.domain.ids import CaseId, unshort
from bot.domain.outgoing import Text
from bot.domain.people import Action, may
from bot.handlers.desk import Turn
from bot.handlers.queue import cards
from bot.storage import audit, cases, leads, people


async def pressed(turn: Turn, parts: tuple[str, ...]) -> None:
    """The button of the notice to supervisors: `lead.CASE`."""
    number = unshort(parts[1]) if len(parts) == 2 and parts[0] == "lead" else None
    case = await cases.get(turn.work, CaseId(number)) if number is not None else None
    if case is None:
        turn.answer("press-old")
    elif not may(turn.staff, Action.LEAD):
        audit.record(turn.work, turn.person_id, "lead", f"case:{case.id}", allowed=False)
        turn.answer("refused-role" if turn.staff else "refused-not-staff", alert=True)
    elif await leads.take(turn.work, case.id, turn.person_id):
        await _led(turn, case)
    else:
        await _not_led(turn, case)


async def _led(turn: Turn, case: Case) -> None:
    """The other supervisors learn who it is."""
    lead = turn.staff
    assert lead is not None
    audit.record(turn.work, turn.person_id, "leads", f"case:{case.id}")
    turn.answer()
    turn.edit_pressed(turn.me.say("lead-yours", code=case.code))
    for member in await people.staff(turn.work):
        if may(member, Action.LEAD) and member.person_id != lead.person_id:
            await turn.tell(
                member.person_id,
                "staff",
                lambda me: Text(me.say("lead-told", code=case.code, who=cards.title(me, lead))),
            )


async def _not_led(turn: Turn, case: Case) -> None:
    if case.status is Status.CLOSED:
        turn.answer("case-closed-already", alert=True)
    elif not case.minor:
        turn.answer("press-old")
    elif case.lead_id == turn.person_id:
        turn.answer("lead-already-yours", code=case.code)
    elif case.lead_id is not None:
        turn.answer("lead-other", who=await cards.who_has(turn, turn.me, case.lead_id), alert=True)
    else:
        audit.record(turn.work, turn.person_id, "lead", f"case:{case.id}", allowed=False)
        turn.answer("refused-own-case", alert=True)
