"""Materials of a lesson: coordinators give any message, and it comes to those who take part."""

from functools import partial

from bot.domain.courses import DAY, Cohort, Course, Lesson, News, Side
from bot.domain.ids import LessonId, MaterialId, PersonId, short, unshort
from bot.domain.outgoing import Button, Outgoing, Text, in_rows
from bot.domain.people import Action, may
from bot.handlers.courses import cohorts, course_news, seats
from bot.handlers.desk import Desk, Speaker, Turn
from bot.handlers.incoming import Content
from bot.handlers.talk.crossing import content_to_carry
from bot.storage import audit, lessons
from bot.storage import materials as store

MOST = 5
"""Materials of one lesson on each side."""


# Those who hold courses.


async def pressed(turn: Turn, parts: tuple[str, ...]) -> None:
    """`list.LESSON`, `add.LESSON.SIDE`, `drop.LESSON`; `see.LESSON.MATERIAL`,
    `gone.LESSON.MATERIAL`."""
    number = LessonId(unshort(parts[1]) or 0) if len(parts) >= 2 else LessonId(0)
    lesson = await lessons.get(turn.work, number)
    if lesson is None or not may(turn.staff, Action.MANAGE_COURSES):
        audit.record(turn.work, turn.person_id, "change_materials", "courses", allowed=False)
        turn.answer("course-not-yours", alert=True)
        return
    turn.answer()
    match parts:
        case ("add", _, side) if side in set(Side):
            _ask(turn, lesson, Side(side))
        case ("drop", _):
            await store.drop(turn.work, lesson.id)
            audit.record(turn.work, turn.person_id, "materials_dropped", f"lesson:{lesson.id}")
            await _page(turn, lesson)
        case ("see", _, which):
            await _see(turn, lesson, MaterialId(unshort(which) or 0))
        case ("gone", _, which):
            if await store.remove(turn.work, lesson.id, MaterialId(unshort(which) or 0)):
                audit.record(turn.work, turn.person_id, "material_removed", f"lesson:{lesson.id}")
            await _page(turn, lesson)
        case _:
            await _page(turn, lesson)


async def _see(turn: Turn, lesson: Lesson, number: MaterialId) -> None:
    """One of them as those who come see it, and whether it shall go."""
    me, found = turn.me, await store.get(turn.work, number)
    if found is None or found.lesson_id != lesson.id:
        await _page(turn, lesson)
        return
    turn.send(found.message, "staff")
    gone = me.button("button-material-gone", "mt", "gone", short(lesson.id), short(number))
    back = me.button("button-back", "mt", "list", short(lesson.id))
    turn.say("material-sure", ((gone,), (back,)), "staff", side=found.side.value)


async def _page(turn: Turn, lesson: Lesson) -> None:
    me, number = turn.me, short(lesson.id)
    there = await store.of_lesson(turn.work, lesson.id)
    sides = [one.side for one in there]
    before = sides.count(Side.BEFORE) + bool(lesson.before)
    after = sides.count(Side.AFTER) + bool(lesson.after)
    rows: list[tuple[Button, ...]] = [
        (
            me.button("button-material-before", "mt", "add", number, Side.BEFORE),
            me.button("button-material-after", "mt", "add", number, Side.AFTER),
        )
    ]
    rows += in_rows([_one(me, lesson, one, sides[:place].count(one.side) + 1)
                     for place, one in enumerate(there)], 2)  # fmt: skip
    if there:
        rows.append((me.button("button-material-drop", "mt", "drop", number),))
    rows.append((me.button("button-back", "ct", "cohort", short(lesson.cohort_id)),))
    at = cohorts.at(me, lesson, turn.work.now)
    turn.edit_pressed(me.say("materials", at=at, before=before, after=after), tuple(rows))


def _one(me: Speaker, lesson: Lesson, one: store.Material, place: int) -> Button:
    number, which = short(lesson.id), short(one.id)
    return me.button(
        "button-material-one", "mt", "see", number, which, place=place, side=one.side.value
    )


def _ask(turn: Turn, lesson: Lesson, side: Side) -> None:
    at = cohorts.at(turn.me, lesson, turn.work.now)
    row = turn.send(Text(turn.me.say("material-how", side=side.value, at=at)), "prompt")
    if row is not None:
        store.remember_prompt(turn.work, row, lesson.id, side)


async def given(turn: Turn, content: Content) -> bool:
    """An answer to the message that asked for a material is one. False: it was no such answer."""
    reply_to, key = turn.incoming.reply_to, turn.known.account.chat_key
    asked = await store.prompted(turn.work, key, reply_to) if reply_to is not None else None
    if asked is None:
        return False
    lesson, side = asked
    message = content_to_carry(content)
    if not may(turn.staff, Action.MANAGE_COURSES):
        turn.say("course-not-yours", kind="staff")
    elif message is None:
        turn.say("material-no", kind="staff")
    else:
        await _keep(turn, lesson, side, message)
    return True


async def _keep(turn: Turn, number: LessonId, side: Side, message: Outgoing) -> None:
    """It waits for its moment; where that has passed, it goes out at once."""
    lesson = await lessons.get(turn.work, number)
    added = await store.add(turn.work, number, side, message, MOST)
    if lesson is None or added is None:
        turn.say("material-many", kind="staff", most=MOST)
        return
    audit.record(turn.work, turn.person_id, "material_added", f"lesson:{number}")
    if _moment(lesson, side) > turn.work.now:
        turn.say("material-kept", kind="staff", side=side.value)
        return
    count = await course_news.announce(
        turn, lesson.cohort_id, News.MATERIAL, turn.person_id, material=added
    )
    turn.say("material-sent", kind="staff", count=count)


def _moment(lesson: Lesson, side: Side) -> int:
    """From when on those who come may have what stands on this side."""
    return lesson.starts_at - DAY if side is Side.BEFORE else lesson.ends_at


# Those who come.


async def bring(desk: Desk, who: PersonId, course: Course, lesson: Lesson, side: Side) -> None:
    """All of one side, each as a message of its own."""
    words = lesson.before if side is Side.BEFORE else lesson.after
    if words and side is Side.AFTER:
        await seats.tell(
            desk, who, lambda me: Text(me.say("lesson-after", title=course.title, text=words))
        )
    for message in await _of_side(desk, lesson, side):
        await seats.tell(desk, who, partial(_as_it_is, message))


def _as_it_is(message: Outgoing, _: Speaker) -> Outgoing:
    return message


async def _of_side(desk: Desk, lesson: Lesson, side: Side) -> list[Outgoing]:
    every = await store.of_lesson(desk.work, lesson.id)
    return [one.message for one in every if one.side is side]


async def shown(desk: Desk, cohort: Cohort) -> list[Outgoing]:
    """All that those who come may have by now, in its order: what is before a lesson from the day
    before on, what is after it once it is over."""
    found: list[Outgoing] = []
    for lesson in await lessons.of_cohort(desk.work, cohort.id):
        for side, words in ((Side.BEFORE, lesson.before), (Side.AFTER, lesson.after)):
            if _moment(lesson, side) <= desk.work.now:
                found += [Text(words)] if words else []
                found += await _of_side(desk, lesson, side)
    return found


async def read(turn: Turn, cohort: Cohort) -> None:
    """Once more, for somebody who asks for it."""
    found = await shown(turn, cohort)
    if not found:
        turn.say("materials-none")
    for message in found:
        turn.send(message)
