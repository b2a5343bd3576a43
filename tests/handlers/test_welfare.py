"""After a hard case somebody asks; supervisors hear who may be tired, once a day, in words."""

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.domain.case import Case
from bot.domain.ids import short
from bot.domain.outgoing import Text
from bot.domain.people import Role
from bot.domain.triage import Acuity
from bot.handlers.desk import Desk
from bot.handlers.staff import welfare
from bot.storage import due
from tests.faults.engine import Engine, Owed, buttons_of, presses, says
from tests.service.house import say

MARYAM, NARGES, OMID, REZA, SHIRIN = 3001, 2001, 2002, 2003, 2004
NOON = int(datetime(2030, 1, 1, 12, tzinfo=ZoneInfo("Asia/Tehran")).timestamp() * 1000)


async def hard_case(middle: Engine, family: int = MARYAM) -> Case:
    case = await middle.case_of(family)
    async with middle.tools.database.transaction() as tx:
        level = int(Acuity.IMMEDIATE)
        await tx.execute("UPDATE cases SET acuity = ? WHERE id = ?", level, case.id)
    await middle.receives(presses(NARGES, f"1.c.claim.{short(case.id)}"))
    return case


async def closes(middle: Engine, case: Case) -> None:
    """Narges asks, and Reza agrees: the case was urgent."""
    await middle.receives(presses(NARGES, f"1.x.do.{short(case.id)}.helped"))
    async with middle.tools.database.transaction() as tx:
        asked = await tx.row("SELECT closing_id FROM cases WHERE id = ?", case.id)
    assert asked is not None
    await middle.receives(presses(REZA, f"1.y.yes.{short(case.id)}.{short(asked['closing_id'])}"))


async def to(middle: Engine, account: int) -> list[Owed]:
    return [row for row in await middle.owes() if row.chat_id == account and row.kind == "staff"]


async def texts(middle: Engine, account: int) -> list[str]:
    rows = [row.message for row in await to(middle, account)]
    return [message.text for message in rows if isinstance(message, Text)]


def at(desk: Desk, moment: int) -> Desk:
    return replace(desk, work=replace(desk.work, now=moment))


async def asked(middle: Engine) -> int:
    """All questions whose time has come. How many there were."""
    async with middle.tools.database.transaction() as tx:
        desk = middle.tools.desk(tx)
        sql = "SELECT id, run_at FROM due WHERE kind = ? AND state = 'waiting'"
        rows = await tx.fetch(sql, welfare.DEBRIEF)
        for row in rows:
            later = at(desk, row["run_at"])
            taken = await due.take(later.work, row["id"])
            assert taken is not None
            await welfare.ask(later, taken)
    return len(rows)


async def test_who_was_with_somebody_in_danger_is_asked_and_may_ask_to_talk(
    middle: Engine,
) -> None:
    await middle.staff(NARGES, Role.COUNSELOR, on_call=True)
    await middle.staff(OMID, Role.COUNSELOR)
    await middle.staff(REZA, Role.SUPERVISOR)
    case = await hard_case(middle)
    await closes(middle, case)
    assert await asked(middle) == 1 and await asked(middle) == 0
    question = (await to(middle, NARGES))[-1]
    assert isinstance(question.message, Text)
    assert question.message.text == say("debrief")
    wish, _ = buttons_of([question.message])
    before = await texts(middle, REZA)
    await middle.receives(presses(OMID, wish), presses(NARGES, wish), presses(NARGES, wish))
    (told,) = (await texts(middle, REZA))[len(before) :]
    assert "دوست دارد با شما حرف بزند" in told and case.code not in told


async def test_several_hard_cases_are_one_question_and_an_easy_one_is_none(
    middle: Engine,
) -> None:
    await middle.staff(NARGES, Role.COUNSELOR, on_call=True)
    await middle.staff(REZA, Role.SUPERVISOR)
    for family in (MARYAM, MARYAM + 1):
        await closes(middle, await hard_case(middle, family))
    easy = await middle.case_of(MARYAM + 2)
    await middle.receives(
        presses(NARGES, f"1.c.claim.{short(easy.id)}"),
        presses(NARGES, f"1.x.do.{short(easy.id)}.helped"),
    )
    assert await asked(middle) == 1


async def test_a_case_that_has_calmed_down_or_is_handed_back_was_hard_all_the_same(
    middle: Engine,
) -> None:
    await middle.staff(NARGES, Role.COUNSELOR, on_call=True)
    await middle.staff(REZA, Role.SUPERVISOR)
    calm = await hard_case(middle)
    await middle.receives(presses(NARGES, f"1.u.do.{short(calm.id)}.3.0.danger_passed"))
    await closes(middle, calm)
    assert await asked(middle) == 1
    await hard_case(middle, MARYAM + 1)
    await middle.receives(says(NARGES, "/away"), presses(NARGES, "1.here.back"))
    assert await middle.count("debriefs") == 2


async def test_supervisors_hear_once_a_day_of_others_and_not_of_themselves(
    middle: Engine,
) -> None:
    await middle.staff(NARGES, Role.SUPERVISOR)
    await middle.staff(REZA, Role.SUPERVISOR)
    await middle.staff(OMID, Role.COUNSELOR)
    await hard_case(middle)
    async with middle.tools.database.transaction() as tx:
        await tx.execute("UPDATE cases SET claimed_at = ?", NOON - 1)
        for hours in (-10, 0, 1, 10):
            await welfare.watch(at(middle.tools.desk(tx), NOON + hours * 3600_000))
    notices = [text for text in await texts(middle, REZA) if say("welfare-notice") in text]
    assert len(notices) == 1 and say("welfare-immediate") in notices[0]
    for account in (NARGES, OMID):
        assert say("welfare-notice") not in "".join(await texts(middle, account))


async def test_the_list_is_for_supervisors_and_says_why(middle: Engine) -> None:
    await middle.staff(NARGES, Role.COUNSELOR)
    await middle.staff(REZA, Role.SUPERVISOR)
    await middle.receives(says(REZA, "/welfare"))
    assert (await texts(middle, REZA))[-1] == say("welfare-nobody")
    await hard_case(middle)
    await middle.receives(says(REZA, "/welfare"), says(NARGES, "/welfare"))
    assert say("welfare-immediate") in (await texts(middle, REZA))[-1]
    assert (await texts(middle, NARGES))[-1] == say("refused-role")
