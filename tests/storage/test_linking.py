"""Codes that join two accounts: once, for ten minutes, for the first who brings them."""

import asyncio

from bot.domain.contact import GUESSES
from bot.domain.ids import PersonId
from bot.domain.linking import CODE_LASTS
from bot.domain.outgoing import Edit, Text
from bot.domain.people import Platform
from bot.storage import accounts, detours, linking, merging, outbox, people
from bot.storage.outbox import Address
from bot.storage.work import Work
from tests.storage.conftest import HOSSEIN, MARYAM, NOON, OMID, Working, meet

CODE = "ABCD-2345"


def on_bale(work: Work, account: int) -> PersonId:
    return people.add(work, Platform.BALE, account, "fa").person.id


async def test_a_code_is_of_the_first_who_brings_it_and_opens_once(working: Working) -> None:
    async with working() as work:
        maryam, mina, other = meet(work, MARYAM), on_bale(work, 1), on_bale(work, 2)
        await linking.show(work, maryam, Platform.TELEGRAM, CODE)
        assert await linking.enter(work, CODE, maryam) is None
        link = await linking.enter(work, CODE, mina)
        assert link is not None
        assert link.person_id == maryam
        assert await linking.enter(work, CODE, other) is None
        assert await linking.of_entered(work, link.id, other) is None
        assert not await linking.use(work, link, other)
        assert await linking.of_entered(work, link.id, mina) == link
        assert await linking.use(work, link, mina)
        assert not await linking.use(work, link, mina)
        assert await linking.enter(work, CODE, mina) is None


async def test_a_code_ends_after_ten_minutes_and_with_the_next_one(working: Working) -> None:
    async with working() as work:
        maryam, mina = meet(work, MARYAM), on_bale(work, 1)
        await linking.show(work, maryam, Platform.TELEGRAM, CODE)
        link = await linking.enter(work, CODE, mina)
        assert link is not None
    async with working(NOON + CODE_LASTS) as work:
        assert await linking.enter(work, CODE, mina) is None
        assert not await linking.use(work, link, mina)
        await linking.show(work, maryam, Platform.TELEGRAM, "NEW2-NEW2")
        await linking.show(work, maryam, Platform.TELEGRAM, "NEW3-NEW3")
        assert await linking.enter(work, "NEW2-NEW2", mina) is None
        assert await linking.enter(work, "NEW3-NEW3", mina) is not None
        await linking.forget(work, NOON + 3 * CODE_LASTS)
        assert await linking.enter(work, "NEW3-NEW3", mina) is None


async def test_who_guesses_too_often_must_rest(working: Working) -> None:
    async with working() as work:
        mina = on_bale(work, 1)
        for _ in range(GUESSES - 1):
            await linking.guessed(work, mina)
        assert not await linking.rests(work, mina)
        await linking.guessed(work, mina)
        assert await linking.rests(work, mina)
    async with working(NOON + 60_000) as work:
        assert not await linking.rests(work, mina)
        await linking.guessed(work, mina)
    async with working(NOON + 119_999) as work:
        assert await linking.rests(work, mina)
        await linking.guessed_right(work, mina)
        assert not await linking.rests(work, mina)


async def test_of_many_who_bring_one_code_exactly_one_has_it(working: Working) -> None:
    async with working() as work:
        maryam = meet(work, MARYAM)
        many = [on_bale(work, number) for number in range(1, 13)]
        await linking.show(work, maryam, Platform.TELEGRAM, CODE)

    async def bring(who: PersonId) -> bool:
        async with working() as work:
            link = await linking.enter(work, CODE, who)
            return link is not None and await linking.use(work, link, who)

    assert sum(await asyncio.gather(*(bring(who) for who in many))) == 1


async def linked(work: Work) -> PersonId:
    """Somebody at both messengers, who wrote in Bale last."""
    maryam, mina = meet(work, MARYAM), on_bale(work, 77)
    await merging.merge(work, maryam, mina)
    here = (await accounts.of_person(work, maryam))[0]
    assert here.platform is Platform.BALE
    accounts.seen(work, maryam, here)
    return maryam


