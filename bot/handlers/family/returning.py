"""A family that comes back: its earlier counselor is asked first, unless it wants another one."""

from bot.domain.case import Case
from bot.domain.ids import CaseId, short, unshort
from bot.domain.outgoing import Buttons, Text
from bot.domain.people import Action, may
from bot.domain.transfer import is_reservable
from bot.handlers.casework import handover
from bot.handlers.desk import Desk, Speaker, Turn
from bot.handlers.queue import cards, queue
from bot.storage import audit, due, duty, holds, people
from bot.storage.due import Due
from bot.storage.outbox import About

RESERVED = "reserved"
"""The kind of due row that ends a reservation."""


async def offer(turn: Turn, case: Case) -> bool:
    """A new case: for some minutes only the earlier counselor may claim it, who is told so.

    False: everybody may; there was none, they are not there, or the case is too urgent.
    """
    span = turn.house.patience.returning
    if not span or case.person_id is None or not is_reservable(case.acuity):
        return False
    who = await holds.earlier_counselor(turn.work, case)
    member = await people.member(turn.work, who) if who is not None else None
    if who is None or not may(member, Action.CLAIM) or not await duty.on_duty(turn.work, who):
        return False
    until = turn.work.now + span
    if not await holds.reserve(turn.work, case.id, who, until):
        return False
    audit.record(turn.work, who, "offered_first", f"case:{case.id}")
    due.plan(turn.work, RESERVED, case.id, until, f"reserved:{case.id}")
    await turn.tell(who, "staff", lambda me: _offered(me, case, span), About(case=case.id))
    return True


def _offered(me: Speaker, case: Case, span: int) -> Text:
    text = me.say(
        "returning-offer",
        code=case.code,
        acuity=me.say(f"acuity-level-{case.acuity.key}"),
        topic=me.say(f"intake-topic-{case.topic}"),
        span=me.span(span),
    )
    return Text(text, ((me.button("button-claim", "c", "claim", short(case.id)),),))


def choice(me: Speaker, case: Case) -> Buttons:
    """The family may want somebody else this time."""
    return ((me.button("button-other-counselor", "ret", "other", short(case.id)),),)


async def over(desk: Desk, occurrence: Due) -> None:
    """The earlier counselor did not claim it: now everybody may."""
    case_id = CaseId(occurrence.subject)
    if await holds.unreserve(desk.work, case_id) is not None:
        await cards.refresh(desk, case_id)


async def pressed(turn: Turn, parts: tuple[str, ...]) -> None:
    """A button of the family: `other.CASE`."""
    number = unshort(parts[1]) if len(parts) == 2 and parts[0] == "other" else None
    case = await handover.case_of(turn, number)
    if case is None or case.person_id != turn.person_id:
        if case is not None:
            about = f"case:{case.id}"
            audit.record(turn.work, turn.person_id, "other_counselor", about, allowed=False)
        turn.answer("press-old")
        return
    who = await holds.unreserve(turn.work, case.id)
    if who is None:
        turn.answer(
            "returning-open" if case.counselor_id is None else "returning-taken", alert=True
        )
        return
    audit.record(turn.work, turn.person_id, "other_counselor", f"case:{case.id}")
    turn.answer()
    received = await queue.received(turn, case)
    turn.edit_pressed(received + "\n\n" + turn.me.say("returning-other"))
    await handover.tell(turn, who, "returning-wish", case)
    await cards.refresh(turn, case.id)
