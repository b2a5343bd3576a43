"""The questions of the screeners, as the assessment asks them."""

import pytest

from bot.conversations import again
from bot.conversations import step as engine
from bot.conversations.events import Finished, Pressed
from bot.conversations.flow import END, Answer, Flow, Picked, Skipped
from bot.conversations.screening import questions, score_of
from bot.domain.screeners import K6, WHO5, Score, Screener
from bot.handlers import questions as looks
from bot.handlers.desk import Speaker
from bot.words import LANGUAGES
from tests.conversations.walking import house

BOTH = pytest.mark.parametrize("screener", [K6, WHO5], ids=lambda one: one.key)


def walk(screener: Screener, *values: str | None) -> dict[str, Answer]:
    """The answers of somebody who presses these options in turn; None skips."""
    flow = Flow("intake", 1, questions(screener, "", END))
    session = engine.begin(flow, "n0ce")
    for value in values:
        press = Pressed("n0ce", session.question, "pick" if value else "skip", value or "")
        after, effects = engine.step(flow, session, press)
        if after is None:
            (ended,) = [effect for effect in effects if isinstance(effect, Finished)]
            return dict(ended.answers)
        session = after
    raise AssertionError(f"{session.question} still waits")


@BOTH
def test_the_items_follow_each_other_and_lead_on(screener: Screener) -> None:
    asked = questions(screener, "heavy", "contact")
    assert tuple(question.key for question in asked) == screener.items
    assert [q.after({q.key: Skipped()}) for q in asked] == [*screener.items[1:], "contact"]
    assert all(question.optional for question in asked)


def test_what_was_pressed_comes_to_a_score() -> None:
    assert score_of(K6, walk(K6, "0", "1", "2", "3", "4", "0")) == Score("k6", 1, 10, "k6_high")
    assert score_of(WHO5, walk(WHO5, "5", "5", "5", "5", "5")) == Score("who5", 1, 100, None)


@BOTH
def test_a_skipped_item_leaves_no_score(screener: Screener) -> None:
    values: list[str | None] = ["2"] * len(screener.items)
    answers = walk(screener, *values[:-1], None)
    assert Picked("2") in answers.values()
    assert score_of(screener, answers) is None


@BOTH
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_item_has_its_words_and_its_buttons(screener: Screener, language: str) -> None:
    flow = Flow("intake", 1, questions(screener, "", END))
    me = Speaker(house(), language)
    session = engine.begin(flow, "n0ce")
    seen = set()
    for item in screener.items:
        put = looks.put(me, flow, session.at(item))
        labels = [button.label for row in put.buttons for button in row]
        assert len(set(labels)) == len(screener.options) + 1
        seen.add(put.text)
    assert len(seen) == len(screener.items)


@pytest.mark.parametrize(
    ("wanted", "asked"),
    [
        (("k6",), K6.items),
        (("who5",), WHO5.items),
        (("k6", "who5"), (*K6.items, *WHO5.items)),
    ],
)
def test_only_what_was_answered_before_is_asked_again(
    wanted: tuple[str, ...], asked: tuple[str, ...]
) -> None:
    session, walked = engine.begin(again.AGAIN, "n0ce", again.given(wanted)), []
    while True:
        walked.append(session.question)
        press = Pressed("n0ce", session.question, "pick", "2")
        after, effects = engine.step(again.AGAIN, session, press)
        if after is None:
            break
        session = after
    assert tuple(walked) == asked
    (ended,) = [effect for effect in effects if isinstance(effect, Finished)]
    scores = {one.key for one in (K6, WHO5) if score_of(one, ended.answers) is not None}
    assert scores == set(wanted)
