"""What could make a colleague tired, said so that a supervisor asks how they are. Never a score."""

from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from enum import StrEnum

from bot.domain.moments import at_minute

HOUR = 3600 * 1000
DAY = 24 * HOUR
HARD_CASES = 3
"""High or immediate cases claimed within a day that are a run."""
AFTER_IMMEDIATE = 12 * HOUR
LONG_HOURS = 10
"""Hours of a day in which somebody wrote to families, above which the day was long."""
MANY_OPEN = 12
"""Open cases of one colleague, above which they are many."""
MORNING, EVENING = 9, 21
"""Nobody is told or asked such things before or after (by the clock of the service)."""


class Sign(StrEnum):
    SEVERE_RUN = "severe_run"
    IMMEDIATE = "immediate"
    LONG_DAY = "long_day"
    MANY_OPEN = "many_open"


@dataclass(frozen=True, slots=True)
class Load:
    """The last day of one colleague. `hard`: high or immediate cases claimed; `immediate_at`: when
    they last began or ended an immediate one; `hours`: of the day, in which they wrote."""

    hard: int = 0
    immediate_at: int | None = None
    hours: int = 0
    open_cases: int = 0


def signs(load: Load, now: int) -> tuple[Sign, ...]:
    """What a supervisor should know; nothing for an ordinary day."""
    found = {
        Sign.SEVERE_RUN: load.hard >= HARD_CASES,
        Sign.IMMEDIATE: load.immediate_at is not None and now - load.immediate_at < AFTER_IMMEDIATE,
        Sign.LONG_DAY: load.hours > LONG_HOURS,
        Sign.MANY_OPEN: load.open_cases > MANY_OPEN,
    }
    return tuple(sign for sign, holds in found.items() if holds)


def debrief_at(now: int, zone: tzinfo, *, on_duty: bool) -> int:
    """When to ask how somebody is: in an hour while they are on duty or it is day, else the next
    morning."""
    later = datetime.fromtimestamp(now / 1000, zone) + timedelta(hours=1)
    if on_duty or MORNING <= later.hour < EVENING:
        return now + HOUR
    day = later.date() + timedelta(days=later.hour >= EVENING)
    return at_minute(day, MORNING * 60, zone)


def day_to_tell(now: int, zone: tzinfo) -> str | None:
    """The day (ISO) that a notice would count for; None at an hour when nobody is told."""
    here = datetime.fromtimestamp(now / 1000, zone)
    return here.date().isoformat() if MORNING <= here.hour < EVENING else None
