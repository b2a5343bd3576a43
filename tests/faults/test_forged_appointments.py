"""Buttons of appointments and questionnaires in hands they were not made for, and torn ones."""

import random

import pytest

from bot.domain.appointment import DAY, Appointment, Way
from bot.domain.case import Case
from bot.domain.ids import short
from bot.domain.people import Role
from bot.handlers.appointments.agenda import VERBS
from bot.storage import appointments, cases
from bot.storage.appointments import Picked
from tests.faults.engine import STATE, SUPERGROUP, Engine, presses

NARGES, OMID, MARYAM, ZAHRA, STRANGER = 2001, 2002, 3001, 3002, 3999
_DRAFT = ("days", "day", "hour", "type", "send", "fresh", "stop")
_FAMILY = ("at", "none", "why", "move", "drop", "sure", "keep", "again")
_KEPT = tuple(table for table in STATE if table != "people")
"""A press shows that its author is there, so the time they were last seen moves on."""


async def scene(middle: Engine, *, agreed: bool) -> tuple[Case, Appointment]:
    """Maryam's case is with Narges, and has an appointment: agreed, or still to be picked."""
    for account in (NARGES, OMID):
        await middle.staff(account, Role.COUNSELOR)
    case = await middle.case_of(MARYAM)
    await middle.case_of(ZAHRA)
    await middle.receives(presses(NARGES, f"1.c.claim.{short(case.id)}", SUPERGROUP))
    async with middle.tools.database.transaction() as tx:
        work = middle.tools.desk(tx).work
        held = await cases.get(work, case.id)
        assert held is not None and held.counselor_id is not None
        draft = await appointments.draft(work, case.id, held.counselor_id, Way.CHAT)
        assert draft is not None
        at = work.now + 2 * DAY
        assert await appointments.add_time(work, draft.id, at)
        assert await appointments.offer(work, draft.id)
        found = await appointments.get(work, draft.id)
        assert found is not None
        if agreed:
            won = await appointments.pick(work, draft.id, at, held.counselor_id)
            assert won is Picked.WON
    return case, found


def buttons(case: Case, appointment: Appointment) -> list[str]:
    """One of each form, for this case and this appointment."""
    number, minute = short(appointment.id), short(appointment.times[0] // 60_000)
    more = {"at": f".{minute}", "why": ".later", "day": ".20261201", "hour": ".20261201.10"}
    staff = [f"1.ap.{verb}.{number}{more.get(verb, '')}" for verb in (*_DRAFT, *sorted(VERBS))]
    family = [f"1.pick.{verb}.{number}{more.get(verb, '')}" for verb in _FAMILY]
    mine = short(case.id)
    return [*staff, *family, f"1.ap.case.{mine}", *(f"1.again.{v}.{mine}" for v in ("yes", "no"))]


@pytest.mark.parametrize("agreed", [True, False])
@pytest.mark.parametrize("who", [OMID, ZAHRA, STRANGER])
async def test_in_foreign_hands_they_do_nothing(middle: Engine, who: int, agreed: bool) -> None:
    case, appointment = await scene(middle, agreed=agreed)
    await middle.receives(presses(who, "1.m.status"))
    before = await middle.snapshot(*_KEPT, "due")
    await middle.receives(*[presses(who, data) for data in buttons(case, appointment)])
    assert await middle.snapshot(*_KEPT, "due") == before
    assert await middle.count("inbox", "state <> 'done'") == 0


async def test_a_family_never_does_what_is_its_counselors(middle: Engine) -> None:
    case, appointment = await scene(middle, agreed=True)
    mine = [data for data in buttons(case, appointment) if data.startswith("1.ap.")]
    before = await middle.snapshot(*_KEPT, "due")
    await middle.receives(*[presses(MARYAM, data) for data in mine])
    assert await middle.snapshot(*_KEPT, "due") == before


async def test_torn_buttons_of_those_whose_they_are_break_nothing(middle: Engine) -> None:
    case, appointment = await scene(middle, agreed=False)
    chance, torn = random.Random(11), list[str]()
    real = buttons(case, appointment)
    for _ in range(1500):
        parts = chance.choice(real).split(".")
        match chance.randrange(4):
            case 0:
                del parts[chance.randrange(2, len(parts))]
            case 1:
                parts[-1] = chance.choice(("0", "zzzzzzzzzzzzz", "20269999", "99", "x", "later"))
            case 2:
                parts.insert(chance.randrange(2, len(parts)), chance.choice(("1", "at", "10")))
            case _:
                parts[2] = chance.choice((*_DRAFT, *_FAMILY, *sorted(VERBS)))
        torn.append(".".join(parts))
    await middle.receives(*[presses(chance.choice((MARYAM, NARGES)), data) for data in torn])
    assert await middle.count("inbox", "state <> 'done'") == 0
    taken = await middle.count("appointment_slots")
    assert taken == await middle.count("appointments", "state = 'confirmed'") <= 1
