"""Clocks that stop outside opening hours, held against counting minute by minute."""

from collections.abc import Iterable
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.service_clock import (
    ALWAYS,
    DAY,
    FARTHEST,
    begun_before,
    calendar_for,
    deadline,
    working,
)
from bot.domain.triage import Acuity

HOUR = 3_600_000


@dataclass(frozen=True, slots=True)
class Hours:
    """The same stretches every day."""

    stretches: tuple[tuple[int, int], ...]

    def open_between(self, start: int, end: int) -> Iterable[tuple[int, int]]:
        for day in range(start // DAY, end // DAY + 1):
            for begins, ends in self.stretches:
                yield day * DAY + begins, day * DAY + ends

    def is_open(self, at: int) -> bool:
        return any(begins <= at % DAY < ends for begins, ends in self.stretches)


@st.composite
def calendars(draw: st.DrawFn) -> Hours:
    """Up to three stretches a day, in whole hours, so that each can be counted."""
    cuts = draw(st.lists(st.integers(0, 24), min_size=2, max_size=6, unique=True).map(sorted))
    hours = [cut * HOUR for cut in cuts]
    return Hours(tuple(zip(hours[::2], hours[1::2], strict=False)))


TIMES = st.integers(2_400, 2_640).map(lambda hour: hour * HOUR)
SPANS = st.integers(0, 40).map(lambda hours: hours * HOUR)


@given(calendars(), TIMES, TIMES)
def test_working_time_is_what_one_counts(hours: Hours, start: int, end: int) -> None:
    counted = sum(hours.is_open(at) for at in range(start, end, HOUR))
    assert working(hours, start, end) == counted * HOUR


@given(calendars(), TIMES, SPANS)
def test_a_deadline_is_the_first_instant_at_which_the_time_is_over(
    hours: Hours, start: int, span: int
) -> None:
    at = deadline(hours, start, span)
    assert working(hours, start, at) == span
    assert span == 0 or working(hours, start, at - 1) == span - 1


@given(calendars(), TIMES, SPANS)
def test_looking_back_agrees_with_looking_forward(hours: Hours, end: int, span: int) -> None:
    since = begun_before(hours, end, span)
    assert working(hours, since, end) == span
    assert span == 0 or working(hours, since + 1, end) == span - 1
    assert deadline(hours, since, span) <= end


@given(calendars(), TIMES, SPANS, SPANS)
def test_a_clock_never_runs_backwards(hours: Hours, start: int, some: int, more: int) -> None:
    assert deadline(hours, start, some) <= deadline(hours, start, some + more)
    assert working(hours, start, start + some) <= working(hours, start, start + some + more)


@given(TIMES, SPANS)
def test_day_and_night_every_millisecond_counts(start: int, span: int) -> None:
    assert deadline(ALWAYS, start, span) == start + span
    assert begun_before(ALWAYS, start, span) == start - span
    assert working(ALWAYS, start, start + span) == span


def test_a_night_does_not_count() -> None:
    nine_to_five = Hours(((9 * HOUR, 17 * HOUR),))
    evening = 100 * DAY + 16 * HOUR
    assert deadline(nine_to_five, evening, 2 * HOUR) == 101 * DAY + 10 * HOUR
    assert working(nine_to_five, evening, 101 * DAY + 9 * HOUR) == HOUR


def test_where_it_is_never_open_the_clock_does_not_stand_still_for_ever() -> None:
    assert deadline(Hours(()), 1_000, HOUR) == 1_000 + FARTHEST + HOUR
    assert begun_before(Hours(()), FARTHEST * 2, HOUR) == FARTHEST - HOUR


@pytest.mark.parametrize("acuity", Acuity)
def test_urgent_clocks_never_stop(acuity: Acuity) -> None:
    closed = Hours(())
    urgent = acuity in (Acuity.IMMEDIATE, Acuity.HIGH)
    assert (calendar_for(acuity, closed) is closed) is not urgent
