"""People: known by a blind index, with roles that somebody gave them, and one walk at a time."""

import pytest

from bot.conversations.flow import Picked, Session
from bot.domain.ids import CaseId, PersonId
from bot.domain.people import Platform, Role
from bot.storage import consents, contact, people
from bot.storage.database import Database
from bot.storage.sealed import Sealer, Unreadable
from bot.storage.work import Work
from tests.storage.conftest import (
    HOSSEIN,
    MARYAM,
    NARGES,
    NOON,
    Working,
    claimed,
    hire,
    meet,
    opened,
)

DAY = 86_400_000


async def known(work: Work, account: int) -> people.Known | None:
    key = people.chat_key(work.sealer, Platform.TELEGRAM, account)
    return (await people.known(work, [key])).get(key)


async def test_who_writes_for_the_first_time_is_known_from_then_on(working: Working) -> None:
    async with working() as work:
        assert await known(work, MARYAM) is None
        fresh = people.add(work, Platform.TELEGRAM, MARYAM, "fa")
        assert await known(work, MARYAM) == fresh
    assert (fresh.account.chat_id, fresh.staff, fresh.session, fresh.case) == (
        MARYAM, None, None, None,
    )  # fmt: skip


async def test_everything_a_message_depends_on_is_loaded_at_once(working: Working) -> None:
    session = Session("intake", 1, "ab", "topic", {"consent": Picked("yes")})
    async with working() as work:
        maryam, narges = meet(work, MARYAM), await hire(work, NARGES)
        people.save_session(work, maryam, session, CaseId(9))
        case = await claimed(work, maryam, narges)
        found = await known(work, MARYAM)
    assert found is not None
    assert found.case is not None
    assert (found.session, found.subject) == (session, 9)
    assert found.case == people.OpenCase(case.id, case.code, found.case.status, narges)
    assert found.case.status == "claimed"


async def test_the_account_stands_nowhere_in_readable_form(
    database: Database, working: Working
) -> None:
    async with working() as work:
        meet(work, 5550123456)
    rows = await database.read("SELECT * FROM accounts")
    assert "5550123456" not in repr([dict(row) for row in rows])


def test_the_same_number_on_two_messengers_is_two_chats(sealer: Sealer) -> None:
    keys = {people.chat_key(sealer, platform, MARYAM) for platform in Platform}
    assert len(keys) == 2


async def test_an_account_moved_to_another_row_does_not_open(working: Working) -> None:
    async with working() as work:
        meet(work, MARYAM)
        hossein = meet(work, HOSSEIN)
        await work.tx.execute(
            "UPDATE accounts SET chat_id = (SELECT chat_id FROM accounts WHERE person_id <> ?)",
            hossein,
        )
    with pytest.raises(Unreadable):
        async with working() as work:
            await known(work, HOSSEIN)


async def test_the_unreachable_are_noted_once_and_reachable_when_they_write(
    working: Working,
) -> None:
    async with working() as work:
        maryam = meet(work, MARYAM)
        assert await people.unreachable(work, maryam)
        assert not await people.unreachable(work, maryam)
        reach = await people.reach(work, maryam)
        assert reach is not None
        assert reach.lost
        people.seen(work, maryam)
        found = await known(work, MARYAM)
        assert found is not None
        assert found.person.unreachable_at is None


async def test_it_is_remembered_when_somebody_last_wrote(working: Working) -> None:
    async with working(NOON - DAY) as work:
        maryam = meet(work, MARYAM)
    async with working() as work:
        before = await contact.standing(work, maryam)
        people.seen(work, maryam)
        after = await contact.standing(work, maryam)
        assert before is not None
        assert after is not None
        assert (before.seen_at, after.seen_at) == (NOON - DAY, NOON)
        assert await contact.standing(work, PersonId(404)) is None


