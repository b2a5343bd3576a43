"""Typed answers, read as generously as they are written: letters, digits and spaces forgiven."""

import re
from collections.abc import Mapping

from bot.domain.text import ascii_digits, key

_COMMA = re.compile("[,،]")
_BETWEEN = re.compile("[\\s\u200c]+")
A_STORY = 30
"""Characters from which on words tell something instead of naming an option: there is a "none" in
«هیچ‌کس»."""


def number(text: str) -> int | None:
    """The whole number that the text is, in any script's digits; None for anything else."""
    digits = ascii_digits(text.strip())
    return int(digits) if digits.isascii() and digits.isdecimal() and len(digits) < 10 else None


def options_named(text: str, labels: Mapping[str, str]) -> tuple[str, ...]:
    """The options a typed text means: by their number in the list, or by their (unique) words."""
    keys = tuple(labels)
    position = number(text)
    if position is not None:
        return (keys[position - 1],) if 1 <= position <= len(keys) else ()
    typed = key(text)
    if not typed:
        return ()
    named = {option: key(label) for option, label in labels.items()}
    exact = tuple(option for option, label in named.items() if label == typed)
    if exact:
        return exact[:1]
    # Half of all answers are the bare "yes" or "no" with which a label begins.
    opening = tuple(o for o, label in labels.items() if key(_COMMA.split(label)[0]) == typed)
    if len(opening) == 1:
        return opening
    if len(typed) < 3:
        return ()
    tells = len(text.strip()) >= A_STORY
    inside = tuple(
        o for o, label in labels.items() if typed in named[o] or (not tells and _says(text, label))
    )
    return inside if len(inside) == 1 else ()


def _says(text: str, label: str) -> bool:
    """Whether the label stands in the text as words of its own: there is a "no" in «خانه»."""
    words, wanted = (
        f" {' '.join(key(word) for word in _BETWEEN.split(one))} " for one in (text, label)
    )
    return len(wanted) > 4 and wanted in words
