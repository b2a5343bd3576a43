"""About courses: the new time of a lesson, and what a certificate says."""

from collections.abc import Callable

from bot.conversations.flow import END, Choice, Flow, Option, Question, Review, Words


def lesson(read_moment: Callable[[str], str | None]) -> Flow:
    """`read_moment` reads a typed day and hour as ISO; None where it is none."""
    return Flow("lesson", 1, (Question("at", Words(read=read_moment, most=60), END),))


CERTIFICATE = Flow(
    "certificate",
    1,
    (
        Question("name", Words(least=2, most=60), "shown"),
        Question("shown", Choice((Option("no"), Option("yes"))), END),
    ),
)
"""Whom a certificate names, and whether those who verify it may see that."""
CALLED = Flow("called", 1, (Question("name", Words(least=2, most=40), END),))
"""The name by which a facilitator may know somebody."""
TO_COHORT = Flow(
    "tocohort",
    1,
    (
        Question("text", Words(least=3, most=1500), "review"),
        Question("review", Review(adds_to="text"), END, changeable=False),
    ),
)
"""What a facilitator writes to everybody in a cohort."""
