"""Around a lesson: everybody who comes is reminded twice, and gets what there is to read after."""

from bot.domain.appointment import SOONEST
from bot.domain.courses import (
    Among,
    BookingState,
    Cohort,
    CohortState,
    Course,
    Lesson,
    Participant,
    Presence,
    Side,
    Step,
)
from bot.domain.ids import LessonId, PersonId, short
from bot.domain.outgoing import Text
from bot.handlers.courses import cohorts, materials, quizzing, register, seats
from bot.handlers.courses.course_news import AT_ONCE
from bot.handlers.desk import Compose, Desk, Speaker
from bot.storage import attendance, course_opinions, due, lessons, participants
from bot.storage import courses as catalogue
from bot.storage.course_opinions import BEFORE
from bot.storage.due import Due


async def remind(desk: Desk, what: Due) -> None:
    """A day or an hour before, whoever comes is reminded, some in one transaction; at a later
    moment where theirs is later, as long as that still helps."""
    found = await _held(desk, what)
    if found is None or found[0].starts_at <= desk.work.now:
        return
    lesson, cohort = found
    known = await attendance.of_lesson(desk.work, lesson.id)
    course = await cohorts.both(desk, cohort)
    compose = await _reminder(desk, what, lesson, cohort)
    some = await _next(desk, what, cohort)
    for member in some:
        who, excused = member.person_id, known.get(member.id) is Presence.EXCUSED
        if who is not None and not excused and await _leaves_now(desk, what, lesson, who):
            await seats.tell(desk, who, compose)
            if what.kind == Step.DAY:
                await materials.bring(desk, who, course, lesson, Side.BEFORE)
    _carry_on(desk, what, some)


async def after(desk: Desk, what: Due) -> None:
    """It is over: what there is to read after it goes to those who have a seat, and its
    facilitator is asked who was there. Behind the last one stand the quiz and the certificate."""
    found = await _held(desk, what)
    if found is None:
        return
    lesson, cohort = found
    every = await lessons.of_cohort(desk.work, cohort.id)
    course = await cohorts.both(desk, cohort)
    if not what.body:
        await _ask_facilitator(desk, lesson, cohort, course.title)
    some = await _next(desk, what, cohort)
    for member in some:
        if member.person_id is None:
            continue
        await materials.bring(desk, member.person_id, course, lesson, Side.AFTER)
        if lesson.id == every[-1].id:
            before = BEFORE in await course_opinions.phases(desk.work, member.id)
            await seats.tell(desk, member.person_id, _over(course, member, asked=before))
    _carry_on(desk, what, some)


async def _next(desk: Desk, what: Due, cohort: Cohort) -> list[Participant]:
    """Those with a seat for whom this occurrence is: the next ones, or one alone whose moment was
    later."""
    those = await participants.audience(desk.work, cohort.id, Among.SEATED)
    if "person" not in what.body:
        return await participants.some_of(desk.work, those, what.body.get("after", 0), AT_ONCE)
    mine = await participants.in_cohort(desk.work, cohort.id, what.body["person"])
    seated = mine is not None and mine[1].state is BookingState.ENROLLED
    return [mine[0]] if mine is not None and seated else []


def _carry_on(desk: Desk, what: Due, some: list[Participant]) -> None:
    """The others come in a transaction of their own: nobody twice, whatever ends in between."""
    if len(some) == AT_ONCE:
        last = some[-1].number
        key = f"{what.kind}:{what.subject}:{what.run_at}:{last}"
        due.plan(desk.work, what.kind, what.subject, what.run_at, key, {"after": last})


def _over(course: Course, member: Participant, *, asked: bool) -> Compose:
    """`asked`: they told before the course how they are, and may tell it again."""

    def compose(me: Speaker) -> Text:
        number = short(member.id)
        rows = quizzing.buttons(me, member, course)
        if asked and course.wellbeing:
            rows += ((me.button("button-course-mood", "view", "mood", number),),)
        rows += ((me.button("button-course-rate", "view", "rate", number),),)
        return Text(me.say("course-over", title=course.title), rows)

    return compose


async def _ask_facilitator(desk: Desk, lesson: Lesson, cohort: Cohort, title: str) -> None:
    """Who was there; whoever nothing is known of counts as absent until the list says so."""
    await attendance.fill_in_absent(desk.work, lesson.id, cohort.id)
    if cohort.facilitator_id is None:
        return
    inside = await participants.enrolled(desk.work, cohort.id)
    calls = await register.absent_twice(desk, desk.to_staff, inside)

    def compose(me: Speaker) -> Text:
        text = "\n".join([me.say("register-due", title=title), *calls])
        number = short(lesson.id)
        return Text(text, ((me.button("button-register-open", "reg", "list", number),),))

    await desk.tell(cohort.facilitator_id, "staff", compose)


async def _held(desk: Desk, what: Due) -> tuple[Lesson, Cohort] | None:
    """The lesson, if it takes place."""
    lesson = await lessons.get(desk.work, LessonId(what.subject))
    if lesson is None or not lesson.planned:
        return None
    cohort = await catalogue.cohort(desk.work, lesson.cohort_id)
    if cohort is None or cohort.state is not CohortState.PUBLISHED:
        return None
    return lesson, cohort


async def _leaves_now(desk: Desk, what: Due, lesson: Lesson, who: PersonId) -> bool:
    """Whether they may be written to now. Where it is later, they have an occurrence of their own:
    a reminder that was held would say another day, or come too late."""
    at = await seats.hears_at(desk, who)
    if at is not None and desk.work.now < at <= lesson.starts_at - SOONEST:
        key = f"{what.kind}:{lesson.id}:{who}:{at}"
        due.plan(desk.work, what.kind, what.subject, at, key, {"person": who})
    return at == desk.work.now


async def _reminder(desk: Desk, what: Due, lesson: Lesson, cohort: Cohort) -> Compose:
    title, now, number = await cohorts.title(desk, cohort), desk.work.now, short(lesson.id)
    every = await lessons.of_cohort(desk.work, cohort.id)
    place = next(n for n, one in enumerate(every, 1) if one.id == lesson.id)

    def compose(me: Speaker) -> Text:
        text = me.say(
            "lesson-reminder", title=title, at=cohorts.at(me, lesson, now), where=cohort.place,
            place=place, count=len(every),
        )  # fmt: skip
        if lesson.before and what.kind == Step.DAY:
            text += "\n\n" + lesson.before
        cannot = (me.button("button-lesson-cannot", "les", "cannot", number),)
        return Text(text, (cannot, (seats.off_button(me),)))

    return compose
