"""/search: cases by what is known about them, by buttons or by typed words."""

from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from datetime import date

from bot.domain.case import Case, Status, read_case_code
from bot.domain.criteria import Criteria, packed, unpacked
from bot.domain.ids import CaseId, short, unshort
from bot.domain.moments import at_minute
from bot.domain.outgoing import Button, Buttons, Text, in_rows
from bot.domain.people import Action, may
from bot.domain.triage import TOPICS, Acuity
from bot.handlers.casework.criteria import Reading
from bot.handlers.desk import Speaker, Turn
from bot.handlers.presses import press
from bot.handlers.queue import cards
from bot.storage import audit, people, search
from bot.storage.search import Reach

PAGE = 6
"""Cases on one page."""
MENUS = ("status", "acuity", "topic", "place", "days", "who")
_LAST_DAYS = (1, 7, 30, 90)


def case_button(me: Speaker, case_id: CaseId, code: str) -> Button:
    """Opens a case: the casefile answers it, and looks who may."""
    return me.button("button-search-case", "cf", "show", short(case_id), code=code)


def _reach(turn: Turn) -> Reach:
    """Supervisors find every case; everybody else their own, now or before."""
    return Reach(None if may(turn.staff, Action.SEARCH_ALL) else turn.person_id)


# Typed.


async def typed(turn: Turn, argument: str) -> None:
    """/search WORDS: a code, or criteria in any order; without words, the newest cases."""
    code = read_case_code(argument)
    if code is not None:
        await _by_code(turn, code)
        return
    everybody = may(turn.staff, Action.SEARCH_ALL)
    reading = Reading(turn.house, await people.staff(turn.work) if everybody else [])
    reading.read(argument)
    text, buttons = await _page(turn, reading.criteria, None)
    if reading.unknown:
        me = turn.me
        unknown = me.say("list-comma").join(reading.unknown)[:200]
        text = me.say("search-unknown", words=unknown) + "\n\n" + text
    turn.send(Text(text, buttons), "staff")


async def _by_code(turn: Turn, code: str) -> None:
    case = await search.by_code(turn.work, code, _reach(turn))
    audit.record(turn.work, turn.person_id, "searched", f"case:{case.id}" if case else "cases")
    if case is None:
        turn.say("search-no-code", kind="staff", code=code)
        return
    turn.send(Text(_line(turn, case), ((case_button(turn.me, case.id, case.code),),)), "staff")


# Buttons.


async def pressed(turn: Turn, parts: tuple[str, ...]) -> None:
    """`show.CRITERIA[.AFTER]` shows a page; `status`, `acuity`, `topic`, `place`, `days` and
    `who`, each with the criteria, offer what can be chosen. Criteria are three parts."""
    if not may(turn.staff, Action.SEARCH):
        audit.record(turn.work, turn.person_id, "searched", "cases", allowed=False)
        turn.answer("refused-not-staff", alert=True)
        return
    criteria = unpacked(parts[1:4])
    verb = parts[0] if parts else ""
    after = unshort(parts[4]) if len(parts) == 5 else None
    if criteria is None or len(parts) > 5 or verb not in ("show", *MENUS):
        turn.answer("press-old")
    elif verb == "show":
        turn.answer()
        text, buttons = await _page(turn, criteria, CaseId(after) if after is not None else None)
        turn.edit_pressed(text, buttons)
    else:
        turn.answer()
        turn.edit_pressed(turn.me.say("search-choose"), await _menu(turn, verb, criteria))


# A page of results.


async def _page(turn: Turn, criteria: Criteria, after: CaseId | None) -> tuple[str, Buttons]:
    me, reach = turn.me, _reach(turn)
    if reach.own is not None:
        criteria = replace(criteria, counselor=None)
    audit.record(turn.work, turn.person_id, "searched", "cases")
    found = await search.find(
        turn.work, criteria, reach, _instants(turn, criteria), after, PAGE + 1
    )
    shown = found[:PAGE]
    head = me.say("search-title" if reach.own is None else "search-title-own")
    wanted = [part async for part in _wanted(turn, criteria)]
    if wanted:
        head += "\n" + me.say("list-comma").join(wanted)
    lines = [head, *(_line(turn, case) for case in shown)]
    if not shown:
        lines.append(me.say("search-end" if after is not None else "search-none"))
    rows: list[tuple[Button, ...]] = [(case_button(me, case.id, case.code),) for case in shown]
    rows.extend(_paging(me, criteria, shown, after, more=len(found) > PAGE))
    rows.extend(_choices(me, criteria, everybody=reach.own is None))
    return "\n\n".join(lines), tuple(rows)


