"""Our words → calls of the Bot API, as Telegram takes them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from bot.domain.certificate import Certificate
from bot.domain.donation import Checkout, Inquiry, Invoice, Review
from bot.domain.outgoing import (
    Album,
    Answer,
    Attachment,
    Buttons,
    Chart,
    Commands,
    Delete,
    Edit,
    Enclosure,
    Entity,
    Location,
    Media,
    Outgoing,
    Paper,
    Pin,
    Text,
)

_METHODS = {
    "photo": "sendPhoto",
    "voice": "sendVoice",
    "audio": "sendAudio",
    "video": "sendVideo",
    "video_note": "sendVideoNote",
    "document": "sendDocument",
    "sticker": "sendSticker",
    "animation": "sendAnimation",
}
CAPTIONLESS = frozenset({"video_note", "sticker"})


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that travels with the call."""

    name: str
    body: bytes


def call(
    chat_id: int, message: Outgoing, target: int | None, picture: bytes = b""
) -> tuple[str, dict[str, Any]]:
    """The method and its parameters. `target`: the message id that an edit changes; `picture`:
    a chart as it was drawn, as bytes in its place."""
    match message:
        case Text():
            return "sendMessage", {
                "chat_id": chat_id,
                "text": message.text,
                "link_preview_options": {"is_disabled": True},
                **_formatted(message.entities),
                **_extras(message.buttons, message.reply_to, protect=message.protect),
            }
        case Media() | Paper() | Attachment() | Certificate() | Enclosure():
            return _file(chat_id, message)
        case Album((only,), reply_to, protect, below):
            buttons = below.buttons if below is not None else ()
            single = replace(only, reply_to=reply_to, protect=protect, buttons=buttons)
            return call(chat_id, single, target)
        case Album(items, reply_to, protect):
            return "sendMediaGroup", {
                "chat_id": chat_id,
                "media": [_album_item(item) for item in items],
                **_extras((), reply_to, protect=protect),
            }
        case Location():
            return "sendLocation", {
                "chat_id": chat_id,
                "latitude": message.latitude,
                "longitude": message.longitude,
                **_extras(message.buttons, None, protect=message.protect),
            }
        case Edit():
            return _edit(chat_id, message, target)
        case Delete() | Pin():
            return _of_message(chat_id, message, target)
        case Chart():
            return _chart(chat_id, message, target, picture)
        case Answer(press_id, text, alert):
            shown = {"text": text, "show_alert": alert} if text else {}
            return "answerCallbackQuery", {"callback_query_id": press_id, **shown}
        case Commands(scope, commands, language):
            return "setMyCommands", {
                "commands": [{"command": name, "description": said} for name, said in commands],
                "scope": _scope(scope, chat_id),
                **({"language_code": language} if language else {}),
            }
        case Invoice() | Checkout() | Inquiry() | Review():
            raise TypeError("only owed where the table of capabilities has it")


def to_calls(
    chat_id: int, message: Outgoing, target: int | None, picture: bytes = b""
) -> tuple[tuple[str, dict[str, Any]], ...]:
    """As `call`: Telegram has one for everything but what hangs below an album."""
    if isinstance(message, Invoice | Checkout | Inquiry | Review):
        return ()
    first = call(chat_id, message, target, picture)
    if isinstance(message, Album) and message.below is not None and len(message.items) > 1:
        return first, call(chat_id, message.below, None)
    return (first,)


def _of_message(
    chat_id: int, message: Delete | Pin, target: int | None
) -> tuple[str, dict[str, Any]]:
    match message:
        case Delete(message_ids=(_, *_) as several):
            return "deleteMessages", {"chat_id": chat_id, "message_ids": list(several)}
        case Delete():
            return "deleteMessage", {"chat_id": chat_id, "message_id": target}
        case Pin():
            silently = {"disable_notification": True}
            return "pinChatMessage", {"chat_id": chat_id, "message_id": target, **silently}


def _scope(scope: str, chat_id: int) -> dict[str, Any]:
    match scope:
        case "chat":
            return {"type": "chat", "chat_id": chat_id}
        case "group":
            return {"type": "all_group_chats"}
        case _:
            return {"type": "all_private_chats"}


