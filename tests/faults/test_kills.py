"""SIGKILL at random moments while twenty families and their counselors go on."""

import asyncio
import random

import pytest

from tests.faults.accounting import Inquest
from tests.faults.storm import at_work, books, playing
from tests.faults.watching import Crowd
from tests.service.house import Hamdeli


async def test_nothing_is_lost_or_told_twice_without_a_reason_by_kills_and_a_bad_network(
    crowd: Crowd, service: Hamdeli
) -> None:
    await _storm(crowd, service, kills=8, seed=1)


@pytest.mark.soak
@pytest.mark.parametrize("seed", [2, 3, 4, 5])
async def test_two_hundred_kills_lose_nothing(crowd: Crowd, service: Hamdeli, seed: int) -> None:
    await _storm(crowd, service, kills=50, seed=seed)


@pytest.mark.soak
async def test_kills_alone_lose_nothing(crowd: Crowd, service: Hamdeli) -> None:
    await _storm(crowd, service, kills=50, seed=6, errors=0.0)


async def _storm(
    crowd: Crowd, service: Hamdeli, *, kills: int, seed: int, errors: float = 0.2
) -> None:
    chance, inquest = random.Random(seed), Inquest(crowd, service)
    await crowd.faults(errors=errors, seed=seed)
    async with playing(crowd, service) as scenes:
        for _ in range(kills):
            # Mostly in the busy loop; now and then while it still starts.
            if chance.random() < 0.85:
                await at_work(crowd)
            await asyncio.sleep(chance.uniform(0, 1.2))
            await inquest.kill()
            await service.start()
    counted = await books(inquest, scenes)
    assert counted.unexplained == ()
    assert counted.extra <= counted.explained
