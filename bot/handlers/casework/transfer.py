"""Handing a case to a colleague or to the queue: choosing, writing the note, and the answer."""

from collections.abc import Mapping

from bot.conversations.flow import Answer, Told
from bot.domain.case import Case, Status
from bot.domain.ids import CaseId, PersonId, TransferId, short, unshort
from bot.domain.outgoing import Button, Buttons, Text
from bot.domain.people import Action, StaffMember, may
from bot.domain.transfer import Declined, Transfer, TransferState
from bot.handlers import choosing, conversation
from bot.handlers.casework import handover
from bot.handlers.desk import Speaker, Turn
from bot.handlers.queue import cards
from bot.storage import audit, cases, duty, people, transfers

SHOWN = 30
"""Colleagues to choose from in one message."""


async def begin(turn: Turn, argument: str) -> None:
    """/transfer [CODE]: of the case of the message replied to, of the only one, of that code."""
    if argument:
        case = await choosing.of_code(turn, argument)
        if case is not None and not _may_hand_over(turn, case):
            turn.say("not-your-case", kind="staff")
        elif case is not None:
            await _choose(turn, case)
        return
    case, held = await choosing.meant(turn)
    if case is not None:
        await _choose(turn, case)
    else:
        choosing.ask_which(turn, held, "transfer-which", "tr", "which")


def _may_hand_over(turn: Turn, case: Case) -> bool:
    """One's own case; any of a supervisor's service; never the case of one's own family."""
    mine = may(turn.staff, Action.HAND_OVER) and case.counselor_id == turn.person_id
    allowed = mine or may(turn.staff, Action.HAND_OVER_ANY)
    if allowed and case.person_id != turn.person_id:
        return True
    audit.record(turn.work, turn.person_id, "transfer", f"case:{case.id}", allowed=False)
    return False


async def _choose(turn: Turn, case: Case) -> None:
    """To whom? Who is there and has less to do stands first."""
    me, number = turn.me, short(case.id)
    if case.status is Status.CLOSED:
        turn.say("case-closed-already", kind="staff")
        return
    if case.counselor_id is None:
        turn.say("transfer-waits", kind="staff", code=case.code)
        return
    waits = await transfers.waiting(turn.work, case.id)
    if waits is not None and waits.to_id is not None:
        undo = ((me.button("button-transfer-undo", "tr", "undo", short(waits.id)),),)
        who = await cards.who_has(turn, me, waits.to_id)
        at = me.when(waits.moved_at, turn.work.now)
        turn.say("transfer-pending", undo, "staff", code=case.code, who=who, at=at)
        return
    rows = await colleagues(turn, case, "tr", "to", number)
    queue = (me.button("button-transfer-queue", "tr", "queue", number),)
    turn.send(Text(me.say("transfer-whom", code=case.code), (*rows, queue)), "staff")


async def colleagues(turn: Turn, case: Case, *parts: str) -> Buttons:
    """A button for everybody who may have this case and does not have it."""
    loads = await transfers.loads(turn.work)
    found: list[tuple[bool, int, StaffMember]] = []
    for member in await people.staff(turn.work):
        if may(member, Action.CLAIM) and member.person_id not in (
            case.counselor_id,
            case.person_id,
        ):
            there = await duty.on_duty(turn.work, member.person_id)
            found.append((not there, loads.get(member.person_id, 0), member))
    found.sort(key=lambda each: each[:2])
    return tuple((_colleague(turn.me, *each, parts),) for each in found[:SHOWN])


def _colleague(
    me: Speaker, away: bool, held: int, member: StaffMember, parts: tuple[str, ...]
) -> Button:
    return me.button(
        "button-transfer-to",
        *parts,
        short(member.person_id),
        who=cards.title(me, member),
        held=held,
        duty="no" if away else "yes",
    )


# Presses.


