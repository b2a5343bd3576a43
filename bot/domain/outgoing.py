"""What we send, in words of our own: no messenger's names, no formatting language.

Texts are plain, with entities measured in UTF-16 units (the unit of both messengers). How each
waits in the outbox: `outgoing_json.py`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from bot.domain.certificate import Certificate
from bot.domain.donation import Checkout, Inquiry, Invoice, Review
from bot.domain.sheet import Sheet

Json: TypeAlias = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Entity:
    """A stretch of formatted text: offset and length in UTF-16 units."""

    kind: str
    offset: int
    length: int
    url: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Button:
    """`data` for a press that comes back to us, or `url` for a link."""

    label: str
    data: str | None = None
    url: str | None = None


Buttons: TypeAlias = tuple[tuple[Button, ...], ...]


def in_rows(buttons: Sequence[Button], width: int) -> Buttons:
    """So many in a row, the last one perhaps shorter."""
    return tuple(tuple(buttons[at : at + width]) for at in range(0, len(buttons), width))


@dataclass(frozen=True, slots=True)
class Text:
    text: str
    buttons: Buttons = ()
    entities: tuple[Entity, ...] = ()
    reply_to: int | None = None
    protect: bool = False


@dataclass(frozen=True, slots=True)
class Media:
    """A file the messenger already holds, sent again by its id: never forwarded."""

    kind: str
    file_id: str
    caption: str = ""
    entities: tuple[Entity, ...] = ()
    buttons: Buttons = ()
    reply_to: int | None = None
    protect: bool = False


@dataclass(frozen=True, slots=True)
class Album:
    """Pictures that belong together. No buttons fit under them: they hang on `below`, a message
    of its own that follows at once."""

    items: tuple[Media, ...]
    reply_to: int | None = None
    protect: bool = False
    below: Text | None = None


@dataclass(frozen=True, slots=True)
class Location:
    latitude: float
    longitude: float
    buttons: Buttons = ()
    protect: bool = False


@dataclass(frozen=True, slots=True)
class Edit:
    """Changes a message: one of our outbox rows (`row`), or one a person pressed (`message_id`).

    `caption` says that the message carries media, so that the caption is what changes; `media`
    comes in the place of its picture or file, with its own words.
    """

    text: str
    row: int | None = None
    message_id: int | None = None
    buttons: Buttons = ()
    entities: tuple[Entity, ...] = ()
    caption: bool = False
    media: Media | None = None


@dataclass(frozen=True, slots=True)
class Delete:
    """Takes a message away, or several of one chat: ours, or a person's own in their chat."""

    row: int | None = None
    message_id: int | None = None
    message_ids: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Pin:
    """Keeps one of our messages at the top of its chat, without a sound."""

    row: int | None = None
    message_id: int | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to a button press: ends its waiting sign, says something small."""

    press_id: str
    text: str = ""
    alert: bool = False


@dataclass(frozen=True, slots=True)
class Commands:
    """The menu of commands of one scope: `default`, `group` or `chat`."""

    scope: str
    commands: tuple[tuple[str, str], ...]
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Paper:
    """A document to print, which the sender makes from these words just before it leaves.

    `lines`: title and value of each field; `head`, `date`, `notes` and `foot` stand around them.
    """

    name: str
    title: str
    lines: tuple[tuple[str, str], ...]
    head: str = ""
    date: str = ""
    notes: tuple[str, ...] = ()
    foot: str = ""
    language: str = "fa"
    caption: str = ""
    protect: bool = False


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture that the sender draws from numbers and words just before it leaves.

    With `row` (one of our outbox rows) or `message_id` it takes the place of what stands there.
    """

    sheet: Sheet
    caption: str = ""
    buttons: Buttons = ()
    row: int | None = None
    message_id: int | None = None
    protect: bool = False


@dataclass(frozen=True, slots=True)
class Attachment:
    """A small file made of text, as a document: its name, and what stands in it."""

    name: str
    body: str
    caption: str = ""
    protect: bool = False


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file of our own content: a `photo`, `voice` or `document`, by its path under the folder
    of series. The sender reads it just before the call."""

    kind: str
    path: str
    caption: str = ""
    entities: tuple[Entity, ...] = ()
    buttons: Buttons = ()
    protect: bool = False


Outgoing: TypeAlias = (
    Text | Media | Album | Location | Edit | Delete | Pin | Answer | Commands | Paper | Chart
    | Attachment | Certificate | Enclosure | Invoice | Checkout | Inquiry | Review
)  # fmt: skip


def changes(message: Outgoing) -> bool:
    """Whether it changes one message that is there already."""
    match message:
        case Edit() | Pin():
            return True
        case Delete(message_ids=several):
            return not several
        case Chart(row=row, message_id=message_id):
            return row is not None or message_id is not None
        case _:
            return False


def weight(message: Outgoing) -> int:
    """How many messages it is for the messenger, whose limits count each of an album."""
    match message:
        case Album(items, below=below):
            return max(1, len(items)) + (below is not None)
        case _:
            return 1
