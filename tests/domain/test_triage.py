"""Answers → acuity, with reasons; more danger never lowers it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.conversations.followups import TOPICS
from bot.domain.triage import HEAVY_TOPICS, LIGHTER_TOPICS, VERSION, Acuity, assess

DANGERS = ("no", "unsure", "now")
TOPIC = st.sampled_from(TOPICS)


@pytest.mark.parametrize(
    ("answers", "words", "acuity", "reasons"),
    [
        ({"danger": "now", "topic": "money"}, False, Acuity.IMMEDIATE,
         ("danger_now", "topic_money")),
        ({"danger": "no", "topic": "money"}, True, Acuity.IMMEDIATE,
         ("danger_words", "topic_money")),
        ({"danger": "unsure", "topic": "grief"}, False, Acuity.HIGH,
         ("danger_unsure", "topic_grief")),
        ({"danger": "no", "topic": "violence"}, False, Acuity.HIGH, ("topic_violence",)),
        ({"danger": "no", "topic": "grief"}, False, Acuity.MEDIUM, ("topic_grief",)),
        ({"danger": "no", "topic": "marriage"}, False, Acuity.LOW, ("topic_marriage",)),
        ({}, False, Acuity.LOW, ("topic_other",)),
    ],
)  # fmt: skip
def test_every_level_comes_with_its_reasons(
    answers: dict[str, str], words: bool, acuity: Acuity, reasons: tuple[str, ...]
) -> None:
    found = assess(answers, danger_words=words)
    assert (found.acuity, found.reasons, found.version) == (acuity, reasons, VERSION)


@given(TOPIC, st.booleans())
def test_more_danger_never_lowers_the_level(topic: str, words: bool) -> None:
    levels = [
        assess({"topic": topic, "danger": danger}, danger_words=words).acuity for danger in DANGERS
    ]
    assert levels == sorted(levels, reverse=True)
    assert assess({"topic": topic}, danger_words=True).acuity is Acuity.IMMEDIATE


@given(TOPIC, st.sampled_from(DANGERS), st.booleans())
def test_the_first_reason_is_the_one_that_decided(topic: str, danger: str, words: bool) -> None:
    found = assess({"topic": topic, "danger": danger}, danger_words=words)
    alone = {"danger_now": 0, "danger_words": 0, "danger_unsure": 1}
    weights = {t: 1 if t in HEAVY_TOPICS else 3 if t in LIGHTER_TOPICS else 2 for t in TOPICS}
    first = found.reasons[0]
    assert alone.get(first, weights.get(first.removeprefix("topic_"))) == found.acuity


def test_the_most_urgent_is_the_smallest_number_so_that_it_sorts_first() -> None:
    assert [level.key for level in sorted(Acuity)] == ["immediate", "high", "medium", "low"]
