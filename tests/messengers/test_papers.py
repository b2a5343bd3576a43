"""Letters on paper: made from words alone, whatever the words are."""

import re
import zlib
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.outgoing import Outgoing, Paper, Text
from bot.domain.outgoing_json import from_json, to_json
from bot.messengers import calls, papers
from bot.messengers.calls import Upload
from bot.messengers.pages import FONTS, pdf
from tests.strict import validate

LINES = (
    ("کد پیگیری", "7K2-DEF-1AB"),
    ("موضوع", "از دست دادن عزیز"),
    (
        "خلاصهٔ مشاور",
        "برای حضانت به وکیل نیاز دارد؛ می‌خواهد بداند (مادهٔ ۱۱۶۹) چه می‌گوید.\nEmail: a@b.org",
    ),
)
LETTER = Paper(
    "referral-7K2-DEF-1AB.pdf", "نامهٔ ارجاع به مرکز حقوقی آفتاب", LINES, "مؤسسهٔ همدلی",
    "جمعه ۶ آذر ۱۴۰۵", ("تماس با خانواده فقط از راه این ربات است.",), "همدلی", caption="برای چاپ",
)  # fmt: skip


def pages(document: bytes) -> int:
    return len(re.findall(rb"/Type /Page\b", document))


def drawn(document: bytes) -> str:
    """All glyphs of all pages, as the numbers of the font."""
    found = []
    for stream in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", document, re.DOTALL):
        try:
            text = zlib.decompress(stream).decode("latin-1")
        except zlib.error:
            continue
        if " Tf" in text:
            found.append(text)
    return "\n".join(found)


def test_a_letter_is_one_page_with_its_fonts_inside() -> None:
    document = pdf(LETTER)
    assert document.startswith(b"%PDF-")
    assert pages(document) == 1
    assert document.count(b"/FontFile2") == 2
    assert b"http" not in document.lower().replace(b"http://www.w3.org", b"")
    assert drawn(document)


def test_every_sign_of_our_letters_has_a_picture_in_the_font() -> None:
    from fontTools.ttLib import TTFont

    text = "".join([LETTER.head, LETTER.date, LETTER.title, *LETTER.notes, *map("".join, LINES)])
    for face in ("Regular", "Bold"):
        font = TTFont(FONTS / f"Vazirmatn-{face}.ttf")
        # A line break and a half-space are places, not pictures.
        missing = {sign for sign in text if ord(sign) not in font.getBestCmap()} - set("\n\u200c")
        assert missing == set()


def test_a_long_summary_goes_over_to_the_next_page() -> None:
    long = Paper("a.pdf", "نامه", (("خلاصه", "خط\n" * 120), ("موضوع", "کوتاه")), foot="همدلی")
    assert pages(pdf(long)) > 1


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=200), st.text(max_size=40), st.sampled_from(("fa", "en")))
def test_no_words_keep_a_letter_from_being_made(value: str, title: str, language: str) -> None:
    paper = Paper("a.pdf", title, ((title, value), ("x", value * 3)), value, title, (value,), title,
                  language)  # fmt: skip
    assert pdf(paper).startswith(b"%PDF-")


async def test_it_waits_as_words_and_leaves_as_a_file() -> None:
    assert from_json(to_json(LETTER)) == LETTER
    method, parameters = await papers.filled(LETTER, calls.call(7, LETTER, None), Path())
    file = parameters.pop("document")
    assert isinstance(file, Upload)
    assert (method, file.name) == ("sendDocument", "referral-7K2-DEF-1AB.pdf")
    assert file.body.startswith(b"%PDF-")
    assert validate(method, parameters, {"document"}) is None
    other: Outgoing = Text("سلام")
    call = calls.call(7, other, None)
    assert await papers.filled(other, call, Path()) == call
