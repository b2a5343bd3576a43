"""The same hour on another day, by a wall clock that a summer time may have moved."""

from datetime import date, datetime, time, timedelta, tzinfo

from bot.domain.jalali import add_months

_MINUTE = 60_000


def local(at: int, zone: tzinfo) -> datetime:
    return datetime.fromtimestamp(at / 1000, zone)


def at_minute(day: date, minutes: int, zone: tzinfo) -> int:
    """Epoch ms of a minute of that day. One that summer time leaves out is the hour after it; of
    one that comes twice, the first."""
    wall = datetime.combine(day, time(minutes // 60, minutes % 60), zone)
    return int(wall.timestamp() * 1000)


def minute_of(at: int, zone: tzinfo) -> int:
    """The minute of the day that a clock there shows."""
    here = local(at, zone)
    return here.hour * 60 + here.minute


def day_of(at: int, zone: tzinfo) -> date:
    return local(at, zone).date()


def days_later(at: int, days: int, zone: tzinfo) -> int:
    """The same minute of the day so many days later, or earlier."""
    return at_minute(day_of(at, zone) + timedelta(days=days), minute_of(at, zone), zone)


def weeks_later(at: int, weeks: int, zone: tzinfo) -> int:
    return days_later(at, 7 * weeks, zone)


def months_later(at: int, months: int, zone: tzinfo) -> int:
    """The same minute, so many Jalali months later; see `add_months` for the last days."""
    return at_minute(add_months(day_of(at, zone), months), minute_of(at, zone), zone)
