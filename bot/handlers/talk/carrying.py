"""How a message of one side looks on the other: who it is from, its number, its formatting."""

from dataclasses import replace

from bot.domain.case import Case
from bot.domain.ids import OutboxId, PersonId, short
from bot.domain.outgoing import Album, Buttons, Edit, Location, Media, Outgoing, Text
from bot.domain.splitting import CAPTION_LIMIT, TEXT_LIMIT, shifted, units
from bot.handlers.desk import Desk, Speaker
from bot.storage import accounts, outbox, people, relay, veiled
from bot.storage.outbox import About
from bot.storage.people import Reach
from bot.storage.relay import Relayed

ALBUM_GATHERS = 900
"""Milliseconds an album waits for its next picture, which arrives as a message of its own."""
_CAPTIONLESS = ("sticker", "video_note")


async def carry(
    desk: Desk,
    case: Case,
    relayed: Relayed,
    to: PersonId,
    reply_to: int | None = None,
    *,
    hidden: bool = False,
) -> None:
    """Owes the other side a copy of the message; `hidden`: behind a neutral line."""
    reach = await people.reach(desk.work, to, "relay")
    if relayed.message is None or reach is None:
        return
    if isinstance(relayed.message, Media) and relayed.origin.album:
        gather = _veil_album if hidden else _carry_album
        await gather(desk, case, relayed, relayed.message, reach, reply_to)
        return
    about = About(case=case.id, relay=relayed.id)
    row: OutboxId | None = None
    messages = dressed(desk.speaker(reach.language), case, relayed, reply_to)
    if hidden and messages:
        row = await desk.veil(reach, "relay", messages, about)
    else:
        for message in messages:
            row = desk.owe(outbox.address(reach.account), "relay", message, about)
    if row is not None:
        await relay.sent_in(desk.work, relayed.id, row)


async def show_again(desk: Desk, case: Case, relayed: Relayed, to: PersonId) -> None:
    """An earlier message, for whoever has the case now. A reply to it finds its case."""
    reach = await people.reach(desk.work, to, "details")
    if relayed.message is None or reach is None:
        return
    me = desk.speaker(reach.language)
    family = relayed.origin.author == "family"
    key = "relay-header" if family else "relay-header-colleague"
    head = me.say(key, code=case.code, number=relayed.number)
    about = About(case=case.id, relay=relayed.id)
    for message in _headed(me, case, relayed.message, head, None):
        desk.owe(outbox.address(reach.account), "details", message, about)


async def _carry_album(
    desk: Desk, case: Case, relayed: Relayed, item: Media, reach: Reach, reply_to: int | None
) -> None:
    waiting = await relay.waiting_album(desk.work, relayed.origin)
    due_at = desk.work.now + ALBUM_GATHERS
    if waiting is not None and await outbox.add_to_album(desk.work, waiting, item, due_at):
        await relay.sent_in(desk.work, relayed.id, waiting)
        return
    first, *more = dressed(desk.speaker(reach.language), case, relayed, None)
    assert isinstance(first, Media)
    protect = relayed.origin.author == "family"
    row = outbox.put(
        desk.work,
        outbox.address(reach.account),
        "relay",
        Album((first,), reply_to, protect),
        About(case=case.id, relay=relayed.id),
        due_at=due_at,
    )
    await relay.sent_in(desk.work, relayed.id, row)
    for rest in more:
        # Words too long to stand under a picture together with our heading.
        desk.owe(outbox.address(reach.account), "relay", rest, About(case.id, relayed.id))


async def _veil_album(
    desk: Desk, case: Case, relayed: Relayed, item: Media, reach: Reach, reply_to: int | None
) -> None:
    """All pictures of an album behind one neutral line."""
    row = await relay.row_of_album(desk.work, relayed.origin)
    if row is None or not await veiled.add_to_album(desk.work, row, item):
        album = Album((item,), reply_to)
        row = await desk.veil(reach, "relay", [album], About(case=case.id, relay=relayed.id))
    await relay.sent_in(desk.work, relayed.id, row)


