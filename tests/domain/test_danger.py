"""Danger is seen however it is written, and ordinary trouble is left in peace.

Run with -s to see recall and false alarms.
"""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.danger import DangerCategory, DangerWords, Rule, parse_phrases

FILE = Path(__file__).parents[2] / "content" / "danger.toml"
PHRASES = tomllib.loads(Path(__file__).with_name("danger_phrases.toml").read_text("utf-8"))
# Recall that must stay, by how plainly the danger is said, and the alarms that must not come back.
BLIND = PHRASES.pop("written_blind")
PLAIN, INDIRECT, ALARMS = 0.93, 0.92, 0.02
WORDS = parse_phrases(FILE.read_text("utf-8"))
RULE = '[[rule]]\nname = "r"\ncategory = "child"\nsays = ["A ~2 x"]\n[words]\nA = ["y"]\n'


def seen(said: str, words: DangerWords = WORDS) -> str:
    finding = words.find(said)
    return finding.category if finding else "none"


def expected(kind: str) -> str:
    return kind.removesuffix("_indirect")


@pytest.mark.parametrize("kind", PHRASES)
def test_each_sentence_is_understood(kind: str) -> None:
    misread = {said: seen(said) for said in PHRASES[kind] if seen(said) != expected(kind)}
    alarms = sum(seen(said) != "none" for said in PHRASES[kind])
    print(f"{kind}: {len(PHRASES[kind])} sentences, {len(misread)} misread, {alarms} alarms")  # noqa: T201
    assert misread == {}


@pytest.mark.parametrize("kind", BLIND)
def test_most_sentences_written_blind_are_understood(kind: str) -> None:
    heard = [seen(said) for said in BLIND[kind]]
    recall = heard.count(expected(kind)) / len(heard)
    print(f"blind {kind}: {len(heard)} sentences, recall {recall:.3f}")  # noqa: T201
    floor = 1 - ALARMS if kind == "none" else INDIRECT if kind.endswith("_indirect") else PLAIN
    assert recall >= floor


def test_there_are_sentences_enough_to_judge_by() -> None:
    assert sum(map(len, PHRASES.values())) >= 900
    assert len(PHRASES["none"]) >= 300


@pytest.mark.parametrize("rule", WORDS.rules, ids=lambda rule: rule.finding.rule)
def test_each_rule_has_examples_and_keeps_them(rule: Rule) -> None:
    assert {seen(said) for said in rule.must} == {rule.finding.category}
    assert {seen(said) for said in rule.must_not} == {"none"}


def test_there_is_a_rule_for_every_category() -> None:
    assert {rule.finding.category for rule in WORDS.rules} == set(DangerCategory)


@pytest.mark.parametrize(
    "said",
    [
        "میخوام خودمو بکشم",
        "می‌خوام خودمو بکشم",
        "مي خوام خودمو بكشم",
        "می خوام خودم رو بکشم!!!",
        "میخواممممم خودمووو بکششششم",
        "می‌خواهم خودم را بکشم.",
        "\u202bمی‌خوام خودمو بکشم\u202c",
        "میـخـوام خـودمـو بـکـشـم",
        "مِی‌خوام خودمو بُکُشم",
        "mikham khodamo bokosham",
        "MIKHAM KHODAMO BEKOSHAM",
        "mikhaam khodamoo bokosham",
    ],
)
def test_one_sentence_is_seen_in_every_spelling(said: str) -> None:
    assert seen(said) == "suicide"


def test_danger_is_seen_in_the_middle_of_a_long_message() -> None:
    ordinary = ". ".join(PHRASES["none"][:40])
    assert seen(f"{ordinary}. شوهرم کتکم می‌زنه. {ordinary}") == "violence"


def test_a_word_of_the_news_far_away_does_not_hide_a_danger() -> None:
    assert seen("یه فیلم دیدم خوب بود. می‌خوام خودکشی کنم") == "suicide"


def test_the_safe_word_yields_to_a_plainer_danger() -> None:
    assert seen("کمک فوری") == "medical"
    assert seen("کمک فوری شوهرم داره منو می‌زنه") == "violence"


@given(
    st.text(alphabet=st.characters(exclude_categories=()))
    | st.text(alphabet="منو میزنه. \u200c~^$")
)
def test_no_text_whatever_makes_it_fail(text: str) -> None:
    assert seen(text) in {*DangerCategory, "none"}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\ud800" * 1000,
        "منو " * 25_000,
        "ا" * 100_000,
        "ا" + "\u064b\u0651" * 50_000,
        "." * 9999,
    ],
)
def test_strange_and_endless_texts_are_read_to_the_end(text: str) -> None:
    assert seen(text) == "none"


@pytest.mark.parametrize(
    ("broken", "complaint"),
    [
        ("= x", "not a TOML file"),
        ("", "there is no rule"),
        (
            RULE.replace('"child"', '"help"'),
            "rule r: category is 'help'; it must be one of suicide",
        ),
        (RULE.replace("~2", "~many"), "rule r: '~many' must be ~ and one digit"),
        (RULE.replace("A ~2", "B ~2"), "rule r: B is no class of words"),
        (RULE.replace('["A ~2 x"]', '["~2"]'), "rule r: a pattern is empty"),
        (RULE.replace('["A ~2 x"]', "[]"), "rule r: says is empty"),
        (RULE.replace('["A ~2 x"]', '"x"'), "rule r: says must be a list of texts"),
        ('fillers = ["x"]\n' + RULE, "rule r: 'x' can never be met"),
        ("nouns = 1\n" + RULE, "nouns must be a table"),
        ("rule = [1]", r"rule number 1 must be a table \[\[rule\]\]"),
        (RULE + "[verbs]\nHIT = 1\n", "verbs.HIT must have past"),
    ],
)
def test_a_broken_file_is_told_by_rule(broken: str, complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        parse_phrases(broken)
