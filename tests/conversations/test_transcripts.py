"""The conversations as dialogues: `--update-transcripts` writes what they say now."""

from pathlib import Path

import pytest

from bot.handlers.house import House
from tests.conversations.reading import Dialogue, Walk, dialogues, rewrite
from tests.shelf import shelf

ROOT = Path(__file__).parents[2]
ALL = dialogues()


@pytest.fixture(scope="module")
def house() -> House:
    return shelf().house("fa", {})


@pytest.mark.parametrize("dialogue", ALL, ids=lambda dialogue: f"{dialogue.flow}: {dialogue.title}")
def test_the_conversation_goes_as_written(
    house: House, dialogue: Dialogue, pytestconfig: pytest.Config
) -> None:
    said = {language: Walk(house, dialogue, language).play(dialogue)
            for language in dialogue.languages}  # fmt: skip
    if pytestconfig.getoption("--update-transcripts"):
        rewrite({dialogue.title: said[dialogue.languages[0]]})
        return
    for language in dialogue.languages:
        assert said[language].splitlines() == dialogue.talk.strip().splitlines(), language


def test_every_conversation_has_a_transcript(house: House) -> None:
    assert {dialogue.flow for dialogue in ALL} == house.flows.keys()


def test_every_question_is_asked_in_some_transcript(house: House) -> None:
    asked = {(d.flow, what.split(" ")[0]) for d in ALL for who, what in d.lines if who == "bot"}
    every = {(flow.name, key) for flow in house.flows.values() for key in flow.by_key}
    assert every - asked == set()


def test_two_dialogues_never_share_a_title() -> None:
    titles = [dialogue.title for dialogue in ALL]
    assert sorted(titles) == sorted(set(titles))
