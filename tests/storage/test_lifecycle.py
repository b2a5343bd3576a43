"""The life of a case, as the one table says: every move from every stage, on both engines."""

import asyncio
from collections.abc import Awaitable, Callable
from itertools import product

import pytest

from bot.domain.case import Case, Change, Outcome
from bot.domain.ids import CaseId, ClosingId, PersonId
from bot.domain.lifecycle import MOVES, Move, Stage, stage
from bot.domain.people import Role
from bot.domain.triage import Acuity
from bot.storage import acuity, blocks, cases, claims, closings, erasure, joined, leases, people
from bot.storage.database import Database
from bot.storage.work import Work
from tests.storage.conftest import (
    MARYAM,
    NARGES,
    OMID,
    Working,
    hire,
    meet,
    opened,
)

REZA, SHIRIN = 2003, 2004


class Cast:
    """Maryam's case, Narges who has it, Reza who supervises."""

    def __init__(self, case: Case, maryam: PersonId, narges: PersonId, reza: PersonId) -> None:
        self.case, self.maryam, self.narges, self.reza = case, maryam, narges, reza
        self.closing = ClosingId(404)


async def cast(work: Work, level: Acuity = Acuity.MEDIUM) -> Cast:
    maryam, narges = meet(work, MARYAM), await hire(work, NARGES)
    reza = await hire(work, REZA, Role.SUPERVISOR)
    return Cast(await opened(work, maryam, level), maryam, narges, reza)


async def bring(work: Work, them: Cast, to: Stage) -> None:
    case = them.case.id
    if to is not Stage.WAITING:
        assert await claims.claim(work, case, them.narges)
    if to is Stage.CLOSING:
        asked = await closings.ask(work, case, them.narges, Outcome.HELPED)
        assert asked is not None
        them.closing = asked
    if to is Stage.CLOSED:
        assert await cases.close(work, case, them.narges, Outcome.HELPED)


async def _ask(work: Work, them: Cast) -> bool:
    return await closings.ask(work, them.case.id, them.narges, Outcome.HELPED) is not None


async def _release(work: Work, them: Cast) -> bool:
    return bool(await claims.release_all(work, them.narges))


async def _erase(work: Work, them: Cast) -> bool:
    before = await work.tx.row("SELECT status FROM cases WHERE id = ?", them.case.id)
    await erasure.erase(work, them.maryam)
    return before is not None and before["status"] != "closed"


MAKE: dict[Move, Callable[[Work, Cast], Awaitable[bool]]] = {
    Move.CLAIM: lambda work, them: claims.claim(work, them.case.id, them.narges),
    Move.RELEASE: _release,
    Move.CLOSE: lambda work, them: cases.close(work, them.case.id, them.narges, Outcome.HELPED),
    Move.ASK_CLOSING: _ask,
    Move.TAKE_BACK: lambda work, them: closings.take_back(work, them.closing, them.narges),
    Move.APPROVE: lambda work, them: closings.approve(work, them.closing, them.reza),
    Move.SEND_BACK: lambda work, them: closings.send_back(work, them.closing, them.reza),
    Move.WITHDRAW: lambda work, them: cases.withdraw(work, them.case.id, them.maryam),
    Move.REOPEN: lambda work, them: closings.reopen(work, them.case.id, them.narges),
    Move.ERASE: _erase,
    Move.MERGE: lambda work, them: joined.close(work, them.case),
    Move.CLOSE_ABUSE: lambda work, them: blocks.close_case(work, them.case, them.reza),
}


def test_every_move_and_every_stage_is_in_the_table() -> None:
    assert MOVES.keys() == set(Move) == MAKE.keys()
    assert {move.after for move in MOVES.values()} == set(Stage)


async def now(work: Work, case_id: CaseId) -> Case:
    found = await cases.get(work, case_id)
    assert found is not None
    return found


@pytest.mark.parametrize(("move", "start"), list(product(Move, Stage)))
async def test_a_move_is_made_from_where_the_table_allows_it_and_changes_nothing_elsewhere(
    working: Working, move: Move, start: Stage
) -> None:
    async with working() as work:
        them = await cast(work)
        await bring(work, them, start)
        before = await now(work, them.case.id)
        assert stage(before) is start
        allowed = start in MOVES[move].before
        assert await MAKE[move](work, them) is allowed
        after = await now(work, them.case.id)
    if allowed:
        assert stage(after) is MOVES[move].after
    elif move is not Move.ERASE:
        assert after == before


async def test_a_lease_runs_out_from_a_claim_only(working: Working) -> None:
    for start in Stage:
        async with working() as work:
            maryam = meet(work, 7000 + list(Stage).index(start))
            them = Cast(
                await opened(work, maryam), maryam, await hire(work, 8000 + int(maryam % 997)),
                PersonId(1),
            )  # fmt: skip
            await bring(work, them, start)
            expired = await leases.expire(work, them.case.id)
        # Whoever asked to close has looked at the case.
        assert expired is (start is Stage.CLAIMED)


# Closing what was ever urgent.


