"""Choosing who gets a broadcast, wish by wish, with the count of this moment."""

from collections.abc import Callable, Collection
from dataclasses import replace
from typing import Any

from bot.domain.broadcast import Broadcast
from bot.domain.ids import SegmentId, short, unshort
from bot.domain.outgoing import Button, Buttons, in_rows
from bot.domain.people import Platform
from bot.domain.segment import (
    REST_DAYS,
    SEEN_DAYS,
    Audience,
    Segment,
    Taken,
    toggled,
)
from bot.domain.triage import TOPICS
from bot.handlers.broadcasts import broadcast_access, broadcast_planning, broadcast_writing
from bot.handlers.desk import Turn
from bot.storage import broadcasts, courses, segments
from bot.words import LANGUAGES

STAGES = ("before_marriage", "at_marriage", "after_marriage", "parenting", "loss", "stress")
MENUS = ("audience", "place", "need", "stage", "taken", "series", "language", "platform", "seen",
         "unseen", "rest")  # fmt: skip
SHOWN = 20
ANY = "any"


async def pressed(turn: Turn, parts: tuple[str, ...]) -> None:
    """With a draft: `see`; a menu of `MENUS`; `WISH.VALUE` for each; `case`, `save`, `saved`,
    `use.SEGMENT`, `drop.SEGMENT`, `reset`."""
    if not broadcast_access.allowed(turn):
        return
    one = await broadcast_access.draft(turn, parts[1]) if len(parts) in (2, 3) else None
    if one is None:
        return
    match (parts[0], parts[2:]):
        case ("see", ()):
            turn.answer()
            await _show(turn, one)
        case (menu, ()) if menu in MENUS:
            turn.answer()
            await _menu(turn, one, menu)
        case ("save", ()):
            turn.answer()
            await broadcast_writing.ask(turn, one, "segment")
        case ("saved", ()):
            turn.answer()
            await _saved(turn, one)
        case ("drop", (number,)):
            await segments.drop(turn.work, SegmentId(unshort(number) or 0))
            turn.answer()
            await _saved(turn, one)
        case (wish, value):
            await _wish(turn, one, wish, value[0] if value else "")


async def _wish(turn: Turn, one: Broadcast, wish: str, value: str) -> None:
    segment = await _changed(turn, one.segment, wish, value)
    if segment is None:
        turn.answer("press-old")
        return
    await broadcasts.change(turn.work, one.id, segment=segment)
    turn.answer()
    now = replace(one, segment=segment)
    # Of these several may hold, so that the menu stays.
    await (_menu(turn, now, wish) if wish in ("place", "need", "stage") else _show(turn, now))


async def _changed(turn: Turn, now: Segment, wish: str, value: str) -> Segment | None:
    """The segment with this wish; None for one that we do not know."""
    match wish:
        case "case":
            return replace(now, without_case=not now.without_case)
        case "reset":
            return Segment()
        case "use":
            kept = {short(each.id): each.segment for each in await segments.saved(turn.work)}
            return kept.get(value)
        case "course" if (number := unshort(value)) is not None:
            return replace(now, course=number)
        case "place" | "need" | "stage":
            return _one_more(turn, now, wish, value)
        case _:
            return _instead(turn, now, wish, value)


def _one_more(turn: Turn, now: Segment, wish: str, value: str) -> Segment | None:
    """Of these several may hold."""
    if wish == "place" and turn.house.divisions.province(value) is not None:
        return replace(now, provinces=toggled(now.provinces, value))
    if wish == "need" and value in TOPICS:
        return replace(now, topics=toggled(now.topics, value))
    if wish == "stage" and value in STAGES:
        return replace(now, stages=toggled(now.stages, value))
    return None


def _instead(turn: Turn, now: Segment, wish: str, value: str) -> Segment | None:
    """Of these one holds, or none."""
    words: dict[str, Collection[str]] = {
        "series": turn.house.series,
        "language": LANGUAGES,
        "platform": set(Platform),
    }
    days = {"seen": SEEN_DAYS, "unseen": SEEN_DAYS, "rest": REST_DAYS}
    if wish == "audience" and value in set(Audience):
        return replace(now, audience=Audience(value))
    if wish == "taken" and value in set(Taken):
        return replace(now, taken=Taken(value))
    change: dict[str, Any] = {}
    if wish in words and (value == ANY or value in words[wish]):
        change = {wish: "" if value == ANY else value}
    elif wish in days and value in map(str, (0, *days[wish])):
        change = {f"{wish}_days": int(value)}
    return replace(now, **change) if change else None


# What is shown.


