"""Reads the series of psychoeducation from their folders, and checks them on the way.

`LANGUAGE/series/NAME/series.toml` and one Markdown file for each part: `1.md`, `2.md` and so on.
"""

import re
import tomllib
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

from bot.domain.series import Audience, Edition, Library, Part, Series, Stage
from bot.domain.series_text import Mistake, parse_part
from bot.domain.triage import TOPICS
from bot.words import LANGUAGES

_NAME = re.compile(r"[a-z][a-z0-9_-]{0,19}")
"""A name travels in buttons."""
_KEYS = frozenset(
    {
        "title", "about", "audience", "topics", "trigger", "stage", "hour", "offsets", "sources",
        "reviewer", "reviewed",
    }
)  # fmt: skip
_HOUR = re.compile(r"([01]\d|2[0-3]):([0-5]\d)")
_PHOTO, _VOICE, _DOCUMENT = (".jpg", ".jpeg", ".png"), (".ogg",), (".pdf",)
_ENDINGS = {"photo": _PHOTO, "voice": _VOICE, "document": _DOCUMENT}
_LARGEST = 5 * 2**20
"""Bytes of a file beside a part: on a slow line more is never opened."""
_OLD = timedelta(days=2 * 365)
"""After so long a professional should read it again."""


class BrokenSeries(ValueError):
    """One sentence: which file, what is wrong, what would be right."""


def read_library(root: Path) -> Library:
    """Every series under `root`, by name. BrokenSeries names the first mistake."""
    found: dict[str, Series] = {}
    for language in LANGUAGES:
        folder = root / language / "series"
        for place in sorted(folder.iterdir()) if folder.is_dir() else ():
            if not place.is_dir():
                continue
            series = _read(root, place, language)
            known = found.get(series.name)
            found[series.name] = _joined(place, known, series) if known else series
    return found


def _joined(place: Path, known: Series, other: Series) -> Series:
    """One series in two languages: they must agree on all that is not words."""
    for what in ("audience", "topics", "minute", "offsets", "stage"):
        if getattr(known, what) != getattr(other, what):
            name = "hour" if what == "minute" else what
            raise BrokenSeries(
                f"{place / 'series.toml'}: {name} differs from that of another language of this"
                " series; make them the same."
            )
    editions = {**known.editions, **other.editions}
    return Series(
        known.name, known.audience, known.topics, known.minute, known.offsets, editions, known.stage
    )


def _read(root: Path, place: Path, language: str) -> Series:
    path = place / "series.toml"
    if not _NAME.fullmatch(place.name):
        raise BrokenSeries(
            f"{place}: the folder of a series has a name of at most 20 letters a-z, digits, - and"
            " _; name it so."
        )
    given = _toml(path)
    for key in ("title", "about", "hour"):
        if not isinstance(given.get(key), str) or not given[key].strip():
            raise BrokenSeries(f"{path}: {key} is missing; write a text.")
    stage = _stage(path, given)
    offsets = _offsets(path, given, negative=stage is not None)
    topics = given.get("topics")
    if not isinstance(topics, list) or not topics or any(t not in TOPICS for t in topics):
        raise BrokenSeries(f"{path}: topics must be a list out of {', '.join(TOPICS)}.")
    edition = Edition(
        given["title"].strip(),
        given["about"].strip(),
        tuple(_parts(root, place, len(offsets))),
        _sources(path, given),
        *_review(path, given),
    )
    audience = _one_of(path, given, "audience", tuple(Audience))
    hour = _HOUR.fullmatch(given["hour"])
    if hour is None:
        raise BrokenSeries(f'{path}: hour must be written like "18:00".')
    minute = int(hour[1]) * 60 + int(hour[2])
    return Series(
        place.name, Audience(audience), tuple(topics), minute, offsets, {language: edition}, stage
    )


def _toml(path: Path) -> dict[str, Any]:
    try:
        given = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise BrokenSeries(f"{path} is missing: write it, or remove the folder.") from error
    except ValueError as error:
        raise BrokenSeries(f"{path}: {error}.") from error
    unknown = sorted(given.keys() - _KEYS)
    if unknown:
        raise BrokenSeries(f"{path}: nobody reads {unknown[0]}; look for a typing error.")
    return given


