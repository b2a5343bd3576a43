"""Facts → acuity, with reasons; more danger never lowers it."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.danger import DangerCategory
from bot.domain.triage import (
    AFRAID,
    APART,
    DANGER_WORDS,
    TOGETHER,
    TOPICS,
    UNAFRAID,
    VERSION,
    Acuity,
    Burden,
    Danger,
    Needs,
    Safety,
    When,
    assess,
    reasons_that_exist,
)

IMMEDIATE, HIGH, MEDIUM, LOW = Acuity


def some(values: Any) -> st.SearchStrategy[frozenset[Any]]:
    return st.frozensets(st.sampled_from(sorted(values)))


NEEDS = st.builds(
    Needs,
    topic=st.sampled_from(TOPICS),
    topics=some(TOPICS),
    danger=st.sampled_from(Danger),
    words=some(DANGER_WORDS),
    safety=some(Safety),
    when=st.none() | st.sampled_from(When),
    k6=st.none() | st.integers(0, 24),
    minor=st.booleans(),
    burdens=some(Burden),
    follow_ups=some({TOGETHER, AFRAID, APART, UNAFRAID, "parenting_age=teen"}),
)


@pytest.mark.parametrize(
    ("needs", "acuity", "reasons"),
    [
        (Needs("money", danger=Danger.NOW), IMMEDIATE, ("danger_now", "topic_money")),
        (Needs("money", words=frozenset({"child", "suicide"})), IMMEDIATE,
         ("words_child", "words_suicide", "topic_money")),
        (Needs("money", words=frozenset({"danger"})), IMMEDIATE, ("danger_words", "topic_money")),
        (Needs("grief", safety=frozenset({Safety.SELF}), when=When.NOW), IMMEDIATE,
         ("safety_self_now", "topic_grief")),
        (Needs("grief", danger=Danger.UNSURE), HIGH, ("danger_unsure", "topic_grief")),
        (Needs("grief", safety=frozenset({Safety.HURT_ME}), when=When.RECENT), HIGH,
         ("safety_hurt_me_recent", "topic_grief")),
        (Needs("work", safety=frozenset({Safety.CHILD}), when=When.PAST), MEDIUM,
         ("safety_child_past", "topic_work")),
        (Needs("work", safety=frozenset({Safety.SELF})), HIGH, ("safety_self", "topic_work")),
        (Needs("school", minor=True, safety=frozenset({Safety.SELF}), when=When.PAST), HIGH,
         ("minor_safety", "safety_self_past", "topic_school")),
        (Needs("violence"), HIGH, ("topic_violence",)),
        (Needs("violence", follow_ups=frozenset({TOGETHER, AFRAID})), HIGH,
         ("violence_together", "violence_afraid", "topic_violence")),
        (Needs("violence", follow_ups=frozenset({APART, UNAFRAID})), MEDIUM, ("topic_violence",)),
        (Needs("violence", minor=True, follow_ups=frozenset({APART, UNAFRAID})), HIGH,
         ("minor_violence", "topic_violence")),
        (Needs("work", topics=frozenset({"violence", "money"})), HIGH,
         ("topic_violence", "topic_money", "topic_work")),
        (Needs("grief"), MEDIUM, ("topic_grief",)),
        (Needs("marriage"), LOW, ("topic_marriage",)),
        (Needs(), LOW, ("topic_other",)),
    ],
)  # fmt: skip
def test_every_level_comes_with_its_reasons(
    needs: Needs, acuity: Acuity, reasons: tuple[str, ...]
) -> None:
    found = assess(needs)
    assert (found.acuity, found.reasons, found.version) == (acuity, reasons, VERSION)


@pytest.mark.parametrize(
    ("needs", "acuity"),
    [
        (Needs("legal", k6=9), LOW),
        (Needs("legal", k6=10), MEDIUM),
        (Needs("grief", k6=24), HIGH),
        (Needs("violence", k6=24), HIGH),
        (Needs("grief", danger=Danger.NOW, k6=24), IMMEDIATE),
        (Needs("legal", burdens=frozenset({Burden.NEWBORN})), MEDIUM),
        (Needs("legal", burdens=frozenset({Burden.NEWBORN, Burden.DISPLACED})), MEDIUM),
        (Needs("grief", burdens=frozenset({Burden.HOME_LOST})), MEDIUM),
        (Needs("grief", burdens=frozenset({Burden.HOME_LOST, Burden.PREGNANT})), HIGH),
        (Needs("legal", burdens=frozenset({Burden.NEWBORN}), k6=10), HIGH),
        (Needs("violence", burdens=frozenset(Burden), k6=24), HIGH),
    ],
)
def test_distress_and_burdens_bring_a_call_earlier_and_are_no_alarm(
    needs: Needs, acuity: Acuity
) -> None:
    assert assess(needs).acuity is acuity


def more_dangerous(needs: Needs) -> list[Needs]:
    """The same household with one more dangerous fact."""
    order = (Danger.NO, Danger.UNSURE, Danger.NOW)
    ages = (When.PAST, When.RECENT, When.NOW)
    worse = [replace(needs, danger=d) for d in order[order.index(needs.danger) :]]
    worse += [replace(needs, words=needs.words | {kind}) for kind in DANGER_WORDS]
    worse += [replace(needs, safety=needs.safety | {kind}) for kind in Safety]
    worse += [replace(needs, when=w) for w in ages[ages.index(needs.when or When.RECENT) :]]
    worse += [replace(needs, burdens=needs.burdens | {burden}) for burden in Burden]
    worse += [replace(needs, topics=needs.topics | {topic}) for topic in TOPICS]
    worse += [replace(needs, follow_ups=needs.follow_ups | {f}) for f in (TOGETHER, AFRAID)]
    worse += [replace(needs, k6=k6) for k6 in range(needs.k6 or 0, 25)]
    return [*worse, replace(needs, minor=True)]


@given(NEEDS)
def test_more_danger_never_lowers_the_level(needs: Needs) -> None:
    before = assess(needs).acuity
    assert all(assess(worse).acuity <= before for worse in more_dangerous(needs))


@given(NEEDS)
def test_the_same_facts_come_to_the_same(needs: Needs) -> None:
    assert assess(needs) == assess(replace(needs, topics=frozenset(sorted(needs.topics)[::-1])))


@given(NEEDS)
def test_every_reason_is_one_that_has_words(needs: Needs) -> None:
    known = {*reasons_that_exist(), *(f"topic_{topic}" for topic in TOPICS)}
    reasons = assess(needs).reasons
    assert set(reasons) <= known
    assert len(set(reasons)) == len(reasons)


def test_every_level_can_be_reached() -> None:
    found = {assess(Needs(topic, danger=danger)).acuity for topic in TOPICS for danger in Danger}
    assert found == set(Acuity)


def test_every_danger_that_can_be_heard_has_a_reason_of_its_own() -> None:
    assert set(DANGER_WORDS) == {category.value for category in DangerCategory}


def test_the_most_urgent_is_the_smallest_number_so_that_it_sorts_first() -> None:
    assert [level.key for level in sorted(Acuity)] == ["immediate", "high", "medium", "low"]
