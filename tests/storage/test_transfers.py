"""Cases that change hands: one winner at every turn."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from bot.domain.case import Case, Outcome, Status
from bot.domain.ids import CaseId, PersonId
from bot.domain.people import Role
from bot.domain.transfer import Declined, Transfer, TransferState
from bot.storage import cases, claims, leases, people, transfers
from bot.storage.database import Database
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
MINUTE = 60_000
NOTE = "مادر فردا دادگاه دارد"


async def fresh(work: Work, case_id: CaseId) -> Case:
    found = await cases.get(work, case_id)
    assert found is not None
    return found


async def state(work: Work, what: Transfer) -> TransferState:
    found = await transfers.get(work, what.id)
    assert found is not None
    return found.state


async def drafted(work: Work, to: PersonId | None = None) -> tuple[Transfer, Case]:
    """Narges has Maryam's case, and is writing a note about it."""
    narges = await hire(work, NARGES)
    case = await claimed(work, meet(work, MARYAM), narges)
    case = await fresh(work, case.id)
    what = await transfers.draft(work, case, to, narges)
    assert what is not None
    return what, case


async def offered(work: Work) -> tuple[Transfer, PersonId, PersonId]:
    """Narges offers Maryam's case to Omid."""
    omid = await hire(work, OMID)
    what, case = await drafted(work, omid)
    assert await transfers.offer(work, what, NOTE)
    found = await transfers.waiting(work, case.id)
    assert found is not None
    assert case.counselor_id is not None
    return found, case.counselor_id, omid


async def test_a_case_stays_with_its_owner_until_it_is_accepted(working: Working) -> None:
    async with working() as work:
        what, narges, omid = await offered(work)
        assert (await fresh(work, what.case_id)).counselor_id == narges
        assert what.note == NOTE
    async with working(NOON + MINUTE) as work:
        assert await transfers.accept(work, what)
        case = await fresh(work, what.case_id)
        assert (case.counselor_id, case.claimed_at) == (omid, NOON + MINUTE)
        assert await state(work, what) is TransferState.ACCEPTED
        assert not await transfers.accept(work, what)
        (noted,) = await transfers.noted(work, what.case_id, 3)
        assert noted.note == NOTE


async def test_a_note_is_sealed(database: Database, working: Working) -> None:
    async with working() as work:
        await offered(work)
    (row,) = await database.read("SELECT note FROM transfers")
    assert NOTE not in row["note"]


async def test_the_lease_begins_anew_with_the_receiver(working: Working) -> None:
    async with working() as work:
        what, _, _ = await offered(work)
        leases.replied(work, what.case_id)
    async with working(NOON + MINUTE) as work:
        assert await leases.unanswered(work, NOON + 9 * MINUTE) == []
        assert await transfers.accept(work, what)
        assert len(await leases.unanswered(work, NOON + 9 * MINUTE)) == 1


async def test_what_a_family_usually_waits_is_not_told_by_cases_that_were_handed_over(
    working: Working,
) -> None:
    async with working() as work:
        what, narges, _ = await offered(work)
        for n in range(5):
            await claimed(work, meet(work, 5100 + n), narges)
    async with working(NOON + 90 * MINUTE) as work:
        assert await transfers.accept(work, what)
        assert await claims.usual_wait(work) == 0


async def test_a_case_has_one_offer_at_a_time(working: Working) -> None:
    async with working() as work:
        what, narges, omid = await offered(work)
        again = await transfers.draft(work, await fresh(work, what.case_id), omid, narges)
        assert again is not None
        assert not await transfers.offer(work, again, NOTE)
        assert await transfers.move(work, what, TransferState.ENDED)
        assert await transfers.offer(work, again, NOTE)


async def test_an_offer_of_an_earlier_claim_does_not_come_alive_again(working: Working) -> None:
    async with working() as work:
        what, narges, omid = await offered(work)
        assert await leases.expire(work, what.case_id)
    async with working(NOON + MINUTE) as work:
        assert await claims.claim(work, what.case_id, narges)
        assert not await transfers.accept(work, what)
        again = await transfers.draft(work, await fresh(work, what.case_id), omid, narges)
        assert again is not None
        assert await transfers.offer(work, again, NOTE)
        assert await state(work, what) is TransferState.ENDED


