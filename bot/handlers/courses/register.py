"""Attendance: the word of the day, which those who are there type, and the facilitator's list."""

import secrets

from bot.domain.courses import HOUR, MINUTE, BookingState, Lesson, Participant, Presence
from bot.domain.courses import misses_in_a_row as missed
from bot.domain.ids import LessonId, ParticipantId, short, unshort
from bot.domain.outgoing import Button, Buttons
from bot.domain.people import Action, may
from bot.domain.text import key
from bot.handlers.courses import cohort_desk
from bot.handlers.desk import Desk, Speaker, Turn
from bot.handlers.incoming import Content, TextIn
from bot.storage import attendance, audit, courses, lessons, participants
from bot.words import LANGUAGES

EARLY, LATE = 15 * MINUTE, HOUR
"""Milliseconds before a lesson and after it in which the word of the day counts."""
LONGEST_WORD = 20
"""Characters, and some room."""
SHOWN = 40
"""Participants with a button in one list."""


# Those who come.


async def here(turn: Turn, typed: str) -> None:
    """/here WORD: they are at the lesson that is held now."""
    if not await heard(turn, typed):
        turn.say("here-unknown" if typed else "here-how")


async def heard(turn: Turn, text: str) -> bool:
    """Whether these words are the word of the day of a lesson that they are at."""
    if not key(text):
        return False
    for member, booking in await participants.of_person(turn.work, turn.person_id):
        if booking.state is not BookingState.ENROLLED:
            continue
        for lesson in await lessons.of_cohort(turn.work, booking.cohort_id):
            if counts(lesson, turn.work.now) and lesson.word and key(lesson.word) == key(text):
                await attendance.mark(
                    turn.work, lesson.id, member.id, Presence.THERE, attendance.WORD
                )
                turn.say("here-thanks")
                return True
    return False


async def overheard(turn: Turn, content: Content) -> bool:
    """Whether somebody typed the word of the day wherever they were: in a question, or in a talk.
    Only one of our own words is looked up, so that ordinary messages cost nothing."""
    if not isinstance(content, TextIn) or len(content.text) > LONGEST_WORD:
        return False
    typed, words = key(content.text), turn.house.words
    ours = (word for one in LANGUAGES for word in words.say(one, "lesson-words").split())
    return any(key(word) == typed for word in ours) and await heard(turn, content.text)


def counts(lesson: Lesson, now: int) -> bool:
    """Whether its word of the day counts at this moment."""
    return lesson.starts_at - EARLY <= now <= lesson.ends_at + LATE


async def progress(desk: Desk, me: Speaker, member: Participant) -> str:
    """How many of the lessons they were at."""
    every = await lessons.of_cohort(desk.work, member.cohort_id)
    known = await attendance.of_participant(desk.work, member.id)
    there = sum(known.get(one.id) is Presence.THERE for one in every)
    return me.say("course-progress", there=there, count=len(every))


# The facilitator.


async def pressed(turn: Turn, parts: tuple[str, ...]) -> None:
    """`list.LESSON`, `word.LESSON`, `all.LESSON`, `turn.LESSON.PARTICIPANT`."""
    number = LessonId(unshort(parts[1]) or 0) if len(parts) >= 2 else LessonId(0)
    lesson = await lessons.get(turn.work, number)
    cohort = await courses.cohort(turn.work, lesson.cohort_id) if lesson is not None else None
    if lesson is None or cohort is None or not cohort_desk.leads(turn, cohort):
        audit.record(turn.work, turn.person_id, "read_register", "courses", allowed=False)
        turn.answer("course-not-yours", alert=True)
        return
    if lesson.starts_at - EARLY > turn.work.now:
        turn.answer("register-early", alert=True)
        return
    inside = await participants.enrolled(turn.work, cohort.id)
    match parts:
        case ("word", _) if not lesson.word:
            word = secrets.choice(turn.me.say("lesson-words").split())
            await lessons.set_word(turn.work, lesson.id, word)
        case ("all", _):
            known = await attendance.of_lesson(turn.work, lesson.id)
            for member in inside:
                if member.id not in known:
                    await _mark(turn, lesson, member.id, Presence.THERE)
        case ("turn", _, who):
            await _turn_round(turn, lesson, [one for one in inside if short(one.id) == who])
        case _:
            pass
    turn.answer()
    audit.record(turn.work, turn.person_id, "read_register", f"lesson:{lesson.id}")
    shown = await lessons.get(turn.work, lesson.id)
    turn.edit_pressed(*await _list(turn, shown or lesson, inside))


async def _turn_round(turn: Turn, lesson: Lesson, found: list[Participant]) -> None:
    known = await attendance.of_lesson(turn.work, lesson.id)
    for member in found:
        there = known.get(member.id) is Presence.THERE
        await _mark(turn, lesson, member.id, Presence.ABSENT if there else Presence.THERE)


async def _mark(turn: Turn, lesson: Lesson, who: ParticipantId, state: Presence) -> None:
    await attendance.mark(turn.work, lesson.id, who, state, attendance.FACILITATOR)


async def _list(turn: Turn, lesson: Lesson, inside: list[Participant]) -> tuple[str, Buttons]:
    """Everybody with a seat: by the name they gave for it, else by their number."""
    me, number = turn.me, short(lesson.id)
    known = await attendance.of_lesson(turn.work, lesson.id)
    lines = [me.say("register", there=sum(p is Presence.THERE for p in known.values()),
                    count=len(inside))]  # fmt: skip
    if lesson.word:
        lines.append(me.say("register-word", word=lesson.word))
    lines += await absent_twice(turn, me, inside)
    rows: list[tuple[Button, ...]] = []
    for member in inside[:SHOWN]:
        state = known.get(member.id)
        label = me.say(
            "register-line", who=cohort_desk.called(me, member), state=state or "unknown"
        )
        rows.append(
            (me.button("button-course", "reg", "turn", number, short(member.id), title=label),)
        )
    if not lesson.word:
        rows.append((me.button("button-register-word", "reg", "word", number),))
    rows.append((me.button("button-register-all", "reg", "all", number),))
    if may(turn.staff, Action.MANAGE_COURSES):
        rows.append((me.button("button-materials", "mt", "list", number),))
    rows.append((me.button("button-back", "ct", "cohort", short(lesson.cohort_id)),))
    return "\n".join(lines), tuple(rows)


async def absent_twice(desk: Desk, me: Speaker, inside: list[Participant]) -> list[str]:
    """A call may help those of a cohort who missed the last two lessons without a word."""
    if not inside:
        return []
    every = await lessons.of_cohort(desk.work, inside[0].cohort_id)
    known = await attendance.of_cohort(desk.work, inside[0].cohort_id)
    found = []
    for member in inside:
        mine = known.get(member.id, {})
        if missed([mine[one.id] for one in every if one.id in mine]) >= 2:
            found.append(me.say("register-call", who=cohort_desk.called(me, member)))
    return found
