"""Courses as families and coordinators live through them, on a clock that we move."""

from typing import Any

import pytest

from bot.domain.courses import DAY
from bot.domain.ids import CohortId, short
from bot.domain.outgoing import Attachment
from bot.domain.people import Role
from bot.storage import lessons, participants
from tests.faults.engine import Engine
from tests.handlers.drips import HOSSEIN, MARYAM, NARGES, REZA, Days
from tests.marks import unmarked
from tests.storage import courses as examples


class Term(Days):
    """A service in which one course is held: lessons at noon of the third day and the tenth."""

    cohort: CohortId

    async def opens_course(self, seats: int = 2, **more: Any) -> None:
        async with self.engine.tools.database.transaction() as tx:
            work = self.engine.tools.desk(tx).work
            self.cohort = await examples.held(work, seats, first=work.now + 3 * DAY, **more)

    @property
    def number(self) -> str:
        return short(self.cohort)

    async def comes(self, who: int, verb: str = "book") -> None:
        """Somebody asks for a seat."""
        await self.says(who, "/courses")
        await self.presses(who, "co", "cohort", self.number)
        await self.presses(who, "co", verb, self.number)

    async def booking_of(self, who: int) -> str:
        async with self.engine.tools.database.transaction() as tx:
            work = self.engine.tools.desk(tx).work
            found = await participants.in_cohort(work, self.cohort, await self.person(who))
        assert found is not None
        return short(found[1].id)

    async def lesson(self, place: int = 0) -> str:
        async with self.engine.tools.database.transaction() as tx:
            every = await lessons.of_cohort(self.engine.tools.desk(tx).work, self.cohort)
        return short(every[place].id)


@pytest.fixture
async def term(middle: Engine) -> Term:
    term = Term(middle)
    await term.opens_course()
    return term


def has(texts: list[str], part: str) -> bool:
    return any(part in unmarked(text) for text in texts)


async def test_a_course_is_found_by_stage_of_life_and_joined(term: Term) -> None:
    await term.says(MARYAM, "/courses")
    await term.presses(MARYAM, "co", "stage", "after_marriage")
    await term.presses(MARYAM, "co", "cohort", term.number)
    assert has(await term.told(MARYAM), "۲ جای خالی هست.")
    await term.presses(MARYAM, "co", "book", term.number)
    told = await term.told(MARYAM)
    assert has(told, "نام‌نویسی‌تان انجام شد")
    assert has(told, "https://example.org/a")
    await term.says(MARYAM, "/reminders")
    assert has(await term.told(MARYAM), "جلسهٔ «گفت‌وگو»")


async def test_who_has_a_seat_is_reminded_a_day_and_an_hour_before_and_nobody_else(
    term: Term,
) -> None:
    await term.comes(MARYAM)
    await term.says(HOSSEIN, "/courses")
    for who in (MARYAM, HOSSEIN):
        await term.told(who)
    got = []
    for day in range(1, 4):
        for hour in range(24):
            await term.until(day, hour)
            got += [(day, hour) for text in await term.told(MARYAM) if "یادآوری" in text]
    assert got == [(2, 12), (3, 11)]
    assert await term.told(HOSSEIN) == []


async def test_i_cannot_come_is_heard_and_nothing_reminds_of_that_lesson(term: Term) -> None:
    await term.comes(MARYAM)
    await term.until(2, 12)
    assert has(await term.told(MARYAM), "یادآوری")
    await term.presses(MARYAM, "les", "cannot", await term.lesson())
    assert has(await term.told(MARYAM), "منتظرتان نیستیم")
    await term.says(MARYAM, "/reminders")
    assert has(await term.told(MARYAM), "گفته‌اید که نمی‌آیید")
    await term.until(3, 13)
    assert await term.told(MARYAM) == []
    await term.until(9, 12)
    assert has(await term.told(MARYAM), "یادآوری")


