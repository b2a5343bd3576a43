"""Long texts in pieces a messenger takes, cut where a reader would pause, formatting kept."""

from collections.abc import Iterable
from dataclasses import replace

from bot.domain.outgoing import Entity

TEXT_LIMIT = 4096
"""UTF-16 units of one message (Bot API)."""
CAPTION_LIMIT = 1024


def units(text: str) -> int:
    """The length in UTF-16 units, as messengers count."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def shifted(entities: Iterable[Entity], by: int) -> tuple[Entity, ...]:
    """The entities of a text that now stands behind so many units of another."""
    return tuple(replace(entity, offset=entity.offset + by) for entity in entities)


def split(
    text: str, entities: tuple[Entity, ...] = (), limit: int = TEXT_LIMIT
) -> list[tuple[str, tuple[Entity, ...]]]:
    """Pieces of at most `limit` units; joined they are the same text."""
    pieces, start = [], 0
    while text:
        cut = _cut(text, limit)
        piece, text = text[:cut], text[cut:]
        length = units(piece)
        pieces.append((piece, _inside(entities, start, start + length)))
        start += length
    return pieces or [("", ())]


def _cut(text: str, limit: int) -> int:
    """How many characters the first piece takes: to a paragraph, a line, a sentence, a word."""
    if units(text) <= limit:
        return len(text)
    used = end = 0
    while end < len(text):
        width = 2 if text[end] > "\uffff" else 1
        if used + width > limit:
            break
        used, end = used + width, end + 1
    for pause in ("\n\n", "\n", ". ", " "):
        at = text.rfind(pause, end // 2, end)
        if at > 0:
            return at + len(pause)
    return end


def _inside(entities: tuple[Entity, ...], start: int, end: int) -> tuple[Entity, ...]:
    """The parts of the entities between two places, measured from the first."""
    parts = []
    for entity in entities:
        left, right = max(entity.offset, start), min(entity.offset + entity.length, end)
        if left < right:
            parts.append(replace(entity, offset=left - start, length=right - left))
    return tuple(parts)
