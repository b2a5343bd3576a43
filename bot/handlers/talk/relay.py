"""Carries messages between a family and its counselor: copied, never forwarded, never misled."""

from dataclasses import replace

from bot.domain.case import Case
from bot.domain.ids import CaseId, PersonId, RelayId, short, unshort
from bot.domain.outgoing import Outgoing, Text
from bot.handlers import holding
from bot.handlers.casework import reply_times
from bot.handlers.desk import Desk, Turn
from bot.handlers.incoming import ContactIn, Content, TextIn
from bot.handlers.queue import hours
from bot.handlers.talk import carrying, listening, talk
from bot.handlers.talk.crossing import content_to_carry, question_before
from bot.storage import audit, cases, people, relay
from bot.storage.relay import Origin, Relayed

FAMILY, STAFF = "family", "staff"


def _origin(turn: Turn, author: str) -> Origin:
    return Origin(
        author,
        turn.person_id,
        turn.known.account.chat_key,
        turn.incoming.message_id,
        turn.incoming.album,
    )


def _refused(turn: Turn, content: Content) -> None:
    turn.say("relay-no-contact" if isinstance(content, ContactIn) else "relay-no-kind")


# From the family.


async def from_family(turn: Turn, content: Content, *, ask: bool = True) -> None:
    """A family writes while its case is open: to its counselor, or kept until there is one."""
    case = await cases.get(turn.work, turn.known.case.id) if turn.known.case else None
    message = content_to_carry(content)
    if case is None or message is None:
        _refused(turn, content)
        return
    question = question_before(content) if ask else None
    claimed = case.counselor_id is not None
    state = "asking" if question else "passed" if claimed else "held"
    relayed = await relay.add(turn.work, case.id, _origin(turn, FAMILY), message, state)
    if relayed is None:
        return
    if question:
        _ask_family(turn, relayed, question)
    elif claimed:
        await _to_counselor(turn, case, relayed)
        # The family is here: what its counselor wrote in the meantime may arrive now.
        await holding.release(turn, turn.person_id)
    else:
        if relayed.number == 1:
            turn.say("relay-kept")
        await hours.say_closed(turn, case.id)


def _ask_family(turn: Turn, relayed: Relayed, question: str) -> None:
    number = short(relayed.id)
    buttons = (
        (
            turn.me.button("button-send-it", "r", "send", number),
            turn.me.button("button-drop-it", "r", "drop", number),
        ),
    )
    turn.send(Text(turn.me.say(question), buttons, reply_to=relayed.origin.message_id))


async def _to_counselor(desk: Desk, case: Case, relayed: Relayed) -> None:
    assert case.counselor_id is not None
    reply_to = await _counterpart(desk, relayed, case.counselor_id)
    await people.unsettle(desk.work, case.counselor_id, unless=case.id)
    await reply_times.wrote(desk, case)
    await carrying.carry(desk, case, relayed, case.counselor_id, reply_to)
    await listening.copy(desk, case, relayed)


async def pass_held(desk: Desk, case: Case) -> None:
    """Now that somebody has the case: everything the family wrote while it waited."""
    for relayed in await relay.held(desk.work, case.id):
        if relayed.origin.author == FAMILY and await relay.move(
            desk.work, relayed.id, "held", "passed"
        ):
            await _to_counselor(desk, case, relayed)


# From staff.


async def from_staff(turn: Turn, content: Content) -> None:
    """A staff member writes: to the family of the message replied to, or of the settled talk."""
    message = content_to_carry(content)
    if message is None:
        _refused(turn, content)
        return
    held = await cases.held_by(turn.work, turn.person_id)
    mine = {case.id: case for case in held}
    replied = await talk.case_of_reply(turn)
    if replied is not None and replied not in mine:
        turn.say("not-your-talk", kind="staff")
        return
    if not held:
        turn.say("no-open-talk", kind="staff")
        return
    chosen = mine.get(replied) if replied is not None else await _meant(turn, mine)
    if chosen is None:
        await _ask_which(turn, held, message)
        return
    if chosen.person_id is None:
        turn.say("talk-no-chat", kind="staff", code=chosen.code)
        return
    if replied is not None:
        await people.face(turn.work, turn.person_id, chosen.id, settled=True)
    await _send(turn, chosen, _origin(turn, STAFF), message, question_before(content))


