"""How an administrator describes a partner institution."""

from bot.conversations.flow import END, Answers, Choice, Flow, Option, Question, Review, Words
from bot.domain.divisions import Divisions
from bot.domain.referral import PartnerKind
from bot.domain.triage import TOPICS

EVERYWHERE, EVERYTHING = "everywhere", "everything"
NAME_LIMIT, WORDS_LIMIT = 60, 400
"""Characters of a name, and of what an institution accepts and when."""


def partner(divisions: Divisions) -> Flow:
    """The questions over the given provinces. Counties come by `hamdeli partners load`."""
    provinces = tuple(Option(p.code, {"fa": p.fa, "en": p.en}) for p in divisions.provinces)

    def find_province(_: Answers, typed: str) -> tuple[str, ...]:
        return tuple(p.code for p in divisions.find_provinces(typed))

    return Flow(
        "partner",
        1,
        (
            Question("name", Words(least=3, most=NAME_LIMIT), "kind"),
            Question("kind", Choice(tuple(Option(k.value) for k in PartnerKind)), "regions"),
            Question(
                "regions",
                Choice(
                    (Option(EVERYWHERE), *provinces),
                    many=True,
                    page=12,
                    find=find_province,
                ),
                "topics",
            ),
            Question(
                "topics",
                Choice(tuple(Option(t) for t in (EVERYTHING, *TOPICS)), columns=2, many=True),
                "accepts",
            ),
            Question("accepts", Words(most=WORDS_LIMIT), "hours", optional=True),
            Question("hours", Words(most=WORDS_LIMIT), "review", optional=True),
            Question("review", Review(adds_to="accepts"), END, changeable=False),
        ),
    )
