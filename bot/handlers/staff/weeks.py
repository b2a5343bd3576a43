"""The week of colleagues: their shifts and the on-call rota, shown and changed by buttons."""

from bot.domain.duty import Shift, next_begin, shift
from bot.domain.ids import short
from bot.domain.opening import DAY
from bot.domain.outgoing import Button, Buttons, Text
from bot.domain.people import Action, StaffMember, may
from bot.handlers.desk import Speaker, Turn
from bot.handlers.queue import cards
from bot.handlers.staff import profiles
from bot.storage import audit, duty, people

KIND = {"w": duty.WORK, "c": duty.ON_CALL}
"""Kinds of shifts, as buttons name them."""
PER_ROW = 6
HOURS = 24


async def show(turn: Turn) -> None:
    """/shifts: everybody's week for those who may change it; one's own for a caseworker."""
    assert turn.staff is not None
    me, lines = turn.me, [_opening(turn)]
    if not may(turn.staff, Action.SET_DUTY):
        lines += [await _week(turn, turn.staff, kind) for kind in KIND]
        turn.send(Text("\n\n".join(lines)), "staff")
        return
    members = await profiles.caseworkers(turn)
    for kind in KIND:
        lines.append(await _everybody(turn, members, kind))
    turn.send(Text("\n\n".join(lines), profiles.choose(me, members, "week")), "staff")


def _opening(turn: Turn) -> str:
    """Whether families are told that somebody is there."""
    now, hours = turn.work.now, turn.house.duty.hours
    opens = hours.next_opening(now, turn.work.zone)
    if opens is None or opens == now:
        return turn.me.say("hours-open" if opens == now else "hours-never")
    return turn.me.say("hours-closed", at=turn.me.when(opens, now))


async def rota(turn: Turn) -> str:
    """Who is on call by the rota, through the week; nothing where there is none."""
    found = await duty.all_shifts(turn.work, duty.ON_CALL)
    return await _everybody(turn, await profiles.caseworkers(turn), "c") if found else ""


async def _everybody(turn: Turn, members: list[StaffMember], kind: str) -> str:
    by_id = {member.person_id: member for member in members}
    lines = [turn.me.say(f"week-title-{kind}")]
    for one in await duty.all_shifts(turn.work, KIND[kind]):
        if one.person_id in by_id:
            who = cards.title(turn.me, by_id[one.person_id])
            lines.append(turn.me.say("week-line-of", who=who, shift=_said(turn.me, one.shift)))
    if len(lines) == 1:
        lines.append(turn.me.say(f"week-none-{kind}"))
    return "\n".join(lines)


async def _week(turn: Turn, member: StaffMember, kind: str) -> str:
    """The shifts of one colleague, and when the next one begins."""
    shifts = await duty.shifts_of(turn.work, member.person_id, KIND[kind])
    lines = [turn.me.say(f"week-title-{kind}")]
    lines += [turn.me.say("week-line", shift=_said(turn.me, one)) for one in shifts]
    begin = next_begin(shifts, turn.work.now, turn.work.zone)
    if begin is None:
        lines.append(turn.me.say(f"week-none-{kind}"))
    else:
        lines.append(turn.me.say("week-next", at=turn.me.when(begin, turn.work.now)))
    return "\n".join(lines)


def _said(me: Speaker, one: Shift) -> str:
    clock = me.house.words.time_of_day
    return me.say(
        "week-shift",
        day=me.say(f"weekday-{one.begins // DAY}"),
        begins=clock(me.language, one.begins % DAY),
        ends=clock(me.language, one.ends % DAY),
    )


# Changing. A shift is named by the minutes of the week between which it lies.


