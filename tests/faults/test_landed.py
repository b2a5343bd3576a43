"""A file for many is carried to the other messenger once."""

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, cast

from bot.domain.delivery import Result, Sent
from bot.domain.ids import BroadcastId, OutboxId
from bot.domain.outgoing import Album, Media, Outgoing
from bot.domain.people import Platform
from bot.messengers import departing
from bot.messengers.ferrying import marked
from bot.messengers.landed import Landed, elsewhere, files_in
from bot.storage.outbox import About, Address, Letter
from tests.faults.engine import Engine
from tests.messengers.test_ferrying import Sides, sides

__all__ = ["sides"]


def letter(message: Outgoing, about: About) -> Letter:
    to = Address(Platform.TELEGRAM, "x", 1)
    return Letter(OutboxId(1), to, "broadcast", message, 0, False, 2**60, 0, about, None, False)


async def test_a_picture_for_many_is_uploaded_once(sides: Sides, middle: Engine) -> None:
    file_id = await sides.file_of(Platform.BALE, "photo")
    line, landed, uploads = sides.lines[Platform.TELEGRAM], Landed(), 0
    readers = [await sides.stage.person(f"reader {n}", started=True) for n in range(6)]

    async def make(method: str, given: Mapping[str, Any]) -> Result:
        nonlocal uploads
        uploads += not isinstance(given["photo"], str)
        return await line.call(method, given)

    copy = letter(Media("photo", file_id, "سلام"), About(broadcast=BroadcastId(7)))
    results = await asyncio.gather(
        *(
            departing.depart(middle.tools, line, landed, copy, (reader.id, None), make)
            for reader in readers
        )
    )
    assert all(isinstance(result, Sent) for result in results)
    assert uploads == 1
    assert {(await reader.chat())[-1]["kind"] for reader in readers} == {"photo"}


async def test_what_one_person_gets_leaves_no_trace(sides: Sides, middle: Engine) -> None:
    file_id = await sides.file_of(Platform.BALE, "photo")
    line, landed = sides.lines[Platform.TELEGRAM], Landed()
    reader = await sides.stage.person("reader", started=True)
    alone = letter(Media("photo", file_id), About())
    await departing.depart(middle.tools, line, landed, alone, (reader.id, None), line.call)
    assert landed.here(alone.message) == alone.message


def test_the_ids_of_an_album_are_known_item_by_item() -> None:
    landed, album = Landed(), Album((Media("photo", marked("a")), Media("photo", marked("b"))))
    landed.learn(elsewhere(album, Platform.TELEGRAM), ("1", "2"), Platform.TELEGRAM)
    known = cast(Album, landed.here(replace(album)))
    assert [item.file_id for item in known.items] == ["1", "2"]
    assert not elsewhere(known, Platform.TELEGRAM)
    said = [{"photo": [{"file_id": "s"}, {"file_id": "l"}]}, {"document": {"file_id": "d"}}]
    assert files_in(said) == ("l", "d")
