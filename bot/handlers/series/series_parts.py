"""A part of a series as its reader sees it, and what they do with it."""

from dataclasses import replace
from datetime import date

from bot.domain.contact import Writing
from bot.domain.ids import RunId, short, unshort
from bot.domain.outgoing import Button, Buttons, Enclosure, Entity, Outgoing, Text
from bot.domain.series import Attachment, Part, Quiz, Series, of_use_until, tomorrow_at
from bot.domain.splitting import shifted, units
from bot.handlers.desk import Desk, Speaker, Turn
from bot.handlers.series import series_plans
from bot.storage import contact, series
from bot.storage.series import Run, State

_LABEL = 30
"""Letters of an option that fit on a button; longer ones are numbered."""


# As it is read.


def messages(me: Speaker, one: Series, run_id: RunId, number: int) -> list[Outgoing]:
    """The text with its buttons, the files beside it, and its quiz."""
    edition = one.in_language(me.language)
    part = edition.parts[number - 1]
    head = me.say("series-head", title=edition.title, part=number, count=one.last)
    text, entities = _titled(head, part)
    photo = next((file for file in part.files if file.kind == "photo"), None)
    buttons = _buttons(me, run_id, number)
    first: Outgoing = Text(text, buttons, entities)
    if photo is not None:
        first = Enclosure("photo", photo.path, text, entities, buttons)
    files = [_file(file) for file in part.files if file is not photo]
    quiz = [_asked(me, part.quiz, run_id, number)] if part.quiz is not None else []
    return [first, *files, *quiz]


def _titled(head: str, part: Part) -> tuple[str, tuple[Entity, ...]]:
    before = f"{head}\n{part.title}\n\n"
    bold = Entity("bold", units(head) + 1, units(part.title))
    return before + part.body.text, (bold, *shifted(part.body.entities, units(before)))


def _file(file: Attachment) -> Enclosure:
    return Enclosure(file.kind, file.path)


def _buttons(me: Speaker, run_id: RunId, number: int) -> Buttons:
    run, part = short(run_id), str(number)
    return (
        (
            me.button("button-series-good", "ser", "good", run, part),
            me.button("button-series-bad", "ser", "bad", run, part),
        ),
        (
            me.button("button-series-keep", "ser", "keep", run, part),
            me.button("button-series-later", "ser", "later", run, part),
        ),
        (me.button("button-series-stop", "ser", "stop", run),),
    )


def _asked(me: Speaker, quiz: Quiz, run_id: RunId, number: int) -> Text:
    text = f"{quiz.heading}\n\n{quiz.question}"
    long = any(len(option) > _LABEL for option in quiz.options)
    said = [me.say("series-option", place=n, option=o) for n, o in enumerate(quiz.options, 1)]
    if long:
        text += "\n\n" + "\n".join(said)
    rows = []
    for place, option in enumerate(quiz.options):
        button = me.button("button-series-option", "ser", "quiz", short(run_id), str(number),
                           str(place), place=place + 1)  # fmt: skip
        rows.append((button if long else replace(button, label=option),))
    return Text(text, tuple(rows), (Entity("bold", 0, units(quiz.heading)),))


# What is done with it.


async def of_press(turn: Turn, run: str, number: str) -> tuple[Run, Series, int] | None:
    """The part of a button, if it is the presser's own and was sent; other presses are answered."""
    found, part = unshort(run), int(number) if number.isdecimal() and len(number) < 4 else 0
    known = await series.get(turn.work, RunId(found)) if found is not None else None
    one = turn.house.series.get(known.series) if known else None
    mine = known is not None and known.person_id == turn.person_id
    if known is None or one is None or not mine or not 1 <= part <= one.last:
        turn.answer("press-old")
        return None
    if not await series.was_sent(turn.work, known.id, part):
        turn.answer("press-old")
        return None
    return known, one, part


