"""SIGTERM under load: nothing is lost, and nothing at all is told twice."""

import asyncio
import random

import pytest

from tests.faults.accounting import Inquest
from tests.faults.storm import at_work, books, playing
from tests.faults.watching import Crowd
from tests.service.house import Hamdeli, Story

EXIT = 10.0
"""Seconds in which a service that is told to stop must have stopped: it is the promise itself."""


async def test_an_orderly_restart_repeats_nothing(crowd: Crowd, service: Hamdeli) -> None:
    await _restarts(crowd, service, 5, seed=1)


@pytest.mark.soak
async def test_fifty_orderly_restarts_repeat_nothing(crowd: Crowd, service: Hamdeli) -> None:
    await _restarts(crowd, service, 50, seed=2)


async def _restarts(crowd: Crowd, service: Hamdeli, count: int, *, seed: int) -> None:
    chance = random.Random(seed)
    async with playing(crowd, service) as scenes:
        for _ in range(count):
            await at_work(crowd)
            await asyncio.sleep(chance.uniform(0, 1.2))
            async with asyncio.timeout(EXIT):
                assert await service.end() == [0]
            await service.start()
    counted = await books(Inquest(crowd, service), scenes)
    assert counted.extra == 0


async def test_a_quiet_service_does_not_wait_for_its_long_poll(story: Story) -> None:
    service = story.service
    await story.maryam.says("/start")
    await story.maryam.hears("همدلی")
    await service.end()
    service.more["HAMDELI_TELEGRAM__POLL_TIMEOUT"] = "50"
    await service.start()
    await story.maryam.says("/help")
    await story.maryam.hears("/status")
    async with asyncio.timeout(EXIT):
        assert await service.end() == [0]
