"""Closing with a second yes: who is asked, who decides, what the family sees, and what waits."""

from dataclasses import replace

import pytest

from bot.clock import Clock
from bot.domain.case import Outcome
from bot.domain.ids import PersonId, short
from bot.domain.lifecycle import Stage, stage
from bot.domain.people import Role
from bot.domain.triage import Acuity
from bot.jobs.clock import do_due
from tests.faults.engine import ADMINISTRATOR, SUPERGROUP, Engine
from tests.handlers.casework import MARYAM, NARGES, OMID, REZA, SHIRIN, Room, asks, room
from tests.service.house import say

DAY = 24 * 3600


async def asked(middle: Engine) -> Room:
    """Narges wants to close Maryam's case, which is high."""
    await middle.staff(SHIRIN, Role.SUPERVISOR)
    made = await room(middle, Acuity.HIGH)
    await made.say(MARYAM, "سلام")
    await made.say(NARGES, "سلام", "/close")
    await made.presses(NARGES, "x.do." + made.number + ".helped")
    return made


async def after(middle: Engine, days: float) -> None:
    tools = replace(middle.tools, clock=Clock(int(days * DAY)))
    await do_due(tools)


async def test_supervisors_are_asked_and_the_family_sees_nothing_yet(middle: Engine) -> None:
    made = await asked(middle)
    assert stage(await made.now()) is Stage.CLOSING
    for who in (REZA, SHIRIN):
        assert made.case.code in await made.last(who)
    heard = await made.told(MARYAM)
    assert not [text for text in heard if "تمام شد" in text]
    # The talk goes on.
    await made.say(MARYAM, "هنوز هستید؟")
    await made.say(NARGES, "بله")
    assert "هنوز هستید؟" in "\n".join(await made.told(NARGES))
    assert "بله" in await made.last(MARYAM)


async def test_one_supervisor_approves_and_the_other_comes_too_late(middle: Engine) -> None:
    made = await asked(middle)
    late = await made.data(SHIRIN, "y.back")
    await made.presses(REZA, "y.yes")
    after_it = await made.now()
    assert (stage(after_it), after_it.outcome) == (Stage.CLOSED, Outcome.HELPED)
    assert after_it.counselor_id == made.narges
    heard = "\n".join(await made.told(MARYAM))
    assert "تمام شد" in heard
    assert say("feedback-score") in heard
    assert "ش2003" in await made.last(NARGES)
    await made.press(SHIRIN, *late.split(".")[1:])
    assert stage(await made.now()) is Stage.CLOSED
    assert await middle.count("closings", "state = 'approved'") == 1
    assert await made.audited("closing_approved") == 1


async def test_whoever_has_been_silent_for_long_is_told_of_the_end_and_asked_how_it_was(
    middle: Engine,
) -> None:
    made = await room(middle, Acuity.LOW)
    await made.say(MARYAM, "سلام")
    async with middle.tools.database.transaction() as tx:
        await tx.execute("UPDATE people SET seen_at = 0")
    await made.say(NARGES, "سلام", "/close")
    await made.presses(NARGES, "x.do." + made.number + ".helped")
    assert stage(await made.now()) is Stage.CLOSED
    for kind in ("case_news", "feedback"):
        # By night it waits for the morning.
        mine = f"kind = '{kind}'"
        assert await middle.count("outbox", mine) + await middle.count("held", mine) == 1


async def test_a_closing_sent_back_brings_the_words_of_the_supervisor(middle: Engine) -> None:
    made = await asked(middle)
    await made.presses(REZA, "y.back")
    assert stage(await made.now()) is Stage.CLAIMED
    await made.say(REZA, "اول با مادرش حرف بزنید")
    assert "اول با مادرش حرف بزنید" in await made.last(NARGES)
    assert "اول با مادرش" not in "\n".join(await made.told(MARYAM))
    await made.say(NARGES, "/close")
    await made.presses(NARGES, "x.do." + made.number + ".referred")
    await made.presses(SHIRIN, "y.yes")
    assert (await made.now()).outcome is Outcome.REFERRED


async def test_the_counselor_takes_the_wish_to_close_back(middle: Engine) -> None:
    made = await asked(middle)
    old = await made.data(REZA, "y.yes")
    await made.say(NARGES, "/case")
    await made.presses(NARGES, "y.mine")
    assert stage(await made.now()) is Stage.CLAIMED
    await made.press(REZA, *old.split(".")[1:])
    assert stage(await made.now()) is Stage.CLAIMED


@pytest.mark.parametrize("who", [NARGES, OMID, MARYAM, ADMINISTRATOR])
async def test_no_forged_press_approves(middle: Engine, who: int) -> None:
    made = await asked(middle)
    data = await made.data(REZA, "y.yes")
    refused = await middle.count("audit", "allowed = 0")
    await made.press(who, *data.split(".")[1:])
    await made.press(who, *data.replace("yes", "back").split(".")[1:])
    assert stage(await made.now()) is Stage.CLOSING
    assert await middle.count("audit", "allowed = 0") == refused + 2


