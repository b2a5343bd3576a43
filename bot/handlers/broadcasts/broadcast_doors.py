"""The buttons under a broadcast, as its author chooses them."""

from dataclasses import replace

from bot.domain.broadcast import MOST_BUTTONS, Broadcast, Door, Leads, State
from bot.domain.ids import CourseId, short, unshort
from bot.domain.outgoing import Button
from bot.handlers.broadcasts import broadcast_access, broadcast_writing, broadcasting
from bot.handlers.desk import Turn
from bot.storage import broadcasts, courses

SHOWN = 10
"""Courses to choose from."""


async def changed(turn: Turn, verb: str, one: Broadcast, more: tuple[str, ...]) -> None:
    """`doors`; `door.KIND[.TARGET]`, `undoor.PLACE`."""
    match (verb, more):
        case ("doors", ()):
            turn.answer()
            show(turn, one)
        case ("door", (kind, *target)):
            await add(turn, one, kind, target[0] if target else "")
        case ("undoor", (place,)) if place.isdecimal() and int(place) < len(one.doors):
            left = one.doors[: int(place)] + one.doors[int(place) + 1 :]
            await broadcasts.change(turn.work, one.id, doors=left)
            turn.answer()
            show(turn, replace(one, doors=left))
        case _:
            turn.answer("press-old")


def show(turn: Turn, one: Broadcast) -> None:
    me, number = turn.me, short(one.id)
    rows: list[tuple[Button, ...]] = []
    for place, shown in enumerate(broadcasting.doors(me, one)[:-1]):
        rows.append((me.button("button-broadcast-undoor", "bc", "undoor", number, str(place),
                               label=shown[0].label),))  # fmt: skip
    if len(one.doors) < MOST_BUTTONS:
        rows += [
            (me.button(f"button-broadcast-door-{leads}", "bc", "door", number, leads.value),)
            for leads in Leads
            if leads is not Leads.ASSESSMENT or Door(leads) not in one.doors
        ]
    if one.state is not State.DRAFT:
        rows.append((me.button("button-broadcast-correct-sure", "bs", "mend", number, "edit"),))
    text = "broadcast-doors" if one.state is State.DRAFT else "broadcast-doors-sent"
    turn.edit_pressed(me.say(text), (*rows, broadcast_access.back(turn, one)))


async def add(turn: Turn, one: Broadcast, kind: str, target: str) -> None:
    turn.answer()
    if len(one.doors) >= MOST_BUTTONS:
        return
    match kind:
        case Leads.LINK:
            await broadcast_writing.ask(turn, one, "link")
            return
        case Leads.ASSESSMENT:
            door = Door(Leads.ASSESSMENT)
        case Leads.COURSE if await courses.course(turn.work, CourseId(unshort(target) or 0)):
            door = Door(Leads.COURSE, target)
        case Leads.SERIES if target in turn.house.series:
            door = Door(Leads.SERIES, target)
        case _:
            await _ask_target(turn, one, kind)
            return
    doors = (*one.doors, door)
    await broadcasts.change(turn.work, one.id, doors=doors)
    show(turn, replace(one, doors=doors))


async def _ask_target(turn: Turn, one: Broadcast, kind: str) -> None:
    """Which course, or which series."""
    me, number = turn.me, short(one.id)
    named: list[tuple[str, str]] = []
    if kind == Leads.COURSE:
        every = await courses.all_courses(turn.work)
        named = [(short(course.id), course.title) for course in every[:SHOWN]]
    elif kind == Leads.SERIES:
        named = [(s.name, s.in_language(me.language).title) for s in turn.house.series.values()]
    rows = [
        (me.button("button-course", "bc", "door", number, kind, name, title=title),)
        for name, title in named
    ]
    turn.edit_pressed(me.say("broadcast-which" if rows else "broadcast-nothing"),
                      (*rows, broadcast_access.back(turn, one)))  # fmt: skip