def _paging(
    me: Speaker, criteria: Criteria, shown: list[Case], after: CaseId | None, *, more: bool
) -> Iterator[tuple[Button, ...]]:
    row = []
    if after is not None:
        row.append(me.button("button-search-first", "find", "show", *packed(criteria)))
    if more:
        last = short(shown[-1].id)
        row.append(me.button("button-search-more", "find", "show", *packed(criteria), last))
    if row:
        yield tuple(row)


def _choices(me: Speaker, criteria: Criteria, *, everybody: bool) -> Iterator[tuple[Button, ...]]:
    menus = MENUS if everybody else MENUS[:-1]
    buttons = [
        me.button(f"button-search-{menu}", "find", menu, *packed(criteria)) for menu in menus
    ]
    yield from in_rows(buttons, 3)
    if criteria != Criteria():
        yield (me.button("button-search-all", "find", "show", *packed(Criteria())),)


def _line(turn: Turn, case: Case) -> str:
    me = turn.me
    return me.say(
        "search-line",
        code=case.code,
        status=case.status.value,
        acuity=case.acuity.key,
        topic=me.say(f"intake-topic-{case.topic}"),
        place=me.place(case.province, case.county),
        at=me.when(case.opened_at, turn.work.now),
    )


def _instants(turn: Turn, criteria: Criteria) -> tuple[int | None, int | None]:
    """The days of the criteria in our people's time zone: from, and until before."""
    last = None if criteria.until is None else criteria.until + 1
    return _midnight(turn, criteria.since), _midnight(turn, last)


def _midnight(turn: Turn, day: int | None) -> int | None:
    if day is None:
        return None
    return at_minute(date.fromordinal(day), 0, turn.house.words.zone)


async def _wanted(turn: Turn, criteria: Criteria) -> AsyncIterator[str]:
    """The criteria in words."""
    me = turn.me
    if criteria.status is not None:
        yield me.say(f"search-status-{criteria.status.value}")
    if criteria.acuity is not None:
        yield me.say("search-acuity", acuity=me.say(f"overview-acuity-{criteria.acuity.key}"))
    if criteria.topic is not None:
        yield me.say(f"intake-topic-{criteria.topic}")
    if criteria.province is not None:
        yield me.place(criteria.province, "")
    if criteria.counselor is not None:
        yield await cards.who_has(turn, me, criteria.counselor)
    since, until = criteria.since, criteria.until
    if since is not None:
        yield me.say("search-since", day=_day(turn, since))
    if until is not None:
        yield me.say("search-until", day=_day(turn, until))


def _day(turn: Turn, day: int) -> str:
    return turn.house.words.whole_day(turn.me.language, day)


# What can be chosen.


async def _menu(turn: Turn, menu: str, now: Criteria) -> Buttons:
    me = turn.me
    options = await _options(turn, menu, now)
    buttons = [
        Button(label[:60], press("find", "show", *packed(chosen))) for label, chosen in options
    ]
    width = 1 if menu == "who" else 2
    return (
        *in_rows(buttons, width),
        (me.button("button-search-back", "find", "show", *packed(now)),),
    )


async def _options(turn: Turn, menu: str, now: Criteria) -> list[tuple[str, Criteria]]:
    """What may be chosen, in words, and the criteria with it; first: whatever it is."""
    me, found = turn.me, list[tuple[str, Criteria]]()
    match menu:
        case "status":
            whatever = replace(now, status=None)
            found = [(me.say(f"search-status-{s.value}"), replace(now, status=s)) for s in Status]
        case "acuity":
            whatever = replace(now, acuity=None)
            found = [(me.say(f"overview-acuity-{a.key}"), replace(now, acuity=a)) for a in Acuity]
        case "topic":
            whatever = replace(now, topic=None)
            found = [(me.say(f"intake-topic-{t}"), replace(now, topic=t)) for t in TOPICS]
        case "place":
            whatever = replace(now, province=None)
            provinces = turn.house.divisions.provinces
            found = [(me.place(p.code, ""), replace(now, province=str(p.code))) for p in provinces]
        case "days":
            whatever = replace(now, since=None, until=None)
            found = _last_days(turn, now)
        case _:
            whatever = replace(now, counselor=None)
            found = await _colleagues(turn, now)
    return [(me.say("button-search-any"), whatever), *found]


def _last_days(turn: Turn, now: Criteria) -> list[tuple[str, Criteria]]:
    today = turn.house.words.local_time(turn.work.now).date().toordinal()
    return [
        (
            turn.me.say("search-last-days", days=count),
            replace(now, since=today - count + 1, until=None),
        )
        for count in _LAST_DAYS
    ]


async def _colleagues(turn: Turn, now: Criteria) -> list[tuple[str, Criteria]]:
    if not may(turn.staff, Action.SEARCH_ALL):
        return []
    return [
        (cards.title(turn.me, member), replace(now, counselor=member.person_id))
        for member in await people.staff(turn.work)
        if may(member, Action.CLAIM)
    ][:40]
