"""The file of a case: all that colleagues know of it, and the way to everything in it."""

from bot.domain.case import Case, Status
from bot.domain.household import Kind
from bot.domain.ids import RelayId, short, unshort
from bot.domain.lifecycle import Move, Stage, allows, may_decide, stage
from bot.domain.outgoing import Button, Buttons, Location, Media, Outgoing, Text
from bot.domain.people import Action
from bot.handlers import access, choosing
from bot.handlers.casework import approving, details, goals, tasks
from bot.handlers.desk import Speaker, Turn
from bot.handlers.queue import cards
from bot.handlers.referrals import letters
from bot.handlers.talk import talk
from bot.storage import audit, household, notes, plans, relay, timeline
from bot.storage.outbox import About
from bot.storage.relay import Relayed

PAGE = 10
"""Messages of a talk shown at a time."""


async def show(turn: Turn, typed: str) -> None:
    """/case [CODE]: of the message replied to, of the current case, or of that code."""
    if typed:
        case = await access.of_code(turn, typed, Action.SEE_CASE)
        if case is not None:
            await _show(turn, case)
        return
    meant, held = await choosing.current(turn)
    if meant is not None:
        await _show(turn, meant)
    else:
        choosing.ask_which(turn, held, "case-which", "cf", "show", none="case-how")


async def pressed(turn: Turn, parts: tuple[str, ...]) -> None:
    """`show.CASE`, `answers.CASE`, `notes.CASE`, `talk.CASE[.BEFORE]`."""
    match parts:
        case ("show", number):
            if found := await access.shown(turn, number, Action.SEE_CASE):
                await _show(turn, found)
        case ("answers" | "notes" | "talk" as what, number, *rest) if len(rest) <= 1:
            found = await access.shown(turn, number)
            if found is None:
                return
            if what == "answers":
                await details.tell_assessment(turn, found, turn.person_id)
            elif what == "notes":
                await show_notes(turn, found)
            else:
                await _talk(turn, found, unshort(rest[0]) if rest else None)
        case _:
            turn.answer("press-old")


# The first page.


async def _show(turn: Turn, case: Case) -> None:
    if not access.allows(turn, case, Action.READ_CASE):
        audit.record(turn.work, turn.person_id, "read_card", f"case:{case.id}")
        turn.send(Text("\n".join(await _head(turn, case))), "file", About(case=case.id))
        return
    audit.record(turn.work, turn.person_id, "read_file", f"case:{case.id}")
    blocks = ["\n".join(await _head(turn, case)), "\n".join(await _facts(turn, case))]
    blocks += [await tasks.lines(turn, case), await goals.lines(turn, case)]
    for referral, partner in await letters.known(turn, case):
        blocks.append(letters.stands(turn.me, referral, partner, turn.work.now))
    text = "\n\n".join(block for block in blocks if block)
    turn.send(Text(text, _buttons(turn, case), protect=True), "file", About(case=case.id))


async def _head(turn: Turn, case: Case) -> list[str]:
    """What the card in the group says, too."""
    me, now = turn.me, turn.work.now
    lines = [
        me.say(
            "case-head",
            code=case.code,
            acuity=me.say(f"acuity-level-{case.acuity.key}"),
            topic=me.say(f"intake-topic-{case.topic}"),
            place=me.place(case.province, case.county),
            since=me.when(case.opened_at, now),
        )
    ]
    where = stage(case)
    who = await cards.who_has(turn, me, case.counselor_id) if case.counselor_id else ""
    at = me.when(case.closed_at or case.claimed_at or case.opened_at, now)
    outcome = me.say(f"outcome-{case.outcome}") if case.outcome else ""
    lines.append(me.say(f"case-stage-{where}", who=who, at=at, outcome=outcome))
    if where is Stage.CLOSING:
        lines += await approving.lines(turn, me, case)
    return lines


