"""/broadcast: what coordinators send to many. The list, and drafts."""

from collections.abc import Iterable

from bot.domain.broadcast import Broadcast, State, Topic
from bot.domain.ids import short
from bot.domain.outgoing import Buttons, Outgoing, Text
from bot.domain.people import Platform
from bot.handlers.broadcasts import (
    broadcast_access,
    broadcast_doors,
    broadcast_page,
    broadcast_writing,
    broadcasting,
)
from bot.handlers.desk import Turn
from bot.storage import broadcast_prompts, broadcasts, outbox
from bot.words import LANGUAGES

SHOWN = 10
"""Broadcasts in the list."""


async def show(turn: Turn) -> None:
    """/broadcast: those on their way and planned ones first, then the newest; and a new one."""
    text, rows = await _home(turn)
    turn.send(Text(text, rows), "staff")


async def _home(turn: Turn) -> tuple[str, Buttons]:
    me = turn.me
    ahead = await broadcasts.ahead(turn.work, SHOWN)
    known = {one.id for one in ahead}
    newest = [one for one in await broadcasts.newest(turn.work, SHOWN) if one.id not in known]
    every = [*ahead, *newest][:SHOWN]
    rows = [
        (
            me.button(
                "button-broadcast-one", "bc", "see", short(one.id), name=one.name,
                state=_standing(turn, one),
            ),
        )
        for one in every
    ]  # fmt: skip
    new = (me.button("button-broadcast-new", "bc", "new"),)
    return me.say("broadcasts" if every else "broadcasts-none"), (new, *rows)


def _standing(turn: Turn, one: Broadcast) -> str:
    """Its state; of one that waits for its moment, the moment."""
    if one.state is State.PLANNED and one.planned_at is not None:
        return turn.me.when(one.planned_at, turn.work.now)
    return turn.me.say(f"broadcast-state-{one.state}")


async def pressed(turn: Turn, parts: tuple[str, ...]) -> None:
    """`home`, `new`, `quit`; with a broadcast: `see`, `look`, `test`, `copy`, `drop`, `name`,
    `topic`, `words`, `doors`, `posted`, and what they lead to (see `_changed`)."""
    if not broadcast_access.allowed(turn):
        return
    match parts:
        case ("home",):
            turn.answer()
            turn.edit_pressed(*await _home(turn))
        case ("new",):
            turn.answer()
            await _new(turn)
        case ("quit",):
            await broadcast_prompts.drop(turn.work, turn.person_id)
            turn.answer("broadcast-quit")
        case ("see" | "look" | "test" | "copy" as verb, number):
            one = await broadcast_access.found(turn, number)
            if one is not None:
                await _seen(turn, verb, one)
        case ("doors" | "door" | "undoor" as verb, number, *more):
            one = await broadcast_access.mendable(turn, number)
            if one is not None:
                await broadcast_doors.changed(turn, verb, one, tuple(more))
        case (_, number, *more) if one := await broadcast_access.draft(turn, number):
            await _changed(turn, parts[0], one, tuple(more))
        case _:
            turn.answer("press-old")


async def _new(turn: Turn) -> None:
    day = turn.me.day(turn.work.now)
    name = turn.me.say("broadcast-unnamed", day=day)
    number = await broadcasts.draft(turn.work, name, Topic.AWARENESS, turn.person_id)
    one = await broadcasts.get(turn.work, number)
    if one is not None:
        broadcast_access.record(turn, "broadcast_drafted", one)
        await broadcast_writing.ask(turn, one, f"body:{turn.house.language}")


async def _seen(turn: Turn, verb: str, one: Broadcast) -> None:
    match verb:
        case "see":
            turn.answer()
            turn.edit_pressed(*await broadcast_page.page(turn, one))
        case "look":
            turn.answer()
            await _preview(turn, one)
        case "test":
            await _test(turn, one)
        case _:
            name = turn.me.say("broadcast-copy-of", name=one.name)[:60]
            number = await broadcasts.copy(turn.work, one, name, turn.person_id)
            made = await broadcasts.get(turn.work, number)
            turn.answer("broadcast-copied")
            turn.send(Text(*await broadcast_page.page(turn, made or one)), "staff")


# What is changed in a draft.


