"""Courses from the side of those who hold them: the list, a cohort, a lesson that changes."""

from collections.abc import Mapping

from bot.conversations.flow import Answer, Told
from bot.domain.courses import HOUR, Cohort, CohortState, Course, Lesson, News, Participant
from bot.domain.ids import CaseId, CohortId, CourseId, LessonId, short, unshort
from bot.domain.outgoing import Button, Buttons, Text
from bot.domain.people import Action, may
from bot.domain.text import store
from bot.handlers import conversation
from bot.handlers.courses import cohorts, course_news, course_opinions
from bot.handlers.desk import Speaker, Turn
from bot.storage import audit, courses, lessons, participants, people

# The list.


async def show(turn: Turn) -> None:
    """/courses of staff: all of them, for coordinators; else the cohorts one leads."""
    me, rows = turn.me, []
    if may(turn.staff, Action.MANAGE_COURSES):
        for course in await courses.all_courses(turn.work):
            number = short(course.id)
            rows.append((me.button("button-course", "ct", "course", number, title=course.title),))
    for cohort in await courses.led_by(turn.work, turn.person_id):
        title = await cohorts.title(turn, cohort)
        label = me.say("button-led", title=title)
        rows.append((me.button("button-course", "ct", "cohort", short(cohort.id), title=label),))
    turn.send(Text(me.say("staff-courses" if rows else "staff-courses-none"), tuple(rows)), "staff")


async def show_course(turn: Turn, course: Course) -> None:
    """In place of the pressed message: its cohorts, its quiz, and whether WHO-5 is offered."""
    me, number = turn.me, short(course.id)
    rows: list[tuple[Button, ...]] = []
    for cohort in await courses.cohorts_of(turn.work, course.id):
        rows.append((await _named(turn, cohort),))
    rows.append((me.button("button-quiz-ask", "cx", "quiz", number),))
    if course.quiz:
        rows.append((me.button("button-quiz-clear", "cx", "noquiz", number),))
    switch = "button-mood-off" if course.wellbeing else "button-mood-on"
    rows.append((me.button(switch, "cx", "mood", number),))
    text = me.say("course-about", title=course.title, about=course.about)
    wellbeing = "on" if course.wellbeing else "off"
    parts = me.say("staff-course-parts", count=len(course.quiz), wellbeing=wellbeing)
    turn.edit_pressed(f"{text}\n\n{parts}", tuple(rows))


async def _named(turn: Turn, cohort: Cohort) -> Button:
    me, every = turn.me, await lessons.of_cohort(turn.work, cohort.id)
    day = me.house.words.day(me.language, every[0].starts_at, turn.work.now) if every else "–"
    label = me.say("staff-cohort-label", day=day, state=cohort.state.value)
    return me.button("button-course", "ct", "cohort", short(cohort.id), title=label)


# A cohort.


def _may_change(turn: Turn) -> bool:
    return may(turn.staff, Action.MANAGE_COURSES)


def leads(turn: Turn, cohort: Cohort) -> bool:
    """Whether they hold this cohort, or look after all of them."""
    own = cohort.facilitator_id == turn.person_id and may(turn.staff, Action.TEACH)
    return own or _may_change(turn)


async def page(turn: Turn, cohort: Cohort) -> tuple[str, Buttons]:
    """How a cohort stands, and what can be done with it."""
    me, now = turn.me, turn.work.now
    every = await lessons.of_cohort(turn.work, cohort.id)
    inside = await participants.enrolled(turn.work, cohort.id)
    text = me.say(
        "staff-cohort", title=await cohorts.title(turn, cohort), where=cohorts.where(me, cohort),
        place=cohort.place, state=cohort.state.value, enrolled=len(inside), free=cohort.free,
        waiting=await participants.waiting(turn.work, cohort.id), who=await _holder(turn, cohort),
    )  # fmt: skip
    rows: list[tuple[Button, ...]] = []
    number = short(cohort.id)
    if _may_change(turn) and cohort.state is CohortState.DRAFT:
        rows.append((me.button("button-cohort-publish", "ct", "publish", number),))
    for place, one in enumerate(every, 1):
        if one.starts_at - HOUR <= now:
            label = me.say("button-register", place=place)
            rows.append((me.button("button-course", "reg", "list", short(one.id), title=label),))
        elif _may_change(turn):
            label = me.say("button-lesson", place=place)
            rows.append((me.button("button-course", "ct", "lesson", short(one.id), title=label),))
    if _may_change(turn):
        rows += _changes(me, cohort)
        rows.append((me.button("button-cohort-who", "cm", "who", number),))
        rows.append((me.button("button-cohort-copy", "cm", "copy", number),))
    if inside:
        rows.append((me.button("button-cohort-people", "ct", "people", number),))
        rows.append((me.button("button-cohort-write", "ct", "write", number),))
    if _may_change(turn) and cohort.state in (CohortState.DRAFT, CohortState.PUBLISHED):
        rows.append((me.button("button-cohort-cancel", "ct", "stop", number),))
    dates, thought = cohorts.dates(me, every, now), await course_opinions.lines(turn, me, cohort)
    return "\n\n".join([text, dates, *thought]), tuple(rows)


