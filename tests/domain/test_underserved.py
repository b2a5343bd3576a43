"""Places far from help: the level of each, and what a wrong line is told."""

from pathlib import Path

import pytest

from bot.domain.divisions import Divisions, parse_divisions
from bot.domain.underserved import LEVELS, Underserved, parse_underserved

CONTENT = Path(__file__).parents[2] / "content"
HEADER = "code,level,reason\n"


@pytest.fixture(scope="module")
def divisions() -> Divisions:
    return parse_divisions((CONTENT / "divisions.csv").read_text("utf-8"))


def test_our_own_file_can_be_read_and_says_that_it_is_an_example(divisions: Divisions) -> None:
    text = (CONTENT / "underserved.csv").read_text("utf-8")
    found = parse_underserved(text, divisions)
    assert {str(level) for level in found.levels.values()} <= set(LEVELS)
    assert "EXAMPLE" in text


def test_a_county_is_heard_before_its_province(divisions: Divisions) -> None:
    found = parse_underserved(HEADER + "# ours\n11,2,few partners\n\n1107,3,far\n", divisions)
    assert found.level("11", "1107") == 3
    assert found.level("11", "1102") == found.level("11", "") == 2
    assert found.level("23", "2301") == found.level("", "") == found.level("abroad", "") == 0
    assert Underserved().level("11", "1107") == 0


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("", "line 1: the header must be code,level,reason"),
        ("# only\nplace,level\n", "line 2: the header must be"),
        (HEADER + "11,2\n", "line 2: 2 columns; there must be 3"),
        (HEADER + "99,2,far\n", "line 2: '99' is no code"),
        (HEADER + "11,2,far\n\n11,3,far\n", "line 4: 11 has a level above"),
        (HEADER + "11,4,far\n", "line 2: the level is '4'; it must be 1, 2 or 3"),
        (HEADER + "11,2, \n", "line 2: the reason is empty"),
    ],
)
def test_a_wrong_line_is_named_with_what_would_be_right(
    divisions: Divisions, text: str, complaint: str
) -> None:
    with pytest.raises(ValueError, match=complaint):
        parse_underserved(text, divisions)
