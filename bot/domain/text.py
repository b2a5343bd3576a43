"""Persian and Latin text: one form for keeping, one for comparing, and digits both ways.

People type the same word with Arabic or Persian letters, with a half-space, a space or nothing,
with digits of three kinds. `store` tidies without changing what was said; `key` forgets every
difference that a reader would not call a difference.
"""

import re
import unicodedata
from collections.abc import Iterable

ZWNJ = "\u200c"

_ASCII, _PERSIAN, _ARABIC = "0123456789", "۰۱۲۳۴۵۶۷۸۹", "٠١٢٣٤٥٦٧٨٩"
_TO_ASCII = str.maketrans(_PERSIAN + _ARABIC, _ASCII * 2)
_TO_PERSIAN = str.maketrans(_ASCII + _ARABIC, _PERSIAN * 2)

# Nothing a reader sees: control characters, soft hyphen, tatweel, bidi marks and controls,
# zero-width space, byte order mark, tag characters.
_INVISIBLE = "\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u0640\u061c\u200b\u200e\u200f"
_INVISIBLE += "\u202a-\u202e\u2060\u2066-\u2069\ufeff\U000e0000-\U000e007f"
# A lone surrogate cannot be written to any database.
_DROPPED = re.compile(f"[{_INVISIBLE}\ud800-\udfff]+")
_LETTERS = str.maketrans({"ي": "ی", "ى": "ی", "ك": "ک", "\r": "\n", "\x0c": "\n"})

_UNSPOKEN = re.compile(r"[\W_]+")

_ALPHABET = "آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی"
_ORDER = {letter: chr(0x100 + place) for place, letter in enumerate(_ALPHABET)}


def _ranges(code_points: Iterable[int]) -> str:
    """The inside of a character class that holds exactly these code points, given in order."""
    runs: list[list[int]] = []
    for point in code_points:
        if runs and runs[-1][1] == point - 1:
            runs[-1][1] = point
        else:
            runs.append([point, point])
    return "".join(rf"\U{first:08x}-\U{last:08x}" for first, last in runs)


def _is_mark(character: str) -> bool:
    decomposed = unicodedata.normalize("NFKD", character)
    return unicodedata.combining(decomposed[0]) > 0


_RARE_FROM = 0x10000
_MARKS = [point for point in range(0x300, 0x1E950) if _is_mark(chr(point))]
_COMMON = _ranges(point for point in _MARKS if point < _RARE_FROM)
_ALL = _ranges(_MARKS)
# Normalizing a pile of marks on one letter takes quadratic time: 80,000 of them, six seconds.
# The marks of rare scripts make the pattern ten times slower, so they are looked for only then.
_PILE = re.compile(f"([{_COMMON}]{{4}})[{_COMMON}]+")
_RARE_PILE = re.compile(f"([{_ALL}]{{4}})[{_ALL}]+")
_RARE = re.compile("[\U00010000-\U0001efff]")

_REPEATED_ZWNJ = re.compile(f"{ZWNJ}{{2,}}")
_LOOSE_ZWNJ = re.compile(f"{ZWNJ}(?!\\w)|(?<![\\w{_COMMON}]){ZWNJ}")

# What `fold` does to a text in which hamza and madda have been taken off their letters.
_FOLDED = str.maketrans(
    dict.fromkeys(map(chr, _MARKS)) | dict.fromkeys("يىېے", "ی") | dict.fromkeys("كڪ", "ک")
    | dict.fromkeys("ةہەھۃ", "ه") | {"ٱ": "ا", "ء": None} | dict(zip(_PERSIAN, _ASCII, strict=True))
    | dict(zip(_ARABIC, _ASCII, strict=True))
)  # fmt: skip


def _without_piles(text: str) -> str:
    return (_RARE_PILE if _RARE.search(text) else _PILE).sub(r"\1", text)


def store(text: str) -> str:
    """The text as it is kept: NFC, Persian ی and ک, tidy half-spaces, nothing invisible.

    Words, spaces, digits and line breaks stay as they were typed, at most four marks on a letter.
    Any string is accepted; the result can be encoded as UTF-8; `store(store(x)) == store(x)`.
    """
    text = _DROPPED.sub("", text.replace("\r\n", "\n"))
    if ZWNJ in text:
        text = _LOOSE_ZWNJ.sub("", _REPEATED_ZWNJ.sub(ZWNJ, text))
    return unicodedata.normalize("NFC", _without_piles(text)).translate(_LETTERS)


def fold(text: str) -> str:
    """The letters of `key` with the spaces, half-spaces and punctuation left where they are."""
    text = _DROPPED.sub("", text)
    text = unicodedata.normalize("NFKD", _without_piles(text)).translate(_FOLDED)
    return unicodedata.normalize("NFKD", text.casefold())


def key(text: str) -> str:
    """The text as it is compared: only lower-case letters and ASCII digits, nothing between them.

    Equal for Arabic and Persian letters, with and without marks, hamza, madda, half-space, space
    and punctuation. Empty for a text without letters and digits.
    """
    # One common word has two hamza seats (مسئول, مسؤول), which folding alone keeps apart.
    return _UNSPOKEN.sub("", fold(text)).replace("مسوول", "مسیول")


def ascii_digits(text: str) -> str:
    """The same text with Persian and Arabic digits written 0-9."""
    return text.translate(_TO_ASCII)


def persian_digits(text: str) -> str:
    """The same text with ASCII and Arabic digits written ۰-۹."""
    return text.translate(_TO_PERSIAN)


def alphabetical(text: str) -> str:
    """A sort key in the order of the Persian alphabet; a space comes before every letter."""
    letters = store(text).replace(ZWNJ, "")
    return "".join(_ORDER.get(letter, letter) for letter in letters)


_FSI, _RLI, _PDI = "\u2068", "\u2067", "\u2069"
_NESTED = re.compile(f"{_FSI}[^{_PDI}]*{_FSI}")


def directed(text: str) -> str:
    """The text with a direction for each isolated piece that is made of isolated pieces only.

    A messenger looks for the first strong letter outside inner pieces, finds none, and would set
    a list of Persian names from left to right (UAX #9, rule P2).
    """
    if not _NESTED.search(text):
        return text
    signs = list(text)
    # Where a piece began, whether it has letters of its own, and the first one of its own or below.
    open_pieces: list[tuple[int, bool, str]] = []
    for place, sign in enumerate(signs):
        if sign == _FSI:
            open_pieces.append((place, False, ""))
        elif sign == _PDI and open_pieces:
            start, own, first = open_pieces.pop()
            if not own and first in ("R", "AL"):
                signs[start] = _RLI
            if open_pieces and not open_pieces[-1][2]:
                outer, its_own, _ = open_pieces[-1]
                open_pieces[-1] = (outer, its_own, first)
        elif open_pieces and not open_pieces[-1][1]:
            strong = unicodedata.bidirectional(sign)
            if strong in ("L", "R", "AL"):
                open_pieces[-1] = (open_pieces[-1][0], True, open_pieces[-1][2] or strong)
    return "".join(signs)
