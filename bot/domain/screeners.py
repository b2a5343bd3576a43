"""Short questionnaires that others have validated: their items, their scores, what a score means.

A score is never a diagnosis and never shown to a family without a human: half of those above the
cut-off of K6 are no cases. It leads to an earlier call of a human, not to an alarm.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

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
    return of_total(screener, sum(given) * screener.factor)


def of_total(screener: Screener, total: int) -> Score:
    """The score that a total means, as it was kept."""
    high = screener.at_least is not None and total >= screener.at_least
    low = screener.at_most is not None and total <= screener.at_most
    reason = screener.stands_out if high or low else None
    return Score(screener.key, screener.version, total, reason)


class Course(StrEnum):
    """Where somebody stands at a second time, in words for colleagues.

    Better, same, worse by `MEANINGFUL`. Where nobody has said which change means something, only
    on which side of the cut-off both times lay.
    """

    BETTER = "better"
    SAME = "same"
    WORSE = "worse"
    EASED = "eased"
    STILL_HIGH = "still_high"
    ROSE = "rose"
    STILL_LOW = "still_low"


SCREENERS = {screener.key: screener for screener in (K6, WHO5)}


def course(before: Score, after: Score) -> Course:
    """What became of it from one time to the next. Both must be of one questionnaire."""
    if before.screener not in MEANINGFUL or before.version != after.version:
        if before.reason is not None:
            return Course.STILL_HIGH if after.reason is not None else Course.EASED
        return Course.ROSE if after.reason is not None else Course.STILL_LOW
    gained = changed(before, after)
    if gained is None:
        return Course.SAME
    more_is_better = SCREENERS[before.screener].at_most is not None
    return Course.BETTER if (gained > 0) is more_is_better else Course.WORSE


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
