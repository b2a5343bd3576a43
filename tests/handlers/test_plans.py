"""A safety plan: written in steps, every version kept, given to the family where it is safe."""

from dataclasses import replace

from bot.clock import Clock
from bot.domain.contact import contact_rules
from bot.storage import contact, erasure
from tests.faults.engine import Engine
from tests.handlers.casework import MARYAM, NARGES, REZA, Room, room
from tests.service.house import say

STEPS = ("شب‌ها خوابم نمی‌برد", "راه می‌روم", "پارک", "خواهرم", "درمانگاه محله", "قرص‌ها نزد خواهرم")


async def planned(middle: Engine, *steps: str) -> Room:
    made = await room(middle)
    await write(made, *(steps or STEPS))
    return made


async def write(made: Room, *steps: str) -> None:
    await made.press(NARGES, "pl", "new", made.number)
    await made.say(NARGES, *steps)
    await made.presses(NARGES, ".review.confirm")


async def feels(made: Room, writing: str) -> None:
    """The family has said how it may be written to."""
    async with made.middle.tools.database.transaction() as tx:
        work = made.middle.tools.desk(tx).work
        assert made.case.person_id is not None
        await contact.remember(work, made.case.person_id, contact_rules(writing, ("anytime",)))


def tomorrow(made: Room, hours: float = 24) -> Room:
    tools = replace(made.middle.tools, clock=Clock(int(hours * 3600)))
    return Room(Engine(tools), made.case, made.narges)


async def test_nothing_of_a_plan_leaves_before_the_counselor_sends_it(middle: Engine) -> None:
    made = await planned(middle)
    for step in STEPS:
        assert step in await made.last(NARGES)
    await made.say(MARYAM, "/plan")
    heard = "\n".join(await made.told(MARYAM))
    assert say("plan-family-none").split(" ")[0] in heard
    assert not [step for step in STEPS if step in heard]
    assert "خواهرم" not in str(await middle.tools.database.read("SELECT * FROM safety_plans"))


async def test_a_plan_reaches_a_family_that_is_here_and_comes_again_on_its_word(
    middle: Engine,
) -> None:
    made = await planned(middle)
    await made.say(MARYAM, "هستم")
    await made.presses(NARGES, "pl.send")
    heard = await made.last(MARYAM)
    assert all(step in heard for step in STEPS)
    assert "۱۱۵" in heard  # the numbers that answer at this hour
    assert await made.audited("plan_sent") == 1
    await made.say(MARYAM, "/plan")
    rows = [row for row in await middle.owes() if row.kind == "reply"]
    assert STEPS[1] in rows[-1].message.text  # type: ignore[union-attr]


async def test_where_writing_is_not_safe_nothing_is_sent_and_the_counselor_knows(
    middle: Engine,
) -> None:
    made = await planned(middle)
    await made.say(MARYAM, "هستم")
    await feels(made, "wait")
    late = tomorrow(made)
    await late.presses(NARGES, "pl.send")
    assert STEPS[1] not in "\n".join(await made.told(MARYAM))
    assert await middle.count("safety_plans", "sent_at IS NOT NULL") == 0
    answers = [row for row in await middle.owes() if row.kind == "press_answer"]
    assert answers[-1].message.text == say("plan-not-safe")  # type: ignore[union-attr]


async def test_for_who_wants_plain_messages_the_plan_waits_behind_a_plain_line(
    middle: Engine,
) -> None:
    made = await planned(middle)
    await feels(made, "neutral")
    await made.say(MARYAM, "هستم")
    late = tomorrow(made, 0.2)  # present, but not looking any more
    await late.presses(NARGES, "pl.send")
    assert STEPS[1] not in "\n".join(await made.told(MARYAM))
    assert await middle.count("veiled") == 1


async def test_a_later_version_starts_from_the_one_before_and_both_are_kept(
    middle: Engine,
) -> None:
    made = await planned(middle, *STEPS[:5], "رد شو")
    await made.press(NARGES, "pl", "new", made.number)
    assert say("plan-review").split(" ")[0] in await made.last(NARGES)
    await made.presses(NARGES, ".review.change.myself")
    await made.say(NARGES, "دعا می‌خوانم")
    await made.presses(NARGES, ".review.confirm")
    assert "دعا می‌خوانم" in await made.last(NARGES)
    rows = await middle.tools.database.read("SELECT version FROM safety_plans ORDER BY version")
    assert [row["version"] for row in rows] == [1, 2]


async def test_a_supervisor_reads_a_plan_but_does_not_send_it(middle: Engine) -> None:
    made = await planned(middle)
    data = await made.data(NARGES, "pl.send")
    await made.press(REZA, "pl", "case", made.number)
    assert STEPS[0] in await made.last(REZA)
    await made.press(REZA, *data.split(".")[1:])
    assert await middle.count("safety_plans", "sent_at IS NOT NULL") == 0
    assert await made.audited("send_plan", allowed=False) == 1


async def test_erasure_forgets_plans_goals_tasks_and_notes_on_closings(middle: Engine) -> None:
    made = await planned(middle)
    await made.press(NARGES, "g", "new", made.number)
    await made.say(NARGES, "هدفی")
    await made.press(NARGES, "t", "new", made.number)
    await made.say(NARGES, "کاری")
    await made.presses(NARGES, ".day.pick.week")
    async with middle.tools.database.transaction() as tx:
        work = middle.tools.desk(tx).work
        assert made.case.person_id is not None
        await erasure.erase(work, made.case.person_id)
    for table in ("safety_plans", "goals", "tasks"):
        assert await middle.count(table) == 0
    for row in await middle.owes():
        assert not [step for step in STEPS if step in str(row.message)], row.kind