async def test_consent_is_kept_with_the_version_of_its_text(
    database: Database, working: Working
) -> None:
    async with working() as work:
        maryam = meet(work, MARYAM)
        consents.record(work, maryam, "help", 3, given=True)
        consents.record(work, maryam, "help", 4, given=False)
        found = await known(work, MARYAM)
    assert found is not None
    assert found.person.consented_at is None
    rows = await database.read("SELECT text_version, given FROM consents ORDER BY id")
    assert [tuple(dict(row).values()) for row in rows] == [(3, 1), (4, 0)]


async def test_a_person_stands_in_one_conversation(working: Working) -> None:
    async with working() as work:
        maryam = meet(work, MARYAM)
        people.save_session(work, maryam, Session("intake", 1, "ab", "topic"))
        people.save_session(work, maryam, Session("feedback", 1, "cd", "score"), CaseId(9))
        found = await known(work, MARYAM)
        assert found is not None
        assert found.session == Session("feedback", 1, "cd", "score")
        await people.end_session(work, maryam)
        found = await known(work, MARYAM)
        assert found is not None
        assert (found.session, found.subject) == (None, None)


async def test_a_language_is_kept(working: Working) -> None:
    async with working() as work:
        maryam = meet(work, MARYAM)
        await people.speak(work, maryam, "en")
        reach = await people.reach(work, maryam)
        assert reach is not None
        assert reach.language == "en"
        assert await people.reach(work, PersonId(404)) is None


async def test_nobody_is_staff_before_somebody_appointed_them(working: Working) -> None:
    async with working() as work:
        maryam, narges = meet(work, MARYAM), await hire(work, NARGES)
        assert await people.member(work, maryam) is None
        member = await people.member(work, narges)
        assert member is not None
        assert (member.role, member.alias, member.on_call) == (
            Role.COUNSELOR, f"نام {NARGES}", False,
        )  # fmt: skip
        assert [one.person_id for one in await people.staff(work)] == [narges]


async def test_another_role_replaces_the_first(working: Working) -> None:
    async with working() as work:
        narges = await hire(work, NARGES)
        await people.appoint(work, narges, Role.SUPERVISOR, "نرگس", on_call=True)
        (member,) = await people.staff(work)
        assert (member.role, member.alias, member.on_call) == (Role.SUPERVISOR, "نرگس", True)


async def test_who_is_dismissed_has_no_role_and_no_talk(working: Working) -> None:
    async with working() as work:
        narges = await hire(work, NARGES)
        await people.put_on_call(work, narges, on=True)
        await people.face(work, narges, CaseId(5), settled=True)
        assert await people.dismiss(work, narges)
        assert not await people.dismiss(work, narges)
        assert await people.staff(work) == []
        await people.appoint(work, narges, Role.COUNSELOR, "نرگس", on_call=False)
        (member,) = await people.staff(work)
        assert (member.current_case, member.settled, member.on_call) == (None, False, False)


async def test_another_family_that_writes_unsettles_the_talk(working: Working) -> None:
    async with working() as work:
        narges = await hire(work, NARGES)
        await people.face(work, narges, CaseId(5), settled=True)
        await people.unsettle(work, narges, unless=CaseId(5))
        assert (await people.staff(work))[0].settled
        await people.unsettle(work, narges, unless=CaseId(6))
        member = (await people.staff(work))[0]
        assert (member.current_case, member.settled) == (5, False)


async def test_only_families_in_the_middle_of_something_hear_an_apology(working: Working) -> None:
    walk = Session("intake", 1, "ab", "topic")
    async with working() as work:
        walking, waiting, calm = (meet(work, 6000 + n) for n in range(3))
        lost, staff = meet(work, 6003), await hire(work, NARGES)
        for person in (walking, lost, staff):
            people.save_session(work, person, walk)
        await people.unreachable(work, lost)
        await opened(work, waiting)
    async with working(NOON - DAY) as work:
        long_gone = meet(work, 6005)
        people.save_session(work, long_gone, walk)
    async with working() as work:
        assert await people.to_apologize(work, NOON) == [walking, waiting]
    assert calm not in (walking, waiting)
