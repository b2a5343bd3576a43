"""Seats of a course change hands: what those hear of it whom it concerns."""

from collections.abc import Iterable

from bot.domain.courses import Booking, BookingState
from bot.domain.ids import BookingId, PersonId, short
from bot.domain.outgoing import Text
from bot.handlers import cohorts
from bot.handlers.desk import Desk, Speaker
from bot.storage import audit, bookings, courses, participants
from bot.storage.bookings import Change
from bot.storage.due import Due

KIND = "course"
"""The kind of every message about a course that nobody has just asked for."""


async def offered(desk: Desk, bookings_: Iterable[Booking]) -> None:
    """Seats are held for these: everybody in them is asked."""
    for booking in bookings_:
        cohort = await courses.cohort(desk.work, booking.cohort_id)
        if cohort is None:
            continue
        title = await cohorts.title(desk, cohort)
        for member in await participants.members(desk.work, booking.id):
            if member.person_id is not None:
                await _offer(desk, booking, member.person_id, title)


async def _offer(desk: Desk, booking: Booking, who: PersonId, title: str) -> None:
    number, now = short(booking.id), desk.work.now

    def compose(me: Speaker) -> Text:
        until = me.house.words.appointed(me.language, booking.held_until or now, now)
        text = me.say("course-offer", title=title, seats=booking.seats, until=until)
        yes = me.button("button-course-yes", "co", "yes", number)
        return Text(text, ((yes,), (me.button("button-course-no", "co", "gone", number),)))

    await desk.tell(who, KIND, compose)


async def changed(desk: Desk, change: Change, but: PersonId | None = None) -> None:
    """Somebody went: their partner hears of it, and those who wait longest are asked."""
    booking = change.booking
    if booking.state in (BookingState.WAITING, BookingState.HELD, BookingState.ENROLLED):
        cohort = await courses.cohort(desk.work, booking.cohort_id)
        title = await cohorts.title(desk, cohort) if cohort is not None else ""
        for member in await participants.members(desk.work, booking.id):
            if member.person_id is not None and member.person_id != but:
                await _tell(desk, member.person_id, "course-partner-left", booking, title)
    await offered(desk, change.offered)


async def _tell(desk: Desk, who: PersonId, key: str, booking: Booking, title: str) -> None:
    number = short(booking.cohort_id)
    await desk.tell(
        who,
        KIND,
        lambda me: Text(
            me.say(key, title=title), ((me.button("button-course-see", "co", "cohort", number),),)
        ),
    )


async def partner_joined(desk: Desk, booking: Booking, who: PersonId) -> None:
    """The partner said yes: whoever invited them hears of it."""
    cohort = await courses.cohort(desk.work, booking.cohort_id)
    title = await cohorts.title(desk, cohort) if cohort is not None else ""
    for member in await participants.members(desk.work, booking.id):
        if member.person_id is not None and member.person_id != who:
            await _tell(desk, member.person_id, "course-partner-came", booking, title)


async def expire(desk: Desk, what: Due) -> None:
    """Nobody said yes in time: the seats are passed on, and people are told what they have."""
    before = await participants.get(desk.work, BookingId(what.subject))
    passed = await bookings.expire(desk.work, BookingId(what.subject))
    if before is None or passed is None:
        return
    change, gone = passed
    cohort = await courses.cohort(desk.work, before.cohort_id)
    title = await cohorts.title(desk, cohort) if cohort is not None else ""
    audit.record(desk.work, None, "seat_expired", f"cohort:{before.cohort_id}")
    for person in gone:
        await _tell(desk, person, "course-offer-over", before, title)
    for member in await participants.members(desk.work, before.id):
        if member.person_id is not None:
            await _tell(desk, member.person_id, "course-alone-now", before, title)
    await offered(desk, change.offered)
