"""Two people turn out to be one: what each had is joined, and those who work with them are told."""

from dataclasses import replace

from bot.conversations.catalogue import OF_STAFF
from bot.domain.case import Case, Status
from bot.domain.courses import BookingState
from bot.domain.ids import PersonId, short
from bot.domain.linking import kept_case
from bot.domain.outgoing import Buttons, Text
from bot.domain.people import Platform, StaffMember
from bot.handlers.casework import dormant, farewell
from bot.handlers.courses import seats
from bot.handlers.desk import Desk, Speaker, Turn
from bot.handlers.queue import cards
from bot.handlers.staff import staff
from bot.handlers.talk import relay
from bot.storage import (
    accounts,
    audit,
    bookings,
    cases,
    joined,
    merging,
    outbox,
    participants,
    people,
)
from bot.storage.outbox import About


async def join(turn: Turn, stays: PersonId, goes: PersonId, there: Platform) -> None:
    """From now on they are one. `there`: the messenger whose account hears it by a message."""
    both = await _closed_of_two(turn, stays, goes)
    await _seats(turn, stays, goes)
    merged = await merging.merge(turn.work, stays, goes)
    audit.record(turn.work, stays, "linked", f"person:{stays}")
    key = turn.known.account.chat_key
    turn.known = (await people.known(turn.work, [key]))[key]
    people.seen(turn.work, stays, turn.known.account)
    if turn.staff is not None:
        await _as_staff(turn, turn.staff)
    if both is not None:
        await _goes_on(turn, *both, stays)
    await _tell_there(turn, stays, there)
    if merged.words_lost:
        turn.say("link-words")


async def _as_staff(turn: Turn, member: StaffMember) -> None:
    """What a family was asked is over, and the commands of a colleague are there in both."""
    session = turn.known.session
    if session is not None and session.flow not in OF_STAFF:
        await people.end_session(turn.work, turn.person_id)
        turn.known = replace(turn.known, session=None, subject=None)
    for account in await accounts.of_person(turn.work, turn.person_id):
        there = replace(turn, known=replace(turn.known, account=account))
        staff.set_menu(there, member)


async def _tell_there(turn: Turn, who: PersonId, there: Platform) -> None:
    """Whoever holds the other account sees that it was joined, and how to undo it."""
    me = turn.me
    text = me.say("link-done-there", messenger=me.say(f"messenger-{turn.incoming.platform}"))
    for account in await accounts.of_person(turn.work, who):
        if account.platform is there:
            turn.owe(outbox.address(account), "reply", Text(text))


# One open case.


async def _closed_of_two(desk: Desk, stays: PersonId, goes: PersonId) -> tuple[Case, Case] | None:
    """Where both have an open one: the case that goes on, and the one that is closed now."""
    first = await cases.open_of(desk.work, stays)
    second = await cases.open_of(desk.work, goes)
    if first is None or second is None:
        return None
    for case in (first, second):
        await cases.hold(desk.work, case.id)
    kept, other = kept_case(first, second)
    return (kept, other) if await joined.close(desk.work, other) else None


async def _goes_on(desk: Desk, kept: Case, other: Case, who: PersonId) -> None:
    await joined.take_along(desk.work, kept.id, other.id)
    for case in (kept, other):
        action = "merged_in" if case is kept else "merged"
        audit.record(desk.work, who, action, f"case:{case.id}")
    if other.status is Status.CLAIMED:
        await farewell.put_away(desk, other, who)
    else:
        await dormant.end(desk, other.id)
        await cards.refresh(desk, other.id)
    await cards.refresh(desk, kept.id)
    if kept.status is Status.CLAIMED:
        await relay.pass_held(desk, kept)
    await _tell_counselors(desk, kept, other)


async def _tell_counselors(desk: Desk, kept: Case, other: Case) -> None:
    """Those who have one of the two learn what became of it, and who goes on."""
    if kept.counselor_id is not None:
        await desk.tell(
            kept.counselor_id,
            "staff",
            lambda me: Text(me.say("merged-kept", code=kept.code, other=other.code)),
            About(case=kept.id),
        )
    if other.counselor_id is None or other.counselor_id == kept.counselor_id:
        return
    who = await cards.name_of(desk, kept.counselor_id) if kept.counselor_id else None

    def compose(me: Speaker) -> Text:
        if who is not None:
            said = me.say("merged-closed", code=kept.code, other=other.code, who=who(me))
            return Text(said)
        claim: Buttons = (
            (me.button("button-claim-code", "c", "claim", short(kept.id), code=kept.code),),
        )
        return Text(me.say("merged-waits", code=kept.code, other=other.code), claim)

    await desk.tell(other.counselor_id, "staff", compose)


# One seat in a cohort.

_BETTER = (BookingState.ENROLLED, BookingState.HELD, BookingState.WAITING)


async def _seats(desk: Desk, stays: PersonId, goes: PersonId) -> None:
    """Where both are in one cohort, the surer seat is kept and the other goes to who waits."""
    for _, theirs in await participants.of_person(desk.work, goes):
        found = await participants.in_cohort(desk.work, theirs.cohort_id, stays)
        if found is None:
            continue
        mine = found[1]
        keeps_mine = _BETTER.index(mine.state) <= _BETTER.index(theirs.state)
        leaver, booking = (goes, theirs) if keeps_mine else (stays, mine)
        change = await bookings.leave(desk.work, booking, leaver)
        if change is not None:
            await seats.changed(desk, change, but=stays)
