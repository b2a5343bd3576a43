"""What danger sounds like: points learned from sentences, for danger that no rule names.

A sentence is taken apart into pieces: three to five letters of each word, whole words, pairs of
neighbors, the classes of the words that the rules know, and pairs of these that stand near each
other in either order, for people say the same with other words in another order. Each piece has
points for every category, found in a table by its checksum; pieces that share a place share their
points. The table is made by `scripts/learn_danger.py` from the sentences
of the tests and changes nothing by itself while the service runs.
"""

import tomllib
import zlib
from base64 import b64decode
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise, product
from zlib import crc32, decompress

from bot.domain.danger_lexicon import Kind
from bot.domain.danger_sound import sound_of

PLACES = 1 << 16
_LENGTHS = (3, 4, 5)
# How many known words further the second of two classes may stand.
_NEAR = 5
# The beginning of a word that stands for it in a pair of neighbors.
_BEGINNING = 4
_LONGEST = 32
# One word said again and again speaks of nothing, and neither do figures.
_FEWEST = 3

Sum = tuple[int, int, int, int, int]
Points = tuple[float, float, float, float]
NOTHING: Points = (0.0, 0.0, 0.0, 0.0)


def pieces_of_word(token: str) -> tuple[int, ...]:
    """The places of a word's pieces in the table. Spelling is forgiven as in the rules."""
    word = f"^{sound_of(token[:_LONGEST])}$"
    pieces = {word}
    for length in _LENGTHS:
        pieces.update(word[at : at + length] for at in range(len(word) - length + 1))
    return tuple(set(map(_place, pieces)))


def pairs_of(words: Sequence[str]) -> list[int]:
    """The places of neighbors, each pair once."""
    pairs = dict.fromkeys(
        f"{first[:_BEGINNING]} {second[:_BEGINNING]}" for first, second in pairwise(words)
    )
    return list(map(_place, pairs))


def _pieces_of_kind(kind: Kind) -> tuple[int, ...]:
    return tuple(_place(name) for name in kind)


def _pieces_of_kinds(first: Kind, second: Kind) -> tuple[int, ...]:
    return tuple(_place("&".join(sorted(both))) for both in product(first, second))


def _place(piece: str) -> int:
    return crc32(piece.encode()) % PLACES


def _near(kinds: Sequence[Kind]) -> Iterable[tuple[Kind, Kind]]:
    """The classes of two words near each other, each two once."""
    return dict.fromkeys(
        (first, second)
        for at, first in enumerate(kinds)
        for second in kinds[at + 1 : at + 1 + _NEAR]
    )


@dataclass(frozen=True)
class Learned:
    """Points for suicide, violence, child and medical, in this order, over saying nothing."""

    table: Sequence[int]
    scale: float
    start: Points
    # The words of the sentences that were learned from, the most usual first.
    words: tuple[str, ...] = ()

    @cached_property
    def _of_word(self) -> Callable[[str], Sum]:
        return lru_cache(maxsize=16384)(lambda token: self._sum(pieces_of_word(token)))

    @cached_property
    def _of_kind(self) -> Callable[[Kind], Sum]:
        return lru_cache(maxsize=4096)(lambda kind: self._sum(_pieces_of_kind(kind)))

    @cached_property
    def _of_kinds(self) -> Callable[[Kind, Kind], Sum]:
        return lru_cache(maxsize=65536)(
            lambda first, second: self._sum(_pieces_of_kinds(first, second))
        )

    def points(self, tokens: Iterable[str], kinds: Sequence[Kind]) -> Points:
        """How much these words speak of each danger; below zero, more of none than of it."""
        words = [token for token in tokens if token.isalnum()]
        if len({word for word in words if not word.isdecimal()}) < _FEWEST or not self.table:
            return NOTHING
        sums = [self._of_word(word) for word in dict.fromkeys(words)]
        sums.append(self._sum(pairs_of(words)))
        sums += [self._of_kind(kind) for kind in dict.fromkeys(kinds)]
        sums += [self._of_kinds(first, second) for first, second in _near(kinds)]
        *whole, many = map(sum, zip(*sums, strict=True))
        each = self.scale / many**0.5
        first, second, third, fourth = (
            begun + each * one for begun, one in zip(self.start, whole, strict=True)
        )
        return (first, second, third, fourth)

    def _sum(self, pieces: Sequence[int]) -> Sum:
        rows = [self.table[4 * place : 4 * place + 4] for place in pieces]
        first, second, third, fourth = map(sum, zip(*rows, strict=True)) if rows else (0, 0, 0, 0)
        return (first, second, third, fourth, len(pieces))


NEVER_LEARNED = Learned((), 0.0, NOTHING)


def parse_learned(toml_text: str) -> Learned:
    """The table in a file. Raises ValueError saying that it must be made anew."""
    try:
        document = tomllib.loads(toml_text)
        table = memoryview(decompress(b64decode(document["table"]))).cast("b")
        first, second, third, fourth = map(float, document["start"])
        scale = float(document["scale"])
        words = decompress(b64decode(document["words"])).decode().split()
    except (tomllib.TOMLDecodeError, KeyError, TypeError, ValueError, zlib.error) as wrong:
        raise ValueError(
            f"learned danger: it is damaged ({wrong}); restore it, or run scripts/learn_danger.py."
        ) from wrong
    if len(table) != 4 * PLACES:
        raise ValueError("learned danger: the table is cut off; run scripts/learn_danger.py.")
    return Learned(table, scale, (first, second, third, fourth), tuple(words))


def pieces_of(tokens: Iterable[str], kinds: Sequence[Kind]) -> list[int]:
    """The pieces of a sentence, those of each word once, however often it is said."""
    words = [token for token in tokens if token.isalnum()]
    pieces = [piece for word in dict.fromkeys(words) for piece in pieces_of_word(word)]
    pieces += [piece for kind in dict.fromkeys(kinds) for piece in _pieces_of_kind(kind)]
    pieces += [piece for both in _near(kinds) for piece in _pieces_of_kinds(*both)]
    return [*pieces, *pairs_of(words)]
