"""Series as families live through them: chosen, a part a day, around all that stands in the way."""

import pytest

from bot.domain.automatic import QuietHours
from bot.domain.people import Role
from bot.storage import contact
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
