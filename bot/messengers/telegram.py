"""Telegram's updates → our words. One odd field never costs a message."""

import hashlib
from collections.abc import Mapping
from typing import Any

from bot.domain.identity import leads_to_account
from bot.domain.outgoing import Entity
from bot.domain.people import Platform
from bot.handlers.incoming import (
    ChatKind,
    CommandIn,
    ContactIn,
    Content,
    FileIn,
    GroupMoved,
    Incoming,
    LocationIn,
    MemberGone,
    OtherIn,
    Presence,
    PressIn,
    TextIn,
)
from bot.messengers.dialect import NotUnderstood

ALLOWED_UPDATES = ["message", "edited_message", "callback_query", "my_chat_member", "chat_member"]
ANONYMOUS_ADMINISTRATOR = 1087968824
"""Telegram's fixed account behind which group administrators may hide."""

# Formatting that is safe to carry over. Mentions of accounts and custom emoji are not.
_KEPT = frozenset(
    {
        "bold", "italic", "underline", "strikethrough", "spoiler", "code", "pre", "text_link",
        "blockquote", "expandable_blockquote",
    }
)  # fmt: skip
_FILES = ("animation", "voice", "audio", "video", "video_note", "document", "sticker")
_GONE = ("left", "kicked")


def update_key(bot_id: int, update: Mapping[str, Any], platform: str = "telegram") -> str:
    """What makes an update the same one when it is delivered again.

    Update ids start anew after a quiet week (Bot API), so the message's own id and date
    are part of the key.
    """
    body = _body(update)
    kind = next((name for name in ALLOWED_UPDATES if name in update), "other")
    mark = body.get("id") or body.get("message_id") or ""
    when = body.get("edit_date") or body.get("date") or ""
    key = f"{platform}:{bot_id}:{update.get('update_id')}:{kind}:{mark}:{when}"
    if len(key) < 200 and key.isascii() and key.isprintable():
        return key
    # No messenger writes such ids; whoever does must not choke the database.
    digest = hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()
    return f"{platform}:{bot_id}:odd:{digest}"


def _body(update: Mapping[str, Any]) -> Mapping[str, Any]:
    for name in ALLOWED_UPDATES:
        body = update.get(name)
        if isinstance(body, Mapping):
            return body
    return {}


def order_chat(update: Mapping[str, Any]) -> int:
    """The chat within which this update keeps its place: its author's, or the group's."""
    body = _body(update)
    author, chat = body.get("from"), body.get("chat")
    for holder in (author, chat):
        if isinstance(holder, Mapping) and isinstance(holder.get("id"), int):
            return int(holder["id"])
    return 0


def raw_words(update: Mapping[str, Any]) -> str:
    """The free text in a raw update, for the danger check before it is sealed."""
    body = _body(update)
    text = body.get("text") or body.get("caption")
    return text if isinstance(text, str) else ""


def raw_press(update: Mapping[str, Any]) -> str:
    """The button data in a raw update, or nothing."""
    query = update.get("callback_query")
    data = query.get("data") if isinstance(query, Mapping) else None
    return data if isinstance(data, str) else ""


def private_chat(update: Mapping[str, Any]) -> int | None:
    """The private chat a raw message or press comes from."""
    body = _body(update)
    message = body if "message_id" in body else body.get("message")
    chat = message.get("chat") if isinstance(message, Mapping) else None
    if isinstance(chat, Mapping) and chat.get("type") == "private":
        number = chat.get("id")
        return number if isinstance(number, int) else None
    return None


def parse(update: Mapping[str, Any]) -> Incoming | None:
    """The update in our words; None where there is nothing for us in it.

    Raises NotUnderstood for a shape that should not exist.
    """
    try:
        if "callback_query" in update:
            return _press(update["callback_query"])
        if "my_chat_member" in update:
            return _presence(update["my_chat_member"])
        if "chat_member" in update:
            return _member(update["chat_member"])
        for name in ("message", "edited_message"):
            if name in update:
                return _message(update[name], edited=name == "edited_message")
    except (KeyError, TypeError, ValueError, AttributeError, IndexError) as error:
        raise NotUnderstood(f"{type(error).__name__} in an update") from error
    return None


def _chat_kind(chat: Mapping[str, Any]) -> ChatKind:
    match chat["type"]:
        case "private":
            return ChatKind.PRIVATE
        case "group" | "supergroup":
            return ChatKind.GROUP
        case _:
            return ChatKind.OTHER


