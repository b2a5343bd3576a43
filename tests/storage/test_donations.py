"""Donations: an invoice is paid at most once at a time, and each payment is counted once."""

from bot.domain.donation import LASTS, State
from bot.domain.ids import DonationId, PersonId
from bot.domain.people import Platform
from bot.storage import donations
from bot.storage.work import Work
from tests.storage.conftest import MARYAM, NOON, OMID, Working, meet

BALE, SUM = Platform.BALE, 500_000


async def offered(work: Work, account: int = MARYAM) -> tuple[PersonId, DonationId]:
    person = meet(work, account)
    return person, await donations.offer(work, person, BALE, SUM)


async def state_of(work: Work, donation: DonationId) -> State:
    found = await donations.get(work, donation)
    assert found is not None
    return found.state


async def test_only_the_newest_invoice_of_its_own_person_can_be_paid(working: Working) -> None:
    async with working() as work:
        person, first = await offered(work)
        second = await donations.offer(work, person, BALE, SUM)
        stranger = meet(work, OMID)
        through = donations.let_through
        assert not await through(work, first, person, SUM, "t1")
        assert not await through(work, second, stranger, SUM, "t1")
        assert not await through(work, second, person, SUM + 1, "t1")
        assert await through(work, second, person, SUM, "t1")
        assert await through(work, second, person, SUM, "t1"), "the same payment may ask again"
        assert not await through(work, second, person, SUM, "t2"), "while one is under way"
        assert await donations.settle(work, second, State.FAILED)
        assert await through(work, second, person, SUM, "t2")
        assert (await donations.get(work, second)).transaction == "t2"  # type: ignore[union-attr]


async def test_an_invoice_of_yesterday_is_refused(working: Working) -> None:
    async with working() as work:
        person, donation = await offered(work)
    async with working(NOON + LASTS + 1) as work:
        assert not await donations.let_through(work, donation, person, SUM, "t1")


async def test_a_payment_is_counted_once_whoever_tells_of_it(working: Working) -> None:
    async with working() as work:
        person, donation = await offered(work)
        assert await donations.let_through(work, donation, person, SUM, "t1")
        assert await donations.settle(work, donation, State.PAID)
        assert not await donations.settle(work, donation, State.PAID)
        assert not await donations.paid(work, donation, person, BALE, SUM, "t1")
        assert await donations.sum_since(work, 0) == (1, SUM)


async def test_a_payment_that_fits_no_invoice_is_counted_all_the_same(working: Working) -> None:
    async with working() as work:
        person, donation = await offered(work)
        assert await donations.paid(work, None, person, BALE, 70_000, "odd")
        assert not await donations.paid(work, None, person, BALE, 70_000, "odd")
        assert await donations.paid(work, donation, person, BALE, SUM, "t1")
        assert await donations.paid(work, donation, person, BALE, SUM, "t2"), "paid twice over"
        assert await donations.sum_since(work, 0) == (3, 70_000 + 2 * SUM)
        newest = await donations.newest(work, 9)
        assert {one.transaction for one in newest} == {"odd", "t1", "t2"}


async def test_a_review_is_wished_for_once_in_a_while(working: Working) -> None:
    async with working() as work:
        person = meet(work, MARYAM)
        assert await donations.wish_review(work, person, 1000)
    async with working(NOON + 999) as work:
        assert not await donations.wish_review(work, person, 1000)
    async with working(NOON + 1001) as work:
        assert await donations.wish_review(work, person, 1000)
        assert await state_of(work, await donations.offer(work, person, BALE, SUM)) is State.OFFERED
