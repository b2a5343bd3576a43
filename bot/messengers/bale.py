"""Bale's updates → our words, and our words → its calls. Where it is as Telegram, it is read so.

Facts: docs.bale.ai as of 10 March 2026. There are no `chat_member` updates: who joins or leaves is
told in messages of the group, that we are blocked only by sends that fail.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.domain.capabilities import CAPABILITIES
from bot.domain.donation import Checkout, Inquiry, Invoice, Review
from bot.domain.outgoing import (
    Album,
    Answer,
    Chart,
    Commands,
    Delete,
    Edit,
    Enclosure,
    Media,
    Outgoing,
    Paper,
    Text,
)
from bot.domain.people import Platform
from bot.handlers.incoming import ChatKind, Content, FileIn, Incoming, Presence, PressIn, TextIn
from bot.messengers import bale_payments, bale_repair, bale_text, calls, telegram
from bot.messengers.dialect import Call, Json, NotUnderstood
from bot.messengers.ferrying import marked

OLD_CLIENT = "1"
"""Presses whose id begins so come from clients that show no answer to a press."""
_CAN = CAPABILITIES[Platform.BALE]
_INSTEAD = ({} if _CAN.round_videos else {"video_note": "video"}) | (
    {} if _CAN.stickers else {"sticker": "document"}
)


def update_key(bot_id: int, update: Json) -> str:
    """As on Telegram, under this messenger's name. Ids begin at 0."""
    return telegram.update_key(bot_id, _named(update), "bale")


def order_chat(update: Json) -> int:
    return telegram.order_chat(_named(update))


def raw_words(update: Json) -> str:
    return telegram.raw_words(_named(update))


def private_chat(update: Json) -> int | None:
    return telegram.private_chat(_named(update))


def _named(update: Json) -> Json:
    """A post of a channel under the one name that we know it by; a payment that waits has an author
    and an id, as a press has."""
    if bale_payments.is_checkout(update):
        query = update[bale_payments.QUERY]
        return {"update_id": update.get("update_id"), "callback_query": query}
    if not any(name in update for name in bale_repair.POSTS):
        return update
    return {bale_repair.POSTS.get(name, name): value for name, value in update.items()}


def parse(update: Json) -> Incoming | None:
    """The update in our words; None where there is nothing for us in it.

    Raises NotUnderstood for a shape that should not exist.
    """
    try:
        whole = bale_repair.update(update)
        if (payment := _payment(whole)) is not None:
            return payment
        return _ours(whole, telegram.parse(_with_arrivals_named(whole)))
    except (KeyError, TypeError, ValueError, AttributeError, IndexError, RecursionError) as error:
        raise NotUnderstood(f"{type(error).__name__} in an update") from error


def _payment(whole: Json) -> Incoming | None:
    """Of a payment, what we need to know; nobody else's words are in it."""
    content: Content
    if bale_payments.is_checkout(whole):
        query = whole[bale_payments.QUERY]
        author, chat = query["from"], {"id": query["from"]["id"], "type": "private"}
        content, number = bale_payments.checkout(query), None
    elif isinstance(body := whole.get("message"), Mapping) and "successful_payment" in body:
        author, chat = body["from"], body["chat"]
        content = bale_payments.paid(body["successful_payment"])
        number = _number(body.get("message_id"))
    else:
        return None
    # Read as a press of the same person in the same chat, which knows no more than these.
    press = {"id": "-", "from": author, "data": "", "message": {"chat": chat}}
    incoming = telegram.parse({"callback_query": press})
    return incoming and replace(
        incoming, platform=Platform.BALE, content=content, message_id=number or 0
    )


def _ours(whole: Json, incoming: Incoming | None) -> Incoming | None:
    if incoming is None:
        return None
    message = whole.get("message") or whole.get("edited_message") or {}
    content = incoming.content
    if incoming.chat is ChatKind.GROUP and _brings_a_bot(message):
        content = Presence(inside=True)
    elif isinstance(content, PressIn):
        pressed = whole["callback_query"].get("message") or {}
        content = replace(content, message_id=_number(pressed.get("message_id")))
    answered = (message.get("reply_to_message") or {}).get("message_id")
    return replace(
        incoming, platform=Platform.BALE, content=_read(content), reply_to=_number(answered)
    )


def _with_arrivals_named(whole: Json) -> Json:
    """Those who come, in a shape that Telegram's reader does not pass over."""
    message = whole.get("message")
    if not isinstance(message, Mapping) or not _brings_a_bot(message):
        return whole
    return {**whole, "message": {**message, "text": ""}}


