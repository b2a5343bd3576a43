"""Danger words: what in a text means that somebody may be harmed.

Read on every incoming text, before anything else. The rules are data (`content/danger.toml`): word
classes, patterns over them, figures of speech. When in doubt a rule should match: a person can
press "that is not what I meant", but nobody can press a button that was not shown.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import reduce
from operator import itemgetter, or_
from typing import NamedTuple

from bot.domain.danger_learned import Learned, pieces_of
from bot.domain.danger_lexicon import Lexicon, tokens_of
from bot.domain.danger_pattern import END_OF_SENTENCE, Pattern, Places, bits_of
from bot.domain.danger_spelling import Spelling
from bot.domain.danger_stretches import clauses, sentences, together, windows

# How far from a match its `unless` is looked for.
_AROUND = 8
# No pattern is longer than so many blocks of so many words.
_BLOCK, _REACH = 16, 2
# A text is judged in stretches of so many words.
_WINDOW, _CLOSE = 16, 8


class Scale(NamedTuple):
    """How words are weighed: the points that must be there, and what a rule gives beyond them."""

    doubt: float
    rule: float


# A short message says one thing. Among many sentences one sounds like danger by chance; in a
# stretch of a long one parts of two make up a rule that nobody meant.
_WHOLE = Scale(0.4, 1.5)
_SENTENCE = Scale(1.0, 1.5)
_STRETCH = Scale(1.0, 0.5)
_CLOSER = Scale(1.5, 0.0)
# How much more there must be where a figure of speech explains the words of a rule.
_FIGURE = 1.0
# So few words say little: what is learned must be clearer there. Of 386 sentences that nobody had
# learned from this misses three more; "look at this" is no cry for help.
_FEW, _LITTLE = 4, 0.6

_POINTS = itemgetter(0)
LEARNED = "learned"
# How many texts' answers are kept.
_REMEMBERED = 256


class DangerCategory(StrEnum):
    """What kind of danger is spoken of."""

    SUICIDE = "suicide"
    VIOLENCE = "violence"
    CHILD = "child"
    MEDICAL = "medical"


# In the order of the points that are learned.
_CATEGORIES = tuple(DangerCategory)


@dataclass(frozen=True)
class Finding:
    """The category a text falls into and the name of the rule that saw it."""

    category: DangerCategory
    rule: str


@dataclass(frozen=True)
class Rule:
    """Patterns that mean one danger, the contexts in which they do not, and examples of both."""

    finding: Finding
    says: tuple[Pattern, ...]
    unless: tuple[Pattern, ...]
    must: tuple[str, ...]
    must_not: tuple[str, ...]


# The rank of a rule, the places one of its patterns needs, the pattern.
Candidate = tuple[int, int, Pattern]


@dataclass(frozen=True)
class DangerWords:
    """The rules of a file, in the order in which they are preferred, ready to be asked."""

    rules: tuple[Rule, ...]
    figures: tuple[Pattern, ...]
    lexicon: Lexicon
    places: Places
    starts: Mapping[int, Sequence[Candidate]]
    learned: Learned
    spelling: Spelling
    _begun: dict[int, tuple[Candidate, ...]] = field(default_factory=dict)
    _told: dict[int, Finding | None] = field(default_factory=dict)

    def find(self, text: str) -> Finding | None:
        """The danger spoken of in this text, or None. Never raises, for any string.

        Takes time linear in the length of the text, and next to none for a text asked of lately.
        """
        # Poller and worker ask about the same text; what people wrote must not stay in memory.
        digest = hash(text)
        if digest not in self._told:
            if len(self._told) >= _REMEMBERED:
                self._told.clear()
            self._told[digest] = self._find(text)
        return self._told[digest]

    def read(self, text: str) -> list[str]:
        """The words of a text in their usual form, as they are judged."""
        return self.spelling.usual(tokens_of(text))

    def pieces(self, tokens: Sequence[str]) -> list[int]:
        """What is learned about these words: the places of their pieces in the table."""
        spelt = self.spelling.in_persian(tokens)
        return pieces_of(spelt, self.lexicon.kinds(self.lexicon.read(tokens, spelt)))

    def _find(self, text: str) -> Finding | None:
        tokens = self.read(text)
        # A short message is judged whole, a long one by its sentences.
        if len(tokens) <= _WINDOW:
            points, finding = self._judged(tokens, _WHOLE)
        else:
            points, finding = max(map(self._heard_in, sentences(tokens)), key=_POINTS)
        return finding if points > 0 else None

    def _heard_in(self, tokens: Sequence[str]) -> tuple[float, Finding]:
        if len(tokens) <= _WINDOW:
            return self._judged(tokens, _SENTENCE)
        parts = clauses(tokens)
        heard = [self._judged(some, _STRETCH) for some in together(parts, _WINDOW)]
        for part in parts:
            if len(part) <= _WINDOW:
                heard.append(self._judged(part, _SENTENCE))
            else:
                heard += map(self._looked_into, windows(part, _WINDOW))
        return max(heard, key=_POINTS)

    def _looked_into(self, tokens: Sequence[str]) -> tuple[float, Finding]:
        """The danger in a stretch of a long sentence; a rule is judged by its nearest words."""
        points, finding = self._judged(tokens, _STRETCH)
        if points > 0 or finding.rule == LEARNED:
            return points, finding
        closer = (self._judged(part, _CLOSER) for part in windows(tokens, _CLOSE))
        return max(closer, key=_POINTS)

    def _judged(self, tokens: Sequence[str], scale: Scale) -> tuple[float, Finding]:
        """The danger these words speak of most, and how far it is beyond doubt."""
        spelt = self.spelling.in_persian(tokens)
        classes = self.lexicon.read(tokens, spelt)
        kinds = self.lexicon.kinds(classes)
        rule, is_figure = self._by_rule(classes)
        doubt = scale.doubt + _FIGURE if is_figure else scale.doubt
        if sum(map(str.isalnum, tokens)) <= _FEW:
            doubt += _LITTLE
        heard = [points - doubt for points in self.learned.points(spelt, kinds)]
        if rule:
            heard[_CATEGORIES.index(rule.category)] += doubt + scale.rule
        most = max(heard)
        category = _CATEGORIES[heard.index(most)]
        return most, rule if rule and rule.category is category else Finding(category, LEARNED)

    def _by_rule(self, classes: Sequence[int]) -> tuple[Finding | None, bool]:
        """What the best rule finds, and whether only a figure of speech seemed to be danger."""
        words = list(map(self.places.met_by, classes))
        if self._first(words) is None:
            return None, False
        found = self._first(self._without_figures(words))
        return (None, True) if found is None else (self.rules[found].finding, False)

    def _first(self, words: Sequence[int]) -> int | None:
        absent = _absent_around(words)
        best = len(self.rules)
        for start, word in enumerate(words):
            far = absent[start // _BLOCK]
            for rank, needs, pattern in self._beginning_with(word):
                if rank >= best:
                    break
                if needs & far:
                    continue
                end = pattern.end(words, start)
                if end >= 0 and not _is_excused(self.rules[rank], words, start, end):
                    best = rank
        return best if best < len(self.rules) else None

    def _beginning_with(self, word: int) -> tuple[Candidate, ...]:
        if word not in self._begun:
            found = {one for place in bits_of(word) for one in self.starts.get(place, ())}
            self._begun[word] = tuple(sorted(found, key=itemgetter(0)))
        return self._begun[word]

    def _without_figures(self, words: Sequence[int]) -> list[int]:
        absent = ~reduce(or_, words)
        plain = list(words)
        for figure in self.figures:
            if figure.needs & absent:
                continue
            for start, word in enumerate(words):
                if word & figure.first:
                    for place in range(start, figure.end(words, start) + 1):
                        plain[place] &= END_OF_SENTENCE
        return plain


def _absent_around(words: Sequence[int]) -> list[int]:
    """For each block of words the places that nothing near it fills; most patterns end there."""
    blocks = [reduce(or_, words[at : at + _BLOCK]) for at in range(0, len(words), _BLOCK)]
    return [
        ~reduce(or_, blocks[max(0, at - _REACH) : at + _REACH + 1]) for at in range(len(blocks))
    ]


def _is_excused(rule: Rule, words: Sequence[int], start: int, end: int) -> bool:
    """Whether the context of a match says that no danger is meant."""
    if not rule.unless:
        return False
    around = _sentence_around(words, start, end)
    absent = ~reduce(or_, around)
    return any(
        not pattern.needs & absent
        and any(pattern.end(around, place) >= 0 for place in range(len(around)))
        for pattern in rule.unless
    )


def _sentence_around(words: Sequence[int], start: int, end: int) -> Sequence[int]:
    first, last = start, end
    while first > max(0, start - _AROUND) and not words[first] & END_OF_SENTENCE:
        first -= 1
    while last < min(len(words) - 1, end + _AROUND) and not words[last] & END_OF_SENTENCE:
        last += 1
    return words[first : last + 1]
