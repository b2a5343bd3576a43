"""Screeners: every pattern of answers against a definition of its own, written from the papers."""

from itertools import product

import pytest

from bot.domain.screeners import (
    K6,
    SCREENERS,
    WHO5,
    Course,
    Score,
    Screener,
    changed,
    course,
    of_total,
    score,
)


def test_every_pattern_of_k6_comes_to_its_sum() -> None:
    reached = 0
    for pattern in product(range(5), repeat=6):
        found = score(K6, dict(zip(K6.items, pattern, strict=True)))
        # Six items "none of the time" 0 to "all of the time" 4; 10 in Iranian primary care.
        total = sum(place * pattern.count(place) for place in range(5))
        assert found == Score("k6", 1, total, "k6_high" if total > 9 else None)
        reached += 1
    assert reached == 15_625


def test_every_pattern_of_who5_comes_to_a_percentage() -> None:
    reached = 0
    for pattern in product(range(6), repeat=5):
        found = score(WHO5, dict(zip(WHO5.items, pattern, strict=True)))
        # Five items "at no time" 0 to "all of the time" 5, of 25 points; low is a raw sum below 13.
        raw = sum(place * pattern.count(place) for place in range(6))
        assert found == Score("who5", 1, 100 * raw // 25, "who5_low" if raw < 13 else None)
        reached += 1
    assert reached == 7_776


@pytest.mark.parametrize("screener", [K6, WHO5], ids=lambda one: one.key)
def test_a_missing_item_leaves_no_score(screener: Screener) -> None:
    full = dict.fromkeys(screener.items, screener.high)
    assert score(screener, {}) is None
    for missing in screener.items:
        assert score(screener, {k: v for k, v in full.items() if k != missing}) is None


@pytest.mark.parametrize("screener", [K6, WHO5], ids=lambda one: one.key)
def test_an_answer_that_was_not_offered_is_refused(screener: Screener) -> None:
    for wrong in (screener.low - 1, screener.high + 1):
        with pytest.raises(ValueError, match=screener.key):
            score(screener, dict.fromkeys(screener.items, wrong))


@pytest.mark.parametrize(
    ("before", "after", "gained"),
    [(40, 50, 10), (50, 40, -10), (40, 52, 12), (40, 48, None), (40, 40, None)],
)
def test_a_change_of_ten_points_means_something(
    before: int, after: int, gained: int | None
) -> None:
    found = changed(Score("who5", 1, before, None), Score("who5", 1, after, None))
    assert found == gained


def test_only_the_same_questions_can_be_compared() -> None:
    before = Score("who5", 1, 20, "who5_low")
    assert changed(before, Score("who5", 2, 80, None)) is None
    assert changed(before, Score("k6", 1, 4, None)) is None
    assert changed(Score("k6", 1, 20, "k6_high"), Score("k6", 1, 4, None)) is None


@pytest.mark.parametrize(
    ("screener", "before", "after", "said"),
    [
        (WHO5, 40, 52, Course.BETTER),
        (WHO5, 52, 40, Course.WORSE),
        (WHO5, 48, 52, Course.SAME),
        # For K6 nobody has said which change means something: only the cut-off speaks.
        (K6, 20, 4, Course.EASED),
        (K6, 20, 10, Course.STILL_HIGH),
        (K6, 9, 10, Course.ROSE),
        (K6, 9, 0, Course.STILL_LOW),
    ],
)
def test_what_became_of_it_is_said_in_words(
    screener: Screener, before: int, after: int, said: Course
) -> None:
    assert course(of_total(screener, before), of_total(screener, after)) is said


def test_a_kept_total_means_what_it_meant() -> None:
    for screener in SCREENERS.values():
        answers = dict.fromkeys(screener.items, screener.high)
        given = score(screener, answers)
        assert given is not None
        assert of_total(screener, given.total) == given
