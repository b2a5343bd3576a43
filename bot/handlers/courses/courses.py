"""Courses as families find them: the catalogue by stage of life and by place, and whether news of
courses come at all."""

from bot.domain.courses import STREAM, CohortState, Course, Stage
from bot.domain.ids import BookingId, CohortId, CourseId, short, unshort
from bot.domain.outgoing import Button, Buttons, Text, in_rows
from bot.handlers import holding
from bot.handlers.courses import booking, cohort_page, cohorts, couples, seats
from bot.handlers.desk import Turn
from bot.storage import audit, courses, held, opt_outs, participants

ANYWHERE = ""
"""The place of who did not choose one. Else `online`, `on_site`, or the code of a province."""


async def show(turn: Turn) -> None:
    """/courses of a family: what it has, and what there is; first, what waited for them."""
    await holding.release(turn, turn.person_id)
    text, rows = await _stages(turn)
    turn.send(Text(text, rows))


async def _stages(turn: Turn) -> tuple[str, Buttons]:
    me, found = turn.me, await courses.stages(turn.work)
    rows: list[tuple[Button, ...]] = []
    for _, mine in await participants.of_person(turn.work, turn.person_id):
        cohort = await courses.cohort(turn.work, mine.cohort_id)
        if cohort is not None and cohort.state is not CohortState.CANCELED:
            title = await cohorts.title(turn, cohort)
            number = short(cohort.id)
            rows.append((me.button("button-course-mine", "co", "cohort", number, title=title),))
    key = "courses-mine-only" if rows and not found else "courses" if found else "courses-none"
    rows += [
        (me.button(f"course-stage-{stage}", "co", "stage", stage),)
        for stage in Stage
        if stage in found
    ]
    return me.say(key), tuple(rows)


async def _of_stage(turn: Turn, stage: Stage, where: str) -> None:
    me = turn.me
    rows = [
        (me.button("button-course", "co", "course", short(one.id), *_kept(where), title=one.title),)
        for one in await courses.of_stage(turn.work, stage, where)
    ]
    said = me.say(f"course-stage-{stage}")
    wheres = await courses.wheres(turn.work, stage)
    choices = [_choice(turn, stage, one, where) for one in (ANYWHERE, *wheres)]
    back = (me.button("button-courses-back", "co", "list"),)
    shown = in_rows(choices, 2) if len(wheres) > 1 else ()
    turn.edit_pressed(me.say("courses-of-stage", stage=said), (*rows, *shown, back))


def _choice(turn: Turn, stage: Stage, where: str, chosen: str) -> Button:
    """One place by which the list is narrowed; the one that holds now bears a mark."""
    label = cohorts.place_of(turn.me, where) if where else turn.me.say("course-anywhere")
    key = "button-where-chosen" if where == chosen else "button-course"
    return turn.me.button(key, "co", "stage", stage, *_kept(where), title=label)


def _kept(where: str) -> tuple[str, ...]:
    return (where,) if where else ()


async def _course(turn: Turn, course: Course, where: str) -> None:
    """What it is about, and when it is held next."""
    me, rows = turn.me, []
    for cohort in await courses.open_cohorts(turn.work, course.id, where):
        first = await cohorts.next_lesson(turn, cohort)
        if first is not None:
            day = me.house.words.day(me.language, first.starts_at, turn.work.now)
            label = me.say("button-cohort", day=day, where=cohorts.where(me, cohort))
            number = short(cohort.id)
            rows.append((me.button("button-course", "co", "cohort", number, title=label),))
    back = (me.button("button-courses-back", "co", "stage", course.stage, *_kept(where)),)
    key = "course-about" if rows else "course-about-none"
    turn.edit_pressed(me.say(key, title=course.title, about=course.about), (*rows, back))


# Presses.


async def pressed(turn: Turn, parts: tuple[str, ...]) -> None:
    """`list`, `stage.STAGE[.WHERE]`, `course.COURSE[.WHERE]`, `cohort.COHORT`, `book.COHORT`,
    `couple.COHORT`, `join.CODE`; `on`, `off`; and what `booking.pressed` knows, of a booking."""
    match parts:
        case ("list",):
            turn.answer()
            text, rows = await _stages(turn)
            turn.edit_pressed(text, rows)
        case ("stage", stage, *where) if stage in set(Stage):
            turn.answer()
            await _of_stage(turn, Stage(stage), "".join(where[:1]))
        case ("course", number, *where) if found := await courses.course(
            turn.work, CourseId(_id(number))
        ):
            turn.answer()
            await _course(turn, found, "".join(where[:1]))
        case ("cohort" | "book" | "couple" as verb, number):
            await _of_cohort(turn, verb, number)
        case ("join", code):
            await couples.joins(turn, code)
        case ("on" | "off" as verb,):
            await _news(turn, wanted=verb == "on")
        case ("yes" | "leave" | "gone" | "vouch" | "stranger" | "invite" as verb, number):
            await booking.pressed(turn, verb, BookingId(_id(number)))
        case _:
            turn.answer("press-old")


def _id(text: str) -> int:
    return unshort(text) or 0


async def _of_cohort(turn: Turn, verb: str, number: str) -> None:
    cohort = await courses.cohort(turn.work, CohortId(_id(number)))
    if cohort is None or cohort.state is CohortState.DRAFT or turn.staff is not None:
        turn.answer("press-old")
    elif verb == "cohort":
        turn.answer()
        await cohort_page.show(turn, cohort)
    else:
        await booking.book(turn, cohort, couple=verb == "couple")


async def _news(turn: Turn, *, wanted: bool) -> None:
    """Nothing about courses any more, or again; series and broadcasts are another matter."""
    me = turn.me
    turn.answer()
    if wanted:
        await opt_outs.allow(turn.work, turn.person_id, (STREAM,))
        turn.send(Text(me.say("courses-on")))
        return
    await opt_outs.refuse(turn.work, turn.person_id, STREAM)
    await held.drop(turn.work, turn.person_id, seats.KIND)
    audit.record(turn.work, turn.person_id, "opted_out", STREAM)
    turn.send(Text(me.say("courses-off"), ((me.button("button-courses-on", "co", "on"),),)))
