"""Answers → acuity, by a rule that can be explained: every level comes with its reasons."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum

VERSION = 1


class Acuity(IntEnum):
    """How soon a human is needed. Lower numbers come first in the queue."""

    IMMEDIATE = 0
    HIGH = 1
    MEDIUM = 2
    LOW = 3

    @property
    def key(self) -> str:
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Triage:
    acuity: Acuity
    reasons: tuple[str, ...]
    version: int = VERSION


HEAVY_TOPICS = frozenset({"violence", "child"})
LIGHTER_TOPICS = frozenset({"marriage", "other"})


def assess(answers: Mapping[str, str], *, danger_words: bool = False) -> Triage:
    """The acuity of an assessment. `answers` maps a question's key to the chosen option.

    More danger never lowers the level: the most severe finding decides, the others are kept
    as further reasons.
    """
    found: list[tuple[Acuity, str]] = []
    if answers.get("danger") == "now":
        found.append((Acuity.IMMEDIATE, "danger_now"))
    if danger_words:
        found.append((Acuity.IMMEDIATE, "danger_words"))
    if answers.get("danger") == "unsure":
        found.append((Acuity.HIGH, "danger_unsure"))
    topic = answers.get("topic", "other")
    if topic in HEAVY_TOPICS:
        found.append((Acuity.HIGH, f"topic_{topic}"))
    elif topic in LIGHTER_TOPICS:
        found.append((Acuity.LOW, f"topic_{topic}"))
    else:
        found.append((Acuity.MEDIUM, f"topic_{topic}"))
    acuity = min(level for level, _ in found)
    return Triage(acuity, tuple(reason for _, reason in sorted(found)))
