"""The words of the danger rules and how the words of a text are recognized among them.

A text is folded, half-spaces closed, and cut into words. A word that is not known is tried once
more with repeated letters written once, with letters that sound alike made one (س ص ث, ز ذ ض ظ,
vowels of Finglish), and cut in two.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache, reduce
from operator import or_

from bot.domain.danger_pattern import END_OF_SENTENCE
from bot.domain.danger_words import Form
from bot.domain.text import ZWNJ, fold

_TWICE = re.compile(r"(.)\1+")
# A row of dots is a pause, not the end of a sentence.
_TOKEN = re.compile(r"[^\W\d_]+|\d+|\.\.+|[.!?؟؛;]")
_ENDS = frozenset(".!?؟؛;")
_APOSTROPHES = ("'", "’", "ʼ", "`", "´", ZWNJ)

_PREFIXES = frozenset({"می", "نمی", "همی", "mi", "nemi"})
_SUFFIXES = frozenset(
    {"ام", "ات", "اش", "ای", "ایم", "اند", "ها", "های", "هام", "هاش", "هامو", "هاشو", "هایم",
     "هایش", "م", "مو", "ش", "شو", "ha", "haye", "am", "amo"}
)  # fmt: skip
_OBJECT_MARKS = frozenset({"رو", "را", "ro", "ra"})

_SOUNDS = str.maketrans(
    {"ص": "س", "ث": "س", "ذ": "ز", "ض": "ز", "ظ": "ز", "ط": "ت", "ح": "ه", "غ": "ق", "ع": "ا"}
)
_LATIN_SOUNDS = (
    ("ou", "o"), ("oo", "o"), ("u", "o"), ("ee", "e"), ("y", "i"), ("i", "e"), ("kh", "x"),
    ("q", "gh"), ("w", "v"), ("ck", "k"), ("eh", "e"),
)  # fmt: skip
# Shorter words would be taken for one another.
_SHORTEST_BY_SOUND = 4
_SHORTEST_HALF = 3
_LONGEST_OPENING = 4
# The classes of words that may stand between a noun and its را, and how many of them.
_TAIL, _AGE = "TAIL", "CHILDAGE"
_LONGEST_TAIL = 3
_LONGEST = 32


def sound_of(word: str) -> str:
    """The word with letters that people confuse made one, doubled letters written once."""
    if not word.isascii():
        return _TWICE.sub(r"\1", word.translate(_SOUNDS))
    for letters, usual in _LATIN_SOUNDS:
        word = word.replace(letters, usual)
    return _TWICE.sub(r"\1", word).removesuffix("h")


@dataclass
class Lexicon:
    """Every known form with the bits of its classes. Grows while rules are read, then only read."""

    fillers: frozenset[str]
    _bits: dict[str, int] = field(default_factory=dict)
    _forms: dict[str, int] = field(default_factory=dict)
    _sounds: dict[str, int] = field(default_factory=dict)
    _objects: dict[int, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        # Most words of most texts are the same few thousand.
        self.read_word: Callable[[str], tuple[int, ...]] = lru_cache(maxsize=16384)(self._read_word)

    def bit(self, name: str) -> int:
        """The bit of a class, given out at first use; `$` and `^` are the end of a sentence."""
        if name in ("$", "^"):
            return END_OF_SENTENCE
        return self._bits.setdefault(name, 1 << (len(self._bits) + 1))

    def knows_class(self, name: str) -> bool:
        """Whether any form belongs to this class."""
        return name in self._bits

    def add(self, forms: Iterable[Form], *, by_sound: bool = True) -> None:
        """Learn these forms, whose words are already normalized."""
        masks: dict[frozenset[str], int] = {}
        for form, classes in forms:
            if classes not in masks:
                masks[classes] = sum(self.bit(name) for name in classes)
            self._forms[form] = self._forms.get(form, 0) | masks[classes]
            if by_sound and len(form) >= _SHORTEST_BY_SOUND:
                sound = sound_of(form)
                self._sounds[sound] = self._sounds.get(sound, 0) | masks[classes]

    def add_word(self, word: str) -> int:
        """The bit of a word that stands for itself. Raises ValueError for one that never can."""
        form = normalized(word)
        if form in self.fillers or not form.isalnum():
            raise ValueError(f"{word!r} can never be met: it is a filler or not one word")
        name = f"'{form}"
        mask = self.bit(name)
        self.add([(form, frozenset({name}))])
        return mask

    def finish(self, ordinary: Iterable[str]) -> None:
        """Forget words that only look like forms of others, and note which nouns have objects."""
        for word in ordinary:
            self._forms[normalized(word)] = 0
        objects = {name for name in self._bits if name.startswith("@")}
        self._objects = {self._bits[name[1:]]: self._bits[name] for name in sorted(objects)}

    def read(self, text: str) -> list[int]:
        """The words of a text as masks of their classes, an end of sentence at both ends."""
        words = [END_OF_SENTENCE]
        previous = ""
        for token in _joined(_TOKEN.findall(normalized(text))):
            if token in _ENDS:
                words.append(END_OF_SENTENCE)
                previous = ""
            elif token in _OBJECT_MARKS:
                self._mark_object(words)
            elif merged := self._forms.get(previous + token) if _may_join(previous, token) else 0:
                # The parts keep their meaning: 'همه چی' is also 'همه'.
                words[-1] = reduce(or_, self.read_word(token), merged | words[-1])
                previous += token
            elif read := self.read_word(token):
                words.extend(read)
                previous = token
        words.append(END_OF_SENTENCE)
        return words

    def _mark_object(self, words: list[int]) -> None:
        """Make the noun before a را the object, past what describes it (پسر پنج ساله‌ام را)."""
        tail, place = self.bit(_TAIL), len(words) - 1
        while place > 0:
            for plain, as_object in self._objects.items():
                if words[place] & plain:
                    words[place] |= as_object
            if not words[place] & tail or len(words) - place > _LONGEST_TAIL:
                return
            place -= 1
            if words[place] and words[place] & self.bit(_AGE):
                place -= 1

    def _read_word(self, token: str) -> tuple[int, ...]:
        if token in self.fillers or token[0] == ".":
            return ()
        known = self._known(token)
        if known is not None:
            return (known,)
        if 2 * _SHORTEST_HALF <= len(token) <= _LONGEST:
            for cut in range(_SHORTEST_HALF, len(token) - _SHORTEST_HALF + 1):
                first, second = self._forms.get(token[:cut]), self._forms.get(token[cut:])
                if first and second:
                    return (first, second)
        return (0,)

    def _known(self, token: str) -> int | None:
        if token in self._forms:
            return self._forms[token]
        if len(token) > _LONGEST:
            return 0
        once = _TWICE.sub(r"\1", token)
        if once in self._forms:
            return self._forms[once]
        return self._sounds.get(sound_of(token)) if len(once) >= _SHORTEST_BY_SOUND else None


def normalized(text: str) -> str:
    """The text in folded letters, half-spaces closed, without apostrophes."""
    text = fold(text)
    for mark in _APOSTROPHES:
        text = text.replace(mark, "")
    return text


def _joined(tokens: Iterable[str]) -> Iterator[str]:
    """The tokens with می and نمی put back on their verbs."""
    prefix = ""
    for token in tokens:
        if token in _PREFIXES:
            prefix = token
        elif prefix and token.isalpha():
            yield prefix + token
            prefix = ""
        else:
            yield token


def _may_join(previous: str, token: str) -> bool:
    """Whether two words may be one: an ending set apart, or خود کشی, بی هوش, مرگ موش."""
    if token in _SUFFIXES:
        return previous != ""
    return 1 < len(previous) <= _LONGEST_OPENING and len(token) > 1


def words_of(name: str, words: Iterable[str]) -> Iterator[Form]:
    """The forms of a plain word list. `@NAME` lists forms that are objects by themselves."""
    classes = frozenset({name, name.removeprefix("@")})
    return ((normalized(word), classes) for word in words)


def strings(table: Mapping[str, object], name: str) -> list[str]:
    """The list of texts under this name, empty when absent. Raises ValueError for another kind."""
    found = table.get(name, [])
    if not isinstance(found, list) or not all(isinstance(one, str) for one in found):
        raise ValueError(f'{name} must be a list of texts like ["…", "…"]')
    return [str(one) for one in found]
