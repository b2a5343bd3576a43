"""Appointments on both engines: one for a case, one for a quarter of an hour of a counselor."""

import asyncio

import pytest

from bot.domain.appointment import DAY, HOUR, Appointment, State, Step, Way
from bot.domain.case import Outcome
from bot.domain.ids import AppointmentId, CaseId, PersonId
from bot.storage import appointments, cases, claims, due
from bot.storage.appointments import Picked
from bot.storage.database import Database
from bot.storage.work import Work
from tests.storage.conftest import HOSSEIN, MARYAM, NARGES, NOON, OMID, Working, claimed, hire, meet

SOON = NOON + 2 * DAY
PLACE = "خیابان نمونه"


async def offered(work: Work, case_id: CaseId, who: PersonId, *times: int) -> AppointmentId:
    """A proposal of these times that is with the family."""
    draft = await appointments.draft(work, case_id, who, Way.IN_PERSON, PLACE)
    assert draft is not None
    for at in times:
        assert await appointments.add_time(work, draft.id, at)
    assert await appointments.offer(work, draft.id)
    return draft.id


async def again(work: Work, number: AppointmentId, *times: int) -> None:
    """The counselor proposes other times for the same appointment."""
    await appointments.fresh_times(work, number)
    for at in times:
        assert await appointments.add_time(work, number, at)
    assert await appointments.offer(work, number)


async def reminders(database: Database) -> dict[str, int]:
    """What waits, by kind."""
    rows = await database.read("SELECT kind, run_at FROM due WHERE state = 'waiting'")
    assert len({row["kind"] for row in rows}) == len(rows)
    return {row["kind"]: row["run_at"] for row in rows}


def planned(start: int) -> dict[str, int]:
    return {Step.DAY: start - DAY, Step.HOUR: start - HOUR, Step.AFTER: start + HOUR}


async def test_a_proposal_is_picked_once_and_reminded(database: Database, working: Working) -> None:
    async with working() as work:
        narges = await hire(work, NARGES)
        case = await claimed(work, meet(work, MARYAM), narges)
        number = await offered(work, case.id, narges, SOON, SOON + HOUR)
        assert await appointments.pick(work, number, SOON + DAY, narges) is Picked.OVER
        assert await appointments.pick(work, number, SOON, narges) is Picked.WON
        assert await appointments.pick(work, number, SOON + HOUR, narges) is Picked.OVER
        found = await appointments.live_of(work, case.id)
    assert found == Appointment(
        number, case.id, State.CONFIRMED, False, Way.IN_PERSON, PLACE, SOON, narges
    )
    assert PLACE not in repr(
        [dict(row) for row in await database.read("SELECT * FROM appointments")]
    )
    assert await reminders(database) == planned(SOON)


async def test_of_two_families_who_pick_the_same_time_of_one_counselor_one_wins(
    working: Working,
) -> None:
    async with working() as work:
        narges = await hire(work, NARGES)
        numbers = [
            await offered(
                work, (await claimed(work, meet(work, a), narges)).id, narges, SOON, SOON + DAY
            )
            for a in (MARYAM, HOSSEIN)
        ]

    async def pick(number: AppointmentId) -> Picked:
        async with working() as work:
            return await appointments.pick(work, number, SOON, narges)

    results = await asyncio.gather(*map(pick, numbers))
    assert sorted(result.value for result in results) == ["taken", "won"]
    loser = numbers[results.index(Picked.TAKEN)]
    async with working() as work:
        kept = await appointments.get(work, loser)
        assert kept is not None
        assert (kept.state, kept.offered, kept.starts_at) == (State.OPEN, True, None)
        assert await appointments.pick(work, loser, SOON + DAY, narges) is Picked.WON


async def test_two_presses_of_one_family_agree_on_one_time(
    database: Database, working: Working
) -> None:
    async with working() as work:
        narges = await hire(work, NARGES)
        case = await claimed(work, meet(work, MARYAM), narges)
        number = await offered(work, case.id, narges, SOON, SOON + HOUR)

    async def pick(at: int) -> Picked:
        async with working() as work:
            return await appointments.pick(work, number, at, narges)

    results = await asyncio.gather(*map(pick, (SOON, SOON + HOUR)))
    assert sorted(result.value for result in results) == ["over", "won"]
    assert len(await database.read("SELECT 1 FROM appointment_slots")) == 1
    assert len(await reminders(database)) == 3


async def test_a_cancel_and_a_pick_at_once_leave_one_of_both(
    database: Database, working: Working
) -> None:
    async with working() as work:
        narges = await hire(work, NARGES)
        case = await claimed(work, meet(work, MARYAM), narges)
        number = await offered(work, case.id, narges, SOON)

    async def pick() -> bool:
        async with working() as work:
            return await appointments.pick(work, number, SOON, narges) is Picked.WON

    async def cancel() -> bool:
        async with working() as work:
            return await appointments.end(work, number, State.CANCELED)

    await asyncio.gather(pick(), cancel())
    async with working() as work:
        found = await appointments.get(work, number)
    assert found is not None
    taken = len(await database.read("SELECT 1 FROM appointment_slots"))
    waiting = len(await reminders(database))
    assert (found.state, taken, waiting) in ((State.CONFIRMED, 1, 3), (State.CANCELED, 0, 0))


