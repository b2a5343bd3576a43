"""The outbox: in order within a chat, the urgent lane first, and every fate written down."""

from typing import Any

import pytest

from bot.domain.delivery import Decision, Done, GiveUp, TryAgain
from bot.domain.ids import AlertId, CaseId, OutboxId, PersonId, RelayId
from bot.domain.outgoing import Album, Delete, Edit, Media, Outgoing, Text
from bot.domain.people import Platform
from bot.storage import alerts, bulk, outbox
from bot.storage.database import Database
from bot.storage.outbox import About, Address, Letter
from bot.storage.sealed import Sealer, Unreadable
from bot.storage.work import Work
from tests.storage.conftest import NOON, Working

TELEGRAM = Platform.TELEGRAM
HOUR = 3_600_000


def to(name: str) -> Address:
    return Address(TELEGRAM, name, 1001, PersonId(7))


def owe(work: Work, name: str, text: str, kind: str = "reply", **more: Any) -> OutboxId:
    return outbox.put(work, to(name), kind, Text(text), **more)


async def leaving(
    database: Database, sealer: Sealer, at: int = NOON, limit: int = 50
) -> list[Letter]:
    return [outbox.opened(sealer, row) for row in await outbox.heads(database, TELEGRAM, at, limit)]


async def texts(database: Database, sealer: Sealer, at: int = NOON) -> list[str]:
    return [
        letter.message.text
        for letter in await leaving(database, sealer, at)
        if isinstance(letter.message, Text)
    ]


async def fate(working: Working, letter: Letter, decision: Decision, at: int = NOON) -> None:
    async with working(at) as work:
        outbox.settle(work, letter, decision)


async def test_only_the_first_of_a_chat_may_leave(
    database: Database, sealer: Sealer, working: Working
) -> None:
    async with working() as work:
        for text in ("یک", "دو"):
            owe(work, "maryam", text)
        owe(work, "hossein", "سه")
    assert await texts(database, sealer) == ["یک", "سه"]
    await fate(working, (await leaving(database, sealer))[0], Done((1,)))
    assert await texts(database, sealer) == ["دو", "سه"]


@pytest.mark.parametrize("more", [0, 7, 40, 600])
async def test_chats_that_are_left_out_hide_nobody_behind_them(
    database: Database, sealer: Sealer, working: Working, more: int
) -> None:
    async with working() as work:
        for text in ("یک", "دو"):
            owe(work, "maryam", text)
        owe(work, "hossein", "سه")
    without = ["maryam", *(f"busy {n}" for n in range(more))]
    (row,) = await outbox.heads(database, TELEGRAM, NOON, 1, without)
    assert row["chat_key"] == "hossein"


async def test_the_urgent_lane_leaves_first_also_within_a_chat(
    database: Database, sealer: Sealer, working: Working
) -> None:
    async with working() as work:
        owe(work, "narges", "کارت", "card")
        owe(work, "hossein", "پاسخ")
        owe(work, "narges", "هشدار", "alert")
    assert await texts(database, sealer) == ["هشدار", "پاسخ"]


async def test_nothing_overtakes_in_its_own_lane_while_the_first_waits_for_its_time(
    database: Database, sealer: Sealer, working: Working
) -> None:
    async with working() as work:
        owe(work, "maryam", "یک")
        owe(work, "maryam", "دو")
    await fate(working, (await leaving(database, sealer))[0], TryAgain(NOON + 5000))
    assert await texts(database, sealer) == []
    assert await texts(database, sealer, NOON + 5000) == ["یک"]
    assert await outbox.next_due(database, TELEGRAM, NOON) == NOON + 5000


async def test_each_messenger_has_its_own_outbox(
    database: Database, sealer: Sealer, working: Working
) -> None:
    async with working() as work:
        outbox.put(work, Address(Platform.BALE, "maryam", 5), "reply", Text("در بله"))
    assert await texts(database, sealer) == []


async def test_a_letter_comes_back_as_it_was_put(
    database: Database, sealer: Sealer, working: Working
) -> None:
    about = About(CaseId(1), RelayId(2), AlertId(3))
    async with working() as work:
        number = outbox.put(work, to("maryam"), "reply", Text("سلام 👋"), about)
    (letter,) = await leaving(database, sealer)
    assert (letter.id, letter.to, letter.kind) == (number, to("maryam"), "reply")
    assert (letter.message, letter.about) == (Text("سلام 👋"), about)
    assert (letter.attempts, letter.repeat, letter.targets_row) == (0, False, False)
    assert (letter.created_at, letter.expires_at) == (NOON, NOON + 24 * HOUR)


