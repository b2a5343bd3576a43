"""Bale's updates, spoiled in every way and served over real HTTP: what is good is handled, the
offset always moves, and nothing waits for ever."""

import asyncio
import json
import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from aiohttp import web
from pydantic import SecretStr

from bot.domain.people import Platform
from bot.endpoints import Bale
from bot.handlers.house import Place
from bot.messengers.connection import connect
from bot.messengers.health import Health
from bot.messengers.poller import Poller
from tests.faults.engine import Engine, Json
from tests.messengers.test_bale import UPDATES, spoil

EACH = 100


def good(number: int) -> Json:
    account = 2_000_000_000 + number
    chat = {"id": account, "type": "private"}
    sender = {"id": account, "is_bot": False, "first_name": "x"}
    return {"message_id": 1, "from": sender, "chat": chat, "date": 1, "text": "/start"}


def batches(count: int, seed: int) -> list[list[Json]]:
    """In each, one good update among spoiled ones. Their numbers are Bale's, and stay."""
    chance, numbers = random.Random(seed), iter(range(count * (EACH + 1)))
    examples = [vector["update"] for vector in UPDATES.values()]
    made = []
    for batch in range(count):
        updates = [json.loads(json.dumps(chance.choice(examples))) for _ in range(EACH)]
        for update in updates:
            spoil(update, chance)
        updates.insert(chance.randrange(EACH), {"message": good(batch)})
        made.append([{**update, "update_id": next(numbers)} for update in updates])
    return made


class Wire:
    """What Bale would serve: the next hundred from the offset on."""

    def __init__(self, waiting: list[list[Json]]) -> None:
        self.waiting = [update for batch in waiting for update in batch]
        self.offsets: list[int] = []

    async def answer(self, request: web.Request) -> web.Response:
        if not request.path.endswith("getUpdates"):
            return web.json_response({"ok": True, "result": True})
        form = await request.post()
        offset = int(str(form.get("offset", 0)))
        self.offsets.append(offset)
        result = [update for update in self.waiting if update["update_id"] >= offset][:100]
        if not result:
            await asyncio.sleep(0.2)
        return web.json_response({"ok": True, "result": result})

    @property
    def empty(self) -> bool:
        return bool(self.offsets) and self.offsets[-1] >= len(self.waiting)


@asynccontextmanager
async def polling(middle: Engine, wire: Wire) -> AsyncIterator[None]:
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", wire.answer)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    connection = connect(Bale(token=SecretStr("1:token"), api_url=url, file_url=url), Platform.BALE)
    await connection.open()
    stop = asyncio.Event()
    poller = Poller(Platform.BALE, connection, middle.tools, Health(), 1)
    task = asyncio.create_task(poller.run(stop))
    try:
        yield
    finally:
        stop.set()
        await task
        await connection.close()
        await runner.cleanup()


async def survives(middle: Engine, count: int, seed: int) -> None:
    middle.tools.house.places[Platform.BALE] = Place("hamdeli_bot", None)  # type: ignore[index]
    wire = Wire(batches(count, seed))
    async with polling(middle, wire):
        while not wire.empty:
            await asyncio.sleep(0.05)
    assert wire.offsets == sorted(wire.offsets)
    assert len(set(wire.offsets[:-1])) >= count
    # What nobody can read is tried three times, and parked; a batch may count one failure a round.
    for _ in range(5):
        await middle.works()
    assert await middle.count("inbox", "state = 'new'") == 0
    greeted: set[Any] = {owed.chat_id for owed in await middle.owes()}
    assert {good(batch)["chat"]["id"] for batch in range(count)} <= greeted


async def test_the_good_updates_of_every_batch_are_handled(middle: Engine) -> None:
    await survives(middle, count=10, seed=11)


@pytest.mark.soak
async def test_ten_thousand_spoiled_updates_stop_nothing(middle: Engine) -> None:
    await survives(middle, count=100, seed=12)
