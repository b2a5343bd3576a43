"""Broadcasts as coordinators and their readers live through them, on a clock that we move."""

from typing import Any

import pytest

from bot.domain.broadcast import State
from bot.domain.contact import Writing
from bot.domain.outgoing import Album, Text
from tests.faults.engine import Engine
from tests.handlers.mailing import DENA, SARA, Mailing


@pytest.fixture
async def mailing(middle: Engine) -> Mailing:
    mailing = Mailing(middle)
    await mailing.staff()
    return mailing


async def test_a_message_reaches_everybody_who_may_be_written_to_once(mailing: Mailing) -> None:
    families = await mailing.settle(120)
    others = [*await mailing.settle(2, Writing.WAIT), *await mailing.settle(2, None),
              *await mailing.settle(2, Writing.NEUTRAL)]  # fmt: skip
    number = await mailing.writes("سلام به همه")
    await mailing.launches(number)
    await mailing.seconds(12)
    assert await mailing.state() is State.DONE
    assert await mailing.fates() == {"sent": 120}
    assert {mailing.got(family, "سلام به همه") for family in families} == {1}
    assert {mailing.got(other, "سلام به همه") for other in others} == {0}
    assert mailing.got(DENA, "گزارش") == 1


async def test_above_a_number_a_second_person_says_yes(mailing: Mailing) -> None:
    await mailing.settle(250)
    number = await mailing.writes()
    await mailing.launches(number)
    assert await mailing.state() is State.ASKED
    await mailing.presses(DENA, "bs", "approve", number)
    assert await mailing.state() is State.ASKED
    assert any("برای ۲۵۰ نفر" in text for text in await mailing.heard(SARA))
    await mailing.presses(SARA, "bs", "approve", number)
    one = await mailing.newest()
    assert (one.sent_by, one.approved_by) == (
        await mailing.person(DENA), await mailing.person(SARA),
    )  # fmt: skip
    await mailing.seconds(20)
    assert await mailing.fates() == {"sent": 250}
    actions = await mailing.engine.tools.database.read(
        "SELECT action FROM audit WHERE subject = ? ORDER BY id", f"broadcast:{one.id}"
    )
    assert [row["action"] for row in actions] == [
        "broadcast_drafted", "broadcast_asked", "broadcast_approved",
    ]  # fmt: skip


async def test_what_is_sent_back_is_a_draft_again(mailing: Mailing) -> None:
    await mailing.settle(250)
    number = await mailing.writes()
    await mailing.launches(number)
    await mailing.presses(SARA, "bs", "back", number)
    assert await mailing.state() is State.DRAFT
    assert any("به پیش‌نویس برگرداند" in text for text in await mailing.heard(DENA))


async def test_an_album_comes_with_its_words_and_buttons_below(mailing: Mailing) -> None:
    (family,) = await mailing.settle(1)
    await mailing.presses(DENA, "bc", "new")
    for place in range(3):
        photo = [{"file_id": f"p{place}", "width": 1, "height": 1}]
        said: dict[str, Any] = {"caption": "سه عکس"} if place == 1 else {}
        await mailing.sends(photo=photo, media_group_id="77", **said)
    number = await mailing.number()
    await mailing.presses(DENA, "bc", "door", number, "assessment")
    await mailing.launches(number)
    await mailing.seconds(4)
    (album,) = [m for chat, m in mailing.sent if chat == family and isinstance(m, Album)]
    assert [item.file_id for item in album.items] == ["p0", "p1", "p2"]
    assert album.below is not None
    assert album.below.text == "سه عکس"
    assert len(album.below.buttons) == 2


async def test_words_for_many_never_reach_a_family_of_ones_own(mailing: Mailing) -> None:
    """Only the message that was asked for is taken, and only for a quarter of an hour."""
    await mailing.presses(DENA, "bc", "new")
    await mailing.presses(DENA, "bc", "quit")
    await mailing.says(DENA, "نه برای همه")
    await mailing.presses(DENA, "bc", "new")
    await mailing.until(0, 13)
    await mailing.says(DENA, "خیلی دیر")
    rows = await mailing.engine.tools.database.read("SELECT count(*) AS n FROM broadcast_versions")
    assert rows[0]["n"] == 0


