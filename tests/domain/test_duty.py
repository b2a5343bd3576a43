"""Shifts, hours and holidays: weeks that begin on Saturday, nights that end on another day."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.config import ROOT
from bot.domain.duty import (
    WEEK,
    Shift,
    clash,
    coarse_wait,
    is_better_place,
    minute_of_week,
    next_begin,
    shift,
)
from bot.domain.opening import Holidays, OpeningHours, Span, parse_holidays, parse_spans
from bot.words import read_day

TEHRAN = ZoneInfo("Asia/Tehran")
DAILY, SHORT = parse_spans("08:00-20:00"), parse_spans("10:00-14:00")


def at(year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> int:
    return int(datetime(year, month, day, hour, minute, tzinfo=TEHRAN).timestamp() * 1000)


SATURDAY = at(2026, 11, 28)
HOUR = 3600 * 1000


def hours(**more: Holidays) -> OpeningHours:
    return OpeningHours((*(DAILY,) * 6, SHORT), SHORT, **more)


def test_a_week_begins_on_saturday_at_midnight_in_tehran() -> None:
    assert minute_of_week(SATURDAY, TEHRAN) == 0
    assert minute_of_week(SATURDAY - 1, TEHRAN) == WEEK - 1
    assert minute_of_week(at(2026, 12, 4, 23, 59), TEHRAN) == WEEK - 1


def test_each_minute_of_a_year_is_the_minute_of_its_week() -> None:
    for minutes in range(0, 366 * 1440, 7):
        assert minute_of_week(SATURDAY + minutes * 60_000, TEHRAN) == minutes % WEEK


def test_a_shift_holds_from_its_first_minute_to_the_one_before_its_end() -> None:
    morning = shift(0, 8, 12)
    covered = {m for m in range(WEEK) if morning.covers(m)}
    assert covered == set(range(480, 720))


def test_a_night_shift_goes_on_after_midnight_also_from_friday_to_saturday() -> None:
    night = shift(6, 22, 6)
    covered = {m for m in range(WEEK) if night.covers(m)}
    assert covered == {*range(6 * 1440 + 1320, WEEK), *range(360)}
    assert shift(2, 9, 9) == Shift(2 * 1440 + 540, 3 * 1440 + 540)


def test_two_shifts_clash_exactly_where_they_share_a_minute() -> None:
    some = [shift(day, b, e) for day in (0, 1, 6) for b in (0, 6, 20) for e in (0, 6, 21)]
    for one in some:
        for other in some:
            shared = any(one.covers(m) and other.covers(m) for m in range(WEEK))
            assert clash(one, other) == shared, (one, other)


def test_the_next_shift_is_never_now_and_at_most_a_week_away() -> None:
    assert next_begin([], SATURDAY, TEHRAN) is None
    shifts = [shift(0, 8, 12), shift(3, 22, 6)]
    assert next_begin(shifts, SATURDAY, TEHRAN) == SATURDAY + 8 * HOUR
    assert next_begin(shifts, SATURDAY + 8 * HOUR, TEHRAN) == at(2026, 12, 1, 22)
    assert next_begin(shifts, at(2026, 12, 1, 22), TEHRAN) == at(2026, 12, 5, 8)
    assert next_begin(shifts[:1], SATURDAY + 8 * HOUR + 59_000, TEHRAN) == at(2026, 12, 5, 8)


def test_after_hours_the_next_opening_is_the_next_day_and_fridays_are_short() -> None:
    assert hours().is_open(at(2026, 11, 28, 8), TEHRAN)
    assert not hours().is_open(at(2026, 11, 28, 20), TEHRAN)
    assert hours().next_opening(at(2026, 11, 28, 20), TEHRAN) == at(2026, 11, 29, 8)
    thursday = at(2026, 12, 3, 20)
    assert hours().next_opening(thursday, TEHRAN) == at(2026, 12, 4, 10)
    assert hours().next_opening(at(2026, 12, 4, 14), TEHRAN) == at(2026, 12, 5, 8)
    noon = at(2026, 11, 28, 12)
    assert hours().next_opening(noon, TEHRAN) == noon


def test_a_row_of_closed_holidays_over_the_end_of_a_jalali_year() -> None:
    text = (ROOT / "content" / "holidays.csv").read_text(encoding="utf-8")
    closed = OpeningHours((DAILY,) * 6 + ((),), (), parse_holidays(text, read_day))
    # 28 Esfand 1405 in the evening; the 29th and 1 to 4 Farvardin 1406 are holidays.
    evening = at(2027, 3, 19, 21)
    assert closed.next_opening(evening, TEHRAN) == at(2027, 3, 25, 8)
    # 13 Farvardin 1406 is a holiday like the 12th and the 14th; the 16th of Farvardin is a Monday.
    assert closed.next_opening(at(2027, 3, 31, 21), TEHRAN) == at(2027, 4, 4, 8)


def test_spans_over_midnight_belong_to_the_day_on_which_they_begin() -> None:
    nights = OpeningHours((parse_spans("20:00-02:00"),) * 6 + ((),), ())
    assert nights.is_open(at(2026, 11, 29, 1, 59), TEHRAN)
    assert not nights.is_open(at(2026, 11, 29, 2), TEHRAN)
    assert nights.is_open(at(2026, 12, 4, 1), TEHRAN)
    assert nights.next_opening(at(2026, 12, 4, 2), TEHRAN) == at(2026, 12, 5, 20)


def test_a_service_that_never_opens_says_so() -> None:
    never = OpeningHours(((),) * 7, ())
    assert never.next_opening(SATURDAY, TEHRAN) is None
    assert OpeningHours().is_open(SATURDAY, TEHRAN)


def test_hours_are_read_as_people_write_them() -> None:
    assert parse_spans("") == ()
    assert parse_spans("8:00-12:00, 16:30-20:00") == (Span(480, 720), Span(990, 1200))
    assert parse_spans("00:00-24:00") == (Span(0, 1440),)
    for wrong in (
        "8-20",
        "08:00",
        "25:00-26:00",
        "8:00-12:00,11:00-13:00",
        "a:00-b:00",
        "8:0-9:00",
    ):
        with pytest.raises(ValueError):
            parse_spans(wrong)


def test_the_holidays_of_two_years_are_known_and_wrong_lines_are_named() -> None:
    text = (ROOT / "content" / "holidays.csv").read_text(encoding="utf-8")
    known = parse_holidays(text, read_day)
    nowruz = date(2027, 3, 21)
    assert nowruz in known.days
    assert known.last == date(2028, 3, 19)
    assert not known.ends_soon(nowruz)
    assert known.ends_soon(date(2028, 3, 19) - timedelta(days=59))
    for line in ("1405/13/1,x", "1405/1/1", "1405/1/1,", "1405/1/2,y\n1405/1/2,z"):
        with pytest.raises(ValueError, match="line"):
            parse_holidays(f"date,name\n{line}\n", read_day)
    with pytest.raises(ValueError, match="header"):
        parse_holidays("", read_day)


def test_a_wait_is_shown_in_coarse_steps() -> None:
    shown = [coarse_wait(minutes * 60_000) for minutes in (0, 4, 5, 14, 15, 30, 59, 60, 119, 120)]
    assert shown == [0, 0, 5, 5, 15, 30, 30, 60, 60, 120]


def test_a_family_hears_of_a_step_and_not_of_each_place() -> None:
    assert is_better_place(3, 2)
    assert is_better_place(1, 0)
    assert not is_better_place(30, 29)
    assert is_better_place(30, 20)
    assert not is_better_place(2, 2)
    assert not is_better_place(2, 9)
