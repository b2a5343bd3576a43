"""Closing a case with an outcome, at once or by asking for another's yes; and opening it again."""

from bot.domain.case import CHOOSABLE_OUTCOMES, Case, NotCounseling, Outcome
from bot.domain.ids import short
from bot.domain.lifecycle import Move, Stage, allows, reopens, stage
from bot.domain.outgoing import Text
from bot.domain.people import Action
from bot.handlers import access, choosing
from bot.handlers.casework import approving, dormant, farewell
from bot.handlers.desk import Turn
from bot.handlers.queue import cards
from bot.handlers.talk import talk
from bot.storage import audit, cases, closings, tasks

_KINDS = frozenset(kind.value for kind in NotCounseling)
_OUTCOMES = frozenset(outcome.value for outcome in CHOOSABLE_OUTCOMES)


async def ask_outcome(turn: Turn) -> None:
    """/close: which case, then with what outcome."""
    case, held = await choosing.current(turn)
    if case is not None:
        await _outcomes(turn, case)
    else:
        choosing.ask_which(turn, held, "close-which", "x", "case")


async def pressed(turn: Turn, parts: tuple[str, ...]) -> None:
    """`case.ID`, `keep.ID`, `do.ID.OUTCOME`, `kind.ID.KIND`, `sure.ID.OUTCOME[.KIND]` of whoever
    has the case; `reopen.ID` of whoever had it, and of supervisors."""
    if len(parts) < 2:
        turn.answer("press-old")
        return
    opens = parts[0] == "reopen"
    case = await access.pressed(turn, parts[1], Action.REOPEN if opens else Action.CLOSE_CASE)
    if case is None:
        return
    if opens:
        await _reopen(turn, case)
    elif case.closed_at is not None:
        turn.answer("case-closed-already")
    elif not allows(Move.CLOSE, case):
        turn.answer("closing-waits-already", alert=True)
    else:
        await _chosen(turn, case, parts)


async def _chosen(turn: Turn, case: Case, parts: tuple[str, ...]) -> None:
    match parts:
        case ("case", _):
            turn.answer()
            await _outcomes(turn, case)
        case ("keep", _):
            turn.answer()
            turn.edit_pressed(turn.me.say("close-kept", code=case.code))
        case ("do", _, Outcome.NOT_COUNSELING):
            turn.answer()
            _ask_kind(turn, case)
        case ("kind", _, kind) if kind in _KINDS:
            await _close(turn, case, Outcome.NOT_COUNSELING, kind)
        case ("do", _, outcome) if outcome in _OUTCOMES:
            await _close(turn, case, Outcome(outcome))
        case ("sure", _, Outcome.NOT_COUNSELING, kind) if kind in _KINDS:
            await settle(turn, case, Outcome.NOT_COUNSELING, kind)
        case ("sure", _, outcome) if outcome in _OUTCOMES:
            await settle(turn, case, Outcome(outcome))
        case _:
            turn.answer("press-old")


async def _outcomes(turn: Turn, case: Case) -> None:
    me = turn.me
    if stage(case) is Stage.CLOSING:
        turn.say("closing-waits-already", kind="staff")
        return
    rows = [
        (me.button(f"outcome-{outcome}", "x", "do", short(case.id), outcome.value),)
        for outcome in CHOOSABLE_OUTCOMES
    ]
    rows.append((me.button("button-keep-open", "x", "keep", short(case.id)),))
    text = me.say("close-outcome", code=case.code)
    if await closings.is_supervised(turn.work, case.id):
        text += "\n\n" + me.say("close-supervised")
    turn.send(Text(text, tuple(rows)), "staff")


def _ask_kind(turn: Turn, case: Case) -> None:
    """There was no matter for us: what was it?"""
    me = turn.me
    rows = [
        (me.button(f"contact-kind-{kind}", "x", "kind", short(case.id), kind.value),)
        for kind in NotCounseling
    ]
    rows.append((me.button("button-keep-open", "x", "keep", short(case.id)),))
    turn.edit_pressed(me.say("close-kind", code=case.code), tuple(rows))


async def _close(turn: Turn, case: Case, outcome: Outcome, detail: str | None = None) -> None:
    """Asks once more where something is still to be done."""
    left = await tasks.open_count(turn.work, case.id)
    if not left:
        await settle(turn, case, outcome, detail)
        return
    me, more = turn.me, (detail,) if detail else ()
    turn.answer()
    turn.edit_pressed(
        me.say("close-tasks", code=case.code, count=left),
        (
            (me.button("button-close-anyway", "x", "sure", short(case.id), outcome.value, *more),),
            (me.button("button-keep-open", "x", "keep", short(case.id)),),
        ),
    )


async def settle(
    turn: Turn, case: Case, outcome: Outcome, detail: str | None = None, *, as_message: bool = False
) -> None:
    """Closes the case; where it was ever urgent, a supervisor is asked, and nothing else
    happens yet. Shown on the pressed message, or `as_message`."""
    me, said = turn.me, turn.me.say(f"outcome-{outcome}")
    if await closings.is_supervised(turn.work, case.id):
        key = await approving.ask(turn, case, outcome, detail)
        if key is None:
            turn.answer("closing-waits-already", alert=True)
            return
        text = me.say(key, code=case.code, outcome=said)
    elif await cases.close(turn.work, case.id, turn.person_id, outcome, detail):
        audit.record(turn.work, turn.person_id, f"closed_{outcome}", f"case:{case.id}")
        await farewell.closed(turn, case, outcome, turn.person_id)
        text = me.say("close-done", code=case.code, outcome=said)
    else:
        turn.answer("case-closed-already")
        return
    if as_message:
        turn.send(Text(text), "staff")
        return
    turn.answer()
    turn.edit_pressed(text)


# Opening again.


async def reopen(turn: Turn, typed: str) -> None:
    """/reopen CODE."""
    if not typed:
        turn.say("reopen-how", kind="staff")
        return
    case = await access.of_code(turn, typed, Action.REOPEN)
    if case is not None:
        await _reopen(turn, case)


async def _reopen(turn: Turn, case: Case) -> None:
    now = turn.work.now
    if stage(case) is not Stage.CLOSED:
        _refuse(turn, "reopen-open", case)
    elif not reopens(case, now):
        _refuse(turn, "reopen-late", case)
    elif not await closings.reopen(turn.work, case.id, turn.person_id):
        other = case.person_id and await cases.open_of(turn.work, case.person_id)
        _refuse(turn, "reopen-other" if other else "reopen-not-yours", case)
    else:
        audit.record(turn.work, turn.person_id, "reopened", f"case:{case.id}")
        turn.answer()
        turn.say("reopened", kind="staff", code=case.code)
        await talk.begin(turn, case)
        await dormant.begin(turn, case.id)
        await cards.refresh(turn, case.id)
        if case.person_id is not None:
            await turn.tell(case.person_id, "case_news", lambda me: Text(me.say("reopened-family")))


def _refuse(turn: Turn, key: str, case: Case) -> None:
    """In the press, where it was one, else as a message."""
    if turn.pressed_message is None:
        turn.say(key, kind="staff", code=case.code)
    else:
        turn.answer(key, alert=True, code=case.code)
