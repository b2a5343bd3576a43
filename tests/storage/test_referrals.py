"""Referrals and partners: one live referral to a partner, and one winner at every step."""

import asyncio

from bot.domain.case import Case
from bot.domain.ids import OutboxId, PersonId
from bot.domain.people import Role
from bot.domain.referral import (
    HALF_TIME,
    LIMIT,
    Override,
    Partner,
    PartnerKind,
    Profile,
    Referral,
    Refusal,
    Share,
    State,
    Urgency,
)
from bot.storage import partners, people, referrals
from bot.storage.database import Database
from bot.storage.referrals import Count
from bot.storage.work import Work
from tests.storage.conftest import (
    HOSSEIN,
    MARYAM,
    NARGES,
    NOON,
    OMID,
    Working,
    claimed,
    hire,
    meet,
)

HOUR = 3600 * 1000
SUN = Profile("مرکز آفتاب", PartnerKind.LEGAL, ("23",), ("divorce",), "رایگان", "صبح‌ها")


async def scene(work: Work) -> tuple[Case, Partner, PersonId]:
    narges = await hire(work, NARGES)
    case = await claimed(work, meet(work, MARYAM), narges)
    return case, await partners.save(work, SUN), narges


async def written(work: Work, case: Case, partner: Partner, by: PersonId) -> Referral:
    """Everything chosen, nobody asked yet."""
    draft = await referrals.draft(work, case.id, partner.id, by)
    assert draft is not None
    shares = (Share.TOPIC, Share.SUMMARY)
    assert await referrals.finish(work, draft.id, Urgency.EMERGENCY, shares, "خلاصه")
    found = await referrals.get(work, draft.id)
    assert found is not None
    return found


async def sent(work: Work, case: Case, partner: Partner, by: PersonId) -> Referral:
    referral = await written(work, case, partner, by)
    assert await referrals.move(work, referral.id, State.CONSENT_ASKED)
    assert await referrals.send(work, referral, by)
    found = await referrals.get(work, referral.id)
    assert found is not None
    return found


async def test_a_partner_is_kept_changed_by_its_name_and_switched_off(working: Working) -> None:
    async with working() as work:
        first = await partners.save(work, SUN)
        other = Profile("مركز آفتاب", PartnerKind.HEALTH)
        again = await partners.save(work, other)
        assert again.id == first.id
        assert await partners.every(work) == [Partner(first.id, other)]
        assert await partners.named(work, "مرکزآفتاب") == Partner(first.id, other)
        assert await partners.switch(work, first.id, on=False)
        assert not await partners.switch(work, first.id, on=False)
        found = await partners.get(work, first.id)
    assert found is not None
    assert not found.profile.active


async def test_words_of_partners_and_summaries_are_sealed(
    database: Database, working: Working
) -> None:
    async with working() as work:
        case, partner, narges = await scene(work)
        await written(work, case, partner, narges)
    rows = [*await database.read("SELECT * FROM partners")]
    rows += await database.read("SELECT * FROM referrals")
    shown = repr([dict(row) for row in rows])
    assert not any(word in shown for word in ("آفتاب", "رایگان", "صبح", "خلاصه"))


async def test_only_those_who_answer_for_a_partner_now_are_its_people(working: Working) -> None:
    async with working() as work:
        partner = await partners.save(work, SUN)
        mina, omid = await hire(work, 5001, Role.PARTNER), await hire(work, OMID)
        for person in (mina, omid):
            await partners.join(work, person, partner.id)
        assert await partners.people_of(work, partner.id) == [mina]
        assert await partners.of_person(work, mina) == partner
        assert await partners.of_person(work, omid) is None
        await people.dismiss(work, mina)
        assert await partners.people_of(work, partner.id) == []
        assert await partners.of_person(work, mina) is None


async def test_a_case_has_one_live_referral_to_a_partner(working: Working) -> None:
    async with working() as work:
        case, partner, narges = await scene(work)
        referral = await written(work, case, partner, narges)
        assert await referrals.draft(work, case.id, partner.id, narges) is None
        assert await referrals.move(work, referral.id, State.REVOKED, narges)
        assert await referrals.draft(work, case.id, partner.id, narges) is not None


async def test_what_was_begun_and_not_finished_makes_room(working: Working) -> None:
    async with working() as work:
        case, partner, narges = await scene(work)
        first = await referrals.draft(work, case.id, partner.id, narges)
        omid = await hire(work, OMID)
        second = await referrals.draft(work, case.id, partner.id, omid)
        assert first is not None
        assert second is not None
        assert await referrals.unfinished(work, case.id, narges) is None
        assert await referrals.unfinished(work, case.id, omid) == second
        assert not await referrals.move(work, second.id, State.CONSENT_ASKED)
        assert await referrals.of_case(work, case.id) == []
        await referrals.discard(work, omid)
        assert await referrals.get(work, second.id) is None


async def test_nothing_goes_without_a_question_unless_it_is_overridden(working: Working) -> None:
    async with working() as work:
        case, partner, narges = await scene(work)
        referral = await written(work, case, partner, narges)
        assert not await referrals.send(work, referral, narges)
        assert await referrals.send(work, referral, narges, Override.CHILD)
        found = await referrals.get(work, referral.id)
    assert found is not None
    assert (found.state, found.override, found.sent_at) == (State.SENT, Override.CHILD, NOON)