async def pressed(turn: Turn, parts: tuple[str, ...]) -> None:
    """Of whoever hands over: `which.CASE`, `to.CASE.PERSON`, `queue.CASE`, `undo.ID`; of the
    receiver: `accept.ID`, `refuse.ID`, `because.ID.REASON`."""
    match parts:
        case ("which" | "queue", number):
            await _pressed_case(turn, parts[0], await handover.case_of(turn, unshort(number)), None)
        case ("to", number, person):
            case = await handover.case_of(turn, unshort(number))
            await _pressed_case(turn, "to", case, unshort(person))
        case ("undo" | "accept" | "refuse" | "because", number, *rest):
            what = await of_number(turn, number)
            case = await cases.get(turn.work, what.case_id) if what else None
            if what is None or case is None:
                turn.answer("press-old")
            else:
                await _pressed_offer(turn, (parts[0], *rest), what, case)
        case _:
            turn.answer("press-old")


async def of_number(turn: Turn, number: str) -> Transfer | None:
    """The transfer a button names."""
    found = unshort(number)
    return await transfers.get(turn.work, TransferId(found)) if found is not None else None


async def _pressed_case(turn: Turn, verb: str, case: Case | None, person: int | None) -> None:
    if case is None:
        turn.answer("press-old")
    elif not _may_hand_over(turn, case):
        turn.answer("not-your-case", alert=True)
    elif verb == "which":
        turn.answer()
        await _choose(turn, case)
    elif case.counselor_id is None or case.status is Status.CLOSED:
        turn.answer("transfer-moved-on", alert=True)
    elif verb == "queue":
        turn.answer()
        await write(turn, case, None)
    else:
        await _to_person(turn, case, PersonId(person) if person is not None else None)


async def _to_person(turn: Turn, case: Case, to: PersonId | None) -> None:
    member = await people.member(turn.work, to) if to is not None else None
    taken = to in (case.counselor_id, case.person_id)
    if member is None or taken or not may(member, Action.CLAIM):
        turn.answer("press-old")
        return
    turn.answer()
    await write(turn, case, to)


async def write(turn: Turn, case: Case, to: PersonId | None) -> None:
    """Whoever hands over writes the note now; no `to`: the case goes to the queue."""
    await transfers.draft(turn.work, case, to, turn.person_id)
    me = turn.me
    if to is None:
        turn.edit_pressed(me.say("transfer-to-queue", code=case.code))
    else:
        who = await cards.who_has(turn, me, to)
        turn.edit_pressed(me.say("transfer-to", code=case.code, who=who))
    conversation.begin(turn, "handover", case.id)


async def written(turn: Turn, answers: Mapping[str, Answer], subject: CaseId | None) -> None:
    """The note is there: the case goes to the queue, or waits for its receiver's answer."""
    case = await cases.get(turn.work, subject) if subject is not None else None
    what = await transfers.drafted(turn.work, case.id, turn.person_id) if case else None
    if case is None or what is None or not _may_hand_over(turn, case):
        turn.say("transfer-gone", kind="staff")
        return
    told = answers.get("note")
    parts = told.parts if isinstance(told, Told) else ()
    note = "\n".join(part for part in parts if isinstance(part, str))
    await (_queue if what.to_id is None else _offer)(turn, what, case, note)


async def _queue(turn: Turn, what: Transfer, case: Case, note: str) -> None:
    if not await transfers.to_queue(turn.work, what, note):
        await transfers.discard(turn.work, turn.person_id)
        turn.say("transfer-gone", kind="staff")
        return
    audit.record(turn.work, turn.person_id, "gave_back", f"case:{case.id}")
    turn.say("transfer-queued", kind="staff", code=case.code)
    await handover.over(turn, case)
    await cards.refresh(turn, case.id)
    if what.from_id != turn.person_id:
        await handover.tell(turn, what.from_id, "transfer-queued-owner", case, turn.person_id)
    await handover.tell_queued(turn, case)


