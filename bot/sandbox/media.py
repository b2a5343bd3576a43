"""Messages of people: their content from a control request, with samples where data is missing."""

import base64
import binascii
import itertools
import secrets
from collections.abc import Callable

from bot.sandbox import samples
from bot.sandbox.errors import ControlError
from bot.sandbox.files import media_body
from bot.sandbox.params import Upload
from bot.sandbox.state import Sandbox
from bot.sandbox.texts import CAPTION_LIMIT, TEXT_LIMIT, automatic_entities, utf16
from bot.sandbox.views import CAPTIONED, MEDIA
from bot.sandbox.world import Json, Person

SAMPLE_SECONDS = 3
_TURNS = itertools.cycle(range(3))
_SAMPLES: dict[str, tuple[str, str, Callable[[], bytes]]] = {
    "photo": ("photo.png", "image/png", lambda: samples.landscape(next(_TURNS))),
    "voice": ("voice.oga", "audio/ogg", samples.ogg_voice),
    "audio": ("audio.wav", "audio/x-wav", samples.wav),
    "video": ("video.mp4", "video/mp4", samples.mp4),
    "video_note": ("round.mp4", "video/mp4", samples.mp4),
    "document": ("document.pdf", "application/pdf", samples.pdf),
    "animation": ("animation.gif", "image/gif", samples.gif),
    "sticker": ("sticker.png", "image/png", samples.heart),
}
_PLACE = {"latitude": 35.6892, "longitude": 51.3890}  # Tehran
_TIMED = frozenset(("voice", "audio", "video", "video_note", "animation"))


def content_from(box: Sandbox, person: Person, what: Json) -> Json:
    """The Bot API content of what a person sends. ControlError 400 when it makes no sense."""
    kind = what.get("kind", "text")
    if kind == "text":
        return _text(what, "text", TEXT_LIMIT)
    if kind == "location":
        place = {name: float(what.get(name) or _PLACE[name]) for name in _PLACE}
        return {"location": place}
    if kind == "contact":
        own = {"phone_number": "+989120000000", "first_name": person.name, "user_id": person.id}
        return {"contact": what.get("contact") or own}
    if kind not in MEDIA:
        raise ControlError(400, f"there is no kind of message {kind!r}")
    return _media(box, person, what, kind)


def _media(box: Sandbox, person: Person, what: Json, kind: str) -> Json:
    name, mime, sample = _SAMPLES[kind]
    data = _decoded(what["data"]) if what.get("data") else sample()
    upload = Upload(what.get("file_name") or name, what.get("mime") or mime, data)
    duration = int(what.get("duration") or SAMPLE_SECONDS) if kind in _TIMED else 0
    content = media_body(box.files.keep(kind, upload, duration=duration), kind)
    if what.get("caption") and kind in CAPTIONED:
        content |= _text(what, "caption", CAPTION_LIMIT)
    if what.get("album"):
        fresh = str(secrets.randbelow(10**17) + 10**16)
        key = (person.id, str(what["album"]))
        content["media_group_id"] = box.albums.setdefault(key, fresh)
    return content


def _text(what: Json, name: str, limit: int) -> Json:
    text = str(what.get(name) or "")
    if not text.strip():
        raise ControlError(400, "an empty message cannot be sent")
    if utf16(text) > limit:
        raise ControlError(400, f"the messenger allows {limit} characters at most")
    entities = what.get("entities") or automatic_entities(text)
    entities_name = "entities" if name == "text" else "caption_entities"
    return {name: text, entities_name: entities} if entities else {name: text}


def _decoded(data: str) -> bytes:
    try:
        return base64.b64decode(data.rpartition(",")[2], validate=True)
    except (binascii.Error, ValueError):
        raise ControlError(400, "data is not base64") from None
