"""The questionnaires of the assessment once more, weeks later, with the person's yes."""

from collections.abc import Iterable, Mapping

from bot.conversations import screening
from bot.conversations.flow import END, Answer, Answers, Flow, Picked, Skipped
from bot.domain.screeners import K6, WHO5


def _after_k6(answers: Answers) -> str:
    return END if answers.get("screeners") == Picked(K6.key) else WHO5.items[0]


AGAIN = Flow(
    "again",
    1,
    (*screening.questions(K6, "", _after_k6), *screening.questions(WHO5, "", END)),
    help_button=True,
)


def given(screeners: Iterable[str]) -> Mapping[str, Answer]:
    """What makes the walk ask these questionnaires and no other."""
    wanted = tuple(screeners)
    which = "both" if len(wanted) > 1 else wanted[0]
    left_out = {} if K6.key in wanted else dict.fromkeys(K6.items, Skipped())
    return {**left_out, "screeners": Picked(which)}
