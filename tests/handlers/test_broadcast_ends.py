"""What stops a copy: a cancel, a refusal, leaving, trouble; and what was sent, put right."""

import pytest

from bot.domain.broadcast import Fate, State
from bot.domain.contact import ContactRules, Writing
from bot.domain.delivery import Ambiguous, Refused, TooMany, Unreachable
from bot.domain.outgoing import Delete, Edit, Media
from bot.storage import contact
from tests.faults.engine import Engine
from tests.handlers.mailing import DENA, SARA, Mailing

WORDS = "سلام به همه"
HOUR = 3600


@pytest.fixture
async def mailing(middle: Engine) -> Mailing:
    mailing = Mailing(middle)
    await mailing.staff()
    await mailing.settle(80)
    return mailing


async def under_way(mailing: Mailing) -> str:
    """A broadcast of which the first thirty letters wait for the sender."""
    number = await mailing.writes(WORDS)
    await mailing.launches(number)
    await mailing.seconds(1, deliver=False)
    assert (await mailing.fates())["taken"] >= 30
    return number


def copies(mailing: Mailing) -> int:
    return sum(mailing.got(family, WORDS) for family in mailing.families)


async def test_nothing_leaves_after_a_cancel(mailing: Mailing) -> None:
    number = await under_way(mailing)
    await mailing.delivers(limit=10)
    before = copies(mailing)
    await mailing.presses(DENA, "bs", "stop", number)
    await mailing.seconds(5)
    assert copies(mailing) == before
    assert await mailing.state() is State.CANCELED
    assert (await mailing.fates())["waiting"] == 80 - before
    assert "taken" not in await mailing.fates()


async def test_a_pause_takes_back_what_waits_and_going_on_repeats_nothing(mailing: Mailing) -> None:
    number = await under_way(mailing)
    await mailing.delivers(limit=10)
    before = copies(mailing)
    await mailing.presses(DENA, "bs", "pause", number)
    await mailing.seconds(5)
    assert copies(mailing) == before
    await mailing.presses(DENA, "bs", "resume", number)
    await mailing.seconds(8)
    assert {mailing.got(family, WORDS) for family in mailing.families} == {1}
    assert await mailing.state() is State.DONE


async def test_what_was_taken_back_does_not_count_for_the_day(mailing: Mailing) -> None:
    number = await under_way(mailing)
    counted = "SELECT count(*) AS n FROM automatic_days WHERE messages > 0"
    await mailing.delivers(limit=10)
    await mailing.presses(DENA, "bs", "pause", number)
    before = await mailing.engine.tools.database.read(counted)
    assert before[0]["n"] == copies(mailing)
    for _ in range(3):
        await mailing.presses(DENA, "bs", "resume", number)
        await mailing.seconds(1, deliver=False)
        await mailing.presses(DENA, "bs", "pause", number)
    await mailing.presses(DENA, "bs", "resume", number)
    await mailing.seconds(8)
    assert {mailing.got(family, WORDS) for family in mailing.families} == {1}
    assert await mailing.state() is State.DONE


async def test_who_refuses_the_topic_gets_nothing_more_of_it(mailing: Mailing) -> None:
    number = await under_way(mailing)
    early, late = mailing.families[0], mailing.families[-1]
    for family in (early, late):
        await mailing.presses(family, "bo", "off", "awareness")
    await mailing.seconds(8)
    assert mailing.got(early, WORDS) == mailing.got(late, WORDS) == 0
    assert await mailing.fate_of(early) is await mailing.fate_of(late) is Fate.OPTED_OUT
    reader = mailing.families[5]
    await mailing.presses(reader, "bo", "stop", number)
    again = await mailing.writes("دوباره")
    await mailing.launches(again)
    await mailing.seconds(8)
    assert {mailing.got(family, "دوباره") for family in (early, late, reader)} == {0}
    await mailing.presses(reader, "bo", "on", "awareness")


async def test_who_left_by_quick_exit_gets_nothing(mailing: Mailing) -> None:
    await under_way(mailing)
    family = mailing.families[0]
    await mailing.says(family, "/exit")
    await mailing.seconds(8)
    assert mailing.got(family, WORDS) == 0
    assert await mailing.fate_of(family) is Fate.SKIPPED


async def test_a_rule_that_changes_at_the_door_holds(mailing: Mailing) -> None:
    await under_way(mailing)
    family = mailing.families[0]
    async with mailing.engine.tools.database.transaction() as tx:
        work = mailing.engine.tools.desk(tx).work
        person = await mailing.person(family)
        await contact.remember(work, person, ContactRules(Writing.WAIT))
    await mailing.seconds(8)
    assert mailing.got(family, WORDS) == 0
    assert await mailing.fate_of(family) is Fate.SKIPPED


async def test_an_unknown_fate_is_never_sent_again(mailing: Mailing) -> None:
    await under_way(mailing)
    await mailing.delivers([Ambiguous("the answer was lost")] * 2 + [Unreachable("blocked")] * 3)
    await mailing.seconds(10)
    assert await mailing.fates() == {"sent": 75, "unknown": 2, "unreachable": 3}
    assert copies(mailing) == 75
    assert await mailing.state() is State.DONE


