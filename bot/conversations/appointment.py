"""What a counselor types about an appointment: the way and the place, and a time of their own."""

from collections.abc import Callable

from bot.conversations.flow import END, Choice, Flow, Option, Question, Words
from bot.domain.appointment import Way

APPOINTMENT = Flow(
    "appointment",
    1,
    (
        Question(
            "way",
            Choice(tuple(Option(way.value) for way in Way)),
            {Way.CHAT: END, Way.PHONE: END, Way.IN_PERSON: "place"},
        ),
        Question("place", Words(least=3, most=300), END),
    ),
)


def times(read_moment: Callable[[str], str | None]) -> Flow:
    """`read_moment` reads a typed day and hour as ISO; None where it is none."""
    return Flow("times", 1, (Question("typed", Words(read=read_moment, most=60), END),))
