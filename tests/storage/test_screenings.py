"""Questionnaires answered again: kept sealed beside the case, offered once in two weeks."""

import asyncio

from bot.domain.screeners import BETWEEN, K6, WHO5, of_total
from bot.storage import screenings
from bot.storage.database import Database
from bot.storage.screenings import Taken
from tests.storage.conftest import MARYAM, NARGES, NOON, Working, claimed, hire, meet


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
