"""Case codes: readable aloud, and wrong ones are noticed."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.case import (
    ALPHABET,
    CHOOSABLE_OUTCOMES,
    OPEN,
    Change,
    Outcome,
    Status,
    case_code,
    read_case_code,
    why_change,
)
from bot.domain.triage import Acuity

CODES = st.integers(0, 2**40 - 1).map(case_code)


@given(CODES)
def test_a_code_is_read_as_it_was_made(code: str) -> None:
    assert read_case_code(code) == code


@given(CODES)
def test_a_code_is_read_however_it_is_written(code: str) -> None:
    for written in (code.lower(), code.replace("-", ""), code.replace("-", " "), f" {code}. "):
        assert read_case_code(written) == code


@given(CODES)
def test_letters_that_look_alike_are_forgiven(code: str) -> None:
    assert read_case_code(code.replace("1", "l").replace("0", "o")) == code
    assert read_case_code(code.replace("1", "I").replace("0", "O")) == code


@given(CODES, st.integers(0, 8), st.sampled_from(ALPHABET))
def test_one_wrong_character_is_always_noticed(code: str, place: int, wrong: str) -> None:
    letters = code.replace("-", "")
    typed = letters[:place] + wrong + letters[place + 1 :]
    assert read_case_code(typed) == (code if typed == letters else None)


@pytest.mark.parametrize("typed", ["", "123", "ABC-DEF-GHI-JKL", "کد من", "UUU-UUU-UUU", "a" * 99])
def test_what_is_no_code_is_none(typed: str) -> None:
    assert read_case_code(typed) is None


def test_a_code_tells_nothing_about_when_it_was_made() -> None:
    assert case_code(0)[:7] == "000-000"
    assert case_code(2**40 - 1)[:7] == "ZZZ-ZZZ"


def test_staff_cannot_choose_that_somebody_was_erased() -> None:
    assert set(Outcome) - set(CHOOSABLE_OUTCOMES) == {Outcome.ERASED, Outcome.MERGED}


def test_a_closed_case_is_not_open() -> None:
    assert set(Status) - set(OPEN) == {Status.CLOSED}


def test_a_change_of_acuity_goes_with_reasons_of_its_direction() -> None:
    for before, after in product(Acuity, repeat=2):
        reasons = why_change(before, after)
        assert (Change.DANGER_GREW in reasons) is (after < before)
        assert (Change.DANGER_PASSED in reasons) is (after > before)
        assert bool(reasons) is (after != before)
