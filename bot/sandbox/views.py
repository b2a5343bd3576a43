"""What the page and the test driver see: plain JSON, apart from the Bot API's own shapes."""

from bot.sandbox.files import FileStore
from bot.sandbox.world import Chat, Json, Message, Person

MEDIA = ("animation", "photo", "voice", "audio", "video", "video_note", "document", "sticker")
CAPTIONED = frozenset(("photo", "voice", "audio", "video", "document", "animation"))
_OTHER = ("location", "contact", "invoice")


def person_view(person: Person) -> Json:
    return {
        "id": person.id, "name": person.name, "username": person.username,
        "role": person.role, "note": person.note, "started": person.started,
        "blocked": person.blocked, "deactivated": person.deactivated,
        "language_code": person.language_code, "platform": person.platform,
    }  # fmt: skip


def chat_view(chat: Chat) -> Json:
    return {
        "key": chat.key, "id": chat.id, "type": chat.type, "title": chat.title,
        "members": list(chat.members), "bot_status": chat.bot_status,
        "platform": chat.platform,
    }  # fmt: skip


def kind_of(body: Json) -> str:
    return next((kind for kind in (*MEDIA, *_OTHER) if kind in body), "text")


def media_file_id(body: Json) -> str | None:
    """The file_id of a message's media (of a photo: the largest size)."""
    kind = kind_of(body)
    if kind not in MEDIA:
        return None
    media = body[kind][-1] if kind == "photo" else body[kind]
    return str(media["file_id"])


def message_view(message: Message, files: FileStore) -> Json:
    """The `Message` of the control side. `rev` grows with every new message and edit."""
    body = message.body
    reply = body.get("reply_to_message")
    sender = body.get("from", {})
    return {
        "chat": message.chat.key,
        "message_id": message.id,
        "from": {
            "id": sender.get("id"),
            "name": sender.get("first_name", ""),
            "is_bot": message.sender is None,
        },
        "at": message.at,
        "edited_at": message.edited_at,
        "deleted": message.deleted,
        "kind": kind_of(body),
        "text": body.get("text"),
        "caption": body.get("caption"),
        "entities": body.get("entities") or body.get("caption_entities") or [],
        "reply_to": reply["message_id"] if reply else None,
        "file": _file(body, files),
        "location": body.get("location"),
        "contact": body.get("contact"),
        "invoice": body.get("invoice"),
        "media_group_id": body.get("media_group_id"),
        "forwarded_from": _origin(body.get("forward_origin")),
        "buttons": _buttons(body.get("reply_markup")),
        "keyboard": _keyboard(message.keyboard),
        "reactions": list(message.reactions),
        "pinned": message.pinned,
        "system": message.system,
        "rev": message.rev,
    }


def _file(body: Json, files: FileStore) -> Json | None:
    file_id = media_file_id(body)
    if file_id is None:
        return None
    stored = files.by_id(file_id)
    view: Json = {
        "url": f"/sandbox/file/{stored.unique}",
        "name": stored.name,
        "mime": stored.mime,
        "size": len(stored.data),
    }
    if stored.duration:
        view["duration"] = stored.duration
    if stored.width:
        view |= {"width": stored.width, "height": stored.height}
    return view


def _origin(origin: Json | None) -> str | None:
    if origin is None:
        return None
    user = origin.get("sender_user", {})
    return str(origin.get("sender_user_name") or user.get("first_name") or "")


def _buttons(markup: Json | None) -> list[list[Json]] | None:
    if markup is None:
        return None
    names = {"text": "text", "callback_data": "data", "url": "url"}
    return [
        [{short: button[name] for name, short in names.items() if name in button} for button in row]
        for row in markup["inline_keyboard"]
    ]


def _keyboard(markup: Json | None) -> Json | None:
    if markup is None:
        return None
    if "keyboard" not in markup:
        return {"remove": True} if markup.get("remove_keyboard") else None
    return {
        "rows": markup["keyboard"],
        "one_time": bool(markup.get("one_time_keyboard")),
        "resize": bool(markup.get("resize_keyboard")),
    }
