"""Unusual spellings of usual words: Finglish in Persian letters, dialect in the words of Tehran.

Finglish leaves long vowels in doubt, Persian leaves out the short ones, so a word is looked up by
its consonants among words that people are known to write, and of those the one is taken whose
vowels differ least. What resembles no known word stays as it is.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache

from bot.domain.danger_sound import once

# Two letters of Finglish that are one of Persian, then single ones.
_PAIRS = (("kh", "خ"), ("gh", "ق"), ("sh", "ش"), ("ch", "چ"), ("zh", "ژ"), ("ph", "ف"), ("ck", "ک"))
_SINGLE = str.maketrans(
    "bpdtjrzsfqklmngxcvwh", "بپدتجرزسفقکلمنگخکووه"
)  # fmt: skip
# Letters of one sound, and those that are seldom heard at all.
_ALIKE = str.maketrans(
    {"ص": "س", "ث": "س", "ذ": "ز", "ض": "ز", "ظ": "ز", "ط": "ت", "ح": "ه", "غ": "ق", "ع": "ا",
     "آ": "ا", "ئ": "ی", "ژ": "ز"}
)  # fmt: skip
_LATIN_VOWELS = "aeiouy"
_PERSIAN_VOWELS = "اوی"
_SLOT = {"latin": re.compile("[aeiouyو]*"), "persian": re.compile("[اوی]*")}
# A silent h before these endings is often left out: بچه‌م, بچم, bacham.
_SILENT = re.compile("ه(?=(?:م|ش|ت|ام|اش|ات|مو|شو|تو|امو|اشو|ها|مون|شون|ای|هام|هاش)$)")
# Finglish of one or two letters, too short to be looked up by its consonants.
_SHORT = {
    "az": "از", "ba": "با", "ta": "تا", "ma": "ما", "un": "اون", "oon": "اون", "in": "این",
    "ye": "یه", "va": "و", "ke": "که", "be": "به", "ro": "رو", "ra": "را", "ya": "یا", "na": "نه",
    "har": "هر", "to": "تو", "tu": "تو", "too": "تو",
    "age": "اگه", "ham": "هم", "yeki": "یکی", "man": "من",
}  # fmt: skip
# Two of these make a text English.
_ENGLISH = frozenset(
    "the my is and he she of was are with for have has that it you i me not his her we they him"
    " this but when do does am im dont cant what will just if be so no".split()
)
_FEW_ENGLISH = 2
_LONGEST = 24
# How unlike a word may be; what leaving out a silent h costs, and writing a last vowel too many.
_UNLIKE, _LEFT_OUT, _LAST_VOWEL = 1.3, 0.3, 1.2


def _latin_letters(word: str) -> str:
    """Finglish with its consonants in Persian letters."""
    for two, one in _PAIRS:
        word = word.replace(two, one)
    if word[:1] == "y" and word[1:2] in _LATIN_VOWELS:
        word = "ی" + word[1:]
    return once(word.removesuffix("h").translate(_SINGLE))


def _slots(letters: str, kind: str) -> tuple[str, tuple[str, ...]]:
    """The consonants of a word, and the vowels before, between and after them."""
    consonants, vowels = [], []
    at = 0
    if letters[:1] in ("و", "ی"):
        consonants.append(letters[0])
        vowels.append("")
        at = 1
    while at <= len(letters):
        met = _SLOT[kind].match(letters, at)
        vowels.append(met[0] if met else "")
        at += len(vowels[-1])
        consonants.append(letters[at : at + 1])
        at += 1
    key = "".join(consonants)
    if vowels[0]:
        key = "ا" + key
    return key, tuple(vowels)


def _persian_slots(word: str) -> tuple[str, tuple[str, ...]]:
    letters = once(word.translate(_ALIKE))
    ending = ""
    if letters[-1:] == "ه" and letters[-2:-1] not in (*_PERSIAN_VOWELS, ""):
        letters, ending = letters[:-1], "ه"
    key, vowels = _slots(letters, "persian")
    return key, (*vowels[:-1], vowels[-1] + ending)


def _unlike(latin: str, persian: str) -> float:
    """How badly these vowels of Finglish fit those of Persian."""
    if not persian:
        return 0.0 if latin in ("", "a", "e", "o") else 0.9
    if not latin and persian[-1] != "ه":
        return 1.0
    heard = {"ا": "a", "و": "ouو", "ی": "iye", "ه": "ea"}[persian[-1]]
    if any(vowel in latin for vowel in heard):
        return 0.2 if (latin == "e" and persian == "ی") or latin == "a" else 0.0
    if persian[-1] == "ا" and latin in ("o", "u", "oo"):
        return 1.0
    return 1.4


class Spelling:
    """Usual spellings, from a table of dialect words and a list of words, the most usual first."""

    def __init__(self, dialect: Mapping[str, str], words: Sequence[str]) -> None:
        self._dialect = dialect
        self._by_consonants: dict[str, list[tuple[str, tuple[str, ...], float]]] = {}
        for rank, word in enumerate(words):
            rare = rank / (len(words) or 1)
            self._note(word, word, rare)
            if "ه" in word and (shorter := _SILENT.sub("", word)) != word:
                self._note(word, shorter, rare + _LEFT_OUT)
        self.persian: Callable[[str], str] = lru_cache(maxsize=8192)(self._persian)

    def _note(self, word: str, form: str, rare: float) -> None:
        key, vowels = _persian_slots(form)
        self._by_consonants.setdefault(key, []).append((word, vowels, rare))

    def usual(self, tokens: Iterable[str]) -> list[str]:
        """The same words, those of a dialect in their usual form."""
        return [self._dialect.get(token, token) for token in tokens]

    def in_persian(self, tokens: Sequence[str]) -> Sequence[str]:
        """The same words, Finglish in Persian letters; English is left alone."""
        if not any(token.isascii() and token.isalpha() for token in tokens):
            return tokens
        if is_english(tokens):
            return tokens
        return [self.persian(token) for token in tokens]

    def _persian(self, token: str) -> str:
        if not (token.isascii() and token.isalpha()) or len(token) > _LONGEST:
            return token
        if token in _SHORT:
            return _SHORT[token]
        key, vowels = _slots(_latin_letters(token), "latin")
        best, least = token, _UNLIKE
        for word, others, rare in self._by_consonants.get(key, ()):
            if len(vowels) == len(others):
                cost = rare + sum(map(_unlike, vowels, others))
                if vowels[-1] and not others[-1]:
                    cost += _LAST_VOWEL
                if cost < least:
                    best, least = word, cost
        return self._dialect.get(best, best)


def is_english(tokens: Iterable[str]) -> bool:
    """Whether these words are English rather than Finglish."""
    return len(_ENGLISH.intersection(tokens)) >= _FEW_ENGLISH


AS_WRITTEN = Spelling({}, ())
