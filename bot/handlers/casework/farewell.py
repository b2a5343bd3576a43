"""What follows from a closing, however it came about: the card, the family, the question after."""

from bot.domain.case import Case, Outcome
from bot.domain.ids import PersonId
from bot.domain.outgoing import Text
from bot.handlers import conversation
from bot.handlers.appointments import appointing
from bot.handlers.casework import dormant, handover
from bot.handlers.desk import Desk
from bot.handlers.family import again
from bot.handlers.queue import cards
from bot.handlers.staff import welfare
from bot.storage import feedback, people, tasks

# After these there is nobody to thank, or nothing to ask about.
_NO_FEEDBACK = (Outcome.NO_RESPONSE, Outcome.NOT_COUNSELING)


async def put_away(desk: Desk, case: Case, by: PersonId) -> None:
    """What colleagues had to do with it is over. `case`: as it was before. Tasks that are still
    open are put aside; whoever had it is asked how they are where that was hard."""
    await tasks.drop(desk.work, case.id, by)
    await dormant.end(desk, case.id)
    await handover.over(desk, case)
    await appointing.end_with_case(desk, case)
    await cards.refresh(desk, case.id)
    owner = await people.member(desk.work, case.counselor_id) if case.counselor_id else None
    if owner is not None and owner.current_case == case.id:
        await people.face(desk.work, owner.person_id, None, settled=False)
    await welfare.after(desk, case, case.counselor_id)


async def closed(desk: Desk, case: Case, outcome: Outcome, by: PersonId) -> None:
    """The same, and the family hears it and may say how it was."""
    await put_away(desk, case, by)
    if case.person_id is None:
        return
    await desk.tell(
        case.person_id, "case_news", lambda me: Text(me.say("closed-family", code=case.code))
    )
    asked = await feedback.answered(desk.work, case.id)
    if outcome not in _NO_FEEDBACK and not asked:
        await conversation.begin_for(desk, case.person_id, "feedback", case.id)
        await again.plan(desk, case)
