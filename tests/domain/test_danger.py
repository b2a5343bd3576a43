"""Danger is seen however it is written, and ordinary trouble is left in peace.

Run with -s to see recall and false alarms.
"""

import random
import re
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.danger import LEARNED, DangerCategory, DangerWords, Rule
from bot.domain.danger_file import parse_phrases
from bot.domain.danger_learned import parse_learned

ROOT = Path(__file__).parents[2]
FILE = ROOT / "content" / "danger.toml"
TABLE = (ROOT / "content" / "danger_learned.toml").read_text("utf-8")
PHRASES = tomllib.loads(Path(__file__).with_name("danger_phrases.toml").read_text("utf-8"))
# Recall that must stay, by how plainly the danger is said, and the false alarms that may be.
BLIND, LESSONS = PHRASES.pop("written_blind"), PHRASES.pop("learned")
JUDGES = tomllib.loads(Path(__file__).with_name("danger_judges.toml").read_text("utf-8"))
UNSEEN = tomllib.loads(Path(__file__).with_name("danger_unseen.toml").read_text("utf-8"))
LEAST_OF_OLD = {"": 0.97, "indirect": 0.97, "none": 0.98}
LEAST_OF_LESSONS = {"": 0.93, "indirect": 0.84, "none": 0.92}
# Of what was written before the rules were read and after: heard as any danger, as the right one.
LEAST_HEARD = {
    "held_out": {"": 0.92, "indirect": 0.80, "long": 0.9},
    "fresh": {"": 0.96, "indirect": 0.62, "long": 0.75},
    "examination": {"": 0.97, "indirect": 0.88},
}
LEAST_RIGHT = {
    "held_out": {"": 0.87, "indirect": 0.75, "long": 0.75},
    "fresh": {"": 0.87, "indirect": 0.58, "long": 0.6},
    "examination": {"": 0.93, "indirect": 0.85},
}
MOST_ALARMS = {"held_out": 0.11, "fresh": 0.18, "everyday": 0.03, "examination": 0.08}
LEAST_OF_JUDGES = {"": 0.85, "indirect": 0.60, "none": 0.86}
WORDS = parse_phrases(FILE.read_text("utf-8"), parse_learned(TABLE))
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
    assert recall("blind", kind, BLIND[kind]) >= least(kind, LEAST_OF_OLD)


@pytest.mark.parametrize("kind", LESSONS)
def test_most_of_what_is_learned_from_is_understood(kind: str) -> None:
    assert recall("learned", kind, LESSONS[kind]) >= least(kind, LEAST_OF_LESSONS)


@pytest.mark.parametrize("kind", JUDGES)
def test_sentences_nobody_has_learned_from_are_mostly_understood(kind: str) -> None:
    assert recall("judges", kind, JUDGES[kind]) >= least(kind, LEAST_OF_JUDGES)


@pytest.mark.parametrize(
    ("group", "way"), [(group, way) for group in LEAST_HEARD for way in LEAST_HEARD[group]]
)
def test_what_nobody_has_seen_is_mostly_heard(group: str, way: str) -> None:
    told = {
        kind: sentences
        for kind, sentences in UNSEEN[group].items()
        if kind.partition("_")[2] == way and kind != "none"
    }
    answers = [(seen(said), kind.partition("_")[0]) for kind in told for said in told[kind]]
    heard = sum(answer != "none" for answer, _ in answers) / len(answers)
    right = sum(answer == kind for answer, kind in answers) / len(answers)
    print(f"{group} {way or 'explicit'}: {len(answers)}, {heard:.3f} heard, {right:.3f} right")  # noqa: T201
    assert heard >= LEAST_HEARD[group][way]
    assert right >= LEAST_RIGHT[group][way]


@pytest.mark.parametrize("group", UNSEEN)
def test_ordinary_sentences_nobody_has_seen_are_seldom_taken_for_danger(group: str) -> None:
    alarms = [said for said in UNSEEN[group]["none"] if seen(said) != "none"]
    print(f"{group}: {len(alarms)} false alarms of {len(UNSEEN[group]['none'])}")  # noqa: T201
    assert len(alarms) <= MOST_ALARMS[group] * len(UNSEEN[group]["none"])


def recall(group: str, kind: str, sentences: list[str]) -> float:
    right = [seen(said) for said in sentences].count(expected(kind)) / len(sentences)
    print(f"{group} {kind}: {len(sentences)} sentences, {right:.3f} understood")  # noqa: T201
    return right


