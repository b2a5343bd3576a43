"""A cohort in words: when and where it is held, and how somebody stands in it."""

from collections.abc import Sequence

from bot.domain.courses import (
    Booking,
    BookingState,
    Cohort,
    Course,
    Lesson,
    Participant,
    Where,
    where_of,
)
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
    return place_of(me, where_of(cohort.where, cohort.province))


def place_of(me: Speaker, where: str) -> str:
    """`online`, `on_site`, or the code of a province, in words."""
    match where:
        case Where.ONLINE:
            return me.say("course-online")
        case Where.ON_SITE:
            return me.say("course-on-site")
        case _:
            return me.say("course-on-site-in", place=me.place(where, ""))


def at(me: Speaker, lesson: Lesson, now: int) -> str:
    return me.house.words.appointed(me.language, lesson.starts_at, now)


def dates(me: Speaker, all_of_it: list[Lesson], now: int) -> str:
    """Every lesson on a line, with its number and date."""
    return "\n".join(
        me.say("course-lesson", place=place, at=at(me, lesson, now))
        for place, lesson in enumerate(all_of_it, 1)
    )


def standing(
    me: Speaker,
    booking: Booking,
    ahead: int,
    mine: Participant,
    inside: Sequence[Participant],
    now: int,
) -> str:
    """What a booking is for one of those in it. `ahead`: bookings that wait longer."""
    until = me.house.words.appointed(me.language, booking.held_until or now, now)
    match booking.state:
        case BookingState.WAITING if not booking.paired and inside[0].id == mine.id:
            return me.say("course-waits", place=ahead + 1) + "\n" + me.say("course-vouch")
        case BookingState.WAITING:
            return me.say("course-waits", place=ahead + 1)
        case BookingState.HELD if not mine.confirmed:
            return me.say("course-held", until=until)
        case BookingState.HELD if len(inside) == 1:
            return me.say("course-held-partner", until=until)
        case BookingState.HELD if not booking.paired and inside[0].id == mine.id:
            return me.say("course-vouch")
        case BookingState.HELD if not booking.paired:
            return me.say("course-vouch-waits", until=until)
        case BookingState.HELD:
            return me.say("course-held-other", until=until)
        case BookingState.ENROLLED:
            return me.say("course-enrolled", seats=booking.seats)
        case _:
            return me.say("course-not-in")


async def title(desk: Desk, cohort: Cohort) -> str:
    return (await both(desk, cohort)).title
