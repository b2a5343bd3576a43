"""A minor's case waits for a supervisor who answers for the minor's safety."""

import asyncio

import pytest

from bot.domain.case import Case, Outcome
from bot.domain.ids import PersonId
from bot.domain.people import Role
from bot.storage import cases, claims, leads, people
from bot.storage.database import Database
from bot.storage.work import Work
from tests.storage.conftest import MARYAM, NARGES, OMID, Working, hire, meet, opened, request

REZA, SHIRIN = 2003, 2004


async def minors(work: Work, account: int = MARYAM) -> Case:
    case = await cases.open_case(work, meet(work, account), request(minor=True))
    assert case is not None
    return case


async def test_a_counselor_gets_a_minors_case_only_after_a_supervisor_leads(
    working: Working,
) -> None:
    async with working() as work:
        narges, reza = await hire(work, NARGES), await hire(work, REZA, Role.SUPERVISOR)
        case = await minors(work)
        assert await claims.next_waiting(work, narges) is None
        assert not await claims.claim(work, case.id, narges)
        assert not await leads.take(work, case.id, narges)
        assert await leads.take(work, case.id, reza)
        found = await claims.next_waiting(work, narges)
        assert found is not None
        assert (found.id, found.minor, found.lead_id) == (case.id, True, reza)
        assert await claims.claim(work, case.id, narges)


async def test_a_supervisor_who_claims_leads(working: Working) -> None:
    async with working() as work:
        reza, shirin = [await hire(work, n, Role.SUPERVISOR) for n in (REZA, SHIRIN)]
        case, led = await minors(work), await minors(work, 1005)
        assert await leads.take(work, led.id, shirin)
        assert await claims.claim(work, case.id, reza)
        assert await claims.claim(work, led.id, reza)
        after = [await cases.get(work, one.id) for one in (case, led)]
    assert [one.lead_id for one in after if one] == [reza, shirin]


async def test_where_there_is_no_supervisor_anybody_may_have_it(working: Working) -> None:
    async with working() as work:
        narges, reza = await hire(work, NARGES), await hire(work, REZA, Role.SUPERVISOR)
        await people.dismiss(work, reza)
        case = await minors(work)
        assert await claims.next_waiting(work, narges) == case
        assert await claims.claim(work, case.id, narges)
        after = await cases.get(work, case.id)
    assert after is not None
    assert after.lead_id is None


async def test_a_lead_who_has_left_leads_no_more(working: Working) -> None:
    async with working() as work:
        narges = await hire(work, NARGES)
        reza, shirin = [await hire(work, n, Role.SUPERVISOR) for n in (REZA, SHIRIN)]
        case = await minors(work)
        assert await leads.take(work, case.id, reza)
        await people.dismiss(work, reza)
        assert await leads.led_by(work, reza) == [case.id]
        assert not await claims.claim(work, case.id, narges)
        assert await leads.take(work, case.id, shirin)
        assert await leads.led_by(work, reza) == []
        assert await claims.claim(work, case.id, narges)


async def test_nobody_leads_in_a_case_that_is_no_minors_or_closed_or_their_own(
    working: Working,
) -> None:
    async with working() as work:
        reza = await hire(work, REZA, Role.SUPERVISOR)
        adult, closed = await opened(work, meet(work, MARYAM)), await minors(work, 1005)
        assert await claims.claim(work, closed.id, reza)
        assert await cases.close(work, closed.id, reza, Outcome.HELPED)
        own = await cases.open_case(work, reza, request(minor=True))
        assert own is not None
        for case in (adult, closed, own):
            assert not await leads.take(work, case.id, reza)
        assert not await claims.claim(work, own.id, reza)


async def test_one_of_many_supervisors_leads(database: Database, working: Working) -> None:
    async with working() as work:
        supervisors = [await hire(work, 3000 + n, Role.SUPERVISOR) for n in range(6)]
        case = await minors(work)

    async def press(who: PersonId) -> bool:
        async with working() as work:
            return await leads.take(work, case.id, who)

    won = await asyncio.gather(*map(press, supervisors * 2))
    assert won.count(True) == 1
    (row,) = await database.read("SELECT lead_id FROM cases")
    assert row["lead_id"] == (supervisors * 2)[won.index(True)]


@pytest.mark.parametrize("seed", range(4))
async def test_nobody_slips_in_before_the_lead(
    database: Database, working: Working, seed: int
) -> None:
    """Counselors press while a supervisor takes the lead: whoever won did so after it."""
    async with working() as work:
        reza = await hire(work, REZA, Role.SUPERVISOR)
        counselors = [await hire(work, n) for n in (NARGES, OMID)]
        case = await minors(work)

    async def claim(who: PersonId) -> PersonId | None:
        async with working() as work:
            won = await claims.claim(work, case.id, who)
            found = await cases.get(work, case.id)
            assert found is not None
            assert not won or found.lead_id == reza
            return who if won else None

    async def lead() -> None:
        async with working() as work:
            await leads.take(work, case.id, reza)

    hands = [claim(who) for who in counselors * 3]
    await asyncio.gather(*hands[:seed], lead(), *hands[seed:])
    (row,) = await database.read("SELECT lead_id, counselor_id FROM cases")
    assert row["lead_id"] == reza
    assert row["counselor_id"] in (None, *counselors)
