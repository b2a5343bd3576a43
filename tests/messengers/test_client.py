"""The HTTP client against a server that misbehaves in every way we know."""

import asyncio
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest
from aiohttp import web
from pydantic import SecretStr

from bot.domain.delivery import (
    Ambiguous,
    DeadToken,
    Moved,
    NotSent,
    Refused,
    Result,
    Sent,
    TooMany,
    Unreachable,
)
from bot.endpoints import Telegram
from bot.messengers.connection import Connection, NoAnswer, TokenRefused, connect

TOKEN = "123456789:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
Answering = Callable[[web.Request], Awaitable[web.StreamResponse]]


def settings(url: str, **more: Any) -> Telegram:
    return Telegram(token=SecretStr(TOKEN), api_url=url, file_url=url, **more)


@asynccontextmanager
async def messenger(answer: Answering) -> AsyncIterator[str]:
    """A server on loopback that answers everything in one way; its address."""
    app = web.Application()
    app.router.add_route("*", "/{tail:.*}", answer)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    assert site._server is not None
    try:
        yield f"http://127.0.0.1:{site._server.sockets[0].getsockname()[1]}"  # type: ignore[attr-defined]
    finally:
        await runner.cleanup()


@asynccontextmanager
async def connected(url: str, **more: Any) -> AsyncIterator[Connection]:
    connection = connect(settings(url, **more))
    await connection.open()
    try:
        yield connection
    finally:
        await connection.close()


async def sent_to(answer: Answering, **more: Any) -> Result:
    """What sending a message to such a server comes to."""
    async with messenger(answer) as url, connected(url, **more) as connection:
        return await connection.call("sendMessage", {"chat_id": 1, "text": "سلام"})


def says(status: int, body: Any, **headers: str) -> Answering:
    async def answer(_: web.Request) -> web.StreamResponse:
        if isinstance(body, dict):
            return web.json_response(body, status=status, headers=headers)
        return web.Response(body=body, status=status, headers=headers)

    return answer


def refuses(code: int, description: str, **parameters: Any) -> Answering:
    body = {"ok": False, "error_code": code, "description": description}
    return says(code, body | ({"parameters": parameters} if parameters else {}))


GOOD = {"ok": True, "result": {"message_id": 7}}


@pytest.mark.parametrize(
    ("answer", "result"),
    [
        (says(200, GOOD), Sent((7,))),
        (says(200, {"ok": True, "result": True}), Sent()),
        (refuses(429, "Too Many Requests: retry after 30", retry_after=30), TooMany(30)),
        (refuses(429, "Too Many Requests: retry after 3"), TooMany(3)),
        (says(429, b"<html>slow down</html>"), TooMany(5)),
        (says(429, b""), TooMany(5)),
        (refuses(401, "Unauthorized"), DeadToken()),
        (refuses(403, "Forbidden: bot was blocked by the user"),
         Unreachable("bot was blocked by the user")),
        (refuses(400, "Bad Request: chat not found"), Unreachable("chat not found")),
        (refuses(400, "Bad Request: message is too long"), Refused("message is too long")),
        (refuses(400, "Bad Request: group chat was upgraded to a supergroup chat",
                 migrate_to_chat_id=-1007), Moved(-1007)),
    ],
)  # fmt: skip
async def test_an_answer_means_what_it_says(answer: Answering, result: Result) -> None:
    assert await sent_to(answer) == result


@pytest.mark.parametrize("status", [500, 502, 503, 504])
@pytest.mark.parametrize(
    "body", [b"", b"<html>Bad Gateway</html>", b"\xff\xfe", b'{"ok": tr', b"[]", b"null"]
)
async def test_a_broken_server_may_have_delivered_it(status: int, body: bytes) -> None:
    assert isinstance(await sent_to(says(status, body)), Ambiguous)


@pytest.mark.parametrize("body", [b"", b"<html>", b'{"ok": tr', b"[]", b"null", b"\xff\xfe"])
async def test_an_unreadable_success_may_have_delivered_it(body: bytes) -> None:
    assert isinstance(await sent_to(says(200, body)), Ambiguous)


async def test_a_connection_that_breaks_after_the_request_may_have_delivered_it() -> None:
    async def drop(request: web.Request) -> web.StreamResponse:
        await request.read()
        assert request.transport is not None
        request.transport.abort()
        return web.Response()

    assert isinstance(await sent_to(drop), Ambiguous)


async def test_an_answer_cut_in_the_middle_may_have_delivered_it() -> None:
    async def cut(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Length": "1000"})
        await response.prepare(request)
        await response.write(b'{"ok": true, ')
        assert request.transport is not None
        request.transport.abort()
        return response

    assert isinstance(await sent_to(cut), Ambiguous)


async def test_where_nobody_listens_nothing_was_sent() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    async with connected(f"http://127.0.0.1:{port}") as connection:
        assert isinstance(await connection.call("sendMessage", {"chat_id": 1}), NotSent)


@pytest.mark.parametrize("proxy", ["http://127.0.0.1:{}", "socks5://127.0.0.1:{}"])
async def test_where_the_proxy_is_gone_nothing_was_sent(proxy: str) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    result = await sent_to(says(200, GOOD), proxy=SecretStr(proxy.format(port)))
    assert isinstance(result, NotSent)


async def test_a_name_that_does_not_exist_is_not_sent() -> None:
    async with connected("http://does-not-exist.invalid") as connection:
        assert isinstance(await connection.call("sendMessage", {"chat_id": 1}), NotSent)


async def test_a_closed_client_says_so_and_does_not_hang() -> None:
    async with messenger(says(200, GOOD)) as url:
        async with connected(url) as connection:
            pass
        assert isinstance(await connection.call("sendMessage", {"chat_id": 1}), NotSent)


async def test_persian_and_half_characters_arrive_readable() -> None:
    heard = []

    async def listen(request: web.Request) -> web.StreamResponse:
        heard.append((await request.post())["text"])
        return web.json_response(GOOD)

    async with messenger(listen) as url, connected(url) as connection:
        for text in ("سلام + & = % 👋 می‌روم\nخط دو", "نیمه \ud83d"):
            assert await connection.call("sendMessage", {"chat_id": 1, "text": text}) == Sent((7,))
    assert heard[0] == "سلام + & = % 👋 می‌روم\nخط دو"
    assert str(heard[1]).startswith("نیمه")


async def test_many_calls_run_at_once() -> None:
    together = asyncio.Barrier(20)

    async def wait_for_all(_: web.Request) -> web.StreamResponse:
        await together.wait()
        return web.json_response(GOOD)

    async with messenger(wait_for_all) as url, connected(url) as connection:
        calls = [connection.call("sendMessage", {"chat_id": n}) for n in range(20)]
        assert await asyncio.gather(*calls) == [Sent((7,))] * 20


async def test_an_operator_hears_why_there_is_no_name() -> None:
    async with messenger(refuses(401, "Unauthorized")) as url, connected(url) as connection:
        with pytest.raises(TokenRefused):
            await connection.name()
    async with messenger(refuses(500, "Internal")) as url, connected(url) as connection:
        with pytest.raises(NoAnswer):
            await connection.name()


async def test_no_error_ever_names_the_token() -> None:
    async with messenger(refuses(404, "Not Found")) as url, connected(url) as connection:
        assert TOKEN not in repr(await connection.call("sendMessage", {"chat_id": 1}))
    async with connected("http://127.0.0.1:1") as connection:
        result = await connection.call("sendMessage", {"chat_id": 1})
        assert "AAAA" not in repr(result)
