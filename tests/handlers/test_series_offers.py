"""Who is offered a series: by topic, by a colleague, or by a day in their life."""

import pytest

from bot.domain.contact import ContactRules, Writing
from bot.domain.ids import short
from bot.domain.people import Platform, Role
from bot.domain.triage import Acuity
from bot.handlers.desk import Turn
from bot.handlers.incoming import ChatKind, Incoming, TextIn
from bot.handlers.series import series_offers
from bot.storage import alerts, people
from bot.storage.people import chat_key
from tests.faults.engine import Engine
from tests.handlers.drips import MARYAM, NARGES, REZA, Days

OFFER = "چند پیام کوتاه"


@pytest.fixture
def days(middle: Engine) -> Days:
    return Days(middle)


async def offered(
    days: Days, acuity: Acuity, *, alerted: bool = False, minor: bool = False
) -> bool:
    """Whether Maryam is offered something after an assessment that came to this."""
    await days.says(MARYAM, "/privacy")
    case = await days.opens(MARYAM, acuity, minor=minor)
    await days.told(MARYAM)
    tools = days.engine.tools
    async with tools.database.transaction() as tx:
        desk = tools.desk(tx)
        if alerted:
            await alerts.raise_alert(desk.work, await days.person(MARYAM), "suicide", "rule", "")
        key = chat_key(tools.sealer, Platform.TELEGRAM, MARYAM)
        known = (await people.known(desk.work, [key]))[key]
        incoming = Incoming(
            Platform.TELEGRAM, MARYAM, ChatKind.PRIVATE, MARYAM, "fa", 1, TextIn("بفرست")
        )
        await series_offers.by_topic(Turn(desk.work, desk.house, incoming, known), case)
    return any(OFFER in text for text in await days.told(MARYAM))


async def test_it_is_offered_by_topic_where_nothing_is_urgent(days: Days) -> None:
    assert await offered(days, Acuity.MEDIUM)
    # Looked at and taken while the talk is open, it begins after that.
    await days.presses(MARYAM, "ser", "see", "calm")
    await days.presses(MARYAM, "ser", "take", "calm")
    assert "بعد از پایان گفت‌وگویتان" in "".join(await days.told(MARYAM)).replace(
        "\u2068", ""
    ).replace("\u2069", "")
    await days.until(3, 19)
    assert await days.parts(MARYAM) == []


@pytest.mark.parametrize(
    ("acuity", "alerted", "minor"),
    [
        (Acuity.IMMEDIATE, False, False),
        (Acuity.HIGH, False, False),
        (Acuity.LOW, True, False),
        (Acuity.LOW, False, True),
    ],
)
async def test_nobody_in_danger_and_no_minor_is_offered_one(
    days: Days, acuity: Acuity, alerted: bool, minor: bool
) -> None:
    assert not await offered(days, acuity, alerted=alerted, minor=minor)


async def test_who_refused_the_topic_is_not_offered_it(days: Days) -> None:
    await days.says(MARYAM, "/series")
    await days.presses(MARYAM, "ser", "off", "grief")
    assert not await offered(days, Acuity.MEDIUM)


async def test_after_a_talk_it_is_offered_with_the_thanks(days: Days) -> None:
    narges = await days.engine.staff(NARGES, Role.COUNSELOR)
    await days.says(MARYAM, "/privacy")
    case = await days.opens(MARYAM)
    await days.claims(case, narges)
    await days.closes(case, narges)
    await days.told(MARYAM)
    session = await days.engine.tools.database.read("SELECT body FROM sessions")
    assert len(session) == 1
    await days.says(MARYAM, "رد شو")
    await days.says(MARYAM, "رد شو")
    assert any(OFFER in text for text in await days.told(MARYAM))


# Of a colleague.


async def test_a_counselor_proposes_and_the_family_decides(days: Days) -> None:
    narges = await days.engine.staff(NARGES, Role.COUNSELOR)
    await days.says(MARYAM, "/privacy")
    case = await days.opens(MARYAM)
    await days.claims(case, narges)
    await days.rules(MARYAM, ContactRules(Writing.ANY))
    await days.says(NARGES, f"/series {case.code}")
    assert "هنوز هیچ متخصصی بازبینی نکرده است" in (await days.told(NARGES))[-1]
    await days.told(MARYAM)
    await days.presses(NARGES, "ser", "set", "calm", short(case.id))
    (asked,) = await days.told(MARYAM)
    assert "مشاورتان فکر می‌کند" in asked
    rows = await days.engine.tools.database.read("SELECT id, state, set_by FROM series_runs")
    assert [(row["state"], row["set_by"]) for row in rows] == [("asked", narges)]
    run = short(rows[0]["id"])
    # Nothing comes of a question that nobody has answered.
    await days.closes(case, narges)
    await days.until(2, 19)
    assert await days.parts(MARYAM) == []
    await days.presses(MARYAM, "ser", "yes", run)
    await days.presses(MARYAM, "ser", "yes", run)
    await days.until(3, 19)
    assert await days.parts(MARYAM) == [1]


