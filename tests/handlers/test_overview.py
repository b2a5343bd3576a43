"""The service at a glance: one message, right numbers, fresh for an hour; clocks that remind."""

from dataclasses import replace

from bot.clock import Clock
from bot.domain.case import Case
from bot.domain.ids import PersonId, short
from bot.domain.outgoing import Chart, Text
from bot.domain.people import Role
from bot.domain.triage import Acuity
from bot.jobs import clock
from bot.storage import claims
from tests.faults.engine import ADMINISTRATOR, Engine, Owed, buttons_of, presses, says
from tests.marks import unmarked
from tests.service.house import say

MARYAM, HOSSEIN, NARGES, REZA = 3001, 3002, 2001, 2003
MINUTE = 60


def later(middle: Engine, minutes: float) -> Engine:
    """The same service, so many minutes from now."""
    return Engine(replace(middle.tools, clock=Clock(int(minutes * MINUTE))))


async def claims_it(middle: Engine, case: Case, who: PersonId) -> None:
    async with middle.tools.database.transaction() as tx:
        assert await claims.claim(middle.tools.desk(tx).work, case.id, who)


async def charts(middle: Engine) -> list[Owed]:
    return [row for row in await middle.owes() if isinstance(row.message, Chart)]


async def told(middle: Engine, account: int) -> list[str]:
    return [
        row.message.text
        for row in await middle.owes()
        if row.chat_id == account and isinstance(row.message, Text)
    ]


async def test_the_picture_and_its_words_count_the_same(middle: Engine) -> None:
    narges = await middle.staff(NARGES, Role.COUNSELOR)
    await middle.staff(REZA, Role.SUPERVISOR, on_call=True)
    cases = [await middle.case_of(MARYAM + n) for n in range(3)]
    await claims_it(middle, cases[0], narges)
    await middle.receives(says(REZA, "/overview"))
    ((first),) = await charts(middle)
    assert isinstance(first.message, Chart)
    assert first.kind == "overview"
    said = first.message.caption
    assert say("overview-open", open=3, waiting=2) in unmarked(said)
    assert f"ش{NARGES}" in said
    assert f"ش{REZA}" in said
    values = {tile.label: tile.value for tile in first.message.sheet.tiles}
    assert unmarked(values[say("overview-tile-open")]) == "۳"
    assert unmarked(values[say("overview-tile-waiting")]) == "۲"
    level = next(bar for bar in first.message.sheet.bars if bar.label == say("overview-acuity-low"))
    others = [bar for bar in first.message.sheet.bars if sum(n for n, _ in bar.parts)]
    assert sum(n for bar in others for n, _ in bar.parts) == 3
    assert level in first.message.sheet.bars


async def test_it_renews_itself_every_five_minutes_for_an_hour_and_no_longer(
    middle: Engine,
) -> None:
    await middle.staff(REZA, Role.SUPERVISOR)
    await middle.receives(says(REZA, "/overview"))
    (first,) = await charts(middle)
    for minutes in range(1, 90):
        await clock.do_due(later(middle, minutes + 0.5).tools)
    edits = [row for row in await charts(middle) if row.kind == "overview_edit"]
    assert len(edits) == 12
    assert {edit.message.row for edit in edits if isinstance(edit.message, Chart)} == {first.id}


async def test_after_an_outage_it_is_renewed_once_and_goes_on(middle: Engine) -> None:
    await middle.staff(REZA, Role.SUPERVISOR)
    await middle.receives(says(REZA, "/overview"))
    await clock.do_due(later(middle, 33).tools)
    await clock.do_due(later(middle, 36).tools)
    edits = [row for row in await charts(middle) if row.kind == "overview_edit"]
    assert len(edits) == 1


async def test_a_press_renews_the_pressed_message_and_only_that_stays_fresh(
    middle: Engine,
) -> None:
    await middle.staff(REZA, Role.SUPERVISOR)
    await middle.receives(says(REZA, "/overview"))
    await middle.receives(presses(REZA, "1.ov.again", message_id=77))
    for minutes in range(1, 20):
        await clock.do_due(later(middle, minutes + 0.5).tools)
    edits = [r.message for r in await charts(middle) if r.kind == "overview_edit"]
    assert len(edits) == 4
    assert {edit.message_id for edit in edits if isinstance(edit, Chart)} == {77}


