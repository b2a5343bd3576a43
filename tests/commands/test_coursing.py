"""`hamdeli courses load`: courses from a file, or one sentence for each thing wrong."""

from pathlib import Path

import pytest

from bot.commands.course_files import read
from bot.commands.opening import Problem
from bot.domain.courses import Stage, Where
from bot.domain.divisions import Divisions, parse_divisions
from tests.commands.conftest import ROOT, Shell

EXAMPLE = ROOT / "docs" / "guides" / "courses.example.toml"
COURSE = "[[course]]\nname = 'a'\nstage = 'loss'\ntitle = 'سوگ'\nabout = 'یک جلسه'\n"
COHORT = "[[course.cohort]]\nname = 'b'\nwhere = 'online'\nplace = 'x'\ncapacity = 3\n"
LESSON = "[[course.cohort.lesson]]\nat = '1450/1/1 10:00'\n"


@pytest.fixture(scope="module")
def divisions() -> Divisions:
    return parse_divisions((ROOT / "content" / "divisions.csv").read_text("utf-8"))


def test_the_example_loads_and_loading_again_adds_nothing(shell: Shell) -> None:
    shell.does("init", "--yes")
    first, again = (shell.does("courses", "load", str(EXAMPLE)).out for _ in range(2))
    assert first == "1 courses are known now, with 1 new cohorts.\n"
    assert again == "1 courses are known now, with 0 new cohorts.\n"


def test_what_it_says_is_read(divisions: Divisions, tmp_path: Path) -> None:
    path = tmp_path / "courses.toml"
    path.write_text(COURSE + COHORT + "province = 'تهران'\n" + LESSON, encoding="utf-8")
    (course,) = read(path, divisions)
    (cohort,) = course.cohorts
    place = divisions.province(cohort.province)
    assert place is not None
    assert (course.stage, cohort.where, place.fa) == (Stage.LOSS, Where.ONLINE, "تهران")
    assert [(one.at, one.minutes) for one in cohort.lessons] == [("2071-03-21T10:00", 90)]


def test_a_facilitator_that_nobody_knows_and_lessons_that_are_past_are_named(
    shell: Shell, tmp_path: Path
) -> None:
    shell.does("init", "--yes")
    path = tmp_path / "courses.toml"
    for more, sentence in (
        ("facilitator = 'هیچ‌کس'\n" + LESSON, "facilitator هیچ‌کس is none of the staff"),
        ("published = true\n" + LESSON.replace("1450", "1400"), "all its lessons are past"),
    ):
        path.write_text(COURSE + COHORT + more, encoding="utf-8")
        result = shell.does("courses", "load", str(path))
        assert result.code == 1
        assert sentence in result.sentence


@pytest.mark.parametrize(
    ("toml", "sentences"),
    [
        ("course = 5", ["course must be a list"]),
        ("[[course", ["cannot be read"]),
        ("[[course]]\nname = 'A b'", ["name must be", "stage is None", "title must be"]),
        (COURSE + "price = 5", ["price is not known"]),
        (COURSE + "wellbeing = 1", ["wellbeing must be true or false"]),
        (COURSE + "quiz = 5", ["quiz must be a list"]),
        (COURSE + "[[course.quiz]]\ntext = 'چه؟'\noptions = ['یک']", ["quiz 1: options must be"]),
        (
            COURSE + "[[course.quiz]]\ntext = 'چه؟'\noptions = ['ا', 'ب']\nright = 3",
            ["from 1 to 2"],
        ),
        (COURSE + COHORT, ["cohort 1: it needs 1 to 30 lessons"]),
        (COURSE + COHORT + "province = 'ناکجا'\n" + LESSON, ["province ناکجا is none"]),
        (COURSE + COHORT.replace("3", "0") + LESSON, ["capacity must be"]),
        (COURSE + COHORT + LESSON.replace("1450/1/1", "1450/13/1"), ["like 1405/9/20 16:30"]),
        (COURSE + COHORT + LESSON + "minutes = 5", ["minutes must be"]),
        (COURSE + COURSE, ["two of the name a (course)"]),
    ],
)
def test_everything_wrong_is_named_in_a_sentence_of_its_own(
    toml: str, sentences: list[str], tmp_path: Path, divisions: Divisions
) -> None:
    path = tmp_path / "courses.toml"
    path.write_text(toml, encoding="utf-8")
    with pytest.raises(Problem) as problem:
        read(path, divisions)
    lines = str(problem.value).split("\n")
    assert len(lines) >= len(sentences)
    for sentence in sentences:
        assert any(sentence in line for line in lines), lines
