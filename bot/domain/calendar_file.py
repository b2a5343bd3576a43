"""Lessons as a calendar file (RFC 5545), which telephones read: no person is named in it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

_LONGEST = 75
"""Octets of a line, its end not counted (RFC 5545, 3.1)."""


@dataclass(frozen=True, slots=True)
class Event:
    """`id`: the same for the same lesson, so that a later file changes the entry; `version`: how
    often it was changed; `canceled`: it goes from the calendar. `begins`, `ends`: epoch ms."""

    id: str
    version: int
    begins: int
    ends: int
    title: str
    place: str = ""
    canceled: bool = False


def calendar_file(events: Iterable[Event], now: int) -> str:
    """The whole file; `now`: epoch ms of its making. Where nothing in it takes place it takes
    entries away (RFC 5546, 3.2.5), else it brings or changes them."""
    told = list(events)
    method = "CANCEL" if told and all(event.canceled for event in told) else "PUBLISH"
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Hamdeli//Courses//FA", f"METHOD:{method}"]
    for event in told:
        lines += _event(event, now)
    lines.append("END:VCALENDAR")
    return "".join(f"{piece}\r\n" for line in lines for piece in _folded(line))


def _event(event: Event, now: int) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{event.id}@hamdeli"
    yield f"SEQUENCE:{event.version}"
    yield f"STATUS:{'CANCELLED' if event.canceled else 'CONFIRMED'}"
    yield f"DTSTAMP:{_moment(now)}"
    yield f"DTSTART:{_moment(event.begins)}"
    yield f"DTEND:{_moment(event.ends)}"
    yield f"SUMMARY:{_escaped(event.title)}"
    if event.place:
        yield f"LOCATION:{_escaped(event.place)}"
    yield "END:VEVENT"


def _moment(at: int) -> str:
    """In universal time: no telephone needs to know when Iran had summer time."""
    return datetime.fromtimestamp(at // 1000, UTC).strftime("%Y%m%dT%H%M%SZ")


def _escaped(text: str) -> str:
    """RFC 5545, 3.3.11; other control characters have no place in a value."""
    for raw, written in (("\\", "\\\\"), (";", "\\;"), (",", "\\,")):
        text = text.replace(raw, written)
    text = "\\n".join(text.splitlines())
    return "".join(c for c in text if c == "\t" or c >= " ")


def _folded(line: str) -> Iterator[str]:
    """Pieces of a long line, never inside a character; each later one begins with a space."""
    piece = ""
    for character in line:
        if len((piece + character).encode()) > _LONGEST:
            yield piece
            piece = " "
        piece += character
    yield piece
