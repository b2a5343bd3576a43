"""The second opinion: what a validator on independent models lets through."""

import json

import pytest

from bot.sandbox import Emulator
from tests.sandbox.conftest import Api
from tests.stage import Json, Stage
from tests.strict import validate

YES = {"inline_keyboard": [[{"text": "Yes", "callback_data": "y"}]]}
TEXT: Json = {"chat_id": 5, "text": "x"}


@pytest.mark.parametrize(
    ("method", "params"),
    [
        ("sendMessage", {"chat_id": "5", "text": "[1]", "reply_markup": json.dumps(YES)}),
        ("sendMessage", TEXT | {"reply_markup": YES, "reply_parameters": {"message_id": 3}}),
        ("sendMessage", TEXT | {"entities": [{"type": "bold", "offset": 0, "length": 1}]}),
        ("sendMessage", TEXT | {"link_preview_options": {"is_disabled": True}}),
        ("sendMessage", TEXT | {"reply_markup": {"remove_keyboard": True}}),
        ("getUpdates", {"offset": "5", "allowed_updates": '["message"]'}),
        ("setMyCommands", {"commands": [{"command": "start", "description": "…"}]}),
        ("answerCallbackQuery", {"callback_query_id": "5", "show_alert": "true"}),
        ("deleteMessages", {"chat_id": 1, "message_ids": [3, 4]}),
        ("copyMessages", {"chat_id": 1, "from_chat_id": 2, "message_ids": [3, 4]}),
    ],
)
def test_a_right_request_passes(method: str, params: Json) -> None:
    assert validate(method, params) is None


@pytest.mark.parametrize(
    ("method", "params", "words"),
    [
        ("sendMessag", {}, "no method"),
        ("sendMessage", {"chat_id": 5}, "text"),
        ("sendMessage", TEXT | {"txt": "x"}, "unknown parameter txt"),
        ("sendMessage", TEXT | {"disable_web_page_preview": True}, "deprecated"),
        ("sendMessage", TEXT | {"reply_to_message_id": 3}, "deprecated"),
        ("sendMessage", TEXT | {"reply_parameters": {"message_id": 3, "x": 1}}, "unknown field"),
        ("sendMessage", TEXT | {"reply_markup": "{oops"}, "not JSON"),
        ("sendMessage", TEXT | {"reply_markup": {"inline": []}}, "exactly one of"),
        ("sendMessage", TEXT | {"text": "😀" * 2049}, "4098 UTF-16 units"),
        ("sendMessage", TEXT | {"parse_mode": "html5"}, "parse_mode"),
        (
            "sendMessage",
            TEXT | {"entities": [{"type": "bold", "offset": 0, "length": 2}]},
            "outside the text",
        ),
        ("editMessageText", {"chat_id": 5, "message_id": "abc", "text": "x"}, "message_id"),
        (
            "editMessageText",
            TEXT | {"message_id": 3, "reply_markup": {"remove_keyboard": True}},
            "inline keyboard only",
        ),
        ("deleteMessages", {"chat_id": 5, "message_ids": list(range(101))}, "101 messages"),
        ("setMyCommands", {"commands": [{"command": "Start!", "description": "x"}]}, "command"),
        ("sendMediaGroup", {"chat_id": 5, "media": [{"type": "photo", "media": "x"}]}, "album"),
    ],
)
def test_a_wrong_request_is_found_out(method: str, params: Json, words: str) -> None:
    assert words in (validate(method, params) or "")


@pytest.mark.parametrize(
    ("button", "words"),
    [
        ({"text": "a", "callback_dat": "b"}, "unknown field"),
        ({"text": "a", "callback_data": "b", "url": "https://x.ir"}, "2 actions"),
        ({"text": "a"}, "0 actions"),
        ({"text": "a", "callback_data": "ب" * 33}, "66 bytes"),
        ({"text": " ", "callback_data": "b"}, "without a label"),
    ],
)
def test_a_wrong_button_is_found_out(button: Json, words: str) -> None:
    markup = {"inline_keyboard": [[button]]}
    assert words in (validate("sendMessage", TEXT | {"reply_markup": markup}) or "")


async def test_a_wrong_request_fails_the_story_it_happens_in() -> None:
    import aiohttp

    async with Emulator(validate=validate) as emulator, aiohttp.ClientSession(emulator.url) as http:
        with pytest.raises(AssertionError, match="wrong requests"):
            async with Stage(emulator.url):
                await Api(http, emulator.token)("getMe", verbose=True)
        assert emulator.problems == ["getMe: unknown parameter verbose"]
