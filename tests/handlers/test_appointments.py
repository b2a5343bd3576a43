"""What colleagues learn about an appointment whose family cannot be told at once."""

from dataclasses import replace

import pytest

from bot.clock import Clock
from bot.domain.appointment import DAY, Appointment, Way
from bot.domain.case import Case, read_case_code
from bot.domain.contact import ContactRules, Writing
from bot.domain.ids import short
from bot.domain.outgoing import Edit
from bot.domain.people import Role
from bot.jobs.clock import do_due
from bot.storage import appointments, cases, contact
from bot.storage.appointments import Picked
from tests.faults.engine import SUPERGROUP, Engine, presses
from tests.handlers.casework import MARYAM, NARGES, room
from tests.marks import unmarked
from tests.service.house import say


async def agreed(middle: Engine, rules: ContactRules) -> tuple[Case, Appointment]:
    """Narges and Maryam, who has not written for long, meet the day after tomorrow."""
    await middle.staff(NARGES, Role.COUNSELOR)
    case = await middle.case_of(MARYAM)
    await middle.receives(presses(NARGES, f"1.c.claim.{short(case.id)}", SUPERGROUP))
    async with middle.tools.database.transaction() as tx:
        work = middle.tools.desk(tx).work
        held = await cases.get(work, case.id)
        assert held is not None and held.counselor_id is not None and held.person_id is not None
        await contact.remember(work, held.person_id, rules)
        await tx.execute("UPDATE people SET seen_at = ? WHERE id = ?", 1, held.person_id)
        draft = await appointments.draft(work, case.id, held.counselor_id, Way.IN_PERSON, "جا")
        assert draft is not None
        at = work.now + 2 * DAY
        await appointments.add_time(work, draft.id, at)
        await appointments.offer(work, draft.id)
        assert await appointments.pick(work, draft.id, at, held.counselor_id) is Picked.WON
        found = await appointments.get(work, draft.id)
    assert found is not None
    return held, found


@pytest.mark.parametrize(("writing", "waits"), [(Writing.WAIT, True), (None, False)])
async def test_who_cancels_learns_that_the_family_does_not_know_yet(
    middle: Engine, writing: Writing | None, waits: bool
) -> None:
    case, appointment = await agreed(middle, ContactRules(writing))
    last = (await middle.owes())[-1].id
    for verb in ("drop", "sure"):
        await middle.receives(presses(NARGES, f"1.ap.{verb}.{short(appointment.id)}"))
    shown = [row.message.text for row in await middle.owes(last) if isinstance(row.message, Edit)]
    assert f"قرار {case.code}" in unmarked(shown[-1])
    assert (say("appoint-waits") in shown[-1]) is waits
    assert await middle.count("held", "kind = 'appointment'") == int(waits)


async def test_a_counselor_hears_once_that_no_time_was_picked(middle: Engine) -> None:
    made = await room(middle)
    await made.say(NARGES, "/appoint")
    await made.presses(NARGES, ".way.pick.chat")
    chosen = f"{say('appointment-way-title')}: {say('appointment-way-chat')}"
    told = [unmarked(text) for text in await made.told(NARGES)]
    assert any(chosen in text for text in told), "what was chosen last stays readable"
    for part in ("ap.day.", "ap.hour.", "ap.send"):
        await made.presses(NARGES, part)
    assert await middle.count("appointments", "offered = 1") == 1
    # Whoever proposes times has turned to the family: the claim does not lapse.
    assert (await made.now()).replied_at is not None
    for days in (0.9, 1.1, 1.2, 3):
        await do_due(replace(middle.tools, clock=Clock(int(days * 24 * 3600))))
    told = [text for text in await made.told(NARGES) if "هنوز هیچ‌کدام" in text]
    assert len(told) == 1
    await made.presses(NARGES, "ap.case")
    assert say("appointment-way").split("؟")[0] in await made.last(NARGES)


async def test_a_code_whose_figures_look_like_a_day_is_a_code(middle: Engine) -> None:
    made = await room(middle)
    code = "2J7-3HN-PB4"
    assert read_case_code(code) == code
    async with middle.tools.database.transaction() as tx:
        await tx.execute("UPDATE cases SET code = ?", code)
    await made.say(NARGES, f"/appoint {code}")
    assert say("appointment-way").split("؟")[0] in await made.last(NARGES)
