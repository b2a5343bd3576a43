"""Referrals that hang: the right people hear of it at the right time, and each step once."""

from dataclasses import replace

import pytest

from bot.clock import Clock
from bot.domain.case import Case
from bot.domain.ids import PersonId, ReferralId, short
from bot.domain.outgoing import Text
from bot.domain.people import Platform, Role
from bot.domain.referral import Partner, PartnerKind, Profile, Referral, State, Urgency
from bot.handlers.desk import Desk
from bot.handlers.referrals import agreeing, deadlines
from bot.jobs.clock import do_due
from bot.storage import claims, partners, people, referrals
from tests.faults.engine import Engine, presses, says
from tests.marks import unmarked
from tests.service.house import say
from tests.storage.conftest import MARYAM, NARGES

MINA, REZA = 5001, 2003
NAME = "مرکز آفتاب"
HOUR, DAY = 1, 24


async def scene(
    middle: Engine, urgency: Urgency = Urgency.EMERGENCY, *, reader: bool = True
) -> tuple[Case, Partner, ReferralId]:
    """Narges has Maryam's case and has written a referral; Reza supervises, Mina is the partner."""
    narges = await middle.staff(NARGES, Role.COUNSELOR)
    await middle.staff(REZA, Role.SUPERVISOR)
    case = await middle.case_of(MARYAM)
    async with middle.tools.database.transaction() as tx:
        desk = middle.tools.desk(tx)
        assert await claims.claim(desk.work, case.id, narges)
        partner = await partners.save(desk.work, Profile(NAME, PartnerKind.LEGAL))
        if reader:
            await _joins(desk, partner)
        draft = await referrals.draft(desk.work, case.id, partner.id, narges)
        assert draft is not None
        assert await referrals.finish(desk.work, draft.id, urgency, (), "")
    return case, partner, draft.id


async def _joins(desk: Desk, partner: Partner) -> PersonId:
    person = people.add(desk.work, Platform.TELEGRAM, MINA, "fa").person.id
    await people.appoint(desk.work, person, Role.PARTNER, "مینا", on_call=False)
    await partners.join(desk.work, person, partner.id)
    return person


async def now(middle: Engine, number: ReferralId) -> Referral:
    async with middle.tools.database.transaction() as tx:
        found = await referrals.get(middle.tools.desk(tx).work, number)
    assert found is not None
    return found


async def asks(middle: Engine, number: ReferralId, case: Case, partner: Partner) -> None:
    referral = await now(middle, number)
    async with middle.tools.database.transaction() as tx:
        desk = middle.tools.desk(tx)
        deadlines.written(desk, referral)
        assert await agreeing.ask(desk, referral, case, partner) == "referral-asked"


async def accepted(middle: Engine, number: ReferralId, case: Case, partner: Partner) -> None:
    await asks(middle, number, case, partner)
    await middle.receives(presses(MARYAM, f"1.ref.yes.{short(number)}"))
    readers = await middle.count("staff", "role = 'partner'")
    by = MINA if readers else NARGES
    await middle.receives(presses(by, f"1.ref.accept.{short(number)}"))
    assert (await now(middle, number)).state is State.ACCEPTED


async def hears(middle: Engine, hours: int) -> dict[int, list[str]]:
    """Who has been told what, once it is so many hours later and all that is due was done."""
    clock = Clock(middle.tools.clock.offset + hours * 3600)
    middle.tools = replace(middle.tools, clock=clock)
    middle.__post_init__()
    before = max(row.id for row in await middle.owes())
    await do_due(middle.tools)
    told: dict[int, list[str]] = {}
    for row in await middle.owes(before):
        if isinstance(row.message, Text) and row.chat_id is not None:
            told.setdefault(row.chat_id, []).append(unmarked(row.message.text))
    return told


