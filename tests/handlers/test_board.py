"""The clock and the queue: who is paged for what nobody claims, cards that age, digest."""

from collections import Counter
from dataclasses import replace

import pytest

from bot.clock import Clock
from bot.domain.case import Case
from bot.domain.contact import ContactRules, Writing
from bot.domain.delivery import Done, GiveUp, Gone, Refused
from bot.domain.duty import DutyRules, Shift, minute_of_week
from bot.domain.opening import OpeningHours, Span
from bot.domain.outgoing import Edit, Pin, Text
from bot.domain.people import Role
from bot.domain.triage import Acuity
from bot.handlers import delivered
from bot.handlers.queue import cards, digest
from bot.handlers.tools import Tools
from bot.jobs import board, leases, places
from bot.jobs.clock import do_due
from bot.storage import board as boards
from bot.storage import cases, claims, contact, duty, outbox
from bot.storage.work import TEHRAN
from tests.faults.engine import Engine
from tests.service.house import say

NARGES, REZA, MINUTE = 2001, 2003, 60_000


def later(middle: Engine, minutes: float, rules: DutyRules | None = None) -> Tools:
    house = replace(middle.tools.house, duty=rules or DutyRules())
    return replace(middle.tools, clock=Clock(int(minutes * 60)), house=house)


async def waits(middle: Engine, account: int, acuity: Acuity) -> Case:
    """A case of this acuity, and somebody who looks after it."""
    case = await middle.case_of(account)
    async with middle.tools.database.transaction() as tx:
        desk = middle.tools.desk(tx)
        await tx.execute("UPDATE cases SET acuity = ? WHERE id = ?", int(acuity), case.id)
        await cards.refresh(desk, case.id)
    return replace(case, acuity=acuity)


async def paged(middle: Engine) -> Counter[int | None]:
    """How often whom: pages for cases that nobody has claimed."""
    return Counter(
        row.chat_id
        for row in await middle.owes()
        if isinstance(row.message, Text) and "هنوز با کسی نیست" in row.message.text
    )


async def test_a_high_case_goes_to_those_on_call_and_then_to_the_supervisors_once_each(
    middle: Engine,
) -> None:
    await middle.staff(NARGES, Role.COUNSELOR, on_call=True)
    await middle.staff(REZA, Role.SUPERVISOR)
    await waits(middle, 3001, Acuity.HIGH)
    for minutes, wanted in (
        (14, {}), (16, {NARGES: 1}), (17, {NARGES: 1}), (29, {NARGES: 1}),
        (31, {NARGES: 1, REZA: 1}), (32, {NARGES: 1, REZA: 1}), (5000, {NARGES: 1, REZA: 1}),
    ):  # fmt: skip
        await do_due(later(middle, minutes))
        assert await paged(middle) == wanted, minutes


async def test_after_two_days_of_downtime_everybody_gets_one_page(middle: Engine) -> None:
    await middle.staff(NARGES, Role.COUNSELOR, on_call=True)
    await middle.staff(REZA, Role.SUPERVISOR)
    await waits(middle, 3001, Acuity.IMMEDIATE)
    await do_due(later(middle, 2880))
    await do_due(later(middle, 2881))
    assert await paged(middle) == {NARGES: 1, REZA: 1}


async def test_who_is_claimed_in_time_is_paged_for_no_more_until_the_claim_goes_back(
    middle: Engine,
) -> None:
    narges = await middle.staff(NARGES, Role.COUNSELOR, on_call=True)
    case = await waits(middle, 3001, Acuity.HIGH)
    async with middle.tools.database.transaction() as tx:
        assert await claims.claim(middle.tools.desk(tx).work, case.id, narges)
    await do_due(later(middle, 16))
    assert await paged(middle) == {}
    async with later(middle, 25).database.transaction() as tx:
        await leases.watch(later(middle, 25).desk(tx))
    await do_due(later(middle, 39))
    assert await paged(middle) == {}
    await do_due(later(middle, 41))
    assert await paged(middle) == {NARGES: 1}


async def test_what_can_wait_is_told_to_supervisors_when_somebody_is_there(
    middle: Engine,
) -> None:
    await middle.staff(NARGES, Role.COUNSELOR, on_call=True)
    await middle.staff(REZA, Role.SUPERVISOR)
    await waits(middle, 3001, Acuity.MEDIUM)
    begins = (minute_of_week(middle.tools.clock.now(), TEHRAN) + 300) % 1440
    hour = (Span(begins, begins + 60),)
    rules = DutyRules(OpeningHours((hour,) * 7, hour))
    for minutes, wanted in ((59, {}), (61, {}), (298, {}), (301, {REZA: 1}), (1800, {REZA: 1})):
        await do_due(later(middle, minutes, rules))
        assert await paged(middle) == wanted, minutes


async def test_where_no_opening_is_in_sight_nothing_is_put_off(middle: Engine) -> None:
    await middle.staff(REZA, Role.SUPERVISOR)
    await waits(middle, 3001, Acuity.LOW)
    never = DutyRules(OpeningHours(((),) * 7, ()))
    await do_due(later(middle, 239, never))
    assert await paged(middle) == {}
    await do_due(later(middle, 241, never))
    assert await paged(middle) == {REZA: 1}