async def _holder(turn: Turn, cohort: Cohort) -> str:
    """The alias of whoever holds it; `none` for nobody."""
    who = cohort.facilitator_id
    member = await people.member(turn.work, who) if who is not None else None
    return member.alias if member is not None else "none"


def _changes(me: Speaker, cohort: Cohort) -> Buttons:
    number = short(cohort.id)
    if cohort.state not in (CohortState.DRAFT, CohortState.PUBLISHED):
        return ()
    place = me.button("button-cohort-place", "cx", "place", number)
    return ((place, me.button("button-cohort-size", "cx", "size", number)),)


# Presses.


async def pressed(turn: Turn, parts: tuple[str, ...]) -> None:
    """`course.COURSE`, `cohort.COHORT`, `publish.COHORT`, `stop.COHORT`, `stopped.COHORT`,
    `people.COHORT`, `write.COHORT`; `lesson.LESSON`, `move.LESSON`, `drop.LESSON`,
    `dropped.LESSON`."""
    match parts:
        case ("course", number) if _may_change(turn):
            course = await courses.course(turn.work, CourseId(unshort(number) or 0))
            turn.answer("" if course is not None else "press-old")
            if course is not None:
                await show_course(turn, course)
        case ("cohort" | "people" | "write" | "publish" | "stop" | "stopped" as verb, number):
            cohort = await courses.cohort(turn.work, CohortId(unshort(number) or 0))
            if cohort is None or not leads(turn, cohort) or not _allowed(turn, verb):
                _refuse(turn, verb)
            else:
                await _of_cohort(turn, verb, cohort)
        case ("lesson" | "move" | "drop" | "dropped" as verb, number) if _may_change(turn):
            lesson = await lessons.get(turn.work, LessonId(unshort(number) or 0))
            if lesson is None or not lesson.planned:
                turn.answer("press-old")
            else:
                await _of_lesson(turn, verb, lesson)
        case _:
            _refuse(turn, "course")


def _allowed(turn: Turn, verb: str) -> bool:
    return verb in ("cohort", "people", "write") or _may_change(turn)


def _refuse(turn: Turn, verb: str) -> None:
    audit.record(turn.work, turn.person_id, f"{verb}_cohort", "courses", allowed=False)
    turn.answer("course-not-yours", alert=True)


async def _of_cohort(turn: Turn, verb: str, cohort: Cohort) -> None:
    me, number = turn.me, short(cohort.id)
    match verb:
        case "people":
            turn.answer()
            await _people(turn, cohort)
            return
        case "write":
            turn.answer()
            conversation.begin(turn, "tocohort", CaseId(cohort.id))
            return
        case "publish" if not await courses.publish(turn.work, cohort.id):
            turn.answer("cohort-no-lessons", alert=True)
            return
        case "publish":
            audit.record(turn.work, turn.person_id, "cohort_published", f"cohort:{cohort.id}")
        case "stop":
            turn.answer()
            yes = (me.button("button-cohort-cancel-sure", "ct", "stopped", number),)
            no = (me.button("button-back", "ct", "cohort", number),)
            turn.edit_pressed(me.say("cohort-cancel-sure"), (yes, no))
            return
        case "stopped" if await courses.cancel(turn.work, cohort.id):
            audit.record(turn.work, turn.person_id, "cohort_canceled", f"cohort:{cohort.id}")
            await course_news.announce(turn, cohort.id, News.CANCELED, turn.person_id)
        case _:
            pass
    turn.answer()
    now = await courses.cohort(turn.work, cohort.id)
    if now is not None:
        turn.edit_pressed(*await page(turn, now))


