"""Where the answers of the need assessment lead, and which sections a walk has."""

from bot.conversations import followups, minor
from bot.conversations.flow import END, Answers, Option, Picked, PickedMany
from bot.domain.screeners import K6, WHO5


def quick(answers: Answers) -> bool:
    """Whether they asked to talk to someone now."""
    return answers.get("consent") == Picked("now")


def sections(answers: Answers) -> tuple[str, ...]:
    """The sections of this walk, in order; none where they only want to talk."""
    if answers.get("consent") != Picked("full"):
        return ()
    if minor.is_minor(answers):
        return ("privacy", "who", minor.SECTION, "where", "words")
    heavy = ("heavy",) if asks(answers, "k6") or asks(answers, "who5") else ()
    safety = () if answers.get("private") == Picked("careful") else ("safety",)
    return ("privacy", "who", "where", "home", "hard", *heavy, *safety, "help", "words")


def watched(answers: Answers) -> bool:
    """Whether somebody may be looking: then the way out stands below every question."""
    careful = answers.get("private") == Picked("careful")
    return careful or answers.get("contact") in (Picked("neutral"), Picked("wait"))


def after_contact(answers: Answers) -> str:
    return "purposes" if answers["contact"] == Picked("wait") else "times"


def after_who(answers: Answers) -> str:
    return "m_danger" if answers["who"] == Picked("minor") else "danger"


def after_danger(answers: Answers) -> str:
    return "province" if quick(answers) else "age"


def after_age(answers: Answers) -> str:
    if minor.is_minor(answers):
        return "m_topic"
    return "province" if answers["who"] == Picked("self") else "age_other"


def after_province(answers: Answers) -> str:
    if quick(answers):
        return "story"
    answer = answers["province"]
    inside = isinstance(answer, Picked) and answer.key != "abroad"
    return "county" if inside else after_place(answers)


def after_county(answers: Answers) -> str:
    return "story" if minor.is_minor(answers) else "settlement"


def after_place(answers: Answers) -> str:
    return "story" if minor.is_minor(answers) else "language"


def after_children(answers: Answers) -> str:
    some = answers["children"]
    return "child_ages" if isinstance(some, Picked) and some.key != "0" else "facts"


def after_topics(answers: Answers) -> str:
    marked = answers["topics"]
    if isinstance(marked, PickedMany) and len(marked.keys) > 1:
        return "topic"
    return followups.first(answers)


def marked_topics(answers: Answers) -> tuple[Option, ...]:
    marked = answers.get("topics")
    return tuple(Option(k) for k in marked.keys) if isinstance(marked, PickedMany) else ()


def asks(answers: Answers, screener: str) -> bool:
    """Whether this questionnaire is switched on for this walk, or was asked before."""
    gate = {"k6": "heavy", "who5": "wellbeing"}[screener]
    return answers.get("screeners") in (Picked(screener), Picked("both")) or gate in answers


def after_hard(answers: Answers) -> str:
    return "heavy" if asks(answers, "k6") else after_k6(answers)


def after_heavy(answers: Answers) -> str:
    return K6.items[0] if answers["heavy"] == Picked("yes") else after_k6(answers)


def after_k6(answers: Answers) -> str:
    return "wellbeing" if asks(answers, "who5") else after_who5(answers)


def after_wellbeing(answers: Answers) -> str:
    return WHO5.items[0] if answers["wellbeing"] == Picked("yes") else after_who5(answers)


def after_who5(answers: Answers) -> str:
    return "help" if answers.get("private") == Picked("careful") else "safety"


def after_safety(answers: Answers) -> str:
    marked = answers["safety"]
    some = isinstance(marked, PickedMany) and marked.keys != ("none",)
    return "safety_when" if some else "help"


def after_story(answers: Answers) -> str:
    return END if quick(answers) else "review"
