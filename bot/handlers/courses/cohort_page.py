"""A cohort as somebody of a family sees it: dates, how they stand in it, and what they can do."""

from bot.domain.contact import Writing
from bot.domain.courses import (
    STREAM,
    Booking,
    BookingState,
    Cohort,
    CohortState,
    Lesson,
    Participant,
    held_until,
)
from bot.domain.ids import CohortId, short
from bot.domain.outgoing import Button, Buttons
from bot.handlers.courses import cohorts, course_opinions, materials, quizzing, register
from bot.handlers.desk import Speaker, Turn
from bot.storage import contact, courses, lessons, opt_outs, participants


async def show(turn: Turn, cohort: Cohort) -> None:
    """In place of the pressed message."""
    text, rows = await page(turn, cohort)
    turn.edit_pressed(text, rows)


async def again(turn: Turn, number: CohortId) -> None:
    cohort = await courses.cohort(turn.work, number)
    if cohort is not None:
        await show(turn, cohort)


async def page(turn: Turn, cohort: Cohort) -> tuple[str, Buttons]:
    """For whoever looks at it: with a seat, waiting for one, or neither."""
    me = turn.me
    course = await cohorts.both(turn, cohort)
    every = await lessons.of_cohort(turn.work, cohort.id)
    mine = await participants.in_cohort(turn.work, cohort.id, turn.person_id)
    where = cohorts.where(me, cohort)
    lines = [
        me.say("course-head", title=course.title, where=where),
        cohorts.dates(me, every, turn.work.now),
    ]
    if cohort.state is CohortState.CANCELED:
        lines.append(me.say("course-is-canceled"))
        return "\n\n".join(lines), ((me.button("button-courses-back", "co", "list"),),)
    if mine is None:
        said, rows = _ways_in(turn, cohort, every[0].starts_at if every else 0)
        return "\n\n".join([*lines, said]), rows
    lines += await _standing(turn, cohort, every, *mine)
    over = await quizzing.ways(turn, *mine)
    over += await course_opinions.ways(turn, mine[0], mine[1].state)
    return "\n\n".join(lines), over + await _of_mine(turn, cohort, *mine)


def _ways_in(turn: Turn, cohort: Cohort, first: int) -> tuple[str, Buttons]:
    """Shortly before the first lesson a free seat can be taken, but nobody waits any more."""
    me, number, now = turn.me, short(cohort.id), turn.work.now
    back = (me.button("button-courses-back", "co", "course", short(cohort.course_id)),)
    if cohort.state is not CohortState.PUBLISHED or first <= now:
        return me.say("course-begun"), (back,)
    alone = (me.button("button-course-alone", "co", "book", number),)
    if held_until(now, first) is None:
        if not cohort.free:
            return me.say("course-full-late"), (back,)
        return me.say("course-free-late", free=cohort.free), (alone, back)
    couple = (me.button("button-course-couple", "co", "couple", number),)
    return me.say("course-free", free=cohort.free), (alone, couple, back)


async def _standing(
    turn: Turn, cohort: Cohort, every: list[Lesson], mine: Participant, booking: Booking
) -> list[str]:
    me, now = turn.me, turn.work.now
    inside = await participants.members(turn.work, booking.id)
    ahead = await participants.ahead_of(turn.work, booking)
    lines = [cohorts.standing(me, booking, ahead, mine, inside, now)]
    if booking.state is BookingState.WAITING and await _unheard(turn):
        lines.append(me.say("course-waits-unheard"))
    if booking.state is BookingState.ENROLLED:
        lines.append(me.say("course-place", place=cohort.place))
        place = next((n for n, one in enumerate(every, 1) if one.ends_at > now), None)
        if place is not None:
            lines.append(me.say("course-next", place=place, count=len(every)))
        if any(one.ends_at <= now for one in every):
            lines.append(await register.progress(turn, me, mine))
    return lines


async def _unheard(turn: Turn) -> bool:
    """Whether a seat that becomes free would not be told to them."""
    standing = await contact.standing(turn.work, turn.person_id)
    waits = standing is not None and standing.rules.writing is Writing.WAIT
    return waits or STREAM in await opt_outs.of_person(turn.work, turn.person_id)


def vouching(me: Speaker, booking: Booking) -> Buttons:
    """Whether it is their partner who came."""
    number = short(booking.id)
    return (
        (me.button("button-course-vouch", "co", "vouch", number),),
        (me.button("button-course-stranger", "co", "stranger", number),),
    )


async def _of_mine(turn: Turn, found: Cohort, mine: Participant, booking: Booking) -> Buttons:
    me, number, cohort = turn.me, short(booking.id), short(booking.cohort_id)
    inside = await participants.members(turn.work, booking.id)
    rows: list[tuple[Button, ...]] = []
    if booking.state is BookingState.HELD and not mine.confirmed:
        rows.append((me.button("button-course-yes", "co", "yes", number),))
    elif not booking.paired and inside[0].id == mine.id:
        rows += vouching(me, booking)
    elif booking.seats == 2 and len(inside) == 1:
        rows.append((me.button("button-course-invite", "co", "invite", number),))
    if booking.state is BookingState.ENROLLED:
        every = await lessons.of_cohort(turn.work, found.id)
        if any(register.counts(one, turn.work.now) for one in every):
            rows.append((me.button("button-lesson-here", "les", "here", cohort),))
        if await materials.shown(turn, found):
            rows.append((me.button("button-materials-read", "les", "read", cohort),))
        rows.append((me.button("button-calendar", "les", "ics", cohort),))
        named = ("button-called-nothing", "noname") if mine.name else ("button-called", "name")
        rows.append((me.button(named[0], "les", named[1], cohort),))
    rows.append((me.button("button-course-leave", "co", "leave", number),))
    return (*rows, (me.button("button-courses-back", "co", "list"),))
