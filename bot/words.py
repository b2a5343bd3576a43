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


class BrokenTexts(Exception):
    """A file of texts cannot be read; the sentence names file and line."""


class Words:
    """`say(language, key, **arguments)` gives a text. KeyError for a text that does not exist."""

    def __init__(self, bundles: Mapping[str, FluentBundle], zone: ZoneInfo) -> None:
        self._bundles = bundles
        self._zone = zone

    def has(self, language: str, key: str) -> bool:
        return self._bundles[language].has_message(key)

    def say(self, language: str, key: str, **arguments: Any) -> str:
        bundle = self._bundles[language]
        message = bundle.get_message(key)
        if message.value is None:
            raise KeyError(key)
        text, errors = bundle.format_pattern(message.value, arguments)
        if errors:
            raise KeyError(f"{key}: {errors[0]}")
        # Isolating marks would become part of a link.
        return _LINK.sub(r"\1", str(text))

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
        return self.say(
            language, "when-day", day=_day(language, moment), clock=_digits(language, clock)
        )

    def day(self, language: str, at: int) -> str:
        """The day of a moment, without its hour."""
        return _day(language, self._local(at))

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


def _digits(language: str, text: str) -> str:
    return persian_digits(text) if language == "fa" else text


def _day(language: str, moment: datetime) -> str:
    """Weekday, day, month and year: Jalali in Persian."""
    if language != "fa":
        return moment.strftime("%A %-d %B %Y")
    jalali = JalaliDateTime(moment)
    weekday, month = jalali.strftime("%A|%B", locale="fa").split("|")
    return persian_digits(f"{weekday} {jalali.day} {month} {jalali.year}")


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
