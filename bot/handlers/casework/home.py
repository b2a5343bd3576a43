"""Who lives in the home of a case: what the family told, and what its counselor learned since."""

from bot.domain.case import Case, Status
from bot.domain.household import GROWN_BANDS, MINOR_BANDS, MOST, YOUNG_BANDS, Kind, Member
from bot.domain.ids import CaseId, MemberId, short, unshort
from bot.domain.outgoing import Button, Buttons, Text, in_rows
from bot.handlers import access
from bot.handlers.desk import Speaker, Turn
from bot.storage import audit, household
from bot.storage.outbox import About


async def pressed(turn: Turn, parts: tuple[str, ...]) -> None:
    """`case.CASE` shows it; `adult.CASE`, `child.CASE` and `child.CASE.BAND` add somebody;
    `drop.CASE.MEMBER` takes somebody out."""
    match parts:
        case ("case", number):
            if case := await access.shown(turn, number):
                await _show(turn, case)
        case ("adult", number):
            if case := await access.changed(turn, number):
                await _add(turn, case, Member(Kind.ADULT))
        case ("child", number):
            if case := await access.changed(turn, number):
                _ask_age(turn, case)
        case ("child", number, band) if band in YOUNG_BANDS:
            if case := await access.changed(turn, number):
                await _add(turn, case, Member(Kind.CHILD, band))
        case ("drop", number, member):
            if case := await access.changed(turn, number):
                await _drop(turn, case, unshort(member))
        case _:
            turn.answer("press-old")


async def _show(turn: Turn, case: Case, *, again: bool = False) -> None:
    """The page, or the same one as it is now."""
    audit.record(turn.work, turn.person_id, "read_household", f"case:{case.id}")
    me, found = turn.me, await household.listed(turn.work, case.id)
    key = "household-title" if found else "household-none"
    said = [me.say(key, code=case.code)]
    said += [_line(me, place, member) for place, (_, member) in enumerate(found, 1)]
    text, rows = "\n".join(said), _buttons(me, case, [number for number, _ in found])
    if again:
        turn.about = About(case=case.id)
        turn.edit_pressed(text, rows)
    else:
        turn.send(Text(text, rows, protect=True), "file", About(case=case.id))


def _line(me: Speaker, place: int, member: Member) -> str:
    return me.say(
        "household-line",
        place=place,
        kind=member.kind.value,
        age=_age(me, member.age),
        concerned="yes" if member.concerned else "no",
    )


def _age(me: Speaker, band: str) -> str:
    if band in YOUNG_BANDS or band in GROWN_BANDS:
        return me.say(f"intake-age_other-{band}")
    return me.say(f"intake-m_age-{band}") if band in MINOR_BANDS else "none"


def _buttons(me: Speaker, case: Case, members: list[MemberId]) -> Buttons:
    if case.status is Status.CLOSED:
        return ()
    number = short(case.id)
    more = (
        me.button("button-household-adult", "hh", "adult", number),
        me.button("button-household-child", "hh", "child", number),
    )
    drops = [
        me.button("button-household-drop", "hh", "drop", number, short(member), place=place)
        for place, member in enumerate(members, 1)
    ]
    return (*((more,) if len(members) < MOST else ()), *in_rows(drops, 3))


def _ask_age(turn: Turn, case: Case) -> None:
    me, number = turn.me, short(case.id)
    bands: list[Button] = [
        Button(
            _age(me, band), me.button("button-household-child", "hh", "child", number, band).data
        )
        for band in YOUNG_BANDS
    ]
    turn.edit_pressed(me.say("household-how-old", code=case.code), in_rows(bands, 3))


async def _add(turn: Turn, case: Case, member: Member) -> None:
    if len(await household.listed(turn.work, case.id)) < MOST:
        household.add(turn.work, case.id, member)
        audit.record(turn.work, turn.person_id, "household_changed", f"case:{case.id}")
    await _show(turn, case, again=True)


async def _drop(turn: Turn, case: Case, number: int | None) -> None:
    if number is not None and await household.remove(turn.work, CaseId(case.id), MemberId(number)):
        audit.record(turn.work, turn.person_id, "household_changed", f"case:{case.id}")
    await _show(turn, case, again=True)
