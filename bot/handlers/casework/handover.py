"""What follows when a case changes hands, or does not: who is told, and what the next one gets."""

from collections.abc import Callable

from bot.domain.case import Case
from bot.domain.ids import CaseId, PersonId, TransferId, short
from bot.domain.outgoing import Buttons, Text
from bot.domain.transfer import Transfer, TransferState
from bot.handlers.casework import details
from bot.handlers.desk import Desk, Speaker
from bot.handlers.queue import cards
from bot.handlers.staff import welfare
from bot.handlers.talk import carrying, relay
from bot.storage import audit, cases, due, holds, notes, people, transfers
from bot.storage import relay as talks
from bot.storage.due import Due
from bot.storage.outbox import About

ANSWER = "transfer_answer"
"""The kind of due row that ends an offer, or a colleague's wish, without an answer."""
LAST = 10
"""Messages of the talk that whoever has a case next reads again."""


In = Callable[[Speaker], str]
"""Something in the language of whoever reads it."""


async def tell(
    desk: Desk, person: PersonId | None, key: str, case: Case, who: PersonId | None = None,
    **said: In,
) -> None:  # fmt: skip
    """A line to a colleague about a case."""
    if who is not None:
        said["who"] = await cards.name_of(desk, who)
    if person is not None:
        await desk.tell(
            person,
            "staff",
            lambda me: Text(me.say(key, code=case.code, **{k: v(me) for k, v in said.items()})),
            About(case=case.id),
        )


def wait_for(desk: Desk, what: Transfer, case: Case) -> int:
    """From now on the clock waits for the answer; for how long (milliseconds)."""
    span = desk.house.patience.for_answer(case.acuity)
    due.plan(desk.work, ANSWER, what.id, desk.work.now + span, f"transfer:{what.id}")
    return span


# An offer.


async def offer(desk: Desk, what: Transfer, case: Case) -> int:
    """The receiver learns what they are to have; how long their answer is waited for."""
    assert what.to_id is not None
    span, name = wait_for(desk, what, case), await cards.name_of(desk, what.by_id)

    def compose(me: Speaker) -> Text:
        text = me.say(
            "transfer-offer",
            who=name(me),
            code=case.code,
            acuity=me.say(f"acuity-level-{case.acuity.key}"),
            topic=me.say(f"intake-topic-{case.topic}"),
            span=me.span(span),
            note=what.note,
        )
        return Text(text, _answers(me, what), protect=True)

    await desk.tell(what.to_id, "staff", compose, About(case=case.id))
    return span


def _answers(me: Speaker, what: Transfer) -> Buttons:
    number = short(what.id)
    return (
        (
            me.button("button-transfer-accept", "tr", "accept", number),
            me.button("button-transfer-refuse", "tr", "refuse", number),
        ),
    )


async def accepted(desk: Desk, what: Transfer, case: Case) -> None:
    """The case is its receiver's: they read all there is, and everybody concerned knows it."""
    assert what.to_id is not None
    audit.record(desk.work, what.to_id, "took_over", f"case:{case.id}")
    await over(desk, case, unless=what.to_id)
    await cards.refresh(desk, case.id)
    await welfare.after(desk, case, what.from_id)
    await give(desk, case, what.to_id)
    for person in dict.fromkeys((what.from_id, what.by_id)):
        if person != what.to_id:
            await tell(desk, person, "transfer-accepted", case, what.to_id)
    if case.person_id is not None:
        await desk.tell(case.person_id, "claimed", lambda me: Text(me.say("transferred-family")))


async def give(desk: Desk, case: Case, to: PersonId) -> None:
    """All that a colleague needs who has the case now: answers, hand-over notes, notes, and
    where the talk stands."""
    held = await cases.held_by(desk.work, to)
    await people.face(desk.work, to, case.id, settled=len(held) == 1)
    await details.tell_assessment(desk, case, to)
    kept = await notes.of_case(desk.work, case.id)
    if kept:
        await desk.tell(to, "details", await details.notes_text(desk, case, kept))
    last = await talks.transcript(desk.work, case.id, LAST)
    if last:
        await desk.tell(
            to, "details", lambda me: Text(me.say("handover-last", code=case.code)),
            About(case=case.id),
        )  # fmt: skip
    for relayed in last:
        await carrying.show_again(desk, case, relayed, to)
    await relay.pass_held(desk, case)


async def queued(desk: Desk, case: Case, by: PersonId) -> None:
    """The case waits again, without a hand-over. `case`: as it was before."""
    audit.record(desk.work, by, "gave_back", f"case:{case.id}")
    await over(desk, case)
    await cards.refresh(desk, case.id)
    await welfare.after(desk, case, case.counselor_id)
    await tell_queued(desk, case)


async def tell_queued(desk: Desk, case: Case) -> None:
    """The family learns that somebody else will go on, and that nothing is lost."""
    if case.person_id is not None:
        text = "transferred-family-queue"
        await desk.tell(case.person_id, "claimed", lambda me: Text(me.say(text)))


async def returned(desk: Desk, what: Transfer, case: Case, key: str, **said: In) -> None:
    """It stays where it was: whoever has it, and whoever handed it over, learn why."""
    for person in dict.fromkeys((what.from_id, what.by_id)):
        await tell(desk, person, key, case, what.to_id, **said)


# The end of what nobody answered.


async def expire(desk: Desk, occurrence: Due) -> None:
    """Time is over: no answer is a no, and the case stays where it is."""
    what = await transfers.get(desk.work, TransferId(occurrence.subject))
    if what is None or what.state not in (TransferState.OFFERED, TransferState.ASKED):
        return
    case = await cases.get(desk.work, what.case_id)
    if case is None or not await transfers.move(desk.work, what, TransferState.EXPIRED):
        return
    audit.record(desk.work, None, "transfer_expired", f"case:{case.id}")
    if what.state is TransferState.ASKED:
        await tell(desk, what.to_id, "ask-expired", case, what.from_id)
        return
    await returned(desk, what, case, "transfer-expired")
    await tell(desk, what.to_id, "transfer-expired-you", case)


async def over(desk: Desk, case: Case, unless: PersonId | None = None) -> None:
    """The case has another owner, none, or an end: what was asked and offered about it is over."""
    for what in await transfers.end(desk.work, case.id):
        if what.to_id != unless:
            # An offer has a note, a wish has none.
            await tell(desk, what.to_id, "transfer-over" if what.note else "ask-over", case)


async def left(desk: Desk, who: PersonId) -> None:
    """A role ends, before the cases go back to the queue: nothing waits for this person, and
    nothing is waited for from them."""
    await transfers.discard(desk.work, who)
    for what in await transfers.of_person(desk.work, who):
        case = await cases.get(desk.work, what.case_id)
        offered = what.state is TransferState.OFFERED
        from_them = what.from_id == who
        # The note of an offer that its author leaves behind is for whoever claims next.
        after = TransferState.QUEUED if offered and from_them else TransferState.ENDED
        if case is None or not await transfers.move(desk.work, what, after):
            continue
        if from_them:
            await tell(desk, what.to_id, "transfer-over" if offered else "ask-over", case)
        elif offered:
            await returned(desk, what, case, "transfer-receiver-left")
    for case_id in await holds.reservations(desk.work, who):
        await holds.unreserve(desk.work, case_id)
        await cards.refresh(desk, case_id)


async def case_of(desk: Desk, number: int | None) -> Case | None:
    """The case a button names."""
    return await cases.get(desk.work, CaseId(number)) if number is not None else None
