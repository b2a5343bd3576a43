"""Bale's answers over real HTTP, through the library: those of bale_vectors.json, and more."""

import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest
from aiohttp import web
from pydantic import SecretStr
from telegram.error import BadRequest, Forbidden, InvalidToken, NetworkError, RetryAfter

from bot.domain.delivery import DeadToken, Gone, Result, Sent, TooMany, Unreachable
from bot.domain.people import Platform
from bot.endpoints import Bale
from bot.messengers.connection import Connection, connect
from bot.messengers.faults import seconds_of
from tests.messengers.test_bale import VECTORS

Json = dict[str, Any]
RESPONSES = {v["id"]: v for v in VECTORS if v["kind"] == "response"}
CALLS: dict[str, Callable[[Any], Any]] = {
    "getMe": lambda bot: bot.get_me(),
    "editMessageText": lambda bot: bot.edit_message_text("x", 1, 2),
    "sendInvoice": lambda bot: bot.send_invoice(1, "t", "d", "p", "IRR", [], "token"),
    "getWebhookInfo": lambda bot: bot.get_webhook_info(),
    "getChat": lambda bot: bot.get_chat(1),
    "getChatMember": lambda bot: bot.get_chat_member(1, 2),
    "sendMessage": lambda bot: bot.send_message(1, "x"),
}
ERRORS = {"Forbidden": Forbidden, "BadRequest": BadRequest, "RetryAfter": RetryAfter}


@asynccontextmanager
async def answering(status: int, body: Any, kind: str = "application/json") -> AsyncIterator[str]:
    """A server that answers everything so."""
    text = body if isinstance(body, str) else json.dumps(body)

    async def answer(_: web.BaseRequest) -> web.Response:
        return web.Response(status=status, text=text, content_type=kind)

    runner = web.ServerRunner(web.Server(answer))
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()


@asynccontextmanager
async def connected(
    status: int, body: Any, kind: str = "application/json"
) -> AsyncIterator[Connection]:
    async with answering(status, body, kind) as url:
        settings = Bale(token=SecretStr("12345678:token"), api_url=url, file_url=url)
        connection = connect(settings, Platform.BALE)
        await connection.open()
        try:
            yield connection
        finally:
            await connection.close()


@pytest.mark.parametrize("vector", RESPONSES.values(), ids=RESPONSES)
async def test_each_answer_means_to_the_library_what_it_should(vector: Json) -> None:
    response, expected = vector["response"], vector["expected_with_adapter"]
    call = CALLS[vector["request"]["method"]]
    given = response["http_status"], response["body"], response["content_type"]
    async with connected(*given) as connection:
        kind, _, said = expected.partition(": ")
        if kind == "OK":
            result = await call(connection.bot)
            assert type(result).__name__ == said.partition("=")[0]
        else:
            with pytest.raises(ERRORS[kind]) as caught:
                await call(connection.bot)
            if isinstance(caught.value, RetryAfter):
                assert f"Retry in {seconds_of(caught.value):.0f} seconds" in said
            else:
                assert str(caught.value) == said


@pytest.mark.parametrize(
    ("status", "body", "method", "result"),
    [
        (404, {"ok": False, "error_code": 404, "description": "no such group or user"},
         "sendMessage", Unreachable("chat not found")),
        (404, {"ok": False, "error_code": 404, "description": "message not found"},
         "editMessageText", Gone("message to edit not found")),
        (404, {"ok": False, "error_code": 404, "description": "x"}, "deleteMessage", Sent()),
        (404, {"ok": False, "error_code": 404, "description": "Token not found"},
         "sendMessage", DeadToken()),
        (400, {"ok": False, "error_code": 400, "description": "Token not found"},
         "sendMessage", DeadToken()),
        (403, {"ok": False, "error_code": 403, "description": "Forbidden: permission_denied"},
         "sendMessage", Unreachable("permission_denied")),
        (200, {"ok": False, "error_code": 403, "description": "Forbidden: blocked"},
         "sendMessage", Unreachable("blocked")),
        (200, {"ok": False, "error_code": 404, "description": "no such group or user"},
         "sendMessage", Unreachable("chat not found")),
        (429, "local_rate_limited", "sendMessage", TooMany(5)),
        (429, {"ok": False, "error_code": 429, "description": "x"}, "sendMessage", TooMany(5)),
        (429, {"ok": False, "error_code": 429, "description": "x",
               "parameters": {"retry_after": 0}}, "sendMessage", TooMany(5)),
        (420, {"ok": False, "error_code": 420, "description": "Flood"}, "sendMessage", TooMany(5)),
        (400, {"ok": False, "error_code": 400, "description": "bot limit exceed"},
         "sendMessage", TooMany(5)),
        (200, {"ok": True, "result": {"message_id": 0, "date": 0, "chat": {"id": 0, "type": ""}}},
         "editMessageText", Sent()),
        (200, {"ok": True, "result": {"message_id": -7}}, "sendMessage", Sent((-7,))),
    ],
)  # fmt: skip
async def test_every_answer_has_one_meaning_for_a_letter(
    status: int, body: Any, method: str, result: Result
) -> None:
    async with connected(status, body) as connection:
        assert await connection.call(method, {"chat_id": 1}) == result


async def test_an_answer_of_404_does_not_end_polling() -> None:
    async with connected(404, "no such group or user", "text/plain") as connection:
        with pytest.raises(NetworkError):
            await connection.updates(None, 0)


async def test_a_bad_token_is_known_by_its_words() -> None:
    body = {"ok": False, "error_code": 404, "description": "Token not found"}
    async with connected(404, body) as connection:
        with pytest.raises(InvalidToken):
            await connection.updates(None, 0)
