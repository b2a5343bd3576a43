"""Something changes for a whole cohort: everybody whom it concerns hears of it within minutes.

Some people at a time, each time in one transaction: a row of what is due carries on behind the
last one, so that whoever was told is not told again after a kill.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from bot.domain.courses import AMONG, Among, Cohort, Lesson, News, Participant
from bot.domain.ids import CohortId, LessonId, MaterialId, PersonId, short
from bot.domain.outgoing import Attachment, Buttons, Outgoing, Text
from bot.handlers.courses import calendars, cohorts, seats
from bot.handlers.desk import Compose, Desk, Speaker, Turn
from bot.storage import audit, courses, due, lessons, materials, participants, waiting
from bot.storage.due import Due
from bot.storage.participants import Audience

NEWS = "course_news"
AT_ONCE = 50
"""People who are written to in one transaction."""
NAMED = 20
"""Numbers of people whom nothing reached that staff are told."""

Body: TypeAlias = Mapping[str, Any]


async def announce(
    desk: Desk, cohort_id: CohortId, news: News, by: PersonId | None = None, **more: Any
) -> int:
    """Owes news to everybody whom it concerns at this moment. To how many."""
    those = await participants.audience(desk.work, cohort_id, AMONG[news])
    body = {"news": news, "at": those.at, "last": those.last, "after": 0, "missed": [], "by": by}
    key = f"{NEWS}:{desk.work.ids.next()}"
    due.plan(desk.work, NEWS, cohort_id, desk.work.now, f"{key}/0", {**body, **more})
    return await participants.count_of(desk.work, those)


async def bring(desk: Desk, what: Due) -> None:
    """The next ones are told; behind the last, staff hear whom nothing reached."""
    news, cohort = News(what.body["news"]), await courses.cohort(desk.work, CohortId(what.subject))
    if cohort is None:
        return
    those = Audience(cohort.id, AMONG[news], what.body["at"], what.body["last"])
    some = await participants.some_of(desk.work, those, what.body["after"], AT_ONCE)
    compose, entry = await _told(desk, cohort, news, what.body)
    missed = [*what.body["missed"]]
    for member in some:
        if not await _tell(desk, member, compose, entry):
            missed.append(member.number)
    if len(some) == AT_ONCE:
        after = some[-1].number
        key = f"{what.key.partition('/')[0]}/{after}"
        body = {**what.body, "after": after, "missed": missed}
        due.plan(desk.work, NEWS, what.subject, desk.work.now, key, body)
    elif missed:
        await _say_missed(desk, cohort, missed, what.body["by"])


async def _tell(
    desk: Desk, member: Participant, compose: Compose, entry: Callable[[Speaker], Attachment] | None
) -> bool:
    if member.person_id is None or not await seats.tell(desk, member.person_id, compose):
        return False
    if entry is not None and member.calendar:
        await seats.tell(desk, member.person_id, entry)
    return True


async def _say_missed(desk: Desk, cohort: Cohort, missed: list[int], by: int | None) -> None:
    """Whoever changed it may call those who could not be told."""
    audit.record(desk.work, None, "course_unheard", f"cohort:{cohort.id}")
    who = PersonId(by) if by is not None else cohort.facilitator_id
    title = await cohorts.title(desk, cohort)

    def compose(me: Speaker) -> Text:
        named = [me.say("participant", number=number) for number in missed[:NAMED]]
        people = me.say("list-comma").join(named)
        return Text(me.say("course-news-missed", title=title, count=len(missed), people=people))

    if who is not None:
        await desk.tell(who, "staff", compose)


# What is said.


@dataclass(frozen=True, slots=True)
class _Told:
    """One piece of news, with all that its words need."""

    news: News
    cohort: Cohort
    title: str
    lesson: Lesson | None
    body: Body
    now: int


async def _told(
    desk: Desk, cohort: Cohort, news: News, body: Body
) -> tuple[Compose, Callable[[Speaker], Attachment] | None]:
    """The words for one person, and what changes in a calendar."""
    title, now = await cohorts.title(desk, cohort), desk.work.now
    lesson = await lessons.get(desk.work, LessonId(body.get("lesson", 0)))
    entries = await calendars.entries(desk, cohort, () if lesson is None else (lesson.id,))
    one = _Told(news, cohort, title, lesson, body, now)

    material = await materials.get(desk.work, MaterialId(body.get("material", 0)))

    def compose(me: Speaker) -> Outgoing:
        if material is not None:
            return material.message
        text, rows = _words(me, one)
        off = (seats.off_button(me),)
        return Text(text, (*rows, off) if AMONG[news] is not Among.ENDED else rows)

    def entry(me: Speaker) -> Attachment:
        return calendars.file(me, cohort, title, entries, now)

    unchanged = news in (News.FULL, News.WRITTEN, News.MATERIAL) or not entries
    return compose, None if unchanged else entry


def _words(me: Speaker, one: _Told) -> tuple[str, Buttons]:
    title, lesson = one.title, one.lesson
    calendar = (me.button("button-calendar", "les", "ics", short(one.cohort.id)),)
    match one.news:
        case News.MOVED if lesson is not None:
            before = cohorts.at(me, replace(lesson, starts_at=one.body["before"]), one.now)
            after = cohorts.at(me, replace(lesson, starts_at=one.body["after_at"]), one.now)
            text = me.say("lesson-moved", title=title, before=before, after=after)
            cannot = me.button("button-lesson-cannot", "les", "cannot", short(lesson.id))
            return text, ((cannot,), calendar)
        case News.MOVED | News.DROPPED:
            at = cohorts.at(me, lesson, one.now) if lesson is not None else ""
            return me.say("lesson-canceled", title=title, at=at), ()
        case News.CANCELED:
            return me.say("cohort-canceled", title=title), ()
        case News.FULL:
            return me.say("course-waiting-over", title=title), ()
        case News.PLACE:
            text = me.say("cohort-place-changed", title=title, place=one.cohort.place)
            return text, (calendar,)
        case News.MATERIAL:
            return me.say("material-gone"), ()
        case News.WRITTEN:
            return me.say("cohort-message", title=title, text=one.body["text"]), ()


# What is announced.


async def lesson_moved(turn: Turn, lesson: Lesson, at: int) -> int:
    """The new date; what was held for people until then may be held no more. To how many."""
    count = await announce(
        turn, lesson.cohort_id, News.MOVED, turn.person_id,
        lesson=lesson.id, before=lesson.starts_at, after_at=at,
    )  # fmt: skip
    await seats.offered(turn, await waiting.retime(turn.work, lesson.cohort_id))
    return count


async def lesson_canceled(turn: Turn, lesson: Lesson) -> int:
    count = await announce(turn, lesson.cohort_id, News.DROPPED, turn.person_id, lesson=lesson.id)
    await seats.offered(turn, await waiting.retime(turn.work, lesson.cohort_id))
    return count


async def waiting_ends(desk: Desk, what: Due) -> None:
    """The course begins soon: who still waits hears, once, that nothing has become free."""
    number = CohortId(what.subject)
    if await waiting.end(desk.work, number):
        await announce(desk, number, News.FULL)
