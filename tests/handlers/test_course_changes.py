"""Coordinators change a course in the chat; families find it by place, and read around lessons."""

from typing import Any

import pytest

from bot.domain.courses import Where
from bot.domain.ids import short
from bot.domain.outgoing import Media, Text
from bot.domain.people import Role
from bot.storage import courses
from tests.faults.engine import Engine, says, update
from tests.faults.engine import private as chat_of
from tests.handlers.drips import HOSSEIN, MARYAM, NARGES, REZA
from tests.handlers.test_course_end import Class
from tests.handlers.test_courses import Term, has


@pytest.fixture
async def term(middle: Engine) -> Term:
    term = Term(middle)
    await term.opens_course(1)
    await middle.staff(NARGES, Role.COORDINATOR)
    return term


async def course(term: Term) -> str:
    rows = await term.engine.tools.database.read("SELECT id FROM courses ORDER BY id")
    return short(rows[0]["id"])


async def test_more_seats_go_to_those_who_wait_and_fewer_than_are_taken_there_are_not(
    term: Term,
) -> None:
    for who in (MARYAM, HOSSEIN):
        await term.comes(who)
        await term.told(who)
    await term.presses(NARGES, "cx", "size", term.number)
    await term.says(NARGES, "۲")
    assert has(await term.told(NARGES), "به ۱ نام‌نویسی از نوبت جا پیشنهاد شد")
    assert has(await term.told(HOSSEIN), "یک جا برایتان باز شد")
    await term.presses(NARGES, "cx", "size", term.number)
    await term.says(NARGES, "۱")
    assert has(await term.told(NARGES), "همین حالا ۲ جا گرفته شده است")
    for who in (MARYAM, HOSSEIN):
        await term.presses(who, "cx", "size", term.number)
        assert not has(await term.told(who), "چند جا")


async def test_another_place_is_told_to_those_with_a_seat_and_to_nobody_else(term: Term) -> None:
    for who in (MARYAM, HOSSEIN):
        await term.comes(who)
        await term.told(who)
    await term.presses(NARGES, "cx", "place", term.number)
    await term.says(NARGES, "https://example.org/b")
    await term.tick()
    assert has(await term.told(MARYAM), "کجا: https://example.org/b")
    assert await term.told(HOSSEIN) == []
    rows = await term.engine.tools.database.read("SELECT version FROM lessons")
    assert [row["version"] for row in rows] == [1, 1]


# The catalogue.


async def test_courses_are_found_by_the_place_where_they_are_held(middle: Engine) -> None:
    term = Term(middle)
    await term.opens_course(1)
    online = term.number
    await term.opens_course(1, where=Where.ON_SITE, province="tehran")
    await term.says(MARYAM, "/courses")
    await term.presses(MARYAM, "co", "stage", "after_marriage")
    assert await offers(term, MARYAM) == 2
    await term.presses(MARYAM, "co", "stage", "after_marriage", "tehran")
    assert await offers(term, MARYAM) == 1
    await term.presses(MARYAM, "co", "stage", "after_marriage", "online")
    assert await offers(term, MARYAM) == 1
    await term.presses(MARYAM, "co", "stage", "after_marriage", "fars")
    assert await offers(term, MARYAM) == 0
    await term.presses(MARYAM, "co", "cohort", online)
    assert has(await term.told(MARYAM), "برخط")


async def offers(term: Term, who: int) -> int:
    """Courses with a button in the last message."""
    rows = [row for row in await term.engine.owes() if row.chat_id == who]
    buttons: Any = getattr(rows[-1].message, "buttons", ())
    return sum(button.data.startswith("1.co.course.") for row in buttons for button in row)


# Materials.


async def material(term: Term, side: str, message: dict[str, Any]) -> None:
    """Narges answers to what asks for one."""
    await term.presses(NARGES, "mt", "add", await term.lesson(), side)
    numbers = await term.engine.delivers()
    prompt = numbers[max(numbers)]
    reply = {"message_id": prompt, "chat": chat_of(NARGES), "date": 1, "text": "?"}
    body = {**says(NARGES, "x")["message"], "reply_to_message": reply, **message}
    if "text" not in message:
        body.pop("text")
    await term.engine.receives(update("message", body))


async def test_any_message_is_a_material_and_comes_before_the_lesson_or_after_it(
    term: Term,
) -> None:
    await material(term, "before", {"text": "تمرین را بیاورید: https://example.org/1"})
    document = {"file_id": "F1", "file_unique_id": "U1", "file_name": "x.pdf"}
    await material(term, "after", {"document": document, "caption": "برگهٔ تمرین"})
    assert has(await term.told(NARGES), "پس از جلسه می‌رود")
    await term.comes(MARYAM)
    await term.told(MARYAM)
    await term.until(2, 12)
    assert has(await term.told(MARYAM), "https://example.org/1")
    await term.until(3, 14)
    files = [row for row in await term.engine.owes() if isinstance(row.message, Media)]
    assert [(row.chat_id, row.message.file_id) for row in files] == [(MARYAM, "F1")]  # type: ignore[union-attr]
    # Both once more for somebody who asks.
    await term.presses(MARYAM, "les", "read", term.number)
    rows = [row.message for row in await term.engine.owes() if row.chat_id == MARYAM]
    assert isinstance(rows[-2], Text)
    assert isinstance(rows[-1], Media)
    await term.presses(HOSSEIN, "les", "read", term.number)
    assert not has(await term.told(HOSSEIN), "https://example.org/1")


