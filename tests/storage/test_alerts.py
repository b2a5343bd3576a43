"""Safeguarding alerts: raised once per disclosure, acknowledged by one named person."""

import asyncio

from bot.domain.ids import AlertId, PersonId
from bot.storage import alerts
from bot.storage.database import Database
from bot.storage.work import Work
from tests.storage.conftest import NOON, Working

MARYAM, NARGES, OMID = PersonId(1), PersonId(2), PersonId(3)


async def raised(work: Work) -> AlertId:
    return await alerts.raise_alert(work, MARYAM, "suicide", "rule-1", "دیگر نمی‌توانم")


async def test_an_alert_says_what_was_said_and_nobody_else_can_read_it(
    database: Database, working: Working
) -> None:
    async with working() as work:
        alert = await alerts.get(work, await raised(work))
    assert alert is not None
    assert (alert.person_id, alert.category, alert.said, alert.raised_at) == (
        MARYAM, "suicide", "دیگر نمی‌توانم", NOON,
    )  # fmt: skip
    assert "دیگر" not in repr([dict(row) for row in await database.read("SELECT * FROM alerts")])


async def test_further_words_belong_to_the_alert_that_is_open(working: Working) -> None:
    async with working() as work:
        number = await raised(work)
        assert await alerts.open_of(work, MARYAM, "suicide", NOON - 1) == number
        assert await alerts.open_of(work, MARYAM, "violence", NOON - 1) is None
        assert await alerts.open_of(work, OMID, "suicide", NOON - 1) is None
        assert await alerts.open_of(work, MARYAM, "suicide", NOON) is None
        assert await alerts.acknowledge(work, number, NARGES)
        assert await alerts.open_of(work, MARYAM, "suicide", NOON - 1) is None


async def test_one_person_acknowledges(working: Working) -> None:
    async with working() as work:
        number = await raised(work)

    async def press(who: PersonId) -> bool:
        async with working() as work:
            return await alerts.acknowledge(work, number, who)

    assert (await asyncio.gather(*map(press, [NARGES, OMID] * 4))).count(True) == 1


async def test_the_person_answers_for_themselves_and_once(working: Working) -> None:
    async with working() as work:
        number = await raised(work)
        assert not await alerts.answered(work, number, OMID, meant=True)
        assert await alerts.answered(work, number, MARYAM, meant=True)
        assert not await alerts.answered(work, number, MARYAM, meant=True)
        alert = await alerts.get(work, number)
    assert alert is not None
    assert (alert.confirmed, alert.mistaken) == (True, False)


async def test_a_mistake_is_noted_and_leaves_the_alert_open(working: Working) -> None:
    async with working() as work:
        number = await raised(work)
        assert await alerts.answered(work, number, MARYAM, meant=False)
        alert = await alerts.get(work, number)
        assert await alerts.open_count(work) == 1
    assert alert is not None
    assert (alert.mistaken, alert.acknowledged_by) == (True, None)


async def test_an_alert_that_does_not_exist_is_none(working: Working) -> None:
    async with working() as work:
        assert await alerts.get(work, AlertId(404)) is None
        assert not await alerts.acknowledge(work, AlertId(404), NARGES)
        assert await alerts.open_count(work) == 0
