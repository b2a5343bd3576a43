"""The danger words as a file: what `content/danger.toml` may hold, and what is wrong with it."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from bot.domain.danger import Candidate, DangerCategory, DangerWords, Finding, Rule
from bot.domain.danger_learned import NEVER_LEARNED, Learned
from bot.domain.danger_lexicon import Lexicon, normalized, words_of
from bot.domain.danger_pattern import END_OF_SENTENCE, Pattern, Places
from bot.domain.danger_spelling import Spelling
from bot.domain.danger_words import verb_forms

_TENSES = ("past", "present", "light")


def parse_phrases(toml_text: str, learned: Learned = NEVER_LEARNED) -> DangerWords:
    """The rules in a file, helped by what was learned.

    Raises ValueError naming the rule and what is wrong with it.
    """
    try:
        document = tomllib.loads(toml_text)
    except tomllib.TOMLDecodeError as broken:
        raise ValueError(f"danger words: not a TOML file: {broken}.") from broken
    try:
        lexicon = Lexicon(frozenset(map(normalized, _strings(document, "fillers"))))
        _learn(lexicon, document)
        lexicon.finish(_strings(document, "ordinary"))
        lexicon.forgive(_strings(document, "mistyped"))
        places = Places(partial(_mask, lexicon))
        figures = tuple(places.parse(one) for one in _strings(document, "figures"))
        spelling = Spelling(_dialect(document), learned.words)
        excuses = tuple(places.parse(one) for one in _strings(document, "excuses"))
    except ValueError as wrong:
        raise ValueError(f"danger words: {wrong}.") from wrong
    rules = tuple(
        _rule(places, excuses, place, one) for place, one in enumerate(_tables(document), 1)
    )
    starts: dict[int, list[Candidate]] = {}
    for rank, rule in enumerate(rules):
        for pattern in rule.says:
            starts.setdefault(pattern.first, []).append((rank, pattern.needs, pattern))
    return DangerWords(rules, figures, lexicon, places, starts, learned, spelling)


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
        lexicon.add_nouns(name, map(normalized, _strings(table, name)))
    for name, table in _section(document, "words"):
        lexicon.add(words_of(name, _strings(table, name)))
    for name, table in _section(document, "english"):
        lexicon.add(words_of(name, _strings(table, name)), by_sound=False)
    for name, table in _section(document, "verbs"):
        stems = table[name]
        if not isinstance(stems, dict):
            raise ValueError(f"verbs.{name} must have past = [...] and present = [...]")
        tenses = {tense: [normalized(stem) for stem in _strings(stems, tense)] for tense in _TENSES}
        lexicon.add(verb_forms(name, tenses))


def _dialect(document: Mapping[str, object]) -> dict[str, str]:
    """The usual form of each word of a dialect, from a table of all that are written for it."""
    return {
        normalized(word): normalized(usual)
        for usual, table in _section(document, "dialect")
        for word in _strings(table, usual)
    }


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
        says = tuple(places.parse(one) for one in _strings(table, "says"))
        unless = tuple(places.parse(one) for one in _strings(table, "unless"))
        must, must_not = _strings(table, "must"), _strings(table, "must_not")
    except ValueError as wrong:
        raise ValueError(f"danger words, rule {name}: {wrong}.") from wrong
    if not says:
        raise ValueError(f"danger words, rule {name}: says is empty; write a pattern.")
    finding = Finding(DangerCategory(str(category)), name)
    return Rule(finding, says, (*excuses, *unless), tuple(must), tuple(must_not))


def _strings(table: Mapping[str, object], name: str) -> list[str]:
    """The list of texts under this name, empty when absent. Raises ValueError for another kind."""
    found = table.get(name, [])
    if not isinstance(found, list) or not all(isinstance(one, str) for one in found):
        raise ValueError(f'{name} must be a list of texts like ["…", "…"]')
    return [str(one) for one in found]
