"""The words of the danger rules and how the words of a text are recognized among them.

A text is folded, half-spaces closed, and cut into words. A word that is not known is tried once
more with repeated letters written once, with letters that sound alike made one (س ص ث, ز ذ ض ظ,
vowels of Finglish), with one letter wrong (only the long words listed for it), and cut in two.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache, reduce
from operator import or_

from bot.domain.danger_pattern import END_OF_SENTENCE, bits_of
from bot.domain.danger_sound import once, sound_of, sound_of_part
from bot.domain.danger_words import Form, latin_noun_endings, noun_endings
from bot.domain.text import ZWNJ, fold

# A row of dots is a pause, not the end of a sentence.
_TOKEN = re.compile(r"[^\W\d_]+|\d+|\.\.+|[.!?؟؛;,،\n]")
ENDS = frozenset(".!?؟؛;")
_SILENT = frozenset(".,،\n")
# Where a long sentence may be taken apart. Between two words they say nothing to the rules.
PAUSES = frozenset(",،\n")
# Folding changes none of these, and most words of the rules hold nothing else.
_FOLDED = re.compile("[ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیa-z0-9]*")
_APOSTROPHES = ("'", "’", "ʼ", "`", "´", ZWNJ)

_PREFIXES = frozenset({"می", "نمی", "همی", "mi", "nemi"})
_SUFFIXES = frozenset(
    {"ام", "ات", "اش", "ای", "ایم", "اند", "ها", "های", "هام", "هاش", "هامو", "هاشو", "هایم",
     "هایش", "م", "مو", "ش", "شو", "ha", "haye", "am", "amo"}
)  # fmt: skip
_OBJECT_MARKS = frozenset({"رو", "را", "ره", "ro", "ra"})

# The classes of one word.
Kind = tuple[str, ...]
# Of a verb's classes those that say who acts, or that it is not so.
_TOLD = frozenset({"i", "he", "me", "not"})

# Shorter words would be taken for one another.
_SHORTEST_BY_SOUND = 4
_SHORTEST_MISTYPED = 5
_SHORTEST_HALF = 3
_LONGEST_OPENING = 4
# The classes of words that may stand between a noun and its را, and how many of them.
_TAIL, _AGE = "TAIL", "CHILDAGE"
_LONGEST_TAIL = 3
_LONGEST = 32


class _Endings(dict[str, Mapping[str, bool]]):
    """The endings of nouns by the last letter of the noun, worked out when first asked for."""

    def __missing__(self, last: str) -> Mapping[str, bool]:
        self[last] = noun_endings(last)
        return self[last]


_ENDINGS = _Endings()
_LATIN_ENDINGS = latin_noun_endings()
_LONGEST_ENDING = max(map(len, noun_endings("ه") | _LATIN_ENDINGS))


def _with_one_less(word: str) -> set[str]:
    """The word, and the word without one of its letters; people get the first letter right."""
    return {word} | {word[:at] + word[at + 1 :] for at in range(1, len(word))}


@dataclass
class Lexicon:
    """Every known form with the bits of its classes. Grows while rules are read, then only read."""

    fillers: frozenset[str]
    _bits: dict[str, int] = field(default_factory=dict)
    _forms: dict[str, int] = field(default_factory=dict)
    _sounds: dict[str, int] = field(default_factory=dict)
    _objects: dict[int, int] = field(default_factory=dict)
    _typos: dict[str, int] = field(default_factory=dict)
    _nouns: dict[str, int] = field(default_factory=dict)
    _noun_sounds: dict[str, int] = field(default_factory=dict)
    _ordinary: set[str] = field(default_factory=set)
    _names: Mapping[int, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        # Most words of most texts are the same few thousand.
        self._listed: Callable[[str], int | None] = lru_cache(maxsize=16384)(self._look_up)
        self.read_word: Callable[[str], tuple[int, ...]] = lru_cache(maxsize=16384)(self._read_word)
        self._kind_of: Callable[[int], Kind] = lru_cache(maxsize=16384)(self._name)

    def bit(self, name: str) -> int:
        """The bit of a class, given out at first use; `$` and `^` are the end of a sentence."""
        if name in ("$", "^"):
            return END_OF_SENTENCE
        if name not in self._bits:
            self._bits[name] = 1 << (len(self._bits) + 1)
        return self._bits[name]

    def knows_class(self, name: str) -> bool:
        """Whether any form belongs to this class."""
        return name in self._bits

    def add(self, forms: Iterable[Form], *, by_sound: bool = True) -> None:
        """Learn these forms, whose words are already normalized."""
        masks: dict[frozenset[str], int] = {}
        for form, sound, classes in forms:
            mask = masks.get(classes)
            if mask is None:
                mask = masks[classes] = reduce(or_, map(self.bit, sorted(classes)))
            self._learn(form, sound if by_sound else "", mask)

    def _learn(self, form: str, sound: str, mask: int) -> None:
        self._forms[form] = self._forms.get(form, 0) | mask
        if sound and len(form) >= _SHORTEST_BY_SOUND:
            self._sounds[sound] = self._sounds.get(sound, 0) | mask

    def add_nouns(self, name: str, nouns: Iterable[str]) -> None:
        """Learn nouns, already normalized. Their endings are cut off a word when it is met."""
        mask = self.bit(name)
        self.bit(f"@{name}")
        for noun in nouns:
            self._nouns[noun] = self._nouns.get(noun, 0) | mask
            for sound in {sound_of(noun), sound_of_part(noun)}:
                self._noun_sounds[sound] = self._noun_sounds.get(sound, 0) | mask

    def add_word(self, word: str) -> int:
        """The bit of a word that stands for itself. Raises ValueError for one that never can."""
        form = normalized(word)
        if form in self.fillers or not form.isalnum():
            raise ValueError(f"{word!r} can never be met: it is a filler or not one word")
        name = f"'{form}"
        if name not in self._bits:
            self._learn(form, sound_of(form), self.bit(name))
        return self._bits[name]

    def finish(self, ordinary: Iterable[str]) -> None:
        """Forget words that only look like forms of others, and note which nouns have objects."""
        self._ordinary = set(map(normalized, ordinary))
        for word in self._ordinary:
            self._forms[word] = 0
        self._names = {bit: name for name, bit in self._bits.items() if _is_kind(name)}
        objects = {name for name in self._bits if name.startswith("@")}
        self._objects = {self._bits[name[1:]]: self._bits[name] for name in sorted(objects)}

    def forgive(self, words: Iterable[str]) -> None:
        """Recognize these words also with one letter wrong, missing, too many or misplaced."""
        for word in words:
            mask = self._look_up(normalized(word)) or 0
            for form in _with_one_less(sound_of(normalized(word))):
                self._typos[form] = self._typos.get(form, 0) | mask

    def read(self, tokens: Sequence[str], spelt: Sequence[str] | None = None) -> list[int]:
        """The words of a text as masks of their classes, an end of sentence at both ends.

        `spelt` holds each token once more, Finglish in Persian letters; both are looked up.
        """
        words = [END_OF_SENTENCE]
        previous = ""
        for token, persian in zip(tokens, spelt or tokens, strict=True):
            if token in ENDS:
                words.append(END_OF_SENTENCE)
                previous = ""
            elif token in _OBJECT_MARKS:
                self._mark_object(words)
            elif merged := self._listed(previous + token) if _may_join(previous, token) else 0:
                # The parts keep their meaning: 'همه چی' is also 'همه'.
                words[-1] = reduce(or_, self.read_word(token), merged | words[-1])
                previous += token
            elif read := self.read_word(token):
                words.extend(read)
                if persian != token and len(read) == 1:
                    words[-1] = reduce(or_, self.read_word(persian), words[-1])
                previous = token
        words.append(END_OF_SENTENCE)
        return words

    def kinds(self, masks: Iterable[int]) -> list[Kind]:
        """The classes of each word that has any, by name; with what is said of who acts."""
        return [kind for kind in map(self._kind_of, masks) if kind]

    def _name(self, mask: int) -> Kind:
        names = (self._names.get(bit, "") for bit in bits_of(mask & ~END_OF_SENTENCE))
        return tuple(name for name in names if name)

    def _mark_object(self, words: list[int]) -> None:
        """Make the noun before a را the object, past what describes it (پسر پنج ساله‌ام را)."""
        tail, place = self.bit(_TAIL), len(words) - 1
        while place > 0:
            words[place] = self._as_object(words[place])
            if not words[place] & tail or len(words) - place > _LONGEST_TAIL:
                return
            place -= 1
            if words[place] and words[place] & self.bit(_AGE):
                place -= 1

    def _read_word(self, token: str) -> tuple[int, ...]:
        if token in self.fillers or token[0] in _SILENT:
            return ()
        known = self._known(token)
        if known is not None:
            return (known,)
        if 2 * _SHORTEST_HALF <= len(token) <= _LONGEST:
            for cut in range(_SHORTEST_HALF, len(token) - _SHORTEST_HALF + 1):
                first = self._listed(token[:cut])
                if first and (second := self._listed(token[cut:])):
                    return (first, second)
        return (0,)

    def _known(self, token: str) -> int | None:
        known = self._listed(token)
        if known is not None:
            return known
        if len(token) > _LONGEST:
            return 0
        single = once(token)
        known = self._listed(single)
        if known is not None or len(single) < _SHORTEST_BY_SOUND:
            return known
        sound = sound_of(token)
        return self._sounds.get(sound, 0) | self._noun(sound, self._noun_sounds) or self._mistyped(
            sound
        )

    def _look_up(self, word: str) -> int | None:
        form = self._forms.get(word)
        noun = 0 if word in self._ordinary else self._noun(word, self._nouns)
        return form | noun if form is not None else noun or None

    def _noun(self, word: str, nouns: Mapping[str, int]) -> int:
        """The classes of the nouns that this word is, with an ending or without."""
        found = nouns.get(word, 0)
        for cut in range(max(1, len(word) - _LONGEST_ENDING), len(word)):
            stem = nouns.get(word[:cut])
            endings = _LATIN_ENDINGS if word.isascii() else _ENDINGS[word[cut - 1]]
            is_object = endings.get(word[cut:]) if stem else None
            if stem and is_object is not None:
                found |= self._as_object(stem) if is_object else stem
        return found

    def _as_object(self, mask: int) -> int:
        for plain, as_object in self._objects.items():
            if mask & plain:
                mask |= as_object
        return mask

    def _mistyped(self, sound: str) -> int | None:
        if len(sound) < _SHORTEST_MISTYPED:
            return None
        return next(filter(None, map(self._typos.get, _with_one_less(sound))), None)


def _is_kind(name: str) -> bool:
    """Whether this is a class rather than a word that stands for itself."""
    base, _, what = name.partition(".")
    return base[0] != "'" and (not what or what.split(".")[0] in _TOLD)


def normalized(text: str) -> str:
    """The text in folded letters, half-spaces closed, without apostrophes."""
    if _FOLDED.fullmatch(text):
        return text
    text = fold(text)
    for mark in _APOSTROPHES:
        text = text.replace(mark, "")
    return text


def tokens_of(text: str) -> list[str]:
    """The words and ends of sentences of any text, می and نمی on their verbs."""
    return list(_joined(_TOKEN.findall(normalized(text))))


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
    return ((form, sound_of(form), classes) for form in map(normalized, words))