async def _show(turn: Turn, one: Broadcast) -> None:
    """The wishes so far, how many that are, and the menus."""
    me = turn.me
    lines = await broadcast_access.people_in_words(turn, me, one.segment)
    found = await broadcast_planning.count(turn, one)
    text = "\n".join([*lines, me.say("segment-count", count=found)])
    families = one.segment.audience is Audience.FAMILIES
    menus = MENUS if families else ("audience", "language", "platform", "seen", "unseen", "rest")
    buttons = [_button(turn, one, f"button-segment-{menu}", menu) for menu in menus]
    if families:
        buttons.append(_button(turn, one, "button-segment-case", "case"))
    more = [
        _button(turn, one, f"button-segment-{verb}", verb) for verb in ("save", "saved", "reset")
    ]
    back = broadcast_access.button(turn, "button-back", "bc", "see", one)
    turn.edit_pressed(text, (*in_rows(buttons, 2), *in_rows(more, 3), (back,)))


def _button(turn: Turn, one: Broadcast, key: str, verb: str, *more: str) -> Button:
    return broadcast_access.button(turn, key, "bp", verb, one, *more)


async def _menu(turn: Turn, one: Broadcast, menu: str) -> None:
    found = await broadcast_planning.count(turn, one)
    text = turn.me.say(f"segment-ask-{menu}") + "\n\n" + turn.me.say("segment-count", count=found)
    back = broadcast_access.button(turn, "button-segment-done", "bp", "see", one)
    turn.edit_pressed(text, (*await _choices(turn, one, menu), (back,)))


async def _choices(turn: Turn, one: Broadcast, menu: str) -> Buttons:
    """What can be chosen; what is chosen already carries a sign."""
    me, number, now = turn.me, short(one.id), one.segment

    def choice(value: str, label: str, *, on: bool, verb: str = "") -> Button:
        key = "button-marked" if on else "button-unmarked"
        return me.button(key, "bp", verb or menu, number, value, label=label)

    match menu:
        case "audience":
            every = [
                choice(a, me.say(f"segment-audience-{a}"), on=a is now.audience) for a in Audience
            ]
        case "place":
            every = [
                choice(p.code, p.en if me.language == "en" else p.fa, on=p.code in now.provinces)
                for p in turn.house.divisions.provinces
            ]
        case "need":
            every = [choice(t, me.say(f"intake-topic-{t}"), on=t in now.topics) for t in TOPICS]
        case "stage":
            every = [choice(s, me.say(f"course-stage-{s}"), on=s in now.stages) for s in STAGES]
        case "taken":
            every = [choice(t, me.say(f"segment-taken-{t}"), on=t is now.taken) for t in Taken]
            courses_now = await courses.all_courses(turn.work)
            every += [
                choice(short(c.id), c.title, on=c.id == now.course, verb="course")
                for c in courses_now[:SHOWN]
            ]
        case "series":
            titles = {s.name: s.in_language(me.language).title for s in turn.house.series.values()}
            every = _one_of(turn, choice, titles, now.series)
        case "language":
            names = {language: me.say(f"language-{language}") for language in LANGUAGES}
            every = _one_of(turn, choice, names, now.language)
        case "platform":
            names = {p.value: me.say(f"broadcast-platform-{p}") for p in turn.house.places}
            every = _one_of(turn, choice, names, now.platform)
        case _:
            every = _days(turn, choice, menu, now)
    return in_rows(every, 3 if menu == "place" else 2)


def _one_of(
    turn: Turn, choice: Callable[..., Button], names: dict[str, str], now: str
) -> list[Button]:
    every = {ANY: turn.me.say("segment-any"), **names}
    return [choice(value, label, on=value == (now or ANY)) for value, label in every.items()]


def _days(turn: Turn, choice: Callable[..., Button], menu: str, now: Segment) -> list[Button]:
    chosen = {"seen": now.seen_days, "unseen": now.unseen_days, "rest": now.rest_days}[menu]
    days = (0, *(REST_DAYS if menu == "rest" else SEEN_DAYS))
    return [choice(str(n), turn.me.say("segment-days", days=n), on=n == chosen) for n in days]


async def _saved(turn: Turn, one: Broadcast) -> None:
    me, number = turn.me, short(one.id)
    rows = [
        (
            me.button("button-course", "bp", "use", number, short(kept.id), title=kept.name),
            me.button("button-segment-drop", "bp", "drop", number, short(kept.id)),
        )
        for kept in await segments.saved(turn.work)
    ]
    back = broadcast_access.button(turn, "button-back", "bp", "see", one)
    turn.edit_pressed(me.say("segments-saved" if rows else "segments-none"), (*rows, (back,)))
