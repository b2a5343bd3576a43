"""A certificate: a picture by way of SVG, or a PDF of one page with the same words in the same
places, which can be searched, copied and printed sharply. Drawn with our own font alone.

Takes tenths of a second: not for the event loop.
"""

import logging
import re
from typing import TypeAlias
from xml.sax.saxutils import escape

from fpdf import FPDF
from fpdf.enums import Align

from bot import drawing
from bot.domain.certificate import Certificate
from bot.messengers import pages

# Subsetting a font is no news.
logging.getLogger("fontTools").setLevel(logging.WARNING)

WIDTH, HEIGHT = 1754, 1240
"""A4 on its side, at 150 dots an inch."""
_EDGE = 70
_INK, _PALE, _GREEN, _PAPER = "#1f2a37", "#64748b", "#2f7d6b", "#fffdf8"
_ROOM = WIDTH - 4 * _EDGE
_PERSIAN = re.compile("[\u0600-\u06ff]")
_LETTERS = re.compile("[A-Za-z\u0600-\u06ff]")


Style: TypeAlias = tuple[int, str, bool]
"""Size in pixels, color, and whether it is bold."""


def _lines(certificate: Certificate) -> tuple[tuple[int, str, Style], ...]:
    """What stands where: how far from the top (pixels), words, style."""
    return (
        (210, certificate.head, (46, _PALE, False)),
        (350, certificate.title, (84, _GREEN, True)),
        (500, certificate.before, (42, _INK, False)),
        (620, certificate.name, (76, _INK, True)),
        (740, certificate.text, (42, _INK, False)),
        (850, certificate.course, (60, _GREEN, True)),
        (980, certificate.date, (38, _INK, False)),
        (1042, certificate.number, (38, _INK, True)),
        (1096, certificate.foot, (28, _PALE, False)),
    )


def svg(certificate: Certificate) -> str:
    """The page: a frame, and the words in the middle of it."""
    rtl = certificate.language == "fa"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}"'
        f' viewBox="0 0 {WIDTH} {HEIGHT}" font-family="Vazirmatn">'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{_PAPER}"/>'
        + _frame(_EDGE, 6)
        + _frame(_EDGE + 18, 2)
        + f'<rect x="{WIDTH / 2 - 90}" y="392" width="180" height="5" fill="{_GREEN}"/>'
        + "".join(_line(y, text, style, rtl=rtl) for y, text, style in _lines(certificate))
        + "</svg>"
    )


def _frame(edge: int, width: int) -> str:
    return (
        f'<rect x="{edge}" y="{edge}" width="{WIDTH - 2 * edge}" height="{HEIGHT - 2 * edge}"'
        f' rx="18" fill="none" stroke="{_GREEN}" stroke-width="{width}"/>'
    )


def _line(y: int, text: str, style: Style, *, rtl: bool) -> str:
    size, color, bold = style
    said = drawing.isolated(drawing.fitted(text, size, _ROOM), right_to_left=rtl)
    weight = "700" if bold else "400"
    return (
        f'<text x="{WIDTH / 2}" y="{y}" font-size="{size}" font-weight="{weight}" fill="{color}"'
        f' text-anchor="middle">{escape(said)}</text>'
    )


def png(certificate: Certificate) -> bytes:
    return drawing.png(svg(certificate))


def pdf(certificate: Certificate) -> bytes:
    """One page on its side. Its words are words."""
    page = _Page(certificate.language == "fa")
    page.set_title(drawing.fitted(certificate.course, 1, _ROOM))
    page.ground()
    for y, text, style in _lines(certificate):
        page.words(y, text, style)
    return bytes(page.output())


class _Page(FPDF):
    """An A4 sheet on its side. Places are told in the pixels of the picture."""

    def __init__(self, rtl: bool) -> None:
        super().__init__(orientation="landscape", format="A4")
        self._scale = 297 / WIDTH
        self.set_lang("fa" if rtl else "en")
        self.set_margin(0)
        self.set_auto_page_break(auto=False)
        for style, path in zip(("", "B"), drawing.FONTS, strict=True):
            self.add_font("Vazirmatn", style, path)
        self.add_page()

    def ground(self) -> None:
        """Paper, the frame, and the line under the title."""
        self.set_fill_color(_PAPER)
        self.rect(0, 0, self.w, self.h, style="F")
        self.set_draw_color(_GREEN)
        for edge, width in ((_EDGE, 6), (_EDGE + 18, 2)):
            self.set_line_width(width * self._scale)
            x, wide = edge * self._scale, (WIDTH - 2 * edge) * self._scale
            high = (HEIGHT - 2 * edge) * self._scale
            self.rect(x, x, wide, high, round_corners=True, corner_radius=18 * self._scale)
        self.set_fill_color(_GREEN)
        left = (WIDTH / 2 - 90) * self._scale
        self.rect(left, 392 * self._scale, 180 * self._scale, 5 * self._scale, style="F")

    def words(self, y: int, text: str, style: Style) -> None:
        """One line in the middle, its letters standing on `y`. A Persian name is shaped as such on
        an English page, too."""
        size, color, bold = style
        first, arabic = _LETTERS.search(text), bool(_PERSIAN.search(text))
        self.set_text_shaping(
            use_shaping_engine=True,
            direction="rtl" if first is not None and _PERSIAN.match(first[0]) else "ltr",
            script="arab" if arabic else "latn",
            language="fas" if arabic else "eng",
        )
        self.set_font("Vazirmatn", "B" if bold else "", size * self._scale * 72 / 25.4)
        self.set_text_color(color)
        said = pages.composed(drawing.fitted(text, size, _ROOM))
        high = size * self._scale
        # fpdf2 puts the foot of the letters three tenths above the middle of a cell.
        self.set_xy(0, y * self._scale - high * 0.8)
        self.cell(self.w, high, said, align=Align.C)