async def test_a_date_a_repetition_and_the_next_time(mailing: Mailing) -> None:
    await mailing.settle(3)
    number = await mailing.writes("هر هفته")
    await mailing.presses(DENA, "bs", "when", number)
    await mailing.says(DENA, "۱۴۰۵/۶/۳۱ ۱۰:۰۰")
    await mailing.presses(DENA, "bs", "repeat", number, "weekly")
    await mailing.presses(DENA, "bs", "sure", number)
    await mailing.until(1, 9)
    assert await mailing.state() is State.PLANNED
    await mailing.until(1, 10)
    await mailing.seconds(4)
    assert [mailing.got(family, "هر هفته") for family in mailing.families] == [1, 1, 1]
    again = await mailing.newest()
    assert again.state is State.PLANNED
    await mailing.until(8, 10)
    await mailing.seconds(4)
    assert [mailing.got(family, "هر هفته") for family in mailing.families] == [2, 2, 2]
    await mailing.presses(DENA, "bs", "stop", await mailing.number())
    assert await mailing.state() is State.CANCELED


async def test_a_link_a_copy_and_a_reader_in_another_language(mailing: Mailing) -> None:
    (family,) = await mailing.settle(1)
    number = await mailing.writes("سلام")
    await mailing.presses(DENA, "bc", "door", number, "link")
    await mailing.says(DENA, "سایت ما https://example.org/a")
    await mailing.presses(DENA, "bc", "words", number, "en")
    await mailing.says(DENA, "hello")
    await mailing.presses(DENA, "bc", "copy", number)
    copy = await mailing.number()
    assert copy != number
    await mailing.presses(family, "l", "en")
    await mailing.until(0, 13)
    await mailing.launches(copy)
    await mailing.seconds(4)
    assert mailing.got(family, "hello") == 1
    (message,) = [m for c, m in mailing.sent if c == family and getattr(m, "text", "") == "hello"]
    assert isinstance(message, Text)
    assert message.buttons[0][0].url == "https://example.org/a"
    assert message.buttons[-1][0].label == "Do not send more"


async def test_others_than_coordinators_can_touch_nothing(mailing: Mailing) -> None:
    (family,) = await mailing.settle(1)
    number = await mailing.writes()
    for who in (family, 2001):
        await mailing.says(who, "/broadcast")
        for area, verb in (("bc", "see"), ("bp", "see"), ("bs", "sure"), ("bs", "approve")):
            await mailing.presses(who, area, verb, number)
    assert await mailing.state() is State.DRAFT
    assert await mailing.engine.count("audit", "allowed = 0") > 0


async def test_a_post_in_the_channel_counts_where_people_come_from(mailing: Mailing) -> None:
    mailing.has_channel(-100777)
    await mailing.settle(1)
    number = await mailing.writes("برای کانال")
    await mailing.presses(DENA, "bc", "posted", number)
    await mailing.launches(number)
    await mailing.seconds(4)
    assert mailing.got(-100777, "برای کانال") == 1
    for _ in range(2):
        await mailing.says(5001, f"/start bc_{number}")
    await mailing.presses(DENA, "bs", "report", number)
    await mailing.seconds(2)
    assert mailing.got(DENA, "۱ نفر از کانال آمدند") == 1


async def test_who_was_never_asked_gets_broadcasts_once_they_say_so(mailing: Mailing) -> None:
    (family,) = await mailing.settle(1, None)
    await mailing.says(family, "/reminders")
    await mailing.presses(family, "bo", "list")
    assert any("هنوز نپرسیده‌ایم" in text for text in await mailing.heard(family))
    await mailing.presses(family, "bo", "want", "yes")
    await mailing.until(0, 13)
    await mailing.launches(await mailing.writes())
    await mailing.seconds(4)
    assert mailing.got(family, "سلام به همه") == 1
