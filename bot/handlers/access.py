"""Who may do what with one case: asked before anything of it is shown, and refused plainly."""

from bot.domain.case import Case, read_case_code
from bot.domain.ids import CaseId, unshort
from bot.domain.lifecycle import nearness
from bot.domain.people import Action, may_in
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


async def of_code(turn: Turn, typed: str, action: Action) -> Case | None:
    """The case of a typed code, for those who may do this in it; others are told why not."""
    code = read_case_code(typed)
    case = await cases.by_code(turn.work, code) if code else None
    if code is None:
        turn.say("code-mistyped", kind="staff")
    elif case is None:
        turn.say("code-unknown", kind="staff", code=code)
    elif permits(turn, case, action):
        return case
    else:
        turn.say("case-refused", kind="staff", code=code)
    return None
