"""A claim is a lease: it ends where nobody answers."""

from bot.domain.case import Status
from bot.storage import cases, claims, leases
from tests.storage.conftest import MARYAM, NARGES, NOON, OMID, Working, claimed, hire, meet


async def test_a_claim_without_an_answer_is_noticed_reminded_once_and_given_back(
    working: Working,
) -> None:
    async with working() as work:
        case = await claimed(work, meet(work, MARYAM), await hire(work, NARGES))
        assert await leases.unanswered(work, NOON) == []
        assert [one.id for one in await leases.unanswered(work, NOON + 1)] == [case.id]
        assert await leases.remind(work, case.id)
        assert not await leases.remind(work, case.id)
        assert await leases.expire(work, case.id)
        assert not await leases.expire(work, case.id)
        after = await cases.get(work, case.id)
    assert after is not None
    assert (after.status, after.counselor_id) == (Status.WAITING, None)


async def test_who_has_answered_keeps_the_case(working: Working) -> None:
    async with working() as work:
        case = await claimed(work, meet(work, MARYAM), await hire(work, NARGES))
        leases.replied(work, case.id)
        assert await leases.unanswered(work, NOON + 1) == []
        assert not await leases.remind(work, case.id)
        assert not await leases.expire(work, case.id)


async def test_the_next_one_has_a_lease_of_their_own(working: Working) -> None:
    async with working() as work:
        case = await claimed(work, meet(work, MARYAM), await hire(work, NARGES))
        assert await leases.remind(work, case.id)
        assert await leases.expire(work, case.id)
        assert await claims.claim(work, case.id, await hire(work, OMID))
        assert await leases.remind(work, case.id)
