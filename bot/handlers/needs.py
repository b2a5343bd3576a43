"""From the answers of an assessment to a request, its acuity and the household."""

from collections.abc import Mapping

from bot.conversations import followups
from bot.conversations.flow import (
    Answer,
    Picked,
    PickedMany,
    Told,
    answer_to_json,
)
from bot.domain.household import Member, members
from bot.domain.triage import assess
from bot.handlers.house import House
from bot.storage.cases import Request

_SECRET = ("codeword",)
"""Answers that are no business of a counselor."""
_TOPIC_OF_MINORS = {
    "home": "parenting", "hurt": "violence", "school": "school", "friends": "lonely",
    "online": "teenager", "sad": "stress",
}  # fmt: skip


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


def request_of(house: House, answers: Mapping[str, Answer]) -> Request:
    """The request that these answers make."""
    kept = {key: answer for key, answer in answers.items() if key not in _SECRET}
    chosen = {key: answer.key for key, answer in kept.items() if isinstance(answer, Picked)}
    chosen["topic"] = topic_of(answers)
    return Request(
        chosen["topic"],
        assess(chosen, danger_words=_mentions_danger(house, answers.get("story"))),
        chosen.get("province", ""),
        chosen.get("county", ""),
        chosen.get("contact", ""),
        {key: answer_to_json(answer) for key, answer in kept.items()},
    )


def _mentions_danger(house: House, story: Answer | None) -> bool:
    parts = story.parts if isinstance(story, Told) else ()
    return any(isinstance(part, str) and house.danger.find(part) for part in parts)


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
