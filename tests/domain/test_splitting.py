"""Long texts in pieces: the same words, the same formatting, nothing cut in two."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.outgoing import Entity
from bot.domain.splitting import CAPTION_LIMIT, TEXT_LIMIT, shifted, split, units

LETTERS = st.sampled_from(["س", "👋", "a", " ", "\n", ". ", "\n\n", "\u200c", "𝄞", "سلام"])
TEXTS = st.lists(LETTERS, min_size=1, max_size=400).map("".join)
LIMITS = st.integers(4, 60)
CHUNKS = st.sampled_from(["سلام بر شما. ", "👋", "خط\n", "بند\n\n", "بی‌وقفه"])
LONG = st.tuples(CHUNKS, st.integers(1, 20_000), st.integers(0, 3)).map(
    lambda made: "ا" * made[2] + made[0] * (made[1] // units(made[0]) + 1)
)


def bytes_of(text: str) -> bytes:
    """As messengers count: two bytes a unit."""
    return text.encode("utf-16-le")


@given(TEXTS, LIMITS)
def test_joined_the_pieces_are_the_same_text(text: str, limit: int) -> None:
    assert "".join(piece for piece, _ in split(text, limit=limit)) == text


@given(LONG)
def test_a_text_of_any_length_fits(text: str) -> None:
    pieces = split(text)
    assert "".join(piece for piece, _ in pieces) == text
    assert all(0 < len(bytes_of(piece)) // 2 <= TEXT_LIMIT for piece, _ in pieces)
    # At least half of each piece is used: nobody gets forty messages for four.
    assert len(pieces) <= 2 * units(text) // TEXT_LIMIT + 2


@given(TEXTS, LIMITS, st.data())
def test_every_formatted_unit_stays_formatted(text: str, limit: int, data: st.DataObject) -> None:
    size = units(text)
    marks = data.draw(
        st.lists(st.tuples(st.integers(0, size - 1), st.integers(1, size)), max_size=3)
    )
    entities = tuple(
        Entity(f"kind{n}", offset, min(length, size - offset))
        for n, (offset, length) in enumerate(marks)
    )
    for entity in entities:
        raw = bytes_of(text)[2 * entity.offset : 2 * (entity.offset + entity.length)]
        parts = [
            bytes_of(piece)[2 * part.offset : 2 * (part.offset + part.length)]
            for piece, inside in split(text, entities, limit)
            for part in inside
            if part.kind == entity.kind
        ]
        assert b"".join(parts) == raw


@given(TEXTS, LIMITS)
def test_no_character_is_cut_in_two(text: str, limit: int) -> None:
    for piece, _ in split(text, limit=limit):
        assert bytes_of(piece).decode("utf-16-le") == piece


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("یک دو\n\nسه چهار پنج", "یک دو\n\n"),
        ("یک دو سه\nچهار پنج شش", "یک دو سه\n"),
        ("یک دو. سه چهار پنج", "یک دو. "),
        ("یکدوسهچهارپنجششهفت", "یکدوسهچهار"),
    ],
)
def test_a_text_is_cut_where_a_reader_would_pause(text: str, first: str) -> None:
    assert split(text, limit=10)[0][0] == first


def test_a_short_text_is_one_piece_and_an_empty_one_too() -> None:
    assert split("سلام") == [("سلام", ())]
    assert split("") == [("", ())]


@given(TEXTS)
def test_units_are_those_of_utf_16(text: str) -> None:
    assert units(text) == len(bytes_of(text)) // 2


def test_entities_move_with_their_text() -> None:
    assert shifted([Entity("bold", 2, 3, url="u")], 5) == (Entity("bold", 7, 3, url="u"),)


def test_a_caption_is_shorter_than_a_text() -> None:
    assert CAPTION_LIMIT == 1024 < TEXT_LIMIT == 4096
