"""A rush of updates on Bale, which keeps 2,000 only: all are fetched, and an operator is told."""

import asyncio
import logging

import pytest
from pydantic import SecretStr

from bot.domain.outgoing import Text
from bot.domain.people import Platform
from bot.endpoints import Bale
from bot.messengers.connection import connect
from bot.messengers.health import Health
from bot.messengers.poller import ALARM, Poller
from bot.sandbox import Emulator
from bot.sandbox.server import BALE_TOKEN
from tests.faults.engine import ADMINISTRATOR, Engine
from tests.marks import unmarked
from tests.service.house import say
from tests.stage import Stage


async def test_more_than_five_hundred_at_once_are_kept_and_told(
    middle: Engine,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.WARNING, "hamdeli.poller")
    async with Emulator() as emulator, Stage(emulator.url) as stage:
        mina = await stage.person("مینا", platform="bale", started=True)
        for number in range(ALARM + 100):
            await mina.says(f"پیام {number}")
        given = Bale(token=SecretStr(BALE_TOKEN), api_url=emulator.url, file_url=emulator.url)
        connection = connect(given, Platform.BALE)
        await connection.open()
        stop = asyncio.Event()
        poller = Poller(Platform.BALE, connection, middle.tools, Health(), 1)
        polling = asyncio.create_task(poller.run(stop))
        try:
            while await middle.count("inbox") < ALARM + 100:
                await asyncio.sleep(0.02)
        finally:
            stop.set()
            await polling
            await connection.close()
    assert "more than 500 updates waited at Bale" in caplog.text
    told = [owed.message for owed in await middle.owes() if owed.chat_id == ADMINISTRATOR]
    said = say("backlog-admins", count=ALARM, messenger="بله")
    assert [unmarked(one.text) for one in told if isinstance(one, Text)] == [unmarked(said)]
