"""Coordinators change what is there: place and seats of a cohort, quiz and WHO-5 of a course."""

import secrets
from collections.abc import Mapping

from bot.conversations.flow import Answer, Told
from bot.domain.courses import MOST_QUESTIONS, Cohort, Course, News, Question
from bot.domain.ids import CaseId, CohortId, CourseId, unshort
from bot.domain.people import Action, may
from bot.domain.text import store
from bot.handlers import conversation
from bot.handlers.courses import cohort_desk, course_news, seats
from bot.handlers.desk import Turn
from bot.storage import audit, courses, quizzes, waiting


async def pressed(turn: Turn, parts: tuple[str, ...]) -> None:
    """`place.COHORT`, `size.COHORT`; `quiz.COURSE`, `noquiz.COURSE`, `mood.COURSE`."""
    number = unshort(parts[1]) or 0 if len(parts) == 2 else 0
    cohort = await courses.cohort(turn.work, CohortId(number))
    course = await courses.course(turn.work, CourseId(number))
    if not may(turn.staff, Action.MANAGE_COURSES) or (cohort is None and course is None):
        audit.record(turn.work, turn.person_id, "change_course", "courses", allowed=False)
        turn.answer("course-not-yours", alert=True)
        return
    turn.answer()
    match parts[0]:
        case "place" if cohort is not None:
            conversation.begin(turn, "cohortplace", CaseId(cohort.id))
        case "size" if cohort is not None:
            conversation.begin(turn, "cohortsize", CaseId(cohort.id))
        case "quiz" if course is not None and len(course.quiz) < MOST_QUESTIONS:
            conversation.begin(turn, "quizquestion", CaseId(course.id))
        case "noquiz" if course is not None:
            await quizzes.clear(turn.work, course.id)
            await _changed(turn, course, "quiz_cleared")
        case "mood" if course is not None:
            await courses.ask_wellbeing(turn.work, course.id, asked=not course.wellbeing)
            await _changed(turn, course, "wellbeing_switched")
        case _:
            pass


async def _changed(turn: Turn, course: Course, action: str) -> None:
    audit.record(turn.work, turn.person_id, action, f"course:{course.id}")
    now = await courses.course(turn.work, course.id)
    if now is not None:
        await cohort_desk.show_course(turn, now)


# The ends of the questions.


async def _of_coordinator(turn: Turn, subject: CaseId | None) -> Cohort | None:
    cohort = await courses.cohort(turn.work, CohortId(subject or 0))
    return cohort if may(turn.staff, Action.MANAGE_COURSES) else None


def _typed(answers: Mapping[str, Answer], key: str) -> str:
    match answers.get(key):
        case Told((str(text), *_)):
            return store(text).strip()
        case _:
            return ""


async def placed(turn: Turn, answers: Mapping[str, Answer], subject: CaseId | None) -> None:
    """Another address or link: everybody with a seat hears of it, and so do their calendars."""
    cohort, place = await _of_coordinator(turn, subject), _typed(answers, "place")
    if cohort is None or not place or not await courses.move(turn.work, cohort.id, place):
        turn.say("course-not-yours", kind="staff")
        return
    audit.record(turn.work, turn.person_id, "cohort_placed", f"cohort:{cohort.id}")
    count = await course_news.announce(turn, cohort.id, News.PLACE, turn.person_id)
    turn.say("cohort-placed", kind="staff", count=count)


async def resized(turn: Turn, answers: Mapping[str, Answer], subject: CaseId | None) -> None:
    """More seats go to those who wait at once; fewer than are taken there cannot be."""
    cohort, capacity = await _of_coordinator(turn, subject), _typed(answers, "capacity")
    if cohort is None or not capacity:
        turn.say("course-not-yours", kind="staff")
        return
    offered = await waiting.resize(turn.work, cohort.id, int(capacity))
    if offered is None:
        turn.say("cohort-too-small", kind="staff", taken=cohort.taken)
        return
    audit.record(turn.work, turn.person_id, "cohort_resized", f"cohort:{cohort.id}")
    await seats.offered(turn, offered)
    turn.say("cohort-resized", kind="staff", capacity=int(capacity), offered=len(offered))


async def asked(turn: Turn, answers: Mapping[str, Answer], subject: CaseId | None) -> None:
    """One more question of a quiz. The right answer was typed first, and is mixed in."""
    course = await courses.course(turn.work, CourseId(subject or 0))
    text, options = _typed(answers, "text"), _typed(answers, "options").splitlines()
    if course is None or not may(turn.staff, Action.MANAGE_COURSES) or not options:
        turn.say("course-not-yours", kind="staff")
        return
    right, mixed = options[0], list(options)
    secrets.SystemRandom().shuffle(mixed)
    question = Question(text, tuple(mixed), mixed.index(right))
    if not await courses.ask(turn.work, course, question):
        turn.say("press-old", kind="staff")
        return
    audit.record(turn.work, turn.person_id, "quiz_question", f"course:{course.id}")
    turn.say("quiz-asked", kind="staff", count=len(course.quiz) + 1)
