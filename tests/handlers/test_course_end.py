"""The end of a course: who was there, the quiz, the certificate, and what a facilitator sees."""

import pytest

from bot.domain.certificate import Certificate
from bot.domain.ids import short
from bot.domain.outgoing import Answer
from bot.domain.people import Role
from bot.storage import lessons, participants
from tests.faults.engine import Engine
from tests.handlers.drips import HOSSEIN, MARYAM, NARGES, REZA
from tests.handlers.test_courses import Term, has


class Class(Term):
    """A cohort that Narges holds."""

    async def begins(self) -> None:
        narges = await self.engine.staff(NARGES, Role.COUNSELOR)
        await self.opens_course(4, who=narges)

    async def participant(self, who: int) -> str:
        async with self.engine.tools.database.transaction() as tx:
            work = self.engine.tools.desk(tx).work
            found = await participants.in_cohort(work, self.cohort, await self.person(who))
        assert found is not None
        return short(found[0].id)

    async def word_of(self, place: int) -> str:
        async with self.engine.tools.database.transaction() as tx:
            every = await lessons.of_cohort(self.engine.tools.desk(tx).work, self.cohort)
        return every[place].word

    async def goes_to_both(self, who: int) -> None:
        """Somebody who is at both lessons, by the word of the day."""
        for place, day in enumerate((3, 10)):
            await self.until(day, 12)
            await self.presses(NARGES, "reg", "word", await self.lesson(place))
            await self.says(who, "/here " + await self.word_of(place))
            await self.until(day, 14)

    async def names(self, who: int, name: str, label: str) -> None:
        await self.presses(who, "quiz", "cert", await self.participant(who))
        await self.says(who, name)
        await self.says(who, label)

    async def certificates(self, who: int) -> list[Certificate]:
        return [
            row.message
            for row in await self.engine.owes()
            if isinstance(row.message, Certificate) and row.chat_id == who
        ]


@pytest.fixture
async def school(middle: Engine) -> Class:
    school = Class(middle)
    await school.begins()
    return school


async def test_who_was_there_and_knows_enough_gets_a_certificate_that_anybody_can_verify(
    school: Class,
) -> None:
    await school.comes(MARYAM)
    await school.goes_to_both(MARYAM)
    told = await school.told(MARYAM)
    assert has(told, "حضورتان ثبت شد")
    assert has(told, "دورهٔ «گفت‌وگو» تمام شد")
    me = await school.participant(MARYAM)
    await school.presses(MARYAM, "quiz", "cert", me)
    assert await school.certificates(MARYAM) == []
    await school.presses(MARYAM, "quiz", "begin", me)
    await school.presses(MARYAM, "quiz", "take", me, "0", "0")
    assert has(await school.told(MARYAM), "۱ جواب از ۱ جواب درست بود.")
    await school.names(MARYAM, "مریم رضایی", "نه، نامم را نگویید")
    picture, document = await school.certificates(MARYAM)
    assert (picture.name, picture.course, document.file) == (
        "مریم رضایی", "گفت‌وگو", "certificate.pdf",
    )  # fmt: skip
    number = picture.foot.split("verify-")[1]
    await school.says(HOSSEIN, f"/verify {number}")
    told = await school.told(HOSSEIN)
    assert has(told, f"گواهی {number} درست است.")
    assert not has(told, "مریم")
    await school.says(HOSSEIN, f"/start verify-{number[:-1]}0")
    assert has(await school.told(HOSSEIN), "گواهی‌ای با این شماره نداریم.")
    # Asked for again, it is the same one.
    await school.presses(MARYAM, "quiz", "cert", me)
    assert {one.number for one in await school.certificates(MARYAM)} == {picture.number}
    await school.presses(MARYAM, "d", "yes")
    await school.says(HOSSEIN, f"/verify {number}")
    assert has(await school.told(HOSSEIN), "درست است")


async def test_the_name_is_told_where_its_owner_agreed(school: Class) -> None:
    await school.comes(MARYAM)
    await school.goes_to_both(MARYAM)
    me = await school.participant(MARYAM)
    await school.presses(MARYAM, "quiz", "take", me, "0", "0")
    await school.names(MARYAM, "مریم رضایی", "بله، نامم را هم بگویید")
    (number,) = {one.foot.split("verify-")[1] for one in await school.certificates(MARYAM)}
    await school.says(HOSSEIN, f"/start verify-{number}")
    assert has(await school.told(HOSSEIN), "نام: مریم رضایی")


async def test_who_was_not_there_or_knows_too_little_gets_none(school: Class) -> None:
    for who in (MARYAM, HOSSEIN):
        await school.comes(who)
    await school.goes_to_both(MARYAM)
    for who, choice in ((MARYAM, "1"), (HOSSEIN, "0")):
        me = await school.participant(who)
        await school.presses(who, "quiz", "take", me, "0", choice)
        await school.presses(who, "quiz", "cert", me)
        assert await school.certificates(who) == []
    answers = [row.message.text for row in await school.engine.owes()
               if isinstance(row.message, Answer) and row.message.text]  # fmt: skip
    assert has(answers, "یک قدم مانده است")
    assert has(answers, "در ۰ جلسه از ۲ جلسه بوده‌اید")
    # Nobody takes the quiz of somebody else.
    await school.presses(HOSSEIN, "quiz", "again", await school.participant(MARYAM))
    me = await school.participant(MARYAM)
    await school.presses(MARYAM, "quiz", "again", me)
    await school.presses(MARYAM, "quiz", "take", me, "0", "0")
    await school.names(MARYAM, "مریم", "نه، نامم را نگویید")
    assert len(await school.certificates(MARYAM)) == 2


