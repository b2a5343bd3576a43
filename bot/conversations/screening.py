"""The questions of a screener, item by item, and the score of their answers."""

from bot.conversations.flow import Answers, Choice, Next, Option, Picked, Question
from bot.domain.screeners import Score, Screener, score


def questions(screener: Screener, section: str, then: Next) -> tuple[Question, ...]:
    """The items in their order, each of which may be skipped; the last leads to `then`."""
    options = tuple(Option(str(number)) for number in screener.options)
    following: tuple[Next, ...] = (*screener.items[1:], then)
    return tuple(
        Question(item, Choice(options), after, optional=True, section=section)
        for item, after in zip(screener.items, following, strict=True)
    )


def score_of(screener: Screener, answers: Answers) -> Score | None:
    """The score of what was answered; None when an item was skipped or not asked."""
    picked = {
        item: int(answer.key)
        for item in screener.items
        if isinstance(answer := answers.get(item), Picked)
    }
    return score(screener, picked)
