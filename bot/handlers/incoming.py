"""What arrives, in our words. Each messenger's adapter makes these from its own JSON."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

from bot.domain.outgoing import Entity
from bot.domain.people import Platform


class ChatKind(StrEnum):
    PRIVATE = "private"
    GROUP = "group"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class TextIn:
    text: str
    entities: tuple[Entity, ...] = ()


@dataclass(frozen=True, slots=True)
class CommandIn:
    """`/name argument`; `text` is the whole message."""

    name: str
    argument: str
    text: str


@dataclass(frozen=True, slots=True)
class FileIn:
    """`kind`: photo, voice, audio, video, video_note, document, sticker or animation."""

    kind: str
    file_id: str
    caption: str = ""
    entities: tuple[Entity, ...] = ()
    seconds: int = 0


@dataclass(frozen=True, slots=True)
class LocationIn:
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class ContactIn:
    """A contact card. We never keep it."""


@dataclass(frozen=True, slots=True)
class PressIn:
    """A button. `message_id` is the message it hangs on, when the messenger still knows it."""

    id: str
    data: str
    message_id: int | None = None


@dataclass(frozen=True, slots=True)
class CheckoutIn:
    """A payment of our invoice that waits for our word. `id` is also that of the transaction;
    `amount` in the smallest unit of the currency."""

    id: str
    payload: str
    amount: int
    currency: str


@dataclass(frozen=True, slots=True)
class PaidIn:
    """A payment of our invoice has come."""

    id: str
    payload: str
    amount: int
    currency: str


@dataclass(frozen=True, slots=True)
class GroupMoved:
    """The group goes on under another id."""

    chat_id: int


@dataclass(frozen=True, slots=True)
class Presence:
    """We were put into a chat, or out of it; in a private chat: blocked or let in again."""

    inside: bool


@dataclass(frozen=True, slots=True)
class MemberGone:
    """Somebody left the group."""

    account: int


@dataclass(frozen=True, slots=True)
class OtherIn:
    """Anything else that a person sent: a poll, a dice, a story …"""

    kind: str


Content: TypeAlias = (
    TextIn
    | CommandIn
    | FileIn
    | LocationIn
    | ContactIn
    | PressIn
    | CheckoutIn
    | PaidIn
    | GroupMoved
    | Presence
    | MemberGone
    | OtherIn
)


@dataclass(frozen=True, slots=True)
class Incoming:
    """One thing that one account did in one chat.

    `sender` is 0 where nobody can be named (an anonymous administrator, a channel). `sent_at`:
    when (epoch ms) a message was written, as far as its messenger says so.
    """

    platform: Platform
    chat_id: int
    chat: ChatKind
    sender: int
    language: str
    message_id: int
    content: Content
    reply_to: int | None = None
    edited: bool = False
    album: str | None = None
    sent_at: int | None = field(default=None, compare=False)


def words_of(content: Content) -> str:
    """The free text in it, where danger may be said."""
    match content:
        case TextIn(text) | CommandIn(text=text):
            return text
        case FileIn(caption=caption):
            return caption
        case _:
            return ""
