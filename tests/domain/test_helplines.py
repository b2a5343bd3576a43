"""The right numbers are shown for each need and hour, and an old file is noticed."""

from datetime import date, time
from pathlib import Path

import pytest

from bot.domain.danger import DangerCategory
from bot.domain.helplines import Helplines, Need, parse_helplines

FILE = Path(__file__).parents[2] / "content" / "helplines.toml"
ENTRY = """
[[helpline]]
number = "115"
name = { fa = "اورژانس", en = "Ambulance" }
what = { fa = "خطر جان", en = "Danger to life" }
hours = "24h"
source = "somewhere"
checked = 2026-03-02
"""
ORDER = """
[order]
suicide = ["115"]
violence = ["115"]
child = ["115"]
medical = ["115"]
"""


@pytest.fixture(scope="module")
def helplines() -> Helplines:
    return parse_helplines(FILE.read_text("utf-8"))


def numbers(helplines: Helplines, need: str, at: time) -> list[str]:
    return [line.number for line in helplines.for_category(need, at)]


def test_at_three_in_the_morning_only_open_lines_are_shown(helplines: Helplines) -> None:
    assert numbers(helplines, "suicide", time(3)) == ["115", "123", "4030"]


def test_in_the_evening_the_counseling_line_is_there_too(helplines: Helplines) -> None:
    assert numbers(helplines, "suicide", time(23, 59)) == ["115", "123", "4030", "1480"]


def test_a_line_opens_on_the_minute_and_closes_at_midnight(helplines: Helplines) -> None:
    (school,) = (line for line in helplines.every if line.number == "1570")
    opened = [school.is_open(time(*at)) for at in ((7, 59), (8, 0), (23, 59), (0, 0))]
    assert opened == [False, True, True, False]


def test_a_line_may_be_open_across_midnight() -> None:
    night = parse_helplines(ENTRY.replace("24h", "20:00-06:00") + ENTRY.replace("115", "1") + ORDER
                            .replace("115", "1"))  # fmt: skip
    opened = [night.every[0].is_open(time(hour)) for hour in (19, 20, 0, 5, 6)]
    assert opened == [False, True, True, True, False]


@pytest.mark.parametrize("category", list(DangerCategory))
def test_every_danger_has_a_number_at_every_hour(
    helplines: Helplines, category: DangerCategory
) -> None:
    assert all(helplines.for_category(category, time(hour)) for hour in range(24))


def test_closed_lines_can_be_named_with_their_hours(helplines: Helplines) -> None:
    assert [line.number for line in helplines.closed_for("talk", time(3))] == ["1480"]


def test_every_need_is_served_and_every_number_used(helplines: Helplines) -> None:
    assert set(helplines.order) == set(Need)
    assert {line for lines in helplines.order.values() for line in lines} == set(helplines.every)


def test_a_number_is_written_in_the_digits_of_the_reader(helplines: Helplines) -> None:
    assert helplines.every[0].number_in("fa") == "۱۱۵"
    assert helplines.every[0].number_in("en") == "115"


def test_words_are_in_the_language_of_the_reader(helplines: Helplines) -> None:
    name = helplines.every[0].name
    assert (name.in_language("fa"), name.in_language("en")) == ("اورژانس", "Ambulance")


def test_a_number_is_stale_on_the_91st_day() -> None:
    lines = parse_helplines(ENTRY + ORDER)
    assert lines.stale(date(2026, 5, 31)) == ()
    assert [line.number for line in lines.stale(date(2026, 6, 1))] == ["115"]


def test_nobody_can_have_called_on_a_day_to_come() -> None:
    lines = parse_helplines(ENTRY + ORDER)
    assert [line.number for line in lines.stale(date(2026, 3, 1))] == ["115"]


def test_a_need_that_does_not_exist_is_refused(helplines: Helplines) -> None:
    with pytest.raises(ValueError, match="weather"):
        helplines.for_category("weather", time(12))


@pytest.mark.parametrize(
    ("broken", "complaint"),
    [
        ("= x", "not a TOML file"),
        (ORDER, "no entry"),
        (ENTRY, r"\[order\] is missing"),
        (ENTRY + ENTRY + ORDER, "listed twice"),
        (ENTRY.replace('"115"', "115") + ORDER, "entry 1: number is 115; it must be digits in"),
        (ENTRY.replace("115", "۱۱۵") + ORDER, "entry 1: number is"),
        (ENTRY.replace("24h", "8 to 9") + ORDER, "115: hours is '8 to 9'; it must be"),
        (ENTRY.replace("2026-03-02", '"soon"') + ORDER, "115: checked is 'soon'; it must be a day"),
        (ENTRY.replace('source = "somewhere"', "") + ORDER, "115: source is missing"),
        (ENTRY.replace(', en = "Ambulance"', "") + ORDER, "115: name must be"),
        (ENTRY + ORDER.replace("child", "kids"), "'kids'; it must be one of suicide"),
        (ENTRY + ORDER.replace('child = ["115"]', 'child = ["9"]'), "child shows 9, which has no"),
        (ENTRY + ORDER.replace('child = ["115"]', "child = 115"), "child must be a list"),
        (ENTRY.replace("24h", "08:00-20:00") + ORDER, "child needs at least one number"),
    ],
)
def test_a_broken_file_is_told_by_entry(broken: str, complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        parse_helplines(broken)
