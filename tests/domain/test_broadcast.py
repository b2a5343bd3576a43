"""How fast a broadcast goes on, when it stands still, and what is told of it."""

from datetime import UTC

import pytest

from bot.domain.automatic import QuietHours
from bot.domain.broadcast import (
    LEAST_AHEAD,
    MOST_AHEAD,
    Fate,
    Progress,
    Topic,
    ahead,
    bar,
    corrected,
    duration,
    ends_at,
    in_language,
    link_in,
    too_many_errors,
)
from bot.domain.outgoing import Album, Button, Media, Outgoing, Text
from bot.domain.outgoing_json import from_json, to_json
from bot.domain.segment import Audience, Segment, Taken, from_plain, to_plain, toggled

HOUR = 3_600_000
DAY = 24 * HOUR


@pytest.mark.parametrize(
    ("now", "left", "then"),
    [
        (90, 0, 180), (90, 45, 180), (90, 60, 90), (90, 80, 90),
        (400, 390, 200), (400, 300, 400), (1500, 0, MOST_AHEAD),
    ],
)  # fmt: skip
def test_as_many_wait_ahead_as_leave_until_the_next_look(now: int, left: int, then: int) -> None:
    assert ahead(now, left) == then
    assert LEAST_AHEAD <= ahead(now, left) <= MOST_AHEAD


@pytest.mark.parametrize(
    ("results", "errors", "stops"),
    [(0, 0, False), (19, 19, False), (20, 4, False), (20, 5, True), (100, 20, False)],
)
def test_it_stands_still_when_enough_results_hold_too_many_errors(
    results: int, errors: int, stops: bool
) -> None:
    assert too_many_errors(results, errors, 20) is stops


def test_a_bar_is_full_only_when_all_is_done() -> None:
    assert bar(0, 100) == "▱" * 12
    assert bar(99, 100) == "▰" * 11 + "▱"
    assert bar(100, 100) == "▰" * 12
    assert bar(0, 0) == "▰" * 12


def test_progress_adds_up() -> None:
    progress = Progress({Fate.SENT: 5, Fate.WAITING: 3, Fate.TAKEN: 2, Fate.UNKNOWN: 1}, later=1)
    assert (progress.all, progress.left, progress.done) == (11, 5, 6)


def test_the_duration_is_that_of_the_slowest_messenger_with_room_for_talk() -> None:
    rates = {"telegram": 25.0, "bale": 5.0}
    assert duration({"telegram": 2000}, rates) == 100_000
    assert duration({"telegram": 2000, "bale": 2000}, rates) == 500_000
    assert duration({}, rates) == 0
    assert duration({"telegram": 1600}, {"telegram": 0}) == 10_000


def test_sending_rests_in_quiet_hours() -> None:
    quiet = QuietHours(21 * 60, 8 * 60)
    assert ends_at(10 * HOUR, HOUR, quiet, UTC) == 11 * HOUR
    assert ends_at(20 * HOUR, 2 * HOUR, quiet, UTC) == DAY + 9 * HOUR
    assert ends_at(22 * HOUR, HOUR, quiet, UTC) == DAY + 9 * HOUR
    assert ends_at(10 * HOUR, 30 * HOUR, quiet, UTC) == 2 * DAY + 14 * HOUR
    assert ends_at(20 * HOUR, 30 * HOUR, QuietHours(0, 0), UTC) == 50 * HOUR


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("سایت ما https://example.org/a", ("سایت ما", "https://example.org/a")),
        ("https://example.org | سایت", ("سایت", "https://example.org")),
        ("https://example.org", ("", "https://example.org")),
        ("example.org", None),
        ("javascript:alert(1)", None),
    ],
)
def test_a_link_is_its_words_and_an_address(typed: str, found: tuple[str, str] | None) -> None:
    assert link_in(typed) == found


def test_a_correction_changes_words_and_leaves_pictures() -> None:
    words, photo = Text("درست"), Media("photo", "f", "غلط")
    assert corrected(Text("غلط"), words) == words
    assert corrected(photo, words) == Media("photo", "f", "درست")
    assert corrected(Album((photo,), below=Text("غلط")), words) == Album((photo,), below=words)


def test_a_reader_gets_their_language_or_the_usual_one_or_any() -> None:
    fa, en = Text("سلام"), Text("hello")
    assert in_language({"fa": fa, "en": en}, "en", "fa") == en
    assert in_language({"fa": fa, "en": en}, "de", "fa") == fa
    assert in_language({"en": en}, "fa", "fa") == en
    assert in_language({}, "fa", "fa") is None


def test_an_album_keeps_what_hangs_below_it() -> None:
    below = Text("بیشتر", ((Button("دکمه", "1.bo.stop.x"),),))
    album: Outgoing = Album((Media("photo", "a"), Media("video", "b")), below=below)
    assert from_json(to_json(album)) == album


def test_a_segment_is_read_as_it_was_written_and_short_where_it_is_usual() -> None:
    segment = Segment(
        Audience.COUNSELORS, ("fars",), ("grief",), taken=Taken.NO, rest_days=7, without_case=False
    )
    assert from_plain(to_plain(segment)) == segment
    assert to_plain(Segment()) == {}
    assert from_plain({"of another version": 1}) == Segment()
    with pytest.raises(ValueError, match="everybody"):
        from_plain({"audience": "everybody"})


def test_a_choice_is_taken_back_by_choosing_it_again() -> None:
    assert toggled(("a",), "b") == ("a", "b")
    assert toggled(("a", "b"), "a") == ("b",)


def test_each_topic_is_a_stream_of_its_own() -> None:
    assert {topic.stream for topic in Topic} == {
        "broadcasts:awareness", "broadcasts:courses", "broadcasts:news",
    }  # fmt: skip
