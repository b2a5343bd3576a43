"""The relay: every message once, numbered within its case, and found again by its copies."""

import asyncio

import pytest

from bot.domain.case import Case
from bot.domain.ids import CaseId, PersonId, RelayId
from bot.domain.outgoing import Album, Entity, Media, Text
from bot.domain.people import Platform
from bot.storage import outbox, relay
from bot.storage.database import Database
from bot.storage.outbox import Address
from bot.storage.relay import Origin, Relayed
from bot.storage.sealed import Unreadable
from bot.storage.work import Work
from tests.storage.conftest import (
    HOSSEIN,
    MARYAM,
    NARGES,
    NOON,
    Working,
    claimed,
    hire,
    meet,
    opened,
)

TO = Address(Platform.TELEGRAM, "narges", 2001)


async def talk(work: Work) -> Case:
    return await claimed(work, meet(work, MARYAM), await hire(work, NARGES))


def origin(case: Case, message_id: int, album: str | None = None) -> Origin:
    assert case.person_id is not None
    return Origin("family", case.person_id, "maryam", message_id, album)


async def tell(
    work: Work, case: Case, message_id: int, text: str = "سلام", state: str = "passed"
) -> Relayed:
    relayed = await relay.add(work, case.id, origin(case, message_id), Text(text), state)
    assert relayed is not None
    return relayed


async def test_a_message_is_kept_as_it_was_written(working: Working) -> None:
    message = Text("سلام 👋", entities=(Entity("bold", 0, 4),))
    async with working() as work:
        case = await talk(work)
        relayed = await relay.add(work, case.id, origin(case, 7), message, "held")
        assert relayed is not None
        assert (relayed.number, relayed.message, relayed.at) == (1, message, NOON)
        assert await relay.get(work, relayed.id) == relayed
        assert await relay.written_as(work, "maryam", 7) == relayed
        assert await relay.written_as(work, "maryam", 8) is None


async def test_the_same_message_is_kept_once(working: Working) -> None:
    async with working() as work:
        case = await talk(work)
        await tell(work, case, 7)
        assert await relay.add(work, case.id, origin(case, 7), Text("باز"), "passed") is None
        assert (await tell(work, case, 8)).number == 2


async def test_messages_of_one_moment_get_numbers_of_their_own(working: Working) -> None:
    async with working() as work:
        case = await talk(work)

    async def write(message_id: int) -> int:
        async with working() as work:
            return (await tell(work, case, message_id)).number

    assert sorted(await asyncio.gather(*map(write, range(10)))) == list(range(1, 11))


async def test_what_was_said_is_sealed_to_its_row(database: Database, working: Working) -> None:
    async with working() as work:
        case = await talk(work)
        first, second = await tell(work, case, 1, "راز مریم"), await tell(work, case, 2)
        await relay.rewrite(work, first, Text("راز دیگر"))
    for table in ("relay", "relay_versions"):
        rows = [dict(row) for row in await database.read(f"SELECT * FROM {table}")]
        assert "راز" not in repr(rows)
    async with working() as work:
        await work.tx.execute(
            "UPDATE relay SET body = (SELECT body FROM relay WHERE id = ?) WHERE id = ?",
            first.id, second.id,
        )  # fmt: skip
        with pytest.raises(Unreadable):
            await relay.get(work, second.id)


async def test_what_waited_for_a_counselor_is_handed_over_in_its_order(working: Working) -> None:
    async with working() as work:
        case = await opened(work, meet(work, MARYAM))
        held = [await tell(work, case, n, str(n), "held") for n in (3, 4)]
        await tell(work, case, 5, "5", "asking")
        assert await relay.held(work, case.id) == held


async def test_a_question_about_a_message_is_answered_once(working: Working) -> None:
    async with working() as work:
        asked = await tell(work, await talk(work), 7, state="asking")
        assert await relay.move(work, asked.id, "asking", "passed")
        assert not await relay.move(work, asked.id, "asking", "dropped")


async def test_a_message_given_to_another_case_is_numbered_there(working: Working) -> None:
    async with working() as work:
        case, other = await talk(work), await opened(work, meet(work, HOSSEIN))
        asked = await tell(work, case, 7, state="asking")
        await relay.assign(work, asked.id, other.id)
        after = await relay.get(work, asked.id)
    assert after is not None
    assert (after.case_id, after.number) == (other.id, 1)


async def test_a_message_given_to_its_own_case_keeps_its_number(working: Working) -> None:
    async with working() as work:
        case = await talk(work)
        asked = await tell(work, case, 7, state="asking")
        await relay.assign(work, asked.id, case.id)
        assert (await tell(work, case, 8)).number == 2
        after = await relay.get(work, asked.id)
    assert after is not None
    assert after.number == 1


async def test_an_album_is_gathered_while_it_waits(working: Working) -> None:
    photo = Media("photo", "file")
    async with working() as work:
        case = await talk(work)
        assert await relay.waiting_album(work, origin(case, 7, "album")) is None
        first = await relay.add(work, case.id, origin(case, 7, "album"), photo, "passed")
        assert first is not None
        row = outbox.put(work, TO, "relay", Album((photo,)), due_at=NOON + 900)
        await relay.sent_in(work, first.id, row)
        assert await relay.waiting_album(work, origin(case, 8, "album")) == row
        assert await relay.waiting_album(work, origin(case, 8, "another")) is None
        assert await relay.waiting_album(work, origin(case, 8)) is None
        assert await relay.of_outbox(work, row) == [first.id]
        await outbox.take(work, row)
        assert await relay.waiting_album(work, origin(case, 8, "album")) is None


async def test_an_edit_keeps_what_stood_before(database: Database, working: Working) -> None:
    async with working() as work:
        relayed = await tell(work, await talk(work), 7, "پیش از آن")
    async with working(NOON + 1) as work:
        await relay.rewrite(work, relayed, Text("پس از آن"))
        after = await relay.get(work, relayed.id)
        assert after is not None
        assert after.message == Text("پس از آن")
        (row,) = await work.tx.fetch("SELECT * FROM relay_versions")
        assert "پیش از آن" in work.open(row["body"], "relay_versions.body", row["id"])
    assert row["at"] == NOON + 1


async def test_a_reply_finds_its_way_by_the_copy(working: Working) -> None:
    columns = "chat_key, message_id, outbox_id, case_id, relay_id"
    copy = f"INSERT INTO copies ({columns}) VALUES (?, ?, ?, ?, ?)"
    async with working() as work:
        await work.tx.execute(copy, "narges", 77, 1, 5, 6)
        await work.tx.execute(copy, "narges", 78, 2, None, None)
        found = await relay.copy_at(work, "narges", 77)
        assert found == relay.Copy(77, CaseId(5), RelayId(6))
        assert await relay.copy_at(work, "narges", 78) == relay.Copy(78, None, None)
        assert await relay.copy_at(work, "omid", 77) is None
        assert await relay.copy_in(work, RelayId(6), "narges") == found
        assert await relay.copy_in(work, RelayId(6), "omid") is None


async def test_a_transcript_holds_the_last_messages_that_were_passed_on(working: Working) -> None:
    async with working() as work:
        case = await talk(work)
        said = [await tell(work, case, n, str(n)) for n in range(5)]
        await tell(work, case, 9, "نگه‌داشته", "held")
        assert await relay.transcript(work, case.id, 3) == said[2:]
        assert await relay.transcript(work, CaseId(404), 3) == []


def test_an_origin_names_its_author() -> None:
    assert Origin("staff", PersonId(1), "narges", 5).album is None
