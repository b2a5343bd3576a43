"""The Jalali calendar as arithmetic: every day of sixty years, and what a month later means."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from persiantools.jdatetime import JalaliDate

from bot.domain.jalali import add_months, days_in, from_day, is_leap, to_day

DAYS = st.dates(date(2011, 3, 21), date(2071, 3, 20))
MONTHS = st.integers(-24, 24)


def test_every_day_from_1390_to_1450_has_the_date_that_others_give_it() -> None:
    day, last = JalaliDate(1390, 1, 1).to_gregorian(), JalaliDate(1450, 12, 29).to_gregorian()
    wrong = []
    while day <= last:
        known = JalaliDate(day)
        ours = from_day(day)
        if ours != (known.year, known.month, known.day) or to_day(*ours) != day:
            wrong.append(day)
        day += timedelta(days=1)
    assert wrong == []


def test_leap_years_have_a_thirtieth_of_esfand_and_others_do_not() -> None:
    leap = [year for year in range(1390, 1451) if is_leap(year)]
    assert leap[:6] == [1391, 1395, 1399, 1403, 1408, 1412]
    for year in range(1390, 1451):
        assert JalaliDate.is_leap(year) == is_leap(year)
        assert days_in(year, 12) == 29 + is_leap(year)
    for wrong in ((1404, 12, 30), (1404, 7, 31), (1404, 13, 1), (1404, 1, 0), (1300, 1, 1)):
        with pytest.raises(ValueError):
            to_day(*wrong)


@given(DAYS, MONTHS)
def test_a_month_later_is_the_same_day_or_the_last_of_a_shorter_month(
    day: date, months: int
) -> None:
    year, month, number = from_day(day)
    later = from_day(add_months(day, months))
    assert later[0] * 12 + later[1] == year * 12 + month + months
    assert later[2] == min(number, days_in(later[0], later[1]))


def test_month_ends() -> None:
    assert from_day(add_months(to_day(1404, 6, 31), 1)) == (1404, 7, 30)
    assert from_day(add_months(to_day(1404, 11, 30), 1)) == (1404, 12, 29)
    assert from_day(add_months(to_day(1403, 11, 30), 1)) == (1403, 12, 30)
    assert from_day(add_months(to_day(1403, 12, 30), 12)) == (1404, 12, 29)
    assert from_day(add_months(to_day(1405, 1, 31), -1)) == (1404, 12, 29)
