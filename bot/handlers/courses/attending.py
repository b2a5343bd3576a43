"""A lesson from the side of those who come: the calendar file, and "I cannot come"."""

from collections.abc import Mapping

from bot.conversations.flow import Answer, Told
from bot.domain.case import Status
from bot.domain.courses import BookingState, Cohort, Lesson, Participant
from bot.domain.ids import CaseId, CohortId, LessonId, ParticipantId, unshort
from bot.domain.text import store
from bot.handlers import conversation
from bot.handlers.courses import calendars, cohorts, materials
from bot.handlers.desk import Turn
from bot.storage import attendance, audit, courses, lessons, participants


async def pressed(turn: Turn, parts: tuple[str, ...]) -> None:
    """`ics.COHORT`, `name.COHORT`, `noname.COHORT`, `here.COHORT`, `read.COHORT`;
    `cannot.LESSON`,
    `can.LESSON`."""
    match parts:
        case ("read", number):
            await _read(turn, number)
        case ("here", _):
            turn.answer()
            turn.say("here-how")
        case ("name" | "noname" as verb, number):
            await _name(turn, number, told=verb == "name")
        case ("ics", number):
            await _calendar(turn, number)
        case ("cannot" | "can" as verb, number):
            await _excuse(turn, number, comes=verb == "can")
        case _:
            turn.answer("press-old")


async def _mine(turn: Turn, number: CohortId) -> tuple[Cohort, Participant] | None:
    """The cohort, for somebody who has a seat in it."""
    cohort = await courses.cohort(turn.work, number)
    mine = await participants.in_cohort(turn.work, number, turn.person_id) if cohort else None
    if cohort is None or mine is None or mine[1].state is not BookingState.ENROLLED:
        return None
    return cohort, mine[0]


async def _calendar(turn: Turn, number: str) -> None:
    """All lessons as a file that a telephone takes into its calendar; from now on it is sent what
    changes in it."""
    found = await _mine(turn, CohortId(unshort(number) or 0))
    if found is None:
        turn.answer("course-not-in", alert=True)
        return
    cohort, me_there = found
    await participants.keeps_calendar(turn.work, me_there.id)
    turn.answer()
    turn.send(await calendars.whole(turn, turn.me, cohort))


async def _read(turn: Turn, number: str) -> None:
    """What there is to read around the lessons, once more."""
    found = await _mine(turn, CohortId(unshort(number) or 0))
    if found is None:
        turn.answer("course-not-in", alert=True)
        return
    turn.answer()
    await materials.read(turn, found[0])


# What the facilitator calls them.


async def _name(turn: Turn, number: str, *, told: bool) -> None:
    """They tell a name for the list of the facilitator, or take it back."""
    found = await _mine(turn, CohortId(unshort(number) or 0))
    case = turn.known.case
    if found is None:
        turn.answer("course-not-in", alert=True)
    elif not told:
        await participants.show_name(turn.work, found[1].id, "")
        turn.answer("called-nothing")
    elif turn.known.session is not None or (case is not None and case.status is Status.CLAIMED):
        # What is typed now is meant for something else.
        turn.answer("certificate-later", alert=True)
    else:
        turn.answer()
        conversation.begin(turn, "called", CaseId(found[1].id))


async def named(turn: Turn, answers: Mapping[str, Answer], subject: CaseId | None) -> None:
    """The end of the question for it."""
    member = await participants.participant(turn.work, ParticipantId(subject or 0))
    said = answers.get("name")
    if member is None or member.person_id != turn.person_id or not isinstance(said, Told):
        turn.say("press-old")
    elif isinstance(said.parts[0], str):
        await participants.show_name(turn.work, member.id, store(said.parts[0]).strip())
        turn.say("called-so")


async def _lesson_of_mine(turn: Turn, number: str) -> tuple[Lesson, Participant] | None:
    lesson = await lessons.get(turn.work, LessonId(unshort(number) or 0))
    mine = await _mine(turn, lesson.cohort_id) if lesson is not None else None
    return (lesson, mine[1]) if lesson is not None and mine is not None else None


async def _excuse(turn: Turn, number: str, *, comes: bool) -> None:
    found = await _lesson_of_mine(turn, number)
    if found is None:
        turn.answer("course-not-in", alert=True)
        return
    lesson, me_there = found
    if lesson.starts_at <= turn.work.now:
        turn.answer("lesson-began", alert=True)
        return
    if comes:
        await attendance.come_after_all(turn.work, lesson.id, me_there.id)
    else:
        await attendance.excuse(turn.work, lesson.id, me_there.id)
    audit.record(turn.work, turn.person_id, "lesson_excused", f"lesson:{lesson.id}")
    turn.answer()
    said = "lesson-comes" if comes else "lesson-excused"
    label, verb = ("button-lesson-cannot", "cannot") if comes else ("button-lesson-can", "can")
    at = cohorts.at(turn.me, lesson, turn.work.now)
    turn.edit_pressed(turn.me.say(said, at=at), ((turn.me.button(label, "les", verb, number),),))
