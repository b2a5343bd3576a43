"""A contact by telephone or in person, entered by the staff member who had it."""

from collections.abc import Callable

from bot.conversations.flow import (
    END,
    Answers,
    Choice,
    Flow,
    Option,
    Question,
    Review,
    Words,
)
from bot.domain.divisions import Divisions
from bot.domain.triage import TOPICS

CHANNELS = ("phone", "in_person")
ENDS = ("keep", "queue", "helped", "referred", "no_response", "not_counseling")


def _choice(*keys: str, columns: int = 2) -> Choice:
    return Choice(tuple(Option(key) for key in keys), columns=columns)


def contact(divisions: Divisions, read_day: Callable[[str], str | None]) -> Flow:
    """`read_day` reads a typed date, Jalali or Gregorian, as an ISO date; None where it is none."""
    provinces = tuple(Option(p.code, {"fa": p.fa, "en": p.en}) for p in divisions.provinces)

    def find(_: Answers, typed: str) -> tuple[str, ...]:
        return tuple(p.code for p in divisions.find_provinces(typed))

    places = Choice((*provinces, Option("abroad")), columns=2, page=12, find=find)
    return Flow(
        "contact",
        1,
        (
            Question("channel", _choice(*CHANNELS), "day"),
            Question(
                "day",
                _choice("today", "yesterday", "before", columns=3),
                {"today": "who", "yesterday": "who", "before": "date"},
                clears=("date",),
            ),
            Question("date", Words(read=read_day, most=40), "who"),
            Question(
                "who", _choice("self", "spouse", "child", "parent", "other", "minor"), "topic"
            ),
            Question("topic", _choice(*TOPICS), "danger"),
            Question("danger", _choice("no", "unsure", "now", columns=3), "province"),
            Question("province", places, "story", optional=True),
            Question("story", Words(), "then", optional=True),
            Question("then", _choice(*ENDS), "review"),
            Question("review", Review(adds_to="story"), END, changeable=False),
        ),
    )
