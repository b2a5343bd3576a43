"""Pictures: every number is written in them, Persian is shaped, and nothing breaks them."""

import struct
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot import drawing
from bot.domain.sheet import TONES, Bar, Sheet, Tile

SHEET = Sheet(
    "وضعیت سرویس",
    "جمعه ۶ آذر",
    (Tile("در صف", "۱۲", "strong"), Tile("هشدار", "۰", "calm")),
    (Bar("آنی", ((2, "alarm"), (5, "strong")), "۷"), Bar("کم", (), "۰")),
    (("در صف", "alarm"), ("در گفت‌وگو", "strong")),
)
WORDS = st.text(max_size=60)


def test_all_its_words_are_written_in_the_picture() -> None:
    written = list(drawing.texts_in(drawing.svg(SHEET)))
    assert {"وضعیت سرویس", "۱۲", "در صف", "آنی", "۷", "در گفت‌وگو"} <= set(written)


@pytest.mark.parametrize("right_to_left", [True, False])
def test_reading_begins_on_the_side_of_the_language(right_to_left: bool) -> None:
    sheet = Sheet("سلام" if right_to_left else "Hello", right_to_left=right_to_left)
    root = ElementTree.fromstring(drawing.svg(sheet))
    title = root.find("{*}text")
    assert title is not None
    middle = drawing.WIDTH / 2
    assert (float(title.attrib["x"]) > middle) is right_to_left
    assert title.attrib["text-anchor"] == ("end" if right_to_left else "start")


def test_letters_are_joined_and_not_replaced_by_boxes() -> None:
    """The same letters kept apart by a joiner that forbids joining take another shape."""
    joined, apart = Sheet("سلام"), Sheet("\u200c".join("سلام"))
    missing = Sheet("\u4e2d\u4e2d\u4e2d\u4e2d")
    pictures = {drawing.png(drawing.svg(one)) for one in (joined, apart, missing, Sheet("    "))}
    assert len(pictures) >= 3
    assert drawing.png(drawing.svg(joined)) != drawing.png(drawing.svg(apart))


def test_a_picture_is_as_large_as_its_sheet_needs() -> None:
    picture = drawing.png(drawing.svg(SHEET))
    width, height = struct.unpack(">II", picture[16:24])
    assert width == drawing.WIDTH
    assert 300 < height < 1_280


@settings(max_examples=60, deadline=None)
@given(
    st.builds(
        Sheet,
        WORDS,
        WORDS,
        st.lists(st.builds(Tile, WORDS, WORDS, st.sampled_from(TONES)), max_size=4).map(tuple),
        st.lists(
            st.builds(
                Bar,
                WORDS,
                st.lists(st.tuples(st.integers(0, 10**9), st.sampled_from(TONES)), max_size=3).map(
                    tuple
                ),
                WORDS,
            ),
            max_size=3,
        ).map(tuple),
        st.lists(st.tuples(WORDS, st.sampled_from(TONES)), max_size=3).map(tuple),
        st.booleans(),
    )
)
def test_whatever_is_written_it_is_whole_svg(sheet: Sheet) -> None:
    ElementTree.fromstring(drawing.svg(sheet))


@given(WORDS, st.integers(12, 60), st.integers(10, 900))
def test_words_keep_to_their_room(text: str, size: int, room: int) -> None:
    assert len(drawing.fitted(text, size, room)) * size * 0.5 <= max(room, size)
