"""Abuse of staff: a counselor says it, a supervisor decides, and danger is heard all the same."""

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.case import Case, Outcome, Status
from bot.domain.ids import short
from bot.domain.outgoing import Answer, Edit, Text
from bot.domain.people import Role
from bot.handlers.talk import blocking
from bot.storage import cases, due
from tests.faults.engine import ADMINISTRATOR, Engine, Owed, buttons_of, presses, says
from tests.service.house import say

MARYAM, NARGES, OMID, REZA = 3001, 2001, 2002, 2003
DANGER = "می‌خواهم خودم را بکشم"


async def scene(middle: Engine) -> Case:
    """Maryam talks with Narges; Reza supervises."""
    await middle.staff(NARGES, Role.COUNSELOR)
    await middle.staff(OMID, Role.COUNSELOR)
    await middle.staff(REZA, Role.SUPERVISOR, on_call=True)
    case = await middle.case_of(MARYAM)
    await middle.receives(presses(NARGES, f"1.c.claim.{short(case.id)}"))
    return case


async def to(middle: Engine, account: int, *kinds: str) -> list[Owed]:
    return [row for row in await middle.owes() if row.chat_id == account and row.kind in kinds]


async def texts(middle: Engine, account: int, *kinds: str) -> list[str]:
    rows = [row.message for row in await to(middle, account, *kinds)]
    return [message.text for message in rows if isinstance(message, Text | Edit)]


async def now(middle: Engine, case: Case) -> Case:
    async with middle.tools.database.transaction() as tx:
        found = await cases.get(middle.tools.desk(tx).work, case.id)
    assert found is not None
    return found


def told(texts: Sequence[str], part: str) -> int:
    return sum(part in text for text in texts)


async def blocked(middle: Engine, case: Case, what: str, days: int = 7, by: int = REZA) -> None:
    await middle.receives(presses(by, f"1.bl.do.{short(case.id)}.{days}.insults.{what}"))


async def test_the_counselor_asks_and_the_supervisor_looks_and_decides(middle: Engine) -> None:
    case = await scene(middle)
    await middle.receives(says(MARYAM, "حرف زشت"))
    for verb in ("report", "tell", "tell"):
        await middle.receives(presses(NARGES, f"1.bl.{verb}.{short(case.id)}"))
    asked = [row for row in await to(middle, REZA, "staff") if "آزار دیده" in str(row.message)]
    assert len(asked) == 1
    read, first, *_ = buttons_of([asked[0].message])
    await middle.receives(presses(REZA, read))
    assert told(await texts(middle, REZA, "file"), "حرف زشت") == 1
    assert await middle.count("audit", "action = 'read_talk'") == 1
    await middle.receives(presses(REZA, first))
    why = (await to(middle, REZA, "reply_edit"))[-1]
    await middle.receives(presses(REZA, buttons_of([why.message])[0]))
    what = (await to(middle, REZA, "reply_edit"))[-1]
    await middle.receives(presses(REZA, buttons_of([what.message])[0]))
    closed = await now(middle, case)
    assert (closed.status, closed.outcome) == (Status.CLOSED, Outcome.NOT_COUNSELING)
    assert told(await texts(middle, NARGES, "staff"), "مسدود کرد") == 1
    assert await middle.count("blocks", "ended_at IS NULL") == 1
    assert await middle.count("abuse_reports", "decision = 'blocked_close'") == 1


async def test_a_blocked_person_hears_it_once_and_keeps_every_right(middle: Engine) -> None:
    case = await scene(middle)
    await middle.receives(says(MARYAM, "سلام"))
    await blocked(middle, case, "close")
    await middle.receives(says(MARYAM, "چرا؟"), says(MARYAM, "سلام"), says(MARYAM, "چرا؟"))
    sentence = "نمی‌توانیم این‌جا جوابتان را بدهیم"
    heard = await texts(middle, MARYAM, "notice", "reply")
    assert told(heard, sentence) == 1
    assert "۱۱۵" in next(text for text in heard if sentence in text)
    await middle.receives(says(MARYAM, "/start"))
    assert told(await texts(middle, MARYAM, "notice", "reply"), sentence) == 2
    await middle.receives(presses(MARYAM, "1.m.start"), says(MARYAM, "/privacy"))
    assert await middle.count("cases") == 1 and await middle.count("sessions") == 0
    assert told(await texts(middle, MARYAM, "reply"), say("privacy")[:30]) == 1
    toasts = [row.message for row in await middle.owes() if isinstance(row.message, Answer)]
    assert toasts[-1].text == say("blocked-press")
    await middle.receives(says(MARYAM, "/delete"), presses(MARYAM, "1.d.yes"))
    assert await middle.count("blocks") == 0


