"""Around a lesson: everybody who comes is reminded twice, and gets what there is to read after."""

from bot.domain.appointment import SOONEST
from bot.domain.courses import Cohort, CohortState, Course, Lesson, Participant, Presence, Step
from bot.domain.ids import LessonId, PersonId, short
from bot.domain.outgoing import Buttons, Text
from bot.handlers import cohorts, courses, gate, quizzing, register, seats
from bot.handlers.desk import Compose, Desk, Speaker
from bot.storage import attendance, contact, due, lessons, opt_outs, participants
from bot.storage import courses as catalogue
from bot.storage.due import Due


async def remind(desk: Desk, what: Due) -> None:
    """A day or an hour before, whoever comes is reminded; at a later moment where theirs is
    later, as long as that still helps."""
    found = await _held(desk, what)
    if found is None or found[0].starts_at <= desk.work.now:
        return
    lesson, cohort = found
    known = await attendance.of_lesson(desk.work, lesson.id)
    title = await cohorts.title(desk, cohort)
    for member in await participants.enrolled(desk.work, cohort.id):
        if known.get(member.id) is Presence.EXCUSED or not _meant(what, member):
            continue
        if await _leaves_now(desk, what, lesson, member):
            await _remind(desk, what, lesson, cohort, (member, title))


async def after(desk: Desk, what: Due) -> None:
    """It is over: what there is to read after it goes to those who have a seat, and its
    facilitator is asked who was there. Behind the last one stand the quiz and the certificate."""
    found = await _held(desk, what)
    if found is None:
        return
    lesson, cohort = found
    every = await lessons.of_cohort(desk.work, cohort.id)
    course = await cohorts.both(desk, cohort)
    await _ask_facilitator(desk, lesson, cohort, course.title)
    for member in await participants.enrolled(desk.work, cohort.id):
        if member.person_id is None or await _refused(desk, member.person_id):
            continue
        if lesson.after:
            await desk.tell(member.person_id, seats.KIND, _to_read(course, lesson))
        if lesson.id == every[-1].id:
            await desk.tell(member.person_id, seats.KIND, _over(course, member))


def _to_read(course: Course, lesson: Lesson) -> Compose:
    return lambda me: Text(me.say("lesson-after", title=course.title, text=lesson.after))


def _over(course: Course, member: Participant) -> Compose:
    return lambda me: Text(
        me.say("course-over", title=course.title), quizzing.buttons(me, member, course)
    )


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


def _meant(what: Due, member: Participant) -> bool:
    """Whether this occurrence is for them: of all, or for one alone whose moment was later."""
    if member.person_id is None:
        return False
    return not what.body or what.body["person"] == member.person_id


async def _refused(desk: Desk, who: PersonId) -> bool:
    return courses.STREAM in await opt_outs.of_person(desk.work, who)


async def _leaves_now(desk: Desk, what: Due, lesson: Lesson, member: Participant) -> bool:
    """Whether they may be written to now. Where it is later, they have an occurrence of their own:
    a reminder that was held would say another day, or come too late."""
    who = member.person_id
    if who is None or await _refused(desk, who):
        return False
    standing = await contact.standing(desk.work, who)
    if standing is None:
        return False
    at = gate.leaves_at(desk.house, standing, seats.KIND, desk.work.now)
    if at is not None and desk.work.now < at <= lesson.starts_at - SOONEST:
        key = f"{what.kind}:{lesson.id}:{who}:{at}"
        due.plan(desk.work, what.kind, what.subject, at, key, {"person": who})
    return at == desk.work.now


async def _remind(
    desk: Desk, what: Due, lesson: Lesson, cohort: Cohort, to: tuple[Participant, str]
) -> None:
    member, title = to
    now = desk.work.now
    if member.person_id is None:
        return

    def compose(me: Speaker) -> Text:
        at = cohorts.at(me, lesson, now)
        text = me.say("lesson-reminder", title=title, at=at, place=cohort.place)
        if lesson.before and what.kind == Step.DAY:
            text += "\n\n" + lesson.before
        return Text(text, _buttons(me, lesson))

    await desk.tell(member.person_id, seats.KIND, compose)


def _buttons(me: Speaker, lesson: Lesson) -> Buttons:
    number = short(lesson.id)
    return ((me.button("button-lesson-cannot", "les", "cannot", number),),)
