"""What is wrong with a setting, in one sentence: its key, what it must be, and an example."""

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

_EXAMPLES = {
    "admins": "[123456789], the numbers of accounts",
    "counselor_group": "-1001234567890, the number of the group",
    "channel": "-1001234567890, the number of the channel",
    "license_for": '["violence", "minors"]',
    "screeners": '["k6", "who5"], or []',
    "claim_minutes": "{ high = 15 }",
    "reply_minutes": "{ high = 10 }",
    "next_reply_minutes": "{ high = 30 }",
}
_KINDS = {
    "int": "it must be a whole number, such as 25",
    "float": "it must be a number, such as 25",
    "bool": "it must be true or false, without quotes",
    "string": "it must be text in quotes",
    "path": 'it must be a path in quotes, such as "content"',
    "list": 'it must be a list in brackets, such as ["k6"]',
    "tuple": "it must be a list in brackets, such as [123456789]",
    "dict": "it must be given by name, such as { high = 15 }",
    "model": "it must be a section: its name in [brackets], and its settings in the lines below",
}
_BOUNDS = {
    "greater_than_equal": ("ge", "at least"),
    "less_than_equal": ("le", "at most"),
    "greater_than": ("gt", "more than"),
    "less_than": ("lt", "less than"),
}


def sentence(error: ValidationError) -> str:
    """The first thing that is wrong. Never the value itself: it may be a secret."""
    first = error.errors(include_input=False, include_url=False)[0]
    key = ".".join(part for part in first["loc"] if isinstance(part, str))
    if first["type"] == "extra_forbidden":
        return f"{key}: there is no such setting; look for a typing error (config.toml lists all)."
    said = _said(first["type"], first.get("ctx", {}), first["loc"])
    said = said or first["msg"].removeprefix("Value error, ")
    return f"{key}: {said}." if key else f"{said}."


def _said(kind: str, context: Mapping[str, Any], place: tuple[int | str, ...]) -> str | None:
    """Our own words for what the library would say in its own."""
    names = [part for part in place if isinstance(part, str)]
    name = names[1] if len(names) > 1 else ""
    if kind in _BOUNDS:
        bound, words = _BOUNDS[kind]
        return f"it must be {words} {context[bound]:g}"
    if kind == "literal_error":
        return f"it must be {context['expected']}"
    if kind == "string_too_long":
        return f"it must have at most {context['max_length']} characters"
    if kind == "missing":
        return "it is missing; write it as in config.toml"
    what = _KINDS.get(kind.partition("_")[0])
    if what is None:
        return None
    example = _EXAMPLES.get(name)
    return f"it must be like {example}" if example and kind != "model_type" else what
