"""Courses as families meet them: the catalogue by stage of life, a cohort, a seat in it."""

import secrets

from bot.domain.case import case_code, read_case_code
from bot.domain.courses import (
    Booking,
    BookingState,
    Cohort,
    CohortState,
    Course,
    Participant,
    Stage,
)
from bot.domain.ids import BookingId, CohortId, CourseId, short, unshort
from bot.domain.outgoing import Button, Buttons, Text
from bot.handlers import cohorts, course_opinions, quizzing, register, seats
from bot.handlers.desk import Turn
from bot.storage import audit, bookings, courses, lessons, opt_outs, participants

INVITED = "couple-"
"""What stands before the code in the link that a partner opens."""
STREAM = "courses"
"""What somebody refuses who does not want to be reminded of courses."""


# The catalogue.


async def show(turn: Turn) -> None:
    """/courses of a family: what it has, and what there is."""
    text, rows = await _stages(turn)
    turn.send(Text(text, rows))


async def _stages(turn: Turn) -> tuple[str, Buttons]:
    me, found = turn.me, await courses.stages(turn.work)
    rows: list[tuple[Button, ...]] = []
    for _, booking in await participants.of_person(turn.work, turn.person_id):
        cohort = await courses.cohort(turn.work, booking.cohort_id)
        if cohort is not None and cohort.state is not CohortState.CANCELED:
            title = await cohorts.title(turn, cohort)
            number = short(cohort.id)
            rows.append((me.button("button-course-mine", "co", "cohort", number, title=title),))
    rows += [
        (me.button(f"course-stage-{stage}", "co", "stage", stage),)
        for stage in Stage
        if stage in found
    ]
    return me.say("courses" if found else "courses-none"), tuple(rows)


async def _of_stage(turn: Turn, stage: Stage) -> None:
    me = turn.me
    rows = [
        (me.button("button-course", "co", "course", short(one.id), title=one.title),)
        for one in await courses.of_stage(turn.work, stage)
    ]
    back = (me.button("button-courses-back", "co", "list"),)
    said = me.say(f"course-stage-{stage}")
    turn.edit_pressed(me.say("courses-of-stage", stage=said), (*rows, back))


async def _course(turn: Turn, course: Course) -> None:
    """What it is about, and when it is held next."""
    me, rows = turn.me, []
    for cohort in await courses.open_cohorts(turn.work, course.id):
        first = await cohorts.next_lesson(turn, cohort)
        if first is not None:
            day = me.house.words.day(me.language, first.starts_at, turn.work.now)
            label = me.say("button-cohort", day=day, where=cohorts.where(me, cohort))
            rows.append(
                (me.button("button-course", "co", "cohort", short(cohort.id), title=label),)
            )
    back = (me.button("button-courses-back", "co", "stage", course.stage),)
    text = me.say("course-about", title=course.title, about=course.about)
    turn.edit_pressed(text, (*rows, back))


async def cohort_page(turn: Turn, cohort: Cohort) -> tuple[str, Buttons]:
    """A cohort for whoever looks at it: dates, seats, and what they can do."""
    me, now = turn.me, turn.work.now
    course = await cohorts.both(turn, cohort)
    every = await lessons.of_cohort(turn.work, cohort.id)
    mine = await participants.in_cohort(turn.work, cohort.id, turn.person_id)
    lines = [
        me.say("course-about", title=course.title, about=cohorts.where(me, cohort)),
        cohorts.dates(me, every, now),
    ]
    if mine is None:
        lines.append(me.say("course-free", free=cohort.free))
        return "\n\n".join(lines), _ways_in(turn, cohort, every[-1].starts_at if every else 0)
    booking = mine[1]
    inside = await participants.members(turn.work, booking.id)
    ahead = await participants.ahead_of(turn.work, booking)
    lines.append(cohorts.standing(me, booking, ahead, len(inside), now))
    if booking.state is BookingState.ENROLLED:
        lines.append(me.say("course-place", place=cohort.place))
        if any(one.ends_at <= now for one in every):
            lines.append(await register.progress(turn, me, mine[0]))
    over = await quizzing.ways(turn, *mine)
    over += await course_opinions.ways(turn, mine[0], booking.state)
    return "\n\n".join(lines), over + _of_mine(turn, *mine)


def _ways_in(turn: Turn, cohort: Cohort, last: int) -> Buttons:
    me, number = turn.me, short(cohort.id)
    back = (me.button("button-courses-back", "co", "course", short(cohort.course_id)),)
    if cohort.state is not CohortState.PUBLISHED or last <= turn.work.now:
        return (back,)
    return (
        (me.button("button-course-alone", "co", "book", number),),
        (me.button("button-course-couple", "co", "couple", number),),
        back,
    )


def _of_mine(turn: Turn, mine: Participant, booking: Booking) -> Buttons:
    me, number = turn.me, short(booking.id)
    rows = []
    if booking.state is BookingState.HELD and not mine.confirmed:
        rows.append((me.button("button-course-yes", "co", "yes", number),))
    if booking.state is BookingState.ENROLLED:
        cohort = short(booking.cohort_id)
        rows.append((me.button("button-calendar", "les", "ics", cohort),))
        named = ("button-called-nothing", "noname") if mine.name else ("button-called", "name")
        rows.append((me.button(named[0], "les", named[1], cohort),))
    rows.append((me.button("button-course-leave", "co", "leave", number),))
    return (*rows, (me.button("button-courses-back", "co", "list"),))


