"""The first need assessment: from consent to a confirmed request. Reviewed with counselors."""

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

TOPICS = (
    "couple", "marriage", "divorce", "parenting", "teenager", "grief",
    "stress", "violence", "addiction", "money", "health", "other",
)  # fmt: skip
TIMES = ("anytime", "morning", "noon", "evening", "night")


def _options(*keys: str) -> tuple[Option, ...]:
    return tuple(Option(key) for key in keys)


def _after_province(answers: Answers) -> str:
    answer = answers["province"]
    return "county" if isinstance(answer, Picked) and answer.key != "abroad" else "contact"


def intake(divisions: Divisions) -> Flow:
    """The assessment over the given provinces and counties."""
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

    return Flow(
        "intake",
        1,
        (
            Question(
                "consent",
                Choice(_options("yes", "no")),
                {"yes": "who", "no": END},
                changeable=False,
            ),
            Question("who", Choice(_options("self", "other")), "topic"),
            Question("topic", Choice(_options(*TOPICS), columns=2), "danger"),
            Question("danger", Choice(_options("no", "unsure", "now")), "province"),
            Question(
                "province",
                Choice((*provinces, Option("abroad")), columns=2, page=12, find=find_province),
                _after_province,
                optional=True,
                clears=("county",),
            ),
            Question(
                "county",
                Choice(counties, columns=2, page=12, find=find_county),
                "contact",
                optional=True,
            ),
            Question(
                "contact",
                Choice(_options("any", "neutral", "wait")),
                {"any": "times", "neutral": "times", "wait": "story"},
            ),
            Question("times", Choice(_options(*TIMES), columns=2, many=True), "story"),
            Question("story", Words(voice=True), "review", optional=True),
            Question("review", Review(adds_to="story"), END, changeable=False),
        ),
    )
