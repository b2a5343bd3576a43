"""A second messenger in the same world: Bale's dialect of the Bot API, with every doubt a switch.

After docs.bale.ai as of 10 March 2026, and after reports where that is silent.
"""

import json
from dataclasses import asdict, dataclass, fields
from typing import Any

from bot.sandbox.clock import Clock
from bot.sandbox.errors import ControlError
from bot.sandbox.files import FileStore
from bot.sandbox.texts import utf16
from bot.sandbox.updates import UpdateQueue
from bot.sandbox.world import Json

PLATFORM = "bale"
KEPT_UPDATES = 2_000
FIRST_FILE = 50_000_000
KINDS = frozenset(
    ("message", "edited_message", "callback_query", "channel_post", "pre_checkout_query")
)

CHOICES: dict[str, tuple[str, ...]] = {
    "chat_instance": ("absent", "empty", "set"),
    "voice_duration": ("absent", "set"),
    "command_entities": ("absent", "set"),
    "edit_result": ("dated_stub", "bare_stub", "full"),
    "channel_post": ("message", "channel_post"),
    "stranger": ("404", "left"),
    "too_many": ("json", "bare_json", "text"),
    "blocked": ("permission_denied", "bot was blocked by the user"),
    "drop_pending": ("ignored", "obeyed"),
    "reply_parameters": ("ignored", "obeyed"),
}


@dataclass(slots=True)
class Switches:
    """The positions of what nobody could tell us; the first of each is the documented one."""

    chat_instance: str = "absent"
    voice_duration: str = "absent"
    command_entities: str = "absent"
    edit_result: str = "dated_stub"
    channel_post: str = "message"
    stranger: str = "404"
    too_many: str = "json"
    blocked: str = "permission_denied"
    drop_pending: str = "ignored"
    reply_parameters: str = "ignored"

    def change(self, changes: Json) -> None:
        """A partial update. ControlError 400 for an unknown switch or position."""
        for name, position in changes.items():
            if position not in CHOICES.get(name, ()):
                raise ControlError(400, f"there is no switch {name!r} with position {position!r}")
            setattr(self, name, position)

    def view(self) -> Json:
        return asdict(self)


assert {each.name for each in fields(Switches)} == CHOICES.keys()


class BaleQueue(UpdateQueue):
    """Updates in Bale's shape, numbered from 0, and at most 2,000: the oldest are lost."""

    def __init__(self, clock: Clock, switches: Switches) -> None:
        super().__init__(clock)
        self._switches = switches
        self.last_id = -1
        self.allowed = KINDS

    def allow(self, kinds: Any) -> None:
        """There is no such parameter on Bale."""

    def push(self, kind: str, payload: Json, key: str) -> None:
        body = json.loads(json.dumps(payload))
        if kind == "callback_query":
            super().push(kind, press(body, self._switches), key)
        elif kind == "pre_checkout_query":
            body["from"].pop("language_code", None)
            super().push(kind, body, key)
        elif kind in ("message", "edited_message"):
            shaped = message(body, self._switches)
            is_post = shaped["chat"]["type"] == "channel" and kind == "message"
            super().push(self._switches.channel_post if is_post else kind, shaped, key)
        while len(self) > KEPT_UPDATES:
            self.remove(next(iter(self)))


def files() -> FileStore:
    """A store of its own: an id of the neighbor means nothing here."""
    store = FileStore()
    store.begin_at(FIRST_FILE)
    return store


def message(body: Json, switches: Switches) -> Json:
    """A message as Bale writes it."""
    body.get("from", {}).pop("language_code", None)
    for name in ("voice", "reply_to_message"):
        if not isinstance(body.get(name), dict):
            continue
        if name == "voice" and switches.voice_duration == "absent":
            body[name].pop("duration", None)
        if name == "reply_to_message":
            body[name] = message(body[name], switches)
    _entities(body, switches)
    body.pop("has_protected_content", None)
    if body.get("chat", {}).get("type") == "channel":
        body["sender_chat"] = body["chat"]
        body["from"] = {"id": 0, "is_bot": False, "first_name": ""}
    return body


def _entities(body: Json, switches: Switches) -> None:
    """Only mentions and commands are marked; of formatting, the marks stand in the text."""
    known = ("mention", "bot_command") if switches.command_entities == "set" else ("mention",)
    for name in ("entities", "caption_entities"):
        kept = [each for each in body.pop(name, []) if each["type"] in known]
        if kept:
            body[name] = kept


def press(body: Json, switches: Switches) -> Json:
    """A press as Bale writes it."""
    body["from"].pop("language_code", None)
    body["message"] = message(body["message"], switches)
    match switches.chat_instance:
        case "absent":
            del body["chat_instance"]
        case "empty":
            body["chat_instance"] = ""
        case _:
            pass
    return body


def formatted(text: str) -> tuple[str, list[Json]]:
    """What Bale shows for a text with marks: the words, and how they look."""
    out: list[str] = []
    entities: list[Json] = []
    at = 0
    while at < len(text):
        found = _mark_at(text, at)
        if found is None:
            out.append(text[at])
            at += 1
            continue
        words, entity, at = found
        offset = utf16("".join(out))
        entities.append({"offset": offset, "length": utf16(words)} | entity)
        out.append(words)
    return "".join(out), entities


def _mark_at(text: str, at: int) -> tuple[str, Json, int] | None:
    """The marked words that begin here, how they look, and where they end."""
    edge = at == 0 or text[at - 1].isspace()
    if text[at] in "*_" and edge:
        end = text.find(text[at], at + 1)
        closed = end > at + 1 and (end + 1 == len(text) or text[end + 1].isspace())
        words = text[at + 1 : end]
        if closed and "\n" not in words and words == words.strip():
            return words, {"type": "bold" if text[at] == "*" else "italic"}, end + 1
    if text[at] == "[":
        middle = text.find("](", at)
        end = text.find(")", middle)
        if at + 1 < middle < end:
            url = text[middle + 2 : end]
            return text[at + 1 : middle], {"type": "text_link", "url": url}, end + 1
    return None
