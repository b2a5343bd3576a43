"""News of courses: to everybody once, in parts, and to nobody who wants none or cannot hear."""

from dataclasses import replace

import pytest

from bot.domain.contact import ContactRules, Writing
from bot.domain.courses import HOUR, News
from bot.domain.outgoing import Attachment
from bot.domain.people import Role
from bot.handlers.courses import course_news
from bot.handlers.desk import Desk
from bot.jobs import clock
from bot.jobs.clock import DueHandler
from bot.storage import bookings, people
from bot.storage.due import Due
from tests.faults.engine import Engine
from tests.handlers.drips import HOSSEIN, MARYAM, NARGES, REZA
from tests.handlers.test_courses import Term, has
from tests.storage.conftest import meet

MANY = 130


@pytest.fixture
async def term(middle: Engine) -> Term:
    term = Term(middle)
    await term.opens_course(1)
    return term


async def waits(term: Term, who: int) -> None:
    await term.comes(who)
    assert has(await term.told(who), "در نوبت هستید")


async def passes_seat(term: Term) -> None:
    """The one with the seat gives it back."""
    await term.presses(MARYAM, "co", "gone", await term.booking_of(MARYAM))
    await term.told(MARYAM)


async def test_a_seat_is_not_held_for_who_cannot_be_told_or_wants_no_news(term: Term) -> None:
    for who in (MARYAM, HOSSEIN, REZA, 1005, 1006):
        await term.comes(who)
        await term.told(who)
    async with term.engine.tools.database.transaction() as tx:
        await people.unreachable(term.engine.tools.desk(tx).work, await term.person(HOSSEIN))
    await term.rules(REZA, ContactRules(Writing.WAIT))
    await term.presses(1005, "co", "off")
    assert has(await term.told(1005), "دیگر پیامی از دوره‌ها نمی‌آید")
    await term.until(1, 12)
    await passes_seat(term)
    assert has(await term.told(1006), "یک جا برایتان باز شد")
    rows = await term.engine.tools.database.read(
        "SELECT state, count(*) AS n FROM bookings GROUP BY state"
    )
    assert {row["state"]: row["n"] for row in rows} == {"left": 1, "expired": 3, "held": 1}
    assert await term.engine.count("audit", "action = 'seat_unheard'") == 3
    # Who comes back by themselves hears what happened.
    await term.says(REZA, "/courses")
    await term.tick()
    assert has(await term.told(REZA), "نوبتتان شد، ولی نمی‌شد خبرتان کنیم")


async def test_of_a_couple_the_one_who_can_be_told_is_asked_alone(middle: Engine) -> None:
    term = Term(middle)
    await term.opens_course(2)
    for who in (MARYAM, REZA):
        await term.comes(who)
    await term.comes(HOSSEIN, "couple")
    code = (await term.told(HOSSEIN))[-1].split("couple-")[1].split()[0]
    await term.says(1005, f"/join {code}")
    await term.presses(1005, "co", "join", code)
    await term.presses(HOSSEIN, "co", "vouch", await term.booking_of(HOSSEIN))
    await term.told(HOSSEIN)
    async with term.engine.tools.database.transaction() as tx:
        await people.unreachable(term.engine.tools.desk(tx).work, await term.person(1005))
    await passes_seat(term)
    assert await term.told(HOSSEIN) == []
    await term.presses(REZA, "co", "gone", await term.booking_of(REZA))
    assert has(await term.told(HOSSEIN), "به همراهتان نتوانستیم خبر بدهیم")
    await term.presses(HOSSEIN, "co", "yes", await term.booking_of(HOSSEIN))
    assert has(await term.told(HOSSEIN), "نام‌نویسی‌تان انجام شد")
    (row,) = await term.engine.tools.database.read("SELECT taken FROM cohorts")
    assert row["taken"] == 1


