"""Follow-up tasks: written, listed, reminded of in the morning, done; and they go with the case."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.clock import Clock
from bot.domain.triage import Acuity
from bot.jobs.clock import do_due
from bot.storage import claims
from tests.faults.engine import SUPERGROUP, Engine
from tests.handlers.casework import MARYAM, NARGES, OMID, REZA, Room, room
from tests.service.house import say

DAY = 24 * 3600


async def task(made: Room, text: str, day: str = "tomorrow", typed: str = "") -> None:
    await made.press(NARGES, "t", "new", made.number)
    await made.say(NARGES, text)
    await made.presses(NARGES, f".day.pick.{day}")
    if typed:
        await made.say(NARGES, typed)


async def due(made: Room, days: float) -> None:
    await do_due(replace(made.middle.tools, clock=Clock(int(days * DAY))))


async def test_my_tasks_are_listed_with_what_is_due_first_and_done_by_a_button(
    middle: Engine,
) -> None:
    made = await room(middle)
    await task(made, "کار هفته", "week")
    await task(made, "کار فردا")
    await made.say(NARGES, "/tasks")
    shown = await made.last(NARGES)
    assert shown.index("کار فردا") < shown.index("کار هفته")
    first = (await made.middle.owes())[-1].message
    done = first.buttons[0][0].data  # type: ignore[union-attr]
    await made.press(NARGES, *(done or "").split(".")[1:])
    await made.say(NARGES, "/tasks")
    assert "کار فردا" not in await made.last(NARGES)
    assert await made.audited("task_done") == 1
    # Nobody else finishes it.
    await made.press(OMID, *(await made.data(NARGES, "t.done")).split(".")[1:])
    assert await middle.count("tasks", "state = 'open'") == 1


async def test_a_day_can_be_typed_and_must_not_be_over(middle: Engine) -> None:
    made = await room(middle)
    await task(made, "کار تاریخ‌دار", "date", "۱۴۰۰/۱/۱")
    assert say("task-past") in "\n".join(await made.told(NARGES))
    assert await middle.count("tasks") == 0
    await made.say(NARGES, "۱۴۴۰/۹/۲۰")
    assert await middle.count("tasks") == 1
    rows = await middle.tools.database.read("SELECT due_at, body FROM tasks")
    at = middle.tools.house.words.local_time(rows[0]["due_at"])
    assert (at.hour, at.minute, at.year) == (9, 0, 2061)
    assert "کار" not in rows[0]["body"]


async def test_a_task_is_reminded_of_at_nine_once_and_goes_with_the_case(middle: Engine) -> None:
    made = await room(middle, Acuity.LOW)
    await task(made, "زنگ به مدرسه")
    rows = await middle.tools.database.read("SELECT due_at FROM tasks")
    morning = middle.tools.house.words.local_time(rows[0]["due_at"])
    now = middle.tools.house.words.local_time(middle.tools.clock.now())
    assert morning.date() == now.date() + timedelta(days=1)
    assert morning.hour == 9
    before = (morning - now - timedelta(minutes=5)) / timedelta(days=1)
    await due(made, before)
    assert "زنگ به مدرسه" not in await made.last(NARGES)
    # The case goes to Omid in the meantime: the task goes along.
    async with middle.tools.database.transaction() as tx:
        await claims.release_all(middle.tools.desk(tx).work, made.narges)
    await made.press(OMID, "c", "claim", made.number, chat=SUPERGROUP)
    for _ in range(2):
        await due(made, before + 0.01)
    reminders = [text for text in await made.told(OMID) if "زنگ به مدرسه" in text]
    assert len(reminders) == 1
    assert "زنگ به مدرسه" not in await made.last(NARGES)


async def test_where_nobody_has_the_case_the_supervisors_are_reminded(middle: Engine) -> None:
    made = await room(middle, Acuity.LOW)
    await task(made, "زنگ به مدرسه")
    async with middle.tools.database.transaction() as tx:
        await claims.release_all(middle.tools.desk(tx).work, made.narges)
    await due(made, 2)
    assert "زنگ به مدرسه" in await made.last(REZA)
    assert "زنگ به مدرسه" not in await made.last(OMID)


async def test_supervisors_see_what_others_are_late_with(middle: Engine) -> None:
    made = await room(middle, Acuity.LOW)
    await task(made, "زنگ به مدرسه")
    await made.say(REZA, "/tasks")
    assert "زنگ به مدرسه" not in await made.last(REZA)
    late = Engine(replace(middle.tools, clock=Clock(3 * DAY)))
    there = Room(late, made.case, made.narges)
    await there.say(REZA, "/tasks")
    assert "زنگ به مدرسه" in await made.last(REZA)
    assert await made.audited("read_tasks") == 1
    await there.presses(REZA, "t.done")
    assert await middle.count("tasks", "state = 'done'") == 1


async def test_a_task_put_off_is_reminded_of_on_the_other_day_only(middle: Engine) -> None:
    made = await room(middle, Acuity.LOW)
    await task(made, "زنگ به مدرسه", "week")
    await made.say(NARGES, "/tasks")
    await made.presses(NARGES, "t.later")
    rows = await middle.tools.database.read("SELECT due_at FROM tasks")
    moved = datetime.fromtimestamp(rows[0]["due_at"] / 1000, middle.tools.house.words.zone)
    today = middle.tools.house.words.local_time(middle.tools.clock.now()).date()
    assert moved.date() == today + timedelta(days=1)
    await due(made, 2)
    await due(made, 8)
    reminders = [text for text in await made.told(NARGES) if "پیگیری امروز" in text]
    assert len(reminders) == 1


async def test_a_family_never_hears_of_a_task(middle: Engine) -> None:
    made = await room(middle)
    await task(made, "قناری")
    await due(made, 2)
    assert "قناری" not in "\n".join(await made.told(MARYAM))
