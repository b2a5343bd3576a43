"""The path of somebody under eighteen: fewer questions, simpler words, no promise of secrecy."""

from bot.conversations.flow import Answers, Choice, Option, Picked, Question

SECTION = "child"
PLACES = ("home", "hurt", "school", "friends", "online", "sad", "other")


def is_minor(answers: Answers) -> bool:
    """Whether the person who writes is a child or a teenager."""
    return answers.get("who") == Picked("minor") or answers.get("age") == Picked("minor")


def _choice(*keys: str, columns: int = 2) -> Choice:
    return Choice(tuple(Option(key) for key in keys), columns=columns)


def questions(quick: str, then: str) -> tuple[Question, ...]:
    """The questions; after the last comes `quick` where they want to talk now, else `then`."""

    def after_topic(answers: Answers) -> str:
        return quick if answers.get("consent") == Picked("now") else "m_adult"

    def after_danger(answers: Answers) -> str:
        return "m_topic" if answers.get("consent") == Picked("now") else "m_age"

    return (
        Question(
            "m_danger", _choice("no", "unsure", "now", columns=1), after_danger,
            section=SECTION, sensitive=True,
        ),
        Question(
            "m_age", _choice("child", "preteen", "teen", "older"), "m_topic",
            optional=True, section=SECTION,
        ),
        Question("m_topic", _choice(*PLACES), after_topic, section=SECTION, sensitive=True),
        Question(
            "m_adult", _choice("yes", "unsure", "no"), then, optional=True, section=SECTION,
            sensitive=True,
        ),
    )  # fmt: skip
