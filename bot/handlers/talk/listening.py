"""A supervisor reads along in a talk, and the words that colleagues say beside it.

Words beside a talk have a way of their own: `_whisper` takes a colleague, and there is no colleague
without a role. Copies and whispers are no messages of the talk, so no answer to one enters it.
"""

from dataclasses import replace

from bot.domain.case import Case, Status
from bot.domain.ids import PersonId
from bot.domain.outgoing import Location, Media, Outgoing, Text
from bot.domain.people import Action, StaffMember, may
from bot.domain.splitting import CAPTION_LIMIT, TEXT_LIMIT, shifted, split, units
from bot.handlers import choosing
from bot.handlers.desk import Desk, Speaker, Turn
from bot.handlers.incoming import Content, FileIn, TextIn
from bot.handlers.queue import cards
from bot.storage import audit, cases, due, outbox, people
from bot.storage import listening as store
from bot.storage.due import Due
from bot.storage.listening import Aside, Listener
from bot.storage.outbox import About
from bot.storage.people import Reach
from bot.storage.relay import Relayed

LASTS = 8 * 3600 * 1000
"""Milliseconds after which reading along ends by itself."""
ENDS = "listening_ends"
"""The kind of due row for that."""
_CAPTIONLESS = ("sticker", "video_note")


# Beginning and ending.


async def listen(turn: Turn, typed: str) -> None:
    """/listen CODE, /listen off; without a word where one reads along."""
    if turn.house.heard("stop", typed):
        await _end_all(turn)
        return
    if not typed:
        await _show(turn)
        return
    case = await choosing.of_code(turn, typed)
    if case is None:
        return
    if case.status is Status.CLOSED:
        turn.say("listen-closed", kind="staff", code=case.code)
    elif turn.person_id in (case.person_id, case.counselor_id):
        audit.record(turn.work, turn.person_id, "listen", f"case:{case.id}", allowed=False)
        turn.say("listen-own", kind="staff")
    else:
        await _begin(turn, case)


async def _begin(turn: Turn, case: Case) -> None:
    listener = await store.start(turn.work, case.id, turn.person_id, turn.work.now + LASTS)
    if listener is None:
        turn.say("listen-already", kind="staff", code=case.code)
        return
    due.plan(turn.work, ENDS, listener.id, listener.until_at, f"listening:{listener.id}")
    audit.record(turn.work, turn.person_id, "listening", f"case:{case.id}")
    until = turn.me.when(listener.until_at, turn.work.now)
    turn.say("listen-begun", kind="staff", code=case.code, until=until)
    await _tell_counselor(turn, case, listener)


async def _show(turn: Turn) -> None:
    lines = []
    for listener in await store.of_person(turn.work, turn.person_id):
        case = await cases.get(turn.work, listener.case_id)
        until = turn.me.when(listener.until_at, turn.work.now)
        code = case.code if case else ""
        lines.append(turn.me.say("listen-line", code=code, until=until, count=listener.copies))
    turn.send(Text("\n".join([*lines, turn.me.say("listen-how")])), "staff")


async def _end_all(turn: Turn) -> None:
    found = await store.of_person(turn.work, turn.person_id)
    for listener in found:
        await due.cancel(turn.work, ENDS, listener.id)
        await _end(turn, listener)
    if not found:
        turn.say("listen-none", kind="staff")


async def end(desk: Desk, what: Due) -> None:
    """Its time is over."""
    for listener in await store.of_number(desk.work, what.subject):
        await _end(desk, listener)


async def _end(desk: Desk, listener: Listener) -> None:
    """Both learn that nobody reads along any more."""
    if await store.stop(desk.work, listener.id) is None:
        return
    audit.record(desk.work, listener.person_id, "listened", f"case:{listener.case_id}")
    case = await cases.get(desk.work, listener.case_id)
    if case is None:
        return
    await desk.tell(
        listener.person_id,
        "staff",
        lambda me: Text(me.say("listen-ended", code=case.code, count=listener.copies)),
    )
    if listener.told_id is not None and listener.told_id == case.counselor_id:
        await desk.tell(
            listener.told_id,
            "staff",
            lambda me: Text(me.say("listened-to-no-more", code=case.code)),
        )


async def _tell_counselor(desk: Desk, case: Case, listener: Listener) -> None:
    """Whoever has the case knows who reads along, before the first copy."""
    counselor = case.counselor_id
    if case.status is not Status.CLAIMED or counselor is None:
        return
    if await store.tell(desk.work, listener.id, counselor):
        who = await cards.who_has(desk, desk.to_staff, listener.person_id)
        await desk.tell(
            counselor, "staff", lambda me: Text(me.say("listened-to", code=case.code, who=who))
        )


# Copies.


async def copy(desk: Desk, case: Case, relayed: Relayed, *, edited: bool = False) -> None:
    """A message of the talk, also for those who read along."""
    message = relayed.message
    if message is not None:
        head = f"listening-{'edited' if edited else relayed.origin.author}"
        await copy_as(desk, case, head, message, relayed.number)


