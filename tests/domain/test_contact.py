"""When a family may be written to: never outside what they told us is safe."""

from datetime import UTC, datetime, tzinfo
from random import Random
from zoneinfo import ZoneInfo

import pytest

from bot.domain.contact import (
    ANSWERS,
    HOURS,
    PRESENT,
    QUIET,
    TO_STAFF,
    UNHEARD,
    WAITED_FOR,
    WATCHING,
    ContactRules,
    Writing,
    allowed_at,
    contact_rules,
    is_gated,
    is_kept,
    is_veiled,
)
from bot.domain.delivery import KINDS, Lane

TEHRAN = ZoneInfo("Asia/Tehran")
MINUTE = 60_000
DAY = 24 * 60 * MINUTE
LONG_AGO = 0


def at(hour: int, minute: int = 0, zone: tzinfo = TEHRAN) -> int:
    return int(datetime(2026, 11, 24, hour, minute, tzinfo=zone).timestamp() * 1000)


def clock(moment: int, zone: tzinfo = TEHRAN) -> str:
    return datetime.fromtimestamp(moment / 1000, zone).strftime("%d %H:%M")


def may(writing: str, *hours: str, silenced: int | None = None) -> ContactRules:
    return ContactRules(Writing(writing), frozenset(hours), silenced)


@pytest.mark.parametrize(
    ("hours", "now", "then"),
    [
        ((), at(7, 59), "24 08:00"),
        ((), at(8), "24 08:00"),
        ((), at(20, 59), "24 20:59"),
        ((), at(21), "25 08:00"),
        (("anytime", "night"), at(22, 30), "24 22:30"),
        (("morning", "evening"), at(12), "24 16:00"),
        (("night",), at(23), "25 20:00"),
        (("noon",), at(3), "24 12:00"),
    ],
)
def test_a_notice_leaves_inside_the_hours_or_when_they_begin(
    hours: tuple[str, ...], now: int, then: str
) -> None:
    allowed = allowed_at(may("any", *hours), "notice", now, LONG_AGO, TEHRAN)
    assert allowed is not None
    assert clock(allowed) == then


def test_what_answers_a_person_never_waits() -> None:
    for kind in ANSWERS | TO_STAFF:
        for rules in (may("wait"), may("any", "noon"), ContactRules()):
            assert allowed_at(rules, kind, at(3), LONG_AGO, TEHRAN) == at(3)


def test_a_talk_goes_on_while_the_person_is_there() -> None:
    now = at(23, 30)
    for rules in (may("wait"), may("any", "noon"), ContactRules()):
        assert allowed_at(rules, "relay", now, now - PRESENT + 1, TEHRAN) == now


def test_nothing_begins_a_talk_with_those_who_do_not_want_it() -> None:
    for kind in ("relay", "claimed", "notice"):
        assert allowed_at(may("wait"), kind, at(12), at(12) - PRESENT, TEHRAN) is None
    assert is_kept(may("wait"), "relay") and is_kept(may("wait"), "case_news")
    assert not is_kept(may("wait"), "notice") and not is_kept(may("wait"), "feedback")


def test_who_was_never_asked_gets_what_they_wait_for_and_nothing_else() -> None:
    unasked = ContactRules()
    for kind in WAITED_FOR:
        assert allowed_at(unasked, kind, at(3), LONG_AGO, TEHRAN) == at(3)
    assert allowed_at(unasked, "notice", at(12), LONG_AGO, TEHRAN) is None


def test_those_who_left_get_nothing_of_us_and_all_of_it_is_kept() -> None:
    gone = may("any", silenced=at(11))
    for kind in KINDS:
        allowed = allowed_at(gone, kind, at(12), at(12), TEHRAN)
        assert allowed == (at(12) if kind in QUIET else None), kind
    assert is_kept(gone, "notice")


def test_a_kind_that_nobody_has_thought_of_asks_first() -> None:
    assert is_gated("reminder")
    assert is_gated("series")
    assert KINDS.keys() >= (ANSWERS | TO_STAFF | WAITED_FOR)
    bulk = {kind for kind in KINDS if KINDS[kind].lane in (Lane.REMINDER, Lane.BULK)}
    gated = bulk - {"commands", "inquiry", "review"} - UNHEARD
    assert gated == {kind for kind in gated if is_gated(kind)}


def test_only_plain_messages_to_somebody_who_looked_away_are_veiled() -> None:
    now = at(12)
    assert is_veiled(may("neutral"), "relay", now, now - WATCHING)
    assert not is_veiled(may("neutral"), "relay", now, now - WATCHING + 1)
    assert not is_veiled(may("any"), "relay", now, LONG_AGO)
    assert not is_veiled(may("neutral"), "reply", now, LONG_AGO)
    assert not is_veiled(may("neutral"), "veil", now, LONG_AGO)


def test_who_said_any_time_is_answered_at_night_and_written_to_by_day() -> None:
    rules, now = may("any", "anytime"), at(23, 30)
    assert allowed_at(rules, "relay", now, LONG_AGO, TEHRAN) == now
    assert clock(allowed_at(rules, "notice", now, LONG_AGO, TEHRAN) or 0) == "25 08:00"


def test_answers_that_we_do_not_know_are_no_permission() -> None:
    assert contact_rules("always", ["midnight"]) == ContactRules()
    assert contact_rules("any", ["night", "midnight"]) == may("any", "night")


def inside(hours: frozenset[str], moment: int, zone: tzinfo) -> bool:
    """Said once more, in another way: the minutes of the day that were chosen."""
    here = datetime.fromtimestamp(moment / 1000, zone)
    spans = [HOURS[name] for name in hours] or [(8, 21)]
    chosen = {minute for first, last in spans for minute in range(first * 60, last * 60)}
    return here.hour * 60 + here.minute in chosen


@pytest.mark.parametrize("zone", [TEHRAN, UTC, ZoneInfo("Europe/Berlin"), ZoneInfo("Asia/Kabul")])
def test_of_10000_scheduled_messages_none_leaves_where_it_must_not(zone: tzinfo) -> None:
    chance = Random(7)
    kinds = sorted(kind for kind in KINDS if is_gated(kind))
    left = 0
    for _ in range(10_000):
        hours = frozenset(chance.sample(sorted(HOURS), chance.randrange(4)))
        writing = chance.choice([*Writing, None])
        silenced = chance.choice([None, None, at(1)])
        rules = ContactRules(writing, hours, silenced)
        now = at(0) + chance.randrange(400 * DAY)
        seen = now - chance.choice([chance.randrange(2 * PRESENT), chance.randrange(DAY), DAY])
        kind = chance.choice(kinds)
        allowed = allowed_at(rules, kind, now, seen, zone)
        if allowed is None:
            continue
        left += 1
        assert silenced is None
        assert now <= allowed <= now + DAY + 2 * 60 * MINUTE
        if now - seen >= PRESENT:
            assert writing is not Writing.WAIT
            assert writing is not None or kind in WAITED_FOR
            waited_for = kind in WAITED_FOR and (writing is None or "anytime" in hours)
            assert waited_for or inside(hours, allowed, zone)
    assert left > 2_000
