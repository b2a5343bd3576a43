"""Courses as a file tells them: read whole, or one sentence for each thing wrong."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.commands.opening import Problem
from bot.domain.courses import (
    LONGEST_ABOUT,
    LONGEST_PLACE,
    LONGEST_TITLE,
    MOST_LESSONS,
    MOST_SEATS,
    Question,
    Stage,
    Where,
)
from bot.domain.divisions import Divisions
from bot.domain.text import key, store
from bot.words import read_moment

_COURSE = ("name", "stage", "title", "about", "wellbeing", "quiz", "cohort")
_COHORT = (
    "name", "where", "province", "place", "capacity", "facilitator", "published", "lesson",
)  # fmt: skip
_LESSON = ("at", "minutes", "before", "after")
_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")


@dataclass(frozen=True, slots=True)
class LessonText:
    """`at`: ISO without a zone, by the clock of the service."""

    at: str
    minutes: int
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class CohortText:
    name: str
    where: Where
    province: str
    place: str
    capacity: int
    facilitator: str
    published: bool
    lessons: tuple[LessonText, ...]


@dataclass(frozen=True, slots=True)
class CourseText:
    name: str
    stage: Stage
    title: str
    about: str
    wellbeing: bool
    quiz: tuple[Question, ...]
    cohorts: tuple[CohortText, ...]


def read(path: Path, divisions: Divisions) -> list[CourseText]:
    """The `[[course]]` entries of a TOML file. Problem has one sentence for each thing wrong."""
    try:
        entries = tomllib.loads(path.read_text(encoding="utf-8")).get("course", [])
    except (OSError, ValueError) as error:
        raise Problem(f"{path} cannot be read ({error}).") from error
    if not isinstance(entries, list) or not all(isinstance(one, dict) for one in entries):
        raise Problem(f"{path}: course must be a list; begin each entry with [[course]].")
    wrong = [
        f"{path}: course {number}: {what}."
        for number, entry in enumerate(entries, 1)
        for what in _of_course(entry, divisions)
    ]
    wrong += [f"{path}: {what}." for what in _twice(entries)]
    if wrong:
        raise Problem("\n".join(wrong))
    return [_course(entry, divisions) for entry in entries]


# What is wrong.


def _unknown(entry: dict[str, Any], known: tuple[str, ...]) -> Iterator[str]:
    for word in entry:
        if word not in known:
            yield f"{word} is not known here; there are: {', '.join(known)}"


def _text(entry: dict[str, Any], word: str, most: int, least: int = 1) -> Iterator[str]:
    value = entry.get(word, "")
    if not isinstance(value, str) or not least <= len(value.strip()) <= most:
        yield f"{word} must be a text of {least} to {most} characters"


def _name(entry: dict[str, Any]) -> Iterator[str]:
    if not isinstance(entry.get("name"), str) or not _NAME.fullmatch(entry["name"]):
        yield "name must be made of at most 40 letters a-z, digits and -"


def _listed(entry: dict[str, Any], word: str) -> list[dict[str, Any]] | None:
    """The tables of a list; None where it is none."""
    found = entry.get(word, [])
    fits = isinstance(found, list) and all(isinstance(one, dict) for one in found)
    return found if fits else None


def _of_course(entry: dict[str, Any], divisions: Divisions) -> Iterator[str]:
    yield from _unknown(entry, _COURSE)
    yield from _name(entry)
    if entry.get("stage") not in set(Stage):
        yield f"stage is {entry.get('stage')!r}; it must be one of {', '.join(Stage)}"
    yield from _text(entry, "title", LONGEST_TITLE)
    yield from _text(entry, "about", LONGEST_ABOUT)
    if not isinstance(entry.get("wellbeing", False), bool):
        yield "wellbeing must be true or false"
    for word, of_one in (("quiz", _of_question), ("cohort", _of_cohort)):
        for number, one in enumerate(_listed(entry, word) or (), 1):
            said = of_one(one, divisions)
            yield from (f"{word} {number}: {what}" for what in said)
        if _listed(entry, word) is None:
            yield f"{word} must be a list; begin each with [[course.{word}]]"


def _of_question(entry: dict[str, Any], _: Divisions) -> Iterator[str]:
    yield from _unknown(entry, ("text", "options", "right"))
    yield from _text(entry, "text", 300)
    options = entry.get("options")
    fits = isinstance(options, list) and all(isinstance(o, str) and o.strip() for o in options)
    if not isinstance(options, list) or not fits or not 2 <= len(options) <= 6:
        yield "options must be a list of 2 to 6 texts"
    elif type(entry.get("right")) is not int or not 1 <= entry["right"] <= len(options):
        yield f"right must be the number of the right option, from 1 to {len(options)}"


def _of_cohort(entry: dict[str, Any], divisions: Divisions) -> Iterator[str]:
    yield from _unknown(entry, _COHORT)
    yield from _name(entry)
    if entry.get("where") not in set(Where):
        yield f"where is {entry.get('where')!r}; it must be one of {', '.join(Where)}"
    yield from _text(entry, "place", LONGEST_PLACE)
    if "province" in entry and not _province(entry["province"], divisions):
        yield f"province {entry['province']} is none; write its Persian name or its code"
    if type(entry.get("capacity")) is not int or not 1 <= entry["capacity"] <= MOST_SEATS:
        yield f"capacity must be a number from 1 to {MOST_SEATS}"
    yield from _text(entry, "facilitator", 40, 0)
    if not isinstance(entry.get("published", False), bool):
        yield "published must be true or false"
    lessons = _listed(entry, "lesson")
    if not lessons or len(lessons) > MOST_LESSONS:
        yield f"it needs 1 to {MOST_LESSONS} lessons; begin each with [[course.cohort.lesson]]"
    for number, one in enumerate(lessons or (), 1):
        yield from (f"lesson {number}: {what}" for what in _of_lesson(one))


def _of_lesson(entry: dict[str, Any]) -> Iterator[str]:
    yield from _unknown(entry, _LESSON)
    if not isinstance(entry.get("at"), str) or read_moment(entry["at"]) is None:
        yield f"at is {entry.get('at')!r}; write a day and an hour like 1405/9/20 16:30"
    if type(entry.get("minutes", 90)) is not int or not 15 <= entry.get("minutes", 90) <= 600:
        yield "minutes must be a number from 15 to 600"
    for word in ("before", "after"):
        yield from _text(entry, word, 3000, 0)


def _twice(entries: list[dict[str, Any]]) -> Iterator[str]:
    """Names that are there more than once."""
    names = [("course", str(one.get("name"))) for one in entries]
    names += [("cohort", str(c.get("name"))) for e in entries for c in _listed(e, "cohort") or ()]
    for kind, name in dict.fromkeys(one for one in names if names.count(one) > 1):
        yield f"there are two of the name {name} ({kind}); give each its own"


# What it says.


def _province(name: Any, divisions: Divisions) -> str:
    for province in divisions.provinces:
        named = (province.fa, province.en, province.code)
        if isinstance(name, str) and key(name) in map(key, named):
            return province.code
    return ""


def _course(entry: dict[str, Any], divisions: Divisions) -> CourseText:
    return CourseText(
        entry["name"],
        Stage(entry["stage"]),
        store(entry["title"]).strip(),
        store(entry["about"]).strip(),
        entry.get("wellbeing", False),
        tuple(
            Question(store(one["text"]), tuple(map(store, one["options"])), one["right"] - 1)
            for one in entry.get("quiz", [])
        ),
        tuple(_cohort(one, divisions) for one in entry.get("cohort", [])),
    )


def _cohort(entry: dict[str, Any], divisions: Divisions) -> CohortText:
    return CohortText(
        entry["name"],
        Where(entry["where"]),
        _province(entry.get("province"), divisions),
        store(entry["place"]).strip(),
        entry["capacity"],
        entry.get("facilitator", "").strip(),
        entry.get("published", False),
        tuple(
            LessonText(
                read_moment(one["at"]) or "",
                one.get("minutes", 90),
                store(one.get("before", "")).strip(),
                store(one.get("after", "")).strip(),
            )
            for one in entry["lesson"]
        ),
    )
