"""What coordinators type about a course: the new time of a lesson."""

from collections.abc import Callable

from bot.conversations.flow import END, Flow, Question, Words


def lesson(read_moment: Callable[[str], str | None]) -> Flow:
    """`read_moment` reads a typed day and hour as ISO; None where it is none."""
    return Flow("lesson", 1, (Question("at", Words(read=read_moment, most=60), END),))
