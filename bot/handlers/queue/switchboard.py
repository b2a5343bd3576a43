"""The switchboard: what a supervisor holds, and which colleague gets a case by hand."""

from bot.domain.case import Case, Status
from bot.domain.ids import HoldId, PersonId, short, unshort
from bot.domain.outgoing import Button, Buttons, Text, in_rows
from bot.domain.people import Action, may
from bot.domain.transfer import Declined, Hold, HoldKind, Transfer, TransferState
from bot.domain.triage import TOPICS
from bot.handlers import choosing
from bot.handlers.casework import handover, transfer
from bot.handlers.desk import Desk, Speaker, Turn
from bot.handlers.queue import cards
from bot.storage import audit, cases, holds, people, transfers
from bot.storage.outbox import About

SHOWN = 8
"""Held cases in one answer to /switchboard; the rest is counted."""
CARDS = 100
"""Cards that change at once when a hold begins or ends; the group has room for few edits."""


async def show(turn: Turn) -> None:
    """/switchboard: what is held, what waits for a hand, and what can be held."""
    me, found = turn.me, await holds.live(turn.work)
    audit.record(turn.work, turn.person_id, "read", "holds")
    lines = [me.say("switchboard-title" if found else "switchboard-none")]
    rows = [(me.button(f"button-hold-{kind}", "w", *way),) for kind, way in _WAYS.items()]
    for hold in found:
        lines.append(
            me.say(
                "switchboard-line",
                part=_part(me, hold),
                who=await cards.who_has(turn, me, hold.by_id),
                since=me.when(hold.at, turn.work.now),
            )
        )
        rows.append(
            (me.button("button-hold-end", "w", "end", short(hold.id), part=_part(me, hold)),)
        )
    if found:
        lines.append(me.say("switchboard-held", count=await holds.held_count(turn.work)))
    for case in await holds.held(turn.work, SHOWN):
        rows.append((me.button("button-assign", "w", "give", short(case.id), code=case.code),))
    turn.send(Text("\n\n".join(lines), tuple(rows)), "staff")


_WAYS = {
    HoldKind.ALL: ("hold", HoldKind.ALL.value, "every"),
    HoldKind.TOPIC: ("which", HoldKind.TOPIC.value),
    HoldKind.PROVINCE: ("which", HoldKind.PROVINCE.value),
}


def _part(me: Speaker, hold: Hold) -> str:
    match hold.kind:
        case HoldKind.ALL:
            return me.say("hold-all")
        case HoldKind.TOPIC:
            return me.say(f"intake-topic-{hold.value}")
        case HoldKind.PROVINCE:
            return me.place(hold.value, "")


async def of_code(turn: Turn, typed: str) -> None:
    """/assign CODE: a waiting case, held or not, to a colleague."""
    if not typed:
        turn.say("assign-how", kind="staff")
        return
    case = await choosing.of_code(turn, typed)
    if case is not None:
        await _choose(turn, case)


async def _choose(turn: Turn, case: Case) -> None:
    if case.status is not Status.WAITING:
        turn.say("assign-not-waiting", kind="staff", code=case.code)
        return
    rows = await transfer.colleagues(turn, case, "w", "to", short(case.id))
    turn.send(Text(turn.me.say("assign-whom", code=case.code), rows), "staff")


# Presses.


async def pressed(turn: Turn, parts: tuple[str, ...]) -> None:
    """Of a supervisor: `hold.all.every`, `which.KIND`, `hold.KIND.VALUE`, `end.ID`, `give.CASE`,
    `to.CASE.PERSON`; of whoever was assigned a case: `back.ID`, `why.ID.REASON`."""
    match parts:
        case ("back" | "why", number, *rest):
            await _back(turn, await transfer.of_number(turn, number), rest)
        case _ if not may(turn.staff, Action.ROUTE):
            audit.record(turn.work, turn.person_id, "switchboard", "holds", allowed=False)
            turn.answer("refused-role" if turn.staff else "refused-not-staff", alert=True)
        case ("which", kind) if kind in (HoldKind.TOPIC, HoldKind.PROVINCE):
            turn.answer()
            turn.send(Text(turn.me.say(f"hold-which-{kind}"), _choices(turn.me, kind)), "staff")
        case ("hold", kind, value) if _exists(turn, kind, value):
            await _hold(turn, HoldKind(kind), "" if kind == HoldKind.ALL else value)
        case ("end", number):
            await _end(turn, unshort(number))
        case ("give", number):
            case = await handover.case_of(turn, unshort(number))
            turn.answer("" if case else "press-old")
            if case is not None:
                await _choose(turn, case)
        case ("to", number, person):
            case = await handover.case_of(turn, unshort(number))
            await _assign(turn, case, unshort(person))
        case _:
            turn.answer("press-old")


