"""Pictures: a sheet of numbers and words → SVG text → PNG. Persian runs from right to left.

`svg` is pure; `png` takes tens of milliseconds of one processor and belongs into a thread.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.sax.saxutils import escape

import resvg_py

from bot.config import ROOT
from bot.domain.sheet import Bar, Sheet, Tile

FONTS = [str(ROOT / "content" / "fonts" / f"Vazirmatn-{face}.ttf") for face in ("Regular", "Bold")]
WIDTH = 1080
_EDGE, _GAP = 48, 24
_HEAD, _TILE, _BAR, _FOOT = 148, 156, 76, 64
_TILES_A_ROW = 3
_INK, _PALE, _PAPER, _GROUND = "#1f2a37", "#64748b", "#ffffff", "#f1f5f9"
_FILL = {
    "plain": "#94a3b8",
    "calm": "#2f9e77",
    "warm": "#d9892b",
    "alarm": "#c2413a",
    "strong": "#2b6cb0",
}
# Marks that steer directions: each of our texts gets its own, all around.
_STEERING = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_UNDRAWABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_RIGHT_TO_LEFT, _LEFT_TO_RIGHT, _END = "\u2067", "\u2066", "\u2069"
# A letter of this font is about so wide, in parts of its size (measured on our own words).
_LETTER = 0.52


@dataclass(frozen=True, slots=True)
class _Style:
    size: int
    color: str = _INK
    bold: bool = False


# On a phone the picture is a quarter as wide: nothing may be smaller than this.
_TITLE, _NOTE = _Style(50, bold=True), _Style(34, _PALE)
_VALUE, _LABEL = _Style(54, bold=True), _Style(34, _PALE)
_ROW, _SHOWN = _Style(36), _Style(36, bold=True)
_LEAST = 30


class _Page:
    """Where things stand: x counts from the side at which reading begins."""

    def __init__(self, *, right_to_left: bool) -> None:
        self._mirrored = right_to_left
        self._drawn: list[str] = []

    def rect(
        self, x: float, y: float, width: float, height: float, color: str, round_: int
    ) -> None:
        left = WIDTH - x - width if self._mirrored else x
        self._drawn.append(
            f'<rect x="{left:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}"'
            f' rx="{round_}" fill="{color}"/>'
        )

    def text(
        self, x: float, y: float, text: str, style: _Style, room: float, *, ends: bool = False
    ) -> None:
        """A line that begins at x (or `ends` there) and keeps within so many pixels."""
        place = WIDTH - x if self._mirrored else x
        anchor = "end" if self._mirrored is not ends else "start"
        weight = "700" if style.bold else "400"
        start = _RIGHT_TO_LEFT if self._mirrored else _LEFT_TO_RIGHT
        said = escape(start + fitted(text, style.size, room) + _END)
        self._drawn.append(
            f'<text x="{place:.1f}" y="{y:.1f}" font-size="{style.size}" font-weight="{weight}"'
            f' fill="{style.color}" text-anchor="{anchor}">{said}</text>'
        )

    def whole(self, height: int) -> str:
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}"'
            f' viewBox="0 0 {WIDTH} {height}" font-family="Vazirmatn">'
            f'<rect width="{WIDTH}" height="{height}" fill="{_GROUND}"/>'
            + "".join(self._drawn)
            + "</svg>"
        )


def fitted(text: str, size: int, room: float) -> str:
    """The text without what cannot be drawn, cut to the room (pixels) it may take."""
    clean = _STEERING.sub("", _UNDRAWABLE.sub("", " ".join(text.split())))
    most = max(1, int(room / (size * _LETTER)))
    return clean if len(clean) <= most else clean[: most - 1].rstrip() + "…"


def _shrunk(text: str, size: int, room: float) -> int:
    """The size at which the whole text keeps within the room, as far as it can still be read."""
    letters = len(_STEERING.sub("", text)) or 1
    return max(_LEAST, min(size, int(room / (letters * _LETTER))))


def isolated(text: str, *, right_to_left: bool) -> str:
    """The text with a direction of its own, whatever stands around it."""
    return (_RIGHT_TO_LEFT if right_to_left else _LEFT_TO_RIGHT) + text + _END


def svg(sheet: Sheet) -> str:
    """The picture as SVG: head, tiles in rows of three, bars, legend."""
    page = _Page(right_to_left=sheet.right_to_left)
    page.text(_EDGE, 80, sheet.title, _TITLE, WIDTH - 2 * _EDGE)
    page.text(_EDGE, 122, sheet.note, _NOTE, WIDTH - 2 * _EDGE)
    y = float(_HEAD)
    for place, tile in enumerate(sheet.tiles):
        row, column = divmod(place, _TILES_A_ROW)
        _tile(page, tile, column, _HEAD + row * (_TILE + _GAP))
    y += -(-len(sheet.tiles) // _TILES_A_ROW) * (_TILE + _GAP)
    if sheet.bars:
        height = len(sheet.bars) * _BAR + (_FOOT if sheet.legend else 0) + _GAP
        page.rect(_EDGE, y, WIDTH - 2 * _EDGE, height, _PAPER, 20)
        most = max([sum(amount for amount, _ in bar.parts) for bar in sheet.bars] + [1])
        for place, bar in enumerate(sheet.bars):
            _bar(page, bar, y + _GAP / 2 + place * _BAR, most)
        _legend(page, sheet, y + _GAP / 2 + len(sheet.bars) * _BAR)
        y += height + _GAP
    return page.whole(int(y + _EDGE - _GAP))


def _tile(page: _Page, tile: Tile, column: int, y: float) -> None:
    width = (WIDTH - 2 * _EDGE - (_TILES_A_ROW - 1) * _GAP) / _TILES_A_ROW
    x = _EDGE + column * (width + _GAP)
    page.rect(x, y, width, _TILE, _PAPER, 20)
    page.rect(x, y + 24, 8, _TILE - 48, _FILL[tile.tone], 4)
    color = _INK if tile.tone in ("plain", "strong") else _FILL[tile.tone]
    size = _shrunk(tile.value, _VALUE.size, width - 48)
    page.text(x + 32, y + 78, tile.value, _Style(size, color, bold=True), width - 48)
    page.text(x + 32, y + 124, tile.label, _LABEL, width - 48)


def _bar(page: _Page, bar: Bar, y: float, most: int) -> None:
    label, shown = 170, 150
    x, room = float(_EDGE + 24 + label), WIDTH - 2 * (_EDGE + 24) - label - shown
    page.text(_EDGE + 24, y + 48, bar.label, _ROW, label - 12)
    page.rect(x, y + 20, room, 36, _GROUND, 10)
    for amount, tone in bar.parts:
        width = room * amount / most
        if width:
            page.rect(x, y + 20, max(width, 4), 36, _FILL[tone], 10)
        x += width
    page.text(WIDTH - _EDGE - 24, y + 48, bar.shown, _SHOWN, shown - 12, ends=True)


def _legend(page: _Page, sheet: Sheet, y: float) -> None:
    x = _EDGE + 24.0
    for word, tone in sheet.legend:
        page.rect(x, y + 20, 24, 24, _FILL[tone], 6)
        page.text(x + 36, y + 41, word, _NOTE, 400)
        x += 36 + 40 + len(word) * _NOTE.size * _LETTER


def png(picture: str) -> bytes:
    """The SVG as a PNG, with our own font and none of the machine's. ValueError for no SVG."""
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=picture, skip_system_fonts=True, font_files=FONTS, font_family="Vazirmatn"
        )
    )


def texts_in(picture: str) -> Iterator[str]:
    """What is written in an SVG of ours, for those who cannot see it."""
    for text in re.findall(r"<text[^>]*>([^<]*)</text>", picture):
        yield _STEERING.sub("", text)
