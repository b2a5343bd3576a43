"""/reminders: all that will come to somebody by itself, in one place, to be moved or stopped; and
the hours in which nothing comes.

Whoever adds something that reminds families adds a source.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

from bot.domain.appointment import State as Agreed
from bot.domain.automatic import QuietHours
from bot.domain.case import Status
from bot.domain.courses import STREAM, BookingState, Presence
from bot.domain.ids import CaseId, RunId, short, unshort
from bot.domain.moments import days_later
from bot.domain.outgoing import Button, Buttons, Text, in_rows
from bot.handlers.appointments import appointing
from bot.handlers.courses import cohorts
from bot.handlers.desk import Turn
from bot.handlers.family import again
from bot.handlers.series import series_plans
from bot.storage import (
    appointments,
    attendance,
    audit,
    cases,
    contact,
    courses,
    due,
    opt_outs,
    participants,
    series,
)

BEGINS, ENDS = (18, 19, 20, 21, 22, 23), (6, 7, 8, 9, 10, 11)
"""Hours from and until which it may be quiet."""


@dataclass(frozen=True, slots=True)
class Reminder:
    """Something that will come by itself. `at`: epoch ms, None where its moment is not known yet;
    `buttons`: how it is moved or stopped."""

    at: int | None
    text: str
    buttons: tuple[Button, ...] = ()


Source = Callable[[Turn], Awaitable[list[Reminder]]]


async def _appointments(turn: Turn) -> list[Reminder]:
    case = await cases.open_of(turn.work, turn.person_id)
    live = await appointments.live_of(turn.work, case.id) if case is not None else None
    now = turn.work.now
    if live is None or live.state is not Agreed.CONFIRMED or (live.starts_at or 0) <= now:
        return []
    at = appointing.at_of(turn.me, live.starts_at or 0, now)
    (buttons,) = appointing.agreed_buttons(turn.me, live)
    return [Reminder(live.starts_at, turn.me.say("reminder-appointment", at=at), buttons)]


async def _series(turn: Turn) -> list[Reminder]:
    found, me, now = [], turn.me, turn.work.now
    for run in await series.live_of(turn.work, turn.person_id):
        one = turn.house.series.get(run.series)
        if one is None:
            continue
        number, at = short(run.id), await series_plans.planned_at(turn, run.id)
        title = one.in_language(me.language).title
        waits = turn.known.case is not None or run.state is series.State.PAUSED
        if at is None or waits:
            text = me.say("reminder-series-waits", title=title, why="case" if at else "hand")
        else:
            moment = turn.house.words.appointed(me.language, max(at, now), now)
            text = me.say("reminder-series", title=title, at=moment)
        # A part that is bound to a day cannot be moved.
        moves = at is not None and not waits and run.anchor is None
        later = (me.button("button-later-day", "rem", "later", number),) if moves else ()
        stop = me.button("button-series-stop", "ser", "stop", number)
        found.append(Reminder(at, text, (*later, stop)))
    return found


async def _follow_ups(turn: Turn) -> list[Reminder]:
    """That we ask once more how they are, after a talk."""
    case = await cases.latest_of(turn.work, turn.person_id)
    if case is None or case.status is not Status.CLOSED:
        return []
    at = await due.waiting(turn.work, again.LATER, case.id)
    if at is None:
        return []
    moment = turn.house.words.appointed(turn.me.language, max(at, turn.work.now), turn.work.now)
    stop = turn.me.button("button-follow-up-stop", "rem", "drop", short(case.id))
    return [Reminder(at, turn.me.say("reminder-follow-up", at=moment), (stop,))]


async def _lessons(turn: Turn) -> list[Reminder]:
    """The next lesson of each course in which they have a seat, also where they will not come."""
    found, me = [], turn.me
    for mine, booking in await participants.of_person(turn.work, turn.person_id):
        cohort = await courses.cohort(turn.work, booking.cohort_id)
        lesson = await cohorts.next_lesson(turn, cohort) if cohort is not None else None
        if cohort is None or lesson is None or booking.state is not BookingState.ENROLLED:
            continue
        at, title = cohorts.at(me, lesson, turn.work.now), await cohorts.title(turn, cohort)
        known = await attendance.of_participant(turn.work, mine.id)
        if known.get(lesson.id) is Presence.EXCUSED:
            text = me.say("reminder-lesson-excused", title=title, at=at)
            way = me.button("button-lesson-can", "les", "can", short(lesson.id))
        else:
            text = me.say("reminder-lesson", title=title, at=at)
            way = me.button("button-lesson-cannot", "les", "cannot", short(lesson.id))
        found.append(Reminder(lesson.starts_at, text, (way,)))
    return found


SOURCES: tuple[Source, ...] = (_appointments, _series, _follow_ups, _lessons)


# The page.


async def show(turn: Turn) -> None:
    text, rows = await _page(turn)
    turn.send(Text(text, rows))


async def _page(turn: Turn) -> tuple[str, Buttons]:
    me = turn.me
    found = [reminder for source in SOURCES for reminder in await source(turn)]
    found.sort(key=lambda reminder: reminder.at if reminder.at is not None else 2**62)
    lines = [me.say("reminders" if found else "reminders-none")]
    rows: list[tuple[Button, ...]] = []
    for place, reminder in enumerate(found, 1):
        lines.append(me.say("reminder-line", place=place, text=reminder.text))
        row = tuple(_numbered(turn, button, place) for button in reminder.buttons)
        if row:
            rows.append(row)
    rows += await _of_courses(turn, lines)
    lines.append(await _quiet_line(turn))
    rows.append((me.button("button-quiet", "rem", "quiet"),))
    rows.append((me.button("button-broadcast-wishes", "bo", "list"),))
    return "\n\n".join(lines), tuple(rows)


async def _of_courses(turn: Turn, lines: list[str]) -> Buttons:
    """Whether news of courses come: for whoever is in one, or wanted none."""
    if STREAM in await opt_outs.of_person(turn.work, turn.person_id):
        lines.append(turn.me.say("reminder-courses-off"))
        return ((turn.me.button("button-courses-on", "co", "on"),),)
    live = await participants.of_person(turn.work, turn.person_id)
    return ((turn.me.button("button-courses-off", "co", "off"),),) if live else ()


def _numbered(turn: Turn, button: Button, place: int) -> Button:
    label = turn.me.say("reminder-button", place=place, label=button.label)
    return replace(button, label=label)


async def _quiet_line(turn: Turn) -> str:
    standing = await contact.standing(turn.work, turn.person_id)
    own = standing.quiet if standing is not None else None
    quiet = own or turn.house.calm.quiet
    if quiet.begins == quiet.ends:
        return turn.me.say("quiet-never")
    begins, ends = (_clock(turn, minute) for minute in (quiet.begins, quiet.ends))
    return turn.me.say("quiet-hours", begins=begins, ends=ends)


def _clock(turn: Turn, minute: int) -> str:
    return turn.house.words.time_of_day(turn.me.language, minute)


# Presses.


async def pressed(turn: Turn, parts: tuple[str, ...]) -> None:
    """`later.RUN`, `drop.CASE`; `quiet`, `from.HOUR`, `until.HOUR.HOUR`, `usual`; `back`."""
    match parts:
        case ("later", number):
            await _later(turn, number)
        case ("drop", number):
            await _drop(turn, number)
        case ("quiet",):
            _ask_begin(turn)
        case ("from", begins) if _hour(begins, BEGINS) is not None:
            _ask_end(turn, int(begins))
        case ("until", begins, ends) if _hour(begins, BEGINS) and _hour(ends, ENDS):
            await _keep(turn, QuietHours(int(begins) * 60, int(ends) * 60))
        case ("usual",):
            await _keep(turn, None)
        case ("back",):
            turn.answer()
            await _again(turn)
        case _:
            turn.answer("press-old")


async def _again(turn: Turn) -> None:
    text, rows = await _page(turn)
    turn.edit_pressed(text, rows)


async def _later(turn: Turn, number: str) -> None:
    """The next part of a series comes a day later than planned."""
    found = unshort(number)
    run = await series.get(turn.work, RunId(found)) if found is not None else None
    at = await series_plans.planned_at(turn, run.id) if run is not None else None
    if run is None or at is None or run.person_id != turn.person_id or run.anchor is not None:
        turn.answer("press-old")
        return
    later = days_later(max(at, turn.work.now), 1, turn.house.words.zone)
    await series_plans.replan(turn, run.id, run.part, later)
    turn.answer("reminder-moved")
    await _again(turn)


async def _drop(turn: Turn, number: str) -> None:
    found = unshort(number)
    case = await cases.get(turn.work, CaseId(found)) if found is not None else None
    if case is None or case.person_id != turn.person_id:
        turn.answer("press-old")
        return
    await due.cancel(turn.work, again.LATER, case.id)
    audit.record(turn.work, turn.person_id, "follow_up_refused", f"case:{case.id}")
    turn.answer("reminder-stopped")
    await _again(turn)


# Quiet hours.


def _hour(text: str, allowed: tuple[int, ...]) -> int | None:
    return int(text) if text.isdecimal() and len(text) < 3 and int(text) in allowed else None


def _ask_begin(turn: Turn) -> None:
    me = turn.me
    hours = [me.button("button-clock", "rem", "from", str(hour), clock=_clock(turn, hour * 60))
             for hour in BEGINS]  # fmt: skip
    rows = [*in_rows(hours, 3), (me.button("button-quiet-usual", "rem", "usual"),),
            (me.button("button-back", "rem", "back"),)]  # fmt: skip
    turn.answer()
    turn.edit_pressed(me.say("quiet-from"), tuple(rows))


def _ask_end(turn: Turn, begins: int) -> None:
    me = turn.me
    hours = [me.button("button-clock", "rem", "until", str(begins), str(hour),
                       clock=_clock(turn, hour * 60)) for hour in ENDS]  # fmt: skip
    rows = [*in_rows(hours, 3), (me.button("button-back", "rem", "back"),)]
    turn.answer()
    turn.edit_pressed(me.say("quiet-until", begins=_clock(turn, begins * 60)), tuple(rows))


async def _keep(turn: Turn, quiet: QuietHours | None) -> None:
    await contact.keep_quiet(turn.work, turn.person_id, quiet)
    audit.record(turn.work, turn.person_id, "quiet_hours", "person")
    turn.answer("quiet-kept")
    await _again(turn)
