"""Messages on their way in the outbox, as JSON values."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from typing import Any

from bot.domain.certificate import Certificate
from bot.domain.donation import Checkout, Inquiry, Invoice, Review
from bot.domain.outgoing import (
    Album,
    Answer,
    Attachment,
    Button,
    Chart,
    Commands,
    Delete,
    Edit,
    Enclosure,
    Entity,
    Json,
    Location,
    Media,
    Outgoing,
    Paper,
    Pin,
    Text,
)
from bot.domain.sheet import Sheet, from_plain, to_plain

_KINDS: dict[str, type] = {
    "text": Text,
    "media": Media,
    "album": Album,
    "location": Location,
    "edit": Edit,
    "delete": Delete,
    "pin": Pin,
    "answer": Answer,
    "commands": Commands,
    "paper": Paper,
    "chart": Chart,
    "attachment": Attachment,
    "certificate": Certificate,
    "enclosure": Enclosure,
    "invoice": Invoice,
    "checkout": Checkout,
    "inquiry": Inquiry,
    "review": Review,
}
_NAMES = {kind: name for name, kind in _KINDS.items()}
_DEFAULTS = {kind: {each.name: each.default for each in fields(kind)} for kind in _NAMES}


def _plain(value: Any) -> Any:
    match value:
        case Entity():
            return [value.kind, value.offset, value.length, value.url, value.language]
        case Button():
            return [value.label, value.data, value.url]
        case Media() | Text():
            return to_json(value)
        case Sheet():
            return to_plain(value)
        case tuple():
            return [_plain(item) for item in value]
        case _:
            return value


def to_json(message: Outgoing) -> Json:
    """The message as JSON values; fields that are as always are left out."""
    data: Json = {"is": _NAMES[type(message)]}
    for name, default in _DEFAULTS[type(message)].items():
        value = getattr(message, name)
        if value != default:
            data[name] = _plain(value)
    return data


def entities_from(rows: Iterable[Sequence[Any]]) -> tuple[Entity, ...]:
    return tuple(Entity(*row) for row in rows)


def from_json(data: Mapping[str, Any]) -> Outgoing:
    """The message that `to_json` wrote. KeyError or TypeError for anything else."""
    kind = _KINDS[data["is"]]
    given: Json = {name: value for name, value in data.items() if name != "is"}
    if "entities" in given:
        given["entities"] = entities_from(given["entities"])
    if "buttons" in given:
        given["buttons"] = tuple(tuple(Button(*b) for b in row) for row in given["buttons"])
    if "message_ids" in given:
        given["message_ids"] = tuple(given["message_ids"])
    if "items" in given:
        given["items"] = tuple(from_json(item) for item in given["items"])
    for name in given.keys() & {"below", "media"}:
        given[name] = from_json(given[name])
    if "lines" in given:
        given["lines"] = tuple((title, value) for title, value in given["lines"])
    if "notes" in given:
        given["notes"] = tuple(given["notes"])
    if "sheet" in given:
        given["sheet"] = from_plain(given["sheet"])
    if "commands" in given:
        given["commands"] = tuple((name, text) for name, text in given["commands"])
    message: Outgoing = kind(**given)
    return message