async def test_a_no_is_kept_and_counts_once(working: Working) -> None:
    async with working() as work:
        case, partner, narges = await scene(work)
        referral = await written(work, case, partner, narges)
        assert not await referrals.decline(work, referral.id)
        assert await referrals.move(work, referral.id, State.CONSENT_ASKED)
        assert await referrals.decline(work, referral.id)
        assert not await referrals.decline(work, referral.id)
        found = await referrals.get(work, referral.id)
    assert found is not None
    assert (found.state, found.declined) == (State.CONSENT_ASKED, True)


async def test_every_move_that_the_table_does_not_have_is_refused(working: Working) -> None:
    async with working() as work:
        case, partner, narges = await scene(work)
        referral = await sent(work, case, partner, narges)
        for after in (State.DRAFTED, State.CONSENT_ASKED, State.DONE):
            assert not await referrals.move(work, referral.id, after)
        assert await referrals.refuse(work, referral.id, Refusal.FULL, narges)
        for after in State:
            assert not await referrals.move(work, referral.id, after)
        found = await referrals.get(work, referral.id)
    assert found is not None
    assert (found.state, found.refusal) == (State.REFUSED, Refusal.FULL)


async def test_of_two_who_answer_at_once_one_wins(working: Working) -> None:
    async with working() as work:
        case, partner, narges = await scene(work)
        referral = await sent(work, case, partner, narges)

    async def answer(after: State) -> bool:
        async with working() as work:
            return await referrals.move(work, referral.id, after, narges)

    answers = (State.ACCEPTED, State.REFUSED, State.REVOKED)
    won = await asyncio.gather(*map(answer, answers[:2]))
    assert sorted(won) == [False, True]


async def test_silence_is_due_step_by_step_and_each_step_is_told_once(working: Working) -> None:
    async with working() as work:
        case, partner, narges = await scene(work)
        referral = await sent(work, case, partner, narges)
    async with working(at=NOON + 12 * HOUR - 1) as work:
        assert await referrals.silent(work) == []
    for hours, step in ((12, HALF_TIME), (24, LIMIT)):
        async with working(at=NOON + hours * HOUR) as work:
            (due,) = await referrals.silent(work)
            assert await referrals.remind(work, due, step)
            assert not await referrals.remind(work, due, step)
            assert await referrals.silent(work) == []
    async with working(at=NOON + 48 * HOUR) as work:
        assert [one.id for one in await referrals.silent(work)] == [referral.id]
        assert await referrals.move(work, referral.id, State.EXPIRED)
        assert await referrals.silent(work) == []


async def test_those_not_to_be_written_to_first_are_found_when_they_are_here(
    working: Working,
) -> None:
    async with working() as work:
        case, partner, narges = await scene(work)
        await referrals.draft(work, case.id, (await partners.save(work, _moon())).id, narges)
        referral = await written(work, case, partner, narges)
        assert [one.id for one in await referrals.to_ask(work, NOON)] == [referral.id]
        assert await referrals.to_ask(work, NOON + 1) == []


def _moon() -> Profile:
    return Profile("مهتاب", PartnerKind.SOCIAL)


async def test_letters_and_what_a_partner_has_to_answer_are_found(working: Working) -> None:
    async with working() as work:
        case, partner, narges = await scene(work)
        referral = await sent(work, case, partner, narges)
        referrals.remember_letter(work, referral.id, OutboxId(7), narges)
        assert await referrals.letters(work, referral.id) == [(7, narges)]
        assert await referrals.with_partner(work, partner.id, 9) == [referral]
        assert case.person_id is not None
        assert await referrals.sent_about(work, case.person_id) == [referral]


async def test_the_share_completed_can_be_counted_by_partner(working: Working) -> None:
    async with working() as work:
        case, partner, narges = await scene(work)
        moon = await partners.save(work, _moon())
        done = await sent(work, case, partner, narges)
        for after in (State.ACCEPTED, State.DONE):
            assert await referrals.move(work, done.id, after, narges)
        await sent(work, case, partner, narges)
        other = await claimed(work, meet(work, HOSSEIN), narges)
        await sent(work, other, moon, narges)
        counted = await referrals.counts(work)
        assert await referrals.counts(work, NOON + 1) == []
    assert counted == [
        Count(partner.id, State.DONE, 1),
        Count(partner.id, State.SENT, 1),
        Count(moon.id, State.SENT, 1),
    ]


async def test_consent_is_kept_with_its_purpose_and_text(
    database: Database, working: Working
) -> None:
    async with working() as work:
        case, partner, narges = await scene(work)
        referral = await written(work, case, partner, narges)
        assert case.person_id is not None
        referrals.consent(work, case.person_id, referral.id, given=True)
        referrals.consent(work, case.person_id, referral.id, given=False)
    rows = await database.read("SELECT purpose, text_version, given FROM consents ORDER BY id")
    purpose = f"referral:{referral.id}"
    assert [tuple(dict(row).values()) for row in rows] == [(purpose, 1, 1), (purpose, 1, 0)]
