"""Series as families live through them: chosen, a part a day, around all that stands in the way."""

import pytest

from bot.domain.automatic import QuietHours
from bot.domain.contact import ContactRules, Writing
from bot.domain.people import Role
from bot.storage import contact, outbox, people
from bot.storage.outbox import Letter
from tests.faults.engine import Engine
from tests.handlers.drips import HOSSEIN, MARYAM, NARGES, Days


@pytest.fixture
def days(middle: Engine) -> Days:
    return Days(middle)


async def test_a_chosen_series_brings_a_part_a_day_and_ends(days: Days) -> None:
    await days.takes(MARYAM)
    assert "امروز" in (await days.told(MARYAM))[-1]
    got = []
    for day in range(9):
        await days.until(day, 17)
        assert await days.parts(MARYAM) == []
        await days.until(day, 18)
        got.append(await days.parts(MARYAM))
    assert got == [[1], [2], [3], [4], [5], [6], [7], [], []]
    rows = await days.engine.tools.database.read("SELECT state FROM series_runs")
    assert [row["state"] for row in rows] == ["done"]


async def test_its_files_and_its_quiz_come_with_it(days: Days) -> None:
    run = await days.takes(MARYAM)
    await days.until(3, 18)
    told = await days.told(MARYAM)
    assert any("سه نفس" in text for text in told)
    assert "[voice]" in told
    assert any("کدام‌یک امروز شدنی است؟" in text for text in told)
    await days.presses(MARYAM, "ser", "quiz", run, "4", "1")
    (answer,) = await days.told(MARYAM)
    assert "حل همهٔ مشکل‌ها" in answer
    assert "قدم کوچک ماندنی‌تر است." in answer


async def test_who_comes_after_its_hour_begins_tomorrow_or_takes_a_part_now(days: Days) -> None:
    await days.says(MARYAM, "/series")
    await days.until(0, 20)
    run = await days.takes(MARYAM)
    await days.told(MARYAM)
    await days.presses(MARYAM, "ser", "now", run)
    assert await days.parts(MARYAM) == [1]
    await days.until(0, 23)
    assert await days.parts(MARYAM) == []
    await days.until(1, 18)
    assert await days.parts(MARYAM) == [2]


async def test_nothing_comes_in_quiet_hours_or_on_holidays(middle: Engine) -> None:
    days = Days(middle, 2, 3)
    await days.takes(MARYAM)
    async with days.engine.tools.database.transaction() as tx:
        work = days.engine.tools.desk(tx).work
        await contact.keep_quiet(work, await days.person(MARYAM), QuietHours(17 * 60, 20 * 60))
    got = []
    for day in range(6):
        for hour in range(24):
            await days.until(day, hour)
            got += [(day, hour, part) for part in await days.parts(MARYAM)]
    assert got == [(0, 20, 1), (1, 20, 2), (4, 20, 3), (5, 20, 4)]


async def test_a_series_waits_for_the_end_of_a_case_and_comes_back_the_day_after(
    days: Days,
) -> None:
    narges = await days.engine.staff(NARGES, Role.COUNSELOR)
    await days.takes(MARYAM)
    await days.until(1, 18)
    assert await days.parts(MARYAM) == [1, 2]
    case = await days.opens(MARYAM)
    await days.claims(case, narges)
    await days.until(6, 10)
    assert await days.parts(MARYAM) == []
    assert (await days.run_of(MARYAM)).state == "paused"
    await days.closes(case, narges)
    await days.until(6, 23)
    assert await days.parts(MARYAM) == []
    await days.until(7, 18)
    assert await days.parts(MARYAM) == [3]
    await days.until(8, 18)
    assert await days.parts(MARYAM) == [4]
    assert await days.states() == {}


async def test_tomorrow_please_brings_the_same_part_again(days: Days) -> None:
    run = await days.takes(MARYAM)
    await days.until(0, 19)
    assert await days.parts(MARYAM) == [1]
    await days.presses(MARYAM, "ser", "later", run, "1")
    await days.presses(MARYAM, "ser", "later", run, "1")
    await days.until(1, 19)
    assert await days.parts(MARYAM) == [1]
    await days.until(2, 19)
    assert await days.parts(MARYAM) == [2]
    # Only the newest can come again.
    await days.presses(MARYAM, "ser", "later", run, "1")
    await days.until(3, 19)
    assert await days.parts(MARYAM) == [3]