def dressed(
    me: Speaker, case: Case, relayed: Relayed, reply_to: int | None, *, edited: bool = False
) -> list[Outgoing]:
    """The copy. To staff it names case and number; to a family it is just what was written."""
    message = relayed.message
    if relayed.origin.author == "staff":
        match message:
            case Text() | Media():
                return [replace(message, reply_to=reply_to)]
            case Location():
                return [message]
            case _:
                return []
    key = "relay-header-edited" if edited else "relay-header"
    head = me.say(key, code=case.code, number=relayed.number)
    return _headed(me, case, message, head, reply_to) if message is not None else []


def _headed(
    me: Speaker, case: Case, message: Outgoing, head: str, reply_to: int | None
) -> list[Outgoing]:
    match message:
        case Text(text, entities=entities):
            lead = head + "\n"
            moved = shifted(entities, units(lead))
            return [Text(lead + text, entities=moved, reply_to=reply_to, protect=True)]
        case Media():
            return _dressed_media(me, case, message, head, reply_to)
        case Location():
            return [replace(message, buttons=_label(me, case, head), protect=True)]
        case _:
            return []


def _label(me: Speaker, case: Case, head: str) -> Buttons:
    """A button that names the case, where there is no room for a text."""
    button = me.button("button-case-label", "k", "face", short(case.id), head=head)
    return ((button,),)


def _dressed_media(
    me: Speaker, case: Case, media: Media, head: str, reply_to: int | None
) -> list[Outgoing]:
    bare = replace(media, caption="", entities=(), reply_to=reply_to, protect=True)
    if media.kind in _CAPTIONLESS:
        return [replace(bare, buttons=_label(me, case, head))]
    if not media.caption:
        return [replace(bare, caption=head)]
    lead = head + "\n"
    moved = shifted(media.entities, units(lead))
    if units(lead + media.caption) <= CAPTION_LIMIT:
        return [replace(bare, caption=lead + media.caption, entities=moved)]
    return [
        replace(bare, caption=head),
        Text(lead + media.caption, entities=moved, protect=True),
    ]


async def carry_edit(desk: Desk, case: Case, relayed: Relayed) -> None:
    """Changes the copy on the other side to what the message says now."""
    to = case.counselor_id if relayed.origin.author == "family" else case.person_id
    sent = relayed.outbox_id
    reach = await accounts.reach_of(desk.work, to, sent, "relay") if to is not None else None
    if reach is None or await _changed_behind_veil(desk, relayed):
        return
    shown = dressed(desk.speaker(reach.language), case, relayed, None, edited=True)
    about = About(case=case.id, relay=relayed.id)
    copy = await relay.copy_in(desk.work, relayed.id, reach.account.chat_key)
    where = {"message_id": copy.message_id} if copy is not None else {"row": relayed.outbox_id}
    if copy is None and not await relay.goes_to(desk.work, relayed, reach.account.chat_key):
        # Somebody else had the case then: it comes as it is now.
        await desk.entrust(reach, "relay", shown, about)
        return
    match shown:
        case [Text(text, entities=entities)] if units(text) <= TEXT_LIMIT:
            edit = Edit(text, entities=entities, **where)
        case [Media(caption=caption, entities=entities, kind=kind)] if kind not in _CAPTIONLESS:
            edit = Edit(caption, entities=entities, caption=True, **where)
        case [*_, Text() as longer]:
            # It has outgrown the place of the old one, and comes anew.
            await desk.entrust(reach, "relay", [longer], about)
            return
        case _:
            return
    await desk.entrust(reach, "relay_edit", [edit], about)


async def _changed_behind_veil(desk: Desk, relayed: Relayed) -> bool:
    """Whether the copy has not been opened yet, and is now what its original has become."""
    row, message = relayed.outbox_id, relayed.message
    veil = await veiled.behind(desk.work, row) if row is not None else None
    if veil is None or message is None:
        return False
    match veil.messages, message:
        case (Album(items) as album, *_), Media():
            changed = tuple(message if i.file_id == message.file_id else i for i in items)
            await veiled.rewrite(desk.work, veil, [replace(album, items=changed)])
        case _:
            await veiled.rewrite(desk.work, veil, [message])
    return True
