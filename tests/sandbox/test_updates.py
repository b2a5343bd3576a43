"""The queue of updates: ids, offsets, long polls, rivals, expiry."""

import asyncio

import pytest

from tests.sandbox.conftest import Api, Refused
from tests.stage import Json, Player, Stage


async def test_an_update_comes_again_until_a_higher_offset_confirms_it(
    api: Api, maryam: Player
) -> None:
    await maryam.says("one")
    await maryam.says("two")
    first = await api.updates()
    assert [u["message"]["text"] for u in first] == ["one", "two"]
    assert await api.updates(limit=1) == first[:1]
    assert await api.updates(offset=first[1]["update_id"]) == first[1:]
    assert await api.updates(offset=first[1]["update_id"] + 1) == []


async def test_a_negative_offset_forgets_all_but_the_newest(api: Api, maryam: Player) -> None:
    for word in ("one", "two", "three"):
        await maryam.says(word)
    newest = await api.updates(offset=-1)
    assert [u["message"]["text"] for u in newest] == ["three"]
    assert len(await api.updates()) == 1


async def test_the_limit_is_kept(api: Api, maryam: Player) -> None:
    for number in range(5):
        await maryam.says(str(number))
    assert len(await api.updates(limit=2)) == 2


async def test_repeating_an_offset_at_once_gives_one_update_only(api: Api, maryam: Player) -> None:
    for number in range(5):
        await maryam.says(str(number))
    assert len(await api.updates(offset=0)) == 5
    assert len(await api.updates(offset=0)) == 1


async def test_a_long_poll_ends_when_somebody_writes(api: Api, maryam: Player) -> None:
    poll = asyncio.create_task(api.updates(timeout=50))
    await maryam.says("hello")
    assert (await poll)[0]["message"]["text"] == "hello"


async def test_of_two_pollers_one_is_ended(api: Api, maryam: Player) -> None:
    polls = {asyncio.create_task(api.updates(timeout=50)) for _ in range(2)}
    ended, waiting = await asyncio.wait(polls, return_when=asyncio.FIRST_COMPLETED)
    with pytest.raises(Refused) as refused:
        await ended.pop()
    assert refused.value.code == 409
    assert refused.value.description.startswith("Conflict: terminated by other getUpdates request")
    await maryam.says("hello")
    assert len(await waiting.pop()) == 1


async def test_membership_of_others_is_told_only_when_asked_for(
    api: Api, stage: Stage, maryam: Player, narges: Player
) -> None:
    group = await stage.group("Counselors", [narges])
    await stage.post("group", chat=group["key"], action="join", person=maryam.id)
    assert [_kind(u) for u in await api.updates()] == ["message"]
    await api.updates(offset=-1, allowed_updates=["message", "chat_member"])
    await stage.post("group", chat=group["key"], action="leave", person=maryam.id)
    left = await api.updates(offset=-2)
    assert [_kind(u) for u in left] == ["message", "chat_member"]
    assert left[1]["chat_member"]["new_chat_member"]["status"] == "left"


async def test_the_wish_for_kinds_is_remembered_and_an_empty_list_resets_it(
    api: Api, stage: Stage, maryam: Player
) -> None:
    await api.updates(allowed_updates=["callback_query"])
    await maryam.says("not wanted")
    assert await api.updates() == []
    await api.updates(allowed_updates=[])
    await maryam.says("wanted")
    assert len(await api.updates(limit=100)) == 1


async def test_messages_wait_a_day_and_presses_150_seconds(
    api: Api, stage: Stage, maryam: Player
) -> None:
    keyboard = {"inline_keyboard": [[{"text": "Yes", "callback_data": "y"}]]}
    await api("sendMessage", chat_id=maryam.id, text="?", reply_markup=keyboard)
    await maryam.says("I wait")
    await maryam.presses("Yes", answered=False)
    await stage.advance(seconds=151)
    assert ["message" in u for u in await api.updates()] == [True]
    await stage.advance(hours=24)
    assert await api.updates() == []


async def test_ids_may_start_anew_after_a_quiet_week(
    api: Api, stage: Stage, maryam: Player
) -> None:
    await maryam.says("before")
    old = (await api.updates())[0]["update_id"]
    await stage.post("updates", next_id=7)
    await maryam.says("after")
    fresh = await api.updates(offset=old + 1)
    assert [(u["update_id"], u["message"]["text"]) for u in fresh] == [(7, "after")]
    assert await api.updates(offset=8) == []


async def test_raw_updates_and_duplicates_can_be_slipped_in(
    api: Api, stage: Stage, maryam: Player
) -> None:
    await maryam.says("hello")
    seen = (await api.updates())[0]
    copy = {"message": seen["message"]}
    await stage.post("inject", update=copy, update_id=seen["update_id"], repeat=2)
    await stage.post("inject", update={"weather": "rain"})
    found = await api.updates(offset=seen["update_id"] + 1)
    assert [u.get("weather", u["update_id"]) for u in found] == [seen["update_id"]] * 2 + ["rain"]
    assert await api.updates(offset=found[-1]["update_id"] + 1) == []


async def test_updates_can_be_repeated_and_shuffled(api: Api, stage: Stage, maryam: Player) -> None:
    await stage.faults(duplicate_updates=3, shuffle=30, seed=5)
    for number in range(10):
        await maryam.says(str(number))
    texts = [u["message"]["text"] for u in await api.updates()]
    assert sorted(texts) == sorted(str(n) for n in range(10) for _ in range(3))
    assert texts != sorted(texts)


async def test_polling_is_refused_while_a_webhook_is_set(api: Api) -> None:
    await api("setWebhook", url="http://127.0.0.1:9/hook")
    refused = await api.refusal("getUpdates")
    assert (refused.code, "while webhook is active" in refused.description) == (409, True)
    await api("deleteWebhook")
    assert await api.updates() == []


async def test_poison_is_handed_out_as_it_came(api: Api, stage: Stage) -> None:
    await stage.post("inject", update={"message": {"text": "\ud83d", "chat": None}})
    assert (await api.updates())[0]["message"] == {"text": "\ud83d", "chat": None}


async def test_a_person_cannot_send_half_a_character(maryam: Player) -> None:
    with pytest.raises(AssertionError, match="makes no sense"):
        await maryam.says("\ud83d")


def _kind(update: Json) -> str:
    return next(name for name in update if name != "update_id")
