"""The need assessment told a second time, as plainly as can be: a model to hold the real one to.

Nothing here calls the conversation's own functions. An answer is a string: the key of an option,
several joined by "+", the words themselves, or "-" for what somebody would rather not say.
"""

from dataclasses import dataclass, field

from bot.conversations.flow import Picked, PickedMany, Session, Skipped, Told
from tests.conversations.model_tables import (
    ALONE,
    CLEARS,
    FURTHER,
    MANY,
    MOST,
    NEEDS,
    SECTION,
    SECTIONS,
    STRAIGHT,
    WHOLE,
)

NOT_SAID = "-"


@dataclass
class Model:
    """What should be kept of a walk, and where it should stand."""

    at: str = "consent"
    said: dict[str, str] = field(default_factory=dict)
    trail: list[str] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)
    changing: bool = False
    within: str = ""
    early: list[str] = field(default_factory=list)

    # Where an answer leads.

    @property
    def quick(self) -> bool:
        return self.said.get("consent") == "now"

    @property
    def minor(self) -> bool:
        return self.said.get("who") == "minor" or self.said.get("age") == "minor"

    def topic(self) -> str:
        """What it is mostly about."""
        return self.said.get("topic") or self.said["topics"].split("+")[0]

    def asked(self, screener: str, gate: str) -> bool:
        return self.said.get("screeners") in (screener, "both") or gate in self.said

    def after(self, question: str) -> str:
        """The question behind this one."""
        if question in STRAIGHT:
            return STRAIGHT[question]
        forks = {
            "privacy": self.in_privacy, "who": self.in_who, "child": self.in_where,
            "where": self.in_where, "home": self.in_home, "hard": self.in_hard,
            "heavy": self.in_heavy, "safety": self.in_safety, "words": self.in_words,
        }  # fmt: skip
        return forks[SECTION.get(question, "privacy")](question, self.said[question])

    def in_privacy(self, question: str, answer: str) -> str:
        if question == "consent":
            return {"now": "who", "full": "private", "no": "end"}[answer]
        return "purposes" if answer == "wait" else "times"

    def in_who(self, question: str, answer: str) -> str:
        if question == "who":
            return "m_danger" if answer == "minor" else "danger"
        if question == "danger":
            return "province" if self.quick else "age"
        if answer == "minor":
            return "m_topic"
        return "province" if self.said["who"] == "self" else "age_other"

    def in_home(self, _: str, answer: str) -> str:
        return "facts" if answer in ("0", NOT_SAID) else "child_ages"

    def in_hard(self, question: str, answer: str) -> str:
        chain = FURTHER[self.topic()].split()
        if question == "topics" and "+" in answer:
            return "topic"
        if question in ("topics", "topic"):
            return chain[0]
        at_end = question not in chain or question == chain[-1]
        return self.heavy() if at_end else chain[chain.index(question) + 1]

    def in_safety(self, _: str, answer: str) -> str:
        return "help" if answer in ("none", NOT_SAID) else "safety_when"

    def in_words(self, _: str, __: str) -> str:
        return "end" if self.quick else "review"

    def in_where(self, question: str, answer: str) -> str:
        if question == "m_danger":
            return "m_topic" if self.quick else "m_age"
        if question == "m_topic":
            return "story" if self.quick else "m_adult"
        if question == "province" and self.quick:
            return "story"
        if question == "province" and answer not in ("abroad", NOT_SAID):
            return "county"
        if self.minor:
            return "story"
        return "settlement" if question == "county" else "language"

    def heavy(self) -> str:
        return "heavy" if self.asked("k6", "heavy") else self.wellbeing()

    def wellbeing(self) -> str:
        return "wellbeing" if self.asked("who5", "wellbeing") else self.safety()

    def safety(self) -> str:
        return "help" if self.said["private"] == "careful" else "safety"

    def in_heavy(self, question: str, answer: str) -> str:
        keys = SECTIONS["heavy"].split()
        gate, last = question in ("heavy", "wellbeing"), question in ("k6_worthless", keys[-1])
        if last or (gate and answer == NOT_SAID):
            early = keys.index(question) < keys.index("wellbeing")
            return self.wellbeing() if early else self.safety()
        return keys[keys.index(question) + 1]

    def way(self) -> list[str]:
        """The questions from the first to the one that is open."""
        way = ["consent"]
        while way[-1] in self.said:
            way.append(self.after(way[-1]))
        return way

    def only_the_way(self) -> dict[str, str]:
        way = self.way()
        return {question: answer for question, answer in self.said.items() if question in way}

    # What a person does.

    def answer(self, value: str) -> None:
        question = self.at
        if question == "story" and not (self.changing and question in self.said):
            told = [value] if value != NOT_SAID else []
            value = "/".join([*self.early, *told]) or NOT_SAID
        if self.said.get(question, value) != value:
            for gone in CLEARS.get(question, "").split():
                self.said.pop(gone, None)
        self.said[question] = value
        to = self.after(question)
        if self.changing and not (self.within and SECTION.get(to) == self.within):
            to = self.way()[-1]
        self.trail = [q for q in self.trail if q not in (to, question)] + [question]
        if to in ("review", "end"):
            self.said, self.changing = self.only_the_way(), False
        if not self.changing or SECTION.get(to) != self.within:
            self.within = ""
        self.at, self.marks = to, []

    @property
    def may_omit(self) -> bool:
        section = SECTION.get(self.at)
        fresh = not self.trail or SECTION.get(self.trail[-1]) != section
        return section in WHOLE and fresh and not self.quick

    def omit(self) -> None:
        first, section = self.at, SECTION[self.at]
        while SECTION.get(self.at) == section:
            self.answer(NOT_SAID)
        self.trail = [q for q in self.trail if SECTION.get(q) != section or q == first]

    def mark(self, value: str) -> None:
        alone = ALONE.get(self.at)
        if value in self.marks:
            self.marks.remove(value)
        elif value == alone:
            self.marks = [value]
        else:
            others = [one for one in self.marks if one != alone]
            if len(others) < MOST.get(self.at, 99):
                self.marks = [*others, value]

    def done(self) -> None:
        if self.marks:
            self.answer("+".join(self.marks))

    def go(self, question: str) -> None:
        self.trail.append("review")
        self.at, self.marks, self.changing = question, [], True

    def confirm(self) -> None:
        missing = self.way()[-1]
        if missing == "review":
            self.at = "end"
        else:
            self.at, self.changing = missing, True

    def press(self, action: str, value: str) -> None:
        """A button that stands below the question that waits."""
        match action:
            case "pick":
                self.answer(value)
            case "skip":
                self.answer(NOT_SAID)
            case "omit":
                self.omit()
            case "done":
                self.done()
            case "mark":
                self.mark(value)
            case "back":
                self.at, self.marks = self.trail.pop(), []
                self.changing, self.within = False, ""
            case "section":
                inside = SECTIONS[value].split()
                self.go(next(question for question in inside if question in self.said))
                self.within = value
            case "confirm":
                self.confirm()
            case "leave":
                self.at = "left"
            case "page" | "all":
                pass
            case _:
                raise AssertionError(f"the model knows no button {action}")

    def choose(self, value: str) -> None:
        """An option that was typed."""
        if self.at in MANY:
            self.mark(value)
        else:
            self.answer(value)

    def tell(self, words: str, *, voice: bool = False) -> None:
        """Own words, or a voice note."""
        fits = self.at == "codeword" and not voice and 3 <= len(words) <= 40
        if fits or self.at == "story":
            self.answer(words)
        elif self.at == "review":
            before = self.said.get("story", NOT_SAID)
            self.said["story"] = words if before == NOT_SAID else f"{before}/{words}"
        elif self.at not in ("consent", "codeword") and (voice or len(words) >= 30):
            self.early = [*self.early, words][:20]

    def becomes_older(self, lost: str = "") -> bool:
        """The questions changed meanwhile, and one answer is none any more. Whether another
        question waits now: then nobody has answered it yet."""
        before = self.at
        for gone in ("screeners", lost):
            self.said.pop(gone, None)
        # What was not said stays unsaid; an option needs the answer that it was an option of.
        needing = NEEDS.get(lost, "")
        if self.said.get(needing) != NOT_SAID:
            self.said.pop(needing, None)
        self.at = self.way()[-1]
        self.trail, self.marks, self.changing, self.within = [], [], True, ""
        return self.at != before


def kept(session: Session) -> dict[str, str]:
    """The stored answers as the model writes them."""
    said = {}
    for question, answer in session.answers.items():
        match answer:
            case Picked(key):
                said[question] = key
            case PickedMany(keys):
                said[question] = "+".join(keys)
            case Told(parts):
                said[question] = "/".join(p if isinstance(p, str) else "voice" for p in parts)
            case Skipped():
                said[question] = NOT_SAID
    return said
