"""Bot API methods that put something into a chat."""

import secrets
from typing import Any

from bot.sandbox.errors import bad_request
from bot.sandbox.files import media_body
from bot.sandbox.outgoing import content_of, formatted, missing, send, send_one, target
from bot.sandbox.params import Params
from bot.sandbox.state import Sandbox
from bot.sandbox.views import CAPTIONED
from bot.sandbox.world import Chat, Json, Message

_ACTIONS = frozenset(
    "typing upload_photo record_video upload_video record_voice upload_voice upload_document "
    "choose_sticker find_location record_video_note upload_video_note".split()
)
# Bot API: albums of 2-10; documents and audio only among themselves.
_ALBUM_KINDS = {"photo": "visual", "video": "visual", "document": "document", "audio": "audio"}
MOST_AT_ONCE = 100


def send_message(box: Sandbox, p: Params) -> Json:
    chat = target(box, p)
    return send_one(box, chat, p, formatted(p))


def send_media(box: Sandbox, p: Params, kind: str) -> Json:
    """sendPhoto, sendVoice and their like; the parameter is named as the kind."""
    chat = target(box, p)
    content = media_body(box.files.from_request(kind, kind, p), kind)
    if kind in CAPTIONED:
        content |= formatted(p, "caption")
    for name in ("has_spoiler", "show_caption_above_media"):
        if p.flag(name):
            content["has_media_spoiler" if name == "has_spoiler" else name] = True
    return send_one(box, chat, p, content)


def send_media_group(box: Sandbox, p: Params) -> list[Json]:
    chat = target(box, p)
    items = p.records("media")
    if not 2 <= len(items) <= 10:
        raise bad_request("wrong number of messages in the album: must be from 2 to 10")
    if len({_ALBUM_KINDS.get(str(item.get("type"))) for item in items}) > 1:
        raise bad_request("can't use the media of the specified type in the album")
    album = str(secrets.randbelow(10**17) + 10**16)
    contents = [input_media(box, p, item) | {"media_group_id": album} for item in items]
    return [message.body for message in send(box, chat, p, contents)]


def input_media(box: Sandbox, p: Params, item: Json) -> Json:
    """The content that one InputMedia describes."""
    kind = str(item.get("type"))
    if kind not in _ALBUM_KINDS and kind != "animation":
        raise bad_request("can't parse InputMedia: wrong type of media")
    stored = box.files.from_request(kind, "media", p, item.get("media"))
    return media_body(stored, kind) | formatted(p, "caption", item)


def send_location(box: Sandbox, p: Params) -> Json:
    chat = target(box, p)
    latitude, longitude = p.number("latitude"), p.number("longitude")
    if latitude is None or longitude is None or abs(latitude) > 90 or abs(longitude) > 180:
        raise bad_request("wrong latitude or longitude specified")
    place = {"latitude": latitude, "longitude": longitude}
    return send_one(box, chat, p, {"location": place})


def send_contact(box: Sandbox, p: Params) -> Json:
    chat = target(box, p)
    if not p.text("phone_number") or not p.text("first_name"):
        raise bad_request("contact phone number and first name must be specified")
    names = ("phone_number", "first_name", "last_name", "vcard")
    contact = {name: p.text(name) for name in names if p.text(name)}
    return send_one(box, chat, p, {"contact": contact})


def send_chat_action(box: Sandbox, p: Params) -> bool:
    chat = target(box, p)
    if p.text("action") not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    if box.hub.listening:
        box.hub.emit({"kind": "typing", "chat": chat.key, "action": p.text("action")})
    return True


def copy_message(box: Sandbox, p: Params) -> Json:
    chat = target(box, p)
    source = _source(box, p, p.integer("message_id"), "copy")
    if source.system is not None:
        raise bad_request("message can't be copied")
    content = content_of(box, source)
    if "caption" in p.raw and "text" not in content:
        content.pop("caption", None)
        content.pop("caption_entities", None)
        content |= formatted(p, "caption")
    return {"message_id": send_one(box, chat, p, content)["message_id"]}


def copy_messages(box: Sandbox, p: Params) -> list[Json]:
    """Those that cannot be found or copied are left out, as the real server does."""
    return _many(box, p, forward=False)


def forward_message(box: Sandbox, p: Params) -> Json:
    chat = target(box, p)
    source = _source(box, p, p.integer("message_id"), "forward")
    return send_one(box, chat, p, _forwarded(box, source))


def forward_messages(box: Sandbox, p: Params) -> list[Json]:
    return _many(box, p, forward=True)


def message_ids(p: Params) -> list[int]:
    """The `message_ids` of a request for many messages. ApiError 400 for a wrong list."""
    numbers = p.data("message_ids")
    if not isinstance(numbers, list) or not all(isinstance(n, int) for n in numbers):
        raise bad_request("message identifiers are not specified")
    if not 1 <= len(numbers) <= MOST_AT_ONCE:
        raise bad_request("too few or too many message identifiers specified")
    return numbers


def _many(box: Sandbox, p: Params, *, forward: bool) -> list[Json]:
    chat, numbers = target(box, p), message_ids(p)
    if numbers != sorted(set(numbers)):
        raise bad_request("message identifiers must be in a strictly increasing order")
    found = [box.world.find(target(box, p, "from_chat_id"), number) for number in numbers]
    sources = [message for message in found if message is not None and message.system is None]
    if not sources:
        raise bad_request(f"there are no messages to {'forward' if forward else 'copy'}")
    albums: dict[str, str] = {}
    contents = []
    for source in sources:
        content = _forwarded(box, source) if forward else content_of(box, source)
        group = source.body.get("media_group_id")
        if group is not None:
            fresh = str(secrets.randbelow(10**17) + 10**16)
            content["media_group_id"] = albums.setdefault(group, fresh)
        contents.append(content)
    return [{"message_id": message.id} for message in send(box, chat, p, contents)]


def _source(box: Sandbox, p: Params, number: int, verb: str) -> Message:
    message = box.world.find(target(box, p, "from_chat_id"), number)
    if message is None:
        raise missing(verb)
    return message


def _forwarded(box: Sandbox, source: Message) -> Json:
    origin: Any = source.body.get("forward_origin") or {
        "type": "user",
        "sender_user": source.body["from"],
        "date": source.body["date"],
    }
    return content_of(box, source) | {"forward_origin": origin}


def reply_target(box: Sandbox, p: Params) -> tuple[Chat, Message]:
    """Chat and message of a request that reacts to or pins a message."""
    chat = target(box, p)
    message = box.world.find(chat, p.integer("message_id"))
    if message is None:
        raise bad_request("message not found")
    return chat, message
