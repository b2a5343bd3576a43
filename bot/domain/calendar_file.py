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


@dataclass(frozen=True, slots=True)
class Organizer:
    """Whose entries they are: a name, and an e-mail address."""

    name: str
    address: str


def calendar_file(events: Iterable[Event], now: int, organizer: Organizer | None = None) -> str:
    """The whole file; `now`: epoch ms of its making.

    With an `organizer` it is a message of RFC 5546, by which calendars change an entry that they
    have (3.2.1), or take it away where nothing in it takes place (3.2.5). Both ask for one, so
    without it the file is a plain one of RFC 5545, which has no method: `SEQUENCE` and `STATUS`
    say the same to those who read them.
    """
    told = list(events)
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Hamdeli//Courses//FA"]
    if organizer is not None:
        gone = told and all(event.canceled for event in told)
        lines.append(f"METHOD:{'CANCEL' if gone else 'PUBLISH'}")
    for event in told:
        lines += _event(event, now, organizer)
    lines.append("END:VCALENDAR")
    return "".join(f"{piece}\r\n" for line in lines for piece in _folded(line))


def _event(event: Event, now: int, organizer: Organizer | None) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{event.id}@hamdeli"
    yield f"SEQUENCE:{event.version}"
    yield f"STATUS:{'CANCELLED' if event.canceled else 'CONFIRMED'}"
    yield f"DTSTAMP:{_moment(now)}"
    if organizer is not None:
        yield f'ORGANIZER;CN="{_quoted(organizer.name)}":mailto:{organizer.address}'
    yield f"DTSTART:{_moment(event.begins)}"
    yield f"DTEND:{_moment(event.ends)}"
    yield f"SUMMARY:{_escaped(event.title)}"
    if event.place:
        yield f"LOCATION:{_escaped(event.place)}"
    yield "END:VEVENT"


def _quoted(name: str) -> str:
    """What may stand between quotes (RFC 5545, 3.2)."""
    return "".join(c for c in name if c >= " " and c not in '"\x7f')


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