async def test_the_last_part_can_come_again_too(days: Days) -> None:
    run = await days.takes(MARYAM)
    await days.until(6, 19)
    await days.parts(MARYAM)
    await days.presses(MARYAM, "ser", "later", run, "7")
    await days.until(8, 19)
    assert await days.parts(MARYAM) == [7]


async def test_who_stops_gets_no_more_and_may_refuse_the_topic(days: Days) -> None:
    run = await days.takes(MARYAM)
    await days.until(0, 19)
    await days.presses(MARYAM, "ser", "stop", run)
    await days.until(2, 19)
    assert await days.parts(MARYAM) == [1]
    await days.presses(MARYAM, "ser", "off", "grief")
    await days.engine.staff(NARGES, Role.COUNSELOR)
    assert await days.engine.count("opt_outs") == 1
    # Courses and broadcasts are another matter; and who takes it again wants it again.
    await days.takes(MARYAM)
    assert await days.engine.count("opt_outs") == 0
    await days.until(3, 19)
    assert await days.parts(MARYAM) == [1]


async def test_refusing_a_topic_ends_every_series_about_it(days: Days) -> None:
    await days.takes(MARYAM)
    await days.presses(MARYAM, "ser", "off", "stress")
    await days.until(3, 19)
    assert await days.parts(MARYAM) == []
    assert await days.engine.count("due", "state = 'waiting'") == 0


async def test_parts_are_kept_and_shown_again(days: Days) -> None:
    run = await days.takes(MARYAM)
    await days.until(1, 19)
    for part in ("1", "2"):
        await days.presses(MARYAM, "ser", "keep", run, part)
    await days.presses(MARYAM, "ser", "good", run, "1")
    await days.presses(MARYAM, "ser", "bad", run, "1")
    await days.told(MARYAM)
    await days.says(MARYAM, "/saved")
    assert len(await days.told(MARYAM)) == 1
    await days.presses(MARYAM, "ser", "show", run, "2")
    assert await days.parts(MARYAM) == [2]
    await days.presses(MARYAM, "ser", "drop", run, "2")
    rows = await days.engine.tools.database.read(
        "SELECT part, useful, saved_at FROM series_sent ORDER BY part"
    )
    assert [(row["part"], row["useful"], row["saved_at"] is None) for row in rows] == [
        (1, 0, False), (2, None, True),
    ]  # fmt: skip


async def test_nobody_else_presses_somebodys_buttons(days: Days) -> None:
    run = await days.takes(MARYAM)
    await days.until(0, 19)
    await days.says(HOSSEIN, "/series")
    before = await days.engine.snapshot("series_runs", "series_sent", "opt_outs", "due")
    await days.told(HOSSEIN)
    for press in (
        ("stop", run), ("now", run), ("yes", run), ("no", run), ("good", run, "1"),
        ("keep", run, "1"), ("later", run, "1"), ("show", run, "1"), ("quiz", run, "1", "0"),
    ):  # fmt: skip
        await days.presses(HOSSEIN, "ser", *press)
    assert await days.engine.snapshot("series_runs", "series_sent", "opt_outs", "due") == before
    assert await days.told(HOSSEIN) == []
    # Nor does their owner reach what was not sent yet, or is not there.
    for press in (
        ("show", run, "2"), ("keep", run, "7"), ("good", run, "0"), ("show", run, "99"),
        ("show", run, "x"), ("see", "nowhere"), ("off", "nothing"), ("set", "calm", run),
        ("case", run), ("quiz", run, "1", "0"),
    ):  # fmt: skip
        await days.presses(MARYAM, "ser", *press)
    assert await days.engine.snapshot("series_runs", "series_sent", "opt_outs", "due") == before


async def test_who_wants_no_first_message_takes_each_part_themselves(days: Days) -> None:
    await days.says(MARYAM, "/series")
    await days.rules(MARYAM, ContactRules(Writing.WAIT))
    run = await days.takes(MARYAM)
    await days.until(3, 19)
    assert await days.parts(MARYAM) == []
    for part in (1, 2):
        await days.presses(MARYAM, "ser", "now", run)
        assert await days.parts(MARYAM) == [part]
    assert await days.engine.count("due") == 0


