"""Series of psychoeducation as families meet them: the list, the choice, the day, the end."""

from collections.abc import Mapping
from datetime import date

from bot.conversations.flow import Answer, Told
from bot.domain.case import Status
from bot.domain.ids import CaseId, RunId, short, unshort
from bot.domain.outgoing import Buttons, Text
from bot.domain.series import Series, begins_at, counted_at, joined_at
from bot.domain.triage import TOPICS
from bot.handlers import conversation
from bot.handlers.desk import Speaker, Turn
from bot.handlers.series import series_offers, series_parts, series_plans
from bot.storage import audit, opt_outs, series
from bot.storage.series import Run, State

FAR = 800
"""Days from today in which the day of a stage must lie."""


# The list.


async def show(turn: Turn) -> None:
    """/series of a family: what there is, and what it takes."""
    text, rows = await _list(turn)
    turn.send(Text(text, rows))


async def _list(turn: Turn) -> tuple[str, Buttons]:
    me, live = turn.me, {run.series for run in await series.live_of(turn.work, turn.person_id)}
    refused = await opt_outs.of_person(turn.work, turn.person_id)
    rows = [
        (
            me.button(
                "series-button", "ser", "see", one.name,
                title=one.in_language(me.language).title, taken=str(one.name in live).lower(),
            ),
        )
        for one in turn.house.series.values()
    ]  # fmt: skip
    if not rows:
        return me.say("series-none"), ()
    rows += [
        (me.button("button-series-on", "ser", "on", topic, topic=me.say(f"intake-topic-{topic}")),)
        for topic in TOPICS
        if f"series:{topic}" in refused
    ]
    return me.say("series-list"), tuple(rows)


def about(me: Speaker, one: Series) -> str:
    """What a series is, how long it takes, and when it comes."""
    edition = one.in_language(me.language)
    clock = me.house.words.time_of_day(me.language, one.minute)
    when = one.stage.value if one.stage is not None else "daily"
    said = me.say("series-about", title=edition.title, about=edition.about)
    return said + "\n\n" + me.say("series-when", count=one.last, clock=clock, when=when)


async def _see(turn: Turn, one: Series) -> None:
    me = turn.me
    run = next((r for r in await series.live_of(turn.work, turn.person_id) if r.series == one.name),
               None)  # fmt: skip
    text = about(me, one)
    back = (me.button("button-series-back", "ser", "list"),)
    if run is not None:
        text += "\n\n" + await _standing(turn, run)
        stop = (me.button("button-series-stop", "ser", "stop", short(run.id)),)
        rows: Buttons = ((series_parts.next_button(me, run),), stop, back)
    else:
        rows = ((me.button("button-series-take", "ser", "take", one.name),), back)
    turn.edit_pressed(text, rows)


async def _standing(turn: Turn, run: Run) -> str:
    """When its next part comes, or why none comes by itself."""
    at, now = await series_plans.planned_at(turn, run.id), turn.work.now
    if run.state is State.PAUSED or await _talking(turn):
        return turn.me.say("series-waits")
    if at is None:
        return turn.me.say("series-by-hand")
    moment = turn.house.words.appointed(turn.me.language, max(at, now), now)
    return turn.me.say("series-next", at=moment)


async def _talking(turn: Turn) -> bool:
    return turn.known.case is not None


# Presses.


async def pressed(turn: Turn, parts: tuple[str, ...]) -> None:
    """Families: `list`, `see.NAME`, `take.NAME`, `fresh.NAME`, `now.RUN`, `stop.RUN`, `yes.RUN`,
    `no.RUN`, `off.TOPIC`, `on.TOPIC`, and those of a part. Staff: `case.CASE`, `set.NAME.CASE`."""
    match parts:
        case ("case" | "set", *_):
            await series_offers.pressed(turn, parts)
        case ("list",):
            text, rows = await _list(turn)
            turn.answer()
            turn.edit_pressed(text, rows)
        case ("see" | "take" | "fresh" as verb, name) if name in turn.house.series:
            await _of_series(turn, verb, turn.house.series[name])
        case ("now" | "stop" | "yes" | "no" as verb, number):
            await _of_run(turn, verb, number)
        case ("off" | "on" as verb, topic) if topic in TOPICS:
            await _of_topic(turn, verb, topic)
        case _:
            await series_parts.pressed(turn, parts)


async def _of_series(turn: Turn, verb: str, one: Series) -> None:
    if verb == "see":
        turn.answer()
        await _see(turn, one)
        return
    run = await series.ask(turn.work, turn.person_id, one.name)
    if run is None:
        turn.answer("series-taken-already", alert=True)
    elif verb == "take" and one.stage is not None:
        await _ask_day(turn, run)
    else:
        turn.answer()
        await begin(turn, run.id, one)