async def test_who_waits_is_offered_a_seat_that_passes_on(term: Term) -> None:
    people = (MARYAM, HOSSEIN, REZA, 1005)
    for who in people:
        await term.comes(who)
    assert has(await term.told(REZA), "در نوبت هستید؛ نفر ۱")
    assert has(await term.told(1005), "در نوبت هستید؛ نفر ۲")
    await term.presses(MARYAM, "co", "leave", await term.booking_of(MARYAM))
    await term.presses(MARYAM, "co", "gone", await term.booking_of(MARYAM))
    assert has(await term.told(REZA), "یک جا برایتان باز شد")
    assert await term.told(1005) == []
    await term.until(1, 12)
    assert has(await term.told(REZA), "تمام شد و جا آزاد شد")
    assert has(await term.told(1005), "یک جا برایتان باز شد")
    await term.presses(1005, "co", "yes", await term.booking_of(1005))
    assert has(await term.told(1005), "نام‌نویسی‌تان انجام شد")


async def test_a_couple_joins_by_the_link_and_both_are_told(term: Term) -> None:
    await term.comes(MARYAM, "couple")
    told = await term.told(MARYAM)
    assert has(told, "دو جا تا")
    code = told[-1].split("couple-")[1].split()[0]
    await term.says(HOSSEIN, f"/start couple-{code}")
    assert has(await term.told(HOSSEIN), "تا با هم بیایید")
    await term.presses(HOSSEIN, "co", "join", code)
    assert has(await term.told(HOSSEIN), "همراهتان هم باید بگوید")
    assert has(await term.told(MARYAM), "همان همراه شماست؟")
    # Whoever came cannot say that it is them.
    await term.presses(HOSSEIN, "co", "vouch", await term.booking_of(HOSSEIN))
    assert not has(await term.told(HOSSEIN), "نام‌نویسی هر دویتان")
    await term.presses(MARYAM, "co", "vouch", await term.booking_of(MARYAM))
    assert has(await term.told(MARYAM), "نام‌نویسی هر دویتان انجام شد")
    assert has(await term.told(HOSSEIN), "نام‌نویسی هر دویتان")
    await term.says(REZA, f"/join {code}")
    await term.presses(REZA, "co", "join", code)
    assert not has(await term.told(REZA), "نام‌نویسی هر دویتان")
    await term.presses(HOSSEIN, "co", "gone", await term.booking_of(HOSSEIN))
    assert has(await term.told(MARYAM), "جای شما سر جایش است")


async def test_somebody_else_who_came_by_the_invitation_is_turned_away(term: Term) -> None:
    await term.comes(MARYAM, "couple")
    code = (await term.told(MARYAM))[-1].split("couple-")[1].split()[0]
    await term.says(REZA, f"/start couple-{code}")
    await term.presses(REZA, "co", "join", code)
    await term.told(REZA)
    await term.presses(MARYAM, "co", "stranger", await term.booking_of(MARYAM))
    assert has(await term.told(REZA), "برای کس دیگری بود")
    fresh = (await term.told(MARYAM))[-1].split("couple-")[1].split()[0]
    assert fresh != code
    await term.says(HOSSEIN, f"/join {code}")
    assert has(await term.told(HOSSEIN), "این کد را نمی‌شناسیم")
    await term.says(HOSSEIN, f"/join {fresh}")
    await term.presses(HOSSEIN, "co", "join", fresh)
    await term.presses(MARYAM, "co", "vouch", await term.booking_of(MARYAM))
    assert has(await term.told(HOSSEIN), "نام‌نویسی هر دویتان")


async def test_the_calendar_file_holds_every_lesson(term: Term) -> None:
    await term.comes(MARYAM)
    await term.presses(MARYAM, "les", "ics", term.number)
    files = [row.message for row in await term.engine.owes() if isinstance(row.message, Attachment)]
    assert [file.body.count("BEGIN:VEVENT") for file in files] == [2]
    await term.says(HOSSEIN, "/courses")
    await term.presses(HOSSEIN, "les", "ics", term.number)
    owed = [row.message for row in await term.engine.owes()]
    assert sum(isinstance(message, Attachment) for message in owed) == 1


