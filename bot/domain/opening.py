"""Opening hours and public holidays: whether somebody is there, and when again.

Pure: the moment is an argument. Weeks begin on Saturday.
"""

import csv
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, tzinfo
from itertools import pairwise

DAY = 24 * 60
"""Minutes."""
WEEKDAYS = ("saturday", "sunday", "monday", "tuesday", "wednesday", "thursday", "friday")
LOOKED_AHEAD = 60
"""Days in which the next opening must lie; no row of holidays is that long."""


def weekday(day: date) -> int:
    """0 for Saturday, 6 for Friday."""
    return (day.weekday() + 2) % 7


def epoch(local: datetime, zone: tzinfo) -> int:
    """Epoch ms of a wall clock's moment."""
    return int(local.replace(tzinfo=zone).timestamp() * 1000)


@dataclass(frozen=True, slots=True)
class Holidays:
    """Public holidays by day; nothing is known after the last of them."""

    days: Mapping[date, str] = field(default_factory=dict)

    @property
    def last(self) -> date | None:
        return max(self.days, default=None)

    def ends_soon(self, today: date, days: int = 60) -> bool:
        """Whether the list must be continued."""
        return self.last is None or self.last - today < timedelta(days=days)


def parse_holidays(csv_text: str, read_day: Callable[[str], str | None]) -> Holidays:
    """The holidays of a file with the columns date and name; lines that begin with # are comments.

    `read_day` reads a Jalali day as an ISO date. ValueError names the line and what is wrong.
    """
    days: dict[date, str] = {}
    lines = [(n, line.strip()) for n, line in enumerate(csv_text.splitlines(), 1)]
    rows = [(n, next(csv.reader([line]))) for n, line in lines if line and line[0] != "#"]
    if not rows or rows[0][1] != ["date", "name"]:
        raise ValueError(f"holidays, line {rows[0][0] if rows else 1}: the header is date,name.")
    for number, cells in rows[1:]:
        iso = read_day(cells[0]) if len(cells) == 2 else None
        if iso is None or not cells[1].strip():
            raise ValueError(
                f"holidays, line {number}: it must be a Jalali day such as 1405/1/13, a comma and"
                " the name of the holiday."
            )
        day = date.fromisoformat(iso)
        if day in days:
            raise ValueError(f"holidays, line {number}: {cells[0]} is there already.")
        days[day] = cells[1].strip()
    return Holidays(days)


@dataclass(frozen=True, slots=True)
class Span:
    """Part of a day in minutes from 0:00; `ends` may lie in the next day, beyond `DAY`."""

    begins: int
    ends: int


ALWAYS = (Span(0, DAY),)


@dataclass(frozen=True, slots=True)
class OpeningHours:
    """When somebody is there. `week`: the spans of each weekday from Saturday on."""

    week: tuple[tuple[Span, ...], ...] = (ALWAYS,) * 7
    holiday: tuple[Span, ...] = ALWAYS
    holidays: Holidays = field(default_factory=Holidays)

    def is_open(self, now: int, zone: tzinfo) -> bool:
        return any(begins <= now < ends for begins, ends in self.around(now, zone, days=1))

    def next_opening(self, now: int, zone: tzinfo) -> int | None:
        """When (epoch ms) somebody is there next; now, if it is open. None: not in sight."""
        if self.is_open(now, zone):
            return now
        coming = (b for b, _ in self.around(now, zone, days=LOOKED_AHEAD) if b > now)
        return next(coming, None)

    def around(self, now: int, zone: tzinfo, days: int) -> Iterator[tuple[int, int]]:
        """Spans from yesterday on, in order, as epoch ms."""
        today = datetime.fromtimestamp(now / 1000, zone).date()
        for offset in range(-1, days + 1):
            day = today + timedelta(days=offset)
            midnight = datetime.combine(day, time())
            for span in self._of(day):
                begins, ends = (midnight + timedelta(minutes=m) for m in (span.begins, span.ends))
                yield epoch(begins, zone), epoch(ends, zone)

    def _of(self, day: date) -> tuple[Span, ...]:
        return self.holiday if day in self.holidays.days else self.week[weekday(day)]


@dataclass(frozen=True, slots=True)
class OpenTimes:
    """Opening hours by the clock of one place, as the service levels need them."""

    hours: OpeningHours
    zone: tzinfo

    def open_between(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Stretches (epoch ms) in which it is open, in order and apart from each other."""
        days = max(0, end - start) // (DAY * 60_000) + 2
        since, until = 0, 0
        for begins, ends in self.hours.around(start, self.zone, days):
            if ends <= start or begins >= end:
                continue
            if begins <= until:
                until = max(until, ends)
                continue
            if until:
                yield since, until
            since, until = begins, ends
        if until:
            yield since, until


def parse_spans(text: str) -> tuple[Span, ...]:
    """`8:00-12:00, 16:00-20:00`; an end before the beginning is the next day's; empty: closed.

    ValueError when it is written in another way, or spans overlap.
    """
    spans = tuple(_span(part) for part in text.split(",") if part.strip())
    if any(a.ends > b.begins for a, b in pairwise(spans)):
        raise ValueError("the hours overlap, or are not in order")
    return spans


def _span(text: str) -> Span:
    ends = text.split("-")
    begins, until = (_minutes(end) for end in ends) if len(ends) == 2 else (-1, -1)
    if begins < 0 or until < 0 or begins >= DAY:
        raise ValueError("hours are written like 08:00-20:00, several with commas, empty if closed")
    return Span(begins, until if until > begins else until + DAY)


def _minutes(text: str) -> int:
    hour, _, minute = text.strip().partition(":")
    if not (hour.isdecimal() and minute.isdecimal() and len(minute) == 2 and int(minute) < 60):
        return -1
    total = int(hour) * 60 + int(minute)
    return total if total <= DAY else -1