async def test_the_partner_is_asked_then_the_counselor_then_the_supervisor(
    middle: Engine,
) -> None:
    case, partner, number = await scene(middle)
    await accepted(middle, number, case, partner)
    assert await hears(middle, 3 * DAY - 1) == {}
    assert (await hears(middle, 1)).keys() == {MINA}
    assert await hears(middle, 1) == {}
    second = await hears(middle, 3 * DAY)
    assert second.keys() == {MINA, NARGES}
    span = "۶ روز"
    assert second[NARGES] == [say("referral-unfinished", code=case.code, partner=NAME, span=span)]
    third = await hears(middle, 3 * DAY)
    assert third.keys() == {MINA, NARGES, REZA}
    assert await hears(middle, 300 * DAY) == {}


@pytest.mark.parametrize(
    ("urgency", "days"), [(Urgency.EMERGENCY, 3), (Urgency.URGENT, 10), (Urgency.NORMAL, 30)]
)
async def test_how_soon_it_is_asked_after_depends_on_its_urgency(
    middle: Engine, urgency: Urgency, days: int
) -> None:
    case, partner, number = await scene(middle, urgency)
    await accepted(middle, number, case, partner)
    assert await hears(middle, days * DAY - 1) == {}
    assert (await hears(middle, 1)).keys() == {MINA}


async def test_what_is_done_or_taken_back_is_not_asked_after(middle: Engine) -> None:
    case, partner, number = await scene(middle)
    await accepted(middle, number, case, partner)
    await middle.receives(presses(MINA, f"1.ref.done.{short(number)}"))
    assert await hears(middle, 90 * DAY) == {}


async def test_where_the_partner_is_not_in_the_messenger_the_counselor_is_asked(
    middle: Engine,
) -> None:
    case, partner, number = await scene(middle, reader=False)
    await accepted(middle, number, case, partner)
    assert (await hears(middle, 3 * DAY)).keys() == {NARGES}
    *_, asked = [row for row in await middle.owes() if row.chat_id == NARGES]
    assert isinstance(asked.message, Text)
    assert asked.message.buttons[0][0].label == say("button-referral-done")


async def test_a_question_without_an_answer_is_told_and_then_ends(middle: Engine) -> None:
    case, partner, number = await scene(middle)
    await asks(middle, number, case, partner)
    told = {"code": case.code, "partner": NAME}
    waits = say("referral-waits-consent_asked", **told)
    assert await hears(middle, 24) == {NARGES: [waits]}
    ended = say("referral-unanswered-consent_asked", **told)
    assert await hears(middle, 24) == {NARGES: [ended]}
    assert (await now(middle, number)).state is State.EXPIRED
    # A late yes finds the question closed, and another referral has free way.
    await middle.receives(presses(MARYAM, f"1.ref.yes.{short(number)}"))
    assert (await now(middle, number)).state is State.EXPIRED
    narges = (await now(middle, number)).author_id
    async with middle.tools.database.transaction() as tx:
        work = middle.tools.desk(tx).work
        assert await referrals.draft(work, case.id, partner.id, narges) is not None


async def test_an_answer_in_time_ends_the_matter(middle: Engine) -> None:
    case, partner, number = await scene(middle)
    await asks(middle, number, case, partner)
    await middle.receives(presses(MARYAM, f"1.ref.yes.{short(number)}"))
    assert await hears(middle, 48) == {}
    assert (await now(middle, number)).state is State.SENT


async def test_a_no_ends_without_a_second_word(middle: Engine) -> None:
    case, partner, number = await scene(middle)
    await asks(middle, number, case, partner)
    await middle.receives(presses(MARYAM, f"1.ref.no.{short(number)}"))
    assert await hears(middle, 24) == {}
    assert await hears(middle, 24) == {}
    assert (await now(middle, number)).state is State.EXPIRED


async def test_who_was_never_asked_because_they_did_not_write_is_let_go_too(
    middle: Engine,
) -> None:
    case, _, number = await scene(middle)
    referral = await now(middle, number)
    async with middle.tools.database.transaction() as tx:
        deadlines.written(middle.tools.desk(tx), referral)
    told = {"code": case.code, "partner": NAME}
    assert await hears(middle, 24) == {NARGES: [say("referral-waits-drafted", **told)]}
    assert await hears(middle, 24) == {NARGES: [say("referral-unanswered-drafted", **told)]}
    await middle.receives(says(MARYAM, "سلام"))
    assert (await now(middle, number)).state is State.EXPIRED