def _one_of(path: Path, given: dict[str, Any], key: str, allowed: tuple[str, ...]) -> str:
    value = given.get(key)
    if value not in allowed:
        raise BrokenSeries(f"{path}: {key} must be one of {', '.join(allowed)}.")
    return str(value)


def _stage(path: Path, given: dict[str, Any]) -> Stage | None:
    if _one_of(path, given, "trigger", ("chosen", "stage")) == "stage":
        return Stage(_one_of(path, given, "stage", tuple(Stage)))
    if given.get("stage"):
        raise BrokenSeries(f'{path}: stage is for trigger = "stage" only; remove it.')
    return None


def _offsets(path: Path, given: dict[str, Any], *, negative: bool) -> tuple[int, ...]:
    offsets = given.get("offsets")
    fits = (
        isinstance(offsets, list)
        and offsets
        and all(type(days) is int and -400 <= days <= 400 for days in offsets)
        and all(a < b for a, b in pairwise(offsets))
        and (negative or offsets[0] >= 0)
    )
    if not isinstance(offsets, list) or not fits:
        below = "" if negative else " from 0 on"
        raise BrokenSeries(
            f"{path}: offsets must be rising days{below}, one for each message, like [0, 1, 2]."
        )
    return tuple(offsets)


def _sources(path: Path, given: dict[str, Any]) -> tuple[str, ...]:
    sources = given.get("sources")
    if not isinstance(sources, list) or not sources or not all(isinstance(s, str) for s in sources):
        raise BrokenSeries(f"{path}: sources must name at least one source.")
    return tuple(sources)


def _review(path: Path, given: dict[str, Any]) -> tuple[str, str]:
    reviewer, reviewed = (str(given.get(key, "")).strip() for key in ("reviewer", "reviewed"))
    if reviewed:
        try:
            date.fromisoformat(reviewed)
        except ValueError as error:
            raise BrokenSeries(f"{path}: reviewed must be a day like 2026-11-27.") from error
    if bool(reviewer) != bool(reviewed):
        raise BrokenSeries(f"{path}: reviewer and reviewed belong together; fill in both or none.")
    return reviewer, reviewed


def _parts(root: Path, place: Path, count: int) -> Iterator[Part]:
    written = {path.name for path in place.glob("*.md")}
    wanted = [f"{number}.md" for number in range(1, count + 1)]
    for name in sorted(written ^ set(wanted)):
        problem = "is missing" if name in wanted else "has no day in offsets"
        raise BrokenSeries(f"{place / name} {problem}: one file for each of the offsets.")
    for name in wanted:
        path = place / name
        try:
            folder = place.relative_to(root).as_posix()
            part = parse_part(path.read_text(encoding="utf-8"), folder)
        except Mistake as error:
            raise BrokenSeries(f"{path}, {error}.") from error
        except UnicodeDecodeError as error:
            raise BrokenSeries(f"{path} is no UTF-8 text; save it as UTF-8.") from error
        for file in part.files:
            beside = root / file.path
            if beside.suffix.lower() not in _ENDINGS[file.kind]:
                allowed = " or ".join(_ENDINGS[file.kind])
                raise BrokenSeries(f"{path}: a {file.kind} must end in {allowed}.")
            if not beside.is_file() or not 0 < beside.stat().st_size <= _LARGEST:
                raise BrokenSeries(f"{path}: {beside} must be there, and of at most 5 MB.")
        yield part


def doubts(library: Library, today: date) -> Iterator[str]:
    """What does not stop the service but should be seen to: one sentence each."""
    for series in library.values():
        for language in LANGUAGES:
            if language not in series.editions:
                yield (
                    f"series {series.name}: there is none in {language}; translate it, and have it"
                    " reviewed."
                )
        for language, edition in series.editions.items():
            named = f"{language}/series/{series.name}"
            if not edition.is_reviewed:
                yield (
                    f"{named}: no professional has reviewed it; write reviewer and reviewed into"
                    " its series.toml when somebody has."
                )
            elif today - date.fromisoformat(edition.reviewed) > _OLD:
                yield f"{named}: reviewed more than two years ago; let it be read again."
