"""Safeguarding alerts: raised once per disclosure, acknowledged by one named person."""

import asyncio

from bot.domain.ids import AlertId, PersonId
from bot.domain.outgoing import Text
from bot.domain.people import Platform
from bot.domain.safeguarding import AlertOutcome
from bot.storage import alerts, outbox
from bot.storage.alerts import Step
from bot.storage.database import Database
from bot.storage.outbox import About, Address
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


async def test_an_alert_climbs_each_rung_once_and_only_while_nobody_has_it(
    working: Working,
) -> None:
    async with working() as work:
        number = await raised(work)
        assert await alerts.climb(work, number, 1)
        assert not await alerts.climb(work, number, 1)
        assert await alerts.climb(work, number, 3)
        assert not await alerts.climb(work, number, 2)
        assert await alerts.acknowledge(work, number, NARGES)
        assert not await alerts.climb(work, number, 4)
        alert = await alerts.get(work, number)
    assert alert is not None
    assert (alert.rung, alert.acknowledged_at) == (3, NOON)


async def test_only_an_alert_that_somebody_has_gets_an_outcome_and_one(working: Working) -> None:
    async with working() as work:
        number = await raised(work)
        assert not await alerts.conclude(work, number, AlertOutcome.SAFE, NARGES)
        assert await alerts.acknowledge(work, number, NARGES)

    async def press(outcome: AlertOutcome) -> bool:
        async with working() as work:
            return await alerts.conclude(work, number, outcome, NARGES)

    assert (await asyncio.gather(*map(press, [*AlertOutcome] * 2))).count(True) == 1
    async with working() as work:
        alert = await alerts.get(work, number)
    assert alert is not None
    assert alert.outcome is not None
    assert alert.outcome_by == NARGES


async def test_words_beside_the_outcome_are_sealed_and_of_its_author(
    database: Database, working: Working
) -> None:
    async with working() as work:
        number = await raised(work)
        assert not await alerts.note(work, number, NARGES, "زود")
        await alerts.acknowledge(work, number, NARGES)
        await alerts.conclude(work, number, AlertOutcome.SAFE, NARGES)
        assert not await alerts.note(work, number, OMID, "از دیگری")
        assert await alerts.note(work, number, NARGES, "مادرش پیش اوست")
        assert not await alerts.note(work, number, NARGES, "دوباره")
    (row,) = await database.read("SELECT outcome_note FROM alerts")
    assert "مادر" not in row["outcome_note"]
    async with working() as work:
        assert work.open(row["outcome_note"], "alerts.outcome_note", number) == "مادرش پیش اوست"


async def test_what_is_unfinished_is_listed_first_what_nobody_has(working: Working) -> None:
    async with working(NOON) as work:
        had = await raised(work)
        ended = await raised(work)
        for number in (had, ended):
            await alerts.acknowledge(work, number, NARGES)
        await alerts.conclude(work, ended, AlertOutcome.MISTAKEN, NARGES)
    async with working(NOON + 1) as work:
        fresh = [await raised(work), await raised(work)]
        assert [alert.id for alert in await alerts.unfinished(work, 9)] == [*fresh, had]
        assert [alert.id for alert in await alerts.unfinished(work, 1)] == fresh[:1]
        assert await alerts.unfinished_count(work) == 3


async def test_every_step_is_stamped_in_order(working: Working) -> None:
    async with working() as work:
        number, other = await raised(work), await raised(work)
        assert await alerts.last_named(work) is None
        alerts.stamp(work, number, "raised")
        alerts.stamp(work, number, "next", NARGES)
        alerts.stamp(work, other, "next", OMID)
        alerts.stamp(work, number, "acknowledged", OMID)
        assert await alerts.steps(work, number) == [
            Step("raised", NOON, None),
            Step("next", NOON, NARGES),
            Step("acknowledged", NOON, OMID),
        ]
        assert await alerts.last_named(work) == OMID


async def test_a_reply_finds_the_question_it_answers(working: Working) -> None:
    async with working() as work:
        number = await raised(work)
        for kind, message_id in (("alert", 7), ("alert_news", 8)):
            to = Address(Platform.TELEGRAM, "narges", 1, NARGES)
            row = outbox.put(work, to, kind, Text("؟"), About(alert=number))
            await work.tx.execute("UPDATE outbox SET message_id = ? WHERE id = ?", message_id, row)
        assert await alerts.of_question(work, "narges", 8) == number
        assert await alerts.of_question(work, "narges", 7) is None
        assert await alerts.of_question(work, "omid", 8) is None
