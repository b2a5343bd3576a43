"""The same hour on another day, also over the nights in which Iran changed its clocks."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.jalali import add_months
from bot.domain.moments import (
    at_minute,
    day_of,
    days_later,
    local,
    minute_of,
    months_later,
    weeks_later,
)

TEHRAN = ZoneInfo("Asia/Tehran")
DAYS = st.dates(date(2011, 3, 21), date(2035, 3, 20))
MINUTES = st.integers(0, 24 * 60 - 1)
SPRING, AUTUMN = date(2022, 3, 22), date(2022, 9, 22)
"""The last change to summer time (there was no hour from 0 to 1), and the night it ended in."""


def exists(day: date, minutes: int) -> bool:
    """Whether a clock in Tehran ever showed this minute."""
    wall = datetime.combine(day, datetime.min.time()) + timedelta(minutes=minutes)
    moment = wall.replace(tzinfo=TEHRAN).timestamp()
    return datetime.fromtimestamp(moment, TEHRAN).replace(tzinfo=None) == wall


@given(DAYS, MINUTES, st.integers(-400, 400))
def test_days_later_the_clock_shows_the_same(day: date, minutes: int, days: int) -> None:
    at = at_minute(day, minutes, TEHRAN)
    shown = minute_of(at, TEHRAN)
    assert shown == minutes or not exists(day, minutes)
    later = days_later(at, days, TEHRAN)
    goal = day_of(at, TEHRAN) + timedelta(days=days)
    if exists(goal, shown):
        assert (day_of(later, TEHRAN), minute_of(later, TEHRAN)) == (goal, shown)
    else:
        assert local(later, TEHRAN).hour == 1


@given(DAYS, MINUTES, st.integers(0, 60))
def test_weeks_are_seven_days_and_keep_the_weekday(day: date, minutes: int, weeks: int) -> None:
    at = at_minute(day, minutes, TEHRAN)
    later = weeks_later(at, weeks, TEHRAN)
    assert day_of(later, TEHRAN).weekday() == day_of(at, TEHRAN).weekday()
    assert abs(later - at - weeks * 7 * 86_400_000) <= 3_600_000


@given(DAYS, st.integers(60, 24 * 60 - 1), st.integers(0, 30))
def test_months_are_those_of_the_calendar(day: date, minutes: int, months: int) -> None:
    later = months_later(at_minute(day, minutes, TEHRAN), months, TEHRAN)
    assert day_of(later, TEHRAN) == add_months(day, months)
    assert minute_of(later, TEHRAN) == minutes


def test_a_day_of_the_change_is_not_a_day_of_24_hours() -> None:
    before = at_minute(SPRING - timedelta(days=1), 18 * 60, TEHRAN)
    assert days_later(before, 1, TEHRAN) - before == 23 * 3_600_000
    before = at_minute(AUTUMN - timedelta(days=1), 18 * 60, TEHRAN)
    assert days_later(before, 1, TEHRAN) - before == 25 * 3_600_000


def test_an_hour_that_was_left_out_is_the_next_one() -> None:
    assert not exists(SPRING, 30)
    assert local(at_minute(SPRING, 30, TEHRAN), TEHRAN).strftime("%H:%M") == "01:30"
