"""A conversation as data: questions, the answers they take, and where each answer leads.

A `Flow` is reviewed by people who do not program, so a `Question` stays small: a branch is a
mapping from an answer to a question, or one named function in the same file.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypeAlias

END = "end"


# What a person answered.


@dataclass(frozen=True, slots=True)
class Picked:
    """The key of one option."""

    key: str


@dataclass(frozen=True, slots=True)
class PickedMany:
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Spoken:
    """A voice note the messenger holds under `file_id`."""

    file_id: str
    seconds: int = 0


@dataclass(frozen=True, slots=True)
class Told:
    """Own words, in one or several messages, typed or spoken."""

    parts: tuple[str | Spoken, ...]


@dataclass(frozen=True, slots=True)
class Skipped:
    """The person would rather not say."""


Answer: TypeAlias = Picked | PickedMany | Told | Skipped
Answers: TypeAlias = Mapping[str, Answer]


# What a question takes.


@dataclass(frozen=True, slots=True)
class Option:
    """`names` holds the label by language where it is a name (a province) and not a text."""

    key: str
    names: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """One of some options, or several when `many`; `page` options at a time when not 0.

    `options` may depend on earlier answers. `find` turns typed words into keys of options.
    Of several, at most `most` (0: any number) can be marked; `alone` goes with no other.
    """

    options: tuple[Option, ...] | Callable[[Answers], tuple[Option, ...]]
    columns: int = 1
    many: bool = False
    page: int = 0
    find: Callable[[Answers, str], tuple[str, ...]] | None = None
    most: int = 0
    alone: str = ""

    def among(self, answers: Answers) -> tuple[Option, ...]:
        return self.options if isinstance(self.options, tuple) else self.options(answers)


@dataclass(frozen=True, slots=True)
class Words:
    """Own words: `least` to `most` characters a message, or a voice note where `voice`.

    `read` gives the words in the form we keep, or None where they are none (a day, a number).
    """

    least: int = 1
    most: int = 4000
    voice: bool = False
    read: Callable[[str], str | None] | None = None


@dataclass(frozen=True, slots=True)
class Review:
    """The summary: confirm, or change an answer. Typed words are added to the `adds_to` answer."""

    adds_to: str


Next: TypeAlias = str | Mapping[str, str] | Callable[[Answers], str]


@dataclass(frozen=True, slots=True)
class Question:
    """`clears`: answers that lose their sense when this one changes (county after province).

    `section`: the part of the conversation it stands in. `sensitive`: somebody looking over the
    shoulder must not see it, so a way out stands below it. `secret`: shown to nobody.
    """

    key: str
    asks: Choice | Words | Review
    next: Next
    optional: bool = False
    changeable: bool = True
    clears: tuple[str, ...] = ()
    section: str = ""
    sensitive: bool = False
    secret: bool = False

    def takes(self, answer: Answer, before: Answers) -> bool:
        """Whether this can be an answer here, as the question is asked now."""
        match self.asks, answer:
            case Choice() as choice, Picked(key):
                return not choice.many and key in {o.key for o in choice.among(before)}
            case Choice() as choice, PickedMany(keys):
                known = set(keys) <= {o.key for o in choice.among(before)}
                return choice.many and known and (not choice.most or len(keys) <= choice.most)
            case Words(), Told():
                return True
            case _:
                return self.optional and answer == Skipped()

    def after(self, answers: Answers) -> str:
        """The key of the question that follows this one, or END."""
        match self.next:
            case str():
                return self.next
            case Mapping():
                answer = answers[self.key]
                return self.next[answer.key] if isinstance(answer, Picked) else self.next["else"]
            case _:
                return self.next(answers)


@dataclass(frozen=True, slots=True)
class Flow:
    """A conversation. Raise `version` when questions change their meaning.

    `plan`: the sections of a walk with these answers, in their order; none: no progress is shown.
    `help_button`: the way to immediate help stands below every question. `watched`: whether the
    way out stands below every one too. `keeps_early`: the question to whose answer belongs what
    somebody tells before it is asked.
    """

    name: str
    version: int
    questions: tuple[Question, ...]
    plan: Callable[[Answers], tuple[str, ...]] | None = None
    help_button: bool = False
    watched: Callable[[Answers], bool] | None = None
    keeps_early: str = ""
    by_key: Mapping[str, Question] = field(init=False)

    def __post_init__(self) -> None:
        table = {question.key: question for question in self.questions}
        if len(table) != len(self.questions):
            raise ValueError(f"the conversation {self.name} has two questions of one name")
        object.__setattr__(self, "by_key", table)

    @property
    def start(self) -> str:
        return self.questions[0].key

    def progress(self, session: "Session") -> tuple[int, int] | None:
        """In which section the walk stands, and how many there are."""
        sections = self.plan(session.answers) if self.plan else ()
        here = self.by_key[session.question].section
        return (sections.index(here) + 1, len(sections)) if here in sections else None

    def opens_section(self, session: "Session") -> bool:
        """Whether the walk has just come into a section that may be left out as a whole."""
        question = self.by_key[session.question]
        if self.progress(session) is None:
            return False
        before = self.by_key.get(session.path[-1]) if session.path else None
        inside = [one for one in self.questions if one.section == question.section]
        fresh = before is None or before.section != question.section
        whole = bool(question.section) and len(inside) > 1
        return whole and fresh and all(one.optional for one in inside)

    def first_open(self, answers: Answers) -> str:
        """The first question on the way that has no answer; the Review counts as unanswered."""
        return self._walk(answers)[1]

    def on_the_way(self, answers: Answers) -> Answers:
        """The answers that still make sense: not those of a branch that was left."""
        seen, _ = self._walk(answers)
        return {key: answer for key, answer in answers.items() if key in seen}

    def _walk(self, answers: Answers) -> tuple[set[str], str]:
        """The answered questions from the start on, and the first that is not answered."""
        key, seen = self.start, set[str]()
        while key != END and key in answers and key not in seen:
            seen.add(key)
            key = self.by_key[key].after(answers)
        return seen, key


@dataclass(frozen=True, slots=True)
class Session:
    """Where a person stands in a flow.

    `nonce` marks the buttons of this walk, so that those of an older one answer nothing.
    `path` are the questions behind, for "back"; `changing` means: return to the summary.
    `among` narrows a long list to what was searched; `picked` are marks not yet confirmed.
    `within` is the section that is being changed: all its questions are asked again.
    `early` was told before it was asked for.
    """

    flow: str
    version: int
    nonce: str
    question: str
    answers: Mapping[str, Answer] = field(default_factory=dict)
    path: tuple[str, ...] = ()
    page: int = 0
    picked: tuple[str, ...] = ()
    among: tuple[str, ...] = ()
    changing: bool = False
    within: str = ""
    early: tuple[str | Spoken, ...] = ()

    def at(self, question: str) -> "Session":
        """The same walk standing at another question, its page and marks fresh."""
        return replace(self, question=question, page=0, picked=(), among=())


def _parts(told: Iterable[str | Spoken]) -> list[Any]:
    return [p if isinstance(p, str) else [p.file_id, p.seconds] for p in told]


def _told(parts: Iterable[Any]) -> tuple[str | Spoken, ...]:
    return tuple(p if isinstance(p, str) else Spoken(p[0], p[1]) for p in parts)


def answer_to_json(answer: Answer) -> Any:
    match answer:
        case Picked(key):
            return key
        case PickedMany(keys):
            return {"many": list(keys)}
        case Told(parts):
            return {"told": _parts(parts)}
        case Skipped():
            return None


def answer_from_json(data: Any) -> Answer:
    """The answer that `answer_to_json` wrote. ValueError for anything else."""
    match data:
        case None:
            return Skipped()
        case str():
            return Picked(data)
        case {"many": list(keys)}:
            return PickedMany(tuple(keys))
        case {"told": list(parts)}:
            return Told(_told(parts))
        case _:
            raise ValueError("this is no stored answer")


def session_to_json(session: Session) -> dict[str, Any]:
    data: dict[str, Any] = {
        "flow": session.flow, "version": session.version, "nonce": session.nonce,
        "question": session.question, "path": list(session.path),
        "answers": {key: answer_to_json(answer) for key, answer in session.answers.items()},
    }  # fmt: skip
    rest = {
        "page": session.page, "picked": list(session.picked), "among": list(session.among),
        "changing": session.changing, "within": session.within, "early": _parts(session.early),
    }  # fmt: skip
    return data | {name: value for name, value in rest.items() if value}


def session_from_json(data: Mapping[str, Any]) -> Session:
    return Session(
        data["flow"], data["version"], data["nonce"], data["question"],
        answers={key: answer_from_json(value) for key, value in data["answers"].items()},
        path=tuple(data["path"]), page=data.get("page", 0),
        picked=tuple(data.get("picked", ())), among=tuple(data.get("among", ())),
        changing=data.get("changing", False), within=data.get("within", ""),
        early=_told(data.get("early", ())),
    )  # fmt: skip
