"""Replies that staff add, and drafts: whose they are, and that each leaves once."""

from bot.domain.ids import PersonId
from bot.domain.people import Role
from bot.storage import canned
from bot.storage.work import Work
from tests.storage.conftest import (
    MARYAM,
    NARGES,
    NOON,
    OMID,
    Working,
    claimed,
    hire,
    meet,
)

REZA = 2003


async def cast(work: Work) -> tuple[PersonId, PersonId, PersonId]:
    return await hire(work, NARGES), await hire(work, OMID), await hire(work, REZA, Role.SUPERVISOR)


async def test_a_reply_is_its_owners_until_it_is_shared(working: Working) -> None:
    async with working() as work:
        narges, omid, _ = await cast(work)
        own = await canned.add(work, narges, "سلامِ من", "سلام {place}", "fa")
        assert own is not None
        assert (own.name, own.fa, own.en, own.shared) == ("سلامِ من", "سلام {place}", "", False)
        assert await canned.called(work, narges, "سلام من") == own
        assert await canned.visible(work, omid) == []
        assert await canned.called(work, omid, "سلام من") is None
        assert await canned.share(work, own.id)
        assert not await canned.share(work, own.id)
        assert [each.id for each in await canned.visible(work, omid)] == [own.id]


async def test_the_same_name_takes_the_other_language_and_is_not_shared_unread(
    working: Working,
) -> None:
    async with working() as work:
        narges, omid, _ = await cast(work)
        first = await canned.add(work, narges, "صبر", "صبر کنید", "fa")
        assert first is not None and await canned.share(work, first.id)
        both = await canned.add(work, narges, "صبر", "Please wait", "en")
        assert both is not None
        assert (both.id, both.fa, both.en, both.shared) == (
            first.id, "صبر کنید", "Please wait", False,
        )  # fmt: skip
        assert both.in_language("en") == "Please wait"
        assert await canned.visible(work, omid) == []


async def test_what_has_one_language_serves_for_both_and_says_so(working: Working) -> None:
    async with working() as work:
        narges, *_ = await cast(work)
        own = await canned.add(work, narges, "صبر", "صبر کنید", "fa")
        assert own is not None
        assert (own.in_language("en"), own.has("en"), own.has("fa")) == ("صبر کنید", False, True)


async def test_only_the_owner_deletes_and_a_supervisor_what_is_shared(working: Working) -> None:
    async with working() as work:
        narges, omid, reza = await cast(work)
        own = await canned.add(work, narges, "یک", "متن", "fa")
        shared = await canned.add(work, narges, "دو", "متن", "fa")
        assert own is not None and shared is not None
        await canned.share(work, shared.id)
        assert not await canned.delete(work, own.id, omid, shared_too=False)
        assert not await canned.delete(work, own.id, reza, shared_too=True)
        assert not await canned.delete(work, shared.id, narges, shared_too=False)
        assert await canned.delete(work, shared.id, reza, shared_too=True)
        assert await canned.delete(work, own.id, narges, shared_too=False)
        assert await canned.visible(work, narges) == []


async def test_nobody_keeps_more_than_fits_a_list(working: Working) -> None:
    async with working() as work:
        narges, *_ = await cast(work)
        for number in range(canned.MOST):
            assert await canned.add(work, narges, f"پاسخ {number}", "متن", "fa")
        assert await canned.add(work, narges, "یکی دیگر", "متن", "fa") is None
        assert await canned.add(work, narges, "پاسخ ۳", "متن تازه", "fa")


async def test_a_draft_leaves_once_and_only_by_its_author(working: Working) -> None:
    async with working() as work:
        narges, omid, _ = await cast(work)
        case = await claimed(work, meet(work, MARYAM), narges)
        draft = await canned.draft(work, narges, case.id, "سلام", "no_answer_yet")
        assert await canned.look(work, draft.id, narges) == draft
        assert await canned.look(work, draft.id, omid) is None
        assert await canned.end(work, draft.id, omid, "sent") is None
    async with working() as work:
        assert await canned.end(work, draft.id, narges, "sent") == draft
        assert await canned.end(work, draft.id, narges, "sent") is None
    async with working(at=NOON + 1) as work:
        await canned.forget(work, NOON + 1)
        rows = await work.tx.fetch("SELECT id FROM reply_drafts")
        assert list(rows) == []
