"""What a series waits for, how long, and what it never does while it waits."""

import pytest

from bot.domain.contact import ContactRules, Writing
from bot.domain.people import Platform, Role
from bot.storage import bulk, contact, outbox, people
from bot.storage.outbox import Letter
from tests.faults.engine import Engine
from tests.handlers.drips import MARYAM, NARGES, Days


@pytest.fixture
def days(middle: Engine) -> Days:
    return Days(middle)


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
        await bulk.wake_up(work, Platform.TELEGRAM)
    assert await days.engine.count("outbox", "kind = 'series' AND state = 'unknown'") == 1
