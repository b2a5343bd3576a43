"""What nobody wrote just now: in which hours it leaves, on which days, and how much of it in one.

Above these rules stand those of safe contact (`contact.py`), which nothing here softens.
"""

from dataclasses import dataclass, field, replace
from datetime import timedelta, tzinfo

from bot.domain.contact import PRESENT, ContactRules, Writing, allowed_at, opening
from bot.domain.moments import at_minute, day_of, minute_of
from bot.domain.opening import DAY, Holidays, parse_spans

_LOOKS = 120
"""Steps in which a free moment must be found: hours that never meet have none."""


@dataclass(frozen=True, slots=True)
class Automatic:
    """How a kind of message that a clock has started is held back.

    `strict`: quiet hours hold even while its reader is there. `capped`: it waits for the next day
    when there were enough; all but those that do not `count` are counted. `holidays`: it leaves
    public holidays alone. `chosen`: its reader has asked for it, so that it needs no other yes.
    """

    quiet: bool = True
    strict: bool = False
    capped: bool = False
    holidays: bool = False
    chosen: bool = False
    counts: bool = True


AUTOMATIC: dict[str, Automatic] = {
    "notice": Automatic(),
    # That somebody is there is waited for at any hour, and is one of no series.
    "claimed": Automatic(quiet=False, counts=False),
    # How their own request ends, and the question that follows once.
    "case_news": Automatic(counts=False),
    "feedback": Automatic(counts=False),
    "reminder": Automatic(),
    "course": Automatic(),
    # What became of money that somebody paid, or may have paid.
    "donation": Automatic(counts=False),
    "series": Automatic(strict=True, capped=True, holidays=True, chosen=True),
    # People are chosen only among those who said yes to this, on a day that a person has named.
    "broadcast": Automatic(strict=True, capped=True, chosen=True),
}
"""Kinds that stop while a person cannot be reached, and keep the hours below."""


@dataclass(frozen=True, slots=True)
class QuietHours:
    """From a minute of the day until another; over midnight where it begins later than it ends.
    None at all where both are the same."""

    begins: int = 21 * 60
    ends: int = 8 * 60

    def holds(self, minute: int) -> bool:
        if self.begins <= self.ends:
            return self.begins <= minute < self.ends
        return minute >= self.begins or minute < self.ends

    def over_at(self, at: int, zone: tzinfo) -> int:
        """This moment (epoch ms) where it is not quiet, else the first one after it."""
        if not self.holds(minute_of(at, zone)):
            return at
        days = (day_of(at, zone) + timedelta(days=each) for each in (0, 1))
        ends = (at_minute(day, self.ends, zone) for day in days)
        return next(end for end in ends if end > at)


def parse_quiet(text: str) -> QuietHours:
    """`21:00-08:00`; empty for none. ValueError when it is written in another way."""
    spans = parse_spans(text)
    if len(spans) > 1:
        raise ValueError("quiet hours are one span, like 21:00-08:00, or empty for none")
    if not spans:
        return QuietHours(0, 0)
    return QuietHours(spans[0].begins, spans[0].ends % DAY)


@dataclass(frozen=True, slots=True)
class Calm:
    """What the house keeps to: its quiet hours, its holidays, and messages for one person a day."""

    quiet: QuietHours = QuietHours()
    holidays: Holidays = field(default_factory=Holidays)
    most: int = 2

    def of(self, quiet: QuietHours | None) -> "Calm":
        """The same for somebody who has set quiet hours of their own."""
        return self if quiet is None else replace(self, quiet=quiet)


def leaves_at(
    rules: ContactRules, kind: str, now: int, last_seen: int, zone: tzinfo, calm: Calm
) -> int | None:
    """When (epoch ms) a message may leave: now, or at the first moment that all rules allow.

    None: not before the person writes, comes back, or changes a rule. What no clock started obeys
    the rules of safe contact alone.
    """
    how = AUTOMATIC.get(kind)
    at = now
    if how is None or not how.chosen or rules.silenced_at is not None:
        allowed = allowed_at(rules, kind, now, last_seen, zone)
        if allowed is None or how is None:
            return allowed
        at = allowed
    elif rules.writing is Writing.WAIT:
        return None
    if not how.quiet or (not how.strict and now - last_seen < PRESENT):
        return at
    return _free(rules, how, at, zone, calm)


def _free(rules: ContactRules, how: Automatic, at: int, zone: tzinfo, calm: Calm) -> int | None:
    """The first moment from this one on that is in nobody's way."""
    for _ in range(_LOOKS):
        moment = opening(rules.hours, at, zone) if rules.writing is not None else at
        if how.holidays and day_of(moment, zone) in calm.holidays.days:
            moment = next_day(moment, zone)
        moment = calm.quiet.over_at(moment, zone)
        if moment == at:
            return at
        at = moment
    return None


def next_day(at: int, zone: tzinfo) -> int:
    """The first moment of the day after this one."""
    return at_minute(day_of(at, zone) + timedelta(days=1), 0, zone)