async def test_a_row_that_was_given_another_rows_words_does_not_open(
    database: Database, sealer: Sealer, working: Working
) -> None:
    async with working() as work:
        first, second = owe(work, "maryam", "برای مریم"), owe(work, "hossein", "برای حسین")
        await work.tx.execute(
            "UPDATE outbox SET payload = (SELECT payload FROM outbox WHERE id = ?) WHERE id = ?",
            first, second,
        )  # fmt: skip
    with pytest.raises(Unreadable):
        await leaving(database, sealer)


@pytest.mark.parametrize(
    ("decision", "row"),
    [
        (Done((9, 10)), {"state": "sent", "attempts": 1, "message_id": 9, "ended_at": NOON}),
        (Done(()), {"state": "sent", "attempts": 1, "message_id": None, "ended_at": NOON}),
        (TryAgain(NOON + 9), {"state": "waiting", "attempts": 1, "due_at": NOON + 9, "repeat": 0}),
        (TryAgain(NOON, repeat=True), {"state": "waiting", "attempts": 1, "repeat": 1}),
        (TryAgain(NOON, counts=False), {"state": "waiting", "attempts": 0}),
        (GiveUp("failed", "blocked"), {"state": "failed", "reason": "blocked", "ended_at": NOON}),
        (GiveUp("unknown", "x" * 300), {"state": "unknown", "reason": "x" * 200}),
    ],
)
async def test_every_fate_is_written_down(
    database: Database, sealer: Sealer, working: Working, decision: Decision, row: dict[str, Any]
) -> None:
    async with working() as work:
        owe(work, "maryam", "سلام")
    await fate(working, (await leaving(database, sealer))[0], decision)
    (found,) = await database.read("SELECT * FROM outbox")
    assert {name: found[name] for name in row} == row


async def test_once_a_repeat_always_a_repeat(
    database: Database, sealer: Sealer, working: Working
) -> None:
    async with working() as work:
        owe(work, "maryam", "سلام")
    await fate(working, (await leaving(database, sealer))[0], TryAgain(NOON, repeat=True))
    await fate(working, (await leaving(database, sealer))[0], TryAgain(NOON))
    assert (await leaving(database, sealer))[0].repeat


@pytest.mark.parametrize("change", [Edit, Delete])
async def test_a_change_finds_the_message_of_its_row(
    database: Database, sealer: Sealer, working: Working, change: type
) -> None:
    async with working() as work:
        first = owe(work, "maryam", "سلام")
    await fate(working, (await leaving(database, sealer))[0], Done((41,)))
    message: Outgoing = Edit("درود", row=first) if change is Edit else Delete(row=first)
    async with working() as work:
        outbox.put(work, to("maryam"), "reply_edit", message)
    (letter,) = await leaving(database, sealer)
    assert (letter.target, letter.targets_row) == (41, True)


async def test_an_album_gathers_until_it_leaves_and_never_more_than_ten(
    database: Database, sealer: Sealer, working: Working
) -> None:
    photos = [Media("photo", f"file{n}") for n in range(11)]
    async with working() as work:
        row = outbox.put(work, to("narges"), "relay", Album((photos[0],)), due_at=NOON + 900)
        added = [await outbox.add_to_album(work, row, photo, NOON + 900) for photo in photos[1:]]
    assert added == [True] * 9 + [False]
    assert await leaving(database, sealer) == []
    async with working(NOON + 900) as work:
        album = await outbox.take(work, row)
        assert album == Album(tuple(photos[:10]))
        assert not await outbox.add_to_album(work, row, photos[10], NOON)


async def test_what_is_no_album_gathers_nothing(working: Working) -> None:
    async with working() as work:
        row = owe(work, "narges", "سلام")
        assert not await outbox.add_to_album(work, row, Media("photo", "file"), NOON)


async def test_a_row_is_taken_once(working: Working) -> None:
    async with working() as work:
        row = owe(work, "maryam", "سلام")
        assert await outbox.take(work, row) == Text("سلام")
        assert await outbox.take(work, row) is None


