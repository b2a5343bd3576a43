"""The first answer is kept for good; a family that waits is known until it is answered."""

from bot.storage import claims, leases, replies
from bot.storage.database import Row
from bot.storage.work import Work
from tests.storage.conftest import MARYAM, NARGES, NOON, OMID, Working, claimed, hire, meet


async def stands(work: Work, case_id: int) -> Row:
    row = await work.tx.row(
        "SELECT first_reply_at, first_wait, awaiting_since FROM cases WHERE id = ?", case_id
    )
    assert row is not None
    return dict(row)


async def test_the_first_answer_stays_when_others_take_the_case_over(working: Working) -> None:
    async with working() as work:
        case = await claimed(work, meet(work, MARYAM), await hire(work, NARGES))
        omid = await hire(work, OMID)
    async with working(NOON + 5) as work:
        replies.answered(work, case.id, 5)
        leases.replied(work, case.id)
    async with working(NOON + 9) as work:
        assert case.counselor_id is None
        narges = (await work.tx.fetch("SELECT counselor_id FROM cases"))[0]["counselor_id"]
        await claims.release_all(work, narges)
        assert await claims.claim(work, case.id, omid)
        replies.answered(work, case.id, 9)
        assert await stands(work, case.id) == {
            "first_reply_at": NOON + 5, "first_wait": 5, "awaiting_since": None,
        }  # fmt: skip


async def test_a_family_waits_from_its_first_unanswered_message(working: Working) -> None:
    async with working() as work:
        narges = await hire(work, NARGES)
        case = await claimed(work, meet(work, MARYAM), narges)
    async with working(NOON + 1) as work:
        assert await replies.wrote(work, case.id)
    async with working(NOON + 2) as work:
        assert not await replies.wrote(work, case.id)
        assert await replies.waiting(work, case.id) is None, "the first answer has its own clock"
        leases.replied(work, case.id)
        waiting = await replies.waiting(work, case.id)
        assert waiting is not None
        assert (waiting.since, waiting.counselor_id) == (NOON + 1, narges)
    async with working(NOON + 3) as work:
        replies.answered(work, case.id, 3)
        assert await replies.waiting(work, case.id) is None
        assert await replies.wrote(work, case.id)
