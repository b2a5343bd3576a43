"""Texts as people see them."""

_MARKS = dict.fromkeys(map(ord, "\u200e\u200f\u2066\u2067\u2068\u2069"))


def unmarked(text: str) -> str:
    """Without the marks that only set its direction."""
    return text.translate(_MARKS)