async def copy_as(desk: Desk, case: Case, head: str, message: Outgoing, number: int) -> None:
    """The same, under a heading of its own (a key of ours that names case and number)."""
    for listener in await store.of_case(desk.work, case.id):
        member = await people.member(desk.work, listener.person_id)
        if not may(member, Action.LISTEN) or listener.person_id == case.counselor_id:
            # Whoever has the case has the talk itself; who has no such role any more, nothing.
            await _end(desk, listener)
            continue
        await _tell_counselor(desk, case, listener)
        reach = await people.reach(desk.work, listener.person_id, "listening")
        if reach is None:
            continue
        me = desk.speaker(reach.language)
        said = me.say(head, code=case.code, number=number)
        _owe(desk, reach, "listening", _marked(said, message), Aside(case.id, None))
        await people.unsettle(desk.work, listener.person_id, unless=case.id)
        store.count_copy(desk.work, listener.id)


async def reads_along(turn: Turn) -> bool:
    """Whether the writer's plain words may be meant for the counselor of another talk."""
    if not may(turn.staff, Action.LISTEN):
        return False
    return bool(await store.of_person(turn.work, turn.person_id))


def _marked(head: str, message: Outgoing) -> list[Outgoing]:
    """The message under its heading; where there is no room for one, the heading before it."""
    lead = head + "\n"
    match message:
        case Text(text, entities=entities):
            moved = shifted(entities, units(lead))
            return [Text(lead + text, entities=moved, protect=True)]
        case Media(kind, _, caption, entities) if kind not in _CAPTIONLESS:
            bare = replace(message, buttons=(), reply_to=None, protect=True)
            if units(lead + caption) > CAPTION_LIMIT:
                return [Text(head, protect=True), bare]
            moved = shifted(entities, units(lead))
            return [replace(bare, caption=lead + caption, entities=moved)]
        case Media() | Location():
            return [Text(head, protect=True), replace(message, buttons=(), protect=True)]
        case _:
            return []


def _owe(desk: Desk, reach: Reach, kind: str, messages: list[Outgoing], about: Aside) -> None:
    """Every piece of it is remembered, so that an answer to any of them stays beside the talk."""
    to = outbox.address(reach.account)
    for message in messages:
        pieces: list[Outgoing] = [message]
        if isinstance(message, Text) and units(message.text) > TEXT_LIMIT:
            parts = split(message.text, message.entities)
            pieces = [replace(message, text=text, entities=inside) for text, inside in parts]
        for piece in pieces:
            row = outbox.put(desk.work, to, kind, piece, About(case=about.case_id))
            store.remember(desk.work, row, about)


# Words between colleagues.


async def whisper(turn: Turn, words: str) -> None:
    """/whisper WORDS: to the counselor of the case one reads along in."""
    if not words:
        turn.say("whisper-how", kind="staff")
        return
    about = await _replied(turn)
    listening = await store.of_person(turn.work, turn.person_id)
    if about is None and len(listening) == 1 and turn.incoming.reply_to is None:
        about = Aside(listening[0].case_id, None)
    if about is None:
        turn.say("whisper-which" if listening else "whisper-how", kind="staff")
        return
    await _answer(turn, about, Text(words))


async def answered(turn: Turn, content: Content) -> bool:
    """An answer to a copy or to a whisper goes to the colleague. False: it answers neither."""
    about = await _replied(turn)
    if about is None:
        return False
    match content:
        case TextIn(text, entities) if text:
            await _answer(turn, about, Text(text, entities=entities))
        case FileIn(kind, file_id, caption, entities):
            await _answer(turn, about, Media(kind, file_id, caption, entities))
        case _:
            turn.say("whisper-kind", kind="staff")
    return True


async def _replied(turn: Turn) -> Aside | None:
    reply_to = turn.incoming.reply_to
    if reply_to is None:
        return None
    return await store.aside(turn.work, turn.known.account.chat_key, reply_to)


async def _answer(turn: Turn, about: Aside, message: Outgoing) -> None:
    author, case = turn.staff, await cases.get(turn.work, about.case_id)
    allowed = Action.LISTEN if about.answers_to is None else Action.TALK
    if author is None or not may(author, allowed) or case is None:
        turn.say("whisper-nobody", kind="staff")
        return
    to = await _colleague(turn, case, about.answers_to)
    if to is None:
        turn.say("whisper-nobody", kind="staff")
    elif to.person_id == turn.person_id:
        turn.say("whisper-yourself", kind="staff", code=case.code)
    else:
        await _whisper(turn, author, to, case, message)


async def _colleague(desk: Desk, case: Case, answers_to: PersonId | None) -> StaffMember | None:
    """Whom the words are for: whoever has the case now, or the one who whispered."""
    if answers_to is None and case.status is Status.CLAIMED:
        answers_to = case.counselor_id
    return await people.member(desk.work, answers_to) if answers_to is not None else None


async def _whisper(
    desk: Desk, author: StaffMember, to: StaffMember, case: Case, message: Outgoing
) -> None:
    reach = await people.reach(desk.work, to.person_id, "whisper")
    if reach is None:
        return
    me = desk.speaker(reach.language)
    head = me.say("whisper-head", who=cards.title(me, author), code=case.code)
    _owe(desk, reach, "whisper", _marked(head, message), Aside(case.id, author.person_id))
    store.count_whisper(desk.work, case.id, author.person_id)
    audit.record(desk.work, author.person_id, "whispered", f"case:{case.id}")
    await _confirm(desk, author, to, case)


async def _confirm(desk: Desk, author: StaffMember, to: StaffMember, case: Case) -> None:
    def compose(me: Speaker) -> Text:
        return Text(me.say("whisper-sent", who=cards.title(me, to), code=case.code))

    await desk.tell(author.person_id, "receipt", compose)
