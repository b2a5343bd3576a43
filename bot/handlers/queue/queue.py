"""The queue as people see it: a new case, claiming, and the family's place in line."""

from dataclasses import replace

from bot.domain.case import Case, Status
from bot.domain.ids import CaseId, short, unshort
from bot.domain.outgoing import Text
from bot.domain.people import Action, may
from bot.handlers.casework import asking, details, dormant, handover
from bot.handlers.desk import Desk, Speaker, Turn
from bot.handlers.family import returning
from bot.handlers.incoming import PressIn
from bot.handlers.queue import cards, hours, refusals
from bot.storage import audit, board, cases, claims, holds, outbox, people
from bot.storage.chats import group_key
from bot.storage.outbox import About
from bot.storage.relay import copy_at

SHOWN = 8
"""Cases in one answer to /queue; the rest is counted."""


# A new case.


async def opened(turn: Turn, case: Case) -> None:
    """A request is in the queue: the group sees it, and the family knows what to expect."""
    audit.record(turn.work, turn.person_id, "opened", f"case:{case.id}")
    first = await returning.offer(turn, case)
    await cards.show(turn, case)
    if case.minor:
        await seek_lead(turn, case)
    text = await received(turn, case)
    if first:
        more = "\n\n" + turn.me.say("returning-family")
        turn.send(Text(text + more, returning.choice(turn.me, case)))
    else:
        turn.send(Text(text))
    await hours.say_closed(turn, case.id)


async def received(turn: Turn, case: Case) -> str:
    """What a family reads when its request is in the queue."""
    expected = await expectation(turn, case)
    return turn.me.say("request-received", code=case.code, expectation=expected)


async def completed(turn: Turn, case: Case) -> None:
    """The answers came after the case: those who work on it see them."""
    await cards.refresh(turn, case.id)
    if case.minor and case.lead_id is None:
        await seek_lead(turn, case)
    turn.say("request-completed", code=case.code)
    if case.counselor_id is not None:
        await details.tell_assessment(turn, case, case.counselor_id)


async def seek_lead(desk: Desk, case: Case) -> None:
    """A minor's case is held back until a supervisor answers for the minor's safety."""
    for member in await people.staff(desk.work):
        if may(member, Action.LEAD):
            await desk.tell(
                member.person_id,
                "staff",
                lambda me: Text(
                    me.say("minor-waits", code=case.code),
                    ((me.button("button-lead", "n", "lead", short(case.id)),),),
                ),
                About(case=case.id),
            )


async def expectation(turn: Turn, case: Case) -> str:
    """An honest word about the wait; it is remembered, so that only a change is told by itself."""
    ahead = await claims.ahead_of(turn.work, case)
    await board.told(turn.work, case.id, ahead)
    return place(turn.me, ahead, await claims.usual_wait(turn.work))


def place(me: Speaker, ahead: int, usual: int | None) -> str:
    """How many are ahead, and the usual time where we know it."""
    if usual is None:
        return me.say("wait-place", ahead=ahead)
    return me.say("wait-place-usual", ahead=ahead, span=me.span(max(usual, 60_000)))


# Claiming.


async def pressed(turn: Turn, parts: tuple[str, ...]) -> None:
    """A button about a case: `claim.ID`, or `more.ID` above one's capacity."""
    known = len(parts) == 2 and parts[0] in ("claim", "more")
    case_id = unshort(parts[1]) if known else None
    if case_id is None:
        turn.answer("press-old")
        return
    if not may(turn.staff, Action.CLAIM):
        audit.record(turn.work, turn.person_id, "claim", f"case:{case_id}", allowed=False)
        turn.answer("refused-not-staff", alert=True)
        return
    await claim(turn, CaseId(case_id), more=parts[0] == "more")


async def claim(turn: Turn, case_id: CaseId, *, more: bool = False) -> None:
    """Exactly one wins; everybody else learns who it was, and every card shows it.

    `more`: knowingly above one's capacity.
    """
    terms = replace(turn.house.duty.terms, more=more)
    won = await claims.claim(turn.work, case_id, turn.person_id, terms)
    case = await cases.get(turn.work, case_id)
    if case is None:
        turn.answer("press-old")
        return
    if won and more:
        audit.record(turn.work, turn.person_id, "claimed_one_more", f"case:{case.id}")
    await (_taken if won else _lost)(turn, case)


