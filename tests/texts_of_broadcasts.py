"""Texts about broadcasts whose keys are put together in the code: by the shape of the key."""

from collections.abc import Iterable

from bot.domain.broadcast import Fate, Leads, Repeats, State, Topic
from bot.domain.people import Platform
from bot.domain.segment import Audience, Taken
from bot.handlers.broadcasts.broadcast_people import MENUS
from bot.handlers.broadcasts.broadcast_writing import KINDS

FIELDS = ("body", "correct", "name", "link", "when", "segment")

FILLINGS: dict[str, Iterable[str]] = {
    "broadcast-ask-{}": FIELDS,
    "broadcast-retry-{}": [field for field in FIELDS if field != "correct"],
    "broadcast-fate-{}": Fate,
    "broadcast-kind-{}": [*KINDS, "text", "album"],
    "broadcast-legend-{}": [Fate.SENT, Fate.UNREACHABLE, Fate.UNKNOWN, Fate.OPTED_OUT],
    "broadcast-platform-{}": [*Platform, "none"],
    "broadcast-state-{}": State,
    "broadcast-topic-{}": Topic,
    "button-broadcast-door-{}": Leads,
    "button-broadcast-{}": [
        "words", "name", "topic", "doors", "assessment", "course", "series", *Repeats,
    ],
    "button-segment-{}": [*MENUS, "save", "saved", "reset"],
    "segment-ask-{}": MENUS,
    "segment-audience-{}": Audience,
    "segment-taken-{}": Taken,
}  # fmt: skip
