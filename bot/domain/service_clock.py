"""Clocks of the service levels: they stop while nobody is there, except where it is urgent.

All times are epoch milliseconds. When somebody is there is an argument, a `Calendar`: opening
hours and holidays are built elsewhere.
"""

from collections.abc import Iterable, Iterator
from typing import Protocol

from bot.domain.triage import Acuity

DAY = 24 * 3600 * 1000
FARTHEST = 60 * DAY
"""How far a clock looks for opening hours. Closed for longer than this, it runs on regardless."""


class Calendar(Protocol):
    """When the service is open."""

    def open_between(self, start: int, end: int) -> Iterable[tuple[int, int]]:
        """Stretches in which it is open, each from its beginning to (exclusive) its end, in
        order and apart from each other; all that touch the time from `start` to `end`."""
        ...


class Always:
    """Open day and night."""

    def open_between(self, start: int, end: int) -> Iterable[tuple[int, int]]:
        return ((start, end),) if start < end else ()


ALWAYS = Always()
NEVER_STOPPING = (Acuity.IMMEDIATE, Acuity.HIGH)
"""For these the clock runs at night and on holidays, too."""


def calendar_for(acuity: Acuity, calendar: Calendar) -> Calendar:
    """The calendar by which a case of this urgency is timed."""
    return ALWAYS if acuity in NEVER_STOPPING else calendar


def _stretches(calendar: Calendar, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The open stretches, cut to what lies inside."""
    for begins, ends in calendar.open_between(start, end):
        begins, ends = max(begins, start), min(ends, end)  # noqa: PLW2901
        if begins < ends:
            yield begins, ends


def working(calendar: Calendar, start: int, end: int) -> int:
    """Milliseconds between two instants in which the service is open; 0 when they are reversed."""
    return sum(ends - begins for begins, ends in _stretches(calendar, start, end))


def deadline(calendar: Calendar, start: int, span: int) -> int:
    """The first instant at which `span` working milliseconds have passed since `start`."""
    left = span
    if left <= 0:
        return start
    for begins, ends in _stretches(calendar, start, start + FARTHEST):
        if ends - begins >= left:
            return begins + left
        left -= ends - begins
    return start + FARTHEST + left


def begun_before(calendar: Calendar, end: int, span: int) -> int:
    """The last instant since which `span` working milliseconds have passed by `end`: who waits
    since then, or longer, has waited at least that long."""
    left = span
    if left <= 0:
        return end
    for begins, ends in reversed(list(_stretches(calendar, end - FARTHEST, end))):
        if ends - begins >= left:
            return ends - left
        left -= ends - begins
    return end - FARTHEST - left
