"""Short questionnaires that others have validated: their items, their scores, what a score means.

A score is never a diagnosis and never shown to a family without a human: half of those above the
cut-off of K6 are no cases. It leads to an earlier call of a human, not to an alarm.
"""

from collections.abc import Mapping
from dataclasses import dataclass

BETWEEN = 14 * 24 * 3600 * 1000
"""Milliseconds that lie at least between the first and the second time."""


@dataclass(frozen=True, slots=True)
class Screener:
    """A questionnaire whose items are answered by numbers from `low` to `high` and summed.

    The score is the sum times `factor`. It stands out at or above `at_least`, or at or below
    `at_most`, whichever is given; `stands_out` is then the key of the reason.
    """

    key: str
    items: tuple[str, ...]
    low: int
    high: int
    stands_out: str
    factor: int = 1
    at_least: int | None = None
    at_most: int | None = None
    version: int = 1

    @property
    def options(self) -> tuple[int, ...]:
        return tuple(range(self.low, self.high + 1))


@dataclass(frozen=True, slots=True)
class Score:
    """What the answers came to. `reason` is a key of triage, None while nothing stands out."""

    screener: str
    version: int
    total: int
    reason: str | None


K6 = Screener(
    "k6",
    ("k6_nervous", "k6_hopeless", "k6_restless", "k6_depressed", "k6_effort", "k6_worthless"),
    0,
    4,
    "k6_high",
    at_least=10,
)
"""Distress in the last 30 days, 0 to 24: Kessler and others, Psychol Med 2002; 32(6): 959-976.

Copyright Ronald C. Kessler; free to use without permission, with the source named
(hcp.med.harvard.edu/ncs). Cut-off 10 in Iranian primary care: Hajebi and others, Int J Methods
Psychiatr Res 2018; 27(3): e1726, n = 818, sensitivity .73, specificity .78, PPV .52.
"""

WHO5 = Screener(
    "who5",
    ("who5_cheerful", "who5_calm", "who5_active", "who5_rested", "who5_interest"),
    0,
    5,
    "who5_low",
    factor=4,
    at_most=50,
)
"""Well-being in the last two weeks, 0 to 100: WHO Regional Office for Europe, 1998.

Free for non-commercial use with the source named and the wording unchanged. At most 50 is low;
scores are multiples of 4, so this is the Iranian cut-off too, a raw sum below 13 (Khosravi and
others, n = 451: sensitivity .68, specificity .85).
"""

MEANINGFUL = {WHO5.key: 10}
"""Points by which a score must move before the change is worth a word (common use for WHO-5)."""


def score(screener: Screener, answers: Mapping[str, int]) -> Score | None:
    """The score; None while an item is missing. Raises ValueError for an impossible answer."""
    if any(item not in answers for item in screener.items):
        return None
    given = [answers[item] for item in screener.items]
    if not all(screener.low <= one <= screener.high for one in given):
        raise ValueError(f"{screener.key}: answers go from {screener.low} to {screener.high}")
    total = sum(given) * screener.factor
    high = screener.at_least is not None and total >= screener.at_least
    low = screener.at_most is not None and total <= screener.at_most
    reason = screener.stands_out if high or low else None
    return Score(screener.key, screener.version, total, reason)


def changed(before: Score, after: Score) -> int | None:
    """Points gained (negative: lost) where that means something, else None.

    None too where the two are not the same questionnaire in the same version, or where nobody
    has said which change means something (K6).
    """
    if (before.screener, before.version) != (after.screener, after.version):
        return None
    least = MEANINGFUL.get(before.screener)
    gained = after.total - before.total
    return gained if least is not None and abs(gained) >= least else None