def _number(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or abs(value) >= 2**63:
        raise ValueError("an id is a whole number")
    return value


def _maybe(value: Any) -> int | None:
    """The number of a message, or nothing where it is none that could exist."""
    fits = isinstance(value, int) and not isinstance(value, bool) and 0 < value < 2**63
    return value if fits else None


def _words(value: Any) -> str:
    """A text. Halves of characters, which nobody could send on, become a replacement mark."""
    if not isinstance(value, str):
        raise TypeError("a text is text")
    try:
        value.encode()
    except UnicodeEncodeError:
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return value


def _incoming(
    body: Mapping[str, Any], author: Mapping[str, Any], chat: Mapping[str, Any], content: Content,
    **more: Any,
) -> Incoming:  # fmt: skip
    language = author.get("language_code")
    return Incoming(
        Platform.TELEGRAM,
        _number(chat["id"]),
        _chat_kind(chat),
        0 if author.get("is_bot") else _number(author.get("id", 0)),
        language if isinstance(language, str) else "",
        _number(body.get("message_id", 0)),
        content,
        **more,
    )


def _press(query: Mapping[str, Any]) -> Incoming:
    message = query.get("message") or {}
    author = query["from"]
    data = query.get("data")
    content = PressIn(
        _words(query["id"]),
        data if isinstance(data, str) else "",
        _maybe(message.get("message_id")),
    )
    chat = message.get("chat") or {"id": author["id"], "type": "private"}
    return _incoming({"message_id": 0}, author, chat, content)


def _presence(change: Mapping[str, Any]) -> Incoming:
    status = change["new_chat_member"]["status"]
    inside = status not in _GONE
    return _incoming({}, change["from"], change["chat"], Presence(inside))


def _member(change: Mapping[str, Any]) -> Incoming | None:
    member = change["new_chat_member"]
    if member["status"] not in _GONE:
        return None
    gone = MemberGone(_number(member["user"]["id"]))
    return _incoming({}, change["from"], change["chat"], gone)


def _message(message: Mapping[str, Any], *, edited: bool) -> Incoming | None:
    author = message.get("from") or {"id": 0}
    if author.get("id") == ANONYMOUS_ADMINISTRATOR or "sender_chat" in message:
        author = {"id": 0}
    content = _content(message)
    if content is None:
        return None
    reply = message.get("reply_to_message") or {}
    return _incoming(
        message,
        author,
        message["chat"],
        content,
        reply_to=_maybe(reply.get("message_id")),
        edited=edited,
        album=_label(message.get("media_group_id")),
        sent_at=_moment(message.get("date")),
    )


def _moment(value: Any) -> int | None:
    """Seconds of a messenger as our milliseconds, where they are any."""
    fits = isinstance(value, int) and not isinstance(value, bool) and 0 < value < 2**40
    return value * 1000 if fits else None


def _label(value: Any) -> str | None:
    fits = isinstance(value, str) and value.isascii() and value.isprintable()
    return value[:100] if fits and value else None


def _content(message: Mapping[str, Any]) -> Content | None:
    if "migrate_to_chat_id" in message:
        return GroupMoved(_number(message["migrate_to_chat_id"]))
    if "left_chat_member" in message:
        return MemberGone(_number(message["left_chat_member"]["id"]))
    if "text" in message:
        return _text(message)
    if "photo" in message:
        return _file(message, "photo", message["photo"][-1])
    for kind in _FILES:
        if kind in message:
            return _file(message, kind, message[kind])
    if "location" in message:
        place = message["location"]
        return LocationIn(float(place["latitude"]), float(place["longitude"]))
    if "contact" in message:
        return ContactIn()
    known = ("poll", "dice", "venue", "story", "game", "invoice", "paid_media", "checklist")
    other = next((name for name in known if name in message), None)
    return OtherIn(other) if other else None


def _text(message: Mapping[str, Any]) -> Content:
    text = _words(message["text"])
    raw = message.get("entities", [])
    if raw and raw[0].get("type") == "bot_command" and raw[0].get("offset") == 0:
        # An argument may also begin on the next line.
        command, *argument = text.split(maxsplit=1)
        name = command[1:].partition("@")[0].lower()
        return CommandIn(name, argument[0].strip() if argument else "", text)
    return TextIn(text, _entities(raw))


def _file(message: Mapping[str, Any], kind: str, file: Mapping[str, Any]) -> FileIn:
    return FileIn(
        kind,
        _words(file["file_id"]),
        _words(message.get("caption", "")),
        _entities(message.get("caption_entities", [])),
        int(file.get("duration") or 0),
    )


def _entities(raw: list[Mapping[str, Any]]) -> tuple[Entity, ...]:
    return tuple(_entity(e) for e in raw if e.get("type") in _KEPT and not _names_account(e))


def _names_account(entity: Mapping[str, Any]) -> bool:
    """A link under other words that leads to an account: as good as a mention."""
    return entity["type"] == "text_link" and leads_to_account(_words(entity["url"]))


def _entity(entity: Mapping[str, Any]) -> Entity:
    url, language = entity.get("url"), entity.get("language")
    return Entity(
        entity["type"],
        _number(entity["offset"]),
        _number(entity["length"]),
        None if url is None else _words(url),
        None if language is None else _words(language),
    )