def called(me: Speaker, member: Participant) -> str:
    """What staff call somebody: the name they gave for it, else their number."""
    return member.name or me.say("participant", number=member.number)


async def _people(turn: Turn, cohort: Cohort) -> None:
    me, inside = turn.me, await participants.enrolled(turn.work, cohort.id)
    audit.record(turn.work, turn.person_id, "read_participants", f"cohort:{cohort.id}")
    lines = [me.say("cohort-people", count=len(inside))]
    lines += [me.say("cohort-person", who=called(me, member)) for member in inside]
    back = (me.button("button-back", "ct", "cohort", short(cohort.id)),)
    turn.edit_pressed("\n".join(lines[:100]), (back,))


async def written(turn: Turn, answers: Mapping[str, Answer], subject: CaseId | None) -> None:
    """A message to everybody who has a seat."""
    cohort = await courses.cohort(turn.work, CohortId(subject or 0))
    said = answers.get("text")
    if cohort is None or not leads(turn, cohort) or not isinstance(said, Told):
        turn.say("course-not-yours", kind="staff")
        return
    text = store("\n".join(part for part in said.parts if isinstance(part, str)))
    audit.record(turn.work, turn.person_id, "wrote_to_cohort", f"cohort:{cohort.id}")
    count = await course_news.announce(turn, cohort.id, News.WRITTEN, turn.person_id, text=text)
    turn.say("cohort-written", kind="staff", count=count)


# A lesson.


async def _of_lesson(turn: Turn, verb: str, lesson: Lesson) -> None:
    me, number = turn.me, short(lesson.id)
    at = cohorts.at(me, lesson, turn.work.now)
    back = (me.button("button-back", "ct", "cohort", short(lesson.cohort_id)),)
    turn.answer()
    match verb:
        case "lesson":
            rows = (
                (me.button("button-lesson-move", "ct", "move", number),),
                (me.button("button-lesson-drop", "ct", "drop", number),),
                (me.button("button-materials", "mt", "list", number),),
                back,
            )
            turn.edit_pressed(me.say("staff-lesson", at=at), rows)
        case "move":
            # The subject of this form is the lesson.
            conversation.begin(turn, "lesson", CaseId(lesson.id))
        case "drop":
            yes = (me.button("button-lesson-drop-sure", "ct", "dropped", number),)
            turn.edit_pressed(me.say("lesson-drop-sure", at=at), (yes, back))
        case _:
            await _drop(turn, lesson)


async def _drop(turn: Turn, lesson: Lesson) -> None:
    if not await lessons.cancel(turn.work, lesson.id):
        turn.edit_pressed(turn.me.say("lesson-too-late"))
        return
    audit.record(turn.work, turn.person_id, "lesson_canceled", f"lesson:{lesson.id}")
    count = await course_news.lesson_canceled(turn, lesson)
    turn.edit_pressed(turn.me.say("lesson-dropped", count=count))


async def moved(turn: Turn, answers: Mapping[str, Answer], subject: CaseId | None) -> None:
    """The end of the question for a new time: everybody hears of it."""
    lesson = await lessons.get(turn.work, LessonId(subject)) if subject is not None else None
    said = answers.get("at")
    if lesson is None or not _may_change(turn):
        turn.say("course-not-yours", kind="staff")
        return
    if not isinstance(said, Told) or not isinstance(said.parts[0], str):
        return
    at = turn.house.words.moment(said.parts[0])
    if at <= turn.work.now or not await lessons.move(turn.work, lesson, at):
        turn.say("lesson-too-late", kind="staff")
        return
    audit.record(turn.work, turn.person_id, "lesson_moved", f"lesson:{lesson.id}")
    count = await course_news.lesson_moved(turn, lesson, at)
    turn.say("lesson-moved-staff", kind="staff", count=count)
