"""Signs of load, and when somebody is asked how they are."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.domain.welfare import AFTER_IMMEDIATE, Load, Sign, day_to_tell, debrief_at, signs

TEHRAN = ZoneInfo("Asia/Tehran")


def at(text: str) -> int:
    return int(datetime.fromisoformat(text).replace(tzinfo=TEHRAN).timestamp() * 1000)


def test_an_ordinary_day_has_no_sign() -> None:
    assert signs(Load(), 0) == signs(Load(2, None, 10, 12), 0) == ()


def test_each_burden_has_its_sign() -> None:
    now = at("2026-11-27 12:00")
    assert signs(Load(hard=3), now) == (Sign.SEVERE_RUN,)
    assert signs(Load(immediate_at=now - AFTER_IMMEDIATE + 1), now) == (Sign.IMMEDIATE,)
    assert signs(Load(immediate_at=now - AFTER_IMMEDIATE), now) == ()
    assert signs(Load(hours=11), now) == (Sign.LONG_DAY,)
    assert signs(Load(open_cases=13), now) == (Sign.MANY_OPEN,)
    assert signs(Load(5, now, 24, 50), now) == tuple(Sign)


@pytest.mark.parametrize(
    ("now", "on_duty", "asked"),
    [
        ("2026-11-27 11:00", False, "2026-11-27 12:00"),
        ("2026-11-27 19:59", False, "2026-11-27 20:59"),
        ("2026-11-27 20:00", False, "2026-11-28 09:00"),
        ("2026-11-27 23:30", False, "2026-11-28 09:00"),
        ("2026-11-27 03:00", False, "2026-11-27 09:00"),
        ("2026-11-27 08:00", False, "2026-11-27 09:00"),
        ("2026-11-27 03:00", True, "2026-11-27 04:00"),
    ],
)
def test_nobody_is_asked_in_the_night_unless_they_work(now: str, on_duty: bool, asked: str) -> None:
    assert debrief_at(at(now), TEHRAN, on_duty=on_duty) == at(asked)


def test_supervisors_are_told_by_day() -> None:
    assert day_to_tell(at("2026-11-27 09:00"), TEHRAN) == "2026-11-27"
    assert day_to_tell(at("2026-11-27 20:59"), TEHRAN) == "2026-11-27"
    assert day_to_tell(at("2026-11-27 21:00"), TEHRAN) is None
    assert day_to_tell(at("2026-11-27 08:59"), TEHRAN) is None
