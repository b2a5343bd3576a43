"""`hamdeli partners load`: institutions from a file, or one sentence for each thing wrong."""

from pathlib import Path

import pytest

from bot.commands.opening import Problem
from bot.commands.partnering import read
from bot.domain.divisions import Divisions, parse_divisions
from bot.domain.referral import PartnerKind
from bot.domain.triage import TOPICS
from tests.commands.conftest import ROOT, Shell

EXAMPLE = ROOT / "docs" / "guides" / "partners.example.toml"


@pytest.fixture(scope="module")
def divisions() -> Divisions:
    return parse_divisions((ROOT / "content" / "divisions.csv").read_text("utf-8"))


def test_the_example_loads_and_loads_again(shell: Shell) -> None:
    shell.does("init", "--yes")
    for _ in range(2):
        assert shell.does("partners", "load", str(EXAMPLE)).out == "2 partners are known now.\n"


def test_names_of_places_become_their_codes(divisions: Divisions) -> None:
    legal, cultural = read(EXAMPLE, divisions)
    names = [divisions.province(code) for code in legal.regions]
    assert [place.fa for place in names if place] == ["تهران", "البرز"]
    (county,) = [divisions.county(code) for code in cultural.regions]
    assert county is not None
    assert county.fa == "کاشان"
    assert (legal.kind, legal.active, cultural.active) == (PartnerKind.LEGAL, True, False)


@pytest.mark.parametrize(
    ("toml", "sentences"),
    [
        ("partner = 5", ["partner must be a list"]),
        ("[[partner", ["cannot be read"]),
        ("partner = [5]", ["entry 1: begin it with"]),
        ("[[partner]]\nname = ''\nkind = 'bank'", ["name must be", "kind is 'bank'"]),
        ("[[partner]]\nname = 'ب'\nkind = 'legal'\nphone = '1'", ["phone is not known"]),
        ("[[partner]]\nname = 'ب'\nkind = 'legal'\ntopics = ['war']", [TOPICS[0]]),
        (
            "[[partner]]\nname = 'ب'\nkind = 'legal'\nprovinces = ['ناکجا']\nactive = 1",
            ["active must be", "ناکجا is none"],
        ),
        ("[[partner]]\nname = 'ب'\nkind = 'legal'\ncounties = 'کاشان'", ["list of texts"]),
        (
            "[[partner]]\nname = 'بنیاد'\nkind = 'legal'\n"
            "[[partner]]\nname = 'بنياد'\nkind = 'legal'",
            ["entry 2: there is another entry"],
        ),
    ],
)
def test_everything_wrong_is_named_in_a_sentence_of_its_own(
    toml: str, sentences: list[str], tmp_path: Path, divisions: Divisions
) -> None:
    path = tmp_path / "partners.toml"
    path.write_text(toml, "utf-8")
    with pytest.raises(Problem) as refused:
        read(path, divisions)
    said = str(refused.value).splitlines()
    assert len(said) == len(sentences)
    assert all(part in line for part, line in zip(sentences, said, strict=True))
