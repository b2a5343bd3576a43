"""A colleague would like to have a case: whoever has it hands it over, or keeps it."""

from bot.domain.case import Case, Status
from bot.domain.ids import short, unshort
from bot.domain.outgoing import Text
from bot.domain.people import Action, may
from bot.domain.transfer import Transfer, TransferState
from bot.handlers import choosing
from bot.handlers.casework import handover, transfer
from bot.handlers.desk import Speaker, Turn
from bot.handlers.queue import cards
from bot.storage import audit, cases, transfers
from bot.storage.outbox import About

STALE = 10_000
"""Milliseconds after a claim in which whoever was too late only learns who was faster."""


async def of_code(turn: Turn, typed: str) -> None:
    """/ask CODE: the case that a colleague has."""
    if not typed:
        turn.say("ask-how", kind="staff")
        return
    case = await choosing.of_code(turn, typed)
    if case is None:
        return
    key = _hindrance(turn, case)
    if key is None:
        await _ask(turn, case)
    else:
        turn.say(key, kind="staff", code=case.code)


def _hindrance(turn: Turn, case: Case) -> str | None:
    """The text that says why nobody is asked; None where somebody is."""
    if not may(turn.staff, Action.ASK_FOR) or case.person_id == turn.person_id:
        audit.record(turn.work, turn.person_id, "ask_for", f"case:{case.id}", allowed=False)
        return "refused-own-case"
    if case.status is Status.CLOSED:
        return "case-closed-already"
    if case.counselor_id is None:
        return "ask-waits"
    return "claimed-already-yours" if case.counselor_id == turn.person_id else None


async def offer(turn: Turn, case: Case) -> None:
    """Somebody wanted to claim what a colleague has: they may ask for it."""
    late = case.claimed_at is not None and turn.work.now - case.claimed_at >= STALE
    if late and case.counselor_id is not None:
        button = ((turn.me.button("button-ask", "ask", "for", short(case.id)),),)
        who = await cards.who_has(turn, turn.me, case.counselor_id)
        turn.say("ask-offer", button, "staff", code=case.code, who=who)


async def pressed(turn: Turn, parts: tuple[str, ...]) -> None:
    """Of a colleague: `for.CASE`; of whoever has the case: `give.ID`, `keep.ID`."""
    match parts:
        case ("for", number):
            case = await handover.case_of(turn, unshort(number))
            if case is None:
                turn.answer("press-old")
            elif (key := _hindrance(turn, case)) is not None:
                turn.answer(key, alert=True, code=case.code)
            else:
                turn.answer()
                await _ask(turn, case)
        case ("give" | "keep" as verb, number):
            what = await transfer.of_number(turn, number)
            case = await cases.get(turn.work, what.case_id) if what else None
            if what is None or case is None:
                turn.answer("press-old")
            else:
                await _answered(turn, verb, what, case)
        case _:
            turn.answer("press-old")


async def _ask(turn: Turn, case: Case) -> None:
    what = await transfers.ask(turn.work, case, turn.person_id)
    if what is None:
        turn.say("ask-again", kind="staff")
        return
    assert what.from_id is not None
    audit.record(turn.work, turn.person_id, "asked_for", f"case:{case.id}")
    span, me = handover.wait_for(turn, what, case), turn.me
    who = await cards.who_has(turn, me, what.from_id)
    turn.say("ask-sent", kind="staff", code=case.code, who=who, span=me.span(span))
    name = await cards.name_of(turn, turn.person_id)
    await turn.tell(
        what.from_id,
        "staff",
        lambda you: _question(you, what, case, name(you), span),
        About(case=case.id),
    )


def _question(me: Speaker, what: Transfer, case: Case, who: str, span: int) -> Text:
    number = short(what.id)
    buttons = (
        (
            me.button("button-ask-give", "ask", "give", number),
            me.button("button-ask-keep", "ask", "keep", number),
        ),
    )
    text = me.say("ask-question", code=case.code, who=who, span=me.span(span))
    return Text(text, buttons)


async def _answered(turn: Turn, verb: str, what: Transfer, case: Case) -> None:
    stands = (case.counselor_id, case.claimed_at) == (what.from_id, what.held_since)
    if what.from_id != turn.person_id or turn.staff is None:
        audit.record(turn.work, turn.person_id, "answer_ask", f"case:{case.id}", allowed=False)
        turn.answer("not-your-case", alert=True)
    elif what.state is not TransferState.ASKED or not stands or case.closed_at is not None:
        turn.answer("transfer-moved-on", alert=True)
    elif verb == "keep":
        await _keep(turn, what, case)
    elif await transfers.waiting(turn.work, case.id) is not None:
        turn.answer("ask-waiting-offer", alert=True)
    else:
        turn.answer()
        await transfer.write(turn, case, what.to_id)


async def _keep(turn: Turn, what: Transfer, case: Case) -> None:
    if not await transfers.move(turn.work, what, TransferState.REFUSED):
        turn.answer("transfer-moved-on", alert=True)
        return
    audit.record(turn.work, turn.person_id, "kept", f"case:{case.id}")
    turn.answer()
    turn.edit_pressed(turn.me.say("ask-kept", code=case.code))
    await handover.tell(turn, what.to_id, "ask-declined", case, what.from_id)
