"""Who may be chosen for a broadcast, in each of the three ways of asking."""

from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

import pytest

from bot.domain.broadcast import Topic
from bot.domain.contact import ContactRules, Writing
from bot.domain.ids import PersonId
from bot.domain.people import Role
from bot.domain.segment import CALM_AFTER, DAY, Audience, Segment, Taken
from bot.domain.triage import Acuity
from bot.storage import (
    alerts,
    automatic,
    cases,
    consents,
    contact,
    opt_outs,
    people,
    segments,
    series,
)
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


async def test_who_has_two_messengers_is_counted_where_a_copy_goes(working: Working) -> None:
    async with working() as work:
        for number in range(6):
            person = await family(work, number)
            if number % 3 == 2:
                continue
            key = f"bale{number}"
            await work.tx.execute(
                "INSERT INTO accounts (chat_key, person_id, platform, chat_id, seen_at)"
                " VALUES (?, ?, 'bale', ?, ?)",
                key, person, work.seal(str(number), "accounts.chat_id", key), work.now,
            )  # fmt: skip
            preferred = "telegram" if number % 3 else None
            await work.tx.execute(
                "UPDATE people SET linked = 1, preferred = ? WHERE id = ?", preferred, person
            )
        names = ("telegram", "bale")
        found = await segments.by_platform(work, ANY, TOPIC, TODAY, names)
        every = [PersonId(row["id"]) for row in await work.tx.fetch("SELECT id FROM people")]
        reached = [await people.reach(work, person) for person in every]
        went = Counter(one.account.platform.value for one in reached if one is not None)
        assert found == went == {"telegram": 4, "bale": 2}
        for name in names:
            assert len(await chosen(work, replace(ANY, platform=name))) == went[name]
