"""JSON, written and read: orjson for all that is ordinary, the standard library for the odd rest.

Odd are halves of characters and numbers beyond 64 bits: they reach us from outside, and must not
become a loss because a faster library refuses them. (Such a number is read as a float; no id is
that large.)
"""

import json
from typing import Any

import orjson


def written(value: Any) -> str:
    """The value as JSON in one line. RecursionError or ValueError where it cannot be written."""
    try:
        return orjson.dumps(value).decode()
    except TypeError:
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def read(text: str | bytes) -> Any:
    """The value that a JSON text stands for. ValueError or RecursionError where it is none."""
    try:
        return orjson.loads(text)
    except ValueError:
        return json.loads(text)
