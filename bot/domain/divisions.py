"""The provinces and counties of Iran, and finding one by what a person typed."""

import csv
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NewType, TypeVar

from bot.domain.text import alphabetical, key, store

ProvinceCode = NewType("ProvinceCode", str)
CountyCode = NewType("CountyCode", str)

COLUMNS = (
    "province_code", "province_fa", "province_en", "county_code", "county_fa", "county_en", "also",
)  # fmt: skip
# Codes travel in button data, where every byte is dear.
_CODE = re.compile(r"[0-9a-z]{1,6}")
_OPENINGS = tuple(
    key(word)
    for word in ("استان", "شهرستان", "شهر", "ostan", "ostane", "shahrestan", "shahre", "shahr")
)
_CLOSINGS = ("province", "county", "city")
# Letters that spellings of one name in Latin letters disagree on: Qom and Ghom, Qazvin and Ghazwin.
_SOUNDS = (("q", "gh"), ("w", "v"), ("ck", "k"))
_VOWELS = re.compile("[aeiouy]+")
_TWICE = re.compile(r"(.)\1+")
# Fewer consonants than this are part of too many names.
_CLEAR = 4

Named = TypeVar("Named", "Province", "County")


@dataclass(frozen=True)
class Province:
    """One of the 31 provinces. `code` is the two-digit code of the Statistical Center of Iran."""

    code: ProvinceCode
    fa: str
    en: str


@dataclass(frozen=True)
class County:
    """A county (شهرستان). `also` are names people use for it: its main town, an older name."""

    code: CountyCode
    province: ProvinceCode
    fa: str
    en: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class Divisions:
    """All provinces in alphabetical order; in each the capital's county first, then the others."""

    provinces: tuple[Province, ...]
    _counties: dict[ProvinceCode, tuple[County, ...]]

    def province(self, code: str) -> Province | None:
        """The province with this code, or None."""
        return next((one for one in self.provinces if one.code == code), None)

    def county(self, code: str) -> County | None:
        """The county with this code, or None."""
        every = (one for some in self._counties.values() for one in some)
        return next((one for one in every if one.code == code), None)

    def counties(self, province_code: str) -> tuple[County, ...]:
        """The counties of a province; empty for a code that is none."""
        return self._counties.get(ProvinceCode(province_code), ())

    def find_provinces(self, typed: str) -> tuple[Province, ...]:
        """The provinces that `typed` may mean; when none does, those with a county of that name."""
        named = _best(typed, self.provinces, _NAMES_ALIKE)
        if named:
            return named
        every = tuple(county for some in self._counties.values() for county in some)
        homes = {county.province for county in _best(typed, every, _SAME_NAME)}
        return tuple(one for one in self.provinces if one.code in homes)

    def find_counties(self, province_code: str, typed: str) -> tuple[County, ...]:
        """The counties of this province that `typed` may mean: only the best kind of match."""
        return _best(typed, self.counties(province_code), _NAMES_ALIKE)


def parse_divisions(csv_text: str) -> Divisions:
    """The divisions in a file of the columns `COLUMNS`; lines that begin with # are comments.

    The first county of each province is the one that holds its capital.
    Raises ValueError naming the line, what is wrong and what would be right.
    """
    lines = [(number, line.strip()) for number, line in enumerate(csv_text.splitlines(), 1)]
    rows = [
        (number, tuple(next(csv.reader([line]))))
        for number, line in lines
        if line and not line.startswith("#")
    ]
    if not rows:
        raise ValueError("divisions: the file is empty; it needs a header line and one per county.")
    number, header = rows[0]
    if header != COLUMNS:
        raise ValueError(f"divisions, line {number}: the header must be {','.join(COLUMNS)}.")
    return _built(rows[1:])


