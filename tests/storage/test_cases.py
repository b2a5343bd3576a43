"""Cases: one open per person, one winner per claim, the most urgent first."""

import asyncio
import re

import pytest

from bot.domain.case import Outcome, Status
from bot.domain.ids import CaseId, PersonId
from bot.domain.people import Role
from bot.domain.triage import Acuity
from bot.storage import cases, claims, feedback, notes, people
from bot.storage.database import Database
from bot.storage.sealed import Unreadable
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
    opened,
    request,
)

MINUTE = 60_000


async def test_a_request_waits_with_a_code_of_its_own(working: Working) -> None:
    asked = request(Acuity.HIGH, province="07", county="0701", contact="neutral")
    async with working() as work:
        maryam = meet(work, MARYAM)
        case = await cases.open_case(work, maryam, asked)
        assert case is not None
        assert (case.status, case.acuity, case.topic) == (Status.WAITING, Acuity.HIGH, "grief")
        assert (case.province, case.county, case.contact) == ("07", "0701", "neutral")
        assert (case.opened_at, case.reasons) == (NOON, ("topic_grief",))
        assert re.fullmatch(r"\w{3}-\w{3}-\w{3}", case.code)
        assert await cases.get(work, case.id) == case == await cases.by_code(work, case.code)
        assert await cases.latest_of(work, maryam) == case == await cases.open_of(work, maryam)


async def test_what_does_not_exist_is_not_found(working: Working) -> None:
    async with working() as work:
        assert await cases.get(work, CaseId(1)) is None
        assert await cases.by_code(work, "AAA-AAA-AAA") is None
        assert await cases.latest_of(work, PersonId(1)) is None
        assert await cases.assessment(work, CaseId(1)) == {}


async def test_a_person_has_one_open_case(working: Working) -> None:
    async with working() as work:
        maryam = meet(work, MARYAM)
        await opened(work, maryam)
        assert await cases.open_case(work, maryam, request()) is None


async def test_a_person_has_one_open_case_also_when_asking_twice_at_once(
    database: Database, working: Working
) -> None:
    async with working() as work:
        maryam = meet(work, MARYAM)

    async def ask() -> bool:
        async with working() as work:
            return await cases.open_case(work, maryam, request()) is not None

    assert sorted(await asyncio.gather(*(ask() for _ in range(5)))) == [False] * 4 + [True]
    assert len(await database.read("SELECT id FROM cases")) == 1


async def test_a_new_need_remembers_the_case_before(working: Working) -> None:
    async with working() as work:
        maryam, narges = meet(work, MARYAM), await hire(work, NARGES)
        first = await claimed(work, maryam, narges)
        assert await cases.close(work, first.id, narges, Outcome.HELPED)
        assert (await opened(work, maryam)).previous_id == first.id


async def test_exactly_one_claim_wins_however_many_press(
    database: Database, working: Working
) -> None:
    async with working() as work:
        case = await opened(work, meet(work, MARYAM))
        counselors = [await hire(work, 3000 + n) for n in range(8)]

    async def press(who: PersonId) -> bool:
        async with working() as work:
            return await claims.claim(work, case.id, who)

    won = await asyncio.gather(*map(press, counselors * 3))
    assert won.count(True) == 1
    (row,) = await database.read("SELECT counselor_id FROM cases")
    assert row["counselor_id"] == (counselors * 3)[won.index(True)]


@pytest.mark.parametrize("role", Role)
async def test_only_caseworkers_can_claim(working: Working, role: Role) -> None:
    async with working() as work:
        case = await opened(work, meet(work, MARYAM))
        won = await claims.claim(work, case.id, await hire(work, NARGES, role))
    assert won is (role in {Role.COUNSELOR, Role.SOCIAL_WORKER, Role.SUPERVISOR})


async def test_strangers_the_dismissed_and_the_person_themselves_cannot_claim(
    working: Working,
) -> None:
    async with working() as work:
        narges, omid = await hire(work, NARGES), await hire(work, OMID)
        await people.dismiss(work, omid)
        case = await opened(work, narges)
        for who in (narges, omid, meet(work, MARYAM)):
            assert not await claims.claim(work, case.id, who)
        assert await claims.next_waiting(work, narges) is None


async def test_the_queue_is_ordered_by_urgency_and_then_by_time(working: Working) -> None:
    async with working() as work:
        narges = await hire(work, NARGES)
    wanted = [Acuity.LOW, Acuity.MEDIUM, Acuity.IMMEDIATE, Acuity.MEDIUM]
    made = []
    for n, acuity in enumerate(wanted):
        async with working(NOON + n * MINUTE) as work:
            made.append(await opened(work, meet(work, 5000 + n), acuity))
    order = [made[2], made[1], made[3], made[0]]
    async with working() as work:
        assert await claims.waiting(work, 10) == order
        assert await claims.waiting(work, 2) == order[:2]
        assert await claims.waiting_count(work) == 4
        assert [await claims.ahead_of(work, case) for case in order] == [0, 1, 2, 3]
        assert await claims.next_waiting(work, narges) == order[0]


