"""The telephone numbers that are shown in need: which, for what, in which hours, checked when."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta
from enum import StrEnum

from bot.domain.text import ascii_digits, persian_digits

STALE_AFTER_DAYS = 90


class Need(StrEnum):
    """What a number is shown for. The first four are also the categories of danger words."""

    SUICIDE = "suicide"
    VIOLENCE = "violence"
    CHILD = "child"
    MEDICAL = "medical"
    TALK = "talk"
    SCHOOL = "school"
    RESCUE = "rescue"


# A text about danger must never come without a number that answers at this hour.
ALWAYS_OPEN = frozenset({Need.SUICIDE, Need.VIOLENCE, Need.CHILD, Need.MEDICAL})


@dataclass(frozen=True)
class Bilingual:
    """The same words in Persian and in English."""

    fa: str
    en: str

    def in_language(self, language: str) -> str:
        """The words in this language; Persian for any that is not here."""
        return self.en if language == "en" else self.fa


@dataclass(frozen=True)
class Helpline:
    """One number. Hours are Tehran time; `opens == closes` means day and night.

    `checked` is the day on which the source said so, `source` where.
    """

    number: str
    name: Bilingual
    what: Bilingual
    opens: time
    closes: time
    source: str
    checked: date

    @property
    def is_always_open(self) -> bool:
        return self.opens == self.closes

    def is_open(self, at: time) -> bool:
        """Whether somebody answers at this hour of the day in Tehran."""
        if self.opens <= self.closes and not self.is_always_open:
            return self.opens <= at < self.closes
        return self.is_always_open or at >= self.opens or at < self.closes

    def number_in(self, language: str) -> str:
        """The number in the digits of this language."""
        return self.number if language == "en" else persian_digits(self.number)


@dataclass(frozen=True)
class Helplines:
    """Every number, and for each need the order in which they are shown."""

    every: tuple[Helpline, ...]
    order: Mapping[Need, tuple[Helpline, ...]]

    def for_category(self, category: str, at: time) -> tuple[Helpline, ...]:
        """The numbers for this need that answer at this hour in Tehran, the most fitting first.

        Never empty for a category of danger. Raises ValueError for a need that is none.
        """
        return tuple(line for line in self.order.get(Need(category), ()) if line.is_open(at))

    def closed_for(self, category: str, at: time) -> tuple[Helpline, ...]:
        """The numbers for this need that answer at other hours only."""
        return tuple(line for line in self.order.get(Need(category), ()) if not line.is_open(at))

    def stale(self, today: date, days: int = STALE_AFTER_DAYS) -> tuple[Helpline, ...]:
        """The numbers last checked more than this many days ago, or on a day to come."""
        since = today - timedelta(days=days)
        return tuple(line for line in self.every if not since <= line.checked <= today)


def parse_helplines(toml_text: str) -> Helplines:
    """The helplines in a file with one [[helpline]] each and an [order] of numbers by need.

    Raises ValueError naming the entry, what is wrong and what would be right.
    """
    try:
        document = tomllib.loads(toml_text)
    except tomllib.TOMLDecodeError as broken:
        raise ValueError(f"helplines: not a TOML file: {broken}.") from broken
    entries = document.get("helpline")
    if not isinstance(entries, list) or not entries:
        raise ValueError("helplines: there is no entry; write one [[helpline]] per number.")
    lines = tuple(_helpline(place, entry) for place, entry in enumerate(entries, 1))
    by_number = {line.number: line for line in lines}
    if len(by_number) < len(lines):
        raise ValueError("helplines: a number is listed twice; give each one entry.")
    return Helplines(lines, _order(document.get("order"), by_number))


def _helpline(place: int, entry: object) -> Helpline:
    where = f"helplines, entry {place}"
    if not isinstance(entry, dict):
        raise ValueError(f"{where}: it must be a table [[helpline]].")
    number = entry.get("number")
    if not isinstance(number, str) or not number.isdigit() or number != ascii_digits(number):
        raise ValueError(f'{where}: number is {number!r}; it must be digits in quotes, like "115".')
    where = f"helplines, {number}"
    source, checked = entry.get("source"), entry.get("checked")
    if not isinstance(source, str) or not source:
        raise ValueError(f"{where}: source is missing; say where the number was confirmed.")
    if type(checked) is not date:
        raise ValueError(f"{where}: checked is {checked!r}; it must be a day like 2026-03-02.")
    opens, closes = _hours(where, entry.get("hours"))
    name, what = _bilingual(where, "name", entry), _bilingual(where, "what", entry)
    return Helpline(number, name, what, opens, closes, source, checked)


def _bilingual(where: str, field: str, entry: Mapping[str, object]) -> Bilingual:
    words = entry.get(field)
    if isinstance(words, dict):
        fa, en = words.get("fa"), words.get("en")
        if isinstance(fa, str) and isinstance(en, str) and fa and en:
            return Bilingual(fa, en)
    raise ValueError(f'{where}: {field} must be {{ fa = "…", en = "…" }}, both filled.')


def _hours(where: str, hours: object) -> tuple[time, time]:
    if hours == "24h":
        return time(0), time(0)
    try:
        opens, closes = str(hours).split("-")
        # 24:00 is the midnight at the end of the day; Python's times know only 00:00.
        return time.fromisoformat(opens), time.fromisoformat(closes.replace("24:00", "00:00"))
    except ValueError as broken:
        raise ValueError(
            f'{where}: hours is {hours!r}; it must be "24h" or like "08:00-24:00".'
        ) from broken


def _order(table: object, by_number: Mapping[str, Helpline]) -> Mapping[Need, tuple[Helpline, ...]]:
    if not isinstance(table, dict):
        raise ValueError('helplines: [order] is missing; write a line like suicide = ["115"].')
    order: dict[Need, tuple[Helpline, ...]] = {}
    for name, numbers in table.items():
        if name not in set(Need):
            raise ValueError(f"helplines: [order] has {name!r}; it must be one of {_listed()}.")
        if not isinstance(numbers, list) or not numbers:
            raise ValueError(f'helplines: {name} must be a list of numbers like ["115", "123"].')
        unknown = [number for number in map(str, numbers) if number not in by_number]
        if unknown:
            raise ValueError(f"helplines: {name} shows {unknown[0]}, which has no [[helpline]].")
        order[Need(name)] = tuple(by_number[str(number)] for number in numbers)
    for need in sorted(ALWAYS_OPEN):
        if not any(line.is_always_open for line in order.get(need, ())):
            raise ValueError(f"helplines: {need} needs at least one number with hours 24h.")
    return order


def _listed() -> str:
    return ", ".join(Need)
