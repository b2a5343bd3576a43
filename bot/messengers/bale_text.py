"""Our texts and Bale's Markdown. Pure.

Bale reads every text as Markdown and knows no way to escape a mark (docs.bale.ai, 10 March 2026):
`*bold*` and `_italic_` need a space or the edge outside, `[words](address)` is a link.
"""

import re
from collections.abc import Iterable

from bot.domain.outgoing import Entity
from bot.domain.splitting import TEXT_LIMIT, units

# What a person typed must not change how it looks: each mark becomes one that looks like it.
_HARMLESS = str.maketrans({"*": "\u2217", "[": "\uff3b", "]": "\uff3d", "`": "\u02cb"})
# Inside a word or an address it marks nothing, and a command or a link needs it.
_LOOSE_LINE = re.compile(r"https?://\S+|(?<![A-Za-z0-9])_+|_+(?![A-Za-z0-9])")
_LINE = "\uff3f"

_MARKS = {"bold": "*", "italic": "_"}
_STARRED = re.compile(r"(?<!\S)([*_])(?=[^\s*_])([^*_\n]*[^\s*_])\1(?!\S)")
_NAMES = {"*": "bold", "_": "italic"}


def harmless(text: str) -> str:
    """The text, so that no sign in it is taken for a mark. As long as before."""
    safe = text.translate(_HARMLESS)
    return _LOOSE_LINE.sub(lambda m: _LINE * len(m[0]) if m[0][0] == "_" else m[0], safe)


def marked(text: str, entities: Iterable[Entity] = (), limit: int = TEXT_LIMIT) -> str:
    """Text and formatting in one; formatting that Bale has no mark for is left out, and all of it
    where the text would grow too long."""
    safe = harmless(text)
    wide = safe.encode("utf-16-le", "surrogatepass")
    parts, at = [], 0
    for entity in sorted(entities, key=lambda e: (e.offset, -e.length)):
        start, end = entity.offset * 2, (entity.offset + entity.length) * 2
        if start < at or end > len(wide) or start >= end:
            continue
        dressed = _dressed(entity, _piece(wide, start, end), _around(wide, start, end))
        if dressed is not None:
            parts += [_piece(wide, at, start), dressed]
            at = end
    parts.append(_piece(wide, at, len(wide)))
    whole = "".join(parts)
    return whole if units(whole) <= limit else safe


def _piece(wide: bytes, start: int, end: int) -> str:
    return wide[start:end].decode("utf-16-le", "replace")


def _around(wide: bytes, start: int, end: int) -> str:
    return _piece(wide, max(0, start - 2), start) + _piece(wide, end, end + 2)


def _dressed(entity: Entity, inner: str, around: str) -> str | None:
    """The stretch in its marks, or None where Bale would not read them as such."""
    if entity.kind == "text_link" and entity.url:
        fits = not set(entity.url) & set("() \n") and inner.strip()
        return f"[{inner}]({entity.url})" if fits else None
    mark = _MARKS.get(entity.kind)
    if mark is None or around.strip():
        return None
    lines = inner.split("\n")
    return "\n".join(_one_line(line, mark) for line in lines)


def _one_line(line: str, mark: str) -> str:
    bare = line.strip()
    return line.replace(bare, f"{mark}{bare}{mark}", 1) if bare else line


def read(text: str) -> tuple[str, tuple[Entity, ...]]:
    """What a person on Bale wrote, its marks turned into formatting beside the text."""
    parts, entities, at, length = [], [], 0, 0
    for found in _STARRED.finditer(text):
        before = text[at : found.start()]
        length += units(before)
        size = units(found[2])
        entities.append(Entity(_NAMES[found[1]], length, size))
        parts += [before, found[2]]
        length += size
        at = found.end()
    return "".join([*parts, text[at:]]), tuple(entities)
