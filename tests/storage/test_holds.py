"""What a supervisor holds: nobody claims it, and it is assigned by hand."""

import pytest

from bot.domain.case import Case, Status
from bot.domain.ids import CaseId
from bot.domain.people import Role
from bot.domain.transfer import Declined, HoldKind
from bot.domain.triage import Acuity
from bot.storage import cases, claims, holds, leases, people, transfers
from bot.storage.work import Work
from tests.storage.conftest import MARYAM, NARGES, NOON, Working, hire, meet, opened, request

REZA = 2003
MINUTE = 60_000


async def fresh(work: Work, case_id: CaseId) -> Case:
    found = await cases.get(work, case_id)
    assert found is not None
    return found


async def test_what_is_held_nobody_claims_until_the_hold_ends(working: Working) -> None:
    async with working() as work:
        narges, reza = await hire(work, NARGES), await hire(work, REZA, Role.SUPERVISOR)
        case = await opened(work, meet(work, MARYAM))
        hold = await holds.begin(work, HoldKind.TOPIC, "grief", reza)
        assert hold is not None
        assert await holds.begin(work, HoldKind.TOPIC, "grief", reza) is None
        assert await holds.is_held(work, case.id)
        assert [c.id for c in await holds.held(work, 9)] == [case.id]
        assert await holds.covered(work, hold.id, 9) == [case.id]
        for who in (narges, reza):
            assert await claims.next_waiting(work, who) is None
            assert not await claims.claim(work, case.id, who)
        assert await holds.end(work, hold.id, reza)
        assert await holds.end(work, hold.id, reza) is None
        assert await claims.next_waiting(work, narges) is not None
        assert await claims.claim(work, case.id, narges)


@pytest.mark.parametrize(
    ("kind", "value", "held"),
    [
        (HoldKind.ALL, "", True), (HoldKind.TOPIC, "money", False),
        (HoldKind.PROVINCE, "tehran", True), (HoldKind.PROVINCE, "gilan", False),
    ],
)  # fmt: skip
async def test_a_hold_covers_its_part_and_no_more(
    working: Working, kind: HoldKind, value: str, held: bool
) -> None:
    async with working() as work:
        narges, reza = await hire(work, NARGES), await hire(work, REZA, Role.SUPERVISOR)
        case = await cases.open_case(work, meet(work, MARYAM), request(province="tehran"))
        assert case is not None
        assert await holds.begin(work, kind, value, reza)
        assert await holds.held_count(work) == int(held)
        assert await claims.claim(work, case.id, narges) is not held


async def test_the_most_urgent_are_never_held(working: Working) -> None:
    async with working() as work:
        narges, reza = await hire(work, NARGES), await hire(work, REZA, Role.SUPERVISOR)
        assert await holds.begin(work, HoldKind.ALL, "", reza)
        case = await opened(work, meet(work, MARYAM), Acuity.IMMEDIATE)
        assert not await holds.is_held(work, case.id)
        assert await claims.claim(work, case.id, narges)


async def test_without_a_supervisor_nothing_stays_held(working: Working) -> None:
    async with working() as work:
        narges, reza = await hire(work, NARGES), await hire(work, REZA, Role.SUPERVISOR)
        assert await holds.begin(work, HoldKind.ALL, "", reza)
        case = await opened(work, meet(work, MARYAM))
        assert await people.dismiss(work, reza)
        assert await claims.claim(work, case.id, narges)


async def test_a_held_case_is_assigned_once_and_can_be_given_back(working: Working) -> None:
    async with working() as work:
        narges, reza = await hire(work, NARGES), await hire(work, REZA, Role.SUPERVISOR)
        assert await holds.begin(work, HoldKind.ALL, "", reza)
        case = await opened(work, meet(work, MARYAM))
        what = await transfers.assign(work, case, narges, reza)
        assert what is not None
        assert await transfers.assign(work, case, reza, reza) is None
        assert (await fresh(work, case.id)).counselor_id == narges
        assert await transfers.take_back(work, what, Declined.FULL)
        assert (await fresh(work, case.id)).status is Status.WAITING
        assert not await transfers.take_back(work, what, Declined.FULL)


async def test_after_the_first_answer_an_assigned_case_is_not_given_back(
    working: Working,
) -> None:
    async with working() as work:
        narges, reza = await hire(work, NARGES), await hire(work, REZA, Role.SUPERVISOR)
        case = await opened(work, meet(work, MARYAM))
        what = await transfers.assign(work, case, narges, reza)
        assert what is not None
        leases.replied(work, case.id)
    async with working(NOON + MINUTE) as work:
        assert not await transfers.take_back(work, what, Declined.FULL)
