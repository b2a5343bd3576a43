"""Appointments: what may be proposed, when people are reminded, when two collide."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.appointment import (
    DAY,
    FARTHEST,
    HOUR,
    LENGTH,
    MINUTE,
    MOST_TIMES,
    QUARTER,
    SOONEST,
    USEFUL,
    Step,
    Unfit,
    overlap,
    quarter,
    steps,
    unfit,
)
from bot.words import Words, read_moment
from tests.marks import unmarked
from tests.shelf import shelf

NOON = 1_790_000_000_000


@pytest.fixture(scope="module")
def words() -> Words:
    return shelf().words


@pytest.mark.parametrize(
    ("at", "times", "why"),
    [
        (NOON + SOONEST, (), None),
        (NOON + SOONEST - 1, (), Unfit.SOON),
        (NOON - DAY, (), Unfit.SOON),
        (NOON + FARTHEST, (), None),
        (NOON + FARTHEST + 1, (), Unfit.FAR),
        (NOON + DAY, (NOON + DAY,), Unfit.TWICE),
        (NOON + DAY, tuple(NOON + n * HOUR for n in range(1, MOST_TIMES)), None),
        (NOON + DAY, tuple(NOON + n * HOUR for n in range(1, MOST_TIMES + 1)), Unfit.FULL),
    ],
)
def test_a_time_fits_or_the_reason_is_said(
    at: int, times: tuple[int, ...], why: Unfit | None
) -> None:
    assert unfit(at, NOON, times) == why


def test_what_is_past_is_not_planned() -> None:
    assert steps(NOON + 2 * DAY, NOON) == {
        Step.DAY: NOON + DAY, Step.HOUR: NOON + 2 * DAY - HOUR, Step.AFTER: NOON + 2 * DAY + LENGTH,
    }  # fmt: skip
    assert steps(NOON + DAY, NOON)[Step.DAY] is None
    assert steps(NOON + 30 * MINUTE, NOON) == {
        Step.DAY: None, Step.HOUR: None, Step.AFTER: NOON + 30 * MINUTE + LENGTH,
    }  # fmt: skip


@given(st.integers(0, 3 * DAY))
def test_after_any_downtime_at_most_one_reminder_still_helps(late: int) -> None:
    start = NOON + 2 * DAY
    planned = steps(start, NOON)
    now = NOON + late
    helping = [
        step
        for step in (Step.DAY, Step.HOUR)
        if (at := planned[step]) is not None and at <= now <= at + USEFUL[step]
    ]
    assert len(helping) <= 1
    assert not helping or now < start


def test_half_an_hour_apart_is_an_overlap_and_a_whole_one_is_none() -> None:
    assert overlap(NOON, NOON + LENGTH - 1)
    assert overlap(NOON + LENGTH - 1, NOON)
    assert not overlap(NOON, NOON + LENGTH)
    assert quarter(NOON) + 1 == quarter(NOON + QUARTER)


# How a moment is typed and said.


@pytest.mark.parametrize(
    ("typed", "local"),
    [
        ("۱۴۰۵/۹/۲۰ ساعت ۱۶:۳۰", "2026-12-11T16:30"),
        ("1405/9/20 16:30", "2026-12-11T16:30"),
        ("٢٠/٩/١٤٠٥ ساعت ٩", "2026-12-11T09:00"),
        ("2026-12-11 16.05", "2026-12-11T16:05"),
        ("روز ۱۴۰۵/۹/۲۰ ساعت ۱۶:۳۰", None),
        ("۱۴۰۵/۹/۳۱ ساعت ۱۶:۳۰", None),
        ("۱۴۰۵/۹/۲۰ ساعت ۲۵", None),
        ("۱۴۰۵/۹/۲۰ ساعت ۱۶:۷۰", None),
        ("۱۴۰۵/۹/۲۰", None),
        ("فردا عصر", None),
        ("", None),
    ],
)
def test_a_day_and_an_hour_are_read_as_they_are_typed(typed: str, local: str | None) -> None:
    assert read_moment(typed) == local


@pytest.mark.parametrize(
    ("local", "utc"),
    [
        # In the summer of 1400 clocks stood an hour later; since 1401 they do not change.
        ("2021-07-01T16:30", datetime(2021, 7, 1, 12, 0, tzinfo=UTC)),
        ("2021-12-01T16:30", datetime(2021, 12, 1, 13, 0, tzinfo=UTC)),
        ("2026-07-01T16:30", datetime(2026, 7, 1, 13, 0, tzinfo=UTC)),
    ],
)
def test_the_clock_of_tehran_is_the_one_of_that_year(
    words: Words, local: str, utc: datetime
) -> None:
    assert words.moment(local) == int(utc.timestamp() * 1000)


def test_near_days_have_names_and_always_their_date(words: Words) -> None:
    tehran = ZoneInfo("Asia/Tehran")
    now = int(datetime(2026, 11, 30, 23, 50, tzinfo=tehran).timestamp() * 1000)
    start = int(datetime(2026, 12, 1, 16, 30, tzinfo=tehran).timestamp() * 1000)
    assert unmarked(words.appointed("fa", start, now)) == "فردا، سه‌شنبه ۱۰ آذر، ساعت ۱۶:۳۰"
    assert (
        unmarked(words.appointed("fa", start, start - HOUR)) == "امروز، سه‌شنبه ۱۰ آذر، ساعت ۱۶:۳۰"
    )
    assert unmarked(words.appointed("fa", start + DAY, now)) == "چهارشنبه ۱۱ آذر، ساعت ۱۶:۳۰"
    assert unmarked(words.appointed("en", start, now)) == "tomorrow, Tuesday 1 December, 16:30"
