"""Patterns over words: which classes of words, in which order, how near to each other.

Written `@CHILD ~4 HIT.he|BEAT`: a child as object, then within four more words one of two classes.
Without `~n` words must be neighbors. A lower-case or Persian word stands for itself; `A+B` is one
word that is both; `^` and `$` are the ends of a sentence, which no gap crosses. `BRUISE & CHILD`
is both in either order, at most nine words apart in one sentence: Persian moves its words about.

Two alphabets of bits keep this fast: a word carries a bit for each *class* it belongs to, a
*place* of a pattern (`HIT.he|BEAT`) has a bit of its own, and `Places` turns the first into the
second, once for each mixture of classes that ever occurs.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, reduce
from operator import or_

# The first bit in both alphabets: the end of a sentence rather than a word.
END_OF_SENTENCE = 1
_ENDS = frozenset("^$")
_GAP = re.compile(r"~(\d)")
# How far from the first of several parts joined by & the others are looked for, in words.
_NEAR = 9


@dataclass(frozen=True)
class Pattern:
    """Bits of places in the order in which they must be met, each after at most `gap` words.

    `others` are patterns that must be met nearby as well, before or after.
    """

    steps: tuple[tuple[int, int], ...]
    needs: int
    others: tuple["Pattern", ...] = ()

    @cached_property
    def first(self) -> int:
        """The bit of the first place."""
        return self.steps[0][1]

    def end(self, words: Sequence[int], start: int) -> int:
        """Where the shortest match that begins at `start` ends, or -1.

        Takes time in the number and gaps of the steps only, however long the text.
        """
        if not words[start] & self.first:
            return -1
        reached = {start}
        for gap, place in self.steps[1:]:
            reached = {at for after in reached for at in _next(words, after, gap, place)}
            if not reached:
                return -1
        return self._end_with_others(words, start, min(reached))

    def _end_with_others(self, words: Sequence[int], start: int, end: int) -> int:
        if not self.others:
            return end
        first, last = start, start
        while first > max(0, start - _NEAR) and not words[first] & END_OF_SENTENCE:
            first -= 1
        while last < min(len(words) - 1, start + _NEAR) and not words[last] & END_OF_SENTENCE:
            last += 1
        nearby = reduce(or_, words[first : last + 1])
        if any(other.needs & ~nearby for other in self.others):
            return -1
        for other in self.others:
            met = -1
            for place in range(first, last + 1):
                if words[place] & other.first and place != start:
                    met = max(met, other.end(words, place))
            if met < 0:
                return -1
            end = max(end, met)
        return end


def bits_of(mask: int) -> Iterator[int]:
    """Each bit of a mask alone, the lowest first."""
    while mask:
        lowest = mask & -mask
        yield lowest
        mask ^= lowest


def _lowest(mask: int) -> int:
    """Which bit is the lowest; masks themselves are long numbers and slow to look up."""
    return (mask & -mask).bit_length()


def _next(words: Sequence[int], after: int, gap: int, place: int) -> list[int]:
    met = []
    for at in range(after + 1, min(after + 2 + gap, len(words))):
        if words[at] & place:
            met.append(at)
        if words[at] & END_OF_SENTENCE:
            break
    return met


@dataclass
class Places:
    """The places of all patterns. Grows while patterns are read, then only read."""

    mask_of: Callable[[str], int]
    _bits: dict[frozenset[str], int] = field(default_factory=dict)
    _by_class: dict[int, list[tuple[int, int]]] = field(default_factory=dict)
    _met: dict[int, int] = field(default_factory=dict)
    # The same words are written in many patterns.
    _written: dict[str, int] = field(default_factory=dict)

    def parse(self, written: str) -> Pattern:
        """The pattern written in the language above.

        Raises ValueError for an empty pattern, a gap that is not `~` and one digit, a class that
        does not exist, a word that can never be met.
        """
        first, *others = (self._in_order(part) for part in written.split("&"))
        needs = first.needs
        for other in others:
            needs |= other.needs
        return Pattern(first.steps, needs, tuple(others))

    def _in_order(self, written: str) -> Pattern:
        steps: list[tuple[int, int]] = []
        gap = 0
        for part in written.split():
            if part.startswith("~"):
                found = _GAP.fullmatch(part)
                if not found:
                    raise ValueError(f"{part!r} must be ~ and one digit, like ~3")
                gap = int(found[1])
                continue
            steps.append((gap, self._bit(part)))
            gap = 0
        if not steps:
            raise ValueError("a pattern is empty")
        needs = 0
        for _, place in steps:
            needs |= place
        return Pattern(tuple(steps), needs)

    def met_by(self, classes: int) -> int:
        """The places that a word with these classes can fill."""
        if classes not in self._met:
            met = classes & END_OF_SENTENCE
            for single in bits_of(classes):
                for mask, place in self._by_class.get(_lowest(single), ()):
                    if classes & mask == mask:
                        met |= place
            self._met[classes] = met
        return self._met[classes]

    def _bit(self, part: str) -> int:
        if part not in self._written:
            self._written[part] = self._new_bit(part)
        return self._written[part]

    def _new_bit(self, part: str) -> int:
        alternatives = frozenset(part.split("|"))
        if alternatives <= _ENDS:
            return END_OF_SENTENCE
        if alternatives not in self._bits:
            self._bits[alternatives] = place = 1 << (len(self._bits) + 1)
            for mask in map(self._mask, alternatives):
                self._by_class.setdefault(_lowest(mask), []).append((mask, place))
        return self._bits[alternatives]

    def _mask(self, both: str) -> int:
        mask = 0
        for name in both.split("+"):
            mask |= self.mask_of(name)
        return mask
