"""A fresh emulator for each story, and the plainest possible bot: one that only makes calls."""

from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest

from bot.sandbox import Emulator
from tests.stage import Json, Player, Stage


class Refused(Exception):
    """The emulator said no."""

    def __init__(self, answer: Json) -> None:
        super().__init__(answer["description"])
        self.code: int = answer["error_code"]
        self.description: str = answer["description"]
        self.parameters: Json = answer.get("parameters", {})


class Api:
    """Bot API calls over real HTTP: `await api("sendMessage", chat_id=…, text=…)`."""

    def __init__(self, http: aiohttp.ClientSession, token: str) -> None:
        self.http = http
        self.token = token

    async def __call__(self, method: str, /, **params: Any) -> Any:
        async with self.http.post(f"/bot{self.token}/{method}", json=params) as response:
            answer = await response.json()
        if not answer["ok"]:
            assert response.status == answer["error_code"]
            raise Refused(answer)
        return answer["result"]

    async def refusal(self, method: str, /, **params: Any) -> Refused:
        with pytest.raises(Refused) as refused:
            await self(method, **params)
        return refused.value

    async def updates(self, **params: Any) -> list[Json]:
        """All that wait (the ids are confirmed by the next call)."""
        found: list[Json] = await self("getUpdates", **params)
        return found


@pytest.fixture
async def emulator() -> AsyncIterator[Emulator]:
    async with Emulator() as running:
        yield running


@pytest.fixture
async def stage(emulator: Emulator) -> AsyncIterator[Stage]:
    async with Stage(emulator.url) as running:
        yield running


@pytest.fixture
async def api(emulator: Emulator) -> AsyncIterator[Api]:
    async with aiohttp.ClientSession(emulator.url) as http:
        yield Api(http, emulator.token)


@pytest.fixture
async def maryam(stage: Stage) -> Player:
    return await stage.person("Maryam", started=True)


@pytest.fixture
async def narges(stage: Stage) -> Player:
    return await stage.person("Narges", started=True, username="narges")
