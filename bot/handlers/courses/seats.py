"""Seats of a course change hands: what those hear of it whom it concerns."""

from collections.abc import Iterable

from bot.domain.courses import (
    LIVE,
    STREAM,
    Booking,
    BookingState,
    Cohort,
    Participant,
    offered_until,
)
from bot.domain.ids import BookingId, CohortId, PersonId, short
from bot.domain.outgoing import Button, Text
from bot.handlers import gate
from bot.handlers.courses import cohorts
from bot.handlers.desk import Compose, Desk, Speaker
from bot.storage import (
    audit,
    bookings,
    contact,
    courses,
    lessons,
    opt_outs,
    participants,
    people,
    waiting,
)
from bot.storage.bookings import Change
from bot.storage.due import Due

KIND = "course"
"""The kind of every message about a course that nobody has just asked for."""


# Who hears of courses.


async def tell(desk: Desk, who: PersonId, compose: Compose) -> bool:
    """Owes somebody news of a course. False: they do not want any, or cannot be told."""
    if STREAM in await opt_outs.of_person(desk.work, who):
        return False
    return await desk.tell(who, KIND, compose)


def off_button(me: Speaker) -> Button:
    return me.button("button-courses-off", "co", "off")


async def hears_at(desk: Desk, who: PersonId | None) -> int | None:
    """When (epoch ms) news of a course would reach somebody. None: not before they come by
    themselves, or not at all."""
    if who is None or STREAM in await opt_outs.of_person(desk.work, who):
        return None
    reach, standing = await people.reach(desk.work, who), await contact.standing(desk.work, who)
    if reach is None or reach.lost or standing is None:
        return None
    return gate.leaves_at(desk.house, standing, KIND, desk.work.now)


# Offers.


async def offered(desk: Desk, those: Iterable[Booking]) -> None:
    """Seats are held for these: everybody in them is asked. Who cannot hear of it in time holds
    up nobody: what was held for them goes to the next."""
    queue = list(those)
    while queue:
        queue += await _offer(desk, queue.pop(0))


async def _offer(desk: Desk, booking: Booking) -> tuple[Booking, ...]:
    """What is passed on instead."""
    cohort = await courses.cohort(desk.work, booking.cohort_id)
    every = await lessons.of_cohort(desk.work, booking.cohort_id)
    if cohort is None or not every:
        return ()
    inside = await participants.members(desk.work, booking.id)
    heard = {one.id: await hears_at(desk, one.person_id) for one in inside}
    first, now = every[0].starts_at, desk.work.now
    ends = {
        number: offered_until(now, at, first) if at is not None else None
        for number, at in heard.items()
    }
    deaf = [one for one in inside if ends[one.id] is None]
    passed: tuple[Booking, ...] = ()
    if deaf:
        change = await bookings.drop(desk.work, booking, [one.id for one in deaf])
        if change is None:
            return ()
        booking, passed = change.booking, change.offered
        await _missed(desk, cohort, deaf)
    until = max((end for end in ends.values() if end is not None), default=None)
    if booking.state is BookingState.HELD and until is not None:
        if until != booking.held_until:
            booking = await waiting.hold_until(desk.work, booking, until)
        rest = [one for one in inside if one not in deaf]
        await _ask(desk, booking, cohort, rest, alone=bool(deaf))
    return passed


async def _missed(desk: Desk, cohort: Cohort, those: list[Participant]) -> None:
    """Their turn came, and they could not be told: they hear of it when they come back."""
    audit.record(desk.work, None, "seat_unheard", f"cohort:{cohort.id}")
    title = await cohorts.title(desk, cohort)
    for one in those:
        if one.person_id is not None:
            await tell(
                desk, one.person_id, lambda me: Text(me.say("course-offer-missed", title=title))
            )


async def _ask(
    desk: Desk, booking: Booking, cohort: Cohort, those: list[Participant], *, alone: bool
) -> None:
    title, number, now = await cohorts.title(desk, cohort), short(booking.id), desk.work.now
    key = "course-offer-unaccompanied" if alone else "course-offer"

    def compose(me: Speaker) -> Text:
        until = me.house.words.appointed(me.language, booking.held_until or now, now)
        text = me.say(key, title=title, seats=booking.seats, until=until)
        yes = me.button("button-course-yes", "co", "yes", number)
        return Text(text, ((yes,), (me.button("button-course-no", "co", "gone", number),)))

    for one in those:
        if one.person_id is not None:
            await tell(desk, one.person_id, compose)


# News for a partner.


async def changed(desk: Desk, change: Change, but: PersonId | None = None) -> None:
    """Somebody went: their partner hears of it, and those who wait longest are asked."""
    booking = change.booking
    if booking.state in LIVE:
        for member in await participants.members(desk.work, booking.id):
            if member.person_id is not None and member.person_id != but:
                await news(desk, member.person_id, "course-partner-left", booking)
    await offered(desk, change.offered)


async def news(desk: Desk, who: PersonId, key: str, booking: Booking) -> None:
    """One sentence about a booking, with the way to it."""
    title, number = await _title(desk, booking.cohort_id), short(booking.cohort_id)
    await tell(
        desk,
        who,
        lambda me: Text(
            me.say(key, title=title, state=booking.state.value),
            ((me.button("button-course-see", "co", "cohort", number),),),
        ),
    )


async def _title(desk: Desk, number: CohortId) -> str:
    cohort = await courses.cohort(desk.work, number)
    return await cohorts.title(desk, cohort) if cohort is not None else ""


# The clock.


async def expire(desk: Desk, what: Due) -> None:
    """Nobody said yes in time: the seats are passed on, and people are told what they have."""
    number = BookingId(what.subject)
    before = await participants.get(desk.work, number)
    said = {one.person_id for one in await participants.members(desk.work, number) if one.confirmed}
    passed = await bookings.expire(desk.work, number)
    if before is None or passed is None:
        return
    change, gone = passed
    audit.record(desk.work, None, "seat_expired", f"cohort:{before.cohort_id}")
    for person in gone:
        key = "course-unvouched" if person in said else "course-offer-over"
        await news(desk, person, key, before)
    for member in await participants.members(desk.work, number):
        if member.person_id is not None:
            await news(desk, member.person_id, "course-alone-now", before)
    await offered(desk, change.offered)
