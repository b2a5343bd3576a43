"""Follow-up tasks: written with a day, listed the most urgent first, reminded of in the morning."""

from collections.abc import Collection, Mapping
from datetime import date, timedelta

from bot.conversations.flow import Answer, Picked, Told
from bot.domain.case import Case, Status
from bot.domain.ids import CaseId, PersonId, TaskId, short, unshort
from bot.domain.lifecycle import nearness
from bot.domain.moments import at_minute
from bot.domain.outgoing import Button, Text
from bot.domain.people import Action, Role, may_in
from bot.domain.safeguarding import supervisors
from bot.handlers import access, choosing, conversation
from bot.handlers.desk import Desk, Speaker, Turn
from bot.storage import audit, cases, due, people, tasks
from bot.storage.due import Due
from bot.storage.outbox import About
from bot.storage.tasks import Task

TASK = "task"
"""The kind of due row that reminds of a task."""
LATE = "task_late"
"""The kind of due row that tells supervisors of a task that is still not done."""
LATE_AFTER = 2 * 24 * 3600 * 1000
"""Milliseconds after the reminder."""
MORNING = 9 * 60
"""The minute of the day when a task is reminded of, by the clock of the service."""
SHOWN = 8
HOUR = 3600 * 1000
DAYS = {"tomorrow": 1, "three_days": 3, "week": 7}


def _morning(desk: Desk, day: date) -> int:
    return at_minute(day, MORNING, desk.house.words.zone)


def _today(desk: Desk) -> date:
    return desk.house.words.local_time(desk.work.now).date()


def _late(desk: Desk, task: Task) -> bool:
    """Its day is over."""
    return task.due_at < _morning(desk, _today(desk))


def _line(me: Speaker, desk: Desk, task: Task, place: int) -> str:
    return me.say(
        "tasks-line",
        place=place,
        code=task.code,
        day=me.day(task.due_at),
        late="yes" if _late(desk, task) else "no",
        text=task.text,
    )


async def lines(turn: Turn, case: Case) -> str:
    """The open tasks of a case, for its file; empty where there are none."""
    found = await tasks.of_case(turn.work, case.id)
    if not found:
        return ""
    said = [turn.me.say("tasks-of-case", count=len(found))]
    said += [_line(turn.me, turn, task, place) for place, task in enumerate(found[:SHOWN], 1)]
    return "\n".join(said)


# Lists.


async def show_mine(turn: Turn) -> None:
    """/tasks: what is to be done in my cases; for supervisors also what others are late with."""
    me, found = turn.me, await tasks.of_owner(turn.work, turn.person_id)
    audit.record(turn.work, turn.person_id, "read", "tasks")
    shown = list(found[:SHOWN])
    said = [me.say("tasks-mine", count=len(found)) if found else me.say("tasks-none")]
    said += [_line(me, turn, task, place) for place, task in enumerate(shown, 1)]
    if turn.staff is not None and turn.staff.role is Role.SUPERVISOR:
        today = _morning(turn, _today(turn))
        others = await tasks.overdue(turn.work, today, turn.person_id, SHOWN)
        if others:
            said.append(me.say("tasks-overdue"))
        for task in others:
            shown.append(task)
            said.append(_line(me, turn, task, len(shown)))
            audit.record(turn.work, turn.person_id, "read_tasks", f"case:{task.case_id}")
    rows = [_row(me, task, place) for place, task in enumerate(shown, 1)]
    turn.send(Text("\n".join(said), tuple(rows), protect=True), "file")


def _row(me: Speaker, task: Task, place: int) -> tuple[Button, ...]:
    number = short(task.id)
    return (
        me.button("button-task-done", "t", "done", number, place=place),
        me.button("button-task-later", "t", "later", number, place=place),
    )


async def _show(turn: Turn, case: Case) -> None:
    audit.record(turn.work, turn.person_id, "read_tasks", f"case:{case.id}")
    me, found = turn.me, await tasks.of_case(turn.work, case.id)
    text = await lines(turn, case) or me.say("tasks-case-none", code=case.code)
    rows = [_row(me, task, place) for place, task in enumerate(found[:SHOWN], 1)]
    if case.status is not Status.CLOSED:
        rows.append((me.button("button-new-task", "t", "new", short(case.id)),))
    turn.send(Text(text, tuple(rows), protect=True), "file", About(case=case.id))


# Presses.


async def begin(turn: Turn) -> None:
    """/task: one more for the case of the message replied to, or the current one."""
    case, held = await choosing.current(turn)
    if case is not None:
        conversation.begin(turn, "task", case.id)
    else:
        choosing.ask_which(turn, held, "task-which", "t", "new")


async def pressed(turn: Turn, parts: tuple[str, ...]) -> None:
    """`case.CASE` shows them, `new.CASE` asks for one; `done.TASK`, `later.TASK` (tomorrow)."""
    match parts:
        case ("case", number):
            if case := await access.shown(turn, number):
                await _show(turn, case)
        case ("new", number):
            if case := await access.changed(turn, number):
                conversation.begin(turn, "task", case.id)
        case ("done" | "later" as verb, number):
            await _about(turn, verb, unshort(number))
        case _:
            turn.answer("press-old")


