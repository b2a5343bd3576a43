"""The day of a wedding, a birth or a loss, from which the days of a series are counted."""

from collections.abc import Callable

from bot.conversations.flow import END, Flow, Question, Words


def stage(read_day: Callable[[str], str | None]) -> Flow:
    """`read_day` reads a typed date, Jalali or Gregorian, as an ISO date; None where it is none."""
    return Flow("stage", 1, (Question("day", Words(read=read_day, most=40), END),))