# Presses.


async def pressed(turn: Turn, parts: tuple[str, ...]) -> None:
    """`list`, `stage.STAGE`, `course.COURSE`, `cohort.COHORT`, `book.COHORT`, `couple.COHORT`,
    `join.CODE`; of one's own: `yes.BOOKING`, `leave.BOOKING`, `gone.BOOKING`."""
    match parts:
        case ("list",):
            turn.answer()
            text, rows = await _stages(turn)
            turn.edit_pressed(text, rows)
        case ("stage", stage) if stage in set(Stage):
            turn.answer()
            await _of_stage(turn, Stage(stage))
        case ("course", number) if found := await courses.course(turn.work, CourseId(_id(number))):
            turn.answer()
            await _course(turn, found)
        case ("cohort" | "book" | "couple" as verb, number):
            await _of_cohort(turn, verb, number)
        case ("join", code):
            await _join(turn, code)
        case ("yes" | "leave" | "gone" as verb, number):
            await _of_booking(turn, verb, number)
        case _:
            turn.answer("press-old")


def _id(text: str) -> int:
    return unshort(text) or 0


async def _of_cohort(turn: Turn, verb: str, number: str) -> None:
    cohort = await courses.cohort(turn.work, CohortId(_id(number)))
    if cohort is None or cohort.state is CohortState.DRAFT or turn.staff is not None:
        turn.answer("press-old")
    elif verb == "cohort":
        turn.answer()
        await _page(turn, cohort)
    else:
        await _book(turn, cohort, couple=verb == "couple")


async def _page(turn: Turn, cohort: Cohort) -> None:
    text, rows = await cohort_page(turn, cohort)
    turn.edit_pressed(text, rows)


async def _book(turn: Turn, cohort: Cohort, *, couple: bool) -> None:
    code = case_code(secrets.randbits(40)) if couple else None
    coming = await cohorts.next_lesson(turn, cohort)
    booking = await bookings.book(turn.work, cohort.id, turn.person_id, code) if coming else None
    if booking is None:
        turn.answer("course-not-now", alert=True)
        return
    turn.answer()
    # Who enrolls wants to hear of it.
    await opt_outs.allow(turn.work, turn.person_id, (STREAM,))
    audit.record(turn.work, turn.person_id, "course_booked", f"cohort:{cohort.id}")
    await _again(turn, cohort.id)
    if code is not None:
        await _invitation(turn, cohort, code)


async def _again(turn: Turn, number: CohortId) -> None:
    cohort = await courses.cohort(turn.work, number)
    if cohort is not None:
        await _page(turn, cohort)


async def _of_booking(turn: Turn, verb: str, number: str) -> None:
    booking = await participants.get(turn.work, BookingId(_id(number)))
    inside = await participants.members(turn.work, booking.id) if booking is not None else []
    if booking is None or all(one.person_id != turn.person_id for one in inside):
        turn.answer("course-not-in", alert=True)
    elif verb == "leave":
        turn.answer()
        me = turn.me
        sure = (me.button("button-course-leave-sure", "co", "gone", number),)
        stay = (me.button("button-course-stay", "co", "cohort", short(booking.cohort_id)),)
        key = "course-leave-couple" if len(inside) == 2 else "course-leave"
        turn.edit_pressed(me.say(key), (sure, stay))
    elif verb == "gone":
        await _leave(turn, booking)
    elif await bookings.confirm(turn.work, booking, turn.person_id) is None:
        turn.answer("course-offer-late", alert=True)
    else:
        turn.answer()
        audit.record(turn.work, turn.person_id, "course_confirmed", f"cohort:{booking.cohort_id}")
        await _again(turn, booking.cohort_id)


async def _leave(turn: Turn, booking: Booking) -> None:
    change = await bookings.leave(turn.work, booking, turn.person_id)
    if change is None:
        turn.answer("course-not-in", alert=True)
        return
    turn.answer()
    audit.record(turn.work, turn.person_id, "course_left", f"cohort:{booking.cohort_id}")
    turn.edit_pressed(turn.me.say("course-left"))
    await seats.changed(turn, change, but=turn.person_id)


# A partner.


async def _invitation(turn: Turn, cohort: Cohort, code: str) -> None:
    """What somebody passes on to their partner: a link, and the code alone."""
    place = turn.house.places[turn.incoming.platform]
    link = f"{place.link}/{place.username}?start={INVITED}{code}"
    title = await cohorts.title(turn, cohort)
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


async def _join(turn: Turn, code: str) -> None:
    booking = await bookings.of_code(turn.work, code) if turn.staff is None else None
    joined = await bookings.join(turn.work, booking, turn.person_id) if booking else None
    if joined is None:
        turn.answer("join-late", alert=True)
        return
    turn.answer()
    await opt_outs.allow(turn.work, turn.person_id, (STREAM,))
    audit.record(turn.work, turn.person_id, "course_joined", f"cohort:{joined.cohort_id}")
    await _again(turn, joined.cohort_id)
    await seats.partner_joined(turn, joined, turn.person_id)
