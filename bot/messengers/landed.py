"""Files that were carried from one messenger to another: what many get is uploaded once, and goes
to all others by its id there."""

import asyncio
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from bot.domain.outgoing import Album, Edit, Media, Outgoing
from bot.domain.people import Platform
from bot.messengers import ferrying

KEPT = 200
"""Files whose ids are kept; another one is uploaded once more."""


@dataclass(slots=True)
class Landed:
    """By their ids at home, those of this messenger."""

    _ids: OrderedDict[str, str] = field(default_factory=OrderedDict)
    _under_way: dict[str, asyncio.Lock] = field(default_factory=dict)

    def here(self, message: Outgoing) -> Outgoing:
        """The message with the ids that its files have here, as far as they are known."""
        match message:
            case Media(file_id=file_id):
                return replace(message, file_id=self._ids.get(file_id, file_id))
            case Album(items):
                return replace(
                    message,
                    items=tuple(replace(i, file_id=self._ids.get(i.file_id, i.file_id))
                                for i in items),
                )  # fmt: skip
            case Edit(media=Media(file_id=file_id) as media):
                known = self._ids.get(file_id, file_id)
                return replace(message, media=replace(media, file_id=known))
            case _:
                return message

    def upload(self, file_id: str) -> asyncio.Lock:
        """Whoever uploads this file; the others wait, and then have its id."""
        return self._under_way.setdefault(file_id, asyncio.Lock())

    def learn(self, files: Sequence[str], ids: Sequence[str], here: Platform) -> None:
        """These files have arrived, and have these ids here now."""
        if len(files) != len(ids):
            return
        for file_id, number in zip(files, ids, strict=True):
            self._ids[file_id] = ferrying.marked(number) if here is Platform.BALE else number
            self._under_way.pop(file_id, None)
            if len(self._ids) > KEPT:
                self._ids.popitem(last=False)


def elsewhere(message: Outgoing, here: Platform) -> list[str]:
    """Its files that lie at another messenger; empty where some of them lie here."""
    match message:
        case Media(file_id=file_id) | Edit(media=Media(file_id=file_id)):
            files = [file_id]
        case Album(items):
            files = [item.file_id for item in items]
        case _:
            files = []
    return files if all(ferrying.home(file)[0] is not here for file in files) else []


def files_in(result: Any) -> tuple[str, ...]:
    """The ids of the files in what a messenger says about messages it made."""
    messages = result if isinstance(result, list) else [result]
    return tuple(number for each in messages if (number := _file_in(each)))


def _file_in(message: Any) -> str:
    if not isinstance(message, Mapping):
        return ""
    # A moving picture is said to be a document, too: the first word counts.
    for kind in ferrying.KINDS:
        found = message.get(kind)
        found = found[-1] if isinstance(found, list) and found else found
        if isinstance(found, Mapping):
            return str(found.get("file_id", ""))
    return ""
