"""Families met by telephone or in person: cases without a chat, under the same rules as others."""

from bot.domain.case import Status
from bot.domain.people import Role
from bot.domain.triage import Acuity
from bot.storage import cases, claims, leads
from bot.storage.cases import Contact
from tests.storage.conftest import NARGES, NOON, OMID, Working, hire, request

YESTERDAY = NOON - 24 * 3600 * 1000
CALL = Contact("phone", YESTERDAY)


async def test_whoever_met_the_family_has_the_case_at_once(working: Working) -> None:
    async with working() as work:
        narges = await hire(work, NARGES)
        case = await cases.record_contact(work, narges, request(), CALL, waits=False)
        assert (case.status, case.counselor_id) == (Status.CLAIMED, narges)
        row = await work.tx.row("SELECT channel, contacted_at FROM cases WHERE id = ?", case.id)
        assert row is not None
        assert (row["channel"], row["contacted_at"]) == ("phone", YESTERDAY)


async def test_a_call_that_waits_is_the_next_case_of_somebody(working: Working) -> None:
    async with working() as work:
        narges = await hire(work, NARGES)
        call = await cases.record_contact(work, narges, request(Acuity.HIGH), CALL, waits=True)
        assert await claims.next_waiting(work, narges) == call
        assert await claims.claim(work, call.id, narges)


async def test_a_call_about_a_minor_waits_for_a_lead_like_any_other(working: Working) -> None:
    async with working() as work:
        narges, omid = await hire(work, NARGES), await hire(work, OMID, Role.SUPERVISOR)
        asked = request(minor=True, underserved=2)
        call = await cases.record_contact(work, narges, asked, CALL, waits=True)
        assert (call.minor, call.underserved) == (True, 2)
        assert await claims.next_waiting(work, narges) is None
        assert not await claims.claim(work, call.id, narges)
        assert await leads.take(work, call.id, omid)
        assert await claims.claim(work, call.id, narges)
