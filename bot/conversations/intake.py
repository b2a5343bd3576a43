"""The need assessment: two doors, nine sections. Reviewed with counselors.

"Talk to someone now" is short and goes straight to the queue; the rest can be answered while
waiting. The full assessment stands in sections, most of which may be left out.
"""

from bot.conversations import followups, minor, screening
from bot.conversations import intake_ways as ways
from bot.conversations.flow import (
    END,
    Answers,
    Choice,
    Flow,
    Option,
    Picked,
    Question,
    Review,
    Words,
)
from bot.domain.divisions import Divisions
from bot.domain.screeners import K6, WHO5
from bot.domain.triage import TOPICS

TIMES = ("anytime", "morning", "noon", "evening", "night")
AGES = ("minor", "18_24", "25_34", "35_49", "50_64", "65")
AGES_OF_OTHERS = ("0_5", "6_11", "12_17", "18_24", "25_34", "35_49", "50_64", "65")
LANGUAGES = ("fa", "azb", "ku", "lrc", "ar", "bal", "tk", "other")
FACTS = (
    "pregnant", "newborn", "disability", "illness", "displaced", "home_lost", "income_lost",
    "absent", "none",
)  # fmt: skip
DANGERS = ("self", "hurt_me", "hurt_by_me", "child", "none")
VERSION = 2


def _choice(*keys: str, columns: int = 1) -> Choice:
    return Choice(tuple(Option(key) for key in keys), columns=columns)


def _several(*keys: str, most: int = 0, alone: str = "") -> Choice:
    options = tuple(Option(key) for key in keys)
    return Choice(options, columns=2, many=True, most=most, alone=alone)


# The questions, section by section.


def _privacy() -> tuple[Question, ...]:
    here = "privacy"
    return (
        Question(
            "consent", _choice("now", "full", "no"),
            {"now": "who", "full": "private", "no": END}, changeable=False,
        ),
        Question("private", _choice("yes", "careful"), "contact", section=here, sensitive=True),
        Question(
            "contact", _choice("any", "neutral", "wait"), ways.after_contact, section=here,
            sensitive=True,
        ),
        Question("times", _several(*TIMES, alone="anytime"), "purposes", section=here),
        Question(
            "purposes", _several("followup", "statistics", "none", alone="none"), "who",
            section=here,
        ),
    )  # fmt: skip


def _who() -> tuple[Question, ...]:
    here = "who"
    return (
        Question(
            "who", _choice("self", "spouse", "child", "parent", "other", "minor"), ways.after_who,
            section=here, clears=("age", "age_other"),
        ),
        Question(
            "danger", _choice("no", "unsure", "now"), ways.after_danger, section=here,
            sensitive=True,
        ),
        Question(
            "age", _choice(*AGES, columns=2), ways.after_age, optional=True, section=here,
        ),
        Question(
            "age_other", _choice(*AGES_OF_OTHERS, columns=2), "province", optional=True,
            section=here,
        ),
    )  # fmt: skip


def _where(divisions: Divisions) -> tuple[Question, ...]:
    here = "where"
    provinces = tuple(Option(p.code, {"fa": p.fa, "en": p.en}) for p in divisions.provinces)

    def counties(answers: Answers) -> tuple[Option, ...]:
        province = answers.get("province")
        if not isinstance(province, Picked):
            return ()
        return tuple(
            Option(c.code, {"fa": c.fa, "en": c.en}) for c in divisions.counties(province.key)
        )

    def find_province(_: Answers, typed: str) -> tuple[str, ...]:
        return tuple(p.code for p in divisions.find_provinces(typed))

    def find_county(answers: Answers, typed: str) -> tuple[str, ...]:
        province = answers.get("province")
        if not isinstance(province, Picked):
            return ()
        return tuple(c.code for c in divisions.find_counties(province.key, typed))

    return (
        Question(
            "province",
            Choice((*provinces, Option("abroad")), columns=2, page=12, find=find_province),
            ways.after_province, optional=True, clears=("county",), section=here,
        ),
        Question(
            "county", Choice(counties, columns=2, page=12, find=find_county), ways.after_county,
            optional=True, section=here,
        ),
        Question(
            "settlement", _choice("city", "village", "camp"), "language", optional=True,
            section=here,
        ),
        Question(
            "language", _choice(*LANGUAGES, columns=2), "adults", optional=True, section=here
        ),
    )  # fmt: skip


def _home() -> tuple[Question, ...]:
    here = "home"
    return (
        Question("adults", _choice("1", "2", "3", "4", columns=4), "children", True, section=here),
        Question(
            "children", _choice("0", "1", "2", "3", "4", columns=5), ways.after_children,
            optional=True, section=here, clears=("child_ages",),
        ),
        Question(
            "child_ages", _several("0_5", "6_11", "12_17"), "facts", optional=True, section=here
        ),
        Question("facts", _several(*FACTS, alone="none"), "topics", optional=True, section=here),
    )  # fmt: skip


def _hard() -> tuple[Question, ...]:
    here = "hard"
    return (
        Question(
            "topics", _several(*TOPICS, most=3), ways.after_topics, section=here,
            clears=("topic",), sensitive=True,
        ),
        Question(
            "topic", Choice(ways.marked_topics), followups.first, section=here, sensitive=True
        ),
        *followups.questions(here, ways.after_hard),
    )  # fmt: skip


def _heavy() -> tuple[Question, ...]:
    here = "heavy"
    gate = _choice("yes")
    return (
        Question("heavy", gate, ways.after_heavy, optional=True, section=here),
        *screening.questions(K6, here, ways.after_k6),
        Question("wellbeing", gate, ways.after_wellbeing, optional=True, section=here),
        *screening.questions(WHO5, here, ways.after_who5),
    )


def _safety() -> tuple[Question, ...]:
    here = "safety"
    dangers = Choice(tuple(Option(key) for key in DANGERS), many=True, alone="none")
    return (
        Question("safety", dangers, ways.after_safety, optional=True, section=here, sensitive=True),
        Question(
            "safety_when", _choice("now", "recent", "past"), "help", optional=True,
            section=here, sensitive=True,
        ),
    )  # fmt: skip


def _help() -> tuple[Question, ...]:
    here = "help"
    ways = _several("chat", "phone", "in_person", "course")
    return (
        Question("help", ways, "gender", optional=True, section=here),
        Question(
            "gender", _choice("woman", "man", "any"), "codeword", optional=True, section=here
        ),
        Question(
            "codeword", Words(least=3, most=40), "story", optional=True, section=here,
            sensitive=True, secret=True,
        ),
    )  # fmt: skip


def _words() -> tuple[Question, ...]:
    here = "words"
    return (
        Question(
            "story", Words(voice=True), ways.after_story, optional=True, section=here,
            sensitive=True,
        ),
        Question(
            "review", Review(adds_to="story"), END, changeable=False, section=here, sensitive=True
        ),
    )  # fmt: skip


def intake(divisions: Divisions) -> Flow:
    """The assessment over the given provinces and counties."""
    return Flow(
        "intake",
        VERSION,
        (
            *_privacy(),
            *_who(),
            *minor.questions("story", "province"),
            *_where(divisions),
            *_home(),
            *_hard(),
            *_heavy(),
            *_safety(),
            *_help(),
            *_words(),
        ),
        plan=ways.sections,
        help_button=True,
        watched=ways.watched,
        keeps_early="story",
    )
