"""When a part of a series comes, for whom a series is, and what coming late means."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.moments import at_minute, day_of, minute_of
from bot.domain.series import (
    DAY,
    Audience,
    Edition,
    Series,
    Stage,
    begins_at,
    counted_at,
    fitting,
    follows_at,
    joined_at,
    may_be_offered,
    of_use_until,
    tomorrow_at,
)
from bot.domain.triage import Acuity

TEHRAN = ZoneInfo("Asia/Tehran")
SIX = 18 * 60
ANCHOR = date(2026, 9, 20)
MOMENTS = st.integers(
    int(datetime(2012, 1, 1, tzinfo=TEHRAN).timestamp() * 1000),
    int(datetime(2030, 1, 1, tzinfo=TEHRAN).timestamp() * 1000),
)
OFFSETS = st.lists(st.integers(-60, 60), min_size=1, max_size=9, unique=True).map(sorted)


def series(*offsets: int, name: str = "s", topics: tuple[str, ...] = ("grief",)) -> Series:
    return Series(name, Audience.ADULTS, topics, SIX, offsets, {"fa": Edition("t", "a", ())})


def at(days: int, minutes: int = SIX) -> int:
    return at_minute(ANCHOR + timedelta(days=days), minutes, TEHRAN)


@given(MOMENTS)
def test_the_first_part_comes_at_its_hour_within_a_day(now: int) -> None:
    first = begins_at(series(0, 1), now, TEHRAN)
    assert minute_of(first, TEHRAN) == SIX
    assert now < first <= now + 25 * 3_600_000


@given(MOMENTS, OFFSETS)
def test_a_part_that_comes_late_brings_no_crowd_with_it(now: int, offsets: list[int]) -> None:
    one, moment = series(*offsets), now
    for part in range(1, one.last):
        after = follows_at(one, part, moment, TEHRAN)
        apart = offsets[part] - offsets[part - 1]
        assert day_of(after, TEHRAN) == day_of(moment, TEHRAN) + timedelta(days=apart)
        assert minute_of(after, TEHRAN) == SIX
        moment = after
    assert tomorrow_at(one, now, TEHRAN) > now


@given(OFFSETS)
def test_days_of_a_stage_are_counted_from_it_and_one_part_ends_where_the_next_begins(
    offsets: list[int],
) -> None:
    one = series(*offsets)
    for part in range(1, one.last + 1):
        begins = counted_at(one, part, ANCHOR, TEHRAN)
        assert begins == at(offsets[part - 1])
        ends = of_use_until(one, part, ANCHOR, TEHRAN)
        assert begins < ends <= begins + 2 * DAY
        if part < one.last:
            assert ends < counted_at(one, part + 1, ANCHOR, TEHRAN)


@given(OFFSETS, st.integers(-90, 90))
def test_who_joins_late_gets_only_what_is_still_to_come(offsets: list[int], days: int) -> None:
    one, now = series(*offsets), at(days)
    part = joined_at(one, ANCHOR, now, TEHRAN)
    to_come = [n for n, offset in enumerate(offsets, 1) if offset > days]
    assert part == (to_come[0] if to_come else None)


def test_a_series_is_offered_by_topic_and_never_to_somebody_in_danger() -> None:
    calm, grief = series(0, name="calm", topics=("stress", "grief")), series(0, name="grief")
    library = {"calm": calm, "grief": grief}
    assert fitting(library, ("grief",), frozenset()) == [calm, grief]
    assert fitting(library, ("stress",), frozenset()) == [calm]
    assert fitting(library, ("money",), frozenset()) == []
    assert fitting(library, ("grief",), frozenset({"series:stress"})) == [grief]
    assert fitting(library, ("grief",), frozenset({"courses", "broadcasts:grief"})) == [calm, grief]
    for acuity in Acuity:
        assert not may_be_offered(acuity, alerted=True)
    assert may_be_offered(Acuity.LOW, alerted=False)
    assert may_be_offered(Acuity.MEDIUM, alerted=False)
    assert not may_be_offered(Acuity.HIGH, alerted=False)
    assert not may_be_offered(Acuity.IMMEDIATE, alerted=False)


def test_stages_have_the_names_of_the_files() -> None:
    assert set(Stage) == {"wedding", "birth", "loss"}
