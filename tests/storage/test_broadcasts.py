"""Who may be chosen, in both ways of asking; and races for one copy."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

import pytest

from bot.domain.broadcast import Fate, State, Topic
from bot.domain.contact import ContactRules, Writing
from bot.domain.ids import BroadcastId, PersonId
from bot.domain.outgoing import Text
from bot.domain.people import Platform, Role
from bot.domain.segment import CALM_AFTER, DAY, Audience, Segment, Taken
from bot.domain.triage import Acuity
from bot.storage import (
    alerts,
    automatic,
    broadcasts,
    bulk,
    cases,
    consents,
    contact,
    erasure,
    opt_outs,
    outbox,
    people,
    recipients,
    segments,
    series,
)
from bot.storage.outbox import About, Address
from bot.storage.segments import Chosen
from bot.storage.work import Work
from tests.storage.conftest import NOON, Working, hire, meet, opened, request

TODAY = 739_000
TOPIC = Topic.AWARENESS
ANY = Segment(rest_days=0)


async def family(work: Work, account: int, writing: Writing | None = Writing.ANY) -> PersonId:
    """Somebody who was last here a month ago."""
    person = meet(work, account)
    month_ago = work.now - 30 * DAY - 1
    work.tx.later("UPDATE people SET seen_at = ? WHERE id = ?", month_ago, person)
    if writing is not None:
        await contact.remember(work, person, ContactRules(writing))
    return person


async def chosen(work: Work, segment: Segment = ANY, topic: Topic = TOPIC) -> set[PersonId]:
    """Whom the segment holds, asked in each of the three ways."""
    span = (0, 2**62)
    found = {one.person_id for one in await segments.between(work, segment, topic, TODAY, span)}
    assert await segments.count(work, segment, topic, TODAY) == len(found)
    every = [PersonId(row["id"]) for row in await work.tx.fetch("SELECT id FROM people")]
    if not segment.rest_days:
        assert await segments.still(work, segment, topic, every) == found
    return found


Changes = Callable[[Work, PersonId], Awaitable[Any]]


async def _alerted(work: Work, person: PersonId) -> None:
    await alerts.raise_alert(work, person, "suicide", "rule", "")


async def _urgent(work: Work, person: PersonId) -> None:
    case = await opened(work, person, Acuity.HIGH)
    await cases.withdraw(work, case.id, person)


async def _here_now(work: Work, person: PersonId) -> None:
    people.seen(work, person)


NEVER: dict[str, Changes] = {
    "refused this topic": lambda work, person: opt_outs.refuse(work, person, TOPIC.stream),
    "left by quick exit": contact.silence,
    "cannot be reached": people.unreachable,
    "do not write first": lambda work, person: contact.remember(
        work, person, ContactRules(Writing.WAIT)
    ),
    "neutral words only": lambda work, person: contact.remember(
        work, person, ContactRules(Writing.NEUTRAL)
    ),
    "an alert": _alerted,
    "a case of high urgency, not long ago": _urgent,
    "an open case": opened,
    "is here now": _here_now,
    "is staff": lambda work, person: people.appoint(
        work, person, Role.COUNSELOR, "x", on_call=False
    ),
}


@pytest.mark.parametrize("why", NEVER)
async def test_nobody_is_chosen_who(why: str, working: Working) -> None:
    async with working() as work:
        one, other = await family(work, 1), await family(work, 2)
        assert await chosen(work) == {one, other}
        await NEVER[why](work, one)
        assert await chosen(work) == {other}


async def test_an_alert_is_not_held_against_anybody_for_ever(working: Working) -> None:
    async with working() as work:
        person = await family(work, 1)
        await _urgent(work, person)
    async with working(NOON + CALM_AFTER + 1) as work:
        assert await chosen(work) == {person}


async def test_who_was_never_asked_is_chosen_only_by_their_own_yes(working: Working) -> None:
    async with working() as work:
        person = await family(work, 1, None)
        assert await chosen(work) == set()
        await contact.want_news(work, person, given=True)
        assert await chosen(work) == {person}
        await contact.want_news(work, person, given=False)
        assert await chosen(work) == set()


async def test_a_topic_of_need_is_asked_only_of_those_who_agreed(working: Working) -> None:
    wanted = replace(ANY, topics=("grief",))
    async with working() as work:
        one, other = await family(work, 1), await family(work, 2)
        for person in (one, other):
            case = await opened(work, person)
            await cases.withdraw(work, case.id, person)
        consents.record(work, one, consents.TOPICS, 1, given=True)
        assert await chosen(work, wanted) == {one}
        consents.record(work, one, consents.TOPICS, 1, given=False)
        assert await chosen(work, wanted) == set()


async def test_wishes_are_joined(working: Working) -> None:
    async with working() as work:
        one, other = await family(work, 1), await family(work, 2)
        case = await cases.open_case(work, one, request(province="fars"))
        assert case is not None
        await cases.withdraw(work, case.id, one)
        run = await series.ask(work, other, "calm")
        assert run is not None
        await series.begin(work, run.id, other)
        await people.speak(work, other, "en")
        await automatic.count(work, one, TODAY, None)
        assert await chosen(work, replace(ANY, provinces=("fars", "qom"))) == {one}
        assert await chosen(work, replace(ANY, series="calm")) == {other}
        assert await chosen(work, replace(ANY, language="en")) == {other}
        assert await chosen(work, replace(ANY, series="calm", language="fa")) == set()
        assert await chosen(work, replace(ANY, rest_days=3)) == {other}
        assert await chosen(work, replace(ANY, platform="bale")) == set()
        assert await chosen(work, replace(ANY, seen_days=7)) == set()
        assert await chosen(work, replace(ANY, unseen_days=7)) == {one, other}
        assert await chosen(work, replace(ANY, taken=Taken.YES)) == set()
        assert await chosen(work, replace(ANY, taken=Taken.NO, stages=("loss",))) == set()
        assert await chosen(work, replace(ANY, taken=Taken.NO)) == {one, other}


async def test_colleagues_are_chosen_by_their_role(working: Working) -> None:
    async with working() as work:
        narges = await hire(work, 11)
        dena = await hire(work, 12, Role.VOLUNTEER)
        await family(work, 1)
        assert await chosen(work, replace(ANY, audience=Audience.COUNSELORS)) == {narges}
        assert await chosen(work, replace(ANY, audience=Audience.VOLUNTEERS)) == {dena}


async def test_a_segment_is_kept_as_it_is(working: Working) -> None:
    segment = replace(ANY, provinces=("fars",), taken=Taken.NO, audience=Audience.VOLUNTEERS)
    async with working() as work:
        await segments.save(work, "جنوب", segment, PersonId(1))
        (kept,) = await segments.saved(work)
    assert (kept.name, kept.segment) == ("جنوب", segment)


# Races for one copy.


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
        recipients.end(work, (number, person), Fate.SENT, message_ids=[5], before=Fate.WAITING)
        await recipients.pressed(work, number, person)
        await erasure.erase(work, person)
        assert (await recipients.progress(work, number)).fates == {Fate.SENT: 1}
        rows = await work.tx.fetch("SELECT person_id, message_ids FROM recipients")
        assert [(row["person_id"] == person, row["message_ids"]) for row in rows] == [(False, None)]
