"""Casework against a small model of it, by chance, with kills: equal after every step."""

import random
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.storage.migrate import migrate
from tests.databases import open_database
from tests.faults.casework import ACTS, House
from tests.faults.engine import engine


@pytest.fixture
async def house(database_url: str, tmp_path: Path) -> AsyncIterator[House]:
    """The service on a database that is opened anew after each kill."""
    opened = await open_database(database_url)
    await migrate(opened)
    async with engine(opened, tmp_path) as made:
        playing = House(made, database_url, random.Random(1))
        await playing.begin()
        yield playing
        await playing.engine.tools.database.close()


async def play(house: House, seed: int, steps: int) -> None:
    house.chance.seed(seed)
    for _ in range(steps):
        await house.step(kill=0.05)
    assert house.kills > steps // 50
    assert house.done.keys() == ACTS.keys(), "every act must have had its turn"


async def test_casework_and_its_model_agree_after_every_step(house: House) -> None:
    await play(house, seed=4, steps=300)


@pytest.mark.soak
async def test_they_agree_after_each_of_ten_thousand_steps(house: House) -> None:
    await play(house, seed=41, steps=10_000)


async def relay(house: House, seed: int, messages: int) -> None:
    """So many messages arrive, in crowds of both sides, while cases come, go and change hands."""
    house.chance.seed(seed)
    while len(house.arrived) < messages:
        for _ in range(10):
            await house.step(kill=0.02)
        await house.families_crowd(min(messages // 4, 400), kill=0.05)
        await house.counselors_crowd(min(messages // 4, 300), kill=0.05)
    assert house.misroutes == []


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_of_hundreds_of_messages_none_goes_astray(house: House) -> None:
    await relay(house, seed=7, messages=400)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(10))
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_of_a_hundred_thousand_messages_none_goes_astray(house: House, seed: int) -> None:
    """Ten times ten thousand."""
    await relay(house, seed, messages=10_000)


@pytest.mark.soak
@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
async def test_of_ten_thousand_on_a_server_none_goes_astray(house: House) -> None:
    await relay(house, seed=10, messages=10_000)