async def test_at_night_a_seat_is_held_until_somebody_could_have_answered(term: Term) -> None:
    for who in (MARYAM, HOSSEIN, REZA):
        await term.comes(who)
        await term.told(who)
    # Of thirteen hours until the lesson half would end before anybody is awake.
    await term.until(2, 23)
    async with term.engine.tools.database.transaction() as tx:
        desk = term.engine.tools.desk(tx)
        await bookings.leave_all(desk.work, await term.person(MARYAM))
    rows = await term.engine.tools.database.read(
        "SELECT held_until FROM bookings WHERE state = 'held'"
    )
    assert rows[0]["held_until"] - term.hands.now() == 6.5 * HOUR


async def test_who_still_waits_when_a_course_begins_hears_it_once(term: Term) -> None:
    await term.comes(MARYAM)
    await waits(term, HOSSEIN)
    await term.until(3, 11)
    assert [text for text in await term.told(HOSSEIN) if "فهرست انتظارش بسته شد" in text] != []
    await term.until(3, 15)
    assert await term.told(HOSSEIN) == []
    await term.says(HOSSEIN, "/courses")
    await term.presses(HOSSEIN, "co", "cohort", term.number)
    assert has(await term.told(HOSSEIN), "این دوره شروع شده است")


async def test_news_of_courses_stop_and_come_again_apart_from_everything_else(term: Term) -> None:
    await term.comes(MARYAM)
    await term.says(MARYAM, "/reminders")
    await term.presses(MARYAM, "co", "off")
    await term.says(MARYAM, "/reminders")
    assert has(await term.told(MARYAM), "خواسته‌اید پیام دوره‌ها نیاید.")
    rows = await term.engine.tools.database.read("SELECT stream FROM opt_outs")
    assert [row["stream"] for row in rows] == ["courses"]
    await term.until(2, 13)
    assert await term.told(MARYAM) == []
    await term.presses(MARYAM, "co", "on")
    await term.told(MARYAM)
    await term.until(3, 12)
    assert has(await term.told(MARYAM), "جلسهٔ ۱ از ۲")


# Calendars.


async def test_what_changes_reaches_the_calendars_of_those_who_took_the_file(
    middle: Engine,
) -> None:
    house = replace(middle.tools.house, organizer="courses@example.org")
    middle.tools = replace(middle.tools, house=house)
    term = Term(middle)
    await term.opens_course(3)
    await middle.staff(NARGES, Role.COORDINATOR)
    for who in (MARYAM, HOSSEIN):
        await term.comes(who)
    await term.presses(MARYAM, "les", "ics", term.number)
    second = await term.lesson(1)
    await term.presses(NARGES, "ct", "move", await term.lesson())
    await term.says(NARGES, "1405/7/4 16:00")
    await term.tick()
    await term.presses(NARGES, "ct", "dropped", second)
    await term.tick()
    await term.presses(NARGES, "ct", "stopped", term.number)
    await term.tick()
    files = [
        (row.chat_id, row.message.body)
        for row in await middle.owes()
        if isinstance(row.message, Attachment)
    ]
    assert [who for who, _ in files] == [MARYAM] * 4
    whole, moved, dropped, canceled = (body for _, body in files)
    assert whole.count("SEQUENCE:0") == 2
    assert "METHOD:PUBLISH" in moved
    assert ":mailto:courses@example.org" in moved
    assert "SUMMARY:گفت‌وگو، جلسهٔ ۱" in moved
    assert "SEQUENCE:1" in moved
    assert f"UID:lesson-{second}" in dropped
    for body in (dropped, canceled):
        assert "METHOD:CANCEL" in body
        assert "STATUS:CANCELLED" in body
    assert "SEQUENCE:2" in canceled


# Many.


async def crowded(term: Term) -> None:
    """More people than one transaction writes to, all enrolled."""
    await term.opens_course(MANY)
    async with term.engine.tools.database.transaction() as tx:
        work = term.engine.tools.desk(tx).work
        for number in range(MANY):
            assert await bookings.book(work, term.cohort, meet(work, 9000 + number)) is not None


