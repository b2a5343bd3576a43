"""The scores of questionnaires, for staff: a reason to call earlier, and no diagnosis."""

from collections.abc import Mapping

from bot.conversations.flow import Answer
from bot.conversations.screening import score_of
from bot.domain.screeners import K6, WHO5
from bot.handlers.desk import Speaker


def lines(me: Speaker, answers: Mapping[str, Answer]) -> list[str]:
    """A line for each questionnaire that was answered to its end. Never shown to a family."""
    found = (score_of(screener, answers) for screener in (K6, WHO5))
    return [
        me.say(
            f"details-score-{score.screener}",
            total=score.total,
            stands_out="yes" if score.reason else "no",
        )
        for score in found
        if score is not None
    ]
