"""What is folded when somebody writes very much, and what never is; how long a block lasts."""

import itertools

import pytest

from bot.domain.blocking import DAY, DAYS, FOREVER, read_days, until
from bot.domain.flood import Said, is_folded


def test_the_first_messages_pass_one_by_one() -> None:
    assert [is_folded(Said(), earlier, 3) for earlier in range(5)] == [False] * 3 + [True] * 2


@pytest.mark.parametrize(
    "said", [Said(danger=True), Said(joined=True), Said(spoken=True, crisis=True)]
)
def test_what_must_not_wait_never_does(said: Said) -> None:
    assert not is_folded(said, 10_000, 3)


def test_danger_always_passes() -> None:
    for spoken, crisis, joined in itertools.product((False, True), repeat=3):
        assert not is_folded(Said(True, spoken, crisis, joined), 99, 1)


def test_voice_waits_where_nothing_is_urgent() -> None:
    assert is_folded(Said(spoken=True), 3, 3)
    assert is_folded(Said(crisis=True), 3, 3)


@pytest.mark.parametrize("text", ["", "2", "-1", "366", "1.5", "۷", "07"])
def test_no_other_length_of_a_block_is_read(text: str) -> None:
    assert read_days(text) is None


def test_a_block_ends_after_its_days_or_never() -> None:
    assert [until(days, 5) for days in DAYS] == [5 + DAY, 5 + 7 * DAY, 5 + 30 * DAY]
    assert until(FOREVER, 5) is None
    assert [read_days(str(days)) for days in (*DAYS, FOREVER)] == [*DAYS, FOREVER]