def _choices(me: Speaker, kind: str) -> Buttons:
    if kind == HoldKind.TOPIC:
        buttons = [me.button(f"intake-topic-{topic}", "w", "hold", kind, topic) for topic in TOPICS]
    else:
        buttons = [
            Button(
                province.en if me.language == "en" else province.fa,
                me.button("hold-all", "w", "hold", kind, province.code).data,
            )
            for province in me.house.divisions.provinces
        ]
    return in_rows(buttons, 2)


def _exists(turn: Turn, kind: str, value: str) -> bool:
    match kind:
        case HoldKind.ALL:
            return value == "every"
        case HoldKind.TOPIC:
            return value in TOPICS
        case HoldKind.PROVINCE:
            return turn.house.divisions.province(value) is not None
        case _:
            return False


async def _hold(turn: Turn, kind: HoldKind, value: str) -> None:
    hold = await holds.begin(turn.work, kind, value, turn.person_id)
    if hold is None:
        turn.answer("hold-already", alert=True)
        return
    audit.record(turn.work, turn.person_id, f"held_{kind}", f"hold:{hold.id}")
    turn.answer()
    turn.say("hold-begun", kind="staff", part=_part(turn.me, hold))
    await _cards(turn, hold)


async def _end(turn: Turn, number: int | None) -> None:
    hold = await holds.end(turn.work, HoldId(number), turn.person_id) if number else None
    if hold is None:
        turn.answer("press-old")
        return
    audit.record(turn.work, turn.person_id, "ended_hold", f"hold:{hold.id}")
    turn.answer()
    turn.say("hold-ended", kind="staff", part=_part(turn.me, hold))
    await _cards(turn, hold)


async def _cards(desk: Desk, hold: Hold) -> None:
    """The waiting cards say who may claim them now."""
    for case_id in await holds.covered(desk.work, hold.id, CARDS):
        await cards.refresh(desk, case_id)


# By hand.


async def _assign(turn: Turn, case: Case | None, person: int | None) -> None:
    member = await people.member(turn.work, PersonId(person)) if person is not None else None
    if case is None or member is None:
        turn.answer("press-old")
        return
    to = member.person_id
    what = await transfers.assign(turn.work, case, to, turn.person_id)
    if what is None:
        turn.answer("assign-not-possible", alert=True)
        return
    audit.record(turn.work, turn.person_id, "assigned", f"case:{case.id}")
    fresh = await cases.get(turn.work, case.id)
    assert fresh is not None
    turn.answer()
    turn.edit_pressed(turn.me.say("assigned", code=case.code, who=cards.title(turn.me, member)))
    await cards.refresh(turn, case.id)
    await turn.tell(to, "details", lambda me: _given(me, what, case), About(case=case.id))
    await handover.give(turn, fresh, to)
    if case.person_id is not None:
        await turn.tell(case.person_id, "claimed", lambda me: Text(me.say("claimed-family")))


def _given(me: Speaker, what: Transfer, case: Case) -> Text:
    button = ((me.button("button-assigned-back", "w", "back", short(what.id)),),)
    return Text(me.say("assigned-you", code=case.code), button)


async def _back(turn: Turn, what: Transfer | None, rest: list[str]) -> None:
    """Whoever was assigned a case cannot take it: before the first answer it goes back."""
    case = await cases.get(turn.work, what.case_id) if what else None
    if what is None or case is None or what.state is not TransferState.ASSIGNED:
        turn.answer("press-old")
    elif what.to_id != turn.person_id or turn.staff is None:
        audit.record(turn.work, turn.person_id, "give_back", f"case:{case.id}", allowed=False)
        turn.answer("not-your-case", alert=True)
    elif not rest:
        turn.answer()
        _ask_why(turn, what, case)
    elif len(rest) == 1 and rest[0] in set(Declined):
        await _given_back(turn, what, case, Declined(rest[0]))
    else:
        turn.answer("press-old")


def _ask_why(turn: Turn, what: Transfer, case: Case) -> None:
    me, number = turn.me, short(what.id)
    rows = tuple(
        (me.button(f"transfer-why-{reason}", "w", "why", number, reason.value),)
        for reason in Declined
    )
    turn.send(Text(me.say("assigned-back-why", code=case.code), rows), "staff")


async def _given_back(turn: Turn, what: Transfer, case: Case, reason: Declined) -> None:
    if not await transfers.take_back(turn.work, what, reason):
        turn.answer("assigned-too-late", alert=True)
        return
    audit.record(turn.work, turn.person_id, f"gave_back_{reason}", f"case:{case.id}")
    turn.answer()
    turn.edit_pressed(turn.me.say("assigned-given-back", code=case.code))
    await handover.over(turn, case)
    await cards.refresh(turn, case.id)
    if what.by_id != turn.person_id:
        await handover.tell(
            turn, what.by_id, "assigned-refused", case, turn.person_id,
            reason=lambda me: me.say(f"transfer-why-{reason}"),
        )  # fmt: skip
    await handover.tell_queued(turn, case)
