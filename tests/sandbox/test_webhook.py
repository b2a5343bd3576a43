"""Delivery by webhook: the secret, the retries, the order."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from aiohttp import web

from tests.sandbox.conftest import Api
from tests.stage import Json, Player, Stage


class Hook:
    """The bot's side: keeps what arrives, answers with the statuses it was given."""

    def __init__(self) -> None:
        self.url = ""
        self.arrived: asyncio.Queue[tuple[str, Json]] = asyncio.Queue()
        self.statuses: list[int] = []

    async def handle(self, request: web.BaseRequest) -> web.Response:
        secret = request.headers.get("X-Telegram-Bot-Api-Secret-Token", "")
        self.arrived.put_nowait((secret, await request.json()))
        return web.Response(status=self.statuses.pop(0) if self.statuses else 200)

    async def next(self) -> tuple[str, Json]:
        return await asyncio.wait_for(self.arrived.get(), 15)


@pytest.fixture
async def hook() -> AsyncIterator[Hook]:
    hook = Hook()
    runner = web.ServerRunner(web.Server(hook.handle))
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    hook.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield hook
    await runner.cleanup()


async def test_an_update_is_posted_with_the_secret(api: Api, hook: Hook, maryam: Player) -> None:
    await api("setWebhook", url=hook.url, secret_token="sesame-1")
    await maryam.says("hello")
    secret, update = await hook.next()
    assert (secret, update["message"]["text"]) == ("sesame-1", "hello")


async def test_what_was_refused_is_posted_again_and_in_order(
    api: Api, hook: Hook, maryam: Player
) -> None:
    hook.statuses = [500]
    await maryam.says("one")
    await maryam.says("two")
    await api("setWebhook", url=hook.url)
    texts = [(await hook.next())[1]["message"]["text"] for _ in range(3)]
    assert texts == ["one", "one", "two"]
    info = await api("getWebhookInfo")
    assert (info["url"], "500" in info["last_error_message"]) == (hook.url, True)


async def test_pending_updates_may_be_dropped(api: Api, hook: Hook, maryam: Player) -> None:
    await maryam.says("old")
    await api("setWebhook", url=hook.url, drop_pending_updates=True)
    await maryam.says("new")
    assert (await hook.next())[1]["message"]["text"] == "new"


async def test_without_webhook_the_updates_wait_for_a_poll(
    api: Api, hook: Hook, stage: Stage, maryam: Player
) -> None:
    await api("setWebhook", url=hook.url)
    await api("deleteWebhook")
    await maryam.says("hello")
    assert (await api("getWebhookInfo"))["pending_update_count"] == 1
    assert len(await api.updates()) == 1


async def test_only_loopback_and_plain_secrets_are_accepted(api: Api, hook: Hook) -> None:
    far = await api.refusal("setWebhook", url="https://example.org/hook")
    assert far.description.startswith("Bad Request: bad webhook")
    odd = await api.refusal("setWebhook", url=hook.url, secret_token="two words")
    assert "unallowed characters" in odd.description
