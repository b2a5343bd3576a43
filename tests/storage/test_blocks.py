"""Blocks hold until their end and once a person; reports are decided once; floods are counted."""

import asyncio

from bot.domain.blocking import DAY, BlockReason
from bot.domain.case import Change, Status
from bot.domain.ids import CaseId, PersonId, RelayId
from bot.domain.outgoing import Text
from bot.domain.people import Platform, Role
from bot.domain.triage import Acuity
from bot.storage import acuity, blocks, cases, claims, floods, people, relay, transfers
from bot.storage.relay import Origin
from bot.storage.work import Work
from tests.storage.conftest import (
    HOSSEIN,
    MARYAM,
    NARGES,
    NOON,
    OMID,
    Working,
    claimed,
    hire,
    meet,
    opened,
)

REZA = 2003
INSULTS = BlockReason.INSULTS


async def block_of(work: Work, account: int) -> object:
    key = people.chat_key(work.sealer, Platform.TELEGRAM, account)
    return (await people.known(work, [key]))[key].block


async def test_a_block_holds_until_its_end_even_when_the_clock_is_late(working: Working) -> None:
    async with working() as work:
        maryam, reza = meet(work, MARYAM), await hire(work, REZA, Role.SUPERVISOR)
        block = await blocks.put(work, maryam, INSULTS, reza, NOON + DAY)
        assert block is not None
        assert await blocks.put(work, maryam, INSULTS, reza, None) is None
        assert await block_of(work, MARYAM) == block.id
    async with working(at=NOON + DAY) as work:
        assert await block_of(work, MARYAM) is None
        assert await blocks.live(work, 9) == [block]
        assert await blocks.end(work, block.id, None) == block
        assert await blocks.end(work, block.id, reza) is None
        assert await blocks.put(work, maryam, INSULTS, reza, None) is not None
        assert await block_of(work, MARYAM) is not None


async def test_of_two_who_block_at_once_one_does(working: Working) -> None:
    async with working() as work:
        maryam = meet(work, MARYAM)
        reza, narges = await hire(work, REZA, Role.SUPERVISOR), await hire(work, NARGES)

    async def block(who: PersonId) -> bool:
        async with working() as work:
            return await blocks.put(work, maryam, INSULTS, who, None) is not None

    assert sorted(await asyncio.gather(block(reza), block(narges))) == [False, True]


async def test_colleagues_cannot_be_blocked(working: Working) -> None:
    async with working() as work:
        narges, reza = await hire(work, NARGES), await hire(work, REZA, Role.SUPERVISOR)
        assert await blocks.put(work, narges, INSULTS, reza, None) is None


async def test_a_blocked_person_hears_it_once_a_day(working: Working) -> None:
    async with working() as work:
        maryam, reza = meet(work, MARYAM), await hire(work, REZA, Role.SUPERVISOR)
        block = await blocks.put(work, maryam, INSULTS, reza, None)
        assert block is not None
        assert await blocks.tell(work, block.id, NOON - DAY)
        assert not await blocks.tell(work, block.id, NOON - DAY)
    async with working(at=NOON + DAY + 1) as work:
        assert await blocks.tell(work, block.id, NOON + 1)
        await blocks.end(work, block.id, reza)
        assert not await blocks.tell(work, block.id, NOON + 9 * DAY)


async def test_a_report_is_decided_once(working: Working) -> None:
    async with working() as work:
        narges, reza = await hire(work, NARGES), await hire(work, REZA, Role.SUPERVISOR)
        case = await claimed(work, meet(work, MARYAM), narges)
        assert await blocks.report(work, case.id, narges) is not None
        assert await blocks.report(work, case.id, narges) is None
        assert await blocks.decide(work, case.id, reza, "left") == narges
        assert await blocks.decide(work, case.id, reza, "left") is None
        assert await blocks.report(work, case.id, narges) is not None


async def test_nobody_closes_an_urgent_case_of_their_own_as_abuse(working: Working) -> None:
    async with working() as work:
        reza = await hire(work, REZA, Role.SUPERVISOR)
        case = await claimed(work, meet(work, MARYAM), reza)
        await work.tx.execute("UPDATE cases SET acuity = 1 WHERE id = ?", case.id)
        assert not await blocks.close_case(work, case, reza)
        await work.tx.execute("UPDATE cases SET acuity = 2 WHERE id = ?", case.id)
        assert await blocks.close_case(work, case, reza)
        assert not await blocks.close_case(work, case, reza)


async def test_what_was_ever_urgent_is_closed_as_abuse_by_another_supervisor_alone(
    working: Working,
) -> None:
    async with working() as work:
        narges, reza = await hire(work, NARGES), await hire(work, REZA, Role.SUPERVISOR)
        admin = await hire(work, OMID, Role.ADMINISTRATOR)
        case = await opened(work, meet(work, MARYAM), Acuity.HIGH)
        assert not await blocks.close_case(work, case, reza)  # nobody else has looked at it
        assert await claims.claim(work, case.id, narges)
        assert await acuity.change(work, case, narges, Acuity.LOW, Change.DANGER_PASSED)
        assert not await blocks.close_case(work, case, admin)
        assert await blocks.close_case(work, case, reza)


async def test_a_case_is_taken_over_from_the_one_who_had_it(working: Working) -> None:
    async with working() as work:
        narges, reza = await hire(work, NARGES), await hire(work, REZA, Role.SUPERVISOR)
        before = await claimed(work, meet(work, MARYAM), narges)
        case = await cases.get(work, before.id)
        assert case is not None
        assert await transfers.take_over(work, case, reza)
        assert not await transfers.take_over(work, case, reza)
        now = await cases.get(work, case.id)
        assert now is not None and (now.status, now.counselor_id) == (Status.CLAIMED, reza)
        waiting = await opened(work, meet(work, HOSSEIN))
        assert not await transfers.take_over(work, waiting, reza)


async def test_a_flood_goes_on_until_it_ends_and_keeps_its_order(working: Working) -> None:
    async with working() as work:
        maryam, narges = meet(work, MARYAM), await hire(work, NARGES)
        case = await claimed(work, maryam, narges)
        number, begins = await floods.join(work, case.id)
        assert begins
        assert await floods.join(work, case.id) == (number, False)
        kept = [await write(work, maryam, case.id, each) for each in (1, 2, 3)]
        for relay_id in reversed(kept):
            floods.put(work, number, relay_id)
        assert await floods.recent(work, case.id, NOON - 1) == 3
        assert await floods.recent(work, case.id, NOON) == 0
        assert await floods.of(work, number) == kept
        assert not await floods.earlier(work, case.id, number, NOON - 1)
        assert await floods.end(work, number) == case.id
        assert await floods.end(work, number) is None
        second, begins = await floods.join(work, case.id)
        assert begins and await floods.earlier(work, case.id, second, NOON - 1)


async def write(work: Work, who: PersonId, case_id: CaseId, number: int) -> RelayId:
    origin = Origin("family", who, "maryam", number)
    relayed = await relay.add(work, case_id, origin, Text("سلام"), "held")
    assert relayed is not None
    return relayed.id