async def _offer(turn: Turn, what: Transfer, case: Case, note: str) -> None:
    asked = await transfers.asked_by(turn.work, case, what.to_id) if what.to_id else None
    if not await transfers.offer(turn.work, what, note):
        await transfers.discard(turn.work, turn.person_id)
        turn.say("transfer-gone", kind="staff")
        return
    audit.record(turn.work, turn.person_id, "offered", f"case:{case.id}")
    fresh = await transfers.get(turn.work, what.id)
    assert fresh is not None
    if asked is not None and await transfers.accept(turn.work, fresh):
        # They have asked for it: there is nothing left to answer.
        await _accepted(turn, fresh)
        return
    span = await handover.offer(turn, fresh, case)
    assert what.to_id is not None
    me = turn.me
    who = await cards.who_has(turn, me, what.to_id)
    turn.say("transfer-offered", kind="staff", code=case.code, who=who, span=me.span(span))
    if what.from_id != turn.person_id:
        await handover.tell(turn, what.from_id, "transfer-offered-owner", case, what.to_id)


async def _accepted(turn: Turn, what: Transfer) -> None:
    case = await cases.get(turn.work, what.case_id)
    assert case is not None
    await handover.accepted(turn, what, case)


# The answer to an offer.


async def _pressed_offer(turn: Turn, verb: tuple[str, ...], what: Transfer, case: Case) -> None:
    if verb == ("undo",):
        if not _may_hand_over(turn, case):
            turn.answer("not-your-case", alert=True)
        else:
            await _undo(turn, what, case)
    elif what.to_id != turn.person_id or turn.staff is None:
        audit.record(turn.work, turn.person_id, "take_over", f"case:{case.id}", allowed=False)
        turn.answer("not-your-case", alert=True)
    elif what.state is not TransferState.OFFERED:
        turn.answer("transfer-moved-on", alert=True)
    elif verb == ("accept",):
        await _accept(turn, what, case)
    elif verb == ("refuse",):
        turn.answer()
        _ask_why(turn, what, case)
    elif len(verb) == 2 and verb[0] == "because" and verb[1] in set(Declined):
        await _refuse(turn, what, case, Declined(verb[1]))
    else:
        turn.answer("press-old")


async def _undo(turn: Turn, what: Transfer, case: Case) -> None:
    offered = what.state is TransferState.OFFERED
    if not offered or not await transfers.move(turn.work, what, TransferState.ENDED):
        turn.answer("transfer-moved-on", alert=True)
        return
    audit.record(turn.work, turn.person_id, "took_back", f"case:{case.id}")
    turn.answer()
    turn.edit_pressed(turn.me.say("transfer-undone", code=case.code))
    await handover.tell(turn, what.to_id, "transfer-over", case)


async def _accept(turn: Turn, what: Transfer, case: Case) -> None:
    if not await transfers.accept(turn.work, what):
        turn.answer("transfer-moved-on", alert=True)
        return
    turn.answer()
    turn.edit_pressed(turn.me.say("transfer-accepted-you", code=case.code))
    await _accepted(turn, what)


def _ask_why(turn: Turn, what: Transfer, case: Case) -> None:
    me, number = turn.me, short(what.id)
    rows = tuple(
        (me.button(f"transfer-why-{reason}", "tr", "because", number, reason.value),)
        for reason in Declined
    )
    turn.edit_pressed(me.say("transfer-refuse-why", code=case.code), rows)


async def _refuse(turn: Turn, what: Transfer, case: Case, reason: Declined) -> None:
    if not await transfers.move(turn.work, what, TransferState.REFUSED, reason):
        turn.answer("transfer-moved-on", alert=True)
        return
    audit.record(turn.work, turn.person_id, f"refused_{reason}", f"case:{case.id}")
    turn.answer()
    turn.edit_pressed(turn.me.say("transfer-refused-you", code=case.code))
    await handover.returned(
        turn, what, case, "transfer-refused", reason=lambda me: me.say(f"transfer-why-{reason}")
    )
