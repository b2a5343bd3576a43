"""Dates as people here name them: the Jalali calendar, Tehran's clock, and words for nearness."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from persiantools.jdatetime import JalaliDate

from bot.words import Words
from tests.marks import unmarked
from tests.shelf import shelf

TEHRAN = ZoneInfo("Asia/Tehran")


@pytest.fixture(scope="module")
def words() -> Words:
    return shelf().words


def at(moment: datetime) -> int:
    return int(moment.timestamp() * 1000)


def test_every_day_of_sixty_years_goes_to_jalali_and_back() -> None:
    day, last = JalaliDate(1390, 1, 1).to_gregorian(), JalaliDate(1450, 12, 29).to_gregorian()
    wrong = []
    before = JalaliDate(day) - timedelta(days=1)
    while day <= last:
        jalali = JalaliDate(day)
        if jalali.to_gregorian() != day or jalali - before != timedelta(days=1):
            wrong.append(day)
        before, day = jalali, day + timedelta(days=1)
    assert wrong == []


def test_a_leap_year_has_a_thirtieth_of_esfand_and_others_do_not() -> None:
    assert JalaliDate(1403, 12, 30).to_gregorian() == date(2025, 3, 20)
    with pytest.raises(ValueError):
        JalaliDate(1404, 12, 30)


def test_summer_is_not_an_hour_off_since_iran_ended_daylight_saving() -> None:
    offsets = {
        year: datetime(year, 7, 1, tzinfo=UTC).astimezone(TEHRAN).strftime("%z")
        for year in range(2021, 2036)
    }
    assert {offsets[2021], offsets[2022]} == {"+0430"}
    assert {offsets[year] for year in range(2023, 2036)} == {"+0330"}


def test_near_moments_have_names_and_far_ones_a_jalali_date(words: Words) -> None:
    now = datetime(2026, 11, 24, 18, 0, tzinfo=TEHRAN)
    assert "۱۷:۳۰" in words.when("fa", at(now - timedelta(minutes=30)), at(now))
    assert unmarked(words.when("fa", at(now - timedelta(days=1)), at(now))).startswith("دیروز")
    assert "۱ آذر ۱۴۰۵" in words.when("fa", at(now - timedelta(days=2)), at(now))
    assert "24 November 2026" in words.when("en", at(now), at(now + timedelta(days=3)))


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        (0, "کمتر از یک دقیقه"),
        (1, "۱ دقیقه"),
        (75, "۷۵ دقیقه"),
        (600, "۱۰ ساعت"),
        (4320, "۳ روز"),
    ],
)
def test_a_length_of_time_is_said_as_a_person_would(words: Words, minutes: int, said: str) -> None:
    assert said in unmarked(words.span("fa", minutes * 60_000))
