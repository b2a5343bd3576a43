"""What a staff member does with a case besides talking: notes, and closing with an outcome."""

from bot.domain.case import CHOOSABLE_OUTCOMES, Case, NotCounseling, Outcome
from bot.domain.ids import CaseId, short, unshort
from bot.domain.outgoing import Text
from bot.handlers import cards, conversation, talk, welfare
from bot.handlers.desk import Turn
from bot.storage import audit, cases, notes, people

# After these there is nobody to thank, or nothing to ask about.
_NO_FEEDBACK = (Outcome.NO_RESPONSE, Outcome.NOT_COUNSELING)


async def note(turn: Turn, text: str) -> None:
    """/note WORDS: kept with the case for colleagues, in a place no family's message comes from."""
    if not text:
        turn.say("note-how", kind="staff")
        return
    case, held = await talk.meant(turn)
    if case is None:
        turn.say("note-which" if held else "no-open-talk", kind="staff")
        return
    await notes.add(turn.work, case.id, turn.person_id, text)
    audit.record(turn.work, turn.person_id, "noted", f"case:{case.id}")
    turn.say("note-kept", kind="staff", code=case.code)


async def show_notes(turn: Turn) -> None:
    """/notes: what colleagues noted about the case I have."""
    case, held = await talk.meant(turn)
    if case is None:
        turn.say("note-which" if held else "no-open-talk", kind="staff")
        return
    audit.record(turn.work, turn.person_id, "read_notes", f"case:{case.id}")
    kept = await notes.of_case(turn.work, case.id)
    if not kept:
        turn.say("notes-none", kind="staff", code=case.code)
        return
    me = turn.me
    lines = [me.say("notes-title", code=case.code)]
    for item in kept:
        who = await cards.who_has(turn, me, item.author_id)
        at = me.when(item.at, turn.work.now)
        lines.append(me.say("notes-line", who=who, at=at, text=item.body))
    turn.send(Text("\n\n".join(lines), protect=True), "staff")


async def ask_outcome(turn: Turn) -> None:
    """/close: which case, then with what outcome."""
    case, held = await talk.meant(turn)
    if case is not None:
        _outcomes(turn, case)
    elif held:
        turn.send(
            Text(turn.me.say("close-which"), talk.choose_buttons(turn.me, held, "x", "case")),
            "staff",
        )
    else:
        turn.say("no-open-talk", kind="staff")


def _outcomes(turn: Turn, case: Case) -> None:
    me = turn.me
    rows = [
        (me.button(f"outcome-{outcome}", "x", "do", short(case.id), outcome.value),)
        for outcome in CHOOSABLE_OUTCOMES
    ]
    rows.append((me.button("button-keep-open", "x", "keep", short(case.id)),))
    turn.send(Text(me.say("close-outcome", code=case.code), tuple(rows)), "staff")


def _kinds(turn: Turn, case: Case) -> None:
    """There was no matter for us: what was it?"""
    me = turn.me
    rows = [
        (me.button(f"contact-kind-{kind}", "x", "kind", short(case.id), kind.value),)
        for kind in NotCounseling
    ]
    rows.append((me.button("button-keep-open", "x", "keep", short(case.id)),))
    turn.edit_pressed(me.say("close-kind", code=case.code), tuple(rows))


async def pressed(turn: Turn, parts: tuple[str, ...]) -> None:
    """Buttons of closing: `case.ID`, `keep.ID`, `do.ID.OUTCOME`, `kind.ID.KIND`."""
    case_id = unshort(parts[1]) if len(parts) >= 2 else None
    case = await cases.get(turn.work, CaseId(case_id)) if case_id is not None else None
    if case is None:
        turn.answer("press-old")
        return
    if turn.staff is None or case.counselor_id != turn.person_id:
        audit.record(turn.work, turn.person_id, "close", f"case:{case.id}", allowed=False)
        turn.answer("not-your-case", alert=True)
        return
    if case.closed_at is not None:
        turn.answer("case-closed-already")
        return
    match parts:
        case ("case", _):
            turn.answer()
            _outcomes(turn, case)
        case ("keep", _):
            turn.answer()
            turn.edit_pressed(turn.me.say("close-kept", code=case.code))
        case ("do", _, Outcome.NOT_COUNSELING):
            turn.answer()
            _kinds(turn, case)
        case ("kind", _, kind) if kind in {k.value for k in NotCounseling}:
            await close(turn, case, Outcome.NOT_COUNSELING, kind)
        case ("do", _, outcome) if outcome in {o.value for o in CHOOSABLE_OUTCOMES}:
            await close(turn, case, Outcome(outcome))
        case _:
            turn.answer("press-old")


async def close(turn: Turn, case: Case, outcome: Outcome, detail: str | None = None) -> None:
    """Closes a case of the presser's, and shows it on the pressed message."""
    if not await cases.close(turn.work, case.id, turn.person_id, outcome, detail):
        turn.answer("case-closed-already")
        return
    audit.record(turn.work, turn.person_id, f"closed_{outcome}", f"case:{case.id}")
    me = turn.me
    turn.answer()
    turn.edit_pressed(me.say("close-done", code=case.code, outcome=me.say(f"outcome-{outcome}")))
    await cards.refresh(turn, case.id)
    await welfare.after(turn, case, turn.person_id)
    if turn.staff and turn.staff.current_case == case.id:
        await people.face(turn.work, turn.person_id, None, settled=False)
    if case.person_id is None:
        return
    await turn.tell(
        case.person_id, "notice", lambda family: Text(family.say("closed-family", code=case.code))
    )
    if outcome not in _NO_FEEDBACK:
        await conversation.begin_for(turn, case.person_id, "feedback", case.id)