async def test_who_asks_for_no_first_message_later_gets_none_and_it_is_counted(
    days: Days,
) -> None:
    run = await days.takes(MARYAM)
    await days.until(0, 19)
    await days.rules(MARYAM, ContactRules(Writing.WAIT))
    await days.until(4, 19)
    assert await days.parts(MARYAM) == [1]
    assert await days.states() == {"not to be written to": 1}
    await days.presses(MARYAM, "ser", "now", run)
    assert await days.parts(MARYAM) == [2]


async def test_after_quick_exit_nothing_comes_and_no_crowd_after_coming_back(days: Days) -> None:
    await days.takes(MARYAM)
    await days.until(0, 19)
    assert await days.parts(MARYAM) == [1]
    await days.engine.delivers()
    await days.leaves(MARYAM)
    await days.until(5, 10)
    assert await days.parts(MARYAM) == []
    assert await days.engine.count("held") == 0
    async with days.engine.tools.database.transaction() as tx:
        work = days.engine.tools.desk(tx).work
        assert await contact.come_back(work, await days.person(MARYAM)) == 0
    await days.until(5, 19)
    assert await days.parts(MARYAM) == [2]
    await days.until(6, 19)
    assert await days.parts(MARYAM) == [3]


async def test_who_blocked_us_is_waited_for_a_month(days: Days) -> None:
    await days.takes(MARYAM)
    await days.until(0, 19)
    await days.parts(MARYAM)
    async with days.engine.tools.database.transaction() as tx:
        work = days.engine.tools.desk(tx).work
        assert await people.unreachable(work, await days.person(MARYAM))
    await days.until(35, 19)
    assert await days.parts(MARYAM) == []
    assert await days.states() == {"unreachable": 1}
    rows = await days.engine.tools.database.read("SELECT state FROM series_runs")
    assert [row["state"] for row in rows] == ["stopped"]


async def test_after_an_outage_a_chosen_series_goes_on_with_one_part_a_day(days: Days) -> None:
    await days.takes(MARYAM)
    await days.until(0, 19)
    await days.until(3, 22, ticks=False)
    await days.until(4, 7)
    assert await days.parts(MARYAM) == [1]
    await days.until(4, 8)
    assert await days.parts(MARYAM) == [2]
    await days.until(5, 18)
    assert await days.parts(MARYAM) == [3]
    assert await days.states() == {}


async def test_somebody_in_the_middle_of_questions_is_not_interrupted(days: Days) -> None:
    await days.says(MARYAM, "سلام")
    await days.says(MARYAM, "/cancel")
    await days.takes(MARYAM)
    await days.until(0, 17)
    days.hands.set(0, 17, 50)
    await days.says(MARYAM, "/start")
    await days.presses(MARYAM, "m", "start")
    await days.told(MARYAM)
    days.hands.set(0, 18, 5)
    await days.tick()
    assert await days.parts(MARYAM) == []
    days.hands.set(0, 18, 40)
    await days.tick()
    assert await days.parts(MARYAM) == [1]


async def test_words_of_danger_after_a_part_go_the_safeguarding_way(days: Days) -> None:
    await days.engine.staff(NARGES, Role.COUNSELOR, on_call=True)
    await days.takes(MARYAM)
    await days.until(0, 18)
    await days.told(MARYAM)
    await days.says(MARYAM, "این‌ها فایده ندارد، می‌خواهم خودم را بکشم")
    said = await days.told(MARYAM)
    assert any("۱۲۳" in text for text in said)
    assert await days.engine.count("alerts", "category = 'suicide'") == 1
    await days.until(3, 19)
    assert await days.parts(MARYAM) == []


async def test_a_part_is_never_sent_twice_even_where_its_fate_is_unknown(days: Days) -> None:
    await days.takes(MARYAM)
    await days.until(0, 18)
    rows = await days.engine.tools.database.read(
        "SELECT * FROM outbox WHERE kind = 'series' AND state = 'waiting'"
    )
    letters: list[Letter] = [
        outbox.opened(days.engine.tools.sealer, {**row, "target": None}) for row in rows
    ]
    async with days.engine.tools.database.transaction() as tx:
        work = days.engine.tools.desk(tx).work
        for letter in letters:
            assert await outbox.take(work, letter.id) is not None
        await outbox.wake_up(work)
    assert await days.engine.count("outbox", "kind = 'series' AND state = 'unknown'") == 1
