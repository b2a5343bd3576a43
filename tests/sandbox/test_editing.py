"""Edits, deletions, pins and reactions of the bot; edits of people."""

import pytest

from tests.sandbox.conftest import Api
from tests.stage import Json, Player, Stage

YES = {"inline_keyboard": [[{"text": "Yes", "callback_data": "y"}]]}
NOT_MODIFIED = (
    "Bad Request: message is not modified: specified new message content and reply markup are "
    "exactly the same as a current content and reply markup of the message"
)


async def _sent(api: Api, person: Player, text: str = "hello") -> Json:
    sent = await api("sendMessage", chat_id=person.id, text=text, reply_markup=YES)
    return {"chat_id": person.id, "message_id": sent["message_id"]}


async def test_an_edit_without_a_keyboard_takes_the_buttons_away(api: Api, maryam: Player) -> None:
    where = await _sent(api, maryam)
    await maryam.hears("hello")
    edited = await api("editMessageText", **where, text="goodbye")
    assert "reply_markup" not in edited
    assert (await maryam.hears("goodbye"))["buttons"] is None


async def test_an_edit_that_changes_nothing_is_refused(api: Api, maryam: Player) -> None:
    where = await _sent(api, maryam)
    same = await api.refusal("editMessageText", **where, text="hello", reply_markup=YES)
    assert same.description == NOT_MODIFIED
    markup = await api.refusal("editMessageReplyMarkup", **where, reply_markup=YES)
    assert markup.description == NOT_MODIFIED
    await api("editMessageReplyMarkup", **where)


async def test_only_the_own_messages_that_exist_can_be_edited(api: Api, maryam: Player) -> None:
    hers = await maryam.says("mine")
    where = {"chat_id": maryam.id, "message_id": hers["message_id"]}
    refused = await api.refusal("editMessageText", **where, text="x")
    assert refused.description == "Bad Request: message can't be edited"
    refused = await api.refusal("editMessageText", **where | {"message_id": 1}, text="x")
    assert refused.description == "Bad Request: message to edit not found"


async def test_captions_and_texts_are_different_things(api: Api, maryam: Player) -> None:
    where = await _sent(api, maryam)
    refused = await api.refusal("editMessageCaption", **where, caption="x")
    assert refused.description == "Bad Request: there is no caption in the message to edit"


async def test_deletion_works_for_48_hours(api: Api, stage: Stage, maryam: Player) -> None:
    old, older = await _sent(api, maryam), await _sent(api, maryam)
    hers = await maryam.says("delete this, please")
    assert await api("deleteMessage", **old) is True
    await api("deleteMessage", chat_id=maryam.id, message_id=hers["message_id"])
    assert len(await maryam.chat()) == 1
    again = await api.refusal("deleteMessage", **old)
    assert again.description == "Bad Request: message to delete not found"
    await stage.advance(hours=48, seconds=1)
    late = await api.refusal("deleteMessage", **older)
    assert late.description == "Bad Request: message can't be deleted for everyone"


async def test_deleting_many_skips_what_is_gone(api: Api, maryam: Player) -> None:
    where = await _sent(api, maryam)
    ids = [where["message_id"], where["message_id"] + 7]
    assert await api("deleteMessages", chat_id=maryam.id, message_ids=ids) is True
    assert await maryam.chat() == []


async def test_pinning_in_a_group_needs_an_administrator(
    api: Api, stage: Stage, maryam: Player
) -> None:
    group = await stage.group("Counselors", [maryam], bot_is_admin=False)
    card = await api("sendMessage", chat_id=group["id"], text="a card")
    where = {"chat_id": group["id"], "message_id": card["message_id"]}
    refused = await api.refusal("pinChatMessage", **where)
    assert refused.description == (
        "Bad Request: not enough rights to manage pinned messages in the chat"
    )
    await stage.post("group", chat=group["key"], action="promote_bot")
    await api("pinChatMessage", **where)
    assert [m["pinned"] for m in await maryam.in_(group).chat()] == [True]
    await api("unpinChatMessage", chat_id=group["id"])
    assert [m["pinned"] for m in await maryam.in_(group).chat()] == [False]


@pytest.mark.parametrize(("emoji", "allowed"), [("🙏", True), ("🧭", False)])
async def test_only_some_emoji_can_be_reactions(
    api: Api, maryam: Player, emoji: str, allowed: bool
) -> None:
    hers = await maryam.says("thank you")
    where = {"chat_id": maryam.id, "message_id": hers["message_id"]}
    reaction = [{"type": "emoji", "emoji": emoji}]
    if allowed:
        await api("setMessageReaction", **where, reaction=reaction)
        assert (await maryam.chat())[0]["reactions"] == [emoji]
    else:
        refused = await api.refusal("setMessageReaction", **where, reaction=reaction)
        assert refused.description == "Bad Request: REACTION_INVALID"


async def test_an_edit_of_a_person_is_told_with_the_new_text(api: Api, maryam: Player) -> None:
    message = await maryam.says("I am fin")
    await maryam.edits(message, "I am fine")
    edited = (await api.updates())[1]["edited_message"]
    assert (edited["message_id"], edited["text"]) == (message["message_id"], "I am fine")
    assert "edit_date" in edited
