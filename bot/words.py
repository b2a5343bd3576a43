"""Our words: Fluent texts by language, with Persian digits and Jalali dates."""

import re
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from fluent.runtime import FluentBundle
from fluent.runtime.types import FluentNone
from fluent.syntax import FluentParser
from fluent.syntax.ast import Junk, Resource
from persiantools.jdatetime import JalaliDate, JalaliDateTime

from bot.domain.text import ascii_digits, persian_digits

LANGUAGES = ("fa", "en")
_LINK = re.compile("\u2068(https?://[^\u2069]*)\u2069")
_INNER = "\u2068[^\u2068\u2069]*\u2069"
_NESTED = re.compile(f"\u2068({_INNER}(?:[^\u2068\u2069]|{_INNER})*)\u2069")


def _flat(text: str) -> str:
    """Without marks around what begins with such marks: words of ours, put into others. Such an
    isolate holds no letter of its own that would say its direction, so that a viewer takes it for
    left to right, and "counselor Narges" in Persian reads "Narges counselor"."""
    while "\u2068\u2068" in text:
        flat = _NESTED.sub(r"\1", text)
        if flat == text:
            break
        text = flat
    return text


class BrokenTexts(Exception):
    """A file of texts cannot be read; the sentence names file and line."""


class Words:
    """`say(language, key, **arguments)` gives a text. KeyError for a text that does not exist."""

    def __init__(self, bundles: Mapping[str, FluentBundle], zone: ZoneInfo) -> None:
        self._bundles = bundles
        self._zone = zone
        self._plain: dict[tuple[str, str], str] = {}

    def has(self, language: str, key: str) -> bool:
        return self._bundles[language].has_message(key)

    def say(self, language: str, key: str, **arguments: Any) -> str:
        if not arguments:
            # As many as there are texts, and always the same.
            known = self._plain.get((language, key))
            if known is None:
                known = self._plain[language, key] = self._said(language, key, {})
            return known
        return self._said(language, key, arguments)

    def _said(self, language: str, key: str, arguments: dict[str, Any]) -> str:
        bundle = self._bundles[language]
        message = bundle.get_message(key)
        if message.value is None:
            raise KeyError(key)
        text, errors = bundle.format_pattern(message.value, arguments)
        if errors:
            raise KeyError(f"{key}: {errors[0]}")
        # Isolating marks would become part of a link.
        return _flat(_LINK.sub(r"\1", str(text)))

    def span(self, language: str, milliseconds: int) -> str:
        """A length of time in words, rounded to what a person would say."""
        minutes = max(0, milliseconds) // 60_000
        if minutes < 1:
            return self.say(language, "span-moment")
        if minutes < 90:
            return self.say(language, "span-minutes", count=minutes)
        if minutes < 36 * 60:
            return self.say(language, "span-hours", count=(minutes + 30) // 60)
        return self.say(language, "span-days", count=(minutes + 720) // 1440)

    def when(self, language: str, at: int, now: int) -> str:
        """A moment as a person would name it: today and yesterday by their names."""
        moment, today = self._local(at), self._local(now).date()
        clock = moment.strftime("%H:%M")
        if moment.date() == today:
            return self.say(language, "when-today", clock=_digits(language, clock))
        if moment.date() == today - timedelta(days=1):
            return self.say(language, "when-yesterday", clock=_digits(language, clock))
        if moment.date() == today + timedelta(days=1):
            return self.say(language, "when-tomorrow", clock=_digits(language, clock))
        return self.say(
            language, "when-day", day=_day(language, moment), clock=_digits(language, clock)
        )

    def day(self, language: str, at: int, now: int) -> str:
        """A coming day by its name: today, tomorrow, or weekday, day and month."""
        away = (self._local(at).date() - self._local(now).date()).days
        near = {0: "day-today", 1: "day-tomorrow"}.get(away)
        return self.say(language, near) if near else _short_day(language, self._local(at))

    def whole_day(self, language: str, day: int) -> str:
        """A day, as its ordinal, by its weekday and date: Jalali in Persian."""
        return _day(language, datetime.fromordinal(day))

    def time_of_day(self, language: str, minutes: int) -> str:
        """A time of the day, from minutes since midnight."""
        return _digits(language, f"{minutes // 60:02}:{minutes % 60:02}")

    def clock(self, language: str, at: int) -> str:
        """The time of day, as a clock shows it here."""
        return _digits(language, self._local(at).strftime("%H:%M"))

    def appointed(self, language: str, at: int, now: int) -> str:
        """A coming moment so that nobody mistakes it: near days by name, and always the date."""
        name, day = self.day(language, at, now), _short_day(language, self._local(at))
        if name != day:
            day = self.say(language, "day-and-date", name=name, day=day)
        return self.say(language, "day-and-clock", day=day, clock=self.clock(language, at))

    def moment(self, local: str) -> int:
        """Epoch ms of what `read_moment` read, by the clock of our people."""
        return int(datetime.fromisoformat(local).replace(tzinfo=self._zone).timestamp() * 1000)

    def date(self, language: str, at: int) -> str:
        """Weekday, day, month and year."""
        return _day(language, self._local(at))

    def tenths(self, language: str, number: int) -> str:
        """A number of tenths with its decimal mark."""
        mark = "\u066b" if language == "fa" else "."
        return _digits(language, f"{number // 10}{mark}{number % 10}")

    @property
    def zone(self) -> ZoneInfo:
        """Where our people live."""
        return self._zone

    def local_time(self, at: int) -> datetime:
        """The wall clock of our people at this moment."""
        return self._local(at)

    def _local(self, at: int) -> datetime:
        return datetime.fromtimestamp(at / 1000, self._zone)


def read_day(text: str) -> str | None:
    """A typed day as an ISO date: Jalali (1405/9/3) or Gregorian (2026-11-24), in any digits."""
    parts = [int(part) for part in re.findall(r"\d+", ascii_digits(text))]
    if len(parts) != 3 or len(text) > 20:
        return None
    if parts[0] < parts[2]:
        parts.reverse()
    try:
        day = date(*parts) if parts[0] > 1900 else JalaliDate(*parts).to_gregorian()
    except ValueError:
        return None
    return day.isoformat()


_MOMENT = re.compile(r"(\d+\D\d+\D\d+)\D+(\d{1,2})(?:\D(\d{2}))?\D*")


def read_moment(text: str) -> str | None:
    """A typed day and hour (1405/9/20 16:30) as ISO without a zone: any digits, words between."""
    found = _MOMENT.fullmatch(ascii_digits(text).strip())
    day = read_day(found[1]) if found else None
    if found is None or day is None:
        return None
    hour, minute = int(found[2]), int(found[3] or 0)
    return f"{day}T{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None


def read_moments(text: str) -> str | None:
    """Several of those, a line each, in their order and as Jalali days, to be looked at; None
    where one is none, or none is there."""
    typed = [read_moment(line) for line in text.splitlines() if line.strip()]
    moments = sorted({moment for moment in typed if moment is not None})
    if not moments or None in typed:
        return None
    return "\n".join(map(_jalali, moments))


def _jalali(local: str) -> str:
    moment = datetime.fromisoformat(local)
    day = JalaliDate(moment.date())
    return persian_digits(f"{day.year}/{day.month}/{day.day} {moment:%H:%M}")


def _digits(language: str, text: str) -> str:
    return persian_digits(text) if language == "fa" else text


def _day(language: str, moment: datetime) -> str:
    """Weekday, day, month and year: Jalali in Persian."""
    year = JalaliDateTime(moment).year if language == "fa" else moment.year
    return f"{_short_day(language, moment)} {_digits(language, str(year))}"


def _short_day(language: str, moment: datetime) -> str:
    """Weekday, day and month."""
    if language != "fa":
        return moment.strftime("%A %-d %B")
    jalali = JalaliDateTime(moment)
    weekday, month = jalali.strftime("%A|%B", locale="fa").split("|")
    return persian_digits(f"{weekday} {jalali.day} {month}")


def _functions(language: str) -> dict[str, Any]:
    def num(value: Any) -> Any:
        if isinstance(value, FluentNone):
            return value
        grouped = f"{int(value):,}"
        return persian_digits(grouped.replace(",", "\u066c")) if language == "fa" else grouped

    return {"NUM": num}


def load_words(folder: Path, zone: str) -> Words:
    """Reads all `*.ftl` under `folder/LANGUAGE`. BrokenTexts names what is wrong and where."""
    bundles = {}
    for language in LANGUAGES:
        files = sorted((folder / language).glob("*.ftl"))
        if not files:
            raise BrokenTexts(f"There are no texts in {folder / language}: restore the folder.")
        bundle = FluentBundle([language], functions=_functions(language), use_isolating=True)
        for path in files:
            bundle.add_resource(_parsed(path))
        bundles[language] = bundle
    return Words(bundles, ZoneInfo(zone))


def _parsed(path: Path) -> Resource:
    try:
        text = path.read_text(encoding="utf-8")
    except ValueError as error:
        raise BrokenTexts(f"{path} is no UTF-8 text ({error}); save it as UTF-8.") from error
    resource = FluentParser(with_spans=True).parse(text)
    for entry in resource.body:
        if isinstance(entry, Junk):
            line = text.count("\n", 0, entry.span.start if entry.span else 0) + 1
            reason = entry.annotations[0].message if entry.annotations else "it is not Fluent"
            raise BrokenTexts(f"{path}, line {line}: {reason}; mend the text there.")
    return resource
