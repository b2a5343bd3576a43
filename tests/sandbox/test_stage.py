"""The driver itself: what people hear, miss, and press."""

import asyncio

import pytest

from tests.sandbox.conftest import Api
from tests.stage import Player, Stage


async def test_what_is_said_later_is_heard_in_time(api: Api, maryam: Player) -> None:
    ear = asyncio.create_task(maryam.hears("welcome"))
    await api("sendMessage", chat_id=maryam.id, text="Be welcome")
    assert (await ear)["text"] == "Be welcome"


async def test_the_same_words_are_heard_once(api: Api, maryam: Player) -> None:
    await api("sendMessage", chat_id=maryam.id, text="again")
    await maryam.hears("again")
    with pytest.raises(AssertionError, match="did not hear 'again'"):
        await maryam.hears("again", within=0)


async def test_a_deaf_moment_shows_the_whole_dialogue(api: Api, maryam: Player) -> None:
    markup = {"inline_keyboard": [[{"text": "Yes", "callback_data": "y"}]]}
    await maryam.says("/start")
    await api("sendMessage", chat_id=maryam.id, text="Shall we?", reply_markup=markup)
    with pytest.raises(AssertionError) as deaf:
        await maryam.hears("goodbye", within=0)
    assert "Maryam: /start\nهمدلی: Shall we? [Yes]" in str(deaf.value)


async def test_direction_marks_are_not_read(api: Api, maryam: Player) -> None:
    await api("sendMessage", chat_id=maryam.id, text="کد: \u2068A-17\u2069.")
    await maryam.hears("کد: A-17.")


async def test_a_button_that_is_not_there_is_named(maryam: Player) -> None:
    with pytest.raises(AssertionError, match="Maryam found no button 'Yes'"):
        await maryam.presses("Yes", within=0)


async def test_a_press_left_spinning_is_a_failure(api: Api, maryam: Player) -> None:
    markup = {"inline_keyboard": [[{"text": "Yes", "callback_data": "y"}]]}
    await api("sendMessage", chat_id=maryam.id, text="?", reply_markup=markup)
    await maryam.hears("?")
    with pytest.raises(AssertionError, match="spinning"):
        await maryam.presses("Yes", within=0.1)


async def test_the_eyes_on_a_group_are_other_eyes(
    api: Api, stage: Stage, maryam: Player, narges: Player
) -> None:
    group = await stage.group("Counselors", [narges])
    await api("sendMessage", chat_id=group["id"], text="a new case")
    await narges.in_(group).hears("a new case")
    assert await narges.chat() == []
    assert await maryam.in_(group).chat() == []


async def test_people_of_the_seed_can_be_found(stage: Stage, maryam: Player) -> None:
    assert (await stage.known("Maryam")).id == maryam.id
