"""Ids in button data: short, and forged ones are nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.ids import short, unshort


@given(st.integers(0, 2**63 - 1))
def test_an_id_is_read_as_it_was_written(number: int) -> None:
    assert unshort(short(number)) == number
    assert len(short(number)) <= 13


def test_a_negative_id_is_a_mistake_of_ours() -> None:
    with pytest.raises(ValueError, match="never negative"):
        short(-1)


@pytest.mark.parametrize("text", ["", "-1", "A", "۱۲", "z" * 13, "1" * 14, "1.5", " 1", "1\n"])
def test_what_we_did_not_write_is_none(text: str) -> None:
    assert unshort(text) is None


@given(st.text(max_size=20))
def test_any_text_is_an_id_or_none(text: str) -> None:
    number = unshort(text)
    assert number is None or 0 <= number < 2**63