async def test_a_429_delays_and_loses_nobody(mailing: Mailing) -> None:
    await under_way(mailing)
    await mailing.delivers([TooMany(2 * HOUR)] * 4)
    await mailing.seconds(8)
    assert (await mailing.fates()) == {"sent": 76, "taken": 4}
    await mailing.until(0, 15)
    await mailing.delivers()
    await mailing.seconds(3)
    assert await mailing.fates() == {"sent": 80}


async def test_too_many_errors_stop_it_until_a_person_has_looked(mailing: Mailing) -> None:
    number = await under_way(mailing)
    await mailing.delivers([Refused("a wrong button")] * 30, limit=35)
    await mailing.seconds(3)
    assert await mailing.state() is State.PAUSED
    assert mailing.got(DENA, "خودش ایستاد") == 1
    left = (await mailing.fates())["waiting"]
    await mailing.seconds(5)
    assert (await mailing.fates())["waiting"] == left
    await mailing.presses(DENA, "bs", "resume", number)
    await mailing.seconds(10)
    assert await mailing.fates() == {"sent": 50, "skipped": 30}


async def test_after_a_kill_what_was_under_way_is_unknown(mailing: Mailing) -> None:
    await under_way(mailing)
    async with mailing.engine.tools.database.transaction() as tx:
        work = mailing.engine.tools.desk(tx).work
        await tx.execute(
            "UPDATE outbox SET state = 'unknown', ended_at = ? WHERE state = 'waiting'"
            " AND kind = 'broadcast' AND person_id = ?",
            work.now, await mailing.person(mailing.families[0]),
        )  # fmt: skip
    await mailing.seconds(8)
    assert await mailing.fates() == {"sent": 79, "unknown": 1}


async def test_quiet_hours_are_kept_and_it_goes_on_in_the_morning(mailing: Mailing) -> None:
    await mailing.until(0, 22)
    number = await mailing.writes(WORDS)
    await mailing.launches(number)
    await mailing.seconds(5)
    assert copies(mailing) == 0
    await mailing.until(1, 7)
    assert await mailing.state() is State.PLANNED
    await mailing.until(1, 8)
    await mailing.seconds(10)
    assert copies(mailing) == 80


async def test_what_was_sent_is_corrected_and_then_taken_back(mailing: Mailing) -> None:
    number = await under_way(mailing)
    await mailing.seconds(8)
    mailing.sent.clear()
    await mailing.presses(DENA, "bs", "correct", number, "fa")
    await mailing.says(DENA, "ساعت درست ۱۷ است")
    await mailing.presses(DENA, "bs", "mend", number, "edit")
    await mailing.seconds(8)
    edits = [m for chat, m in mailing.sent if isinstance(m, Edit) and chat in mailing.families]
    assert {edit.text for edit in edits} == {"ساعت درست ۱۷ است"}
    assert len(edits) == 80
    await mailing.presses(SARA, "bs", "mend", number, "delete")
    await mailing.seconds(8)
    assert sum(isinstance(m, Delete) for _, m in mailing.sent) == 80


async def test_a_picture_takes_the_place_of_a_picture_and_buttons_are_put_right(
    mailing: Mailing,
) -> None:
    await mailing.presses(DENA, "bc", "new")
    await mailing.sends(photo=[{"file_id": "old"}], caption=WORDS)
    number = await mailing.number()
    await mailing.launches(number)
    await mailing.seconds(8)
    mailing.sent.clear()
    await mailing.presses(DENA, "bs", "correct", number, "fa")
    await mailing.sends(photo=[{"file_id": "right"}], caption="درست")
    await mailing.presses(DENA, "bc", "door", number, "assessment")
    await mailing.presses(DENA, "bs", "mend", number, "edit")
    await mailing.seconds(8)
    edits = [m for chat, m in mailing.sent if isinstance(m, Edit) and chat in mailing.families]
    assert {edit.media for edit in edits} == {Media("photo", "right", "درست")}
    assert {len(edit.buttons) for edit in edits} == {2}
    assert len(edits) == 80


async def test_what_no_messenger_exchanges_is_said(mailing: Mailing) -> None:
    number = await under_way(mailing)
    await mailing.seconds(8)
    await mailing.presses(DENA, "bs", "correct", number, "fa")
    await mailing.sends(photo=[{"file_id": "new"}], caption="عکس")
    await mailing.delivers()
    assert mailing.got(DENA, "این را نمی‌شود جای پیام قبلی گذاشت") == 1


async def test_after_two_days_nothing_can_be_taken_back(mailing: Mailing) -> None:
    number = await under_way(mailing)
    await mailing.seconds(8)
    await mailing.until(2, 13)
    mailing.sent.clear()
    await mailing.presses(DENA, "bs", "mend", number, "delete")
    await mailing.seconds(5)
    assert not any(isinstance(m, Delete) for _, m in mailing.sent)
