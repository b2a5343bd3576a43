"""Signs: small things in a message that together mean a danger no single pattern names.

Each sign has points for the categories it speaks for or against. A category is seen when within
about sixteen words its signs come to `enough` points and no category has more.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bot.domain.danger_pattern import Pattern, bits_of

# Signs are looked for in each two neighboring blocks of this many words.
_BLOCK = 8


@dataclass(frozen=True, slots=True)
class Sign:
    """Patterns that are one sign, and its points by category; negative ones speak against."""

    name: str
    says: tuple[Pattern, ...]
    points: Mapping[str, int]


@dataclass(frozen=True)
class Signs:
    """All signs of a file, ready to be asked."""

    signs: tuple[Sign, ...]
    enough: int
    # For the bit of a place: the patterns that begin with it and the bit of their sign.
    starts: Mapping[int, Sequence[tuple[Pattern, int]]]
    _begun: dict[int, tuple[tuple[Pattern, int], ...]] = field(default_factory=dict)
    _meant: dict[int, str | None] = field(default_factory=dict)

    def seen(self, words: Sequence[int]) -> str | None:
        """The category these words speak of, the one with most points, or None.

        Takes time linear in the number of words.
        """
        blocks = self.blocks(words)
        pairs = [first | second for first, second in zip(blocks, [*blocks[1:], 0], strict=True)]
        return next(filter(None, map(self._category, pairs)), None)

    def blocks(self, words: Sequence[int]) -> list[int]:
        """The bits of the signs met in each block of words."""
        blocks = [0] * (len(words) // _BLOCK + 1)
        for start, word in enumerate(words):
            for pattern, sign in self._beginning_with(word):
                if not blocks[start // _BLOCK] & sign and pattern.end(words, start) >= 0:
                    blocks[start // _BLOCK] |= sign
        return blocks

    def _beginning_with(self, word: int) -> tuple[tuple[Pattern, int], ...]:
        if word not in self._begun:
            self._begun[word] = tuple(
                one for place in bits_of(word) for one in self.starts.get(place, ())
            )
        return self._begun[word]

    def _category(self, met: int) -> str | None:
        if met not in self._meant:
            sums: dict[str, int] = {}
            for place, sign in enumerate(self.signs):
                if met >> place & 1:
                    for category, points in sign.points.items():
                        sums[category] = sums.get(category, 0) + points
            most = max(sums, key=lambda category: sums[category], default=None)
            self._meant[met] = most if most and sums[most] >= self.enough else None
        return self._meant[met]


def signs_of(signs: Sequence[Sign], enough: int) -> Signs:
    """These signs with an index of where their patterns begin."""
    starts: dict[int, list[tuple[Pattern, int]]] = {}
    for place, sign in enumerate(signs):
        for pattern in sign.says:
            starts.setdefault(pattern.first, []).append((pattern, 1 << place))
    return Signs(tuple(signs), enough, starts)
