"""Texts about courses whose keys are put together in the code: by the shape of the key."""

from collections.abc import Iterable

from bot.domain.courses import Stage

FILLINGS: dict[str, Iterable[str]] = {
    "course-stage-{}": Stage,
}