def _brings_a_bot(message: Json) -> bool:
    members = message.get("new_chat_members")
    return isinstance(members, list) and any(
        isinstance(each, Mapping) and each.get("is_bot") is True for each in members
    )


def _number(value: Any) -> int | None:
    """The number of a message: of any sign here, and 0 for none."""
    fits = isinstance(value, int) and not isinstance(value, bool) and 0 < abs(value) < 2**63
    return value if fits else None


def _read(content: Content) -> Content:
    match content:
        case TextIn(text):
            return TextIn(*bale_text.read(text))
        case FileIn(file_id=file_id, caption=caption):
            words, entities = bale_text.read(caption)
            return replace(content, file_id=marked(file_id), caption=words, entities=entities)
        case _:
            return content


def to_calls(
    chat_id: int, message: Outgoing, target: int | None, picture: bytes = b""
) -> tuple[Call, ...]:
    """Our words as calls of Bale: none for what it has not, two for an old client's press."""
    match message:
        case Commands() if not _CAN.menus:
            return ()
        case Answer(press_id, text) if text and press_id.startswith(OLD_CLIENT):
            said = {"chat_id": chat_id, "text": bale_text.harmless(text)}
            return calls.call(chat_id, message, target), ("sendMessage", said)
        case Invoice() | Checkout() | Inquiry() | Review():
            return (bale_payments.call(chat_id, message),)
        case Delete(message_ids=(_, *_) as several) if not _CAN.many_at_once:
            return tuple(
                ("deleteMessage", {"chat_id": chat_id, "message_id": number}) for number in several
            )
        case Chart() if picture and (chart := _said_instead(message)):
            return (_plain(calls.call(chat_id, chart, target)),)
        case _:
            every = calls.to_calls(chat_id, _as_here(message), target, picture)
            return tuple(_plain(each) for each in every)


def _said_instead(chart: Chart) -> Edit | None:
    """A picture cannot be exchanged on Bale: its words change, and it stays."""
    if _CAN.exchanges_media or (chart.row is None and chart.message_id is None):
        return None
    edit = Edit(chart.caption, chart.row, chart.message_id, chart.buttons, caption=True)
    return replace(edit, text=bale_text.harmless(chart.caption))


def _as_here(message: Outgoing) -> Outgoing:
    """The message in Bale's marks and by what Bale can send."""
    match message:
        case Text(text, entities=entities):
            return replace(message, text=bale_text.marked(text, entities), entities=())
        case Edit(media=Media() as media) if not _CAN.exchanges_media:
            return _as_here(replace(message, media=None, caption=True, text=media.caption,
                                    entities=media.entities))  # fmt: skip
        case Edit(text, entities=entities):
            return replace(message, text=bale_text.marked(text, entities), entities=())
        case Media(kind, _, caption, entities) | Enclosure(kind, _, caption, entities):
            said = bale_text.marked(caption, entities, _CAN.caption)
            kind = _INSTEAD.get(kind, kind)
            return replace(message, kind=kind, caption=said, entities=())
        case Album(items, below=below):
            words = below and replace(below, text=bale_text.marked(below.text, below.entities),
                                     entities=())  # fmt: skip
            return replace(message, items=tuple(_in_album(item) for item in items), below=words)
        case Chart(caption=caption) | Paper(caption=caption):
            return replace(message, caption=bale_text.harmless(caption))
        case _:
            return message


def _in_album(item: Media) -> Media:
    said = bale_text.marked(item.caption, item.entities, _CAN.album_caption)
    return replace(item, caption=said, entities=())


def _plain(call: Call) -> Call:
    """Without what Bale does not know, and with replies as it knows them."""
    method, given = call
    kept = {key: value for key, value in given.items() if key not in _UNKNOWN}
    answered = given.get("reply_parameters")
    if answered is not None:
        kept["reply_to_message_id"] = answered["message_id"]
    return method, kept


_UNKNOWN = (
    "link_preview_options", "reply_parameters", "disable_notification",
    *(() if _CAN.protects else ("protect_content",)),
)  # fmt: skip


def message_ids(result: Any) -> tuple[int, ...]:
    """The ids in a result: of any sign; the stub that answers an edit has none."""
    results = result if isinstance(result, list) else [result]
    found = (_number(item.get("message_id")) for item in results if isinstance(item, Mapping))
    return tuple(number for number in found if number is not None)
