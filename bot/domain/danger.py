"""Danger words: what in a text means that somebody may be harmed.

Read on every incoming text, before anything else. The rules are data (`content/danger.toml`): word
classes, patterns over them, figures of speech. When in doubt a rule should match: a person can
press "that is not what I meant", but nobody can press a button that was not shown.
"""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import partial, reduce
from operator import itemgetter, or_

from bot.domain.danger_learned import NEVER_LEARNED, Learned
from bot.domain.danger_lexicon import Lexicon, normalized, strings, tokens_of, words_of
from bot.domain.danger_pattern import END_OF_SENTENCE, Pattern, Places, bits_of
from bot.domain.danger_stretches import sentences, windows
from bot.domain.danger_words import verb_forms

# How far from a match its `unless` is looked for.
_AROUND = 8
# No pattern is longer than so many blocks of so many words.
_BLOCK, _REACH = 16, 2
# A text is judged in stretches of so many words.
_WINDOW, _CLOSE = 16, 8
# What was learned must speak so clearly where no rule does; how much a rule adds to it.
_DOUBT, _WEIGHT_OF_RULE = 2.0, 2.0
# In a stretch of a long text parts of two sentences often make up a rule that nobody meant.
_WEIGHT_IN_LONG, _WEIGHT_CLOSE = 1.0, 0.0
_POINTS = itemgetter(0)
LEARNED = "learned"
# How many texts' answers are kept.
_REMEMBERED = 256
_TENSES = ("past", "present", "light")


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

    def _find(self, text: str) -> Finding | None:
        tokens = tokens_of(text)
        # A short message is judged whole, a long one by its sentences.
        parts = [tokens] if len(tokens) <= _WINDOW else sentences(tokens)
        points, finding = max(map(self._heard_in, parts), key=_POINTS)
        return finding if points > 0 else None

    def _heard_in(self, tokens: Sequence[str]) -> tuple[float, Finding]:
        if len(tokens) <= _WINDOW:
            return self._judged(tokens, _WEIGHT_OF_RULE)
        return max(map(self._looked_into, windows(tokens, _WINDOW)), key=_POINTS)

    def _looked_into(self, tokens: Sequence[str]) -> tuple[float, Finding]:
        """The danger in a stretch of a long text; a rule there is judged by its nearest words."""
        points, finding = self._judged(tokens, _WEIGHT_IN_LONG)
        if points > 0 or finding.rule == LEARNED:
            return points, finding
        closer = (self._judged(part, _WEIGHT_CLOSE) for part in windows(tokens, _CLOSE))
        return max(closer, key=_POINTS)

    def _judged(self, tokens: Sequence[str], weight: float) -> tuple[float, Finding]:
        """The danger these words speak of most, and how far it is beyond doubt."""
        heard = [points - _DOUBT for points in self.learned.points(tokens)]
        rule = self._by_rule(tokens)
        if rule:
            heard[_CATEGORIES.index(rule.category)] += _DOUBT + weight
        most = max(heard)
        category = _CATEGORIES[heard.index(most)]
        return most, rule if rule and rule.category is category else Finding(category, LEARNED)

    def _by_rule(self, tokens: Sequence[str]) -> Finding | None:
        words = [self.places.met_by(classes) for classes in self.lexicon.read(tokens)]
        if self._first(words) is None:
            return None
        found = self._first(self._without_figures(words))
        return self.rules[found].finding if found is not None else None

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


def parse_phrases(toml_text: str, learned: Learned = NEVER_LEARNED) -> DangerWords:
    """The rules in a file, helped by what was learned.

    Raises ValueError naming the rule and what is wrong with it.
    """
    try:
        document = tomllib.loads(toml_text)
    except tomllib.TOMLDecodeError as broken:
        raise ValueError(f"danger words: not a TOML file: {broken}.") from broken
    try:
        lexicon = Lexicon(frozenset(map(normalized, strings(document, "fillers"))))
        _learn(lexicon, document)
        lexicon.finish(strings(document, "ordinary"))
        lexicon.forgive(strings(document, "mistyped"))
        places = Places(partial(_mask, lexicon))
        figures = tuple(places.parse(one) for one in strings(document, "figures"))
        excuses = tuple(places.parse(one) for one in strings(document, "excuses"))
    except ValueError as wrong:
        raise ValueError(f"danger words: {wrong}.") from wrong
    rules = tuple(
        _rule(places, excuses, place, one) for place, one in enumerate(_tables(document), 1)
    )
    starts: dict[int, list[Candidate]] = {}
    for rank, rule in enumerate(rules):
        for pattern in rule.says:
            starts.setdefault(pattern.first, []).append((rank, pattern.needs, pattern))
    return DangerWords(rules, figures, lexicon, places, starts, learned)


def _tables(document: Mapping[str, object]) -> Sequence[Mapping[str, object]]:
    rules = document.get("rule")
    if not isinstance(rules, list) or not rules:
        raise ValueError("danger words: there is no rule; write at least one [[rule]].")
    for place, table in enumerate(rules, 1):
        if not isinstance(table, dict):
            raise ValueError(f"danger words: rule number {place} must be a table [[rule]].")
    return rules


def _learn(lexicon: Lexicon, document: Mapping[str, object]) -> None:
    for name, table in _section(document, "nouns"):
        lexicon.add_nouns(name, map(normalized, strings(table, name)))
    for name, table in _section(document, "words"):
        lexicon.add(words_of(name, strings(table, name)))
    for name, table in _section(document, "english"):
        lexicon.add(words_of(name, strings(table, name)), by_sound=False)
    for name, table in _section(document, "verbs"):
        stems = table[name]
        if not isinstance(stems, dict):
            raise ValueError(f"verbs.{name} must have past = [...] and present = [...]")
        tenses = {tense: [normalized(stem) for stem in strings(stems, tense)] for tense in _TENSES}
        lexicon.add(verb_forms(name, tenses))


def _section(
    document: Mapping[str, object], section: str
) -> Iterator[tuple[str, Mapping[str, object]]]:
    table = document.get(section, {})
    if not isinstance(table, dict):
        raise ValueError(f"{section} must be a table [{section}]")
    return ((str(name), table) for name in table)


def _mask(lexicon: Lexicon, name: str) -> int:
    if name in ("$", "^"):
        return END_OF_SENTENCE
    if name.lstrip("@")[:1].isupper():
        if not lexicon.knows_class(name):
            raise ValueError(f"{name} is no class of words; add it or correct its name")
        return lexicon.bit(name)
    return lexicon.add_word(name)


def _rule(
    places: Places, excuses: tuple[Pattern, ...], place: int, table: Mapping[str, object]
) -> Rule:
    name = str(table.get("name", f"number {place}"))
    category = table.get("category")
    if category not in set(DangerCategory):
        raise ValueError(
            f"danger words, rule {name}: category is {category!r}; "
            f"it must be one of {', '.join(DangerCategory)}."
        )
    try:
        says = tuple(places.parse(one) for one in strings(table, "says"))
        unless = tuple(places.parse(one) for one in strings(table, "unless"))
        must, must_not = strings(table, "must"), strings(table, "must_not")
    except ValueError as wrong:
        raise ValueError(f"danger words, rule {name}: {wrong}.") from wrong
    if not says:
        raise ValueError(f"danger words, rule {name}: says is empty; write a pattern.")
    finding = Finding(DangerCategory(str(category)), name)
    return Rule(finding, says, (*excuses, *unless), tuple(must), tuple(must_not))