@pytest.mark.parametrize("level", Acuity)
async def test_only_what_was_never_urgent_is_closed_without_a_supervisor(
    working: Working, level: Acuity
) -> None:
    async with working() as work:
        them = await cast(work, level)
        await bring(work, them, Stage.CLAIMED)
        urgent = level in (Acuity.IMMEDIATE, Acuity.HIGH)
        assert await closings.is_supervised(work, them.case.id) is urgent
        closed = await cases.close(work, them.case.id, them.narges, Outcome.HELPED)
    assert closed is not urgent


async def test_the_highest_urgency_counts_also_when_it_was_lowered(working: Working) -> None:
    async with working() as work:
        them = await cast(work, Acuity.HIGH)
        await bring(work, them, Stage.CLAIMED)
        case = await now(work, them.case.id)
        assert await acuity.change(work, case, them.narges, Acuity.LOW, Change.MISHEARD)
        assert await closings.is_supervised(work, case.id)
        assert not await cases.close(work, case.id, them.narges, Outcome.HELPED)


async def test_an_approved_closing_closes_with_the_outcome_that_was_asked(
    working: Working,
) -> None:
    async with working() as work:
        them = await cast(work, Acuity.IMMEDIATE)
        await bring(work, them, Stage.CLAIMED)
        number = await closings.ask(work, them.case.id, them.narges, Outcome.NOT_COUNSELING, "joke")
        assert number is not None
        assert await closings.approve(work, number, them.reza)
        closing, after = await closings.get(work, number), await now(work, them.case.id)
        detail = await work.tx.row("SELECT outcome_detail FROM cases")
    assert after.outcome is Outcome.NOT_COUNSELING
    assert detail is not None
    assert detail["outcome_detail"] == "joke"
    assert closing is not None
    assert (closing.state, closing.decided_by) == ("approved", them.reza)


async def test_nobody_approves_their_own_and_no_counselor_approves(working: Working) -> None:
    async with working() as work:
        maryam, reza = meet(work, MARYAM), await hire(work, REZA, Role.SUPERVISOR)
        omid, gone = await hire(work, OMID), await hire(work, SHIRIN, Role.SUPERVISOR)
        await people.dismiss(work, gone)
        case = await opened(work, maryam, Acuity.HIGH)
        assert await claims.claim(work, case.id, reza)
        number = await closings.ask(work, case.id, reza, Outcome.HELPED)
        assert number is not None
        for who in (reza, omid, gone, maryam):
            assert not await closings.approve(work, number, who)
            assert not await closings.send_back(work, number, who)
        assert stage(await now(work, case.id)) is Stage.CLOSING


async def test_of_two_supervisors_who_press_at_once_the_first_counts(working: Working) -> None:
    async with working() as work:
        them = await cast(work, Acuity.HIGH)
        shirin = await hire(work, SHIRIN, Role.SUPERVISOR)
        await bring(work, them, Stage.CLOSING)

    async def approves() -> bool:
        async with working() as work:
            return await closings.approve(work, them.closing, them.reza)

    async def sends_back() -> bool:
        async with working() as work:
            return await closings.send_back(work, them.closing, shirin)

    done = await asyncio.gather(*(f() for f in (approves, sends_back) * 3))
    assert done.count(True) == 1
    async with working() as work:
        closing = await closings.get(work, them.closing)
        after = stage(await now(work, them.case.id))
    assert closing is not None
    assert (closing.state, after) in {
        ("approved", Stage.CLOSED), ("sent_back", Stage.CLAIMED),
    }  # fmt: skip


async def test_a_closing_that_was_sent_back_can_be_asked_again_and_keeps_its_note(
    database: Database, working: Working
) -> None:
    async with working() as work:
        them = await cast(work, Acuity.HIGH)
        await bring(work, them, Stage.CLOSING)
        assert await closings.send_back(work, them.closing, them.reza)
        last = await closings.last_sent_back(work, them.case.id, them.reza)
        assert last is not None
        await closings.note(work, last.id, "اول با مادر حرف بزنید")
        assert await closings.last_sent_back(work, them.case.id, them.reza) is None
        assert not await closings.approve(work, them.closing, them.reza)
        assert await _ask(work, them)
        kept = await closings.get(work, them.closing)
    assert kept is not None
    assert kept.note == "اول با مادر حرف بزنید"
    rows = [dict(row) for row in await database.read("SELECT * FROM closings")]
    assert "مادر" not in repr(rows)


async def test_a_closing_of_an_earlier_owner_counts_no_more(working: Working) -> None:
    async with working() as work:
        them = await cast(work, Acuity.HIGH)
        omid = await hire(work, OMID)
        await bring(work, them, Stage.CLOSING)
        await work.tx.execute("UPDATE cases SET counselor_id = ? WHERE id = ?", omid, them.case.id)
        assert not await closings.approve(work, them.closing, them.reza)
        number = await closings.ask(work, them.case.id, omid, Outcome.HELPED)
        assert number is not None
        assert await closings.approve(work, number, them.reza)
