"""A certificate: words → SVG → a picture, or a PDF of one page. Drawn with our own font alone.

Takes tenths of a second: not for the event loop.
"""

from collections.abc import Sequence
from typing import Any
from xml.sax.saxutils import escape

from fpdf import FPDF

from bot import drawing
from bot.domain.certificate import Certificate

WIDTH, HEIGHT = 1754, 1240
"""A4 on its side, at 150 dots an inch."""
_EDGE = 70
_INK, _PALE, _GREEN, _PAPER = "#1f2a37", "#64748b", "#2f7d6b", "#fffdf8"
_ROOM = WIDTH - 4 * _EDGE


def svg(certificate: Certificate) -> str:
    """The page: a frame, and the words in the middle of it."""
    rtl = certificate.language == "fa"
    lines = (
        (210, certificate.head, 46, _PALE, False),
        (350, certificate.title, 84, _GREEN, True),
        (500, certificate.before, 42, _INK, False),
        (620, certificate.name, 76, _INK, True),
        (740, certificate.text, 42, _INK, False),
        (850, certificate.course, 60, _GREEN, True),
        (980, certificate.date, 38, _INK, False),
        (1042, certificate.number, 38, _INK, True),
        (1096, certificate.foot, 28, _PALE, False),
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}"'
        f' viewBox="0 0 {WIDTH} {HEIGHT}" font-family="Vazirmatn">'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{_PAPER}"/>'
        + _frame(_EDGE, 6)
        + _frame(_EDGE + 18, 2)
        + f'<rect x="{WIDTH / 2 - 90}" y="392" width="180" height="5" fill="{_GREEN}"/>'
        + "".join(_line(y, text, style, rtl=rtl) for y, text, *style in lines)
        + "</svg>"
    )


def _frame(edge: int, width: int) -> str:
    return (
        f'<rect x="{edge}" y="{edge}" width="{WIDTH - 2 * edge}" height="{HEIGHT - 2 * edge}"'
        f' rx="18" fill="none" stroke="{_GREEN}" stroke-width="{width}"/>'
    )


def _line(y: int, text: str, style: Sequence[Any], *, rtl: bool) -> str:
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
    """One page on its side, with the picture on all of it."""
    page = FPDF(orientation="landscape", format="A4")
    page.set_title(certificate.course)
    page.set_lang(certificate.language)
    page.set_margin(0)
    page.set_auto_page_break(auto=False)
    page.add_page()
    page.image(png(certificate), 0, 0, page.w, page.h)
    return bytes(page.output())