async def _facts(turn: Turn, case: Case) -> list[str]:
    me, now = turn.me, turn.work.now
    lines = []
    members = await household.of_case(turn.work, case.id)
    if members:
        adults = sum(member.kind is Kind.ADULT for member in members)
        children = len(members) - adults
        both = "yes" if adults and children else "no"
        lines.append(me.say("case-household", adults=adults, children=children, both=both))
    if case.minor:
        lines.append(me.say("details-minor"))
    heard = await timeline.last_heard(turn.work, case.id)
    lines.append(me.say("case-heard", at=me.when(heard, now)) if heard else me.say("case-unheard"))
    lines.append(me.say("case-notes", count=await notes.count(turn.work, case.id)))
    plan = await plans.latest(turn.work, case.id)
    if plan is None:
        lines.append(me.say("case-plan-none"))
    else:
        sent = "yes" if plan.sent_at is not None else "no"
        at = me.when(plan.at, now)
        lines.append(me.say("case-plan", version=plan.version, at=at, sent=sent))
    return lines


def _buttons(turn: Turn, case: Case) -> Buttons:
    me, number = turn.me, short(case.id)
    rows: list[tuple[Button, ...]] = [
        (
            me.button("button-talk-so-far", "cf", "talk", number),
            me.button("button-answers", "cf", "answers", number),
        ),
        (
            me.button("button-notes", "cf", "notes", number),
            me.button("button-timeline", "tl", "page", number, "0"),
        ),
        (
            me.button("button-tasks", "t", "case", number),
            me.button("button-goals", "g", "case", number),
        ),
        (
            me.button("button-plan", "pl", "case", number),
            me.button("button-series", "ser", "case", number),
        ),
        (me.button("button-household", "hh", "case", number),),
    ]
    mine = access.allows(turn, case, Action.CLOSE_CASE)
    if mine and case.status is Status.CLAIMED:
        rows += talk.deeds(me, case)
    if mine and allows(Move.CLOSE, case):
        rows.append((me.button("button-close", "x", "case", number),))
    if allows(Move.APPROVE, case):
        decides = access.allows(turn, case, Action.APPROVE_CLOSING)
        if decides and may_decide(case, turn.person_id):
            rows += approving.decision_buttons(me, case)
        elif mine:
            rows.append((approving.take_back_button(me, case),))
    if allows(Move.REOPEN, case) and access.allows(turn, case, Action.REOPEN):
        rows.append((me.button("button-reopen", "x", "reopen", number),))
    return tuple(rows)


# Notes.


async def show_notes(turn: Turn, case: Case) -> None:
    """What colleagues noted, oldest first."""
    audit.record(turn.work, turn.person_id, "read_notes", f"case:{case.id}")
    kept = await notes.of_case(turn.work, case.id)
    if not kept:
        turn.say("notes-none", kind="staff", code=case.code)
        return
    text = await details.notes_text(turn, case, kept)
    turn.send(text(turn.me), "file", About(case=case.id))


# The talk so far.


async def _talk(turn: Turn, case: Case, before: int | None) -> None:
    """The last messages of both sides, and the way to earlier ones."""
    audit.record(turn.work, turn.person_id, "read_talk", f"case:{case.id}")
    last = RelayId(before) if before is not None else None
    found = await relay.transcript(turn.work, case.id, PAGE + 1, last)
    shown = found[-PAGE:]
    me = turn.me
    if not shown:
        turn.say("talk-none", kind="staff", code=case.code)
        return
    lines = [me.say("talk-title", code=case.code)]
    lines += [_line(me, message, turn.work.now) for message in shown]
    rows: Buttons = ()
    if len(found) > PAGE:
        earlier = me.button("button-earlier", "cf", "talk", short(case.id), short(shown[0].id))
        rows = ((earlier,),)
    turn.send(Text("\n\n".join(lines), rows, protect=True), "file", About(case=case.id))


def _line(me: Speaker, relayed: Relayed, now: int) -> str:
    author = "family" if relayed.origin.author == "family" else "staff"
    return me.say(
        "talk-line", author=author, at=me.when(relayed.at, now), text=_words(me, relayed.message)
    )


def _words(me: Speaker, message: Outgoing | None) -> str:
    match message:
        case Text(text):
            return text
        case Media(_, _, caption):
            return me.say("talk-media", caption=caption or "-")
        case Location():
            return me.say("talk-location")
        case _:
            return "-"
