"""Reminders of appointments on real rows: once, in the family's hours, to whoever has the case."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.domain.appointment import DAY, HOUR, MINUTE, State, Way
from bot.domain.case import Case, Outcome
from bot.domain.contact import ContactRules, Writing
from bot.domain.ids import PersonId
from bot.domain.people import Role
from bot.handlers.house import House
from bot.handlers.tools import Tools
from bot.jobs import appointments as reminding
from bot.jobs import clock
from bot.storage import appointments, cases, claims, contact, leases
from bot.storage.appointments import Picked
from bot.storage.database import Database
from bot.storage.ids import Ids
from bot.storage.sealed import Sealer
from tests.shelf import shelf
from tests.storage.conftest import MARYAM, NARGES, OMID, Working, claimed, hire, meet
from tests.storage.test_gate import At

TEHRAN = ZoneInfo("Asia/Tehran")
START = int(datetime(2026, 9, 24, 12, 0, tzinfo=TEHRAN).timestamp() * 1000)
BEGIN = START - 3 * DAY


@pytest.fixture(scope="module")
def house() -> House:
    return shelf().house("fa", {})


class Service:
    """Narges has Maryam's case, and an appointment at noon; the clock is ours."""

    def __init__(self, database: Database, sealer: Sealer, ids: Ids, house: House) -> None:
        self.database, self.sealer, self.ids, self.house = database, sealer, ids, house
        self.maryam = self.narges = PersonId(0)
        self.case: Case

    async def begin(self, working: Working, rules: ContactRules, way: Way = Way.CHAT) -> None:
        async with working(BEGIN) as work:
            self.narges, self.maryam = await hire(work, NARGES), meet(work, MARYAM)
            self.case = await claimed(work, self.maryam, self.narges)
            leases.replied(work, self.case.id)
            await contact.remember(work, self.maryam, rules)
            if rules.silenced_at is not None:
                await contact.silence(work, self.maryam)
            draft = await appointments.draft(work, self.case.id, self.narges, way)
            assert draft is not None
            await appointments.add_time(work, draft.id, START)
            await appointments.offer(work, draft.id)
            assert await appointments.pick(work, draft.id, START, self.narges) is Picked.WON

    def tools(self, now: int) -> Tools:
        return Tools(self.database, self.sealer, self.ids, At(now), self.house)

    async def passes(self, now: int) -> list[tuple[str, PersonId]]:
        """What the clock does by this moment: kind and reader of each message that is owed."""
        tools = self.tools(now)
        before = {row["id"] for row in await self.database.read("SELECT id FROM outbox")}
        await clock.do_due(tools)
        async with self.database.transaction() as tx:
            await reminding.watch(tools.desk(tx))
        rows = await self.database.read("SELECT id, kind, person_id FROM outbox ORDER BY id")
        return [(row["kind"], row["person_id"]) for row in rows if row["id"] not in before]

    async def held(self) -> int:
        return len(await self.database.read("SELECT 1 FROM held"))


@pytest.fixture
def service(database: Database, sealer: Sealer, ids: Ids, house: House) -> Service:
    return Service(database, sealer, ids, house)


async def test_both_are_reminded_twice_and_the_counselor_is_asked_after_it(
    service: Service, working: Working
) -> None:
    await service.begin(working, ContactRules(Writing.ANY))
    both = [("staff", service.narges), ("reminder", service.maryam)]
    assert await service.passes(START - DAY - 1) == []
    assert await service.passes(START - DAY) == both
    assert await service.passes(START - DAY + MINUTE) == []
    assert await service.passes(START - HOUR) == both
    assert await service.passes(START) == []
    assert await service.passes(START + HOUR) == [("staff", service.narges)]
    assert await service.passes(START + 3 * DAY) == []


@pytest.mark.parametrize(
    ("back", "reminded"),
    [
        (START - DAY + 5 * HOUR, True),
        (START - 90 * MINUTE, False),  # too late for the day before, and the hour is near
        (START - 50 * MINUTE, True),
        (START - 2 * MINUTE, False),
        (START + 30 * MINUTE, False),
    ],
)
async def test_after_downtime_what_still_helps_comes_once(
    service: Service, working: Working, back: int, reminded: bool
) -> None:
    await service.begin(working, ContactRules(Writing.ANY))
    found = await service.passes(back)
    assert found.count(("reminder", service.maryam)) == int(reminded)
    assert len(found) == 2 * int(reminded)


