"""A couple in a course: one invites by a link or a code, the other says yes, and the first says
that it is them."""

import secrets

from bot.domain.case import case_code, read_case_code
from bot.domain.courses import STREAM, Booking, Cohort
from bot.domain.ids import BookingId, PersonId
from bot.domain.outgoing import Text
from bot.handlers.courses import cohort_page, cohorts, seats
from bot.handlers.desk import Speaker, Turn
from bot.storage import audit, bookings, courses, lessons, opt_outs, participants

INVITED = "couple-"
"""What stands before the code in the link that a partner opens."""


def new_code() -> str:
    return case_code(secrets.randbits(40))


async def invite(turn: Turn, cohort: Cohort, code: str) -> None:
    """What somebody passes on to their partner, as a message of its own: a link, and the code."""
    place = turn.house.places[turn.incoming.platform]
    link = f"{place.link}/{place.username}?start={INVITED}{code}"
    title = await cohorts.title(turn, cohort)
    turn.say("course-invite-how")
    turn.send(Text(turn.me.say("course-invite", title=title, link=link, code=code)))


async def join(turn: Turn, typed: str) -> None:
    """/join CODE, and the link: somebody may be the partner of a booking. They are asked first."""
    code = read_case_code(typed)
    booking = await bookings.of_code(turn.work, code) if code else None
    cohort = await courses.cohort(turn.work, booking.cohort_id) if booking else None
    if code is None or cohort is None:
        turn.say("join-how" if not typed else "join-unknown")
        return
    me = turn.me
    every = cohorts.dates(me, await lessons.of_cohort(turn.work, cohort.id), turn.work.now)
    title = await cohorts.title(turn, cohort)
    yes = (me.button("button-course-join", "co", "join", code),)
    no = (me.button("button-courses-back", "co", "list"),)
    turn.send(Text(me.say("join-sure", title=title, dates=every), (yes, no)))


async def joins(turn: Turn, code: str) -> None:
    """They say yes; whoever invited them is asked whether it is them."""
    booking = await bookings.of_code(turn.work, code) if turn.staff is None else None
    joined = await bookings.join(turn.work, booking, turn.person_id) if booking else None
    if joined is None:
        turn.answer("join-late", alert=True)
        return
    turn.answer()
    await opt_outs.allow(turn.work, turn.person_id, (STREAM,))
    audit.record(turn.work, turn.person_id, "course_joined", f"cohort:{joined.cohort_id}")
    await cohort_page.again(turn, joined.cohort_id)
    host = (await participants.members(turn.work, joined.id))[0]
    if host.person_id is not None:
        await _ask_host(turn, joined, host.person_id)


async def _ask_host(turn: Turn, booking: Booking, host: PersonId) -> None:
    cohort = await courses.cohort(turn.work, booking.cohort_id)
    title = await cohorts.title(turn, cohort) if cohort is not None else ""

    def compose(me: Speaker) -> Text:
        return Text(me.say("course-partner-came", title=title), cohort_page.vouching(me, booking))

    await seats.tell(turn, host, compose)


async def answered(turn: Turn, verb: str, booking: Booking) -> None:
    """`vouch`: it is them; `stranger`: it is somebody else."""
    if verb == "vouch":
        await _vouch(turn, booking)
    else:
        await _turn_away(turn, booking)


async def _vouch(turn: Turn, booking: Booking) -> None:
    now = await bookings.vouch(turn.work, booking, turn.person_id)
    if now is None:
        turn.answer("press-counted")
        return
    turn.answer()
    audit.record(turn.work, turn.person_id, "course_vouched", f"cohort:{now.cohort_id}")
    await cohort_page.again(turn, now.cohort_id)
    for member in await participants.members(turn.work, now.id):
        if member.person_id is not None and member.person_id != turn.person_id:
            await seats.news(turn, member.person_id, "course-vouched", now)


async def _turn_away(turn: Turn, booking: Booking) -> None:
    code = new_code()
    gone = await bookings.turn_away(turn.work, booking, turn.person_id, code)
    cohort = await courses.cohort(turn.work, booking.cohort_id)
    if gone is None or cohort is None:
        turn.answer("press-counted")
        return
    turn.answer("course-turned-away-done")
    audit.record(turn.work, turn.person_id, "course_turned_away", f"cohort:{booking.cohort_id}")
    await cohort_page.again(turn, booking.cohort_id)
    await invite(turn, cohort, code)
    if gone.person_id is not None:
        await seats.news(turn, gone.person_id, "course-turned-away", booking)


async def again(turn: Turn, number: BookingId, cohort: Cohort) -> None:
    """The invitation once more, with a new code: the old one opens nothing any more."""
    code = new_code()
    if not await bookings.recode(turn.work, number, turn.person_id, code):
        turn.answer("join-late", alert=True)
        return
    turn.answer()
    await invite(turn, cohort, code)
