"""How a word sounds: one spelling for all that people take for one another.

Letters of the same sound are made one (س ص ث, ز ذ ض ظ, vowels of Finglish), doubled letters are
written once. Two words that sound alike have the same sound here.
"""

import re

_TWICE = re.compile(r"(.)\1+")
_LETTERS = str.maketrans(
    {"ص": "س", "ث": "س", "ذ": "ز", "ض": "ز", "ظ": "ز", "ط": "ت", "ح": "ه", "غ": "ق", "ع": "ا"}
)
_LATIN = (
    ("ou", "o"), ("oo", "o"), ("u", "o"), ("ee", "e"), ("y", "i"), ("i", "e"), ("kh", "x"),
    ("q", "gh"), ("w", "v"), ("ck", "k"), ("eh", "e"),
)  # fmt: skip


def once(word: str) -> str:
    """The word with repeated letters written once."""
    return _TWICE.sub(r"\1", word) if _TWICE.search(word) else word


def sound_of_part(part: str) -> str:
    """The sound of the beginning or middle of a word: an h at its end is heard."""
    if not part.isascii():
        return once(part.translate(_LETTERS))
    for letters, usual in _LATIN:
        part = part.replace(letters, usual)
    return once(part)


def sound_of(word: str) -> str:
    """The sound of a whole word; a silent h at the end of Finglish is left out."""
    sound = sound_of_part(word)
    return sound.removesuffix("h") if word.isascii() else sound


def sound_of_parts(start: str, ending: str) -> str:
    """The sound of a word from the sounds of its parts, much faster than from its letters."""
    if ending and start[-1:] == ending[0]:
        return start + ending[1:]
    return start + ending
