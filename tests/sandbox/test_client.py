"""A bot on python-telegram-bot talks to the sandbox and does not notice."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, InputMediaPhoto, Update
from telegram.error import BadRequest, Forbidden, RetryAfter

from bot.sandbox import Emulator
from bot.sandbox.samples import png
from tests.stage import Player, Stage
from tests.strict import validate


@pytest.fixture
async def emulator() -> AsyncIterator[Emulator]:
    async with Emulator(validate=validate) as running:
        yield running


@pytest.fixture
async def bot(emulator: Emulator) -> AsyncIterator[Bot]:
    base, files = f"{emulator.url}/bot", f"{emulator.url}/file/bot"
    async with Bot(emulator.token, base_url=base, base_file_url=files) as client:
        yield client


async def _next(bot: Bot, after: Update | None = None) -> Update:
    offset = None if after is None else after.update_id + 1
    updates = await bot.get_updates(offset=offset, timeout=15)
    return updates[0]


async def test_a_talk_with_buttons_and_an_edit(bot: Bot, maryam: Player) -> None:
    await maryam.says("/start")
    greeted = await _next(bot)
    assert greeted.effective_user is not None
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("Yes", callback_data="y")]])
    await bot.send_message(greeted.effective_user.id, "Shall we?", reply_markup=keyboard)
    await maryam.hears("Shall we?")
    press = await maryam.presses("Yes", answered=False)
    assert press is None
    query = (await _next(bot, greeted)).callback_query
    assert query is not None
    await query.answer("noted")
    await query.edit_message_text("Good.")
    assert (await maryam.hears("Good."))["buttons"] is None


async def test_files_go_up_and_come_down(bot: Bot, maryam: Player) -> None:
    await bot.send_photo(maryam.id, png(), caption="a picture")
    await bot.send_media_group(maryam.id, [InputMediaPhoto(png()), InputMediaPhoto(png())])
    assert [m["kind"] for m in await maryam.chat()] == ["photo"] * 3
    await maryam.sends_voice()
    message = (await _next(bot)).message
    assert message is not None and message.voice is not None
    file = await message.voice.get_file()
    assert (await file.download_as_bytearray())[:4] == b"OggS"


@pytest.mark.parametrize("kind", ["photo", "voice", "audio", "video", "video_note", "document"])
async def test_every_message_of_a_person_can_be_read(bot: Bot, maryam: Player, kind: str) -> None:
    await maryam.sends(kind)
    message = (await _next(bot)).message
    assert message is not None and getattr(message, kind)


async def test_refusals_become_the_right_errors(
    bot: Bot, stage: Stage, maryam: Player, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Without it the library warns of its own default, and warnings are errors here.
    monkeypatch.setenv("PTB_TIMEDELTA", "true")
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.send_message(1, "x")
    await stage.faults(errors=1, kinds=["429"], retry_after=3)
    with pytest.raises(RetryAfter) as wait:
        await bot.send_message(maryam.id, "x")
    assert wait.value.retry_after == timedelta(seconds=3)
    await stage.faults(errors=0)
    await maryam.blocks()
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(maryam.id, "x")


async def test_chats_and_members_can_be_read(bot: Bot, stage: Stage, narges: Player) -> None:
    group = await stage.group("Counselors", [narges])
    assert (await bot.get_chat(group["id"])).title == "Counselors"
    assert (await bot.get_chat(narges.id)).username == "narges"
    assert (await bot.get_chat_member(group["id"], bot.id)).status == "administrator"
    assert len(await bot.get_chat_administrators(group["id"])) == 2
    assert (await bot.create_chat_invite_link(group["id"])).invite_link.startswith("https://")
    assert (await bot.get_webhook_info()).url == ""