async def test_danger_of_a_blocked_person_is_heard_until_the_alert_is_finished(
    middle: Engine,
) -> None:
    case = await scene(middle)
    await blocked(middle, case, "close")
    await middle.receives(says(MARYAM, DANGER))
    assert await middle.count("alerts") == 1
    (safety,) = await to(middle, MARYAM, "safety")
    yes = next(data for data in buttons_of([safety.message]) if ".yes." in data)
    await middle.receives(presses(MARYAM, yes))
    assert await middle.count("cases", "status = 'waiting'") == 1
    number = yes.rpartition(".")[2]
    await middle.receives(
        presses(REZA, f"1.a.ack.{number}"), presses(REZA, f"1.a.talk.{number}"),
        says(MARYAM, "کسی هست؟"),
    )  # fmt: skip
    assert told(await texts(middle, REZA, "relay"), "کسی هست؟") == 1
    await middle.receives(presses(REZA, f"1.a.end.{number}.safe"), says(MARYAM, "و باز حرف زشت"))
    assert told(await texts(middle, REZA, "relay"), "حرف زشت") == 0
    await middle.receives(says(MARYAM, "کمک فوری"))
    assert len(await to(middle, MARYAM, "safety")) == 3


async def test_a_case_kept_by_the_supervisor_loses_no_word(middle: Engine) -> None:
    case = await scene(middle)
    await blocked(middle, case, "keep")
    first = says(MARYAM, "حرف اول")
    await middle.receives(first, says(MARYAM, "حرف دوم"))
    edit = {**first["message"], "text": "حرف بهتر", "edit_date": 1}
    await middle.receives({"update_id": 1, "edited_message": edit})
    assert await texts(middle, REZA, "relay", "relay_edit") == []
    assert await texts(middle, NARGES, "relay") == []
    async with middle.tools.database.transaction() as tx:
        desk = middle.tools.desk(tx)
        (row,) = await tx.fetch("SELECT id, run_at FROM due WHERE kind = ?", blocking.ENDS)
        desk = replace(desk, work=replace(desk.work, now=row["run_at"]))
        taken = await due.take(desk.work, row["id"])
        assert taken is not None
        await blocking.ends(desk, taken)
    heard = await texts(middle, REZA, "relay")
    assert [text.partition("\n")[2] for text in heard] == ["حرف بهتر", "حرف دوم"]
    await middle.receives(says(MARYAM, "سلام"))
    assert len(await texts(middle, REZA, "relay")) == 3


async def test_only_an_administrator_blocks_for_ever_and_lifts_it(middle: Engine) -> None:
    case = await scene(middle)
    for by in (REZA, NARGES, MARYAM):
        await blocked(middle, case, "close", days=0, by=by)
    await blocked(middle, case, "close", by=NARGES)
    await blocked(middle, case, "keep", by=ADMINISTRATOR)  # who talks with no family
    assert await middle.count("blocks") == 0
    await blocked(middle, case, "close", days=0, by=ADMINISTRATOR)
    assert await middle.count("blocks", "until_at IS NULL") == 1
    await middle.receives(says(ADMINISTRATOR, "/block"))
    (lift,) = buttons_of([(await to(middle, ADMINISTRATOR, "staff"))[-1].message])
    await middle.receives(presses(REZA, lift))
    assert await middle.count("blocks", "ended_at IS NULL") == 1
    await middle.receives(presses(ADMINISTRATOR, lift), says(MARYAM, "یک حرف"))
    assert await middle.count("blocks", "ended_at IS NULL") == 0
    assert told(await texts(middle, MARYAM, "reply"), say("after-closing")[:20]) == 1


async def test_without_a_block_a_colleague_can_go_on(middle: Engine) -> None:
    case = await scene(middle)
    await middle.receives(presses(NARGES, f"1.bl.tell.{short(case.id)}"))
    await middle.receives(presses(OMID, f"1.bl.other.{short(case.id)}"))
    assert (await now(middle, case)).status is Status.CLAIMED
    await middle.receives(presses(REZA, f"1.bl.other.{short(case.id)}"))
    assert (await now(middle, case)).status is Status.WAITING
    assert told(await texts(middle, NARGES, "staff"), "به صف برگرداند") == 1
