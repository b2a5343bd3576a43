"""Replies that staff add: their own, and those that a supervisor shares with all."""

from bot.domain.ids import short
from bot.domain.outgoing import Button, Buttons, Text
from bot.domain.people import Action, may
from bot.domain.replies import (
    EXAMPLES,
    NAME_LIMIT,
    TEXT_LIMIT,
    language_of,
    unknown_variables,
)
from bot.handlers.casework import replies
from bot.handlers.desk import Speaker, Turn
from bot.handlers.queue import cards
from bot.storage import audit, people, relay
from bot.storage import canned as store
from bot.storage.canned import Own


async def add(turn: Turn, typed: str) -> None:
    """/addreply NAME, and below it the text; or NAME in reply to a message one has written."""
    name, _, text = typed.partition("\n")
    name, text = name.strip(), text.strip() or await _written(turn)
    if not name:
        await _list(turn)
        return
    unknown = unknown_variables(text)
    if not text or len(name) > NAME_LIMIT or len(text) > TEXT_LIMIT:
        turn.say("addreply-how", kind="staff", name=NAME_LIMIT, text=TEXT_LIMIT)
    elif unknown:
        known = "\n".join(EXAMPLES)
        turn.say("addreply-variable", kind="staff", unknown=unknown[0], known=known)
    else:
        own = await store.add(turn.work, turn.person_id, name, text, language_of(text))
        if own is None:
            turn.say("addreply-many", kind="staff", count=store.MOST)
            return
        audit.record(turn.work, turn.person_id, "added_reply", f"reply:{own.id}")
        head = turn.me.say("addreply-kept", name=own.name)
        turn.send(Text(head, _buttons(turn, own)), "staff")


async def _written(turn: Turn) -> str:
    """The text of the message of one's own that the command replies to."""
    if turn.incoming.reply_to is None:
        return ""
    key = turn.known.account.chat_key
    own = await relay.written_as(turn.work, key, turn.incoming.reply_to)
    return own.message.text if own and isinstance(own.message, Text) else ""


async def _list(turn: Turn) -> None:
    """All that one may see, each with a button to what can be done with it."""
    found = await store.visible(turn.work, turn.person_id)
    me = turn.me
    how = me.say("addreply-how", name=NAME_LIMIT, text=TEXT_LIMIT)
    rows = tuple((Button(own.name, f"1.rs.show.{short(own.id)}"),) for own in found[:40])
    turn.send(Text(how, rows), "staff")


def _buttons(turn: Turn, own: Own) -> Buttons:
    """What this person can do with a reply."""
    me, number, row = turn.me, short(own.id), []
    supervises = may(turn.staff, Action.SHARE_REPLY)
    if not own.shared:
        key = "button-reply-share" if supervises else "button-reply-offer"
        row.append(me.button(key, "rs", "share" if supervises else "offer", number))
    if (own.owner_id == turn.person_id and not own.shared) or (own.shared and supervises):
        row.append(me.button("button-reply-delete", "rs", "delete", number))
    return (tuple(row),) if row else ()


async def pressed(turn: Turn, parts: tuple[str, ...]) -> None:
    """`show.REPLY`, `share.REPLY`, `offer.REPLY`, `delete.REPLY`."""
    if len(parts) != 2 or not may(turn.staff, Action.TALK):
        turn.answer("press-old")
        return
    verb, number = parts
    supervises = may(turn.staff, Action.SHARE_REPLY)
    own = await replies.seen(turn, number)
    if own is None:
        turn.answer("press-old")
        return
    match verb:
        case "show":
            turn.answer()
            text = "\n\n".join(part for part in (own.name, own.fa, own.en) if part)
            turn.send(Text(text, _buttons(turn, own)), "staff")
        case "share" if supervises:
            await _share(turn, own)
        case "offer" if not own.shared:
            await _offer(turn, own)
        case "delete":
            await _delete(turn, own, supervises=supervises)
        case _:
            turn.answer("refused-role", alert=True)


async def _share(turn: Turn, own: Own) -> None:
    if not await store.share(turn.work, own.id):
        turn.answer("press-counted")
        return
    audit.record(turn.work, turn.person_id, "shared_reply", f"reply:{own.id}")
    turn.answer()
    turn.edit_pressed(turn.me.say("reply-shared", name=own.name))
    if own.owner_id != turn.person_id:
        await turn.tell(
            own.owner_id, "staff", lambda me: Text(me.say("reply-shared", name=own.name))
        )


async def _offer(turn: Turn, own: Own) -> None:
    assert turn.staff is not None
    if not await store.offer(turn.work, own.id, turn.person_id):
        turn.answer("press-counted")
        return
    by = turn.staff

    def compose(me: Speaker) -> Text:
        head = me.say("reply-offered", who=cards.title(me, by), name=own.name)
        text = "\n\n".join(part for part in (head, own.fa, own.en) if part)
        return Text(text, ((me.button("button-reply-share", "rs", "share", short(own.id)),),))

    for member in await people.staff(turn.work):
        if may(member, Action.SHARE_REPLY):
            await turn.tell(member.person_id, "staff", compose)
    turn.answer("reply-offer-sent", alert=True)


async def _delete(turn: Turn, own: Own, *, supervises: bool) -> None:
    if not await store.delete(turn.work, own.id, turn.person_id, shared_too=supervises):
        turn.answer("refused-role", alert=True)
        return
    audit.record(turn.work, turn.person_id, "deleted_reply", f"reply:{own.id}")
    turn.answer()
    turn.edit_pressed(turn.me.say("reply-deleted", name=own.name))
