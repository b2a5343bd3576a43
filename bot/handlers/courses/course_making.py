"""Coordinators make courses in the chat: told in a conversation, looked at as a draft, published;
or held once more as an earlier time."""

from collections.abc import Mapping

from bot.conversations.flow import Answer, Picked, Skipped, Told
from bot.domain.courses import (
    Cohort,
    CohortState,
    Course,
    Lesson,
    Stage,
    Where,
)
from bot.domain.ids import CaseId, CohortId, CourseId, LessonId, PersonId, short, unshort
from bot.domain.outgoing import Button, Text
from bot.domain.people import Action, may
from bot.domain.text import store
from bot.handlers import conversation
from bot.handlers.courses import cohort_desk
from bot.handlers.desk import Turn
from bot.storage import audit, courses, lessons, people
from bot.words import read_moment

_LENGTH = 90
"""Minutes of a lesson where nobody said."""


async def begin(turn: Turn) -> None:
    """/newcourse: the first question."""
    conversation.begin(turn, "newcourse")


# The end of the questions.


async def told(turn: Turn, answers: Mapping[str, Answer], _: CaseId | None) -> None:
    """A new course, with a draft of its first cohort."""
    stage = answers.get("stage")
    if not may(turn.staff, Action.MANAGE_COURSES) or not isinstance(stage, Picked):
        turn.say("course-not-yours", kind="staff")
        return
    course = Course(
        CourseId(turn.work.ids.next()), None, Stage(stage.key), _words(answers, "title"),
        _words(answers, "about"),
    )  # fmt: skip
    await courses.add_course(turn.work, course, turn.person_id)
    audit.record(turn.work, turn.person_id, "course_made", f"course:{course.id}")
    await _draft(turn, course.id, answers)


async def told_again(turn: Turn, answers: Mapping[str, Answer], subject: CaseId | None) -> None:
    """One more cohort of a course that is there."""
    course = await courses.course(turn.work, CourseId(subject or 0))
    if course is None or not may(turn.staff, Action.MANAGE_COURSES):
        turn.say("course-not-yours", kind="staff")
        return
    await _draft(turn, course.id, answers)


async def _draft(turn: Turn, course: CourseId, answers: Mapping[str, Answer]) -> None:
    where, province = answers.get("where"), answers.get("province")
    cohort = Cohort(
        CohortId(turn.work.ids.next()),
        course,
        CohortState.DRAFT,
        Where(where.key) if isinstance(where, Picked) else Where.ONLINE,
        province.key if isinstance(province, Picked) else "",
        _words(answers, "place"),
        int(_words(answers, "capacity")),
        0,
        turn.person_id,
    )
    await courses.add_cohort(turn.work, cohort)
    length = answers.get("minutes")
    minutes = int(length.key) if isinstance(length, Picked) else _LENGTH
    for moment in map(read_moment, _words(answers, "lessons").splitlines()):
        at = turn.house.words.moment(moment or "")
        lesson = Lesson(LessonId(turn.work.ids.next()), cohort.id, True, at, minutes)
        await lessons.add(turn.work, lesson)
    audit.record(turn.work, turn.person_id, "cohort_made", f"cohort:{cohort.id}")
    turn.send(Text(*await cohort_desk.page(turn, cohort)), "staff")


def _words(answers: Mapping[str, Answer], key: str) -> str:
    said = answers.get(key)
    if not isinstance(said, Told):
        return ""
    return store("\n".join(part for part in said.parts if isinstance(part, str))).strip()


# Presses.


async def pressed(turn: Turn, parts: tuple[str, ...]) -> None:
    """`copy.COHORT`; `who.COHORT`, `lead.COHORT.PERSON`."""
    number = CohortId(unshort(parts[1]) or 0) if len(parts) >= 2 else CohortId(0)
    cohort = await courses.cohort(turn.work, number)
    if cohort is None or not may(turn.staff, Action.MANAGE_COURSES):
        audit.record(turn.work, turn.person_id, "change_cohort", "courses", allowed=False)
        turn.answer("course-not-yours", alert=True)
        return
    match parts:
        case ("copy", _):
            turn.answer()
            await _copy(turn, cohort)
        case ("who", _):
            turn.answer()
            await _ask_who(turn, cohort)
        case ("lead", _, who):
            await _lead(turn, cohort, PersonId(unshort(who) or 0))
        case _:
            turn.answer("press-old")


async def _copy(turn: Turn, cohort: Cohort) -> None:
    """Only the dates are asked for; all else is as it was, and can be changed in the review."""
    before = await lessons.of_cohort(turn.work, cohort.id)
    minutes = str(before[0].minutes) if before else str(_LENGTH)
    given: dict[str, Answer] = {
        "minutes": Picked(minutes),
        "where": Picked(cohort.where.value),
        "place": Told((cohort.place,)),
        "capacity": Told((str(cohort.capacity),)),
    }
    if cohort.where is Where.ON_SITE:
        given["province"] = Picked(cohort.province) if cohort.province else Skipped()
    # The subject of this form is the course.
    conversation.begin(turn, "cohort", CaseId(cohort.course_id), given)


async def _ask_who(turn: Turn, cohort: Cohort) -> None:
    me, number = turn.me, short(cohort.id)
    rows: list[tuple[Button, ...]] = []
    for member in await people.staff(turn.work):
        if may(member, Action.TEACH):
            who = short(member.person_id)
            rows.append(
                (me.button("button-course", "cm", "lead", number, who, title=member.alias),)
            )
    back = (me.button("button-back", "ct", "cohort", number),)
    turn.edit_pressed(me.say("cohort-who"), (*rows[:40], back))


async def _lead(turn: Turn, cohort: Cohort, who: PersonId) -> None:
    member = await people.member(turn.work, who)
    if member is None or not may(member, Action.TEACH):
        turn.answer("press-old")
        return
    await courses.lead(turn.work, cohort.id, who)
    audit.record(turn.work, turn.person_id, "cohort_led", f"cohort:{cohort.id}")
    turn.answer()
    now = await courses.cohort(turn.work, cohort.id)
    turn.edit_pressed(*await cohort_desk.page(turn, now or cohort))
    if who != turn.person_id:
        number = short(cohort.id)
        await turn.tell(
            who,
            "staff",
            lambda me: Text(
                me.say("cohort-yours"),
                ((me.button("button-course-see", "ct", "cohort", number),),),
            ),
        )