async def _about(turn: Turn, verb: str, number: int | None) -> None:
    task = await tasks.get(turn.work, TaskId(number)) if number is not None else None
    if task is None:
        turn.answer("press-old")
        return
    case = await access.pressed(turn, short(task.case_id), Action.WRITE_CASE)
    if case is None:
        return
    if verb == "done":
        won = await tasks.finish(turn.work, task.id, turn.person_id)
        did, key = "task_done", "task-is-done"
    else:
        at = _morning(turn, _today(turn) + timedelta(days=1))
        won = await tasks.postpone(turn.work, task.id, at)
        did, key = "task_moved", "task-is-later"
    if not won:
        turn.answer("press-counted")
        return
    await due.cancel(turn.work, TASK, task.id)
    if verb == "later":
        _remind_at(turn, task.id, at)
    audit.record(turn.work, turn.person_id, did, f"case:{case.id}")
    turn.answer(key)


async def written(turn: Turn, answers: Mapping[str, Answer], subject: CaseId | None) -> None:
    """The end of the questions: one task more, with its reminder."""
    case = await cases.get(turn.work, subject) if subject is not None else None
    told = answers.get("text")
    if case is None or not isinstance(told, Told):
        return
    if not access.permits(turn, case, Action.WRITE_CASE) or case.status is Status.CLOSED:
        turn.say("not-your-case", kind="staff")
        return
    day = _day(turn, answers)
    if day < _today(turn):
        turn.say("task-past", kind="staff")
        conversation.begin(turn, "task", case.id, {"text": told, "day": Picked("date")})
        return
    text = "\n".join(part for part in told.parts if isinstance(part, str))
    at = await _keep(turn, case, text, day)
    turn.say("task-kept", kind="staff", code=case.code, day=turn.me.day(at))


async def keep_in(turn: Turn, case: Case, text: str, days: int) -> None:
    """One task more, for the morning in so many days, with its reminder."""
    await _keep(turn, case, text, _today(turn) + timedelta(days=days))


def morning_in(desk: Desk, days: int) -> int:
    """When such a task is due (epoch ms)."""
    return _morning(desk, _today(desk) + timedelta(days=days))


async def _keep(turn: Turn, case: Case, text: str, day: date) -> int:
    at = _morning(turn, day)
    number = await tasks.add(turn.work, case.id, turn.person_id, text, at)
    # Written today for today: not at the moment at which it was written.
    _remind_at(turn, number, max(at, turn.work.now + HOUR))
    audit.record(turn.work, turn.person_id, "task_added", f"case:{case.id}")
    return at


def _day(turn: Turn, answers: Mapping[str, Answer]) -> date:
    match answers.get("day"), answers.get("date"):
        case Picked(key), _ if key in DAYS:
            return _today(turn) + timedelta(days=DAYS[key])
        case _, Told((str(typed), *_)):
            return date.fromisoformat(typed)
        case _:
            return _today(turn)


# Reminders.


def _remind_at(desk: Desk, task_id: TaskId, at: int) -> None:
    due.plan(desk.work, TASK, task_id, at, f"task:{task_id}:{at}")


async def _open(desk: Desk, what: Due) -> tuple[Task, Case] | None:
    """The task that a due row is about, while it is still to be done."""
    task = await tasks.get(desk.work, TaskId(what.subject))
    case = await cases.get(desk.work, task.case_id) if task else None
    if task is None or case is None or task.state != "open" or case.status is Status.CLOSED:
        return None
    return task, case


async def remind(desk: Desk, what: Due) -> None:
    """To whoever has the case by then; where nobody has it, to the supervisors."""
    found = await _open(desk, what)
    if found is None:
        return
    task, case = found
    owner = await people.member(desk.work, task.owner_id) if task.owner_id else None
    if owner is None:
        await _tell(desk, task, case, supervisors(await people.staff(desk.work)), "nobody")
        return
    await _tell(desk, task, case, (owner.person_id,), "today")
    at = desk.work.now + LATE_AFTER
    due.plan(desk.work, LATE, task.id, at, f"late:{task.id}:{task.due_at}", {"day": task.due_at})


async def late(desk: Desk, what: Due) -> None:
    """Neither done nor put off two days after its reminder: the supervisors hear of it once."""
    found = await _open(desk, what)
    if found is None or found[0].due_at != what.body["day"]:
        return
    to = [who for who in supervisors(await people.staff(desk.work)) if who != found[0].owner_id]
    await _tell(desk, *found, to, "late")


async def _tell(desk: Desk, task: Task, case: Case, to: Collection[PersonId], which: str) -> None:
    day = desk.to_staff.day(task.due_at)

    def compose(me: Speaker) -> Text:
        text = me.say("task-reminder", which=which, code=task.code, day=day, text=task.text)
        return Text(text, (_row(me, task, 1),), protect=True)

    for person in to:
        member = await people.member(desk.work, person)
        near = nearness(case, person, desk.work.now)
        if may_in(member, Action.READ_CASE, near):
            audit.record(desk.work, person, "read_task", f"case:{case.id}")
            await desk.tell(person, "file", compose, About(case=case.id))
