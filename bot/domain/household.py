"""Who lives in a household, as far as the family told us."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    ADULT = "adult"
    CHILD = "child"


@dataclass(frozen=True, slots=True)
class Member:
    """One person of a household. `age`: a band such as `6_11`, empty where it was not said;
    `concerned`: the one whom the request is about."""

    kind: Kind
    age: str = ""
    concerned: bool = False


YOUNG_BANDS = ("0_5", "6_11", "12_17")
GROWN_BANDS = ("18_24", "25_34", "35_49", "50_64", "65")
MINOR_BANDS = ("child", "preteen", "teen", "older")
"""Age bands: of whom a family or a colleague tells, and as minors tell their own."""
MOST = 12
"""More rows than this say nothing more about what help is right."""
_CHILDREN = frozenset({*YOUNG_BANDS, *MINOR_BANDS, "minor"})


def members(
    adults: int, children: int, bands: Sequence[str], concerned: str | None = None
) -> tuple[Member, ...]:
    """The rows of a household: every adult, every child with its band as far as that is sure.

    `bands`: the age bands in which there are children. `concerned`: the age band of the person
    the request is about ('' where it was not said), None where nothing at all is known of them.
    """
    grown = [Member(Kind.ADULT)] * min(adults, MOST)
    ages = list(bands)[:children] + [bands[0] if len(bands) == 1 else ""] * (children - len(bands))
    young = [Member(Kind.CHILD, age) for age in ages][:MOST]
    return _with_concerned((*grown, *young), concerned)


def _with_concerned(known: tuple[Member, ...], age: str | None) -> tuple[Member, ...]:
    if age is None:
        return known
    kind = Kind.CHILD if age in _CHILDREN else Kind.ADULT
    them = Member(kind, age, concerned=True)
    for place, member in enumerate(known):
        if member.kind is kind and member.age in ("", age):
            return (*known[:place], them, *known[place + 1 :])
    return (*known, them)
