"""When something may leave that a clock has started: in nobody's quiet hours, on no holiday."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.automatic import (
    AUTOMATIC,
    Calm,
    QuietHours,
    leaves_at,
    next_day,
    parse_quiet,
)
from bot.domain.contact import HOURS, PRESENT, WAITED_FOR, ContactRules, Writing, allowed_at
from bot.domain.delivery import KINDS
from bot.domain.moments import day_of, local, minute_of
from bot.domain.opening import Holidays

TEHRAN = ZoneInfo("Asia/Tehran")
HOUR = 3_600_000
HOLIDAYS = Holidays({date(2026, 9, 23): "a", date(2026, 9, 24): "b", date(2026, 9, 25): "c"})
CALM = Calm(QuietHours(), HOLIDAYS)
MINUTES = st.integers(0, 24 * 60 - 1)
QUIET = st.builds(QuietHours, MINUTES, MINUTES)
MOMENTS = st.integers(
    int(datetime(2012, 1, 1, tzinfo=TEHRAN).timestamp() * 1000),
    int(datetime(2030, 1, 1, tzinfo=TEHRAN).timestamp() * 1000),
)
CHOSEN = st.sets(st.sampled_from(sorted(HOURS)))
RULES = st.builds(
    lambda writing, hours: ContactRules(writing, frozenset(hours)),
    st.sampled_from([None, *Writing]), CHOSEN,
)  # fmt: skip


def at(day: int, hour: int, minute: int = 0) -> int:
    return int(datetime(2026, 9, day, hour, minute, tzinfo=TEHRAN).timestamp() * 1000)


def series(rules: ContactRules, now: int, own: QuietHours | None = None) -> int | None:
    return leaves_at(rules, "series", now, 0, TEHRAN, CALM.of(own))


@given(MOMENTS, QUIET)
def test_quiet_hours_end_at_the_first_minute_that_is_not_quiet(now: int, quiet: QuietHours) -> None:
    over = quiet.over_at(now, TEHRAN)
    assert not quiet.holds(minute_of(over, TEHRAN))
    assert now <= over < now + 25 * HOUR
    if over > now:
        assert quiet.holds(minute_of(now, TEHRAN))
        assert quiet.holds(minute_of(over - 60_000, TEHRAN)) or local(over, TEHRAN).hour < 2


@given(MOMENTS, RULES, st.one_of(st.none(), QUIET), st.sampled_from(sorted(AUTOMATIC)))
def test_it_leaves_where_every_rule_allows_it_and_never_before(
    now: int, rules: ContactRules, own: QuietHours | None, kind: str
) -> None:
    leaves = leaves_at(rules, kind, now, 0, TEHRAN, CALM.of(own))
    if leaves is None:
        return
    assert leaves >= now
    # Asked again at that moment, the answer is: now.
    assert leaves_at(rules, kind, leaves, 0, TEHRAN, CALM.of(own)) == leaves
    how = AUTOMATIC[kind]
    if how.quiet:
        assert not (own or CALM.quiet).holds(minute_of(leaves, TEHRAN))
    if how.holidays:
        assert day_of(leaves, TEHRAN) not in HOLIDAYS.days
    if not how.chosen:
        assert allowed_at(rules, kind, leaves, 0, TEHRAN) == leaves
    # Who said "any time" is answered at any time.
    at_any_time = kind in WAITED_FOR and not how.quiet and "anytime" in rules.hours
    if rules.writing is not None and not at_any_time:
        spans = [HOURS[name] for name in rules.hours] or [HOURS["anytime"]]
        assert any(a <= local(leaves, TEHRAN).hour < b for a, b in spans)


@given(MOMENTS, RULES)
def test_what_no_clock_started_obeys_safe_contact_alone(now: int, rules: ContactRules) -> None:
    for kind in KINDS.keys() - AUTOMATIC.keys():
        expected = allowed_at(rules, kind, now, 0, TEHRAN)
        assert leaves_at(rules, kind, now, 0, TEHRAN, CALM) == expected


@given(MOMENTS)
def test_who_wants_no_first_message_or_has_left_gets_none(now: int) -> None:
    assert series(ContactRules(Writing.WAIT), now) is None
    for writing in (None, *Writing):
        assert series(ContactRules(writing, frozenset(), 1), now) is None


def test_a_part_in_quiet_hours_waits_for_the_morning_and_for_the_end_of_holidays() -> None:
    rules = ContactRules(Writing.ANY)
    assert series(rules, at(21, 18)) == at(21, 18)
    assert series(rules, at(21, 21)) == at(22, 8)
    assert series(rules, at(21, 7, 59)) == at(21, 8)
    assert series(rules, at(22, 23)) == at(26, 8)
    assert series(ContactRules(), at(24, 12)) == at(26, 8)


def test_own_quiet_hours_take_the_place_of_those_of_the_house() -> None:
    rules, own = ContactRules(), QuietHours(14 * 60, 17 * 60)
    assert series(rules, at(21, 15), own) == at(21, 17)
    assert series(rules, at(21, 23), own) == at(21, 23)
    # Where somebody may be written to in those hours only, there is no moment left.
    assert series(ContactRules(Writing.ANY, frozenset({"noon"})), at(21, 12), own) == at(21, 12)
    noon = QuietHours(12 * 60, 16 * 60)
    assert series(ContactRules(Writing.ANY, frozenset({"noon"})), at(21, 12), noon) is None


def test_a_series_is_quiet_even_while_its_reader_is_there_and_a_notice_is_an_answer() -> None:
    now, rules = at(21, 22), ContactRules(Writing.ANY)
    seen = now - PRESENT + 1
    assert leaves_at(rules, "series", now, seen, TEHRAN, CALM) == at(22, 8)
    assert leaves_at(rules, "notice", now, seen, TEHRAN, CALM) == now
    assert leaves_at(rules, "notice", now, 0, TEHRAN, CALM) == at(22, 8)
    assert leaves_at(ContactRules(), "notice", now, 0, TEHRAN, CALM) is None
    assert leaves_at(ContactRules(), "reminder", now, 0, TEHRAN, CALM) == at(22, 8)
    assert leaves_at(ContactRules(), "claimed", now, 0, TEHRAN, CALM) == now


@given(MOMENTS)
def test_the_next_day_begins_at_midnight_by_the_clock_there(now: int) -> None:
    first = next_day(now, TEHRAN)
    assert day_of(first, TEHRAN) == day_of(now, TEHRAN) + timedelta(days=1)
    assert day_of(first - 1, TEHRAN) == day_of(now, TEHRAN)


def test_quiet_hours_are_read_as_they_are_written() -> None:
    assert parse_quiet("21:00-08:00") == QuietHours()
    assert parse_quiet("13:30-15:00") == QuietHours(13 * 60 + 30, 15 * 60)
    assert parse_quiet("22:00-24:00") == QuietHours(22 * 60, 0)
    assert not any(parse_quiet("").holds(minute) for minute in range(24 * 60))
    for wrong in ("21-8", "9:00", "08:00-10:00, 12:00-13:00"):
        with pytest.raises(ValueError):
            parse_quiet(wrong)
