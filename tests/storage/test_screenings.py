"""Questionnaires answered again: kept sealed beside the case, offered once in two weeks."""

import asyncio
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.domain.appointment import DAY
from bot.domain.case import Outcome
from bot.domain.contact import ContactRules, Writing
from bot.domain.ids import PersonId
from bot.domain.screeners import BETWEEN, K6, WHO5, of_total
from bot.handlers.family import again
from bot.handlers.tools import Tools
from bot.jobs import clock
from bot.storage import cases, claims, consents, contact, people, screenings
from bot.storage.database import Database
from bot.storage.ids import Ids
from bot.storage.screenings import Taken
from bot.storage.sealed import Sealer
from tests.shelf import shelf
from tests.storage.conftest import (
    MARYAM,
    NARGES,
    NOON,
    Working,
    claimed,
    hire,
    meet,
    opened,
    request,
)
from tests.storage.test_gate import At


async def test_scores_are_kept_in_their_order_and_sealed(
    database: Database, working: Working
) -> None:
    async with working() as work:
        case = await claimed(work, meet(work, MARYAM), await hire(work, NARGES))
        await screenings.add(work, case.id, of_total(K6, 17))
    async with working(NOON + BETWEEN) as work:
        await screenings.add(work, case.id, of_total(WHO5, 64))
        assert await screenings.of_case(work, case.id) == [
            Taken(of_total(K6, 17), NOON), Taken(of_total(WHO5, 64), NOON + BETWEEN),
        ]  # fmt: skip
    totals = [row["total"] for row in await database.read("SELECT total FROM screenings")]
    assert not {"17", "64"} & set(totals)


async def test_it_is_offered_once_in_two_weeks_also_by_two_at_once(working: Working) -> None:
    async with working() as work:
        case = await claimed(work, meet(work, MARYAM), await hire(work, NARGES))

    async def offer(at: int) -> bool:
        async with working(at) as work:
            return await screenings.offer(work, case.id, at - BETWEEN)

    for at in (NOON, NOON + BETWEEN):
        assert sorted(await asyncio.gather(offer(at), offer(at))) == [False, True]
        assert not await offer(at + BETWEEN - 1)


# After an early closing.

FIRST = int(datetime(2026, 9, 24, 12, 0, tzinfo=ZoneInfo("Asia/Tehran")).timestamp() * 1000)


class Closed:
    """Maryam answered the questions of well-being, and her case was closed the next day."""

    def __init__(self, database: Database, sealer: Sealer, ids: Ids) -> None:
        house = shelf().house("fa", {}, ("who5",))
        self.parts = (database, sealer, ids)
        self.house = house

    def tools(self, now: int) -> Tools:
        database, sealer, ids = self.parts
        return Tools(database, sealer, ids, At(now), self.house)

    async def begin(self, working: Working, *, allowed: bool, on_call: bool) -> None:
        async with working(FIRST) as work:
            narges, maryam = await hire(work, NARGES), meet(work, MARYAM)
            await people.put_on_call(work, narges, on=on_call)
            consents.record(work, maryam, "followup", 1, given=allowed)
            await contact.remember(work, maryam, ContactRules(Writing.ANY))
            asked = request(answers=dict.fromkeys(WHO5.items, "2"))
            case = await cases.open_case(work, maryam, asked)
            assert case is not None
            assert await claims.claim(work, case.id, narges)
        async with self.parts[0].transaction() as tx:
            desk = self.tools(FIRST + DAY).desk(tx)
            assert await cases.close(desk.work, case.id, narges, Outcome.HELPED)
            await again.plan(desk, case)

    async def offers(self, now: int) -> int:
        """How often it was offered by this moment."""
        await clock.do_due(self.tools(now))
        rows = await self.parts[0].read("SELECT 1 FROM outbox WHERE kind = 'notice'")
        return len(rows)


@pytest.fixture
def closed(database: Database, sealer: Sealer, ids: Ids) -> Closed:
    return Closed(database, sealer, ids)


async def test_who_allowed_it_is_asked_two_weeks_later_once(
    closed: Closed, working: Working
) -> None:
    await closed.begin(working, allowed=True, on_call=True)
    assert await closed.offers(FIRST + BETWEEN - 1) == 0
    assert await closed.offers(FIRST + BETWEEN) == 1
    assert await closed.offers(FIRST + 3 * BETWEEN) == 1


async def test_with_nobody_on_call_it_waits_for_a_day_on_which_somebody_is(
    closed: Closed, working: Working
) -> None:
    await closed.begin(working, allowed=True, on_call=False)
    assert await closed.offers(FIRST + BETWEEN) == 0
    async with working(FIRST + BETWEEN) as work:
        (narges,) = await people.staff(work)
        await people.put_on_call(work, narges.person_id, on=True)
    assert await closed.offers(FIRST + BETWEEN + DAY) == 1


async def test_who_did_not_allow_it_is_not_asked(closed: Closed, working: Working) -> None:
    await closed.begin(working, allowed=False, on_call=True)
    assert await closed.offers(FIRST + BETWEEN) == 0


async def test_who_has_come_back_with_a_new_request_is_not_asked(
    closed: Closed, working: Working
) -> None:
    await closed.begin(working, allowed=True, on_call=True)
    async with working(FIRST + 2 * DAY) as work:
        (row,) = await work.tx.fetch("SELECT person_id FROM cases")
        await opened(work, PersonId(row["person_id"]))
    assert await closed.offers(FIRST + BETWEEN) == 0
