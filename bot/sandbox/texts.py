"""Text as the Bot API counts and marks it: UTF-16 units, entities, limits."""

import re
from typing import Any

from bot.sandbox.errors import bad_request
from bot.sandbox.world import Json

# Bot API: sendMessage and captions, "characters after entities parsing", counted in UTF-16 units.
TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024
ENTITY_TYPES = frozenset(
    "mention hashtag cashtag bot_command url email phone_number bold italic underline "
    "strikethrough spoiler blockquote expandable_blockquote code pre text_link text_mention "
    "custom_emoji date_time".split()
)
_AUTOMATIC = re.compile(
    r"(?P<url>(?:https?://|www\.)[^\s<>\"']*[^\s<>\"'.,;:!?)\]])"
    r"|(?P<email>[\w.+-]+@[\w-]+\.[\w.-]*\w)"
    r"|(?<![\w/@])(?P<bot_command>/[a-zA-Z0-9_]{1,64}(?:@[a-zA-Z0-9_]{3,32})?)(?![\w/])"
    r"|(?<![\w@])(?P<mention>@[a-zA-Z][a-zA-Z0-9_]{3,31})(?!\w)"
    r"|(?<!\w)(?P<hashtag>#\w*[^\W\d]\w*)"
    r"|(?<![\w+])(?P<phone_number>\+\d[\d -]{8,16}\d)(?!\w)"
)
_TELLTALE = re.compile(r"[/@#+]|www\.")


def utf16(text: str) -> int:
    """Length in UTF-16 code units."""
    if text.isascii() or max(text, default="") <= "\uffff":
        return len(text)
    return len(text) + sum(char > "\uffff" for char in text)


def automatic_entities(text: str) -> list[Json]:
    """Commands, mentions, links, addresses and numbers that the messenger marks by itself."""
    if not _TELLTALE.search(text):
        return []
    return [
        {
            "offset": utf16(text[: found.start()]),
            "length": utf16(found.group()),
            "type": found.lastgroup,
        }
        for found in _AUTOMATIC.finditer(text)
    ]


def checked_entities(text: str, entities: Any) -> list[Json]:
    """The entities a bot sent, or ApiError 400 when they do not fit the text."""
    if not isinstance(entities, list):
        raise bad_request("can't parse entities: expected an Array of MessageEntity")
    starts = _symbol_starts(text)
    return [_checked_entity(entity, starts, utf16(text)) for entity in entities]


def trimmed(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    """Without white space at both ends; entities move along, and those left empty vanish."""
    bare = text.rstrip()
    front = bare.lstrip()
    if front == text:
        return text, entities
    cut, size = utf16(bare) - utf16(front), utf16(front)
    kept: list[Json] = []
    for entity in entities:
        start = max(entity["offset"] - cut, 0)
        end = min(entity["offset"] + entity["length"] - cut, size)
        if end > start:
            kept.append(entity | {"offset": start, "length": end - start})
    return front, kept


def merged(text: str, explicit: list[Json]) -> list[Json]:
    """The bot's entities plus the automatic ones where they do not overlap."""
    found = automatic_entities(text)
    if not explicit:
        return found
    taken = [(e["offset"], e["offset"] + e["length"]) for e in explicit]
    free = [
        e
        for e in found
        if all(e["offset"] + e["length"] <= a or e["offset"] >= b for a, b in taken)
    ]
    return sorted([*explicit, *free], key=lambda e: (e["offset"], -e["length"]))


def _symbol_starts(text: str) -> set[int]:
    """UTF-16 offsets at which an entity may begin or end (never inside a surrogate pair)."""
    starts, at = {0}, 0
    for char in text:
        at += 2 if char > "\uffff" else 1
        starts.add(at)
    return starts


def _checked_entity(entity: Any, starts: set[int], size: int) -> Json:
    if not isinstance(entity, dict) or entity.get("type") not in ENTITY_TYPES:
        raise bad_request("can't parse entities: unsupported type specified")
    offset, length = entity.get("offset"), entity.get("length")
    if not isinstance(offset, int) or offset < 0:
        raise bad_request(f"receive an entity with incorrect offset {offset}")
    if not isinstance(length, int) or length <= 0:
        raise bad_request(f"receive an entity with incorrect length {length}")
    begins = f"entity beginning at UTF-16 offset {offset}"
    if offset + length > size:
        raise bad_request(f"{begins} ends after the end of the text at UTF-16 offset {size}")
    if offset not in starts or offset + length not in starts:
        raise bad_request(f"{begins} ends in a middle of a UTF-16 symbol")
    return entity
