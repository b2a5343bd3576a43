"""Where a bot may write, what fits into a message, what keyboards are let through."""

from typing import Any

import pytest

from tests.sandbox.conftest import Api
from tests.stage import Json, Player, Stage

YES = {"inline_keyboard": [[{"text": "Yes", "callback_data": "y"}]]}


async def test_a_stranger_cannot_be_written_to_before_they_press_start(
    api: Api, stage: Stage
) -> None:
    sara = await stage.person("Sara")
    refused = await api.refusal("sendMessage", chat_id=sara.id, text="hello")
    assert (refused.code, refused.description) == (400, "Bad Request: chat not found")
    await sara.says("/start")
    await api("sendMessage", chat_id=sara.id, text="hello")
    await sara.hears("hello")


async def test_somebody_known_from_a_group_only_is_forbidden(api: Api, stage: Stage) -> None:
    sara = await stage.person("Sara")
    await stage.group("Counselors", [sara])
    refused = await api.refusal("sendMessage", chat_id=sara.id, text="hello")
    words = "Forbidden: bot can't initiate conversation with a user"
    assert (refused.code, refused.description) == (403, words)


async def test_blocked_and_deleted_accounts_are_told_apart(
    api: Api, stage: Stage, maryam: Player, narges: Player
) -> None:
    await maryam.blocks()
    blocked = await api.refusal("sendMessage", chat_id=maryam.id, text="hello")
    assert (blocked.code, blocked.description) == (403, "Forbidden: bot was blocked by the user")
    await stage.post("deactivate", person=narges.id)
    gone = await api.refusal("sendMessage", chat_id=narges.id, text="hello")
    assert (gone.code, gone.description) == (403, "Forbidden: user is deactivated")


async def test_who_blocked_the_bot_comes_back_by_start(api: Api, maryam: Player) -> None:
    await maryam.blocks()
    await maryam.says("/start")
    updates = await api.updates()
    states = [u["my_chat_member"]["new_chat_member"]["status"] for u in updates[:2]]
    assert states == ["kicked", "member"]
    await api("sendMessage", chat_id=maryam.id, text="welcome back")


@pytest.mark.parametrize(
    ("params", "words"),
    [
        ({"text": "  \n "}, "message text is empty"),
        ({"text": "😀" * 2049}, "message is too long"),
        ({"text": "<b>open", "parse_mode": "HTML"}, "can't parse entities: Can't find end tag"),
        ({"text": "<q>x</q>", "parse_mode": "HTML"}, "can't parse entities: Unsupported start tag"),
        ({"text": "a</b>", "parse_mode": "HTML"}, "can't parse entities: Unexpected end tag"),
        (
            {"text": "hi", "entities": [{"type": "bold", "offset": 1, "length": 2}]},
            "entity beginning at UTF-16 offset 1 ends after the end of the text",
        ),
        (
            {"text": "😀", "entities": [{"type": "bold", "offset": 1, "length": 1}]},
            "entity beginning at UTF-16 offset 1 ends in a middle of a UTF-16 symbol",
        ),
        ({"text": "x", "reply_parameters": {"message_id": 9}}, "message to be replied not found"),
        ({"text": "x", "reply_markup": "oops"}, "can't parse reply_markup JSON object"),
        ({"text": "\ud83d"}, "strings must be encoded in UTF-8"),
        ({"text": "x", "reply_parameters": [1]}, "can't parse reply_parameters"),
        ({"text": "x", "reply_markup": [1]}, "object expected as reply markup"),
    ],
)
async def test_a_wrong_message_is_refused(
    api: Api, maryam: Player, params: Json, words: str
) -> None:
    refused = await api.refusal("sendMessage", chat_id=maryam.id, **params)
    assert refused.code == 400
    assert refused.description.startswith(f"Bad Request: {words}")
    assert await maryam.chat() == []


@pytest.mark.parametrize(
    ("button", "words"),
    [
        ({"text": "a", "callback_data": "ب" * 33}, "BUTTON_DATA_INVALID"),
        ({"text": "a", "callback_data": ""}, "BUTTON_DATA_INVALID"),
        ({"text": "a"}, "Text buttons are unallowed in the inline keyboard"),
        ({"text": "", "callback_data": "b"}, 'field "text" must be of type String'),
        ({"text": "a", "callback_data": "b", "url": "https://x.ir"}, "more than one action"),
    ],
)
async def test_a_wrong_button_is_refused(
    api: Api, maryam: Player, button: Json, words: str
) -> None:
    markup = {"inline_keyboard": [[button]]}
    refused = await api.refusal("sendMessage", chat_id=maryam.id, text="x", reply_markup=markup)
    assert words in refused.description


async def test_too_many_buttons_are_refused(api: Api, maryam: Player) -> None:
    button = {"text": "a", "callback_data": "b"}
    for rows in ([[button] * 9], [[button]] * 101):
        markup = {"inline_keyboard": rows}
        refused = await api.refusal("sendMessage", chat_id=maryam.id, text="x", reply_markup=markup)
        assert refused.description == "Bad Request: reply markup is too long"


async def test_the_longest_text_passes_and_space_around_it_is_cut(api: Api, maryam: Player) -> None:
    await api("sendMessage", chat_id=maryam.id, text="😀" * 2048)
    bold = [{"type": "bold", "offset": 2, "length": 4}]
    sent = await api("sendMessage", chat_id=maryam.id, text="  hello  ", entities=bold)
    assert (sent["text"], sent["entities"]) == (
        "hello",
        [{"type": "bold", "offset": 0, "length": 4}],
    )