async def _taken(turn: Turn, case: Case) -> None:
    """What follows from every claim, pressed on a card or asked for by /next."""
    audit.record(turn.work, turn.person_id, "claimed", f"case:{case.id}")
    turn.answer("claimed-by-you", code=case.code)
    await cards.refresh(turn, case.id)
    await handover.give(turn, case, turn.person_id)
    await dormant.begin(turn, case.id)
    await _tell_family(turn, case)


async def _lost(turn: Turn, case: Case) -> None:
    if case.counselor_id == turn.person_id and case.status is Status.CLAIMED:
        turn.answer("claimed-already-yours", code=case.code)
    elif case.status is Status.CLAIMED and case.counselor_id is not None:
        who = await cards.who_has(turn, turn.me, case.counselor_id)
        turn.answer("claimed-by-other", who=who, alert=True)
        await asking.offer(turn, case)
    elif case.status is Status.CLOSED:
        turn.answer("case-closed-already", alert=True)
    elif await cards.kept(turn, turn.me, case, turn.person_id):
        by_hand = await holds.is_held(turn.work, case.id)
        turn.answer("refused-by-hand" if by_hand else "refused-reserved", alert=True)
    else:
        audit.record(turn.work, turn.person_id, "claim", f"case:{case.id}", allowed=False)
        await _refused(turn, case)
        return
    in_group = turn.incoming.chat_id != turn.known.account.chat_id
    if in_group and not await _is_edited_anyway(turn, case):
        buttons = await cards.buttons_of(turn, turn.to_staff, case)
        turn.edit_pressed(await cards.text_of(turn, case), buttons, kind="card_edit")


async def _refused(turn: Turn, case: Case) -> None:
    """The case waits, and still it was not claimed."""
    if case.person_id == turn.person_id:
        turn.answer("refused-own-case", alert=True)
    elif found := await refusals.bars(turn, case):
        await refusals.explain(turn, case, found)
    else:
        turn.answer("refused-minor" if case.minor else "refused-own-case", alert=True)


async def _is_edited_anyway(turn: Turn, case: Case) -> bool:
    """Whether the winner's edit reaches the pressed card too. It does not reach one that we
    never saw arrive; and the group has no room for an edit by each who was too late."""
    content, key = turn.incoming.content, group_key(turn.incoming.platform)
    if not isinstance(content, PressIn) or content.message_id is None:
        return False
    known = await copy_at(turn.work, key, content.message_id)
    return known is not None and bool(await outbox.rows_about_case(turn.work, case.id, "card_edit"))


async def _tell_family(turn: Turn, case: Case) -> None:
    if case.person_id is not None:
        await turn.tell(case.person_id, "claimed", lambda me: Text(me.say("claimed-family")))


# Commands of staff.


async def show_queue(turn: Turn) -> None:
    """/queue: who waits, most urgent first, each with a button."""
    waiting = await claims.waiting(turn.work, SHOWN)
    if not waiting:
        turn.say("queue-empty", kind="staff")
        return
    count = await claims.waiting_count(turn.work)
    me, now = turn.me, turn.work.now
    lines = [me.say("queue-title", count=count)]
    kept = {case.id: await cards.kept(turn, me, case, turn.person_id) for case in waiting}
    for case in waiting:
        lines.append(
            me.say(
                "queue-line",
                code=case.code,
                acuity=case.acuity.key,
                topic=me.say(f"intake-topic-{case.topic}"),
                place=me.place(case.province, case.county),
                waited=me.span(now - case.opened_at),
            )
            + (f"\n{kept[case.id]}" if kept[case.id] else "")
        )
    buttons = tuple(
        (me.button("button-claim-code", "c", "claim", short(case.id), code=case.code),)
        for case in waiting
        if not kept[case.id]
    )
    turn.send(Text("\n\n".join(lines), buttons), "staff")


async def claim_next(turn: Turn) -> None:
    """/next: the most urgent case that I may have becomes mine. A more urgent one is named."""
    terms = turn.house.duty.terms
    while True:
        case = await claims.next_waiting(turn.work, turn.person_id, terms)
        if case is None:
            await refusals.nothing_fits(turn)
            return
        if await claims.claim(turn.work, case.id, turn.person_id, terms):
            break
    claimed = await cases.get(turn.work, case.id)
    assert claimed is not None
    await _taken(turn, claimed)
    await refusals.passed_over(turn, claimed)