async def _send(
    turn: Turn, case: Case, origin: Origin, message: Outgoing, question: str | None
) -> None:
    state = "asking" if question else "passed"
    relayed = await relay.add(turn.work, case.id, origin, message, state)
    if relayed is None:
        return
    if question:
        _ask_family(turn, relayed, question)
    else:
        await _to_family(turn, case, relayed)


async def from_preview(turn: Turn, case_id: CaseId, text: str) -> bool:
    """A text that its author has looked at and sends by a button, on the way of a typed one.

    It counts as written in the pressed message. False, and the press says why: nothing left.
    """
    mine = {case.id: case for case in await cases.held_by(turn.work, turn.person_id)}
    case, written = mine.get(case_id), turn.pressed_message
    if case is None or written is None:
        turn.answer("not-your-case" if written is not None else "press-old", alert=True)
        return False
    if case.person_id is None:
        turn.answer("talk-no-chat", alert=True, code=case.code)
        return False
    await people.face(turn.work, turn.person_id, case.id, settled=True)
    origin = replace(_origin(turn, STAFF), message_id=written)
    await _send(turn, case, origin, Text(text), question_before(TextIn(text)))
    return True


async def _meant(turn: Turn, mine: dict[CaseId, Case]) -> Case | None:
    """Whose message this is when it replies to none that we know; None where that is not sure."""
    if turn.incoming.reply_to is None and turn.staff is not None:
        current, settled = turn.staff.current_case, turn.staff.settled
        # Who spoke with a family that is gone since may not know it yet, and means no other. Who
        # reads along may mean the counselor there.
        only = len(mine) == 1 and (current is None or current in mine)
        if only and not await listening.reads_along(turn):
            return next(iter(mine.values()))
        if settled and current in mine:
            return mine[current]
    # A reply to an unknown message may mean any family: after a kill, a copy that arrived may
    # not have been written down.
    return await _album_case(turn, mine)


async def _album_case(turn: Turn, mine: dict[CaseId, Case]) -> Case | None:
    """The case that earlier pictures of the same album went to."""
    row = await relay.waiting_album(turn.work, _origin(turn, STAFF))
    first = await relay.of_outbox(turn.work, row) if row else []
    relayed = await relay.get(turn.work, first[0]) if first else None
    return mine.get(relayed.case_id) if relayed else None


async def _ask_which(turn: Turn, held: list[Case], message: Outgoing) -> None:
    """Two families or more, and none chosen: nothing leaves before the author says for whom."""
    relayed = await relay.add(turn.work, held[0].id, _origin(turn, STAFF), message, "asking")
    if relayed is None:
        return
    number = short(relayed.id)
    rows = talk.choose_buttons(turn.me, held, "r", "to", number)
    drop = (turn.me.button("button-drop-it", "r", "drop", number),)
    turn.send(
        Text(turn.me.say("relay-which"), (*rows, drop), reply_to=turn.incoming.message_id), "staff"
    )


async def _to_family(desk: Desk, case: Case, relayed: Relayed) -> None:
    assert case.person_id is not None
    reply_to = await _counterpart(desk, relayed, case.person_id)
    await holding.to_family(desk, case, relayed, reply_to)
    await listening.copy(desk, case, relayed)


# Buttons and edits.


