"""Facts → acuity, by a rule that can be explained: every level comes with its reasons.

Each fact gives findings, a finding is a level and the key of its reason, the most severe decides.
More danger therefore never lowers a level. Raise `VERSION` when the same facts come to another.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import TypeAlias

from bot.domain.screeners import K6

VERSION = 2


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


class Danger(StrEnum):
    """What was answered to "is anybody in danger right now?"."""

    NO = "no"
    UNSURE = "unsure"
    NOW = "now"


class Safety(StrEnum):
    """What somebody may be afraid of: themselves, being hurt, hurting, a child's harm."""

    SELF = "self"
    HURT_ME = "hurt_me"
    HURT_BY_ME = "hurt_by_me"
    CHILD = "child"


class When(StrEnum):
    """How long ago that was."""

    NOW = "now"
    RECENT = "recent"
    PAST = "past"


class Burden(StrEnum):
    """What weighs on the household besides the matter itself."""

    PREGNANT = "pregnant"
    NEWBORN = "newborn"
    DISABILITY = "disability"
    ILLNESS = "illness"
    DISPLACED = "displaced"
    HOME_LOST = "home_lost"
    INCOME_LOST = "income_lost"


TOPICS = (
    "couple", "marriage", "divorce", "parenting", "teenager", "grief", "stress", "violence",
    "addiction", "money", "work", "housing", "school", "health", "elders", "legal", "lonely",
    "other",
)  # fmt: skip
LIGHTER_TOPICS = frozenset({"marriage", "work", "school", "legal", "other"})
"""Matters that can wait a little when nothing else weighs on the household."""

DANGER_WORDS = ("suicide", "violence", "child", "medical")
"""Kinds of danger heard in own words that have a reason of their own."""

# Follow-up answers to a topic of violence, as `question=option`.
TOGETHER, AFRAID = "f_lives_with=yes", "f_afraid=yes"
APART, UNAFRAID = "f_lives_with=no", "f_afraid=no"


@dataclass(frozen=True, slots=True)
class Needs:
    """What is known of a household when the level is found.

    `words`: kinds of danger heard in own words. `when` belongs to all of `safety`, None when it
    was not said. `k6` is None without a score. `follow_ups` are written `question=option`.
    """

    topic: str = "other"
    topics: frozenset[str] = frozenset()
    danger: Danger = Danger.NO
    words: frozenset[str] = frozenset()
    safety: frozenset[Safety] = frozenset()
    when: When | None = None
    k6: int | None = None
    minor: bool = False
    burdens: frozenset[Burden] = frozenset()
    follow_ups: frozenset[str] = frozenset()

    @property
    def matters(self) -> frozenset[str]:
        """The main topic and the others."""
        return self.topics | {self.topic}


Finding: TypeAlias = tuple[Acuity, str]

_DANGER = {Danger.NOW: Acuity.IMMEDIATE, Danger.UNSURE: Acuity.HIGH}
# Not said when: as if it had been lately.
_SAFETY = {When.NOW: Acuity.IMMEDIATE, When.RECENT: Acuity.HIGH, When.PAST: Acuity.MEDIUM}


def assess(needs: Needs) -> Triage:
    """The acuity of these needs, with the reasons, the most severe first."""
    found = [*_of_danger(needs), *_of_safety(needs), *_of_topics(needs)]
    found += _of_burdens(needs, _level(found))
    found += _of_distress(needs, _level(found))
    # Stable: of one level, what was found first (danger) stays before what follows (topics).
    ordered = sorted(found, key=lambda finding: finding[0])
    return Triage(_level(found), tuple(dict.fromkeys(reason for _, reason in ordered)))


def _level(found: list[Finding]) -> Acuity:
    return min(level for level, _ in found)


def _of_danger(needs: Needs) -> Iterator[Finding]:
    if needs.danger in _DANGER:
        yield _DANGER[needs.danger], f"danger_{needs.danger}"
    for kind in sorted(needs.words):
        yield Acuity.IMMEDIATE, f"words_{kind}" if kind in DANGER_WORDS else "danger_words"


def _of_safety(needs: Needs) -> Iterator[Finding]:
    level = _SAFETY[needs.when or When.RECENT]
    for kind in Safety:
        if kind in needs.safety:
            yield level, f"safety_{kind}_{needs.when}" if needs.when else f"safety_{kind}"
    if needs.minor and needs.safety:
        yield Acuity.HIGH, "minor_safety"


def _of_topics(needs: Needs) -> Iterator[Finding]:
    if "violence" in needs.matters:
        yield from _of_violence(needs)
    # The main topic first, then the others in the order of the list.
    for topic in dict.fromkeys((needs.topic, *(t for t in TOPICS if t in needs.topics))):
        if topic != "violence":
            light = topic in LIGHTER_TOPICS
            yield Acuity.LOW if light else Acuity.MEDIUM, f"topic_{topic}"


def _of_violence(needs: Needs) -> Iterator[Finding]:
    """High, unless it was said that they live apart and that nobody is afraid."""
    if TOGETHER in needs.follow_ups:
        yield Acuity.HIGH, "violence_together"
    if AFRAID in needs.follow_ups:
        yield Acuity.HIGH, "violence_afraid"
    if needs.minor:
        yield Acuity.HIGH, "minor_violence"
    calm = {APART, UNAFRAID} <= needs.follow_ups
    yield Acuity.MEDIUM if calm else Acuity.HIGH, "topic_violence"


def _of_burdens(needs: Needs, level: Acuity) -> Iterator[Finding]:
    """One burden raises the lowest level by one, two and more also the one above it."""
    raised = Acuity.MEDIUM
    if len(needs.burdens) > 1 and level <= Acuity.MEDIUM:
        raised = Acuity.HIGH
    for burden in Burden:
        if burden in needs.burdens:
            yield raised, f"burden_{burden}"


def _of_distress(needs: Needs, level: Acuity) -> Iterator[Finding]:
    """An earlier call, not an alarm: one level up, at most to high."""
    assert K6.at_least is not None
    if needs.k6 is not None and needs.k6 >= K6.at_least:
        yield max(Acuity.HIGH, Acuity(max(0, level - 1))), K6.stands_out


def reasons_that_exist() -> tuple[str, ...]:
    """Every reason this rule can give, except `topic_…`, which are said in the topic's words."""
    return (
        *(f"danger_{level}" for level in _DANGER),
        "danger_words",
        *(f"words_{kind}" for kind in DANGER_WORDS),
        *(f"safety_{kind}" for kind in Safety),
        *(f"safety_{kind}_{when}" for kind in Safety for when in When),
        "minor_safety",
        "minor_violence",
        "violence_together",
        "violence_afraid",
        *(f"burden_{burden}" for burden in Burden),
        K6.stands_out,
    )