async def test_after_a_kill_an_album_goes_again_and_says_so_but_bulk_does_not(
    database: Database, sealer: Sealer, working: Working
) -> None:
    async with working() as work:
        album = outbox.put(work, to("narges"), "relay", Album((Media("photo", "file"),)))
        post = owe(work, "maryam", "خبرنامه", "broadcast_post")
        for row in (album, post):
            assert await outbox.take(work, row) is not None
    async with working() as work:
        await bulk.wake_up(work, Platform.BALE)
        await bulk.wake_up(work, TELEGRAM)
    (letter,) = await leaving(database, sealer)
    assert (letter.id, letter.repeat) == (album, True)
    rows = await database.read("SELECT state FROM outbox WHERE id = ?", post)
    assert rows[0]["state"] == "unknown"


async def test_whoever_writes_again_gets_what_waited_at_once(
    database: Database, sealer: Sealer, working: Working
) -> None:
    async with working() as work:
        owe(work, "maryam", "سلام", due_at=NOON + HOUR)
    async with working(NOON + 1) as work:
        await outbox.hurry(work, "maryam")
    assert await texts(database, sealer, NOON + 1) == ["سلام"]


async def test_nothing_automatic_waits_for_the_unreachable_but_the_talk_does(
    database: Database, sealer: Sealer, working: Working
) -> None:
    async with working() as work:
        owe(work, "maryam", "یادآوری")
        owe(work, "maryam", "حرف مشاور", "relay")
        await outbox.cancel_automatic(work, PersonId(7))
    assert await texts(database, sealer) == ["حرف مشاور"]


async def test_a_mistake_of_our_own_is_tried_again_but_not_for_ever(
    database: Database, working: Working
) -> None:
    async with working() as work:
        row = owe(work, "maryam", "سلام")
    for _ in range(21):
        async with working() as work:
            await outbox.put_off(work, row, NOON + 1)
    (found,) = await database.read("SELECT state, ended_at FROM outbox")
    assert dict(found) == {"state": "failed", "ended_at": NOON}


async def test_the_cards_of_a_case_are_found_while_somebody_has_them(working: Working) -> None:
    about = About(case=CaseId(5))
    async with working() as work:
        sent, waiting = owe(work, "group", "کارت", "card", about=about), owe(
            work, "group", "کارت", "card", about=about)  # fmt: skip
        failed = owe(work, "group", "کارت", "card", about=about)
        owe(work, "group", "چیز دیگر", "staff", about=about)
        await work.tx.execute("UPDATE outbox SET state = 'sent' WHERE id = ?", sent)
        await work.tx.execute("UPDATE outbox SET state = 'failed' WHERE id = ?", failed)
        found = await outbox.rows_about_case(work, CaseId(5), "card")
    assert found == [(sent, TELEGRAM), (waiting, TELEGRAM)]


async def test_the_rows_of_an_alert_name_whom_it_was_sent_to(working: Working) -> None:
    async with working() as work:
        row = owe(work, "narges", "هشدار", "alert", about=About(alert=AlertId(3)))
        (found,) = await alerts.rows_about(work, AlertId(3))
    assert (found.id, found.person_id) == (row, PersonId(7))


async def test_retention_forgets_the_words_and_keeps_the_row(
    database: Database, sealer: Sealer, working: Working
) -> None:
    async with working() as work:
        owe(work, "maryam", "سلام")
        owe(work, "hossein", "هنوز نرفته")
    await fate(working, (await leaving(database, sealer))[0], Done((9,)))
    async with working(NOON + 1) as work:
        await outbox.forget(work, NOON + 1)
    rows = await database.read(
        "SELECT payload IS NULL AS empty, message_id FROM outbox ORDER BY id"
    )
    assert [(bool(row["empty"]), row["message_id"]) for row in rows] == [(True, 9), (False, None)]


async def test_a_copy_is_remembered_for_replies(
    database: Database, sealer: Sealer, working: Working
) -> None:
    async with working() as work:
        owe(work, "narges", "حرف", "relay", about=About(CaseId(5), RelayId(6)))
    (letter,) = await leaving(database, sealer)
    async with working() as work:
        for _ in range(2):  # a second time changes nothing
            outbox.remember_copy(work, letter, 77, RelayId(6))
    rows = await database.read("SELECT chat_key, message_id, case_id, relay_id FROM copies")
    assert [tuple(dict(row).values()) for row in rows] == [("narges", 77, 5, 6)]