async def _of_run(turn: Turn, verb: str, number: str) -> None:
    found = unshort(number)
    run = await series.get(turn.work, RunId(found)) if found is not None else None
    one = turn.house.series.get(run.series) if run else None
    if run is None or one is None or run.person_id != turn.person_id:
        turn.answer("press-old")
    elif verb == "now":
        await series_parts.hand_over(turn, run, one)
    elif verb == "stop":
        await _stop(turn, run, one)
    elif run.state is not State.ASKED:
        turn.answer("press-counted")
    elif verb == "no":
        await series.stop(turn.work, run.id)
        turn.answer()
        turn.edit_pressed(turn.me.say("series-declined"))
    elif one.stage is not None:
        await _ask_day(turn, run)
    else:
        turn.answer()
        await begin(turn, run.id, one)


async def _stop(turn: Turn, run: Run, one: Series) -> None:
    if not await series.stop(turn.work, run.id):
        turn.answer("press-counted")
        return
    turn.answer()
    await stopped(turn, run, one)


async def stopped(turn: Turn, run: Run, one: Series) -> None:
    """Nothing of it comes any more; perhaps nothing of its topics shall come again."""
    await series_plans.cancel(turn, run.id)
    audit.record(turn.work, turn.person_id, "series_stopped", f"series:{one.name}")
    me = turn.me
    rows = tuple(
        (
            me.button(
                "button-series-off", "ser", "off", topic, topic=me.say(f"intake-topic-{topic}")
            ),
        )
        for topic in one.topics
    )
    title = one.in_language(me.language).title
    turn.send(Text(me.say("series-stopped", title=title), rows))


async def _of_topic(turn: Turn, verb: str, topic: str) -> None:
    """No series about this topic any more, or again; courses and broadcasts are another matter."""
    stream, said = f"series:{topic}", turn.me.say(f"intake-topic-{topic}")
    if verb == "on":
        await opt_outs.allow(turn.work, turn.person_id, (stream,))
        turn.answer("series-on", topic=said)
        return
    await opt_outs.refuse(turn.work, turn.person_id, stream)
    for run in await series.live_of(turn.work, turn.person_id):
        one = turn.house.series.get(run.series)
        if one is not None and stream in one.streams() and await series.stop(turn.work, run.id):
            await series_plans.cancel(turn, run.id)
    audit.record(turn.work, turn.person_id, "opted_out", stream)
    turn.answer("series-off", topic=said)


# The beginning.


async def begin(
    turn: Turn, run_id: RunId, one: Series, anchor: date | None = None, part: int = 1
) -> None:
    """They take it: said with the moment of the first part, and nothing else."""
    day = anchor.toordinal() if anchor is not None else None
    run = await series.begin(turn.work, run_id, turn.person_id, anchor=day, part=part)
    if run is None:
        turn.answer("press-old")
        return
    await opt_outs.allow(turn.work, turn.person_id, one.streams())
    audit.record(turn.work, turn.person_id, "series_begun", f"series:{one.name}")
    me, zone, now = turn.me, turn.house.words.zone, turn.work.now
    title = one.in_language(me.language).title
    rows = ((series_parts.next_button(me, run),),)
    if await series_parts.by_hand(turn, run):
        turn.send(Text(me.say("series-begun-by-hand", title=title), rows))
        return
    at = counted_at(one, part, anchor, zone) if anchor else begins_at(one, now, zone)
    series_plans.plan(turn, run.id, part, at)
    if await _talking(turn):
        turn.send(Text(me.say("series-begun-waits", title=title), rows))
        return
    moment = turn.house.words.appointed(me.language, at, now)
    shown = rows if anchor is None else ()
    turn.send(Text(me.say("series-begun", title=title, at=moment), shown))


# The day of a stage.


async def _ask_day(turn: Turn, run: Run) -> None:
    case = turn.known.case
    if turn.known.session is not None:
        turn.answer("series-first-finish", alert=True)
    elif case is not None and case.status is Status.CLAIMED:
        # What is typed now goes to their counselor.
        turn.answer("series-after-talk", alert=True)
    else:
        turn.answer()
        # Of a conversation of families, the subject is whatever its end needs.
        conversation.begin(turn, "stage", CaseId(run.id))


async def day_named(turn: Turn, answers: Mapping[str, Answer], subject: CaseId | None) -> None:
    """The end of the question: what is past is left out."""
    run = await series.get(turn.work, RunId(subject)) if subject is not None else None
    one = turn.house.series.get(run.series) if run else None
    match answers.get("day"):
        case Told((str(typed), *_)) if run is not None and one is not None:
            await _counted_from(turn, run, one, date.fromisoformat(typed))
        case _:
            turn.say("press-old")


async def _counted_from(turn: Turn, run: Run, one: Series, day: date) -> None:
    now, zone, me = turn.work.now, turn.house.words.zone, turn.me
    today = turn.house.words.local_time(now).date()
    if abs((day - today).days) > FAR:
        turn.say("series-day-far")
        conversation.begin(turn, "stage", CaseId(run.id))
        return
    part = joined_at(one, day, now, zone)
    if part is None:
        fresh = ((me.button("button-series-fresh", "ser", "fresh", one.name),),)
        turn.send(Text(me.say("series-day-past"), fresh))
        return
    await begin(turn, run.id, one, day, part)