async def test_the_word_of_the_day_counts_only_while_the_lesson_is_held(school: Class) -> None:
    await school.comes(MARYAM)
    await school.until(3, 12)
    await school.presses(NARGES, "reg", "word", await school.lesson())
    word = await school.word_of(0)
    await school.until(3, 15)
    await school.told(MARYAM)
    await school.says(MARYAM, f"/here {word}")
    assert has(await school.told(MARYAM), "این کلمه را برای جلسه‌ای")


async def test_a_facilitator_sees_numbers_and_names_only_of_those_who_agreed(
    school: Class,
) -> None:
    for who in (MARYAM, HOSSEIN):
        await school.comes(who)
    await school.presses(MARYAM, "les", "name", school.number)
    await school.says(MARYAM, "مریم")
    await school.presses(NARGES, "ct", "people", school.number)
    told = await school.told(NARGES)
    assert has(told, "• مریم")
    assert has(told, "• شرکت‌کنندهٔ ۲")
    await school.presses(MARYAM, "les", "noname", school.number)
    await school.presses(NARGES, "ct", "people", school.number)
    assert has(await school.told(NARGES), "• شرکت‌کنندهٔ ۱")


async def test_a_facilitator_writes_to_all_and_is_told_who_was_absent_twice(
    school: Class,
) -> None:
    for who in (MARYAM, HOSSEIN):
        await school.comes(who)
        await school.told(who)
    await school.presses(NARGES, "ct", "write", school.number)
    await school.says(NARGES, "کاغذ و خودکار بیاورید.")
    await school.says(NARGES, "بفرست")
    await school.tick()
    for who in (MARYAM, HOSSEIN):
        assert has(await school.told(who), "کاغذ و خودکار بیاورید.")
    await school.goes_to_both(MARYAM)
    told = await school.told(NARGES)
    assert has(told, "شرکت‌کنندهٔ ۲ دو جلسه پشت هم نبوده است")
    assert not has(told, "شرکت‌کنندهٔ ۱ دو جلسه")


async def test_nobody_sees_the_list_of_a_cohort_that_they_do_not_hold(school: Class) -> None:
    await school.engine.staff(REZA, Role.COUNSELOR)
    await school.comes(MARYAM)
    await school.until(3, 12)
    await school.told(MARYAM)
    for who in (REZA, MARYAM):
        await school.presses(who, "reg", "all", await school.lesson())
        await school.presses(who, "ct", "people", school.number)
        await school.presses(who, "ct", "write", school.number)
        assert await school.told(who) == []
    assert await school.engine.tools.database.read("SELECT 1 FROM attendance") == []


async def test_a_coordinator_tells_a_course_looks_at_it_publishes_and_holds_it_again(
    middle: Engine,
) -> None:
    school = Class(middle)
    await school.engine.staff(NARGES, Role.COORDINATOR)
    await school.says(NARGES, "/newcourse")
    for said in (
        "گوش دادن", "دو جلسه دربارهٔ شنیدن", "پس از ازدواج", "حضوری", "تهران", "خیابان آزادی",
        "۱۲", "۹۰ دقیقه", "۱۴۰۵/۷/۱۰ ۱۷:۰۰\n۱۴۰۵/۷/۳ ۱۷:۰۰", "بفرست",
    ):  # fmt: skip
        await school.says(NARGES, said)
    assert has(await school.told(NARGES), "حضوری، استان تهران · پیش‌نویس")
    (row,) = await school.engine.tools.database.read("SELECT id, state, capacity FROM cohorts")
    assert (row["state"], row["capacity"]) == ("draft", 12)
    school.cohort = row["id"]
    await school.says(MARYAM, "/courses")
    assert has(await school.told(MARYAM), "دوره‌ای باز نیست")
    await school.presses(NARGES, "ct", "publish", school.number)
    await school.comes(MARYAM)
    told = await school.told(MARYAM)
    assert has(told, "خیابان آزادی")
    assert has(told, "جلسهٔ ۱: جمعه ۳ مهر")
    await school.presses(NARGES, "cm", "copy", school.number)
    await school.says(NARGES, "۱۴۰۵/۸/۳ ۱۷:۰۰")
    await school.says(NARGES, "بفرست")
    rows = await school.engine.tools.database.read(
        "SELECT course_id, capacity, province, state FROM cohorts ORDER BY id"
    )
    first, second = rows
    assert [second[name] for name in ("course_id", "capacity", "province")] == [
        first[name] for name in ("course_id", "capacity", "province")
    ]
    assert second["state"] == "draft"
