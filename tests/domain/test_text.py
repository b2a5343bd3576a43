"""What a person typed is kept as it was, and found again however it was typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.text import (
    ZWNJ,
    alphabetical,
    ascii_digits,
    directed,
    fold,
    key,
    persian_digits,
    store,
)

ANY_TEXT = st.text(alphabet=st.characters(exclude_categories=())) | st.text(
    alphabet="\u200c\u200d اكيىأهءئؤۀمًٰـٔa1١,.\r\n\u202a\ud800و"
)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("مي‌خواهم كتاب", "می‌خواهم کتاب"),
        ("على", "علی"),
        ("نمی‌‌‌خوام", "نمی‌خوام"),
        ("سلام ‌دنیا‌ ", "سلام دنیا "),
        ("خانه‌ها‌، باغ‌.", "خانه‌ها، باغ."),
        ("\u202bسلام\u202c", "سلام"),
        ("سـلـام", "سلام"),
        ("a\u200bb\ufeff", "ab"),
        ("یک\r\nدو\rسه", "یک\nدو\nسه"),
        ("خانهٔ ما", "خانهٔ ما"),
        ("👨‍👩‍👧 ۱۲۳", "👨‍👩‍👧 ۱۲۳"),
        ("بد\x00\ud800م", "بدم"),
    ],
)
def test_a_text_is_kept_with_persian_letters_and_nothing_invisible(typed: str, kept: str) -> None:
    assert store(typed) == kept


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("می‌روم", "می روم"),
        ("می‌روم", "میروم"),
        ("قائم‌شهر", "قایم شهر"),
        ("مسئول", "مسؤول"),
        ("مسئول", "مسوول"),
        ("آذربایجان", "اذربايجان"),
        ("فاطمة", "فاطمه"),
        ("خانۀ", "خانهٔ"),
        ("جزء", "جز"),
        ("مُحَمَّد", "محمد"),
        ("کدِ ۱۲۳", "كد ١٢٣"),
        ("Shiraz!", "shi raz"),
        ("ﻻﻟﻪ", "لاله"),
    ],
)
def test_spellings_that_a_reader_takes_for_one_have_one_key(one: str, other: str) -> None:
    assert key(one) == key(other) != ""


def test_different_words_have_different_keys() -> None:
    assert len({key(word) for word in ("شیراز", "شیروان", "بم", "بن", "اهر", "اهواز")}) == 6


def test_a_text_without_letters_has_an_empty_key() -> None:
    assert key(" 🙂 … ‌") == ""


def test_digits_of_all_three_kinds_are_one() -> None:
    assert ascii_digits("۰۹۱٢-3") == "0912-3"
    assert persian_digits("٠9۱") == "۰۹۱"


def test_the_alphabet_is_the_persian_one() -> None:
    words = ["پاوه", "یزد", "چالوس", "آمل", "گرگان", "ژاله", "کرج", "ابهر", "هرسین", "وان", "بم"]
    assert sorted(words, key=alphabetical) == [
        "آمل", "ابهر", "بم", "پاوه", "چالوس", "ژاله", "کرج", "گرگان", "وان", "هرسین", "یزد",
    ]  # fmt: skip


def test_two_words_come_before_the_longer_single_one() -> None:
    assert alphabetical("خراسان شمالی") < alphabetical("خراسانی")


def test_folding_leaves_the_spaces() -> None:
    assert fold("آبِ ١٢ لیتر") == "اب 12 لیتر"


@given(ANY_TEXT)
def test_keeping_a_kept_text_changes_nothing(text: str) -> None:
    kept = store(text)
    assert store(kept) == kept
    kept.encode()
    assert ZWNJ * 2 not in kept


@given(ANY_TEXT)
def test_the_key_of_a_text_is_the_key_of_what_was_kept(text: str) -> None:
    assert key(store(text)) == key(text) == key(key(text))


def test_a_pile_of_marks_on_one_letter_is_cut_down() -> None:
    assert len(store("ا" + "\u0301\u0327" * 50_000)) < 10


@pytest.mark.parametrize(
    ("said", "directs"),
    [
        ("نام: <<مشاور> <نرگس>، <مددکار> <امید>>", "نام: {<مشاور> <نرگس>، <مددکار> <امید>>"),
        ("نام: <<<نرگس>>>", "نام: {{<نرگس>>>"),
        ("<مشاور <Ali>> · <<۵> دقیقه>", "<مشاور <Ali>> · <<۵> دقیقه>"),
        ("<<counselor> <Ali>> <<7>>", "<<counselor> <Ali>> <<7>>"),
        ("<<نرگس> Ali>", "<<نرگس> Ali>"),
        ("<<نرگس>", "<<نرگس>"),
        ("پایان> <<نرگس>>", "پایان> {<نرگس>>"),
    ],
)
def test_a_list_of_persian_names_runs_from_the_right(said: str, directs: str) -> None:
    marks = str.maketrans("<{>", "\u2068\u2067\u2069")
    assert directed(said.translate(marks)) == directs.translate(marks)
