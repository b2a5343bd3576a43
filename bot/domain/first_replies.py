"""How long families waited for the first word of a human being."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.domain.triage import Acuity

PROMPT = 5 * 60_000
"""Milliseconds within which somebody in danger should hear from us."""


@dataclass(frozen=True, slots=True)
class Wait:
    """One request. `answered`: working milliseconds until the first reply, None where there was
    none; `until`: milliseconds it has waited, or had when it was closed."""

    acuity: Acuity
    answered: int | None
    until: int


@dataclass(frozen=True, slots=True)
class Summary:
    """Of some requests: how many were answered and how many were not; half of the answers, and
    nine in ten, came within so many milliseconds (None where there was no answer)."""

    answered: int
    unanswered: int
    p50: int | None
    p90: int | None


@dataclass(frozen=True, slots=True)
class FirstReplies:
    """`prompt` of `urgent` requests of high or immediate urgency were answered within `PROMPT`.

    Who has waited for less than that without an answer is not counted yet.
    """

    all: Summary
    levels: tuple[tuple[Acuity, Summary], ...]
    prompt: int
    urgent: int


def quantile(ordered: Sequence[int], share: float) -> int | None:
    """The smallest value that at least this share of the values does not exceed."""
    if not ordered:
        return None
    return ordered[max(0, -int(-share * len(ordered) // 1) - 1)]


def _summary(waits: Sequence[Wait]) -> Summary:
    times = sorted(wait.answered for wait in waits if wait.answered is not None)
    return Summary(len(times), len(waits) - len(times), quantile(times, 0.5), quantile(times, 0.9))


def summarize(waits: Iterable[Wait]) -> FirstReplies:
    """The figures over these requests."""
    every = list(waits)
    urgent = [wait for wait in every if wait.acuity <= Acuity.HIGH]
    judged = [wait for wait in urgent if wait.answered is not None or wait.until >= PROMPT]
    return FirstReplies(
        _summary(every),
        tuple((a, _summary([w for w in every if w.acuity is a])) for a in Acuity),
        sum(1 for wait in judged if wait.answered is not None and wait.answered <= PROMPT),
        len(judged),
    )