async def heard(term: Term, part: str) -> dict[int, int]:
    """How often each of them was told this."""
    found: dict[int, int] = {}
    for row in await term.engine.owes():
        words = getattr(row.message, "text", "")
        if row.chat_id is not None and row.chat_id >= 9000 and part in words:
            found[row.chat_id] = found.get(row.chat_id, 0) + 1
    return found


def breaking(kind: str) -> dict[str, DueHandler]:
    """The handlers of the clock, of which one dies once in the middle of its second part."""
    broken: list[int] = []
    handler = clock.DUE[kind]

    async def dies(desk: Desk, what: Due) -> None:
        await handler.handle(desk, what)
        if what.body.get("after") and not broken:
            broken.append(what.id)
            raise RuntimeError("the process was killed here")

    return {**clock.DUE, kind: DueHandler(dies, handler.useful, handler.missed)}


async def test_a_message_to_a_whole_cohort_reaches_everybody_once_across_a_kill(
    middle: Engine,
) -> None:
    term = Term(middle)
    await crowded(term)
    await middle.staff(NARGES, Role.COORDINATOR)
    async with term.engine.tools.database.transaction() as tx:
        await people.unreachable(term.engine.tools.desk(tx).work, await term.person(9007))
    await term.presses(NARGES, "ct", "write", term.number)
    await term.says(NARGES, "کاغذ بیاورید.")
    await term.says(NARGES, "بفرست")
    assert has(await term.told(NARGES), "برای ۱۳۰ نفر می‌رود.")
    handlers = breaking(course_news.NEWS)
    await clock.do_due(term.engine.tools, handlers)
    assert len(await heard(term, "کاغذ بیاورید.")) == course_news.AT_ONCE - 1
    term.hands.set(0, 12, 1)
    await clock.do_due(term.engine.tools, handlers)
    told = await heard(term, "کاغذ بیاورید.")
    assert len(told) == MANY - 1
    assert set(told.values()) == {1}
    assert has(await term.told(NARGES), "به ۱ نفر نرسید: شرکت‌کنندهٔ ۸")


async def test_a_reminder_for_a_whole_cohort_comes_to_everybody_once_across_a_kill(
    middle: Engine,
) -> None:
    term = Term(middle)
    await crowded(term)
    handlers = breaking("lesson_day")
    for minute in (0, 1):
        term.hands.set(2, 12, minute)
        await clock.do_due(term.engine.tools, handlers)
    told = await heard(term, "یادآوری")
    assert len(told) == MANY
    assert set(told.values()) == {1}


async def test_who_wants_no_news_any_more_does_not_get_what_was_held_for_the_morning(
    term: Term,
) -> None:
    await term.comes(MARYAM)
    await term.until(0, 23)
    async with term.engine.tools.database.transaction() as tx:
        desk = term.engine.tools.desk(tx)
        await course_news.announce(desk, term.cohort, News.PLACE)
    await term.tick()
    await term.told(MARYAM)
    assert await term.engine.count("held", "kind = 'course'") == 1
    await term.presses(MARYAM, "co", "off")
    await term.told(MARYAM)
    await term.until(1, 12)
    assert await term.told(MARYAM) == []


async def test_who_cannot_be_reached_any_more_gets_nothing_that_was_held(term: Term) -> None:
    await term.comes(MARYAM)
    await term.told(MARYAM)
    await term.until(0, 23)
    async with term.engine.tools.database.transaction() as tx:
        desk = term.engine.tools.desk(tx)
        await course_news.announce(desk, term.cohort, News.PLACE)
    await term.tick()
    async with term.engine.tools.database.transaction() as tx:
        await people.unreachable(term.engine.tools.desk(tx).work, await term.person(MARYAM))
    await term.until(1, 12)
    assert await term.told(MARYAM) == []
