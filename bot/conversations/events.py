"""What a person can do in a conversation, and what the world must do then."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from bot.conversations.flow import Answer, Spoken

# Events: what the person did.


@dataclass(frozen=True, slots=True)
class Pressed:
    """A button of some question of some walk, perhaps an old one."""

    nonce: str
    question: str
    action: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class Typed:
    """`labels`: what the options of the present question are called in the person's language.

    `skips`: the words mean "I would rather not say"; `confirms`: they are what stands on the
    button that ends a multiple choice or sends the summary.
    """

    text: str
    labels: Mapping[str, str] = field(default_factory=dict)
    skips: bool = False
    confirms: bool = False


@dataclass(frozen=True, slots=True)
class Spoke:
    voice: Spoken


@dataclass(frozen=True, slots=True)
class SentOther:
    """Something no question takes: a sticker, a photo, a location, an edited message."""

    kind: str


@dataclass(frozen=True, slots=True)
class Resumed:
    """The person came back and wants to go on."""


Event: TypeAlias = Pressed | Typed | Spoke | SentOther | Resumed


# Effects: what the world must do.


@dataclass(frozen=True, slots=True)
class Ask:
    """Put the present question of the session."""


@dataclass(frozen=True, slots=True)
class Redraw:
    """Show the pressed message again: another page, another check mark."""


@dataclass(frozen=True, slots=True)
class Settle:
    """The pressed message now shows what was chosen, and has no buttons."""

    question: str


@dataclass(frozen=True, slots=True)
class Say:
    """A short text of ours. `arguments` are its variables."""

    text: str
    arguments: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Toast:
    """A small answer to the press itself. `arguments` are its variables."""

    text: str
    arguments: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Answered:
    """A question has a new answer (the shell may look at it, for danger)."""

    question: str
    answer: Answer


@dataclass(frozen=True, slots=True)
class Finished:
    answers: Mapping[str, Answer]


@dataclass(frozen=True, slots=True)
class Left:
    """The person ended the walk before its end."""


Effect: TypeAlias = Ask | Redraw | Settle | Say | Toast | Answered | Finished | Left