async def pressed(turn: Turn, parts: tuple[str, ...]) -> None:
    """`good`, `bad`, `keep`, `drop`, `later`, `show` with RUN.PART, and `quiz.RUN.PART.OPTION`."""
    if len(parts) not in (3, 4) or (found := await of_press(turn, parts[1], parts[2])) is None:
        if len(parts) not in (3, 4):
            turn.answer("press-old")
        return
    run, one, part = found
    match parts:
        case ("good" | "bad" as said, _, _):
            await series.rate(turn.work, run.id, part, useful=said == "good")
            turn.answer("series-rated-good" if said == "good" else "series-rated-bad")
        case ("keep" | "drop" as said, _, _):
            changed = await series.keep(turn.work, run.id, part, kept=said == "keep")
            key = "series-kept" if said == "keep" else "series-dropped"
            turn.answer(key if changed else "press-counted")
        case ("later", _, _):
            await _later(turn, run, one, part)
        case ("show", _, _):
            turn.answer()
            for message in _again(turn.me, one, run.id, part):
                turn.send(message)
        case ("quiz", _, _, option):
            _answered(turn, one, part, option)
        case _:
            turn.answer("press-old")


async def _later(turn: Turn, run: Run, one: Series, part: int) -> None:
    """The same part tomorrow, and the others behind it."""
    standing = await contact.standing(turn.work, turn.person_id)
    if standing is not None and standing.rules.writing is Writing.WAIT:
        turn.answer("series-by-hand", alert=True)
        return
    zone = turn.house.words.zone
    at = tomorrow_at(one, turn.work.now, zone)
    if run.anchor is not None and at > of_use_until(one, part, date.fromordinal(run.anchor), zone):
        turn.answer("series-bound", alert=True)
        return
    if not await series.again(turn.work, run.id, part):
        turn.answer("press-counted")
        return
    await series_plans.replan(turn, run.id, part, at)
    turn.answer("series-later", at=turn.house.words.when(turn.me.language, at, turn.work.now))


def _again(me: Speaker, one: Series, run_id: RunId, number: int) -> list[Outgoing]:
    """A part that is kept: without the buttons of the day on which it came."""
    first, *rest = messages(me, one, run_id, number)
    rows: Buttons = ((me.button("button-series-drop", "ser", "drop", short(run_id), str(number)),),)
    match first:
        case Text() | Enclosure():
            return [replace(first, buttons=rows), *rest]
        case _:
            return [first, *rest]


def _answered(turn: Turn, one: Series, part: int, option: str) -> None:
    """What fits best, and why; the answer itself is nobody's business, and is not kept."""
    quiz = one.in_language(turn.me.language).parts[part - 1].quiz
    place = int(option) if option.isdecimal() and len(option) == 1 else -1
    if quiz is None or not 0 <= place < len(quiz.options):
        turn.answer("press-old")
        return
    turn.answer()
    key = "series-quiz-right" if place == quiz.right else "series-quiz-other"
    said = turn.me.say(key, chosen=quiz.options[place], right=quiz.options[quiz.right])
    text = f"{quiz.heading}\n\n{quiz.question}\n\n{said}\n\n{quiz.explanation}"
    turn.edit_pressed(text, entities=(Entity("bold", 0, units(quiz.heading)),))


# By hand.


async def hand_over(turn: Turn, run: Run, one: Series) -> None:
    """The next part now, because its reader asks for it: an answer, at any hour."""
    last = run.part >= one.last
    if run.state not in (State.RUNNING, State.PAUSED) or run.part > one.last:
        turn.answer("press-old")
        return
    if not await series.send(turn.work, run, last=last):
        turn.answer("press-counted")
        return
    turn.answer()
    for message in messages(turn.me, one, run.id, run.part):
        turn.send(message)
    await series_plans.cancel(turn, run.id)
    if last:
        turn.say("series-over")
    elif not await by_hand(turn, run):
        series_plans.after(turn, run, one)


async def by_hand(desk: Desk, run: Run) -> bool:
    """Whether its reader has asked us not to write first: then they take each part themselves."""
    standing = await contact.standing(desk.work, run.person_id)
    return standing is not None and standing.rules.writing is Writing.WAIT


def next_button(me: Speaker, run: Run) -> Button:
    return me.button("button-series-now", "ser", "now", short(run.id))