async def test_html_becomes_entities_in_utf16_units(api: Api, maryam: Player) -> None:
    source = '😀 <b>bold <i>both</i></b> <a href="https://x.ir">link</a> &lt;'
    sent = await api("sendMessage", chat_id=maryam.id, text=source, parse_mode="HTML")
    assert sent["text"] == "😀 bold both link <"
    marks = [(e["type"], e["offset"], e["length"]) for e in sent["entities"]]
    assert marks == [("bold", 3, 9), ("italic", 8, 4), ("text_link", 13, 4)]


async def test_commands_links_and_names_in_a_text_are_marked(api: Api, maryam: Player) -> None:
    await maryam.says("/start@hamdeli_bot سلام @narges https://example.org/a +98 912 000 0000 #غم")
    entities = (await api.updates())[0]["message"]["entities"]
    kinds = [e["type"] for e in entities]
    assert kinds == ["bot_command", "mention", "url", "phone_number", "hashtag"]
    assert (entities[0]["offset"], entities[0]["length"]) == (0, 18)


async def test_a_reply_carries_the_whole_message_it_answers(api: Api, maryam: Player) -> None:
    asked = await api("sendMessage", chat_id=maryam.id, text="how are you?", reply_markup=YES)
    await maryam.says("fine", reply_to=(await maryam.chat())[0])
    answer = (await api.updates())[0]["message"]
    assert answer["reply_to_message"] == asked
    reply = {"message_id": answer["message_id"]}
    sent = await api("sendMessage", chat_id=maryam.id, text="good", reply_parameters=reply)
    assert "reply_to_message" not in sent["reply_to_message"]


async def test_a_reply_to_nothing_may_be_sent_all_the_same(api: Api, maryam: Player) -> None:
    reply = {"message_id": 1, "allow_sending_without_reply": True}
    sent = await api("sendMessage", chat_id=maryam.id, text="x", reply_parameters=reply)
    assert "reply_to_message" not in sent


async def test_a_reply_keyboard_is_shown_but_is_not_part_of_the_message(
    api: Api, maryam: Player
) -> None:
    keyboard: Any = {"keyboard": [["Yes", {"text": "No"}]], "resize_keyboard": True}
    sent = await api("sendMessage", chat_id=maryam.id, text="?", reply_markup=keyboard)
    assert "reply_markup" not in sent
    assert await maryam.buttons() == ["Yes", "No"]
    await maryam.presses("No")
    assert (await api.updates())[0]["message"]["text"] == "No"


async def test_message_ids_of_a_supergroup_are_counted_on_their_own(
    api: Api, stage: Stage, maryam: Player
) -> None:
    group = await stage.group("Counselors", [maryam])
    private = await api("sendMessage", chat_id=maryam.id, text="x")
    shared = await api("sendMessage", chat_id=group["id"], text="x")
    assert shared["message_id"] == 1
    assert private["message_id"] >= 100


async def test_copies_carry_no_origin_and_forwards_do(
    api: Api, stage: Stage, maryam: Player, narges: Player
) -> None:
    await maryam.sends_photo(caption="our house")
    source = {"from_chat_id": maryam.id, "message_id": (await maryam.chat())[0]["message_id"]}
    await api("copyMessage", chat_id=narges.id, **source)
    await api("forwardMessage", chat_id=narges.id, **source)
    copy, forward = await narges.chat()
    assert [m["caption"] for m in (copy, forward)] == ["our house"] * 2
    assert (copy["forwarded_from"], forward["forwarded_from"]) == (None, "Maryam")


async def test_copying_many_keeps_the_album_and_skips_what_is_gone(
    api: Api, maryam: Player, narges: Player
) -> None:
    ids = [(await maryam.sends_photo(album="trip"))["message_id"] for _ in range(2)]
    many = {"chat_id": narges.id, "from_chat_id": maryam.id, "message_ids": [*ids, ids[1] + 50]}
    assert len(await api("copyMessages", **many)) == 2
    groups = {m["media_group_id"] for m in [*await maryam.chat(), *await narges.chat()]}
    assert len(groups) == 2
    refused = await api.refusal("copyMessages", **many | {"message_ids": [ids[1], ids[0]]})
    assert "strictly increasing" in refused.description


async def test_flood_limits_name_the_seconds_to_wait(api: Api, stage: Stage) -> None:
    await stage.faults(limits=True)
    maryam = await stage.person("Maryam", started=True)
    for _ in range(20):
        await api("sendMessage", chat_id=maryam.id, text="x")
    refused = await api.refusal("sendMessage", chat_id=maryam.id, text="x")
    assert (refused.code, refused.parameters) == (429, {"retry_after": 1})
    assert refused.description == "Too Many Requests: retry after 1"
    await stage.advance(seconds=1)
    await api("sendMessage", chat_id=maryam.id, text="x")


async def test_a_group_takes_twenty_messages_a_minute(
    api: Api, stage: Stage, maryam: Player
) -> None:
    await stage.faults(limits=True)
    group = await stage.group("Counselors", [maryam])
    for _ in range(20):
        await api("sendMessage", chat_id=group["id"], text="x")
    refused = await api.refusal("sendMessage", chat_id=group["id"], text="x")
    assert refused.parameters["retry_after"] in (2, 3)


async def test_unknown_methods_and_foreign_tokens_are_refused(api: Api) -> None:
    assert (await api.refusal("sendGreeting")).description == "Not Found"
    assert (await api("GETME"))["is_bot"] is True
    api.token = "1:another"
    refused = await api.refusal("getMe")
    assert (refused.code, refused.description) == (401, "Unauthorized")
