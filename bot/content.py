"""Reads the house: words, questions, danger words, places and numbers, each checked on the way."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from bot.conversations.catalogue import conversations
from bot.domain.danger import DangerWords
from bot.domain.danger_file import parse_phrases
from bot.domain.danger_learned import parse_learned
from bot.domain.divisions import Divisions, parse_divisions
from bot.domain.duty import DutyRules
from bot.domain.helplines import Helplines, parse_helplines
from bot.domain.macros import Macro, parse_macros
from bot.domain.opening import Holidays, parse_holidays
from bot.domain.people import Platform
from bot.domain.replies import CannedReplies, parse_replies
from bot.domain.series import Library
from bot.domain.transfer import Patience
from bot.domain.underserved import Underserved, parse_underserved
from bot.handlers.house import House, Place
from bot.library import BrokenSeries, read_library
from bot.texts import BrokenTexts
from bot.words import Words, load_words, read_day, read_moment, read_moments

Content = TypeVar("Content")


class BrokenContent(Exception):
    """A file of texts or content cannot be used; the sentence names it and what would be right."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """All that is read from files, before it is known where we serve."""

    words: Words
    danger: DangerWords
    divisions: Divisions
    helplines: Helplines
    underserved: Underserved
    holidays: Holidays
    replies: CannedReplies
    macros: tuple[Macro, ...]
    series: Library
    files: Path

    def house(
        self,
        language: str,
        places: Mapping[Platform, Place],
        screeners: tuple[str, ...] = (),
        duty: DutyRules | None = None,
        patience: Patience | None = None,
        organization: str = "",
    ) -> House:
        return House(
            self.words,
            conversations(self.divisions, read_day, read_moment, read_moments),
            self.danger,
            self.divisions,
            self.helplines,
            language,
            places,
            screeners,
            self.underserved,
            duty or DutyRules(),
            patience or Patience(),
            organization=organization,
            replies=self.replies,
            macros=self.macros,
            series=self.series,
            files=self.files,
        )


def read(root: Path, zone: str, files: Path | None = None) -> Shelf:
    """Everything under `root/locales` and `root/content`, and the series under `files` where they
    lie elsewhere. BrokenContent names what is wrong."""
    try:
        words = load_words(root / "locales", zone)
    except BrokenTexts as error:
        raise BrokenContent(str(error)) from error
    content = root / "content"
    divisions = _parsed(content / "divisions.csv", parse_divisions)
    learned = _parsed(content / "danger_learned.toml", parse_learned)
    helplines = _parsed(content / "helplines.toml", parse_helplines)
    replies = _parsed(content / "replies.toml", partial(parse_replies, helplines=helplines))
    return Shelf(
        words,
        _parsed(content / "danger.toml", partial(parse_phrases, learned=learned)),
        divisions,
        helplines,
        _parsed(content / "underserved.csv", partial(parse_underserved, divisions=divisions)),
        _parsed(content / "holidays.csv", partial(parse_holidays, read_day=read_day)),
        replies,
        _parsed(content / "macros.toml", partial(parse_macros, replies=replies)),
        _library(files or content),
        files or content,
    )


def _library(folder: Path) -> Library:
    try:
        return read_library(folder)
    except BrokenSeries as error:
        raise BrokenContent(str(error)) from error


def _parsed(path: Path, parse: Callable[[str], Content]) -> Content:
    try:
        return parse(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise BrokenContent(f"{path} is missing: restore it.") from error
    except UnicodeDecodeError as error:
        raise BrokenContent(f"{path} is no UTF-8 text; save it as UTF-8.") from error
    except ValueError as error:
        raise BrokenContent(f"{path}: {error}") from error
