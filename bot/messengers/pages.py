"""A paper as a PDF. Nothing is fetched: the font lies beside our texts.

Persian is shaped by HarfBuzz, so that letters join, and runs from right to left.
"""

import logging
import re

from fpdf import FPDF
from fpdf.enums import Align, VAlign, XPos, YPos
from fpdf.fonts import FontFace
from fpdf.table import Table

from bot.config import ROOT
from bot.domain.outgoing import Paper
from bot.domain.text import persian_digits

# Subsetting a font is no news.
logging.getLogger("fontTools").setLevel(logging.WARNING)

FONTS = ROOT / "content" / "fonts"
_FACE = "Vazirmatn"
_EDGE = 22.0
"""Millimeters at each side: room for a binder, and for printers that cannot reach the edge."""
_GRAY, _PALE, _INK = (90, 90, 90), (205, 205, 205), (20, 20, 20)
# Isolating marks belong to messages; here each text has its own cell.
_STEERING = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
# What the font has no picture for would be an empty box.
_UNDRAWABLE = re.compile("[\x00-\x09\x0b-\x1f\ud800-\udfff\U00010000-\U0010ffff]")


def pdf(paper: Paper) -> bytes:
    """The paper as an A4 document. Takes some tenths of a second: not for the event loop."""
    page = _Page(paper)
    page.add_page()
    page.heading()
    page.fields()
    page.notes()
    return bytes(page.output())


class _Page(FPDF):
    """A sheet in the direction of its language; its foot counts the pages."""

    def __init__(self, paper: Paper) -> None:
        super().__init__(format="A4")
        self._paper = paper
        self._rtl = paper.language == "fa"
        self.set_margin(_EDGE)
        self.set_auto_page_break(auto=True, margin=_EDGE)
        for style, name in (("", "Regular"), ("B", "Bold")):
            self.add_font(_FACE, style, FONTS / f"Vazirmatn-{name}.ttf")
        script, language = ("arab", "fas") if self._rtl else ("latn", "eng")
        direction = "rtl" if self._rtl else "ltr"
        self.set_text_shaping(
            use_shaping_engine=True, direction=direction, script=script, language=language
        )
        self.set_title(_clean(paper.title))
        self.set_lang("fa" if self._rtl else "en")

    @property
    def _side(self) -> Align:
        return Align.R if self._rtl else Align.L

    def _line(self, text: str, size: float, *, bold: bool = False, gray: bool = False) -> None:
        self.set_font(_FACE, "B" if bold else "", size)
        self.set_text_color(*(_GRAY if gray else _INK))
        self.multi_cell(
            0, size * 0.62, _clean(text), align=self._side, new_x=XPos.LMARGIN, new_y=YPos.NEXT
        )

    def heading(self) -> None:
        """Whose letter it is, what it is, and of which day."""
        self._line(self._paper.head, 18, bold=True)
        self._line(self._paper.date, 11, gray=True)
        self._rule()
        self._line(self._paper.title, 14, bold=True)
        self.ln(3)

    def _rule(self) -> None:
        self.ln(2)
        self.set_draw_color(*_PALE)
        self.line(_EDGE, self.get_y(), self.w - _EDGE, self.get_y())
        self.ln(5)

    def fields(self) -> None:
        """Title and value of each field, side by side; long ones under each other, below."""
        short = [line for line in self._paper.lines if not _is_long(line[1])]
        if short:
            self._side_by_side(short)
        for title, value in self._paper.lines:
            if _is_long(value):
                self._line(title, 11.5, bold=True, gray=True)
                self._line(value, 11.5)
                self.ln(5)

    def _side_by_side(self, lines: list[tuple[str, str]]) -> None:
        self.set_font(_FACE, "", 11.5)
        self.set_draw_color(*_PALE)
        titles = FontFace(emphasis="BOLD", color=_GRAY)
        with self.table(
            col_widths=(68, 32) if self._rtl else (32, 68),
            text_align=self._side,
            first_row_as_headings=False,
            borders_layout="HORIZONTAL_LINES",
            line_height=7.5,
            padding=1.5,
            v_align=VAlign.T,
        ) as table:
            for title, value in lines:
                self._row(table, title, value, titles)
        self.ln(5)

    def _row(self, table: Table, title: str, value: str, titles: FontFace) -> None:
        cells = [(_clean(title), titles), (_clean(value), None)]
        row = table.row()
        for text, style in reversed(cells) if self._rtl else cells:
            row.cell(text, style=style)

    def notes(self) -> None:
        """What the reader must know about it."""
        for note in self._paper.notes:
            self._line(note, 11)
            self.ln(2)

    def footer(self) -> None:
        """Whose paper it is and the number of the page, on every page."""
        self.set_y(-15)
        self.set_font(_FACE, "", 9)
        self.set_text_color(*_GRAY)
        number = persian_digits(str(self.page_no())) if self._rtl else str(self.page_no())
        self.cell(0, 6, f"{_clean(self._paper.foot)} · {number}", align=Align.C)


def _is_long(value: str) -> bool:
    """Whether it must be able to go over to the next page: a row of a table cannot."""
    return len(value) > 300 or value.count("\n") > 6


def composed(text: str) -> str:
    """The letter he with a hamza above as one letter: fpdf2 puts a mark beside its letter."""
    return text.replace(chr(0x647) + chr(0x654), chr(0x6C0))


def _clean(text: str) -> str:
    return composed(_UNDRAWABLE.sub("", _STEERING.sub("", text)))
