"""The Jalali calendar as arithmetic on days: leap years, lengths of months, the same day later.

The rule of 33 years is exact from 1343 to 1472 (Iranian calendar law of 1304 against the equinox).
"""

from datetime import date, timedelta
from functools import cache

FIRST, LAST = 1343, 1472
"""The years in which this arithmetic is right."""
_LEAP = frozenset({1, 5, 9, 13, 17, 22, 26, 30})
_NOWRUZ = date(1964, 3, 21)
"""The first day of the first year."""


def is_leap(year: int) -> bool:
    return year % 33 in _LEAP


def days_in(year: int, month: int) -> int:
    """The length of a month: six of 31 days, five of 30, and Esfand."""
    if month <= 6:
        return 31
    return 30 if month <= 11 or is_leap(year) else 29


@cache
def _nowruz(year: int) -> date:
    """The first day of a year. ValueError outside of those that we know."""
    if not FIRST <= year <= LAST + 1:
        raise ValueError(f"{year} is outside of {FIRST}-{LAST}")
    leaps = sum(is_leap(before) for before in range(FIRST, year))
    return _NOWRUZ + timedelta(days=365 * (year - FIRST) + leaps)


def to_day(year: int, month: int, day: int) -> date:
    """The day of a Jalali date. ValueError where there is no such date."""
    if not 1 <= month <= 12 or not 1 <= day <= days_in(year, month):
        raise ValueError(f"{year}/{month}/{day} is no day")
    before = sum(days_in(year, each) for each in range(1, month))
    return _nowruz(year) + timedelta(days=before + day - 1)


def from_day(day: date) -> tuple[int, int, int]:
    """Year, month and day. ValueError outside of the years that we know."""
    year = day.year - 621
    if day < _nowruz(year):
        year -= 1
    left = (day - _nowruz(year)).days
    month = 1
    while left >= days_in(year, month):
        left -= days_in(year, month)
        month += 1
    return year, month, left + 1


def add_months(day: date, months: int) -> date:
    """The same day so many Jalali months later; the last one of a month that is shorter."""
    year, month, number = from_day(day)
    year, month = divmod(year * 12 + month - 1 + months, 12)
    return to_day(year, month + 1, min(number, days_in(year, month + 1)))