async def test_a_supervisor_does_not_approve_their_own_and_administrators_hear_of_it(
    middle: Engine,
) -> None:
    await middle.staff(REZA, Role.SUPERVISOR)
    case = await asks(middle, MARYAM, Acuity.IMMEDIATE)
    made = Room(middle, case, PersonId(0))
    await made.press(REZA, "c", "claim", made.number, chat=SUPERGROUP)
    await made.say(REZA, "/close")
    await made.presses(REZA, "x.do." + made.number + ".helped")
    assert "سرپرست دیگری نیست" in await made.last(ADMINISTRATOR)
    waiting = await made.now()
    assert stage(waiting) is Stage.CLOSING
    assert waiting.closing_id is not None
    await made.press(REZA, "y", "yes", made.number, short(waiting.closing_id))
    assert stage(await made.now()) is Stage.CLOSING
    # Somebody new supervises: the next reminder asks them.
    await middle.staff(SHIRIN, Role.SUPERVISOR)
    await after(middle, 1.01)
    await made.presses(SHIRIN, "y.yes")
    assert stage(await made.now()) is Stage.CLOSED


async def test_a_closing_nobody_decides_about_is_asked_again_each_day(middle: Engine) -> None:
    made = await asked(middle)
    before = len(await made.told(REZA))
    for days in (1.01, 2.02):
        await after(middle, days)
        await after(middle, days)
    assert len(await made.told(REZA)) == before + 2
    await made.presses(SHIRIN, "y.yes")
    await after(middle, 3.05)
    assert len(await made.told(REZA)) == before + 2


async def test_open_tasks_are_asked_about_and_put_aside(middle: Engine) -> None:
    made = await room(middle)
    await made.press(NARGES, "t", "new", made.number)
    await made.say(NARGES, "زنگ به مدرسه")
    await made.presses(NARGES, ".day.pick.week")
    await made.press(NARGES, "x", "do", made.number, "helped")
    assert stage(await made.now()) is Stage.CLAIMED
    await made.presses(NARGES, "x.sure")
    assert stage(await made.now()) is Stage.CLOSED
    assert await middle.count("tasks", "state = 'dropped'") == 1


async def test_a_closed_case_is_opened_again_and_the_family_may_write(middle: Engine) -> None:
    made = await room(middle)
    await made.press(NARGES, "x", "do", made.number, "helped")
    assert stage(await made.now()) is Stage.CLOSED
    await made.say(OMID, f"/reopen {made.case.code}")
    assert stage(await made.now()) is Stage.CLOSED
    await made.say(NARGES, f"/reopen {made.case.code}")
    assert stage(await made.now()) is Stage.CLAIMED
    await made.say(MARYAM, "دوباره من")
    assert "دوباره من" in "\n".join(await made.told(NARGES))
    await made.say(NARGES, f"/reopen {made.case.code}")
    assert await made.audited("reopened") == 1


# A silent family.


async def test_a_silent_family_is_asked_about_once_and_then_told_to_supervisors(
    middle: Engine,
) -> None:
    made = await room(middle, Acuity.LOW)
    await made.say(MARYAM, "سلام")
    await made.say(NARGES, "سلام")
    before = len(await made.told(NARGES)), len(await made.told(REZA))
    await after(middle, 13.9)
    assert (len(await made.told(NARGES)), len(await made.told(REZA))) == before
    for _ in range(2):
        await after(middle, 14.1)
    assert len(await made.told(NARGES)) == before[0] + 1
    await after(middle, 21.2)
    assert len(await made.told(REZA)) == before[1] + 1
    # Nothing was closed by itself; after an outage of weeks one question comes, not many.
    assert stage(await made.now()) is Stage.CLAIMED
    await after(middle, 120)
    assert len(await made.told(NARGES)) <= before[0] + 2
    await made.presses(NARGES, "x.do." + made.number + ".no_response")
    assert (await made.now()).outcome is Outcome.NO_RESPONSE


async def test_what_was_urgent_is_not_closed_with_one_press_for_silence(middle: Engine) -> None:
    made = await room(middle, Acuity.HIGH)
    await made.say(NARGES, "سلام")
    await after(middle, 14.1)
    with pytest.raises(IndexError):
        await made.data(NARGES, "no_response")
    assert "x.case" in await made.data(NARGES, "x.case")


async def test_who_does_something_about_a_silent_family_is_left_alone(middle: Engine) -> None:
    made = await room(middle, Acuity.LOW)
    await made.say(NARGES, "سلام")
    # The service itself runs two weeks later, too: what is pressed then counts then.
    late = Engine(replace(middle.tools, clock=Clock(int(14.1 * DAY))))
    await do_due(late.tools)
    there = Room(late, made.case, made.narges)
    await there.presses(NARGES, "dm.keep")
    told = len(await made.told(REZA))
    await after(middle, 21.3)
    assert len(await made.told(REZA)) == told
