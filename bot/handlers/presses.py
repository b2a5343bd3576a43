"""Button data: a version, an area, a few short ASCII parts. Strict: anyone can forge it."""

import re

VERSION = "1"
LIMIT = 64
"""Bytes a button may carry (Bot API)."""

BY_STAFF = "pressed"
"""The topic that wakes those who want to know of presses by colleagues."""

_SHAPE = re.compile(r"1((?:\.[A-Za-z0-9_-]{1,20}){1,6})", re.ASCII)


def press(*parts: str) -> str:
    """The data of a button. ValueError when it could not be read back."""
    data = ".".join((VERSION, *parts))
    if parts_of(data) != parts:
        raise ValueError(f"these parts do not fit into a button: {parts!r}")
    return data


def parts_of(data: str) -> tuple[str, ...] | None:
    """The parts behind `press`; None for anything that we did not make in this version."""
    if len(data) > LIMIT or not _SHAPE.fullmatch(data):
        return None
    return tuple(data.split(".")[1:])
