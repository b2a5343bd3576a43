"""Button data: strict, because anyone can forge it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.handlers.presses import LIMIT, parts_of, press

PART = st.from_regex(r"[A-Za-z0-9_-]{1,20}", fullmatch=True)
PARTS = st.lists(PART, min_size=1, max_size=6).filter(lambda parts: len(".".join(parts)) <= 62)


@given(PARTS)
def test_a_press_is_read_as_it_was_made(parts: list[str]) -> None:
    data = press(*parts)
    assert len(data.encode()) <= LIMIT
    assert parts_of(data) == tuple(parts)


@pytest.mark.parametrize(
    "parts",
    [(), ("",), ("a", ""), ("پ",), ("a.b",), ("a b",), ("a\n",), ("x" * 21,), ("a",) * 7,
     ("x" * 20,) * 4, ("۱",)],
)  # fmt: skip
def test_a_button_that_could_not_be_read_back_is_never_made(parts: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="do not fit"):
        press(*parts)


@pytest.mark.parametrize(
    "data",
    ["", "1", "1.", ".1", "1..a", "2.m.help", "1.m.help\n", "1.m.help ", "۱.m.help", "1.m.hélp",
     "1.m.\x00", "1.a.b.c.d.e.f.g", "1." + "x" * 21, "1." + "x" * 4096, "claim"],
)  # fmt: skip
def test_what_we_did_not_make_is_nothing(data: str) -> None:
    assert parts_of(data) is None


@given(st.text(max_size=80))
def test_any_data_is_ours_or_nothing(data: str) -> None:
    parts = parts_of(data)
    assert parts is None or press(*parts) == data


@given(PARTS, st.integers(0, 600), st.integers(1, 255))
def test_a_flipped_bit_is_another_press_or_none(parts: list[str], place: int, flip: int) -> None:
    raw = bytearray(press(*parts).encode())
    raw[place % len(raw)] ^= flip
    data = raw.decode("latin-1")
    found = parts_of(data)
    assert found is None or press(*found) == data
