"""From the answers of an assessment to a request, its acuity and the household."""

from collections.abc import Mapping

from bot.conversations import followups, minor, screening
from bot.conversations.flow import Answer, Picked, PickedMany, Told, answer_to_json
from bot.domain.duty import GENDERS
from bot.domain.household import Member, members
from bot.domain.screeners import K6
from bot.domain.triage import Burden, Danger, Needs, Safety, When, assess
from bot.handlers.house import House
from bot.storage.cases import Request

_SECRET = ("codeword",)
"""Answers that are no business of a counselor."""
_TOPIC_OF_MINORS = {
    "home": "parenting", "hurt": "violence", "school": "school", "friends": "lonely",
    "online": "teenager", "sad": "stress",
}  # fmt: skip
_BURDEN_OF = {"f_roof=no": Burden.HOME_LOST, "f_house_what=displaced": Burden.DISPLACED}
"""What was told as a follow-up, and weighs like the fact it means."""


def picked(answers: Mapping[str, Answer], key: str) -> str:
    """The chosen option, or nothing."""
    answer = answers.get(key)
    return answer.key if isinstance(answer, Picked) else ""


def marked(answers: Mapping[str, Answer], key: str) -> tuple[str, ...]:
    """The options that were marked; none where "none of these" was."""
    answer = answers.get(key)
    keys = answer.keys if isinstance(answer, PickedMany) else ()
    return tuple(one for one in keys if one != "none")


def topic_of(answers: Mapping[str, Answer]) -> str:
    """What it is mostly about."""
    young = picked(answers, "m_topic")
    return _TOPIC_OF_MINORS.get(young, "other") if young else followups.main_topic(answers)


def needs_of(house: House, answers: Mapping[str, Answer]) -> Needs:
    """The facts in these answers that decide how soon a human is needed."""
    said = picked(answers, "m_danger") or picked(answers, "danger") or "no"
    when = picked(answers, "safety_when")
    score = screening.score_of(K6, answers)
    further = frozenset(
        f"{key}={answer.key}"
        for key, answer in answers.items()
        if key.startswith("f_") and isinstance(answer, Picked)
    )
    facts = {Burden(fact) for fact in marked(answers, "facts") if fact in set(Burden)}
    return Needs(
        topic=topic_of(answers),
        topics=frozenset(marked(answers, "topics")),
        danger=Danger(said),
        words=_danger_words(house, answers.get("story")),
        safety=frozenset(map(Safety, marked(answers, "safety"))),
        when=When(when) if when else None,
        k6=score.total if score else None,
        minor=minor.is_minor(answers),
        burdens=frozenset(facts | {_BURDEN_OF[f] for f in further if f in _BURDEN_OF}),
        follow_ups=further,
    )


def request_of(house: House, answers: Mapping[str, Answer]) -> Request:
    """The request that these answers make."""
    kept = {key: answer for key, answer in answers.items() if key not in _SECRET}
    needs = needs_of(house, answers)
    province, county = picked(answers, "province"), picked(answers, "county")
    return Request(
        needs.topic,
        assess(needs),
        province,
        county,
        picked(answers, "contact"),
        {key: answer_to_json(answer) for key, answer in kept.items()},
        minor=needs.minor,
        underserved=house.underserved.level(province, county),
        language=picked(answers, "language"),
        wish=wish if (wish := picked(answers, "gender")) in GENDERS else "",
    )


def _danger_words(house: House, story: Answer | None) -> frozenset[str]:
    parts = story.parts if isinstance(story, Told) else ()
    found = (house.danger.find(part) for part in parts if isinstance(part, str))
    return frozenset(finding.category.value for finding in found if finding)


def members_of(answers: Mapping[str, Answer]) -> tuple[Member, ...]:
    """The household as far as it was told."""
    who = picked(answers, "who")
    concerned = picked(answers, "age" if who == "self" else "age_other")
    if who == "minor":
        concerned = picked(answers, "m_age") or "minor"
    return members(
        int(picked(answers, "adults") or 0),
        int(picked(answers, "children") or 0),
        marked(answers, "child_ages"),
        concerned if who else None,
    )