async def test_a_case_has_one_appointment_at_a_time(working: Working) -> None:
    async with working() as work:
        narges = await hire(work, NARGES)
        case = await claimed(work, meet(work, MARYAM), narges)
        first = await offered(work, case.id, narges, SOON)
        anew = await appointments.draft(work, case.id, narges, Way.PHONE)
        assert anew is not None
        assert (anew.id, anew.way, anew.place, anew.times, anew.offered) == (
            first, Way.PHONE, "", (), False,
        )  # fmt: skip
        assert await appointments.pick(work, first, SOON, narges) is Picked.OVER
        await again(work, first, SOON)
        assert await appointments.pick(work, first, SOON, narges) is Picked.WON
        assert await appointments.draft(work, case.id, narges, Way.CHAT) is None


async def test_reminders_move_with_the_appointment_and_come_once(
    database: Database, working: Working
) -> None:
    async with working() as work:
        narges = await hire(work, NARGES)
        case = await claimed(work, meet(work, MARYAM), narges)
        number = await offered(work, case.id, narges, SOON)
        await appointments.pick(work, number, SOON, narges)
        await again(work, number, SOON + DAY)
        assert await appointments.pick(work, number, SOON + DAY, narges) is Picked.WON
    assert await reminders(database) == planned(SOON + DAY)
    # The day before has been reminded of; then it is moved by a week, and once more by a day.
    at = SOON + 1
    (first,) = await due.ready(database, at, 9)
    async with working(at) as work:
        assert await due.take(work, first)
    for later in (SOON + 7 * DAY, SOON + 8 * DAY):
        async with working(at) as work:
            await again(work, number, later)
            assert await appointments.pick(work, number, later, narges) is Picked.WON
        assert await reminders(database) == planned(later)
    # Moved to this afternoon: the day before is past, and nothing reminds of it.
    async with working(at) as work:
        await again(work, number, at + 3 * HOUR)
        await appointments.pick(work, number, at + 3 * HOUR, narges)
    assert sorted(await reminders(database)) == [Step.AFTER, Step.HOUR]
    assert len(await database.read("SELECT 1 FROM appointment_slots")) == 1


async def test_declined_other_times_leave_what_was_agreed(
    database: Database, working: Working
) -> None:
    async with working() as work:
        narges = await hire(work, NARGES)
        case = await claimed(work, meet(work, MARYAM), narges)
        number = await offered(work, case.id, narges, SOON)
        await appointments.pick(work, number, SOON, narges)
        await again(work, number, SOON + DAY)
        assert await appointments.decline(work, number)
        assert not await appointments.decline(work, number)
        kept = await appointments.get(work, number)
    assert kept is not None
    assert (kept.state, kept.starts_at) == (State.CONFIRMED, SOON)
    assert await reminders(database) == planned(SOON)


@pytest.mark.parametrize("state", [State.CANCELED, State.TOOK_PLACE, State.NO_SHOW])
async def test_an_end_counts_once_and_frees_the_time(
    database: Database, working: Working, state: State
) -> None:
    async with working() as work:
        narges = await hire(work, NARGES)
        first = await claimed(work, meet(work, MARYAM), narges)
        number = await offered(work, first.id, narges, SOON)
        await appointments.pick(work, number, SOON, narges)
        assert await appointments.end(work, number, state)
        assert not await appointments.end(work, number, State.CANCELED)
    assert await reminders(database) == {}
    async with working() as work:
        second = await claimed(work, meet(work, HOSSEIN), narges)
        other = await offered(work, second.id, narges, SOON)
        assert await appointments.pick(work, other, SOON, narges) is Picked.WON


async def test_it_follows_its_case_to_another_counselor_and_ends_with_it(
    working: Working,
) -> None:
    async with working() as work:
        narges, omid = await hire(work, NARGES), await hire(work, OMID)
        case = await claimed(work, meet(work, MARYAM), narges)
        number = await offered(work, case.id, narges, SOON)
        await appointments.pick(work, number, SOON, narges)
        assert await appointments.astray(work) == []
        await claims.release_all(work, narges)
        assert await appointments.astray(work) == []
        assert await claims.claim(work, case.id, omid)
        (found,) = await appointments.astray(work)
        assert await appointments.follow(work, found, omid)
        assert await appointments.astray(work) == []
        (seen,) = await appointments.coming(work, NOON, SOON + 1, omid)
        assert seen.id == number
        assert await appointments.coming(work, NOON, SOON + 1, narges) == []
        # The time is free again for the one, and taken for the other.
        third = await claimed(work, meet(work, HOSSEIN), narges)
        free = await offered(work, third.id, narges, SOON)
        assert await appointments.pick(work, free, SOON, omid) is Picked.TAKEN
        assert await appointments.pick(work, free, SOON, narges) is Picked.WON
        assert len(await appointments.coming(work, NOON, SOON + 1, None)) == 2
        assert await cases.close(work, case.id, omid, Outcome.HELPED)
        (left,) = await appointments.astray(work)
        assert left.id == number
