"""What we ask further about each topic: two or three questions, each of which may be skipped."""

from collections.abc import Callable, Mapping

from bot.conversations.flow import Answers, Choice, Option, Picked, PickedMany, Question

FOLLOWUPS: Mapping[str, tuple[str, ...]] = {
    "couple": ("f_since", "f_fights", "f_together"),
    "marriage": ("f_stage", "f_families"),
    "divorce": ("f_split", "f_custody"),
    "parenting": ("f_child_what", "f_since"),
    "teenager": ("f_teen_what", "f_since"),
    "grief": ("f_lost", "f_loss_how", "f_since"),
    "stress": ("f_signs", "f_since"),
    "violence": ("f_lives_with", "f_afraid", "f_tried"),
    "addiction": ("f_who_uses", "f_treatment"),
    "money": ("f_money_what", "f_since"),
    "work": ("f_work_what", "f_since"),
    "housing": ("f_house_what", "f_roof"),
    "school": ("f_school_what", "f_tried"),
    "health": ("f_health_who", "f_care"),
    "elders": ("f_elder_what", "f_care"),
    "legal": ("f_legal_what", "f_tried"),
    "lonely": ("f_someone", "f_since"),
    "other": ("f_since", "f_tried"),
}

_OPTIONS: Mapping[str, tuple[str, ...]] = {
    "f_since": ("days", "weeks", "months", "years"),
    "f_tried": ("nobody", "family", "counselor", "office"),
    "f_fights": ("daily", "weekly", "rarely", "silence"),
    "f_together": ("yes", "apart", "changing"),
    "f_stage": ("thinking", "engaged", "soon"),
    "f_families": ("agree", "partly", "against"),
    "f_split": ("thinking", "one", "both", "court"),
    "f_custody": ("no_children", "agreed", "disputed"),
    "f_child_what": ("behavior", "sleep", "screen", "fear", "learning"),
    "f_teen_what": ("distance", "anger", "school", "friends", "phone", "away"),
    "f_lost": ("child", "spouse", "parent", "sibling", "friend"),
    "f_loss_how": ("war", "illness", "sudden", "other"),
    "f_signs": ("sleep", "nightmares", "startle", "panic", "crying", "numb"),
    "f_lives_with": ("yes", "sometimes", "no"),
    "f_afraid": ("yes", "sometimes", "no"),
    "f_who_uses": ("me", "spouse", "child", "other"),
    "f_treatment": ("never", "before", "now"),
    "f_money_what": ("food", "rent", "debt", "income"),
    "f_work_what": ("lost", "unpaid", "conflict", "searching"),
    "f_house_what": ("damaged", "rent", "crowded", "displaced"),
    "f_roof": ("yes", "days", "no"),
    "f_school_what": ("left", "grades", "fear", "bullying"),
    "f_health_who": ("me", "spouse", "child", "parent"),
    "f_care": ("yes", "partly", "no"),
    "f_elder_what": ("care", "illness", "alone", "conflict"),
    "f_legal_what": ("family", "custody", "papers", "property"),
    "f_someone": ("yes", "few", "no"),
}
_MANY = frozenset({"f_signs"})
_SENSITIVE = frozenset({"f_lives_with", "f_afraid", "f_fights", "f_who_uses"})


def main_topic(answers: Answers) -> str:
    """The topic that matters most: the one chosen, or the only one marked."""
    match answers.get("topic"):
        case Picked(topic):
            return topic
        case _:
            marked = answers.get("topics")
            return marked.keys[0] if isinstance(marked, PickedMany) and marked.keys else "other"


def questions(section: str, then: Callable[[Answers], str]) -> tuple[Question, ...]:
    """Every question of the table; what follows the last one of a topic says `then`."""

    def follows(key: str) -> Question:
        def following(answers: Answers) -> str:
            chain = FOLLOWUPS[main_topic(answers)]
            place = chain.index(key) + 1 if key in chain else len(chain)
            return chain[place] if place < len(chain) else then(answers)

        options = tuple(Option(option) for option in _OPTIONS[key])
        return Question(
            key, Choice(options, columns=2, many=key in _MANY), following,
            optional=True, section=section, sensitive=key in _SENSITIVE,
        )  # fmt: skip

    return tuple(follows(key) for key in _OPTIONS)


def first(answers: Answers) -> str:
    """The first further question about the topic that matters most."""
    return FOLLOWUPS[main_topic(answers)][0]
