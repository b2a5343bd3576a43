"""`hamdeli play`: a conversation in the terminal."""

import io

import pytest

from tests.commands.conftest import Said, Shell


def played(shell: Shell, *lines: str, language: str = "en", name: str = "intake") -> Said:
    shell.patch.setattr("sys.stdin", io.StringIO("".join(line + "\n" for line in lines)))
    return shell.does("play", name, "--language", language)


def test_the_whole_assessment_is_played_by_words_and_numbers(shell: Shell) -> None:
    said = played(
        shell, "I agree, questions first", "yes", "1", "1", "6", "3", "4", "For myself", "no",
        "25 to 34", "fars", "shiraz", *("skip",) * 7, "8", "these", *("skip",) * 10, "/voice",
        "/sticker", "1",
    )  # fmt: skip
    assert said.code == 0
    assert "topics = {'many': ['violence']}" in said.out
    assert "province = 07" in said.out
    assert "story = {'told': [['played', 7]]}" in said.out


def test_danger_is_answered_first_and_the_ways_out_lead_out(shell: Shell) -> None:
    said = played(shell, "4", "2", "I want to kill myself", "5", "never read")
    assert said.code == 0
    assert said.out.count("115") >= 2
    assert "recipe" in said.out.splitlines()[-1]


def test_a_conversation_can_be_left(shell: Shell) -> None:
    said = played(shell, "yes", "/quit", "never read")
    assert said.code == 0
    assert "---" not in said.out


def test_the_end_of_the_input_ends_it_too(shell: Shell) -> None:
    assert played(shell).code == 0


@pytest.mark.parametrize("name", ["intake", "feedback", "contact"])
def test_every_conversation_can_be_played_in_persian(shell: Shell, name: str) -> None:
    assert "1)" in played(shell, "1", language="fa", name=name).out


def test_an_unknown_conversation_is_answered_with_those_there_are(shell: Shell) -> None:
    assert "feedback, goal, handover, intake, " in played(shell, name="dance").refused()
