"""About courses: how one is told, the new time of a lesson, what a certificate says."""

from collections.abc import Callable

from bot.conversations import screening
from bot.conversations.flow import END, Answers, Choice, Flow, Option, Question, Review, Words
from bot.domain.courses import (
    LONGEST_ABOUT,
    LONGEST_PLACE,
    LONGEST_TITLE,
    MOST_SEATS,
    Stage,
    Where,
)
from bot.domain.divisions import Divisions
from bot.domain.screeners import WHO5
from bot.domain.text import ascii_digits


def lesson(read_moment: Callable[[str], str | None]) -> Flow:
    """`read_moment` reads a typed day and hour as ISO; None where it is none."""
    return Flow("lesson", 1, (Question("at", Words(read=read_moment, most=60), END),))


CERTIFICATE = Flow(
    "certificate",
    1,
    (
        Question("name", Words(least=2, most=60), "shown"),
        Question("shown", Choice((Option("no"), Option("yes"))), END, changeable=False),
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
LENGTHS = ("60", "90", "120", "180")
"""Minutes of a lesson that have a button."""


def read_seats(text: str) -> str | None:
    """A typed number of seats, in any digits; also "20 people"."""
    digits = ascii_digits(text).strip().partition(" ")[0]
    fits = digits.isdecimal() and len(digits) < 5 and 1 <= int(digits) <= MOST_SEATS
    return str(int(digits)) if fits else None


def _of_cohort(
    divisions: Divisions, read_moments: Callable[[str], str | None]
) -> tuple[Question, ...]:
    """When, where and for how many a course is held."""
    provinces = tuple(Option(p.code, {"fa": p.fa, "en": p.en}) for p in divisions.provinces)

    def find_province(_: Answers, typed: str) -> tuple[str, ...]:
        return tuple(p.code for p in divisions.find_provinces(typed))

    return (
        Question(
            "where",
            Choice(tuple(Option(way.value) for way in Where)),
            {Where.ONLINE: "place", Where.ON_SITE: "province"},
            clears=("province",),
        ),
        Question(
            "province", Choice(provinces, page=12, find=find_province), "place", optional=True
        ),
        Question("place", Words(least=3, most=LONGEST_PLACE), "capacity"),
        Question("capacity", Words(read=read_seats, most=20), "minutes"),
        Question("minutes", Choice(tuple(map(Option, LENGTHS)), columns=2), "lessons"),
        # Last, so that it is the one question where all else is as in an earlier cohort.
        Question("lessons", Words(read=read_moments, most=2000), "review"),
        Question("review", Review(adds_to="place"), END, changeable=False),
    )


def cohort(divisions: Divisions, read_moments: Callable[[str], str | None]) -> Flow:
    """One more time that a course is held. `read_moments`: days and hours, a line each, as ISO."""
    return Flow("cohort", 1, _of_cohort(divisions, read_moments))


def new_course(divisions: Divisions, read_moments: Callable[[str], str | None]) -> Flow:
    """A course, and the first time that it is held."""
    return Flow(
        "newcourse",
        1,
        (
            Question("title", Words(least=3, most=LONGEST_TITLE), "about"),
            Question("about", Words(least=3, most=LONGEST_ABOUT), "stage"),
            Question("stage", Choice(tuple(Option(stage.value) for stage in Stage)), "where"),
            *_of_cohort(divisions, read_moments),
        ),
    )


VIEW = Flow(
    "courseview",
    1,
    (
        Question("score", Choice(tuple(Option(str(one)) for one in (5, 4, 3, 2, 1))), "words"),
        Question("words", Words(most=1000), END, optional=True),
    ),
)
"""What somebody thinks of a course."""
MOOD = Flow("coursemood", 1, screening.questions(WHO5, "", END), help_button=True)
"""WHO-5, before a course and after."""