async def test_what_comes_late_goes_out_at_once(term: Term) -> None:
    await term.comes(MARYAM)
    await term.until(3, 14)
    await term.told(MARYAM)
    await material(term, "after", {"text": "خلاصهٔ جلسه"})
    assert has(await term.told(NARGES), "همین حالا برای ۱ نفر می‌رود")
    await term.tick()
    assert await term.told(MARYAM) == ["خلاصهٔ جلسه"]


async def test_only_coordinators_give_materials_and_not_without_end(term: Term) -> None:
    await term.engine.staff(REZA, Role.COUNSELOR)
    await term.presses(REZA, "mt", "add", await term.lesson(), "before")
    for number in range(6):
        await material(term, "before", {"text": f"متن {number}"})
    assert has(await term.told(NARGES), "بیشتر از ۵ مطلب نمی‌شود")
    assert await term.engine.count("lesson_materials") == 5
    await term.presses(NARGES, "mt", "drop", await term.lesson())
    assert await term.engine.count("lesson_materials") == 0
    assert await term.engine.count("material_prompts") == 6


async def test_one_of_several_materials_is_looked_at_and_removed(term: Term) -> None:
    for number in range(2):
        await material(term, "before", {"text": f"متن {number}"})
    rows = await term.engine.tools.database.read("SELECT id FROM lesson_materials ORDER BY id")
    lesson, first = await term.lesson(), short(rows[0]["id"])
    await term.told(NARGES)
    await term.presses(NARGES, "mt", "see", lesson, first)
    told = await term.told(NARGES)
    assert told[0] == "متن 0"
    assert has(told, "پاک شود؟")
    # Neither from another lesson, nor by somebody who does not look after courses.
    await term.presses(NARGES, "mt", "gone", await term.lesson(1), first)
    await term.presses(MARYAM, "mt", "gone", lesson, first)
    assert await term.engine.count("lesson_materials") == 2
    await term.presses(NARGES, "mt", "gone", lesson, first)
    assert has(await term.told(NARGES), "پیش از جلسه: ۱")
    await term.presses(NARGES, "mt", "see", lesson, first)
    assert await term.engine.count("lesson_materials") == 1


# Quiz, WHO-5, the word of the day.


async def test_a_quiz_is_written_in_the_chat_and_its_right_answer_is_mixed_in(
    term: Term,
) -> None:
    number = await course(term)
    await term.presses(NARGES, "ct", "course", number)
    await term.presses(NARGES, "cx", "noquiz", number)
    await term.presses(NARGES, "cx", "mood", number)
    assert has(await term.told(NARGES), "پرسش‌های پایان دوره: ۰")
    await term.presses(NARGES, "cx", "quiz", number)
    await term.says(NARGES, "وقتی عصبانی هستیم؟", "فقط یکی")
    await term.says(NARGES, "مکث می‌کنیم\nداد می‌زنیم\nمی‌رویم")
    assert has(await term.told(NARGES), "حالا ۱ پرسش هست")
    async with term.engine.tools.database.transaction() as tx:
        (made,) = await courses.all_courses(term.engine.tools.desk(tx).work)
    (question,) = made.quiz
    assert question.options[question.right] == "مکث می‌کنیم"
    assert len(question.options) == 3
    assert not made.wellbeing


async def test_the_word_of_the_day_is_heard_wherever_somebody_is(middle: Engine) -> None:
    school = Class(middle)
    await school.begins()
    for who in (MARYAM, HOSSEIN, REZA):
        await school.comes(who)
    narges = await school.engine.staff(1009, Role.COUNSELOR)
    await school.claims(await school.opens(HOSSEIN), narges)
    await school.until(3, 12)
    await school.presses(NARGES, "reg", "word", await school.lesson())
    word = await school.word_of(0)
    await school.presses(REZA, "les", "name", school.number)
    for who in (MARYAM, HOSSEIN, REZA):
        await school.presses(who, "co", "cohort", school.number)
        await school.says(who, word)
        assert has(await school.told(who), "حضورتان ثبت شد")
    # In a question it is no answer, and in a talk it is not passed on.
    rows = await school.engine.tools.database.read("SELECT name FROM participants")
    assert [row["name"] for row in rows] == [None, None, None]
    assert await school.engine.count("relay") == 0
    await school.until(3, 15)
    await school.says(HOSSEIN, word)
    assert await school.engine.count("relay") == 1
