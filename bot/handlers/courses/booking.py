"""Somebody asks for a seat in a cohort, says yes to one that is held, or gives theirs back."""

from bot.domain.courses import STREAM, Booking, Cohort, held_until
from bot.domain.ids import BookingId, short
from bot.handlers.courses import cohort_page, couples, seats
from bot.handlers.desk import Turn
from bot.storage import audit, bookings, courses, lessons, opt_outs, participants


async def book(turn: Turn, cohort: Cohort, *, couple: bool) -> None:
    """A seat for them alone, or two for them and whoever they invite."""
    code = couples.new_code() if couple else None
    booking = await bookings.book(turn.work, cohort.id, turn.person_id, code)
    if booking is None:
        turn.answer(await _why_not(turn, cohort), alert=True)
        await cohort_page.show(turn, cohort)
        return
    turn.answer()
    # Who enrolls wants to hear of it.
    await opt_outs.allow(turn.work, turn.person_id, (STREAM,))
    audit.record(turn.work, turn.person_id, "course_booked", f"cohort:{cohort.id}")
    await cohort_page.again(turn, cohort.id)
    if code is not None:
        await couples.invite(turn, cohort, code)


async def _why_not(turn: Turn, cohort: Cohort) -> str:
    every, now = await lessons.of_cohort(turn.work, cohort.id), turn.work.now
    soon = bool(every) and every[0].starts_at > now
    late = soon and held_until(now, every[0].starts_at) is None
    if late and await participants.in_cohort(turn.work, cohort.id, turn.person_id) is None:
        return "course-couple-late" if cohort.free else "course-full-late"
    return "course-not-now"


async def pressed(turn: Turn, verb: str, number: BookingId) -> None:
    """`yes`, `leave`, `gone`, `vouch`, `stranger`, `invite`: of a booking that is theirs."""
    booking = await participants.get(turn.work, number)
    inside = await participants.members(turn.work, number) if booking is not None else []
    if booking is None or all(one.person_id != turn.person_id for one in inside):
        turn.answer("course-not-in", alert=True)
        return
    match verb:
        case "yes":
            await _confirm(turn, booking)
        case "leave":
            _ask_leaving(turn, booking, both=len(inside) == 2)
        case "gone":
            await _leave(turn, booking)
        case "invite":
            cohort = await courses.cohort(turn.work, booking.cohort_id)
            if cohort is not None:
                await couples.again(turn, booking.id, cohort)
        case _:
            await couples.answered(turn, verb, booking)


async def _confirm(turn: Turn, booking: Booking) -> None:
    if await bookings.confirm(turn.work, booking, turn.person_id) is None:
        turn.answer("course-offer-late", alert=True)
        return
    turn.answer()
    audit.record(turn.work, turn.person_id, "course_confirmed", f"cohort:{booking.cohort_id}")
    await cohort_page.again(turn, booking.cohort_id)


def _ask_leaving(turn: Turn, booking: Booking, *, both: bool) -> None:
    me = turn.me
    turn.answer()
    sure = (me.button("button-course-leave-sure", "co", "gone", short(booking.id)),)
    stay = (me.button("button-course-stay", "co", "cohort", short(booking.cohort_id)),)
    turn.edit_pressed(me.say("course-leave-couple" if both else "course-leave"), (sure, stay))


async def _leave(turn: Turn, booking: Booking) -> None:
    change = await bookings.leave(turn.work, booking, turn.person_id)
    if change is None:
        turn.answer("course-not-in", alert=True)
        return
    turn.answer()
    audit.record(turn.work, turn.person_id, "course_left", f"cohort:{booking.cohort_id}")
    turn.edit_pressed(turn.me.say("course-left"))
    await seats.changed(turn, change, but=turn.person_id)
