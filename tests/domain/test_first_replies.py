"""Figures about first replies, held against their definitions."""

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.first_replies import PROMPT, Wait, quantile, summarize
from bot.domain.triage import Acuity

NUMBERS = st.lists(st.integers(0, 50), min_size=1).map(sorted)


@given(NUMBERS, st.sampled_from((0.5, 0.9)))
def test_a_quantile_is_reached_by_its_share_and_not_earlier(
    values: list[int], share: float
) -> None:
    found = quantile(values, share)
    assert found in values
    assert found is not None
    assert sum(value <= found for value in values) >= share * len(values)
    assert sum(value < found for value in values) < share * len(values)


def test_nothing_has_no_quantile() -> None:
    assert quantile([], 0.5) is None


def test_who_was_never_answered_counts_against_us_once_the_time_is_over() -> None:
    figures = summarize([
        Wait(Acuity.IMMEDIATE, PROMPT, PROMPT),
        Wait(Acuity.HIGH, PROMPT + 1, PROMPT + 1),
        Wait(Acuity.HIGH, None, PROMPT),
        Wait(Acuity.HIGH, None, PROMPT - 1),
        Wait(Acuity.LOW, 7, 7),
    ])  # fmt: skip
    assert (figures.prompt, figures.urgent) == (1, 3)
    assert (figures.all.answered, figures.all.unanswered) == (3, 2)
    levels = dict(figures.levels)
    assert (levels[Acuity.HIGH].answered, levels[Acuity.HIGH].unanswered) == (1, 2)
    assert (levels[Acuity.LOW].p50, levels[Acuity.MEDIUM].p50) == (7, None)