async def test_a_message_goes_where_they_wrote_last_or_where_they_chose(working: Working) -> None:
    async with working() as work:
        maryam = await linked(work)

        async def goes(kind: str = "notice") -> Platform:
            found = await people.reach(work, maryam, kind)
            assert found is not None
            return found.account.platform

        assert await goes() is Platform.BALE
        await accounts.prefer(work, maryam, Platform.TELEGRAM)
        assert await goes() is Platform.TELEGRAM
        await accounts.talk_on(work, maryam, Platform.BALE)
        assert (await goes(), await goes("relay")) == (Platform.TELEGRAM, Platform.BALE)
        await work.tx.execute("INSERT INTO meta (name, value) VALUES ('away:telegram', '1')")
        assert await goes() is Platform.TELEGRAM
        await accounts.allow_fallback(work, maryam, allowed=True)
        assert await goes() is Platform.BALE


async def test_one_account_that_is_lost_is_not_yet_somebody_out_of_reach(working: Working) -> None:
    async with working() as work:
        maryam = await linked(work)
        assert not await people.unreachable(work, maryam, Platform.TELEGRAM)
        assert await people.unreachable(work, maryam, Platform.BALE)
        assert not await people.unreachable(work, maryam, Platform.BALE)
        found = await people.reach(work, maryam)
        assert found is not None
        assert found.lost
        bale, telegram = await accounts.of_person(work, maryam)
        people.seen(work, maryam, bale)
        await accounts.allow_fallback(work, maryam, allowed=True)
        await people.unreachable(work, maryam, Platform.BALE)
        found = await people.reach(work, maryam)
        assert found is not None
        assert found.account == bale
        people.seen(work, maryam, telegram)
        found = await people.reach(work, maryam)
        assert found is not None
        assert (found.account, found.lost) == (telegram, False)


async def test_only_one_of_many_who_move_a_row_moves_it(working: Working) -> None:
    async with working() as work:
        maryam = await linked(work)
        bale, telegram = await accounts.of_person(work, maryam)
        row = outbox.put(work, outbox.address(telegram), "notice", Text("سلام", reply_to=4))
        edit = outbox.put(work, outbox.address(telegram), "notice", Edit("سلام", message_id=4))

    async def move() -> bool:
        async with working() as work:
            return await detours.redirect(work, row, telegram.chat_key, bale)

    assert sum(await asyncio.gather(*(move() for _ in range(8)))) == 1
    async with working() as work:
        assert not await detours.redirect(work, edit, telegram.chat_key, bale)
        found = await work.tx.fetch("SELECT * FROM outbox WHERE state = 'waiting' ORDER BY id")
        letter = outbox.opened(work.sealer, {**found[0], "target": None})
        assert letter.to == Address(Platform.BALE, bale.chat_key, bale.chat_id, maryam)
        assert letter.message == Text("سلام")
        assert found[1]["chat_key"] == telegram.chat_key


async def test_who_parts_keeps_everything_in_one_account_and_what_waits_comes_there(
    working: Working,
) -> None:
    async with working() as work:
        maryam, hossein = await linked(work), meet(work, HOSSEIN)
        bale, telegram = await accounts.of_person(work, maryam)
        outbox.put(work, outbox.address(telegram), "notice", Text("یک"))
        outbox.put(work, outbox.address(telegram), "notice", Edit("دو", message_id=4))
        assert await linking.unlink(work, maryam, Platform.TELEGRAM)
        await detours.leave(work, maryam, telegram.chat_key, bale)
        assert not await linking.unlink(work, maryam, Platform.TELEGRAM)
        assert not await linking.unlink(work, maryam, Platform.BALE)
        assert not await linking.unlink(work, hossein, Platform.TELEGRAM)
        assert await accounts.of_person(work, maryam) == [bale]
        rows = await work.tx.fetch("SELECT chat_key, state FROM outbox ORDER BY id")
        assert [(row["chat_key"], row["state"]) for row in rows] == [
            (bale.chat_key, "waiting"), (telegram.chat_key, "canceled"),
        ]  # fmt: skip
        # Whoever writes from there is a stranger.
        again = people.add(work, Platform.TELEGRAM, MARYAM, "fa").person.id
        assert again != maryam
        assert meet(work, OMID) != again