async def test_others_see_neither_the_overview_nor_its_figures(middle: Engine) -> None:
    await middle.staff(NARGES, Role.COUNSELOR)
    await middle.case_of(MARYAM)
    for account in (NARGES, MARYAM):
        await middle.receives(says(account, "/overview"))
        for verb in ("again", "numbers", "late"):
            await middle.receives(presses(account, f"1.ov.{verb}"))
    assert await charts(middle) == []
    assert await middle.count("audit", "action = 'saw_overview' AND allowed = 1") == 0
    assert await middle.count("audit", "action = 'saw_overview' AND allowed = 0") == 6
    await middle.receives(says(ADMINISTRATOR, "/overview"))
    assert len(await charts(middle)) == 1


async def test_whose_role_has_ended_gets_no_further_overview(middle: Engine) -> None:
    reza = await middle.staff(REZA, Role.SUPERVISOR)
    await middle.receives(says(REZA, "/overview"))
    await middle.receives(presses(ADMINISTRATOR, f"1.s.sure.{short(reza)}"))
    await clock.do_due(later(middle, 5.5).tools)
    assert [row.kind for row in await charts(middle)] == ["overview"]


async def test_late_cases_are_named_with_what_is_late(middle: Engine) -> None:
    narges = await middle.staff(NARGES, Role.COUNSELOR)
    await middle.staff(REZA, Role.SUPERVISOR)
    waits, held = await middle.case_of(MARYAM), await middle.case_of(HOSSEIN)
    await claims_it(middle, held, narges)
    evening = later(middle, 24 * 60)
    await evening.receives(says(REZA, "/overview"), presses(REZA, "1.ov.late"))
    text = unmarked((await told(middle, REZA))[-1])
    assert waits.code in text
    assert held.code in text
    assert "بی‌مشاور" in text
    assert "بی اولین جواب" in text
    buttons = buttons_of([row.message for row in await middle.owes()])
    assert f"1.cf.show.{short(waits.id)}" in buttons


async def test_the_counselor_is_reminded_once_before_an_answer_is_late(middle: Engine) -> None:
    narges = await middle.staff(NARGES, Role.COUNSELOR)
    case = await middle.case_of(MARYAM)
    await claims_it(middle, case, narges)
    await middle.receives(says(NARGES, "سلام، من این‌جا هستم"))
    await middle.receives(says(MARYAM, "ممنون"), says(MARYAM, "هستید؟"))
    limit = middle.tools.house.duty.next_reply_minutes[case.acuity.key]
    assert case.acuity in (Acuity.MEDIUM, Acuity.LOW)
    await clock.do_due(later(middle, limit * 0.7).tools)
    assert not [text for text in await told(middle, NARGES) if "منتظر جواب شماست" in text]
    for part in (0.76, 0.8, 0.99, 1.5):
        await clock.do_due(later(middle, limit * part).tools)
    reminders = [text for text in await told(middle, NARGES) if "منتظر جواب شماست" in text]
    assert len(reminders) == 1
    assert case.code in reminders[0]


async def test_who_has_answered_is_not_reminded(middle: Engine) -> None:
    narges = await middle.staff(NARGES, Role.COUNSELOR)
    case = await middle.case_of(MARYAM)
    await claims_it(middle, case, narges)
    await middle.receives(
        says(NARGES, "سلام، من این‌جا هستم"), says(MARYAM, "ممنون"), says(NARGES, "بفرمایید")
    )
    await clock.do_due(later(middle, 24 * 60).tools)
    assert not [text for text in await told(middle, NARGES) if "منتظر جواب شماست" in text]


async def test_the_figures_of_first_replies_are_shown(middle: Engine) -> None:
    narges = await middle.staff(NARGES, Role.COUNSELOR)
    await middle.staff(REZA, Role.SUPERVISOR)
    await middle.receives(presses(REZA, "1.ov.numbers"))
    assert say("replies-none", days=7) in unmarked((await told(middle, REZA))[-1])
    case = await middle.case_of(MARYAM)
    await claims_it(middle, case, narges)
    await later(middle, 12).receives(says(NARGES, "سلام، من این‌جا هستم"))
    await later(middle, 13).receives(presses(REZA, "1.ov.numbers"))
    text = unmarked((await told(middle, REZA))[-1])
    assert "۱۲ دقیقه" in text
