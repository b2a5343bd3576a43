"""How those who come are before a course and after, and what they think of it: of all, never of
one."""

import pytest

from bot.domain.people import Role
from bot.domain.screeners import WHO5
from tests.faults.engine import Engine
from tests.handlers.drips import HOSSEIN, MARYAM, NARGES, REZA
from tests.handlers.test_course_end import Class
from tests.handlers.test_courses import has

PEOPLE = (MARYAM, HOSSEIN, REZA)


@pytest.fixture
async def school(middle: Engine) -> Class:
    school = Class(middle)
    await school.begins()
    for who in PEOPLE:
        await school.comes(who)
    return school


async def answers(school: Class, who: int, choice: str) -> None:
    """WHO-5, the same answer to each question."""
    await school.presses(who, "view", "mood", await school.participant(who))
    for item in WHO5.items:
        await school.says(who, school.words.say("fa", f"coursemood-{item}-{choice}"))


async def rates(school: Class, who: int, score: int, words: str) -> None:
    await school.presses(who, "view", "rate", await school.participant(who))
    await school.says(who, school.words.say("fa", f"courseview-score-{score}"))
    await school.says(who, words)


async def seen(school: Class) -> list[str]:
    """What the facilitator reads on the page of the cohort."""
    await school.told(NARGES)
    await school.presses(NARGES, "ct", "cohort", school.number)
    return await school.told(NARGES)


async def test_how_all_are_before_and_after_is_told_once_nobody_can_be_made_out(
    school: Class,
) -> None:
    for who in PEOPLE:
        await answers(school, who, "2")
        assert has(await school.told(who), "ممنون که گفتید")
    await school.until(10, 14)
    for place, who in enumerate(PEOPLE):
        assert not has(await seen(school), "به‌طور میانگین"), place
        await answers(school, who, "4")
    told = await seen(school)
    assert has(told, "حال ۳ نفر که هر دو بار جواب دادند")
    assert has(told, "۴۰٫۰ از ۱۰۰ بهتر شد.")


async def test_a_low_score_is_met_with_a_way_to_a_human_and_no_number(school: Class) -> None:
    await school.told(MARYAM)
    await answers(school, MARYAM, "0")
    told = await school.told(MARYAM)
    assert has(told, "اگر دوست دارید با کسی حرف بزنید")
    assert not has(told, "از ۱۰۰")


async def test_after_a_course_nobody_is_asked_who_did_not_answer_before(school: Class) -> None:
    await school.until(10, 14)
    await school.told(MARYAM)
    await school.presses(MARYAM, "co", "cohort", school.number)
    page = (await school.engine.owes())[-1]
    labels = [one.label for row in getattr(page.message, "buttons", ()) for one in row]
    assert school.words.say("fa", "button-course-mood") not in labels
    assert school.words.say("fa", "button-course-rate") in labels


async def test_what_people_think_reaches_the_facilitator_without_a_name(school: Class) -> None:
    await school.until(10, 14)
    for who, score in zip(PEOPLE, (5, 4, 3), strict=True):
        await rates(school, who, score, f"حرف {score}")
    told = await seen(school)
    assert has(told, "۴٫۰ از ۵، از ۳ نفر")
    assert has(told, "• حرف 5")
    # The first opinion counts.
    await rates(school, MARYAM, 1, "حرف دیگر")
    assert not has(await seen(school), "حرف دیگر")
    await school.engine.staff(1009, Role.COUNSELOR)
    await school.presses(1009, "ct", "cohort", school.number)
    assert not has(await school.told(1009), "نظر شرکت‌کننده‌ها")
