"""Macros: a reply and what else follows from it, done by one press."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from bot.domain.case import CHOOSABLE_OUTCOMES, Change, Outcome
from bot.domain.helplines import Bilingual
from bot.domain.replies import FARTHEST_DAY, CannedReplies, both_languages, entries_of, slug_of
from bot.domain.triage import Acuity


@dataclass(frozen=True, slots=True)
class Say:
    """The family gets this canned reply. At most one in a macro, and the first."""

    reply: str


@dataclass(frozen=True, slots=True)
class TakeNote:
    """A note for colleagues, in the language of the staff group."""

    text: Bilingual


@dataclass(frozen=True, slots=True)
class AddTask:
    """A follow-up task, in the language of the staff group, for the morning in so many days."""

    text: Bilingual
    days: int


@dataclass(frozen=True, slots=True)
class SetAcuity:
    level: Acuity
    reason: Change


@dataclass(frozen=True, slots=True)
class Release:
    """The case goes back to the queue, and the family hears it. Only as the last step."""


@dataclass(frozen=True, slots=True)
class Close:
    """The case is closed as by /close: where it was ever urgent, a supervisor is asked. Only as the
    last step."""

    outcome: Outcome


Step: TypeAlias = Say | TakeNote | AddTask | SetAcuity | Release | Close


@dataclass(frozen=True, slots=True)
class Macro:
    """`name` is for buttons and commands, `title` for people."""

    name: str
    title: Bilingual
    steps: tuple[Step, ...]

    @property
    def reply(self) -> str | None:
        """The name of the canned reply that it begins with."""
        first = self.steps[0]
        return first.reply if isinstance(first, Say) else None

    @property
    def closes(self) -> bool:
        """Whether the case is closed at its end."""
        return isinstance(self.steps[-1], Close)


def parse_macros(toml_text: str, replies: CannedReplies) -> tuple[Macro, ...]:
    """The macros in a file with one [[macro]] each, and their [[macro.step]].

    Raises ValueError naming the entry, what is wrong and what would be right.
    """
    entries = entries_of(toml_text, "macros", "macro")
    macros = tuple(_macro(place, entry, replies) for place, entry in enumerate(entries, 1))
    names = [macro.name for macro in macros]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        raise ValueError(f"macros: {twice} is there twice; give each macro a name of its own.")
    return macros


def _macro(place: int, entry: Mapping[str, object], replies: CannedReplies) -> Macro:
    name = slug_of(f"macros, entry {place}", entry)
    where = f"macros, {name}"
    title, steps = both_languages(where, "title", entry.get("title")), entry.get("step")
    if not isinstance(steps, list) or not steps:
        raise ValueError(f"{where}: it does nothing; write one [[macro.step]] for each step.")
    made = tuple(_step(where, step) for step in steps)
    for step in made:
        if isinstance(step, Say) and replies.named(step.reply) is None:
            raise ValueError(f"{where}: replies.toml has no reply {step.reply!r}.")
    if any(isinstance(step, Say) for step in made[1:]):
        raise ValueError(f"{where}: a reply must be the first step, and the only one.")
    if any(isinstance(step, Release | Close) for step in made[:-1]):
        raise ValueError(f"{where}: release or close must be the last step.")
    if isinstance(made[-1], Close) and any(isinstance(step, AddTask) for step in made):
        raise ValueError(f"{where}: closing drops tasks; leave out the task, or close.")
    return Macro(name, title, made)


def _step(where: str, step: object) -> Step:
    match step:
        case {"reply": str(reply), **rest} if not rest:
            return Say(reply)
        case {"note": dict(text), **rest} if not rest:
            return TakeNote(both_languages(where, "note", text))
        case {"task": dict(text), "days": int(days), **rest} if not rest:
            return _task(where, text, days)
        case {"acuity": str(level), "why": str(reason), **rest} if not rest:
            return _acuity(where, level, reason)
        case {"release": True, **rest} if not rest:
            return Release()
        case {"close": str(outcome), **rest} if not rest and outcome in _OUTCOMES:
            return Close(Outcome(outcome))
        case {"close": outcome}:
            raise ValueError(f"{where}: close is {outcome!r}; it must be one of {_listed()}.")
        case _:
            raise ValueError(
                f"{where}: {step!r} is no step; there are reply, note, task with days, acuity"
                " with why, release and close."
            )


# What a contact without a matter was, somebody must say: no macro closes as that.
_OUTCOMES = [
    outcome.value for outcome in CHOOSABLE_OUTCOMES if outcome is not Outcome.NOT_COUNSELING
]


def _listed() -> str:
    return ", ".join(_OUTCOMES)


def _task(where: str, text: object, days: int) -> AddTask:
    if not 1 <= days <= FARTHEST_DAY:
        raise ValueError(f"{where}: days is {days}; it must be from 1 to {FARTHEST_DAY}.")
    return AddTask(both_languages(where, "task", text), days)


def _acuity(where: str, level: str, reason: str) -> SetAcuity:
    levels = {acuity.key: acuity for acuity in Acuity}
    if level not in levels:
        raise ValueError(f"{where}: acuity is {level!r}; it must be one of {', '.join(levels)}.")
    if reason not in set(Change):
        raise ValueError(f"{where}: why is {reason!r}; it must be one of {', '.join(Change)}.")
    return SetAcuity(levels[level], Change(reason))
