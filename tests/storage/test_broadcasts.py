"""Races for one copy of a broadcast: it is handed over once, taken once, or stopped."""

import asyncio

import pytest

from bot.domain.broadcast import Fate, State
from bot.domain.ids import BroadcastId, PersonId
from bot.domain.outgoing import Text
from bot.domain.people import Platform
from bot.storage import broadcasts, bulk, erasure, opt_outs, outbox, recipients
from bot.storage.outbox import About, Address
from bot.storage.segments import Chosen
from bot.storage.work import Work
from tests.storage.conftest import NOON, Working
from tests.storage.test_segments import TOPIC, family


async def sending(work: Work, account: int = 1) -> tuple[BroadcastId, PersonId]:
    """A broadcast under way with one recipient."""
    person = await family(work, account)
    number = await broadcasts.draft(work, "all", TOPIC, person)
    await broadcasts.move(work, number, [State.DRAFT], State.SENDING)
    recipients.freeze(work, number, [Chosen(person, "fa", "")])
    recipients.freeze(work, number, [Chosen(person, "fa", "")])
    return number, person


async def hand_over(work: Work, number: BroadcastId, person: PersonId) -> bool:
    """As a step of the clock does it."""
    one = await broadcasts.lock(work, number, State.SENDING)
    if one is None or not await recipients.hand_over(work, one, person, "telegram", "fa"):
        return False
    to = Address(Platform.TELEGRAM, f"chat{person}", 1, person)
    outbox.put(work, to, "broadcast", Text("سلام"), About(broadcast=number))
    return True


async def letters(work: Work, number: BroadcastId) -> list[str]:
    rows = await work.tx.fetch(
        "SELECT state FROM outbox WHERE broadcast_id = ? ORDER BY id", number
    )
    return [row["state"] for row in rows]


async def test_ten_steps_at_once_hand_a_copy_over_once(working: Working) -> None:
    async with working() as work:
        number, person = await sending(work)

    async def step() -> bool:
        async with working() as work:
            return await hand_over(work, number, person)

    won = await asyncio.gather(*(step() for _ in range(10)))
    assert sum(won) == 1
    async with working() as work:
        assert await letters(work, number) == ["waiting"]


@pytest.mark.parametrize("first", ["refuse", "step"])
async def test_a_refusal_and_a_step_leave_nothing_on_its_way(working: Working, first: str) -> None:
    async with working() as work:
        number, person = await sending(work)

    async def refuse() -> None:
        async with working() as work:
            await opt_outs.refuse(work, person, TOPIC.stream)
            await recipients.refuse(work, person, TOPIC)

    async def step() -> None:
        async with working() as work:
            await hand_over(work, number, person)

    both = (refuse, step) if first == "refuse" else (step, refuse)
    await asyncio.gather(*(each() for each in both))
    async with working() as work:
        assert set(await letters(work, number)) <= {"canceled"}
        assert (await recipients.progress(work, number)).fates == {Fate.OPTED_OUT: 1}


async def test_a_pause_and_a_step_leave_nothing_on_its_way(working: Working) -> None:
    async with working() as work:
        number, person = await sending(work)

    async def pause() -> None:
        async with working() as work:
            await broadcasts.move(work, number, [State.SENDING], State.PAUSED)
            await recipients.recall(work, number)

    async def step() -> None:
        async with working() as work:
            await hand_over(work, number, person)

    await asyncio.gather(step(), pause(), step())
    async with working() as work:
        assert set(await letters(work, number)) <= {"canceled"}
        assert (await recipients.progress(work, number)).fates == {Fate.WAITING: 1}


async def test_a_letter_is_taken_by_one_sender_or_recalled(working: Working) -> None:
    async with working() as work:
        number, person = await sending(work)
        await hand_over(work, number, person)
        (row,) = await work.tx.fetch("SELECT id FROM outbox WHERE broadcast_id = ?", number)

    async def take() -> int:
        async with working() as work:
            return len(await bulk.take(work, [row["id"]]))

    async def recall() -> int:
        async with working() as work:
            return len(await recipients.recall(work, number))

    assert sum(await asyncio.gather(take(), recall(), take(), recall())) == 1


async def test_a_second_yes_is_nobodys_own_and_counts_once(working: Working) -> None:
    async with working() as work:
        number = await broadcasts.draft(work, "all", TOPIC, PersonId(1))
        assert await broadcasts.send(work, number, PersonId(2), 5, State.ASKED, NOON)
        assert not await broadcasts.send(work, number, PersonId(2), 5, State.ASKED, NOON)
        assert not await broadcasts.approve(work, number, PersonId(1))
        assert not await broadcasts.approve(work, number, PersonId(2))

    async def approve(who: int) -> bool:
        async with working() as work:
            return await broadcasts.approve(work, number, PersonId(who))

    assert sum(await asyncio.gather(*(approve(who) for who in (3, 4, 5)))) == 1


async def test_who_is_erased_stays_a_bare_number(working: Working) -> None:
    async with working() as work:
        number, person = await sending(work)
        recipients.sent(work, (number, person), Platform.TELEGRAM, [5], Fate.WAITING)
        await recipients.pressed(work, number, person)
        await erasure.erase(work, person)
        assert (await recipients.progress(work, number)).fates == {Fate.SENT: 1}
        rows = await work.tx.fetch("SELECT person_id, message_ids FROM recipients")
        assert [(row["person_id"] == person, row["message_ids"]) for row in rows] == [(False, None)]
