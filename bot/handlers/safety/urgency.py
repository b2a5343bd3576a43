"""Staff set another acuity than the rule: which level, why, and everybody can see who it was."""

from bot.domain.case import Case, Change, Status, why_change
from bot.domain.ids import CaseId, short, unshort
from bot.domain.outgoing import Text
from bot.domain.people import Action, StaffMember, may
from bot.domain.triage import Acuity
from bot.handlers import choosing
from bot.handlers.desk import Speaker, Turn
from bot.handlers.queue import cards
from bot.storage import acuity, audit, cases
from bot.storage.acuity import Changed


async def of_code(turn: Turn, typed: str) -> None:
    """/acuity CODE, for supervisors: the case of this code, whoever has it."""
    if not typed:
        turn.say("acuity-how", kind="staff")
        return
    case = await choosing.of_code(turn, typed)
    if case is not None and case.status is Status.CLOSED:
        turn.say("case-closed-already", kind="staff")
    elif case is not None:
        _ask_level(turn, case)


async def pressed(turn: Turn, parts: tuple[str, ...]) -> None:
    """`ask.CASE`, `keep.CASE`, `to.CASE.AFTER.BEFORE`, `do.CASE.AFTER.BEFORE.REASON`.

    Levels travel as their numbers. BEFORE is what the presser saw: a later change stands.
    """
    number = unshort(parts[1]) if len(parts) >= 2 else None
    case = await cases.get(turn.work, CaseId(number)) if number is not None else None
    if case is None:
        turn.answer("press-old")
        return
    if not _may_change(turn, case):
        audit.record(turn.work, turn.person_id, "acuity", f"case:{case.id}", allowed=False)
        turn.answer("not-your-case", alert=True)
        return
    if case.status is Status.CLOSED:
        turn.answer("case-closed-already")
        return
    match parts:
        case ("ask", _):
            turn.answer()
            _ask_level(turn, case)
        case ("keep", _):
            turn.answer()
            turn.edit_pressed(turn.me.say("acuity-kept", code=case.code))
        case ("to" | "do", _, after, before, *reason) if _levels(after, before):
            await _chosen(turn, case, _levels(after, before), reason)
        case _:
            turn.answer("press-old")


def _may_change(turn: Turn, case: Case) -> bool:
    """The counselor who has the case, and supervisors; nobody in a case of their own."""
    if turn.staff is None or case.person_id == turn.person_id:
        return False
    return case.counselor_id == turn.person_id or may(turn.staff, Action.CHANGE_ACUITY)


def _levels(after: str, before: str) -> tuple[Acuity, ...]:
    """Both levels of a press; empty for anything that is none."""
    known = {str(int(level)): level for level in Acuity}
    return (known[after], known[before]) if after in known and before in known else ()


def _ask_level(turn: Turn, case: Case) -> None:
    me, before = turn.me, str(int(case.acuity))
    rows = [
        (
            me.button(
                f"acuity-level-{level.key}", "u", "to", short(case.id), str(int(level)), before
            ),
        )
        for level in Acuity
        if level is not case.acuity
    ]
    rows.append((me.button("button-keep-acuity", "u", "keep", short(case.id)),))
    now = me.say(f"acuity-level-{case.acuity.key}")
    turn.send(Text(me.say("acuity-which", code=case.code, now=now), tuple(rows)), "staff")


async def _chosen(turn: Turn, case: Case, levels: tuple[Acuity, ...], reason: list[str]) -> None:
    after, before = levels
    reasons = why_change(before, after)
    if case.acuity is not before:
        turn.answer("acuity-moved", alert=True)
    elif not reason and reasons:
        turn.answer()
        _ask_reason(turn, case, after)
    elif len(reason) == 1 and reason[0] in reasons:
        await _change(turn, case, after, Change(reason[0]))
    else:
        turn.answer("press-old")


def _ask_reason(turn: Turn, case: Case, after: Acuity) -> None:
    me = turn.me
    parts = ("u", "do", short(case.id), str(int(after)), str(int(case.acuity)))
    rows = [
        (me.button(f"acuity-why-{reason}", *parts, reason.value),)
        for reason in why_change(case.acuity, after)
    ]
    rows.append((me.button("button-keep-acuity", "u", "keep", short(case.id)),))
    level = me.say(f"acuity-level-{after.key}")
    turn.edit_pressed(me.say("acuity-reason", code=case.code, level=level), tuple(rows))


async def _change(turn: Turn, case: Case, after: Acuity, reason: Change) -> None:
    by = turn.staff
    assert by is not None
    if not await acuity.change(turn.work, case, turn.person_id, after, reason):
        turn.answer("acuity-moved", alert=True)
        return
    audit.record(turn.work, turn.person_id, f"acuity_{after.key}", f"case:{case.id}")
    change = Changed(case.acuity, after, reason, by.person_id, turn.work.now)
    turn.answer()
    turn.edit_pressed(_in_words(turn.me, "acuity-done", case, change, by))
    await cards.refresh(turn, case.id)
    if case.counselor_id is not None and case.counselor_id != by.person_id:
        await turn.tell(
            case.counselor_id,
            "staff",
            lambda me: Text(_in_words(me, "acuity-told", case, change, by)),
        )


def _in_words(me: Speaker, key: str, case: Case, change: Changed, by: StaffMember) -> str:
    return me.say(
        key,
        code=case.code,
        before=me.say(f"acuity-level-{change.before.key}"),
        after=me.say(f"acuity-level-{change.after.key}"),
        reason=me.say(f"acuity-why-{change.reason}"),
        who=cards.title(me, by),
    )
