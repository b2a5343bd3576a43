"""A lesson or a cohort changes: everybody who has a seat hears of it at once."""

from collections.abc import Callable
from dataclasses import replace

from bot.domain.courses import Cohort, Lesson
from bot.domain.ids import CohortId, PersonId, short
from bot.domain.outgoing import Buttons, Text
from bot.handlers import cohorts, seats
from bot.handlers.desk import Desk, Speaker
from bot.storage import courses, participants


async def lesson_moved(desk: Desk, lesson: Lesson, at: int) -> int:
    """The new date, with the calendar file to take anew. To how many."""
    now, number = desk.work.now, short(lesson.id)

    def say(me: Speaker, title: str) -> Text:
        before = cohorts.at(me, lesson, now)
        after = cohorts.at(me, replace(lesson, starts_at=at), now)
        text = me.say("lesson-moved", title=title, before=before, after=after)
        rows: Buttons = (
            (me.button("button-lesson-cannot", "les", "cannot", number),),
            (me.button("button-calendar", "les", "ics", short(lesson.cohort_id)),),
        )
        return Text(text, rows)

    return await _tell(desk, lesson.cohort_id, say)


async def lesson_canceled(desk: Desk, lesson: Lesson) -> int:
    now = desk.work.now
    return await _tell(
        desk,
        lesson.cohort_id,
        lambda me, title: Text(
            me.say("lesson-canceled", title=title, at=cohorts.at(me, lesson, now))
        ),
    )


async def cohort_canceled(desk: Desk, cohort: Cohort) -> int:
    """Also to those who wait for a seat."""
    return await _tell(
        desk, cohort.id, lambda me, title: Text(me.say("cohort-canceled", title=title))
    )


async def written(desk: Desk, cohort: Cohort, text: str) -> int:
    """What the facilitator writes to everybody who has a seat, and to nobody who waits."""
    title, told = await cohorts.title(desk, cohort), 0

    def compose(me: Speaker) -> Text:
        return Text(me.say("cohort-message", title=title, text=text))

    for member in await participants.enrolled(desk.work, cohort.id):
        if member.person_id is not None:
            told += await desk.tell(member.person_id, seats.KIND, compose)
    return told


async def _tell(desk: Desk, number: CohortId, say: Callable[[Speaker, str], Text]) -> int:
    cohort = await courses.cohort(desk.work, number)
    if cohort is None:
        return 0
    title = await cohorts.title(desk, cohort)
    told: set[PersonId] = set()
    for person in await participants.concerned(desk.work, number):
        if await desk.tell(person, seats.KIND, lambda me: say(me, title)):
            told.add(person)
    return len(told)