def least(kind: str, floors: dict[str, float]) -> float:
    return floors[kind] if kind == "none" else floors[kind.partition("_")[2]]


def test_nothing_is_learned_from_the_judges() -> None:
    groups = (*PHRASES.values(), *BLIND.values(), *LESSONS.values())
    learned = {said for sentences in groups for said in sentences}
    judges = {
        said
        for kinds in (JUDGES, *UNSEEN.values())
        for sentences in kinds.values()
        for said in sentences
    }
    assert learned & judges == set()


def test_the_table_was_learned_from_these_sentences(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))
    script = __import__("learn_danger")
    assert tomllib.loads(TABLE)["sentences"] == script.digest(), "run scripts/learn_danger.py"


@pytest.mark.parametrize(
    "broken", ["", "= x", "table = 1", TABLE.replace("table = '", "table = 'AAAA")]
)
def test_a_broken_table_is_told(broken: str) -> None:
    with pytest.raises(ValueError, match=r"learned danger: .*run scripts/learn_danger.py"):
        parse_learned(broken)


def test_what_no_rule_names_is_said_to_be_learned() -> None:
    finding = WORDS.find("زندگی بدون اون برام مثل یه اتاق تاریکه که کاش درش بسته بشه و تموم شم")
    assert finding
    assert finding.rule == LEARNED


def test_every_class_of_words_is_named_by_a_pattern() -> None:
    document = tomllib.loads(FILE.read_text("utf-8"))
    patterns = [
        one for rule in document["rule"] for one in (*rule["says"], *rule.get("unless", ()))
    ]
    written = " ".join((*patterns, *document["figures"], *document["excuses"]))
    named = {part.lstrip("@").split(".")[0] for part in re.split(r"[\s|&+]+", written)}
    sections = ("nouns", "words", "verbs", "english")
    classes = {name.lstrip("@") for section in sections for name in document[section]}
    # The lexicon itself asks for TAIL.
    assert classes - named == {"TAIL"}


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


@pytest.mark.parametrize(
    "said",
    [
        "mo dige nemikham zende bemoonam",
        "shoharam az dishab mano mizane, dastam shekaste",
        "bachamo tanha gozashtan raftan",
        "babam bihoosh shode nafas nemikeshe",
        "مه خوده می‌کشم",
        "شوهرم مره لت می‌کنه",
        "بجمو میزنه",
    ],
)
def test_finglish_and_dialect_are_read_as_what_they_mean(said: str) -> None:
    assert seen(said) != "none"


def test_english_is_not_read_as_finglish() -> None:
    assert seen("my son has a lot of homework and he does not sleep") == "none"
    assert seen("my husband hits me") == "violence"


def test_figures_speak_of_no_danger() -> None:
    assert all(WORDS.find(said) is None for said in ("«خ3010» 13", "09121234567 13 14"))


def test_each_line_of_a_long_message_is_heard_alone() -> None:
    ordinary = [said for said in PHRASES["none"][:60] if len(said) > 30]
    lines = [*ordinary[:6], "شوهرم کتکم می‌زنه", *ordinary[6:12]]
    assert seen("\n".join(lines)) == "violence"


def test_danger_is_seen_in_the_middle_of_a_long_message() -> None:
    ordinary = ". ".join(PHRASES["none"][:40])
    assert seen(f"{ordinary}. شوهرم کتکم می‌زنه. {ordinary}") == "violence"


def test_danger_is_mostly_heard_among_sixty_stories_without_a_full_stop() -> None:
    chance = random.Random(4)
    dangers = [said for kind in DangerCategory for said in PHRASES[kind]]
    told = [[*chance.sample(PHRASES["none"], 60), chance.choice(dangers)] for _ in range(50)]
    for stories in told:
        chance.shuffle(stories)
    assert sum(seen(" ".join(stories)) != "none" for stories in told) >= 40


def test_ordinary_stories_without_a_full_stop_are_seldom_taken_for_danger() -> None:
    chance = random.Random(4)
    told = [" ".join(chance.sample(PHRASES["none"], 40)) for _ in range(50)]
    assert sum(seen(story) != "none" for story in told) <= 8


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
        ("dialect = 1\n" + RULE, "dialect must be a table"),
        ('dialect = {x = "y"}\n' + RULE, "x must be a list of texts"),
        ("rule = [1]", r"rule number 1 must be a table \[\[rule\]\]"),
        (RULE + "[verbs]\nHIT = 1\n", "verbs.HIT must have past"),
    ],
)
def test_a_broken_file_is_told_by_rule(broken: str, complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        parse_phrases(broken)
