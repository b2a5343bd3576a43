"""Who may do what with one case: asked before anything of it is shown, and refused plainly."""

from bot.domain.case import Case, Status
from bot.domain.ids import CaseId, unshort
from bot.domain.lifecycle import nearness
from bot.domain.people import Action, may_in
from bot.handlers import choosing
from bot.handlers.desk import Turn
from bot.storage import audit, cases


def allows(turn: Turn, case: Case, action: Action) -> bool:
    """Whether the one who wrote may do this in this case. Nothing is written down."""
    return may_in(turn.staff, action, nearness(case, turn.person_id, turn.work.now))


def permits(turn: Turn, case: Case, action: Action) -> bool:
    """The same, for somebody who tries: a refusal is written down."""
    if allows(turn, case, action):
        return True
    audit.record(turn.work, turn.person_id, action.value, f"case:{case.id}", allowed=False)
    return False


async def pressed(turn: Turn, number: str, action: Action) -> Case | None:
    """The case of a press, for those who may do this in it; the press of others is answered."""
    case_id = unshort(number)
    case = await cases.get(turn.work, CaseId(case_id)) if case_id is not None else None
    if case is None:
        turn.answer("press-old")
    elif permits(turn, case, action):
        return case
    else:
        turn.answer("not-your-case" if turn.staff else "refused-not-staff", alert=True)
    return None


async def shown(turn: Turn, number: str, action: Action = Action.READ_CASE) -> Case | None:
    """The case of a press that shows something of it: the press is answered."""
    case = await pressed(turn, number, action)
    if case is not None:
        turn.answer()
    return case


async def changed(turn: Turn, number: str) -> Case | None:
    """The open case of a press that begins something new in it: the press is answered."""
    case = await pressed(turn, number, Action.WRITE_CASE)
    if case is not None and case.status is Status.CLOSED:
        turn.answer("case-closed-already")
        return None
    if case is not None:
        turn.answer()
    return case


async def of_code(turn: Turn, typed: str, action: Action) -> Case | None:
    """The case of a typed code, for those who may do this in it; others are told why not."""
    case = await choosing.of_code(turn, typed)
    if case is None or permits(turn, case, action):
        return case
    turn.say("case-refused", kind="staff", code=case.code)
    return None