async def test_a_moved_lesson_reaches_everybody_and_reminds_of_the_new_date(term: Term) -> None:
    await term.engine.staff(NARGES, Role.COORDINATOR)
    await term.comes(MARYAM)
    await term.told(MARYAM)
    await term.says(NARGES, "/courses")
    await term.presses(NARGES, "ct", "move", await term.lesson())
    await term.says(NARGES, "1405/7/4 16:00")
    await term.tick()
    assert has(await term.told(NARGES), "۱ نفر همین حالا خبردار می‌شوند")
    assert has(await term.told(MARYAM), "زمان یک جلسهٔ «گفت‌وگو» عوض شد.")
    got = []
    for day in range(1, 6):
        for hour in range(24):
            await term.until(day, hour)
            got += [(day, hour) for text in await term.told(MARYAM) if "یادآوری" in text]
    assert got == [(4, 16), (5, 15)]


async def test_a_canceled_lesson_and_a_canceled_course_reach_everybody(term: Term) -> None:
    await term.engine.staff(NARGES, Role.COORDINATOR)
    for who in (MARYAM, HOSSEIN, REZA):
        await term.comes(who)
        await term.told(who)
    await term.says(NARGES, "/courses")
    await term.presses(NARGES, "ct", "dropped", await term.lesson())
    await term.tick()
    for who in (MARYAM, HOSSEIN, REZA):
        assert has(await term.told(who), "برگزار نمی‌شود")
    await term.presses(NARGES, "ct", "stopped", term.number)
    await term.tick()
    for who in (MARYAM, HOSSEIN, REZA):
        told = await term.told(who)
        assert has(told, "متأسفیم")
        assert len(told) == 1
    await term.until(11, 0)
    assert await term.told(MARYAM) == []


async def test_only_those_who_may_change_a_course(term: Term) -> None:
    await term.engine.staff(NARGES, Role.COUNSELOR)
    await term.comes(MARYAM)
    await term.told(MARYAM)
    number = await term.lesson()
    for who in (NARGES, MARYAM):
        for press in (("stopped", term.number), ("dropped", number), ("publish", term.number)):
            await term.presses(who, "ct", *press)
    await term.says(NARGES, "/courses")
    assert has(await term.told(NARGES), "دوره‌ای با شما نیست")
    assert await term.told(MARYAM) == []
    rows = await term.engine.tools.database.read("SELECT state FROM cohorts")
    assert [row["state"] for row in rows] == ["published"]


async def test_the_seat_of_the_erased_goes_to_who_waits(term: Term) -> None:
    for who in (MARYAM, HOSSEIN, REZA):
        await term.comes(who)
        await term.told(who)
    await term.presses(MARYAM, "d", "yes")
    assert has(await term.told(REZA), "یک جا برایتان باز شد")
    rows = await term.engine.tools.database.read(
        "SELECT person_id FROM participants WHERE person_id IS NOT NULL"
    )
    assert len(rows) == 2


async def test_a_reminder_waits_for_quiet_hours_to_end_or_is_left_out(middle: Engine) -> None:
    term = Term(middle)
    # At nine, so that the hour before lies in the morning and the day before, too.
    term.hands.set(0, 7)
    term.hour = 7
    await term.opens_course(count=1)
    await term.comes(MARYAM)
    await term.told(MARYAM)
    got = []
    for day in range(1, 4):
        for hour in range(24):
            await term.until(day, hour)
            got += [(day, hour) for text in await term.told(MARYAM) if "یادآوری" in text]
    # Seven o'clock is quiet on the day before; the hour before has no moment left.
    assert got == [(2, 8)]
