"""Canned replies: found by topic or name, filled for the case, looked at, and then sent."""

from bot.domain.case import Case
from bot.domain.helplines import Need
from bot.domain.ids import CaseId, DraftId, ReplyId, short, unshort
from bot.domain.outgoing import Button, Text
from bot.domain.people import Action, may
from bot.domain.replies import (
    Canned,
    Code,
    Day,
    Numbers,
    Place,
    ReplyTopic,
    Variable,
    fill,
    language_of,
)
from bot.handlers import choosing
from bot.handlers.desk import Desk, Speaker, Turn
from bot.handlers.incoming import Content, TextIn
from bot.handlers.talk import relay
from bot.storage import audit, cases, people
from bot.storage import canned as store
from bot.storage import relay as messages
from bot.storage.canned import Draft, Own
from bot.storage.outbox import About

DAY = 24 * 3600 * 1000
FSI, PDI = "\u2068", "\u2069"


# Which reply, for which case.


async def look_for(turn: Turn, typed: str) -> None:
    """/reply [NAME]: topics as buttons; with a name at once what would be sent."""
    case = await which_case(turn, "rp")
    if case is None:
        return
    if not typed:
        _topics(turn, case)
        return
    found = turn.house.replies.called(typed)
    own = await store.called(turn.work, turn.person_id, typed)
    if own is not None:
        await _preview_own(turn, case, own)
    elif found is not None:
        await _preview_canned(turn, case, found)
    else:
        turn.say("reply-unknown", kind="staff")
        _topics(turn, case)


async def which_case(turn: Turn, area: str) -> Case | None:
    """The case that a command means, with a chat; else the staff member is asked or told."""
    case, held = await choosing.current(turn)
    if case is None:
        choosing.ask_which(turn, held, "reply-which", area, "case")
    elif case.person_id is None:
        turn.say("talk-no-chat", kind="staff", code=case.code)
        return None
    return case


async def my_case(turn: Turn, number: str) -> Case | None:
    """The open case of the presser's behind a button, with a chat; else the press is answered."""
    case_id = unshort(number)
    mine = {case.id: case for case in await cases.held_by(turn.work, turn.person_id)}
    case = mine.get(CaseId(case_id)) if case_id is not None else None
    if case is None:
        turn.answer("not-your-case", alert=True)
        return None
    if case.person_id is None:
        turn.answer("talk-no-chat", alert=True, code=case.code)
        return None
    return case


def _topics(turn: Turn, case: Case) -> None:
    me, number = turn.me, short(case.id)
    rows = [
        (me.button(f"reply-topic-{topic}", "rp", "topic", topic.value, number),)
        for topic in ReplyTopic
    ]
    rows.append((me.button("reply-topic-own", "rp", "own", number),))
    turn.send(Text(me.say("reply-topics", code=case.code), tuple(rows)), "staff")


async def pressed(turn: Turn, parts: tuple[str, ...]) -> None:
    """`case.CASE`, `topic.TOPIC.CASE`, `own.CASE`, `pick.NAME.CASE`, `mine.REPLY.CASE`;
    `send`, `edit` and `drop` with a draft."""
    if not may(turn.staff, Action.TALK):
        audit.record(turn.work, turn.person_id, "reply", "staff", allowed=False)
        turn.answer("refused-not-staff", alert=True)
        return
    match parts:
        case ("send" | "edit" | "drop" as verb, number):
            await _decide(turn, verb, number)
        case ("case" | "own", number) | ("topic" | "pick" | "mine", _, number):
            case = await my_case(turn, number)
            if case is not None:
                turn.answer()
                await _choose(turn, case, parts)
        case _:
            turn.answer("press-old")


async def _choose(turn: Turn, case: Case, parts: tuple[str, ...]) -> None:
    match parts:
        case ("topic", topic, _) if topic in set(ReplyTopic):
            _list(turn, case, turn.house.replies.of_topic(ReplyTopic(topic)))
        case ("own", _):
            _list_own(turn, case, await store.visible(turn.work, turn.person_id))
        case ("pick", name, _) if (found := turn.house.replies.named(name)) is not None:
            await _preview_canned(turn, case, found)
        case ("mine", number, _) if (own := await seen(turn, number)) is not None:
            await _preview_own(turn, case, own)
        case _:
            _topics(turn, case)


async def seen(turn: Turn, number: str) -> Own | None:
    """A reply that the presser may see: their own, one for all, or one offered to supervisors."""
    reply_id = unshort(number)
    own = await store.get(turn.work, ReplyId(reply_id)) if reply_id is not None else None
    if own is None:
        return None
    judges = own.offered and may(turn.staff, Action.SHARE_REPLY)
    return own if own.shared or judges or own.owner_id == turn.person_id else None


def _list(turn: Turn, case: Case, found: tuple[Canned, ...]) -> None:
    rows = tuple(
        (_named(reply.title.in_language(turn.me.language), "pick", reply.name, short(case.id)),)
        for reply in found
    )
    turn.send(Text(turn.me.say("reply-list", code=case.code), rows), "staff")


def _list_own(turn: Turn, case: Case, found: list[Own]) -> None:
    if not found:
        turn.say("reply-own-none", kind="staff")
        return
    rows = tuple((_named(own.name, "mine", short(own.id), short(case.id)),) for own in found[:40])
    turn.send(Text(turn.me.say("reply-list", code=case.code), rows), "staff")