def _built(rows: Sequence[tuple[int, tuple[str, ...]]]) -> Divisions:
    for number, cells in rows:
        _check_cells(number, cells)
    provinces: dict[ProvinceCode, Province] = {}
    counties: dict[ProvinceCode, list[County]] = {}
    seen: dict[str, int] = {}
    for number, (code, fa, en, county_code, county_fa, county_en, also) in rows:
        province = Province(ProvinceCode(code), fa, en)
        if provinces.setdefault(province.code, province) != province:
            raise ValueError(
                f"divisions, line {number}: province {code} is named {fa} / {en} here and "
                f"otherwise above; give it one name."
            )
        if county_code in seen:
            raise ValueError(
                f"divisions, line {number}: county code {county_code} was used in line "
                f"{seen[county_code]}; each county needs its own."
            )
        seen[county_code] = number
        others = tuple(name for name in also.split("|") if name)
        county = County(CountyCode(county_code), province.code, county_fa, county_en, others)
        counties.setdefault(province.code, []).append(county)
    return Divisions(
        tuple(sorted(provinces.values(), key=lambda one: alphabetical(one.fa))),
        {code: _capital_first(some) for code, some in counties.items()},
    )


def _check_cells(number: int, cells: tuple[str, ...]) -> None:
    if len(cells) != len(COLUMNS):
        raise ValueError(
            f"divisions, line {number}: {len(cells)} columns; there must be {len(COLUMNS)}."
        )
    for column, cell in zip(COLUMNS, cells, strict=True):
        if not cell and column != "also":
            raise ValueError(f"divisions, line {number}: {column} is empty; fill it.")
        if column.endswith("_code") and not _CODE.fullmatch(cell):
            raise ValueError(
                f"divisions, line {number}: {column} is {cell!r}; "
                f"it must be 1 to 6 of the characters 0-9 and a-z."
            )
        if cell != store(cell).strip():
            raise ValueError(
                f"divisions, line {number}: {column} is {cell!r}; with Persian letters and no "
                f"stray space or half-space it would be {store(cell).strip()!r}."
            )


def _capital_first(counties: Sequence[County]) -> tuple[County, ...]:
    capital, *others = counties
    return (capital, *sorted(others, key=lambda one: alphabetical(one.fa)))


def _same(typed: str, name: str) -> bool:
    return typed == name


def _begins(typed: str, name: str) -> bool:
    return name.startswith(typed)


def _contains(typed: str, name: str) -> bool:
    return typed in name


def _sounds_same(typed: str, name: str) -> bool:
    return typed.isascii() and name.isascii() and _sound(typed) == _sound(name)


def _sounds_in(typed: str, name: str) -> bool:
    sound = _sound(typed)
    return typed.isascii() and name.isascii() and len(sound) >= _CLEAR and sound in _sound(name)


Likeness = Callable[[str, str], bool]
_SAME_NAME: tuple[Likeness, ...] = (_same, _sounds_same)
_NAMES_ALIKE: tuple[Likeness, ...] = (
    _same, _begins, _contains, _sounds_same, _sounds_in,
)  # fmt: skip


def _best(
    typed: str, places: tuple[Named, ...], likenesses: tuple[Likeness, ...]
) -> tuple[Named, ...]:
    """The places like `typed` in the first of these ways in which any is."""
    ways = _ways(typed)
    for alike in likenesses:
        for way in ways:
            found = tuple(
                place for place in places if any(alike(way, _key(name)) for name in _names(place))
            )
            if found:
                return found
    return ()


def _names(place: Province | County) -> tuple[str, ...]:
    return (place.fa, place.en, *(place.also if isinstance(place, County) else ()))


def _ways(typed: str) -> tuple[str, ...]:
    """What was typed as it is compared: whole, then without a word like استان or county."""
    whole = key(typed)
    opened = {whole.removeprefix(opening) for opening in _OPENINGS}
    short = {way.removesuffix(closing) for way in opened | {whole} for closing in _CLOSINGS}
    return tuple(way for way in (whole, *sorted(short - {whole})) if way)


# Every name is compared again at each search.
_key = lru_cache(maxsize=4096)(key)


@lru_cache(maxsize=4096)
def _sound(latin: str) -> str:
    for letters, usual in _SOUNDS:
        latin = latin.replace(letters, usual)
    return _VOWELS.sub("", _TWICE.sub(r"\1", latin))