async def pressed(turn: Turn, parts: tuple[str, ...]) -> None:
    """A button about one message: `send.MESSAGE`, `drop.MESSAGE` or `to.MESSAGE.CASE`."""
    number = unshort(parts[1]) if len(parts) >= 2 else None
    relayed = await relay.get(turn.work, RelayId(number)) if number is not None else None
    if relayed is None or relayed.origin.author_id != turn.person_id:
        if relayed is not None:
            about = f"relay:{relayed.id}"
            audit.record(turn.work, turn.person_id, "pass_on", about, allowed=False)
        turn.answer("press-old")
        return
    match parts:
        case ("drop", _):
            if await relay.move(turn.work, relayed.id, "asking", "dropped"):
                turn.edit_pressed(turn.me.say("relay-dropped"))
            turn.answer()
        case ("send", _):
            await _confirmed(turn, relayed, relayed.case_id)
        case ("to", _, chosen) if relayed.origin.author == STAFF:
            case_id = unshort(chosen)
            await _confirmed(turn, relayed, CaseId(case_id) if case_id is not None else None)
        case _:
            turn.answer("press-old")


async def _confirmed(turn: Turn, relayed: Relayed, case_id: CaseId | None) -> None:
    case = await cases.get(turn.work, case_id) if case_id is not None else None
    author_is_staff = relayed.origin.author == STAFF
    owner = case.counselor_id if author_is_staff and case else case.person_id if case else None
    if case is None or owner != turn.person_id or case.closed_at is not None:
        turn.answer("not-your-case", alert=True)
        return
    waits = not author_is_staff and case.counselor_id is None
    if not await relay.move(turn.work, relayed.id, "asking", "held" if waits else "passed"):
        turn.answer("press-counted")
        return
    if author_is_staff:
        await relay.assign(turn.work, relayed.id, case.id)
        await people.face(turn.work, turn.person_id, case.id, settled=True)
    turn.answer()
    turn.edit_pressed(turn.me.say("relay-confirmed", code=case.code))
    fresh = await relay.get(turn.work, relayed.id)
    if fresh is None or waits:
        return
    await (_to_family if author_is_staff else _to_counselor)(turn, case, fresh)


async def edited(turn: Turn, content: Content) -> bool:
    """An edit of a message that was passed on changes its copy too. False: not one of those."""
    key = turn.known.account.chat_key
    relayed = await relay.written_as(turn.work, key, turn.incoming.message_id)
    message = content_to_carry(content)
    if relayed is None or message is None or relayed.message is None:
        return relayed is not None
    case = await cases.get(turn.work, relayed.case_id)
    if case is None or case.closed_at is not None or relayed.state == "dropped":
        return True
    if relayed.origin.author == STAFF and case.counselor_id != turn.person_id:
        turn.say("not-your-talk", kind="staff")
        return True
    await relay.rewrite(turn.work, relayed, message)
    if relayed.state == "passed":
        fresh = replace(relayed, message=message)
        await carrying.carry_edit(turn, case, fresh)
        await listening.copy(turn, case, fresh, edited=True)
    return True


async def _counterpart(desk: Desk, relayed: Relayed, to: PersonId) -> int | None:
    """The message id, in the chat of the other side, of what this message replies to."""
    if not isinstance(desk, Turn) or desk.incoming.reply_to is None:
        return None
    if desk.incoming.message_id != relayed.origin.message_id:
        return None
    key, reply_to = desk.known.account.chat_key, desk.incoming.reply_to
    copy = await relay.copy_at(desk.work, key, reply_to)
    if copy is not None and copy.relay_id is not None:
        original = await relay.get(desk.work, copy.relay_id)
    else:
        original = await relay.written_as(desk.work, key, reply_to)
    reach = await people.reach(desk.work, to, "relay")
    if original is None or original.case_id != relayed.case_id or reach is None:
        return None
    # It may be of somebody who had the case before: their chat has other numbers.
    if original.origin.chat_key == reach.account.chat_key:
        return original.origin.message_id
    other = await relay.copy_in(desk.work, original.id, reach.account.chat_key)
    return other.message_id if other else None