async def test_who_is_no_caseworker_or_is_the_family_is_given_nothing(working: Working) -> None:
    async with working() as work:
        admin = await hire(work, OMID, Role.ADMINISTRATOR)
        what, case = await drafted(work, admin)
        assert not await transfers.offer(work, what, NOTE)
        assert case.person_id is not None
        await people.appoint(work, case.person_id, Role.COUNSELOR, "م", on_call=False)
        own = await transfers.draft(work, case, case.person_id, what.by_id)
        assert own is not None
        assert await transfers.offer(work, own, NOTE)
        waits = await transfers.waiting(work, case.id)
        assert waits is not None
        assert not await transfers.accept(work, waits)


async def test_back_in_the_queue_a_case_keeps_its_place(working: Working) -> None:
    async with working() as work:
        what, case = await drafted(work)
    async with working(NOON + MINUTE) as work:
        later = await opened(work, meet(work, HOSSEIN))
        assert await transfers.to_queue(work, what, NOTE)
        assert [c.id for c in await claims.waiting(work, 9)] == [case.id, later.id]
        assert (await fresh(work, case.id)).opened_at == NOON
        assert not await transfers.to_queue(work, what, NOTE)


# Races, each decided by the database.


Deed = Callable[[Work], Awaitable[bool]]


async def race(working: Working, *deeds: Deed) -> list[bool]:
    async def one(deed: Deed) -> bool:
        async with working(NOON + MINUTE) as work:
            return await deed(work)

    return await asyncio.gather(*map(one, deeds))


@pytest.mark.parametrize("turn", range(4))
async def test_accepting_the_clock_closing_and_the_queue_have_one_winner(
    working: Working, turn: int
) -> None:
    async with working() as work:
        what, narges, omid = await offered(work)
        back = await transfers.draft(work, await fresh(work, what.case_id), None, narges)
        assert back is not None
    deeds: list[Deed] = [
        lambda work: transfers.accept(work, what),
        lambda work: transfers.move(work, what, TransferState.EXPIRED),
        lambda work: cases.close(work, what.case_id, narges, Outcome.HELPED),
        lambda work: transfers.to_queue(work, back, NOTE),
    ]
    won = await race(working, *deeds[turn:], *deeds[:turn])
    assert any(won)
    async with working() as work:
        case, after = await fresh(work, what.case_id), await state(work, what)
        assert (case.counselor_id == omid) is (after is TransferState.ACCEPTED)
        if case.counselor_id == omid:
            # Whoever accepted has it: nobody expired, closed or gave back what was theirs.
            assert case.status is Status.CLAIMED
            assert sum(won) == 1


async def test_of_two_who_accept_one_does(working: Working) -> None:
    async with working() as work:
        what, _, _ = await offered(work)
    won = await race(working, *[lambda work: transfers.accept(work, what) for _ in range(2)])
    assert sorted(won) == [False, True]


async def test_of_refusing_and_accepting_one_counts(working: Working) -> None:
    async with working() as work:
        what, narges, omid = await offered(work)
    accepted, refused = await race(
        working,
        lambda work: transfers.accept(work, what),
        lambda work: transfers.move(work, what, TransferState.REFUSED, Declined.FULL),
    )
    assert accepted is not refused
    async with working() as work:
        case = await fresh(work, what.case_id)
        assert case.counselor_id == (omid if accepted else narges)


async def test_of_two_offers_at_once_one_is_made(working: Working) -> None:
    async with working() as work:
        omid, reza = await hire(work, OMID), await hire(work, REZA, Role.SUPERVISOR)
        mine, case = await drafted(work, omid)
        other = await transfers.draft(work, case, reza, reza)
        assert other is not None
    one, two = mine, other
    won = await race(
        working,
        lambda work: transfers.offer(work, one, NOTE),
        lambda work: transfers.offer(work, two, NOTE),
    )
    assert sorted(won) == [False, True]


# A colleague asks.


async def test_a_colleague_asks_once_and_a_new_owner_is_asked_anew(working: Working) -> None:
    async with working() as work:
        omid, reza = await hire(work, OMID), await hire(work, REZA, Role.SUPERVISOR)
        what, case = await drafted(work, omid)
        assert await transfers.ask(work, case, reza)
        assert await transfers.ask(work, case, reza) is None
        assert await transfers.asked_by(work, case, reza)
        assert await transfers.offer(work, what, NOTE)
        waits = await transfers.waiting(work, case.id)
        assert waits is not None
        assert await transfers.accept(work, waits)
        assert await transfers.asked_by(work, await fresh(work, case.id), reza) is None
