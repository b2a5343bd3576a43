"""A cohort in words: when and where it is held, and how somebody stands in it."""

from bot.domain.courses import Booking, BookingState, Cohort, Course, Lesson, Where
from bot.handlers.desk import Desk, Speaker
from bot.storage import courses, lessons


async def both(desk: Desk, cohort: Cohort) -> Course:
    """The course of a cohort; no cohort is without one."""
    found = await courses.course(desk.work, cohort.course_id)
    assert found is not None
    return found


async def next_lesson(desk: Desk, cohort: Cohort) -> Lesson | None:
    """The first one that has not begun."""
    coming = await lessons.of_cohort(desk.work, cohort.id)
    return next((one for one in coming if one.starts_at > desk.work.now), None)


def where(me: Speaker, cohort: Cohort) -> str:
    """On site with the province, or online; the address itself is for those who come."""
    if cohort.where is Where.ONLINE:
        return me.say("course-online")
    if not cohort.province:
        return me.say("course-on-site")
    return me.say("course-on-site-in", place=me.place(cohort.province, ""))


def at(me: Speaker, lesson: Lesson, now: int) -> str:
    return me.house.words.appointed(me.language, lesson.starts_at, now)


def dates(me: Speaker, all_of_it: list[Lesson], now: int) -> str:
    """Every lesson on a line, with its number and date."""
    return "\n".join(
        me.say("course-lesson", place=place, at=at(me, lesson, now))
        for place, lesson in enumerate(all_of_it, 1)
    )


def standing(me: Speaker, booking: Booking, ahead: int, inside: int, now: int) -> str:
    """What a booking is now. `ahead`: bookings that wait longer; `inside`: people in it."""
    match booking.state:
        case BookingState.WAITING:
            return me.say("course-waits", place=ahead + 1)
        case BookingState.HELD:
            until = me.house.words.appointed(me.language, booking.held_until or now, now)
            alone = booking.seats == 2 and inside == 1
            return me.say("course-held-partner" if alone else "course-held", until=until)
        case BookingState.ENROLLED:
            return me.say("course-enrolled", seats=booking.seats)
        case _:
            return me.say("course-not-in")


async def title(desk: Desk, cohort: Cohort) -> str:
    return (await both(desk, cohort)).title