async def test_a_no_and_an_opt_out_end_the_matter(days: Days) -> None:
    narges = await days.engine.staff(NARGES, Role.COUNSELOR)
    await days.says(MARYAM, "/privacy")
    case = await days.opens(MARYAM)
    await days.claims(case, narges)
    await days.presses(NARGES, "ser", "set", "calm", short(case.id))
    (row,) = await days.engine.tools.database.read("SELECT id FROM series_runs")
    await days.presses(MARYAM, "ser", "no", short(row["id"]))
    await days.presses(MARYAM, "ser", "yes", short(row["id"]))
    await days.presses(MARYAM, "ser", "off", "stress")
    await days.told(MARYAM)
    await days.presses(NARGES, "ser", "set", "calm", short(case.id))
    assert await days.told(MARYAM) == []
    assert await days.engine.count("series_runs", "state <> 'stopped'") == 0


async def test_only_who_works_on_a_case_proposes_for_it(days: Days) -> None:
    narges = await days.engine.staff(NARGES, Role.COUNSELOR)
    await days.engine.staff(REZA, Role.COUNSELOR)
    await days.says(MARYAM, "/privacy")
    case = await days.opens(MARYAM)
    await days.claims(case, narges)
    await days.told(REZA)
    await days.says(REZA, f"/series {case.code}")
    await days.presses(REZA, "ser", "case", short(case.id))
    await days.presses(REZA, "ser", "set", "calm", short(case.id))
    assert await days.engine.count("series_runs") == 0
    assert await days.engine.count("audit", "allowed = 0") == 3


# A day in a life.


async def begins(days: Days, day: str) -> None:
    await days.says(MARYAM, "/series")
    await days.presses(MARYAM, "ser", "see", "wedding")
    await days.presses(MARYAM, "ser", "take", "wedding")
    await days.told(MARYAM)
    await days.says(MARYAM, day)


async def test_parts_come_before_and_after_the_day(days: Days) -> None:
    await begins(days, "۱۴۰۵/۷/۱۰")  # eleven days from now: 2026-10-02
    assert "شروع کردیم" in (await days.told(MARYAM))[-1]
    got = {}
    for day in range(20):
        await days.until(day, 18)
        for part in await days.parts(MARYAM):
            got[day] = part
    assert got == {4: 1, 10: 2, 14: 3}


async def test_who_joins_late_gets_what_is_still_to_come(days: Days) -> None:
    await begins(days, "۱۴۰۵/۶/۳۱")  # tomorrow is the wedding, and today its eve
    got = {}
    for day in range(7):
        await days.until(day, 18)
        for part in await days.parts(MARYAM):
            got[day] = part
    assert got == {0: 2, 4: 3}
    assert await days.states() == {}


async def test_a_day_long_past_can_be_taken_from_today(days: Days) -> None:
    await begins(days, "۱۴۰۵/۱/۱")
    assert "پشت سر" in (await days.told(MARYAM))[-1]
    await days.presses(MARYAM, "ser", "fresh", "wedding")
    got = {}
    for day in range(13):
        await days.until(day, 18)
        for part in await days.parts(MARYAM):
            got[day] = part
    assert got == {0: 1, 6: 2, 10: 3}


async def test_a_day_that_is_none_or_far_away_is_asked_for_again(days: Days) -> None:
    await begins(days, "فردا شاید")
    assert await days.engine.count("sessions") == 1
    await days.says(MARYAM, "۱۳۹۰/۱/۱")
    assert "خیلی دور" in "".join(await days.told(MARYAM))
    await days.says(MARYAM, "۱۴۰۵/۷/۱۰")
    assert await days.engine.count("sessions") == 0
    assert await days.engine.count("series_runs", "state = 'running'") == 1


async def test_a_part_that_missed_its_day_is_left_out_and_counted(days: Days) -> None:
    await begins(days, "۱۴۰۵/۷/۱۰")
    await days.until(4, 17)
    await days.until(9, 12, ticks=False)
    await days.until(14, 19)
    assert await days.parts(MARYAM) == [2, 3]
    assert await days.states() == {"late": 1}


async def test_a_part_that_is_a_little_late_still_comes_once(days: Days) -> None:
    await begins(days, "۱۴۰۵/۷/۱۰")
    await days.until(4, 17)
    await days.until(5, 12, ticks=False)
    await days.tick()
    assert await days.parts(MARYAM) == [1]
    await days.until(14, 19)
    assert await days.parts(MARYAM) == [2, 3]
    assert await days.states() == {}


async def test_a_case_at_the_wrong_time_leaves_a_part_out(days: Days) -> None:
    narges = await days.engine.staff(NARGES, Role.COUNSELOR)
    await begins(days, "۱۴۰۵/۷/۱۰")
    case = await days.opens(MARYAM)
    await days.claims(case, narges)
    await days.until(8, 12)
    await days.closes(case, narges)
    await days.until(14, 19)
    assert await days.parts(MARYAM) == [2, 3]
    assert await days.states() == {"open case": 1}


async def test_a_part_that_belongs_to_a_day_comes_again_only_while_it_helps(days: Days) -> None:
    await begins(days, "۱۴۰۵/۷/۱۰")
    await days.until(4, 18)
    run = short((await days.run_of(MARYAM)).id)
    assert await days.parts(MARYAM) == [1]
    await days.presses(MARYAM, "rem", "later", run)
    await days.presses(MARYAM, "ser", "later", run, "1")
    await days.until(5, 18)
    assert await days.parts(MARYAM) == [1]
    await days.until(6, 17)
    await days.presses(MARYAM, "ser", "later", run, "1")
    await days.until(14, 19)
    assert await days.parts(MARYAM) == [2, 3]
    assert await days.states() == {}
