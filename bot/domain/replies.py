"""Canned replies: texts for situations that counselors meet, with places for what fits the case."""

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from bot.domain.helplines import Bilingual, Helplines, Need
from bot.domain.text import key

NAME_LIMIT, TEXT_LIMIT = 40, 2000
"""Characters of a reply that staff add."""
FARTHEST_DAY = 60
_SLUG = re.compile(r"[a-z0-9_]{1,20}")
_VARIABLE = re.compile(r"\{([^{}]*)\}")
_LETTERS = re.compile(r"[\u0620-\u06d3]")


class ReplyTopic(StrEnum):
    """The situation a reply is for, in the order of a talk."""

    OPENING = "opening"
    WAITING = "waiting"
    SILENCE = "silence"
    DISCLOSURE = "disclosure"
    REFERRAL = "referral"
    CLOSING = "closing"


# Variables: what stands between braces.


@dataclass(frozen=True, slots=True)
class Place:
    """{place}: where the family lives, as exactly as we know it."""


@dataclass(frozen=True, slots=True)
class Code:
    """{code}: the tracking code."""


@dataclass(frozen=True, slots=True)
class Day:
    """{date} is today, {date:3} the day in three days."""

    after: int = 0


@dataclass(frozen=True, slots=True)
class Numbers:
    """{helpline:suicide}: the telephone number for this need that answers now."""

    need: Need


Variable: TypeAlias = Place | Code | Day | Numbers
EXAMPLES = ("{place}", "{code}", "{date}", "{date:3}", "{helpline:talk}")
"""How variables are written; the same in every language."""


def variable(word: str) -> Variable | None:
    """What the word between braces stands for; None where we do not know it."""
    name, colon, more = word.partition(":")
    match name:
        case "place" if not colon:
            return Place()
        case "code" if not colon:
            return Code()
        case "date" if not colon:
            return Day()
        case "date" if more.isascii() and more.isdecimal() and int(more) <= FARTHEST_DAY:
            return Day(int(more))
        case "helpline" if more in set(Need):
            return Numbers(Need(more))
        case _:
            return None


def unknown_variables(text: str) -> tuple[str, ...]:
    """What stands between braces and is no variable, and braces that stand alone."""
    words = [word for word in _VARIABLE.findall(text) if variable(word) is None]
    loose = [brace for brace in "{}" if brace in _VARIABLE.sub("", text)]
    return tuple(f"{{{word}}}" for word in words) + tuple(loose)


def fill(text: str, value: Callable[[Variable], str]) -> str:
    """The text with every variable filled; what is no variable stays as it is written."""

    def one(found: re.Match[str]) -> str:
        known = variable(found[1])
        return value(known) if known is not None else found[0]

    return _VARIABLE.sub(one, text)


def language_of(text: str) -> str:
    """The language that a text of staff is in, by its letters: fa or en."""
    return "fa" if _LETTERS.search(text) else "en"


# The replies that come with the service.


@dataclass(frozen=True, slots=True)
class Canned:
    """One reply. `name` is for buttons and commands, `title` for people."""

    name: str
    topic: ReplyTopic
    title: Bilingual
    text: Bilingual


@dataclass(frozen=True, slots=True)
class CannedReplies:
    """All of them, in the order of the file."""

    every: tuple[Canned, ...] = ()

    def named(self, name: str) -> Canned | None:
        return next((reply for reply in self.every if reply.name == name), None)

    def called(self, typed: str) -> Canned | None:
        """The reply that a person means by its name or by its title in any language."""
        wanted = key(typed)
        for reply in self.every:
            if wanted in (key(reply.name), key(reply.title.fa), key(reply.title.en)):
                return reply
        return None

    def of_topic(self, topic: ReplyTopic) -> tuple[Canned, ...]:
        return tuple(reply for reply in self.every if reply.topic is topic)


def parse_replies(toml_text: str, helplines: Helplines) -> CannedReplies:
    """The replies in a file with one [[reply]] each.

    Raises ValueError naming the entry, what is wrong and what would be right.
    """
    entries = entries_of(toml_text, "replies", "reply")
    every = tuple(_reply(place, entry, helplines) for place, entry in enumerate(entries, 1))
    names = [reply.name for reply in every]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        raise ValueError(f"replies: {twice} is there twice; give each reply a name of its own.")
    return CannedReplies(every)


def entries_of(toml_text: str, what: str, table: str) -> list[Mapping[str, object]]:
    """The tables [[table]] of a file, as they are written. ValueError where there is none."""
    try:
        document = tomllib.loads(toml_text)
    except tomllib.TOMLDecodeError as broken:
        raise ValueError(f"{what}: not a TOML file: {broken}.") from broken
    entries = document.get(table)
    if not isinstance(entries, list) or not all(isinstance(each, dict) for each in entries):
        raise ValueError(f"{what}: there is no entry; write one [[{table}]] for each.")
    return entries


def slug_of(where: str, entry: Mapping[str, object]) -> str:
    """The name of an entry, as it stands in buttons."""
    name = entry.get("name")
    if not isinstance(name, str) or not _SLUG.fullmatch(name):
        raise ValueError(
            f'{where}: name is {name!r}; it must be like "after_claim": at most 20 small Latin'
            " letters, digits and _."
        )
    return name


def both_languages(where: str, field: str, words: object) -> Bilingual:
    """A text that must be there in Persian and in English."""
    if isinstance(words, dict):
        fa, en = words.get("fa"), words.get("en")
        if isinstance(fa, str) and isinstance(en, str) and fa.strip() and en.strip():
            return Bilingual(fa.strip(), en.strip())
    raise ValueError(f"{where}: {field} must have fa and en, both filled.")


def _reply(place: int, entry: Mapping[str, object], helplines: Helplines) -> Canned:
    name = slug_of(f"replies, entry {place}", entry)
    where, topic = f"replies, {name}", entry.get("topic")
    if not isinstance(topic, str) or topic not in set(ReplyTopic):
        raise ValueError(f"{where}: topic is {topic!r}; it must be one of {', '.join(ReplyTopic)}.")
    title = both_languages(where, "title", entry.get("title"))
    text = both_languages(where, "the text", entry)
    for words in (text.fa, text.en):
        _check(where, words, helplines)
    if _wanted(text.fa) != _wanted(text.en):
        raise ValueError(f"{where}: fa and en must have the same variables.")
    return Canned(name, ReplyTopic(topic), title, text)


def _wanted(text: str) -> list[str]:
    return sorted(_VARIABLE.findall(text))


def _check(where: str, text: str, helplines: Helplines) -> None:
    unknown = unknown_variables(text)
    if unknown:
        raise ValueError(
            f"{where}: {unknown[0]} is no variable; there are {', '.join(EXAMPLES)} (with another"
            " number of days or another need)."
        )
    for word in _VARIABLE.findall(text):
        match variable(word):
            case Numbers(need) if not helplines.order.get(need):
                raise ValueError(f"{where}: helplines.toml has no number for {need}.")
            case _:
                pass
