"""The questions of a screener: first whether we may ask at all, then item by item."""

from bot.conversations.flow import Answers, Choice, Option, Picked, Question
from bot.domain.screeners import K6, WHO5, Score, Screener, score

GATES = {K6.key: "heavy", WHO5.key: "wellbeing"}
"""The question before the items: whoever skips it is asked none of them."""


def questions(screener: Screener, then: str) -> tuple[Question, ...]:
    """The items in their order, each of which may be skipped; the last leads to `then`."""
    options = tuple(Option(str(number)) for number in screener.options)
    following = (*screener.items[1:], then)
    return tuple(
        Question(item, Choice(options), after, optional=True)
        for item, after in zip(screener.items, following, strict=True)
    )


def gated(screener: Screener, then: str) -> tuple[Question, ...]:
    """The gate and the items behind it; a skipped gate leads to `then` at once."""
    gate = GATES[screener.key]
    asked = Question(
        gate,
        Choice((Option("yes"),)),
        {"yes": screener.items[0], "else": then},
        optional=True,
    )
    return (asked, *questions(screener, then))


def score_of(screener: Screener, answers: Answers) -> Score | None:
    """The score of what was answered; None when the gate or an item was skipped."""
    picked = {
        item: int(answer.key)
        for item in screener.items
        if isinstance(answer := answers.get(item), Picked)
    }
    return score(screener, picked)
