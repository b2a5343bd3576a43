"""Who may have which case: each condition of a claim alone turns it, and a claim counts itself."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from bot.domain.case import Case
from bot.domain.duty import Bar, Shift, Terms, minute_of_week, shift
from bot.domain.ids import PersonId
from bot.domain.people import Role
from bot.domain.safeguarding import AlertOutcome
from bot.domain.triage import Acuity, Triage
from bot.storage import alerts, cases, claims, duty, eligibility, erasure, people
from bot.storage.cases import Request
from bot.storage.database import Database
from bot.storage.ids import Ids
from bot.storage.sealed import Sealer
from bot.storage.work import TEHRAN, Work
from tests.storage.conftest import MARYAM, NARGES, NOON, OMID, Working, hire, meet, opened

LICENSE = Terms(5, frozenset({"grief", "minors"}))
LATER = Shift(0, 1)
"""A shift that is not at NOON."""

Does = Callable[[Work, PersonId], Awaitable[None]]


async def asks(work: Work, acuity: Acuity = Acuity.MEDIUM) -> Case:
    """A family that wants a woman who speaks Kurdish, in Kermanshah, about grief."""
    wanted = Request("grief", Triage(acuity, ()), "22", language="ku", wish="woman")
    case = await cases.open_case(work, meet(work, MARYAM), wanted)
    assert case is not None
    return case


async def fits(work: Work, who: PersonId) -> None:
    """A profile for which nothing stands in the way."""
    for kind, value in (("language", "ku"), ("topic", "grief"), ("region", "22")):
        await duty.switch_skill(work, who, kind, value)
    await duty.set_profile(work, who, gender="woman", licensed=True, capacity=1)
    now = minute_of_week(work.now, TEHRAN)
    assert await duty.add_shift(work, who, duty.WORK, Shift(now, now + 1))


async def away(work: Work, who: PersonId) -> None:
    await duty.set_available(work, who, available=False)


async def off(work: Work, who: PersonId) -> None:
    for one in await duty.shifts_of(work, who, duty.WORK):
        assert await duty.remove_shift(work, who, duty.WORK, one)
    assert await duty.add_shift(work, who, duty.WORK, LATER)


async def full(work: Work, who: PersonId) -> None:
    other = await opened(work, meet(work, 1777))
    assert await claims.claim(work, other.id, who, Terms(None))


async def unlicensed(work: Work, who: PersonId) -> None:
    await duty.set_profile(work, who, gender="woman", licensed=False, capacity=1)


async def a_man(work: Work, who: PersonId) -> None:
    await duty.set_profile(work, who, gender="man", licensed=True, capacity=1)


def only(kind: str, value: str, instead_of: str) -> Does:
    async def change(work: Work, who: PersonId) -> None:
        await duty.switch_skill(work, who, kind, instead_of)
        await duty.switch_skill(work, who, kind, value)

    return change


CHANGES: dict[Bar, Does] = {
    Bar.AWAY: away,
    Bar.SHIFT: off,
    Bar.CAPACITY: full,
    Bar.LICENSE: unlicensed,
    Bar.LANGUAGE: only("language", "azb", "ku"),
    Bar.GENDER: a_man,
    Bar.TOPIC: only("topic", "money", "grief"),
    Bar.REGION: only("region", "11", "22"),
}


async def _two(work: Work) -> tuple[PersonId, PersonId]:
    """Both fit, so that there is somebody who has each ability."""
    first, second = await hire(work, NARGES), await hire(work, OMID)
    await fits(work, first)
    await fits(work, second)
    return first, second


@pytest.mark.parametrize("bar", Bar)
async def test_each_condition_alone_turns_the_claim(working: Working, bar: Bar) -> None:
    async with working() as work:
        narges, omid = await _two(work)
        await CHANGES[bar](work, narges)
        case = await asks(work)
        assert await eligibility.bars(work, case.id, narges, LICENSE) == [bar]
        assert await claims.next_waiting(work, narges, LICENSE) is None
        assert not await claims.claim(work, case.id, narges, LICENSE)
        assert await eligibility.bars_of_waiting(work, narges, LICENSE) == [(case.id, [bar])]
        assert await claims.next_waiting(work, omid, LICENSE) == case
        assert await claims.claim(work, case.id, omid, LICENSE)


@pytest.mark.parametrize("bar", Bar)
async def test_an_immediate_case_asks_for_license_and_language_alone(
    working: Working, bar: Bar
) -> None:
    async with working() as work:
        narges, _ = await _two(work)
        await CHANGES[bar](work, narges)
        case = await asks(work, Acuity.IMMEDIATE)
        claimed = await claims.claim(work, case.id, narges, LICENSE)
    assert claimed == (bar not in (Bar.LICENSE, Bar.LANGUAGE))


@pytest.mark.parametrize("bar", [Bar.LICENSE, Bar.LANGUAGE, Bar.GENDER, Bar.TOPIC, Bar.REGION])
async def test_what_nobody_on_the_staff_has_is_asked_of_nobody(working: Working, bar: Bar) -> None:
    async with working() as work:
        narges, omid = await _two(work)
        await CHANGES[bar](work, narges)
        await people.dismiss(work, omid)
        assert await claims.claim(work, (await asks(work)).id, narges, LICENSE)


@pytest.mark.parametrize("bar", Bar)
async def test_who_has_taken_the_alert_may_talk_with_the_person(working: Working, bar: Bar) -> None:
    async with working() as work:
        narges, _ = await _two(work)
        await CHANGES[bar](work, narges)
        case = await asks(work)
        assert case.person_id is not None
        alert = await alerts.raise_alert(work, case.person_id, "suicide", "words", "…")
        assert not await claims.claim(work, case.id, narges, LICENSE)
        assert await alerts.acknowledge(work, alert, narges)
        assert await claims.claim(work, case.id, narges, LICENSE)
        await claims.release_all(work, narges)
        assert await alerts.conclude(work, alert, AlertOutcome.SAFE, narges)
        if bar is not Bar.CAPACITY:
            assert not await claims.claim(work, case.id, narges, LICENSE)


async def test_a_minor_asks_for_a_license_where_the_settings_say_so(working: Working) -> None:
    async with working() as work:
        narges, omid = await hire(work, NARGES), await hire(work, OMID)
        await duty.set_profile(work, omid, gender="", licensed=True, capacity=None)
        wanted = Request("school", Triage(Acuity.MEDIUM, ()), minor=True)
        case = await cases.open_case(work, meet(work, MARYAM), wanted)
        assert case is not None
        assert not await claims.claim(work, case.id, narges, LICENSE)
        assert await claims.claim(work, case.id, narges, Terms(5, frozenset({"grief"})))


async def test_a_new_colleague_may_have_everything_at_any_hour(working: Working) -> None:
    for hour in range(0, 24 * 7, 5):
        async with working(NOON + hour * 3_600_000) as work:
            narges = await hire(work, 8000 + hour)
            wanted = Request("violence", Triage(Acuity.LOW, ()), "22", language="ku", wish="woman")
            case = await cases.open_case(work, meet(work, 7000 + hour), wanted)
            assert case is not None
            terms = Terms(1, frozenset({"violence"}))
            assert await duty.on_duty(work, narges)
            assert await claims.claim(work, case.id, narges, terms)


async def test_one_case_more_than_the_capacity_is_a_choice(working: Working) -> None:
    async with working() as work:
        narges = await hire(work, NARGES)
        await full(work, narges)
        case = await opened(work, meet(work, MARYAM))
        assert not await claims.claim(work, case.id, narges, Terms(1))
        assert await duty.held(work, narges) == 1
        assert await claims.claim(work, case.id, narges, Terms(1, more=True))


async def test_two_claims_of_one_person_at_once_count_each_other(
    database: Database, working: Working, sealer: Sealer, ids: Ids
) -> None:
    async with working() as work:
        narges = await hire(work, NARGES)
        waiting = [await opened(work, meet(work, 5000 + n)) for n in range(6)]

    async def claim(case: Case) -> bool:
        async with database.transaction() as tx:
            return await claims.claim(Work(tx, sealer, ids, NOON), case.id, narges, Terms(1))

    won = await asyncio.gather(*map(claim, waiting))
    assert sum(won) == 1


async def test_who_is_there_depends_on_shifts_and_on_being_away(working: Working) -> None:
    async with working() as work:
        narges, omid = await hire(work, NARGES), await hire(work, OMID)
        lale = await hire(work, 2999, Role.ADMINISTRATOR)
        assert await duty.everybody_on_duty(work) == [narges, omid]
        assert not await duty.on_duty(work, lale)
        await off(work, narges)
        assert not await duty.on_duty(work, narges)
        assert await duty.set_available(work, omid, available=False)
        assert not await duty.set_available(work, omid, available=False)
        assert await duty.everybody_on_duty(work) == []


async def test_the_rota_puts_on_call_and_leaves_the_switch_alone(working: Working) -> None:
    now = minute_of_week(NOON, TEHRAN)
    async with working() as work:
        narges = await hire(work, NARGES)
        assert await duty.add_shift(work, narges, duty.ON_CALL, Shift(now, now + 60))
        member = await people.member(work, narges)
        assert member is not None
        assert (member.on_call, member.by_hand) == (True, False)
        assert [m.on_call for m in await people.staff(work)] == [True]
        await people.put_on_call(work, narges, on=True)
    async with working(NOON + 3_600_000) as work:
        member = await people.member(work, narges)
        assert member is not None
        assert (member.on_call, member.by_hand) == (True, True)
        # Who goes away is on call neither by hand nor by the rota.
        assert await duty.set_available(work, narges, available=False)
    async with working() as work:
        member = await people.member(work, narges)
        assert member is not None
        assert (member.on_call, member.by_hand) == (False, False)


async def test_a_shift_over_the_end_of_the_week_holds_on_saturday(working: Working) -> None:
    friday_night = shift(6, 22, 6)
    saturday = NOON - minute_of_week(NOON, TEHRAN) * 60_000
    for hours, there in ((-3, False), (-1, True), (5, True), (6, False)):
        async with working(saturday + hours * 3_600_000) as work:
            person = await hire(work, 9000 + hours)
            assert await duty.add_shift(work, person, duty.WORK, friday_night)
            assert await duty.on_duty(work, person) == there


async def test_shifts_that_clash_are_not_entered(working: Working) -> None:
    async with working() as work:
        narges = await hire(work, NARGES)
        assert await duty.add_shift(work, narges, duty.WORK, shift(0, 8, 12))
        assert not await duty.add_shift(work, narges, duty.WORK, shift(0, 11, 13))
        assert await duty.add_shift(work, narges, duty.ON_CALL, shift(0, 11, 13))
        assert await duty.add_shift(work, narges, duty.WORK, shift(0, 12, 13))
        assert await duty.shifts_of(work, narges, duty.WORK) == [shift(0, 8, 12), shift(0, 12, 13)]
        assert [t.person_id for t in await duty.all_shifts(work, duty.ON_CALL)] == [narges]
        assert not await duty.remove_shift(work, narges, duty.WORK, shift(0, 8, 13))
        assert not await duty.add_shift(work, PersonId(5), duty.WORK, shift(0, 1, 2))


async def test_of_a_former_colleague_no_week_and_no_skill_stays(working: Working) -> None:
    async with working() as work:
        narges = await hire(work, NARGES)
        await fits(work, narges)
        await people.dismiss(work, narges)
        await erasure.erase(work, narges)
        rows = await work.tx.fetch(
            "SELECT person_id FROM shifts UNION SELECT person_id FROM skills"
        )
        assert list(rows) == []


async def test_who_is_appointed_again_is_there_again(working: Working) -> None:
    async with working() as work:
        narges = await hire(work, NARGES)
        await away(work, narges)
        await people.dismiss(work, narges)
        await people.appoint(work, narges, Role.SUPERVISOR, "نرگس", on_call=False)
        assert await duty.on_duty(work, narges)
