"""Typed answers, read as generously as they are written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.conversations.parsing import number, options_named

LABELS = {"yes": "بله، همین حالا", "unsure": "مطمئن نیستم", "no": "نه، در امانیم"}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("7", 7), ("۷", 7), ("٧", 7), (" ۱۲ ", 12), ("007", 7), ("", None), ("-1", None),
        ("۱.۵", None), ("هفت", None), ("²", None), ("1234567890", None), ("۱ ۲", None),
    ],
)  # fmt: skip
def test_a_number_is_read_in_any_digits(text: str, value: int | None) -> None:
    assert number(text) == value


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("بله، همین حالا", ("yes",)),
        ("بله", ("yes",)),
        ("نه", ("no",)),
        ("نه!", ("no",)),
        ("مطمئن نيستم", ("unsure",)),
        ("مطمین نیستم", ("unsure",)),
        ("راستش مطمئن نیستم", ("unsure",)),
        ("همین حالا", ("yes",)),
        ("۳", ("no",)),
        ("٤", ()),
        ("0", ()),
        ("ن", ()),
        ("…", ()),
        ("", ()),
        ("نمی‌فهمم", ()),
        ("از خانه می‌ترسم", ()),
    ],
)
def test_an_option_is_named_by_its_number_or_its_words(text: str, found: tuple[str, ...]) -> None:
    assert options_named(text, LABELS) == found


def test_a_short_label_inside_another_word_is_not_meant() -> None:
    labels = {"yes": "بله", "sometimes": "گاهی", "no": "نه"}
    assert options_named("در خانه می‌ترسم", labels) == ()
    assert options_named("همین‌ها", labels) == ()
    assert options_named("گاهی می‌ترسم", labels) == ("sometimes",)


def test_a_story_names_no_option_that_it_happens_to_contain() -> None:
    labels = {"0": "هیچ", "1": "۱", "2": "۲"}
    story = "از هفتهٔ پیش که برگشتیم هیچ‌کس با هیچ‌کس حرف نزده"
    assert options_named(story, labels) == ()
    assert options_named("فعلاً هیچ", labels) == ("0",)


def test_words_that_two_options_share_name_neither() -> None:
    assert options_named("برای", {"self": "برای خودم", "other": "برای کس دیگر"}) == ()


def test_two_labels_that_begin_alike_need_more_than_their_beginning() -> None:
    assert options_named("بله", {"a": "بله، راحت", "b": "بله، ساده"}) == ()


@given(st.text(max_size=40))
def test_any_text_names_at_most_one_option(text: str) -> None:
    assert len(options_named(text, LABELS)) <= 1
