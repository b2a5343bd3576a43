"""/reminders: all that comes by itself, moved or stopped in one place; and quiet hours."""

import re

import pytest

from bot.domain.appointment import DAY, Way
from bot.domain.automatic import QuietHours
from bot.domain.contact import ContactRules, Writing
from bot.domain.ids import short
from bot.domain.people import Role
from bot.handlers.family import again
from bot.storage import appointments, contact, due
from tests.faults.engine import Engine, buttons_of
from tests.handlers.drips import FIRST, HOSSEIN, MARYAM, NARGES, Days


@pytest.fixture
def days(middle: Engine) -> Days:
    return Days(middle)


async def page(days: Days) -> str:
    await days.told(MARYAM)
    await days.says(MARYAM, "/reminders")
    (text,) = await days.told(MARYAM)
    return re.sub("[\u2066-\u2069\u200f]", "", text)


async def buttons(days: Days) -> list[str]:
    rows = [row for row in await days.engine.owes() if row.chat_id == MARYAM]
    return [data.removeprefix("1.") for data in buttons_of([rows[-1].message])]


async def test_where_nothing_comes_the_quiet_hours_are_said(days: Days) -> None:
    await days.says(MARYAM, "/privacy")
    text = await page(days)
    assert "چیزی نیست که خودش بیاید" in text
    assert "از ۲۱:۰۰ تا ۰۸:۰۰" in text


async def test_every_kind_of_reminder_is_there_and_can_be_moved_or_stopped(days: Days) -> None:
    narges = await days.engine.staff(NARGES, Role.COUNSELOR)
    run = await days.takes(MARYAM)
    text = await page(days)
    assert "«آرام شدن»: امروز" in text
    assert f"rem.later.{run}" in await buttons(days)
    await days.presses(MARYAM, "rem", "later", run)
    assert "«آرام شدن»: فردا" in await page(days)
    await days.until(0, 20)
    assert await days.parts(MARYAM) == []
    await days.until(1, 19)
    assert await days.parts(MARYAM) == [1]

    case = await days.opens(MARYAM)
    await days.claims(case, narges)
    async with days.engine.tools.database.transaction() as tx:
        work = days.engine.tools.desk(tx).work
        meeting = await appointments.draft(work, case.id, narges, Way.CHAT)
        assert meeting is not None
        await appointments.add_time(work, meeting.id, work.now + 3 * DAY)
        await appointments.offer(work, meeting.id)
        await appointments.pick(work, meeting.id, work.now + 3 * DAY, narges)
    text = await page(days)
    assert "قرار: " in text
    assert "از روز بعد از پایان گفت‌وگویتان" in text
    found = await buttons(days)
    assert {f"pick.move.{short(meeting.id)}", f"pick.drop.{short(meeting.id)}"} <= set(found)
    assert f"ser.stop.{run}" in found
    await days.presses(MARYAM, "pick", "drop", short(meeting.id))
    await days.presses(MARYAM, "pick", "sure", short(meeting.id))
    await days.presses(MARYAM, "ser", "stop", run)
    assert "چیزی نیست" in await page(days)

    await days.closes(case, narges)
    async with days.engine.tools.database.transaction() as tx:
        work = days.engine.tools.desk(tx).work
        due.plan(work, again.LATER, case.id, work.now + 9 * DAY, "later", {"number": 1})
    assert "پرسیدن حالتان" in await page(days)
    await days.says(HOSSEIN, "/reminders")
    await days.presses(HOSSEIN, "rem", "drop", short(case.id))
    assert "پرسیدن حالتان" in await page(days)
    await days.presses(MARYAM, "rem", "drop", short(case.id))
    assert "چیزی نیست" in await page(days)


async def test_a_series_that_is_bound_to_a_day_has_its_date_and_cannot_be_moved(
    days: Days,
) -> None:
    run = await days.takes(MARYAM)
    async with days.engine.tools.database.transaction() as tx:
        await tx.execute("UPDATE series_runs SET anchor = ?", FIRST.toordinal())
    assert "«آرام شدن»: امروز" in await page(days)
    found = await buttons(days)
    assert f"ser.stop.{run}" in found
    assert f"rem.later.{run}" not in found


async def test_quiet_hours_of_ones_own_are_chosen_by_two_presses(days: Days) -> None:
    await days.says(MARYAM, "/reminders")
    await days.presses(MARYAM, "rem", "quiet")
    await days.presses(MARYAM, "rem", "from", "19")
    await days.presses(MARYAM, "rem", "until", "19", "9")
    assert "از ۱۹:۰۰ تا ۰۹:۰۰" in await page(days)
    async with days.engine.tools.database.transaction() as tx:
        standing = await contact.standing(days.engine.tools.desk(tx).work,
                                          await days.person(MARYAM))  # fmt: skip
    assert standing is not None
    assert standing.quiet == QuietHours(19 * 60, 9 * 60)
    for forged in (("until", "19", "19"), ("until", "x", "9"), ("from", "99"), ("until", "5", "9")):
        await days.presses(MARYAM, "rem", *forged)
    assert "از ۱۹:۰۰ تا ۰۹:۰۰" in await page(days)
    await days.presses(MARYAM, "rem", "usual")
    assert "از ۲۱:۰۰ تا ۰۸:۰۰" in await page(days)


async def test_nobody_moves_what_comes_to_somebody_else(days: Days) -> None:
    run = await days.takes(MARYAM)
    await days.says(HOSSEIN, "/reminders")
    before = await days.engine.snapshot("due", "series_runs")
    await days.presses(HOSSEIN, "rem", "later", run)
    await days.presses(HOSSEIN, "rem", "drop", run)
    assert await days.engine.snapshot("due", "series_runs") == before


async def test_the_page_of_somebody_with_series_by_hand_says_so(days: Days) -> None:
    await days.says(MARYAM, "/privacy")
    await days.rules(MARYAM, ContactRules(Writing.WAIT))
    await days.takes(MARYAM)
    assert "هر وقت خودتان برش دارید" in await page(days)
