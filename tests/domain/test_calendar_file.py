"""The calendar file: what a reader by RFC 5545 gets back is what was put in."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.calendar_file import Event, Organizer, calendar_file

AT = int(datetime(2026, 12, 11, 13, 0, tzinfo=UTC).timestamp() * 1000)


def unfolded(text: str) -> list[str]:
    """The content lines, as RFC 5545, 3.1 reads them."""
    assert text.endswith("\r\n")
    return text.replace("\r\n ", "").removesuffix("\r\n").split("\r\n")


def unescaped(value: str) -> str:
    said, characters = "", iter(value)
    for character in characters:
        behind = next(characters) if character == "\\" else ""
        said += ("\n" if behind in "nN" else behind) if behind else character
    return said


def test_a_lesson_is_told_in_universal_time() -> None:
    event = Event("lesson-1", 2, AT, AT + 5_400_000, "گفت‌وگوی همسران، جلسهٔ ۱", "تهران; طبقهٔ ۲")
    lines = unfolded(calendar_file([event], AT - 1000))
    assert lines[:2] == ["BEGIN:VCALENDAR", "VERSION:2.0"]
    assert lines[3:] == [
        "BEGIN:VEVENT", "UID:lesson-1@hamdeli", "SEQUENCE:2", "STATUS:CONFIRMED",
        "DTSTAMP:20261211T125959Z", "DTSTART:20261211T130000Z", "DTEND:20261211T143000Z",
        "SUMMARY:گفت‌وگوی همسران، جلسهٔ ۱", "LOCATION:تهران\\; طبقهٔ ۲", "END:VEVENT",
        "END:VCALENDAR",
    ]  # fmt: skip


HOUSE = Organizer('خانهٔ "همدلی"', "courses@example.org")


def test_a_file_of_canceled_lessons_alone_takes_entries_away() -> None:
    gone = Event("lesson-1", 3, AT, AT + 1, "گفت‌وگو", canceled=True)
    lines = unfolded(calendar_file([gone], AT, HOUSE))
    assert lines[3] == "METHOD:CANCEL"
    assert lines[6:8] == ["SEQUENCE:3", "STATUS:CANCELLED"]
    stays = Event("lesson-2", 0, AT, AT + 1, "گفت‌وگو")
    assert unfolded(calendar_file([gone, stays], AT, HOUSE))[3] == "METHOD:PUBLISH"


def test_a_method_stands_only_where_there_is_an_organizer() -> None:
    gone = Event("lesson-1", 3, AT, AT + 1, "گفت‌وگو", canceled=True)
    with_one, without = (unfolded(calendar_file([gone], AT, who)) for who in (HOUSE, None))
    assert 'ORGANIZER;CN="خانهٔ همدلی":mailto:courses@example.org' in with_one
    assert not [line for line in without if line.startswith(("METHOD", "ORGANIZER"))]
    assert "STATUS:CANCELLED" in without


PLAIN = st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"])


@given(st.text(PLAIN, min_size=1), st.lists(st.text(PLAIN, min_size=1), min_size=1, max_size=3))
def test_any_words_survive_folding_and_escaping(title: str, place: list[str]) -> None:
    text = calendar_file([Event("a", 0, AT, AT + 1, title, "\n".join(place))], AT)
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    values = dict(line.split(":", 1) for line in unfolded(text))
    assert unescaped(values["SUMMARY"]) == title
    assert unescaped(values["LOCATION"]) == "\n".join(place)