def _edit(chat_id: int, edit: Edit, target: int | None) -> tuple[str, dict[str, Any]]:
    what = {
        "chat_id": chat_id,
        "message_id": target,
        "reply_markup": {"inline_keyboard": _keyboard(edit.buttons)},
    }
    if edit.media is not None:
        return "editMessageMedia", what | {"media": _album_item(edit.media)}
    if edit.caption:
        shown = {"caption": edit.text, **_formatted(edit.entities, "caption_entities")}
        return "editMessageCaption", what | shown
    shown = {
        "text": edit.text,
        "link_preview_options": {"is_disabled": True},
        **_formatted(edit.entities),
    }
    return "editMessageText", what | shown


def _chart(
    chat_id: int, chart: Chart, target: int | None, picture: bytes
) -> tuple[str, dict[str, Any]]:
    words = {"caption": chart.caption} if chart.caption else {}
    if chart.row is None and chart.message_id is None:
        shown = {"chat_id": chat_id, "photo": picture, **words}
        return "sendPhoto", shown | _extras(chart.buttons, None, protect=chart.protect)
    return "editMessageMedia", {
        "chat_id": chat_id,
        "message_id": target,
        "media": {"type": "photo", "media": picture, **words},
        "reply_markup": {"inline_keyboard": _keyboard(chart.buttons)},
    }


def _media(media: Media) -> dict[str, Any]:
    captioned = {} if media.kind in CAPTIONLESS or not media.caption else {"caption": media.caption}
    return {
        media.kind: media.file_id,
        **captioned,
        **(_formatted(media.entities, "caption_entities") if captioned else {}),
        **_extras(media.buttons, media.reply_to, protect=media.protect),
    }


def _file(
    chat_id: int, message: Media | Paper | Attachment | Certificate | Enclosure
) -> tuple[str, dict[str, Any]]:
    """A file by its id; a paper still without one, and so a file of ours: they are made and read
    last, outside of what is pure."""
    if isinstance(message, Media):
        return _METHODS[message.kind], {"chat_id": chat_id, **_media(message)}
    shown: dict[str, Any] = {"caption": message.caption} if message.caption else {}
    if isinstance(message, Enclosure):
        formatted = _formatted(message.entities, "caption_entities") if shown else {}
        extras = _extras(message.buttons, None, protect=message.protect)
        return _METHODS[message.kind], {"chat_id": chat_id, **shown, **formatted, **extras}
    if isinstance(message, Certificate):
        method = "sendDocument" if message.file else "sendPhoto"
        return method, {"chat_id": chat_id, **shown}
    return "sendDocument", {
        "chat_id": chat_id, **shown, **_extras((), None, protect=message.protect),
    }  # fmt: skip


def _album_item(item: Media) -> dict[str, Any]:
    shown = {"caption": item.caption} if item.caption else {}
    return {
        "type": item.kind,
        "media": item.file_id,
        **shown,
        **(_formatted(item.entities, "caption_entities") if shown else {}),
    }


def _formatted(entities: tuple[Entity, ...], name: str = "entities") -> dict[str, Any]:
    if not entities:
        return {}
    return {
        name: [
            {"type": e.kind, "offset": e.offset, "length": e.length}
            | ({"url": e.url} if e.url else {})
            | ({"language": e.language} if e.language else {})
            for e in entities
        ]
    }


def _extras(buttons: Buttons, reply_to: int | None, *, protect: bool) -> dict[str, Any]:
    extras: dict[str, Any] = {}
    if buttons:
        extras["reply_markup"] = {"inline_keyboard": _keyboard(buttons)}
    if reply_to:
        extras["reply_parameters"] = {
            "message_id": reply_to,
            "allow_sending_without_reply": True,
        }
    if protect:
        extras["protect_content"] = True
    return extras


def _keyboard(buttons: Buttons) -> list[list[dict[str, str]]]:
    return [
        [
            {"text": b.label} | ({"url": b.url} if b.url else {"callback_data": b.data or "-"})
            for b in row
        ]
        for row in buttons
    ]


def message_ids(result: Any) -> tuple[int, ...]:
    """The ids in a result: one, several for an album, none where it is only `true`."""
    results = result if isinstance(result, list) else [result]
    return tuple(
        int(item["message_id"])
        for item in results
        if isinstance(item, Mapping)
        and isinstance(item.get("message_id"), int)
        and 0 < item["message_id"] < 2**63
    )