async def _changed(turn: Turn, verb: str, one: Broadcast, more: tuple[str, ...]) -> None:
    match (verb, more):
        case ("name", ()):
            turn.answer()
            await broadcast_writing.ask(turn, one, "name")
        case ("topic", ()):
            turn.answer()
            _ask_topic(turn, one)
        case ("topic", (topic,)) if topic in set(Topic):
            await _keep(turn, one, topic=Topic(topic).value)
        case ("words", ()):
            turn.answer()
            await _ask_language(turn, one)
        case ("words", (language,)) if language in LANGUAGES:
            turn.answer()
            await broadcast_writing.ask(turn, one, f"body:{language}")
        case ("unwrite", (language,)) if language in LANGUAGES:
            await broadcasts.unwrite(turn.work, one.id, language)
            await _keep(turn, one, name=one.name)
        case ("posted", ()):
            await _keep(turn, one, posted=not one.posted)
        case ("drop", ()):
            turn.answer()
            sure = broadcast_access.button(
                turn, "button-broadcast-drop-sure", "bc", "dropsure", one
            )
            back = broadcast_access.button(turn, "button-back", "bc", "see", one)
            turn.edit_pressed(turn.me.say("broadcast-drop", name=one.name), ((sure,), (back,)))
        case ("dropsure", ()):
            await broadcasts.discard(turn.work, one.id)
            broadcast_access.record(turn, "broadcast_dropped", one)
            turn.answer("broadcast-dropped")
            turn.edit_pressed(*await _home(turn))
        case _:
            turn.answer("press-old")


async def _keep(turn: Turn, one: Broadcast, **fields: object) -> None:
    await broadcasts.change(turn.work, one.id, **fields)
    turn.answer()
    now = await broadcasts.get(turn.work, one.id)
    turn.edit_pressed(*await broadcast_page.page(turn, now or one))


def _ask_topic(turn: Turn, one: Broadcast) -> None:
    rows = [
        (turn.me.button(f"broadcast-topic-{topic}", "bc", "topic", short(one.id), topic),)
        for topic in Topic
    ]
    turn.edit_pressed(
        turn.me.say("broadcast-which-topic"), (*rows, broadcast_access.back(turn, one))
    )


async def _ask_language(turn: Turn, one: Broadcast) -> None:
    me, versions = turn.me, await broadcasts.versions(turn.work, one.id)
    rows = []
    for language in LANGUAGES:
        said = me.say(f"language-{language}")
        key = "button-broadcast-rewrite" if language in versions else "button-broadcast-write"
        row = [me.button(key, "bc", "words", short(one.id), language, spoken=said)]
        if language in versions and len(versions) > 1:
            row.append(me.button("button-broadcast-unwrite", "bc", "unwrite", short(one.id),
                                 language, spoken=said))  # fmt: skip
        rows.append(tuple(row))
    turn.edit_pressed(me.say("broadcast-which-language"), (*rows, broadcast_access.back(turn, one)))


# How it will look.


async def _preview(turn: Turn, one: Broadcast) -> None:
    """Every version, each in the words of its readers, and as each messenger shows it."""
    versions = await broadcasts.versions(turn.work, one.id)
    to = outbox.address(turn.known.account)
    for language in versions:
        message = broadcasting.composed(turn.speaker(language), one, versions)
        if message is None:
            continue
        seen: list[tuple[Outgoing, list[Platform]]] = []
        for platform in turn.house.places:
            shown = broadcasting.seen_on(message, platform)
            same = next((names for before, names in seen if before == shown), None)
            if same is None:
                seen.append((shown, [platform]))
            else:
                same.append(platform)
        for shown, platforms in seen:
            turn.say("broadcast-look", kind="staff", messengers=_messengers(turn, platforms),
                     spoken=turn.me.say(f"language-{language}"))  # fmt: skip
            turn.owe(to, "staff", shown)
    turn.send(Text(*await broadcast_page.page(turn, one)), "staff")


def _messengers(turn: Turn, platforms: Iterable[Platform]) -> str:
    names = [turn.me.say(f"broadcast-platform-{platform}") for platform in platforms]
    return turn.me.say("list-comma").join(names)


async def _test(turn: Turn, one: Broadcast) -> None:
    """A copy to oneself, as a reader gets it."""
    versions = await broadcasts.versions(turn.work, one.id)
    message = broadcasting.composed(turn.me, one, versions)
    if message is None:
        turn.answer("broadcast-page-empty", alert=True)
        return
    turn.answer("broadcast-tested")
    turn.owe(outbox.address(turn.known.account), "staff", message)
