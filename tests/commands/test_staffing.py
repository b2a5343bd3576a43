"""`hamdeli staff`: roles from the command line."""

from pathlib import Path

import pytest

from tests.commands.conftest import ROOT, Shell


@pytest.fixture
def ready(shell: Shell) -> Shell:
    shell.does("init", "--yes")
    return shell


def load(shell: Shell, toml: str) -> tuple[str, ...]:
    path = shell.folder / "staff.toml"
    path.write_text(toml, "utf-8")
    return "staff", "load", str(path)


def test_one_person_gets_a_role_and_keeps_the_newest(ready: Shell) -> None:
    one = ("staff", "add", "--id", "5", "--alias", "نرگس", "--role")
    for role in ("counselor", "supervisor"):
        assert "1 people have a role now." in ready.does(*one, role).out


def test_the_demo_cast_can_be_loaded_again_and_again(ready: Shell) -> None:
    cast = str(ROOT / "content" / "rehearsal.toml")
    for _ in range(2):
        assert ready.does("partners", "load", cast).code == 0
        assert ready.does("staff", "load", cast).code == 0


def test_who_answers_for_a_partner_needs_one_that_we_know(ready: Shell) -> None:
    entry = "[[staff]]\nid = 1\nalias = 'م'\nrole = 'partner'\n"
    assert "name of their partner" in ready.does(*load(ready, entry)).refused()
    unknown = ready.does(*load(ready, entry + "partner = 'مرکز ناشناس'"))
    assert "There is no partner مرکز ناشناس" in unknown.refused()


@pytest.mark.parametrize(
    ("toml", "words"),
    [
        ("[[staff]]\nid = 1\nalias = 'ن'\nrole = 'boss'", "entry 1 needs"),
        ("[[staff]]\nid = 1\nalias = 'ن'\nrole = 'counselor'\n[[staff]]\nid = 2", "entry 2 needs"),
        ("[[staff]]\nid = 'one'\nalias = 'ن'\nrole = 'counselor'", "entry 1 needs"),
        ("staff = 5", "staff must be a list"),
        ("staff = [5]", "entry 1 needs"),
        ("[[staff", "cannot be read"),
    ],
)
def test_a_wrong_entry_is_named_and_nobody_gets_a_role(ready: Shell, toml: str, words: str) -> None:
    assert words in ready.does(*load(ready, toml)).refused()
    assert not Path(ready.folder / "hamdeli.db").exists()


def test_a_missing_file_is_named(ready: Shell) -> None:
    assert "nowhere.toml" in ready.does("staff", "load", "nowhere.toml").refused()


def test_an_unknown_role_is_wrong_usage(ready: Shell) -> None:
    with pytest.raises(SystemExit) as ended:
        ready.does("staff", "add", "--id", "5", "--alias", "ن", "--role", "boss")
    assert ended.value.code == 2


def test_without_keys_nobody_gets_a_role(shell: Shell) -> None:
    said = shell.does("staff", "add", "--id", "5", "--alias", "ن", "--role", "counselor")
    assert "run `hamdeli init`" in said.refused()
