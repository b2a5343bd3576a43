"""One person in two messengers: the code that joins them, and which account is written to."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.case import ALPHABET, Case, Status
from bot.domain.contact import ContactRules, Writing
from bot.domain.people import Platform

CODE_LASTS = 10 * 60 * 1000
"""Milliseconds in which a code can be brought and confirmed."""
_LOOKALIKES = str.maketrans("ILO", "110")
_LENGTH = 8

TALK = frozenset(
    {"relay", "relay_edit", "veil", "plan", "details", "file", "folded", "listening", "whisper"}
)
"""Kinds that carry what people tell each other, and go where somebody wants to be told it."""


def link_code(random_bits: int) -> str:
    """Eight letters and figures from 40 random bits, without those that look alike."""
    letters = "".join(ALPHABET[(random_bits >> shift) & 31] for shift in range(35, -1, -5))
    return f"{letters[:4]}-{letters[4:]}"


def read_link_code(typed: str) -> str | None:
    """The code somebody typed, in its written form; None where it cannot be one."""
    letters = "".join(c for c in typed.upper() if c.isascii() and c.isalnum())
    letters = letters.translate(_LOOKALIKES)
    if len(letters) != _LENGTH or any(c not in ALPHABET for c in letters):
        return None
    return f"{letters[:4]}-{letters[4:]}"


# Which account.


@dataclass(frozen=True, slots=True)
class Way:
    """One account of a person. `seen_at`: when (epoch ms) they wrote from it last; `lost`:
    messages to it do not arrive; `away`: its messenger has been silent for some minutes."""

    platform: Platform
    seen_at: int = 0
    lost: bool = False
    away: bool = False

    @property
    def works(self) -> bool:
        return not self.lost and not self.away


@dataclass(frozen=True, slots=True)
class Wishes:
    """`preferred`: None for where they wrote last. `fallback`: whether the other account may be
    used where the first is out of reach. `talks_on`: the only way for what they talk about."""

    preferred: Platform | None = None
    fallback: bool = False
    talks_on: Platform | None = None


def chosen(ways: Sequence[Way], wishes: Wishes, kind: str = "") -> int:
    """The place of the account that a message of this kind goes to."""
    places = range(len(ways))
    if kind in TALK and wishes.talks_on is not None:
        for place in places:
            if ways[place].platform is wishes.talks_on:
                return place
    best = sorted(
        places, key=lambda p: (ways[p].platform is not wishes.preferred, -ways[p].seen_at, p)
    )
    if ways[best[0]].works or not wishes.fallback:
        return best[0]
    return next((place for place in best if ways[place].works), best[0])


# What becomes of two when they are one.


@dataclass(frozen=True, slots=True)
class Side:
    """One of two people who are the same. `since`: their id, which grows with time."""

    since: int
    has_role: bool = False
    has_words: bool = False


def stays(first: Side, second: Side) -> Side:
    """Whose row stays: of staff; of whoever has words of their own, which are bound to it; of
    whom we met first."""
    return min(
        (first, second), key=lambda side: (not side.has_role, not side.has_words, side.since)
    )


def kept_case(first: Case, second: Case) -> tuple[Case, Case]:
    """The open case that goes on, and the one that is joined into it: the more urgent goes on,
    else the one that somebody has, else the older."""
    order = sorted(
        (first, second), key=lambda c: (c.acuity, c.status is not Status.CLAIMED, c.opened_at, c.id)
    )
    return order[0], order[1]


_STRICT = (Writing.WAIT, Writing.NEUTRAL, Writing.ANY)


def stricter(first: ContactRules, second: ContactRules) -> ContactRules:
    """What is safe by the rules of both. Who was never asked has said nothing against the other;
    where their hours never meet, those of the first hold."""
    said = [rules.writing for rules in (first, second) if rules.writing is not None]
    writing = min(said, key=_STRICT.index) if said else None
    both = first.hours & second.hours if first.hours and second.hours else frozenset()
    return ContactRules(writing, both or first.hours or second.hours, first.silenced_at)
