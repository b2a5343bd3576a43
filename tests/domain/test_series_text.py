"""A part of a series: its little Markdown, what is refused, and that nothing is ever lost."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.outgoing import Entity
from bot.domain.series import Attachment, Quiz
from bot.domain.series_text import Mistake, parse_part
from bot.domain.splitting import units

HERE = "fa/series/calm"


def body(text: str) -> str:
    return parse_part("# عنوان\n" + text, HERE).body.text


def test_paragraphs_lists_and_marks_become_words_with_formatting() -> None:
    part = parse_part(
        "# یک\n\nسطر اول\nادامه **پررنگ** است.\n\n- 😀 *یک*\n"
        "- [دو](https://who.int/a?b=c)\n\n1. سه\n",
        HERE,
    )
    assert part.title == "یک"
    assert part.body.text == "سطر اول ادامه پررنگ است.\n\n• 😀 یک\n• دو\n1. سه"
    shown = part.body.text.encode("utf-16-le")
    marked = [
        (e.kind, shown[2 * e.offset : 2 * (e.offset + e.length)].decode("utf-16-le"), e.url)
        for e in part.body.entities
    ]
    assert marked == [
        ("bold", "پررنگ", None), ("italic", "یک", None), ("text_link", "دو", "https://who.int/a?b=c")
    ]  # fmt: skip
    assert part.words == 12


def test_files_and_a_quiz_are_no_words() -> None:
    part = parse_part(
        "# یک\n\nمتن\n\n![تصویر](a-1.png)\n[voice](b.ogg)\n[document](c.pdf)\n\n"
        "## پرسش\nکدام\nیکی؟\n- [ ] این\n- [x] آن\n> چون\n> همین.\n",
        HERE,
    )
    assert part.files == (
        Attachment("photo", f"{HERE}/a-1.png"),
        Attachment("voice", f"{HERE}/b.ogg"),
        Attachment("document", f"{HERE}/c.pdf"),
    )
    assert part.body.text == "متن"
    assert part.quiz == Quiz("پرسش", "کدام یکی؟", ("این", "آن"), 1, "چون همین.")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("بی عنوان", 1),
        ("# \nمتن", 1),
        ("# عنوان\n\n", 2),
        ("# عنوان\n" + "واژه " * 121, 2),
        ("# عنوان\n\n![a](x.png)\n\n" + "کلمه‌هایی‌بسیار‌بلند" * 60, 2),
        ("# عنوان\n\n> نقل", 3),
        ("# عنوان\n\n### میان", 3),
        ("# عنوان\n\n<b>متن</b>", 3),
        ("# عنوان\n\n[این](http://who.int)", 3),
        ("# عنوان\n\n[این](https://bad host)", 3),
        ("# عنوان\n\n[این](javascript:alert)", 3),
        ("# عنوان\n\nیک **ستاره", 3),
        ("# عنوان\n\nمتن\n\n![a](../../secrets/key.png)", 5),
        ("# عنوان\n\nمتن\n\n[voice](https://who.int/a.ogg)", 5),
        ("# عنوان\n\nمتن\n## پرسش\nچی؟\n- [ ] یک\n- [ ] دو\n> چون", 4),
        ("# عنوان\n\nمتن\n## پرسش\nچی؟\n- [x] یک\n> چون", 4),
        ("# عنوان\n\nمتن\n## پرسش\nچی؟\n- [x] یک\n- [ ] دو", 4),
        ("# عنوان\n\nمتن\n## پرسش\nچی؟\n- [x] یک\n- [ ] دو\nباز هم\n> چون", 8),
        ("# عنوان\n\nمتن\n## پرسش\nچی؟\n- [x] " + "ی" * 61 + "\n- [ ] دو\n> چون", 6),
    ],
)
def test_what_is_not_understood_is_refused_by_its_line(text: str, line: int) -> None:
    with pytest.raises(Mistake, match=f"^line {line}: "):
        parse_part(text, HERE)


WORDS = st.lists(st.text("ابپتکیگ😀abc.،؟", min_size=1, max_size=9), min_size=1, max_size=20)
STYLES = st.sampled_from(["{}", "**{}**", "*{}*", "[{}](https://who.int)"])


@given(WORDS, st.data())
def test_every_word_stays_and_every_mark_lies_over_its_word(
    words: list[str], data: st.DataObject
) -> None:
    styled = [(word, data.draw(STYLES)) for word in words]
    text = " ".join(style.format(word) for word, style in styled)
    part = parse_part(f"# t\n\nو {text}", HERE)
    assert part.body.text == "و " + " ".join(words)
    wanted = [word for word, style in styled if style != "{}"]
    shown = part.body.text.encode("utf-16-le")
    found = [shown[2 * e.offset : 2 * (e.offset + e.length)].decode("utf-16-le")
             for e in part.body.entities]  # fmt: skip
    assert found == wanted


@given(st.text("#*[]()>-x!\n اب", max_size=80))
def test_any_text_is_understood_or_refused_and_no_mark_is_shown(text: str) -> None:
    try:
        part = parse_part(f"# t\n{text}", HERE)
    except Mistake as mistake:
        assert re.match(r"line \d+: .+", str(mistake))
        return
    assert "**" not in part.body.text
    for entity in part.body.entities:
        assert isinstance(entity, Entity)
        assert 0 <= entity.offset < entity.offset + entity.length <= units(part.body.text)