async def test_a_family_is_reminded_in_its_hours_or_not_at_all(
    service: Service, working: Working
) -> None:
    await service.begin(working, ContactRules(Writing.ANY, frozenset({"evening"})))
    assert await service.passes(START - DAY) == [("staff", service.narges)]
    assert await service.passes(START - DAY + 4 * HOUR) == [("reminder", service.maryam)]
    # Its next hours begin after the appointment.
    assert await service.passes(START - HOUR) == [("staff", service.narges)]
    assert await service.passes(START + 30 * MINUTE) == []
    assert await service.held() == 0


async def test_a_reminder_that_waits_for_its_hours_moves_with_the_appointment(
    service: Service, working: Working
) -> None:
    await service.begin(working, ContactRules(Writing.ANY, frozenset({"evening"})))
    await service.passes(START - DAY)
    async with working(START - DAY + MINUTE) as work:
        live = await appointments.live_of(work, service.case.id)
        assert live is not None
        await appointments.fresh_times(work, live.id)
        await appointments.add_time(work, live.id, START + 2 * DAY)
        await appointments.offer(work, live.id)
        assert await appointments.pick(work, live.id, START + 2 * DAY, service.narges) is Picked.WON
    assert await service.passes(START - DAY + 4 * HOUR) == []
    assert await service.passes(START + DAY) == [("staff", service.narges)]
    assert await service.passes(START + DAY + 4 * HOUR) == [("reminder", service.maryam)]


@pytest.mark.parametrize(
    "rules", [ContactRules(Writing.WAIT), ContactRules(Writing.ANY, frozenset(), 1)]
)
async def test_who_is_not_to_be_written_to_gets_nothing_now_and_nothing_later(
    service: Service, working: Working, rules: ContactRules
) -> None:
    await service.begin(working, rules)
    assert await service.passes(START - DAY) == [("staff", service.narges)]
    assert await service.passes(START - HOUR) == [("staff", service.narges)]
    assert await service.held() == 0


async def test_where_only_plain_lines_are_safe_a_plain_line_comes(
    service: Service, working: Working
) -> None:
    await service.begin(working, ContactRules(Writing.NEUTRAL))
    assert await service.passes(START - DAY) == [
        ("staff", service.narges), ("veil", service.maryam),
    ]  # fmt: skip


async def test_the_counselor_of_that_moment_is_reminded_and_while_there_is_none_supervisors(
    service: Service, working: Working
) -> None:
    await service.begin(working, ContactRules(Writing.ANY))
    async with working(BEGIN) as work:
        omid = await hire(work, OMID)
        reza = await hire(work, 2003, Role.SUPERVISOR)
        await claims.release_all(work, service.narges)
    assert await service.passes(START - DAY) == [("staff", reza), ("reminder", service.maryam)]
    async with working(BEGIN) as work:
        assert await claims.claim(work, service.case.id, omid)
    assert await service.passes(START - 2 * HOUR) == [("staff", omid)]
    assert await service.passes(START - HOUR) == [("staff", omid), ("reminder", service.maryam)]


async def test_however_a_case_was_closed_its_appointment_is_canceled_and_both_hear_it(
    service: Service, working: Working
) -> None:
    await service.begin(working, ContactRules(Writing.ANY))
    async with working(BEGIN) as work:
        assert await cases.close(work, service.case.id, service.narges, Outcome.OTHER)
    assert sorted(await service.passes(BEGIN + MINUTE)) == sorted(
        [("appointment", service.maryam), ("staff", service.narges)]
    )
    for later in (START - DAY, START - HOUR, START + HOUR):
        assert await service.passes(later) == []
    async with working(BEGIN) as work:
        assert await appointments.live_of(work, service.case.id) is None
    (row,) = await service.database.read("SELECT state FROM appointments")
    assert row["state"] == State.CANCELED