async def test_only_who_has_a_case_can_close_it_and_only_once(working: Working) -> None:
    async with working() as work:
        narges, omid = await hire(work, NARGES), await hire(work, OMID)
        case = await claimed(work, meet(work, MARYAM), narges)
        assert not await cases.close(work, case.id, omid, Outcome.HELPED)
        assert await cases.close(work, case.id, narges, Outcome.REFERRED)
        assert not await cases.close(work, case.id, narges, Outcome.HELPED)
        after = await cases.get(work, case.id)
    assert after is not None
    assert (after.status, after.outcome, after.closed_at) == (Status.CLOSED, Outcome.REFERRED, NOON)


async def test_only_the_person_can_withdraw_and_only_while_nobody_has_the_case(
    working: Working,
) -> None:
    async with working() as work:
        maryam, hossein = meet(work, MARYAM), meet(work, HOSSEIN)
        narges = await hire(work, NARGES)
        case, taken = await opened(work, maryam), await claimed(work, hossein, narges)
        assert not await cases.withdraw(work, case.id, hossein)
        assert not await cases.withdraw(work, taken.id, hossein)
        assert await cases.withdraw(work, case.id, maryam)
        assert await cases.open_of(work, maryam) is None


async def test_the_cases_of_who_leaves_go_back_to_the_queue(working: Working) -> None:
    async with working() as work:
        narges, omid = await hire(work, NARGES), await hire(work, OMID)
        case = await claimed(work, meet(work, MARYAM), narges)
        other = await claimed(work, meet(work, HOSSEIN), omid)
        assert [one.id for one in await cases.held_by(work, narges)] == [case.id]
        assert [one.id for one in await claims.release_all(work, narges)] == [case.id]
        assert [one.id for one in await claims.waiting(work, 9)] == [case.id]
        assert [one.id for one in await cases.held_by(work, omid)] == [other.id]


async def test_danger_moves_a_case_up_and_never_down(working: Working) -> None:
    async with working() as work:
        case = await opened(work, meet(work, MARYAM), Acuity.HIGH)
        assert not await cases.raise_acuity(work, case.id, Acuity.MEDIUM, "danger_words")
        assert await cases.raise_acuity(work, case.id, Acuity.IMMEDIATE, "danger_words")
        assert not await cases.raise_acuity(work, case.id, Acuity.IMMEDIATE, "danger_now")
        after = await cases.get(work, case.id)
    assert after is not None
    assert (after.acuity, after.reasons) == (Acuity.IMMEDIATE, ("danger_words", "topic_grief"))


async def test_a_later_assessment_never_makes_a_case_less_urgent(working: Working) -> None:
    async with working() as work:
        maryam = meet(work, MARYAM)
        case = await opened(work, maryam, Acuity.IMMEDIATE)
        later = request(Acuity.LOW, answers={"story": {"told": ["راز"]}}, province="07")
        after = await cases.complete(work, maryam, later)
        assert after is not None
        assert (after.id, after.acuity, after.province) == (case.id, Acuity.IMMEDIATE, "07")
        assert await cases.assessment(work, case.id) == {"story": {"told": ["راز"]}}
        assert await cases.complete(work, meet(work, HOSSEIN), later) is None


async def test_the_words_of_a_case_are_sealed_to_it(database: Database, working: Working) -> None:
    asked = request(answers={"story": {"told": ["راز مریم"]}})
    async with working() as work:
        case = await cases.open_case(work, meet(work, MARYAM), asked)
        other = await opened(work, meet(work, HOSSEIN))
        assert case is not None
        await notes.add(work, case.id, PersonId(1), "یادداشت راز")
        await feedback.save(work, case.id, 5, "بازخورد راز")
    for table in ("cases", "notes", "feedback"):
        rows = [dict(row) for row in await database.read(f"SELECT * FROM {table}")]
        assert "راز" not in repr(rows)
    async with working() as work:
        await work.tx.execute(
            "UPDATE cases SET assessment = (SELECT assessment FROM cases WHERE id = ?)"
            " WHERE id = ?", case.id, other.id,
        )  # fmt: skip
        with pytest.raises(Unreadable):
            await cases.assessment(work, other.id)


async def test_notes_are_read_in_their_order(working: Working) -> None:
    async with working() as work:
        narges = await hire(work, NARGES)
        case = await claimed(work, meet(work, MARYAM), narges)
        for text in ("اول", "دوم"):
            await notes.add(work, case.id, narges, text)
        kept = await notes.of_case(work, case.id)
    assert [(note.author_id, note.body, note.at) for note in kept] == [
        (narges, "اول", NOON), (narges, "دوم", NOON),
    ]  # fmt: skip


async def test_feedback_counts_once(database: Database, working: Working) -> None:
    async with working() as work:
        case = await opened(work, meet(work, MARYAM))
        await feedback.save(work, case.id, 5, None)
        await feedback.save(work, case.id, 1, "دیرتر")
    (row,) = await database.read("SELECT score, words FROM feedback")
    assert dict(row) == {"score": 5, "words": None}


async def test_the_usual_wait_is_said_only_when_there_is_enough_to_know_it(
    working: Working,
) -> None:
    async with working() as work:
        narges = await hire(work, NARGES)
    for n, minutes in enumerate((1, 2, 30, 4, 500)):
        async with working() as work:
            assert await claims.usual_wait(work) is None
            case = await opened(work, meet(work, 5000 + n))
        async with working(NOON + minutes * MINUTE) as work:
            await claims.claim(work, case.id, narges)
    async with working() as work:
        assert await claims.usual_wait(work) == 4 * MINUTE
