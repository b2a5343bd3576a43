"""Buttons: what the bot gets, how long it may answer, what cannot be pressed."""

import pytest

from tests.sandbox.conftest import Api
from tests.stage import Json, Player, Stage

YES = {"inline_keyboard": [[{"text": "Yes", "callback_data": "y"}]]}
TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"


async def _pressed(api: Api, person: Player) -> Json:
    await api("sendMessage", chat_id=person.id, text="?", reply_markup=YES)
    await person.presses("Yes", answered=False)
    found: Json = (await api.updates())[-1]["callback_query"]
    return found


async def test_a_press_comes_with_its_message_and_is_answered_once(
    api: Api, stage: Stage, maryam: Player
) -> None:
    query = await _pressed(api, maryam)
    assert (query["data"], query["from"]["id"]) == ("y", maryam.id)
    assert query["message"]["text"] == "?"
    await api("answerCallbackQuery", callback_query_id=query["id"], text="noted")
    assert await maryam.answer_to(query) == "noted"
    again = await api.refusal("answerCallbackQuery", callback_query_id=query["id"])
    assert (again.code, again.description) == (400, TOO_OLD)


async def test_a_press_cannot_be_answered_after_150_seconds(
    api: Api, stage: Stage, maryam: Player
) -> None:
    query = await _pressed(api, maryam)
    await stage.advance(seconds=151)
    late = await api.refusal("answerCallbackQuery", callback_query_id=query["id"])
    assert late.description == TOO_OLD


async def test_only_buttons_that_are_there_can_be_pressed(api: Api, maryam: Player) -> None:
    query = await _pressed(api, maryam)
    message = (await maryam.chat())[0]
    assert message["message_id"] == query["message"]["message_id"]
    with pytest.raises(AssertionError, match="has no button"):
        await maryam.stage.post(
            "press", person=maryam.id, chat=maryam.key, message_id=message["message_id"], data="n"
        )
    await maryam.forges(message, "v9:' OR 1=1")
    forged = (await api.updates(offset=-1))[0]["callback_query"]
    assert forged["data"] == "v9:' OR 1=1"


async def test_a_press_in_a_group_names_who_pressed(
    api: Api, stage: Stage, maryam: Player, narges: Player
) -> None:
    group = await stage.group("Counselors", [maryam, narges])
    await api("sendMessage", chat_id=group["id"], text="a case", reply_markup=YES)
    await narges.in_(group).presses("Yes", answered=False)
    query = (await api.updates())[0]["callback_query"]
    assert (query["from"]["username"], query["message"]["chat"]["id"]) == ("narges", group["id"])


async def test_a_long_answer_is_refused(api: Api, maryam: Player) -> None:
    query = await _pressed(api, maryam)
    refused = await api.refusal(
        "answerCallbackQuery", callback_query_id=query["id"], text="x" * 201
    )
    assert refused.description == "Bad Request: MESSAGE_TOO_LONG"