async def _page(turn: Turn, member: StaffMember, kind: str) -> Text:
    me, number = turn.me, short(member.person_id)
    shifts = await duty.shifts_of(turn.work, member.person_id, KIND[kind])
    text = cards.title(me, member) + "\n\n" + await _week(turn, member, kind)
    drops: list[tuple[Button, ...]] = [
        (
            me.button(
                "button-drop-shift", "week", "drop", number, f"{kind}-{one.begins}-{one.ends}",
                shift=_said(me, one),
            ),
        )
        for one in shifts
    ]  # fmt: skip
    days = [
        me.button(
            "button-weekday", "week", "day", number, f"{kind}-{day}", day=me.say(f"weekday-{day}")
        )
        for day in range(7)
    ]
    rows = [tuple(days[:4]), tuple(days[4:]), *drops]
    other = "c" if kind == "w" else "w"
    rows.append((me.button(f"button-week-{other}", "week", "show", number, other),))
    rows.append((me.button("button-profile", "prof", "show", number),))
    return Text(text, tuple(rows))


def _hours(me: Speaker, verb: str, number: str, start: str) -> Buttons:
    """The hours of a day; each adds itself to what was chosen before."""
    hours = [
        me.button("button-hour", "week", verb, number, f"{start}-{hour}", hour=hour)
        for hour in range(HOURS)
    ]
    return tuple(tuple(hours[at : at + PER_ROW]) for at in range(0, HOURS, PER_ROW))


async def pressed(turn: Turn, parts: tuple[str, ...]) -> None:
    """Forms: `show.P`, `show.P.K`, `day.P.K-DAY`, `from.P.K-DAY-HOUR`, `to.P.K-DAY-HOUR-HOUR`,
    `drop.P.K-BEGINS-ENDS`; K is `w` for shifts, `c` for the rota."""
    member = await profiles.allowed(turn, parts[1] if len(parts) > 1 else "")
    if member is None:
        return
    kind, *numbers = (parts[2] if len(parts) == 3 else "w").split("-")
    if kind not in KIND or not all(n.isdecimal() and len(n) < 6 for n in numbers):
        turn.answer("press-old")
        return
    match parts[0], [int(n) for n in numbers]:
        case "show", []:
            turn.answer()
            turn.send(await _page(turn, member, kind), "staff")
        case "day", [day] if day < 7:
            _ask(turn, "from", parts, day)
        case "from", [day, hour] if day < 7 and hour < HOURS:
            _ask(turn, "to", parts, day)
        case "to", [day, begins, ends] if day < 7 and max(begins, ends) < HOURS:
            await _add(turn, member, kind, shift(day, begins, ends))
        case "drop", [begins, ends]:
            await duty.remove_shift(turn.work, member.person_id, KIND[kind], Shift(begins, ends))
            await _changed(turn, member, kind)
        case _:
            turn.answer("press-old")


def _ask(turn: Turn, verb: str, parts: tuple[str, ...], day: int) -> None:
    turn.answer()
    me = turn.me
    text = me.say(f"week-{verb}", day=me.say(f"weekday-{day}"))
    turn.edit_pressed(text, _hours(me, verb, parts[1], parts[2]))


async def _add(turn: Turn, member: StaffMember, kind: str, added: Shift) -> None:
    if not await duty.add_shift(turn.work, member.person_id, KIND[kind], added):
        turn.answer("week-clash", alert=True)
        page = await _page(turn, member, kind)
        turn.edit_pressed(page.text, page.buttons)
        return
    await _changed(turn, member, kind)


async def _changed(turn: Turn, member: StaffMember, kind: str) -> None:
    """The page shows it, and the colleague hears of it."""
    audit.record(turn.work, turn.person_id, "set_shifts", f"person:{member.person_id}")
    turn.answer()
    page = await _page(turn, member, kind)
    turn.edit_pressed(page.text, page.buttons)
    if member.person_id == turn.person_id:
        return
    reach = await people.reach(turn.work, member.person_id)
    shifts = await duty.shifts_of(turn.work, member.person_id, KIND[kind])
    me = turn.speaker(reach.language if reach else turn.house.language)
    lines = [me.say(f"week-told-{kind}")]
    lines += [me.say("week-line", shift=_said(me, one)) for one in shifts]
    lines += [] if shifts else [me.say(f"week-none-{kind}")]
    await turn.tell(member.person_id, "staff", lambda _: Text("\n".join(lines)))
