"""A lesson from the side of those who come: the calendar file, and "I cannot come"."""

from bot.domain.calendar_file import Event, calendar_file
from bot.domain.courses import BookingState, Cohort, Lesson, Participant
from bot.domain.ids import CohortId, LessonId, short, unshort
from bot.domain.outgoing import Attachment
from bot.handlers import cohorts
from bot.handlers.desk import Turn
from bot.storage import attendance, audit, courses, lessons, participants


async def pressed(turn: Turn, parts: tuple[str, ...]) -> None:
    """`ics.COHORT`; `cannot.LESSON`, `can.LESSON`."""
    match parts:
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
    """All lessons as a file that a telephone takes into its calendar."""
    found = await _mine(turn, CohortId(unshort(number) or 0))
    if found is None:
        turn.answer("course-not-in", alert=True)
        return
    cohort, _ = found
    title = await cohorts.title(turn, cohort)
    events = [
        Event(f"lesson-{short(one.id)}", one.version, one.starts_at, one.ends_at,
              turn.me.say("calendar-title", title=title, place=place), cohort.place)
        for place, one in enumerate(await lessons.of_cohort(turn.work, cohort.id), 1)
    ]  # fmt: skip
    turn.answer()
    text = calendar_file(events, turn.work.now)
    turn.send(Attachment("lessons.ics", text, turn.me.say("calendar-caption")))


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