def _named(label: str, *parts: str) -> Button:
    return Button(label, ".".join(("1", "rp", *parts)))


# What would be sent.


async def _preview_canned(turn: Turn, case: Case, found: Canned) -> None:
    language = await language_of_family(turn, case)
    body = filled(turn, case, language, found.text.in_language(language))
    await _show(turn, case, await store.draft(turn.work, turn.person_id, case.id, body))


async def _preview_own(turn: Turn, case: Case, own: Own) -> None:
    language = await language_of_family(turn, case)
    text = own.in_language(language)
    body = filled(turn, case, language_of(text), text)
    draft = await store.draft(turn.work, turn.person_id, case.id, body)
    await _show(turn, case, draft, other_language=not own.has(language))


async def language_of_family(desk: Desk, case: Case) -> str:
    reach = await people.reach(desk.work, case.person_id) if case.person_id else None
    return reach.language if reach is not None else desk.house.language


def filled(desk: Desk, case: Case, language: str, text: str) -> str:
    """The text with its variables as they are for this case, now."""
    me = desk.speaker(language)

    def value(variable: Variable) -> str:
        match variable:
            case Place():
                known = desk.house.divisions.province(case.province) is not None
                return me.place(case.province, case.county) if known else me.say("reply-place")
            case Code():
                return FSI + case.code + PDI
            case Day(after):
                return me.day(desk.work.now + after * DAY)
            case Numbers(need):
                return _number(me, need, desk.work.now)

    return fill(text, value)


def _number(me: Speaker, need: Need, now: int) -> str:
    """The number that fits best and answers now; where none does, with its hours."""
    at, helplines = me.house.words.local_time(now).time(), me.house.helplines
    for line in helplines.for_category(need, at):
        return me.say(
            "helpline", number=line.number_in(me.language), name=line.name.in_language(me.language)
        )
    line = helplines.closed_for(need, at)[0]
    return me.say(
        "reply-helpline-hours",
        number=line.number_in(me.language),
        name=line.name.in_language(me.language),
        opens=line.opens.hour,
        closes=line.closes.hour,
    )


async def _show(turn: Turn, case: Case, draft: Draft, *, other_language: bool = False) -> None:
    me, number = turn.me, short(draft.id)
    text = me.say("reply-preview", code=case.code) + "\n\n" + draft.body
    if other_language:
        text += "\n\n" + me.say("reply-other-language")
    buttons = (
        (me.button("button-reply-send", "rp", "send", number),),
        (
            me.button("button-reply-edit", "rp", "edit", number),
            me.button("button-reply-drop", "rp", "drop", number),
        ),
    )
    _prompt(turn, draft, Text(text, buttons))


def _prompt(turn: Turn, draft: Draft, message: Text) -> None:
    row = turn.send(message, "prompt", About(case=draft.case_id))
    if row is not None:
        store.remember_prompt(turn.work, row, draft.id)


async def _decide(turn: Turn, verb: str, number: str) -> None:
    draft_id = unshort(number)
    draft = None
    if draft_id is not None:
        draft = await store.look(turn.work, DraftId(draft_id), turn.person_id)
    if draft is None or draft.macro is not None:
        turn.answer("press-old")
        return
    match verb:
        case "send":
            await leaves(turn, draft)
        case "edit":
            turn.answer()
            turn.say("reply-edit-how", kind="staff")
            _prompt(turn, draft, Text(draft.body))
        case _:
            await store.end(turn.work, draft.id, turn.person_id, "dropped")
            turn.answer()
            turn.edit_pressed(turn.me.say("reply-dropped"))


async def leaves(turn: Turn, draft: Draft) -> bool:
    """Sends what was looked at, on the way of a typed message. False: it did not leave."""
    if await store.end(turn.work, draft.id, turn.person_id, "sent") is None:
        turn.answer("press-counted")
        return False
    if not await relay.from_preview(turn, draft.case_id, draft.body):
        return False
    case = await cases.get(turn.work, draft.case_id)
    turn.answer()
    if case is not None:
        turn.edit_pressed(turn.me.say("reply-sent", code=case.code) + "\n\n" + draft.body)
    return True


async def rewritten(turn: Turn, content: Content) -> bool:
    """An answer to a preview is its new text, which is looked at again. False: it was none."""
    reply_to, key = turn.incoming.reply_to, turn.known.account.chat_key
    number = await store.prompted(turn.work, key, reply_to) if reply_to is not None else None
    if number is None or reply_to is None:
        return False
    draft = await store.look(turn.work, number, turn.person_id)
    if draft is None:
        # What was sent is a message of the talk by now, and may be answered like one.
        sent = await messages.written_as(turn.work, key, reply_to)
        if sent is None:
            turn.say("reply-over", kind="staff")
        return sent is None
    case = await cases.get(turn.work, draft.case_id)
    if case is None or not isinstance(content, TextIn):
        turn.say("reply-edit-text", kind="staff")
        return True
    await store.end(turn.work, draft.id, turn.person_id, "dropped")
    body = filled(turn, case, language_of(content.text), content.text)
    await _show(turn, case, await store.draft(turn.work, turn.person_id, case.id, body))
    return True
