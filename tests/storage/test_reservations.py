"""A family that comes back: for a while only its earlier counselor may claim the case."""

import pytest

from bot.domain.case import Case, Outcome
from bot.domain.ids import PersonId
from bot.domain.people import Role
from bot.domain.transfer import HoldKind
from bot.domain.triage import Acuity
from bot.storage import cases, claims, holds
from bot.storage.work import Work
from tests.storage.conftest import MARYAM, NARGES, NOON, OMID, Working, claimed, hire, meet, opened

MINUTE = 60_000
UNTIL = NOON + 10 * MINUTE


async def again(
    work: Work, outcome: Outcome = Outcome.HELPED, acuity: Acuity = Acuity.MEDIUM
) -> tuple[Case, PersonId, PersonId]:
    """Narges had Maryam's case, and Maryam comes back."""
    narges, omid, maryam = await hire(work, NARGES), await hire(work, OMID), meet(work, MARYAM)
    first = await claimed(work, maryam, narges)
    assert await cases.close(work, first.id, narges, outcome)
    return await opened(work, maryam, acuity), narges, omid


async def test_the_earlier_counselor_alone_may_claim_until_the_time_is_over(
    working: Working,
) -> None:
    async with working() as work:
        case, narges, omid = await again(work)
        assert await holds.earlier_counselor(work, case) == narges
        assert await holds.reserve(work, case.id, narges, UNTIL)
        assert await holds.reserved_for(work, case.id) == (narges, UNTIL)
        assert await claims.next_waiting(work, omid) is None
        assert not await claims.claim(work, case.id, omid)
        assert await claims.next_waiting(work, narges) is not None
    async with working(UNTIL) as work:
        assert await holds.reserved_for(work, case.id) is None
        assert await claims.claim(work, case.id, omid)


async def test_the_one_it_is_kept_for_claims_it(working: Working) -> None:
    async with working() as work:
        case, narges, _ = await again(work)
        assert await holds.reserve(work, case.id, narges, UNTIL)
        assert await claims.claim(work, case.id, narges)


async def test_a_reservation_ends_by_a_word(working: Working) -> None:
    async with working() as work:
        case, narges, omid = await again(work)
        assert await holds.reserve(work, case.id, narges, UNTIL)
        assert await holds.reservations(work, narges) == [case.id]
        assert await holds.unreserve(work, case.id) == narges
        assert await holds.unreserve(work, case.id) is None
        assert await claims.claim(work, case.id, omid)


@pytest.mark.parametrize("acuity", [Acuity.IMMEDIATE, Acuity.HIGH])
async def test_what_is_urgent_waits_for_nobody(working: Working, acuity: Acuity) -> None:
    async with working() as work:
        case, narges, _ = await again(work, acuity=acuity)
        assert not await holds.reserve(work, case.id, narges, UNTIL)


async def test_what_becomes_urgent_waits_no_longer(working: Working) -> None:
    async with working() as work:
        case, narges, omid = await again(work)
        assert await holds.reserve(work, case.id, narges, UNTIL)
        assert await cases.raise_acuity(work, case.id, Acuity.HIGH, "words_suicide")
        assert await holds.reserved_for(work, case.id) is None
        assert await claims.claim(work, case.id, omid)


async def test_what_is_held_by_hand_is_kept_for_nobody(working: Working) -> None:
    async with working() as work:
        reza = await hire(work, 2003, Role.SUPERVISOR)
        case, narges, _ = await again(work)
        assert await holds.begin(work, HoldKind.ALL, "", reza)
        assert not await holds.reserve(work, case.id, narges, UNTIL)


async def test_where_there_was_no_matter_nobody_is_offered_it_again(working: Working) -> None:
    async with working() as work:
        case, _, _ = await again(work, Outcome.NOT_COUNSELING)
        assert await holds.earlier_counselor(work, case) is None
