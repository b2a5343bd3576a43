"""A broadcast in the hands of people: pause, go on, cancel, correct, withdraw, report."""

from collections.abc import Sequence

from bot.domain.broadcast import BEGUN, MEND, OVER, Broadcast, Mending, Repeats, State
from bot.domain.ids import short
from bot.domain.outgoing import Button
from bot.domain.people import Action
from bot.handlers.broadcasts import (
    broadcast_access,
    broadcast_bar,
    broadcast_page,
    broadcast_planning,
    broadcast_writing,
    broadcasting,
)
from bot.handlers.broadcasts.broadcast_steps import STEP, plan_anew
from bot.handlers.desk import Turn
from bot.storage import broadcasts as store
from bot.storage import due, mending


async def pressed(turn: Turn, parts: tuple[str, ...]) -> None:
    """With a broadcast: `check`, `sure`, `when`, `asap`, `repeat.HOW`; `approve`, `back`; `bar`,
    `pause`, `resume`, `cancel`, `stop`, `report`; `correct[.LANGUAGE]`, `withdraw`, `mend.HOW`."""
    verb = parts[0] if parts else ""
    second = verb in ("approve", "back")
    if not broadcast_access.allowed(turn, Action.APPROVE_BROADCAST if second else Action.BROADCAST):
        return
    one = await broadcast_access.found(turn, parts[1]) if len(parts) > 1 else None
    if one is None:
        return
    match (verb, parts[2:]):
        case ("check" | "sure" | "when" | "asap" | "repeat", more):
            await _before(turn, verb, one, more)
        case ("approve", ()):
            await broadcast_planning.approve(turn, one)
        case ("back", ()):
            await broadcast_planning.send_back(turn, one)
        case ("bar", ()):
            turn.answer()
            await broadcast_page.show_bar(turn, one)
        case ("pause" | "resume" | "cancel" | "stop" | "report", ()):
            await _under_way(turn, verb, one)
        case ("correct" | "withdraw" | "mend", more):
            await _after(turn, verb, one, more)
        case _:
            turn.answer("press-old")


async def _under_way(turn: Turn, verb: str, one: Broadcast) -> None:
    match verb:
        case "pause":
            await _pause(turn, one)
        case "resume":
            await _resume(turn, one)
        case "cancel":
            turn.answer()
            _ask(turn, one, "broadcast-cancel", "button-broadcast-cancel-sure", "stop")
        case "stop":
            await _cancel(turn, one)
        case _:
            turn.answer()
            await broadcast_bar.tell_report(turn, one, turn.person_id)


async def _before(turn: Turn, verb: str, one: Broadcast, more: tuple[str, ...]) -> None:
    if one.state is not State.DRAFT:
        turn.answer("broadcast-no-draft", alert=True)
        return
    match (verb, more):
        case ("sure", ()):
            await broadcast_planning.send(turn, one)
            return
        case ("when", ()):
            turn.answer()
            await broadcast_writing.ask(turn, one, "when")
            return
        case ("asap", ()):
            await store.change(turn.work, one.id, planned_at=None, repeats=Repeats.ONCE.value)
        case ("repeat", (how,)) if how in set(Repeats):
            await store.change(turn.work, one.id, repeats=Repeats(how).value)
        case _:
            pass
    turn.answer()
    now = await store.get(turn.work, one.id)
    turn.edit_pressed(*await broadcast_planning.check(turn, now or one))


def _ask(turn: Turn, one: Broadcast, text: str, label: str, verb: str, *more: str) -> None:
    sure: Button = broadcast_access.button(turn, label, "bs", verb, one, *more)
    back = broadcast_access.button(turn, "button-back", "bs", "bar", one)
    turn.edit_pressed(turn.me.say(text, name=one.name), ((sure,), (back,)))


# Standing still, going on, ending.


async def _pause(turn: Turn, one: Broadcast) -> None:
    """Nothing more leaves: what waited just ahead of the sender is taken back at once."""
    await _stop(turn, one, [State.FREEZING, State.SENDING], State.PAUSED, "broadcast_paused")


async def _cancel(turn: Turn, one: Broadcast) -> None:
    before = [State.ASKED, State.PLANNED, *BEGUN]
    await _stop(turn, one, before, State.CANCELED, "broadcast_canceled")


async def _stop(
    turn: Turn, one: Broadcast, before: Sequence[State], after: State, deed: str
) -> None:
    stopped = await store.move(turn.work, one.id, before, after)
    if stopped is not None:
        await broadcasting.recall(turn, one.id)
        await due.cancel(turn.work, STEP, one.id)
    await _moved(turn, one, stopped, deed)


async def _resume(turn: Turn, one: Broadcast) -> None:
    """It goes on where it stood: also with writing down who gets it."""
    after = State.SENDING if one.resumed_at is not None else State.FREEZING
    going = await store.move(turn.work, one.id, [State.PAUSED], after)
    if going is not None:
        await plan_anew(turn, one.id, turn.work.now)
    await _moved(turn, one, going, "broadcast_resumed")


async def _moved(turn: Turn, one: Broadcast, now: Broadcast | None, deed: str) -> None:
    """The press is answered: with the bar as it is now, or that it was too late."""
    if now is None:
        turn.answer("broadcast-not-now", alert=True)
        return
    broadcast_access.record(turn, deed, one)
    turn.answer()
    await broadcast_page.show_bar(turn, now)


# What was sent already.


async def _after(turn: Turn, verb: str, one: Broadcast, more: tuple[str, ...]) -> None:
    if one.state not in (State.PAUSED, *OVER):
        turn.answer("broadcast-not-now", alert=True)
        return
    match (verb, more):
        case ("correct", (language,)):
            turn.answer()
            await broadcast_writing.ask(turn, one, f"correct:{language}")
        case ("correct", ()):
            turn.answer()
            await _ask_language(turn, one)
        case ("withdraw", ()):
            turn.answer()
            text, label = "broadcast-withdraw", "button-broadcast-withdraw-sure"
            _ask(turn, one, text, label, "mend", Mending.DELETE.value)
        case ("mend", (how,)) if how in set(Mending):
            await _mend(turn, one, Mending(how))
        case _:
            turn.answer("press-old")


async def _ask_language(turn: Turn, one: Broadcast) -> None:
    versions = await store.versions(turn.work, one.id)
    rows = []
    for language in versions:
        said = turn.me.say(f"language-{language}")
        row = turn.me.button(
            "button-broadcast-rewrite", "bs", "correct", short(one.id), language,
            spoken=said,
        )  # fmt: skip
        rows.append((row,))
    back = (broadcast_access.button(turn, "button-back", "bc", "see", one),)
    turn.edit_pressed(turn.me.say("broadcast-which-language"), (*rows, back))


async def _mend(turn: Turn, one: Broadcast, how: Mending) -> None:
    """At the pace of sending; what is older than the messengers allow stays as it is."""
    if await store.begin_mending(turn.work, one.id, how) is None:
        turn.answer("broadcast-not-now", alert=True)
        return
    if how is Mending.DELETE and one.state is State.PAUSED:
        # What was wrong for some is not sent to the others.
        await store.move(turn.work, one.id, [State.PAUSED], State.CANCELED)
    now = await store.get(turn.work, one.id) or one
    broadcast_access.record(turn, f"broadcast_mended_{how}", one)
    await plan_anew(turn, one.id, turn.work.now, MEND)
    found = await mending.to_mend(turn.work, now)
    turn.answer("broadcast-mends", alert=True, count=found)
    await broadcast_page.show_bar(turn, now)
