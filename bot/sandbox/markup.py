"""The HTML parse mode: tags to entities, with the real server's complaints."""

import re
from html import unescape

from bot.sandbox.errors import ApiError, bad_request
from bot.sandbox.texts import utf16
from bot.sandbox.world import Json

_TAGS = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline",
    "ins": "underline", "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough",
    "tg-spoiler": "spoiler", "span": "spoiler", "a": "text_link", "code": "code", "pre": "pre",
    "blockquote": "blockquote", "tg-emoji": "custom_emoji",
}  # fmt: skip
_PIECE = re.compile(r"<(/?)([a-zA-Z0-9-]*)([^>]*)(>?)|&(#x?[0-9a-fA-F]+|lt|gt|amp|quot);")
_ATTRIBUTE = re.compile(r"([\w-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))|([\w-]+)")


class HtmlText:
    """One pass over a text in the HTML parse mode."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._out: list[str] = []
        self._at = 0
        self._open: list[tuple[str, int, Json]] = []
        self._entities: list[Json] = []

    def parse(self) -> tuple[str, list[Json]]:
        """Plain text and entities; ApiError 400 "can't parse entities: …" for broken markup."""
        end = 0
        for piece in _PIECE.finditer(self._source):
            self._write(self._source[end : piece.start()])
            end = piece.end()
            if piece.group(5):
                self._write(unescape(piece.group()))
            elif piece.group(1):
                self._close(piece)
            else:
                self._begin(piece)
        self._write(self._source[end:])
        if self._open:
            tag = self._open[-1][0]
            raise _broken(f'Can\'t find end tag corresponding to start tag "{tag}"')
        self._entities.sort(key=lambda e: (e["offset"], -e["length"]))
        return "".join(self._out), self._entities

    def _write(self, text: str) -> None:
        self._out.append(text)
        self._at += utf16(text)

    def _begin(self, piece: re.Match[str]) -> None:
        tag, where = piece.group(2).lower(), self._byte(piece.start())
        if not piece.group(4):
            raise _broken("Unclosed start tag" if tag else "Empty start tag", where)
        if tag not in _TAGS:
            raise _broken(f'Unsupported start tag "{tag}"', where)
        self._open.append((tag, self._at, _entity(tag, piece.group(3), where)))

    def _close(self, piece: re.Match[str]) -> None:
        tag, where = piece.group(2).lower(), self._byte(piece.start())
        if not self._open:
            raise _broken("Unexpected end tag", where)
        expected, start, entity = self._open.pop()
        if tag != expected and tag:
            raise ApiError(
                400,
                "Bad Request: can't parse entities: Unmatched end tag at byte offset "
                f'{where}, expected "</{expected}>", found "</{tag}>"',
            )
        if self._at > start and entity:
            self._entities.append({"offset": start, "length": self._at - start} | entity)

    def _byte(self, at: int) -> int:
        return len(self._source[:at].encode())


def _entity(tag: str, attributes: str, where: int) -> Json:
    values = {m[0] or m[4]: m[1] or m[2] or m[3] for m in _ATTRIBUTE.findall(attributes)}
    match tag:
        case "span":
            if values.get("class") != "tg-spoiler":
                raise _broken('Tag "span" must have class "tg-spoiler"', where)
        case "a":
            url = unescape(values.get("href", ""))
            return {"type": "text_link", "url": url} if url else {}
        case "tg-emoji":
            return {"type": "custom_emoji", "custom_emoji_id": values.get("emoji-id", "")}
        case "blockquote" if "expandable" in values:
            return {"type": "expandable_blockquote"}
        case _:
            pass
    return {"type": _TAGS[tag]}


def _broken(what: str, where: int | None = None) -> ApiError:
    place = "" if where is None else f" at byte offset {where}"
    return bad_request(f"can't parse entities: {what}{place}")
