"""The emulator as Bale: every doubt has a switch, and every position is what it says."""

from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest

from bot.messengers import questions
from bot.messengers.questions import Asker, Finding
from bot.sandbox import Emulator
from bot.sandbox.bale import CHOICES, KEPT_UPDATES, formatted
from bot.sandbox.server import BALE_TOKEN
from tests.stage import Json, Player, Stage


@pytest.fixture
async def bale(emulator: Emulator) -> AsyncIterator[Asker]:
    async with aiohttp.ClientSession() as session:
        yield Asker(session, f"{emulator.url}/bot{BALE_TOKEN}")


@pytest.fixture
async def mina(stage: Stage) -> Player:
    stage.lenient = True
    return await stage.person("مینا", platform="bale")


async def updates(bale: Asker, offset: int = 0) -> list[Json]:
    found: list[Json] = (await bale.ask("getUpdates", offset=offset)).result
    return found


def settled(found: list[Finding]) -> dict[str, str]:
    return {each.switch: each.position for each in found if each.switch}


async def asked(bale: Asker, mina: Player, group: Json) -> dict[str, str]:
    """All that `hamdeli check --live` asks, answered by the people on stage."""
    await mina.says("/start")
    await mina.sends_voice()
    markup = {"inline_keyboard": [[{"text": "بله", "callback_data": "y"}]]}
    await bale.ask("sendMessage", chat_id=mina.id, text="?", reply_markup=markup)
    await mina.presses("بله", answered=False)
    found = [each for update in await updates(bale) for each in questions.of_update(update)]
    found += await questions.of_messages(bale, mina.id)
    found += await questions.of_strangers(bale, mina.id, group["id"])
    found += await questions.of_methods(bale)
    extras = await questions.of_extras(bale, mina.id)
    assert [each.answer[:8] for each in extras] == ["HTTP 200", "HTTP 200", "HTTP 400"]
    await mina.stage.faults(platform="bale", errors=1.0, kinds=["429"])
    found += await questions.of_limits(bale, mina.id)
    await mina.stage.faults(platform="bale", errors=0.0)
    await mina.blocks()
    found.append(questions.of_blocked(await bale.ask("sendMessage", chat_id=mina.id, text="x")))
    return settled(found)


ASKED = {
    "chat_instance", "voice_duration", "command_entities", "edit_result", "reply_parameters",
    "stranger", "too_many", "blocked",
}  # fmt: skip


@pytest.mark.parametrize("place", range(3))
async def test_the_questions_of_check_live_find_every_position_of_every_switch(
    stage: Stage, bale: Asker, mina: Player, place: int
) -> None:
    # Somebody whom the bot may ask about, and who is in none of its groups.
    await stage.person("ناشناس", platform="bale", id=questions.STRANGER)
    group = await stage.group("گروه", [mina], platform="bale")
    wanted = {name: CHOICES[name][min(place, len(CHOICES[name]) - 1)] for name in ASKED}
    await stage.post("bale", **wanted)
    assert await asked(bale, mina, group) == wanted


async def test_updates_begin_at_zero_and_the_oldest_are_lost_beyond_two_thousand(
    stage: Stage, bale: Asker, mina: Player
) -> None:
    await mina.says("/start")
    first = (await updates(bale))[0]
    assert first["update_id"] == 0
    assert "language_code" not in first["message"]["from"]
    for _ in range(KEPT_UPDATES):
        await mina.says("سلام")
    assert (await updates(bale))[0]["update_id"] == 1


async def test_neither_messenger_reaches_the_chats_or_files_of_the_other(
    stage: Stage, emulator: Emulator, bale: Asker, mina: Player
) -> None:
    maryam = await stage.person("مریم", started=True)
    photo = await maryam.sends_photo()
    assert (await bale.ask("sendMessage", chat_id=maryam.id, text="x")).status == 404
    telegram = Asker(bale.session, f"{emulator.url}/bot{emulator.token}")
    await mina.says("/start")
    assert (await telegram.ask("sendMessage", chat_id=mina.id, text="x")).status == 400
    (update,) = (await telegram.ask("getUpdates")).result
    file_id = update["message"]["photo"][-1]["file_id"]
    assert photo["kind"] == "photo"
    assert (await bale.ask("sendPhoto", chat_id=mina.id, photo=file_id)).status == 400


async def test_the_silence_of_one_is_not_the_others(
    stage: Stage, bale: Asker, mina: Player
) -> None:
    await stage.faults(offline=True)
    await mina.says("/start")
    assert len(await updates(bale)) == 1
    await stage.faults(offline=False, platform="telegram")


async def test_a_post_of_a_channel_comes_under_either_name(
    stage: Stage, bale: Asker, mina: Player
) -> None:
    channel = await stage.group("کانال", [mina], platform="bale", channel=True)
    for position in CHOICES["channel_post"]:
        await stage.post("bale", channel_post=position)
        await mina.in_(channel).says("خبر تازه")
        newest = (await updates(bale, -1))[-1]
        assert newest[position]["sender_chat"]["type"] == "channel"


@pytest.mark.parametrize(
    ("text", "words", "kinds"),
    [
        ("*نام* شما", "نام شما", ["bold"]),
        ("_این_ و [آن](https://ble.ir)", "این و آن", ["italic", "text_link"]),
        ("۲*۳*۴ a_b_c", "۲*۳*۴ a_b_c", []),
    ],
)
def test_marks_are_shown_as_formatting(text: str, words: str, kinds: list[Any]) -> None:
    said, entities = formatted(text)
    assert (said, [each["type"] for each in entities]) == (words, kinds)
