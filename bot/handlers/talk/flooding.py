"""Too many messages in a minute: each is kept, and the counselor gets them in one note."""

from bot.domain.case import Case, Status
from bot.domain.flood import TOLD_AGAIN, WINDOW, Said, is_folded
from bot.domain.ids import FloodId, short, unshort
from bot.domain.outgoing import Media, Text
from bot.domain.triage import Acuity
from bot.handlers import holding
from bot.handlers.casework import reply_times
from bot.handlers.desk import Desk, Speaker, Turn
from bot.handlers.incoming import Content, FileIn
from bot.handlers.talk import carrying, listening, relay
from bot.handlers.talk.crossing import content_to_carry, question_before
from bot.storage import alerts, cases, due, floods, outbox, people
from bot.storage import relay as messages
from bot.storage.due import Due
from bot.storage.outbox import About
from bot.storage.relay import Origin, Relayed

ENDS = "flood_ends"
"""The kind of due row that passes on what was folded."""
_SPOKEN = ("voice", "audio", "video_note")


async def folded(turn: Turn, content: Content, *, danger: bool) -> bool:
    """Whether this message of a talk waits for the note. False: it passes on its own."""
    open_case, message = turn.known.case, content_to_carry(content)
    if open_case is None or message is None or danger or question_before(content) is not None:
        return False
    since = turn.work.now - WINDOW
    count = await floods.recent(turn.work, open_case.id, since)
    if count < turn.house.flood_limit:
        return False
    case, origin = await cases.get(turn.work, open_case.id), _origin(turn)
    if case is None or not is_folded(
        await _said(turn, case, content, origin), count, turn.house.flood_limit
    ):
        return False
    relayed = await messages.add(turn.work, case.id, origin, message, "held")
    if relayed is not None:
        await reply_times.wrote(turn, case)
        await _fold(turn, case, relayed)
        await holding.release(turn, turn.person_id)
    return True


def _origin(turn: Turn) -> Origin:
    incoming, key = turn.incoming, turn.known.account.chat_key
    return Origin(relay.FAMILY, turn.person_id, key, incoming.message_id, incoming.album)


async def _said(turn: Turn, case: Case, content: Content, origin: Origin) -> Said:
    spoken = isinstance(content, FileIn) and content.kind in _SPOKEN
    grave = case.acuity in (Acuity.IMMEDIATE, Acuity.HIGH)
    return Said(
        spoken=spoken,
        crisis=spoken and (grave or await alerts.is_unfinished(turn.work, turn.person_id)),
        joined=await messages.row_of_album(turn.work, origin) is not None,
    )


async def _fold(turn: Turn, case: Case, relayed: Relayed) -> None:
    number, begins = await floods.join(turn.work, case.id)
    floods.put(turn.work, number, relayed.id)
    if not begins:
        return
    due.plan(turn.work, ENDS, number, turn.work.now + WINDOW, f"flood:{number}")
    if not await floods.earlier(turn.work, case.id, number, turn.work.now - TOLD_AGAIN):
        turn.say("flood-family")


async def end(desk: Desk, what: Due) -> None:
    """The minute is over: one note with all of it. Where nobody has the case, it waits with the
    rest of what the family wrote."""
    number = FloodId(what.subject)
    case_id = await floods.end(desk.work, number)
    case = await cases.get(desk.work, case_id) if case_id is not None else None
    if case is None or case.counselor_id is None or case.status is Status.WAITING:
        return
    passed = []
    for relay_id in await floods.of(desk.work, number):
        relayed = await messages.get(desk.work, relay_id)
        if relayed is not None and await messages.move(desk.work, relay_id, "held", "passed"):
            passed.append(relayed)
    reach = await people.reach(desk.work, case.counselor_id, "folded")
    if not passed or reach is None:
        return
    me, files = desk.speaker(reach.language), any(_is_file(each) for each in passed)
    head = me.say("flood-note", code=case.code, count=len(passed))
    body = "\n".join(_line(me, relayed) for relayed in passed)
    button = me.button("button-flood-files", "fl", "files", short(number))
    note = Text(f"{head}\n\n{body}", ((button,),) if files else (), protect=True)
    await people.unsettle(desk.work, case.counselor_id, unless=case.id)
    desk.owe(outbox.address(reach.account), "folded", note, About(case=case.id))
    await listening.copy_as(desk, case, "listening-flood", Text(body), len(passed))


def _is_file(relayed: Relayed) -> bool:
    return isinstance(relayed.message, Media)


def _line(me: Speaker, relayed: Relayed) -> str:
    match relayed.message:
        case Media(kind, _, caption):
            return me.say("flood-file", number=relayed.number, kind=kind, text=caption)
        case Text(text):
            return me.say("flood-line", number=relayed.number, text=text)
        case _:
            return ""


async def pressed(turn: Turn, parts: tuple[str, ...]) -> None:
    """`files.FLOOD`: the pictures, voices and files of a note, one by one."""
    number = unshort(parts[1]) if len(parts) == 2 and parts[0] == "files" else None
    case_id = await floods.case_of(turn.work, FloodId(number)) if number is not None else None
    case = await cases.get(turn.work, case_id) if case_id is not None else None
    if case is None or number is None or turn.staff is None:
        turn.answer("press-old")
        return
    if case.counselor_id != turn.person_id:
        turn.answer("not-your-case", alert=True)
        return
    turn.answer()
    for relay_id in await floods.of(turn.work, FloodId(number)):
        relayed = await messages.get(turn.work, relay_id)
        if relayed is not None and _is_file(relayed) and relayed.outbox_id is None:
            await carrying.carry(turn, case, relayed, turn.person_id)