async def test_cards_age_in_coarse_steps_and_few_at_a_time(middle: Engine) -> None:
    made = [await middle.case_of(4100 + n) for n in range(8)]

    async def edits(minutes: float) -> int:
        tools = later(middle, minutes)
        before = await middle.count("outbox", "kind = 'card_edit'")
        async with tools.database.transaction() as tx:
            await board.watch(tools.desk(tx))
        await middle.delivers()
        return await middle.count("outbox", "kind = 'card_edit'") - before

    await middle.delivers()
    assert [await edits(m) for m in (4, 6, 7, 8)] == [0, board.EDITS, len(made) - board.EDITS, 0]
    assert [await edits(m) for m in (14, 16, 17)] == [0, board.EDITS, len(made) - board.EDITS]


async def test_the_digest_is_made_pinned_edited_and_made_anew_when_it_is_gone(
    middle: Engine,
) -> None:
    narges = await middle.staff(NARGES, Role.COUNSELOR)

    async def look(minutes: float) -> list[str]:
        tools = later(middle, minutes)
        seen = max([row.id for row in await middle.owes()], default=0)
        async with tools.database.transaction() as tx:
            await digest.show(tools.desk(tx))
        return [row.kind for row in await middle.owes(seen)]

    assert await look(0) == []
    await middle.case_of(3001)
    assert await look(0) == ["digest", "pin"]
    (made, pin) = (await middle.owes())[-2:]
    assert isinstance(made.message, Text)
    assert isinstance(pin.message, Pin)
    assert pin.message.row == made.id
    assert made.message.text.startswith("در صف")
    assert await look(1) == []
    await middle.delivers()
    assert await look(1) == []
    assert await look(6) == ["digest_edit"]
    edit = (await middle.owes())[-1]
    assert isinstance(edit.message, Edit)
    assert edit.message.row == made.id

    letter = await _letter(middle, edit.id)
    async with middle.tools.database.transaction() as tx:
        desk = middle.tools.desk(tx)
        await delivered.settled(desk, letter, Gone("not found"), Done(()))
        assert await duty.set_available(desk.work, narges, available=False)
    assert await look(6) == ["digest", "pin"]
    again, pin = (await middle.owes())[-2:]
    assert isinstance(again.message, Text)
    assert "هیچ‌کس سر شیفت نیست" in again.message.text
    refused = await _letter(middle, pin.id)
    async with middle.tools.database.transaction() as tx:
        desk = middle.tools.desk(tx)
        await delivered.settled(desk, refused, Refused("rights"), GiveUp("failed", "rights"))
    said = [r.message.text for r in await middle.owes() if isinstance(r.message, Text)]
    assert said.count(say("digest-not-pinned")) == 1


async def _letter(middle: Engine, number: int) -> outbox.Letter:
    rows = await middle.tools.database.read(
        "SELECT o.*, NULL AS target FROM outbox o WHERE id = ?", number
    )
    return outbox.opened(middle.tools.sealer, rows[0])


@pytest.mark.parametrize(
    ("writing", "told"), [(Writing.ANY, 1), (Writing.WAIT, 0), (None, 0)], ids=str
)
async def test_a_better_place_is_told_only_to_those_who_may_be_written_to(
    middle: Engine, writing: Writing | None, told: int
) -> None:
    first, second = await middle.case_of(3001), await middle.case_of(3002)
    assert second.person_id is not None
    now = middle.tools.clock.now()
    day = (minute_of_week(now, TEHRAN) % 1440) // 60
    until_noon = (12 - day if day < 12 else 36 - day) * 60
    async with middle.tools.database.transaction() as tx:
        work = middle.tools.desk(tx).work
        await contact.remember(work, second.person_id, ContactRules(writing))
        await boards.told(work, second.id, 1)
        assert first.person_id is not None
        assert await cases.withdraw(work, first.id, first.person_id)
    for _ in range(2):
        tools = later(middle, until_noon)
        async with tools.database.transaction() as tx:
            await places.watch(tools.desk(tx))
    assert await middle.count("outbox", "kind = 'notice'") == told
    assert await middle.count("held") == 0


async def test_supervisors_and_the_claimer_hear_of_a_lease_that_ended(middle: Engine) -> None:
    narges = await middle.staff(NARGES, Role.COUNSELOR)
    await middle.staff(REZA, Role.SUPERVISOR)
    cases_of = {a: await waits(middle, 3001 + int(a), a) for a in Acuity}
    async with middle.tools.database.transaction() as tx:
        work = middle.tools.desk(tx).work
        for case in cases_of.values():
            assert await claims.claim(work, case.id, narges)
    for minutes, wanted in ((9, 0), (11, 1), (19, 1), (21, 2), (31, 3), (59, 3), (61, 4)):
        tools = later(middle, minutes)
        for _ in range(2):
            async with tools.database.transaction() as tx:
                await leases.watch(tools.desk(tx))
        assert await middle.count("cases", "status = 'waiting'") == wanted, minutes
    heard = Counter(
        row.chat_id
        for row in await middle.owes()
        if isinstance(row.message, Text) and "به صف برگشت" in row.message.text
    )
    assert heard == {NARGES: 4, REZA: 4}


async def test_a_rota_turn_makes_somebody_the_one_who_is_paged(middle: Engine) -> None:
    narges = await middle.staff(NARGES, Role.COUNSELOR)
    await middle.staff(REZA, Role.SUPERVISOR)
    await waits(middle, 3001, Acuity.HIGH)
    tools = later(middle, 16)
    async with tools.database.transaction() as tx:
        work = tools.desk(tx).work
        now = work.minute
        assert await duty.add_shift(work, narges, duty.ON_CALL, Shift(now, now + 1))
    await do_due(tools)
    assert await paged(middle) == {NARGES: 1}
