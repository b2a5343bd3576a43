"""Casework against a small model of it, by chance, with kills: equal after every step."""

import random
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.storage.migrate import migrate
from tests.databases import open_database
from tests.faults.casework import ACTS, FAMILIES, House
from tests.faults.engine import engine, says


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


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(10))
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_of_a_hundred_thousand_messages_none_goes_astray(house: House, seed: int) -> None:
    """Ten times ten thousand: families write in batches while cases come, go and change hands."""
    house.chance.seed(seed)
    while len(house.arrived) < 10_000:
        for _ in range(10):
            await house.step(kill=0.02)
        updates = []
        for family in [*FAMILIES] * 40:
            case = house.model.open.get(family)
            if case is not None and case.holder is not None:
                number, words = house.model.says()
                house.model.writes(case, number)
                updates.append(says(family, words))
        for start in range(0, len(updates), 100):
            await house.send(0.05, *updates[start : start + 100])
        await house.check("a batch")
    assert house.misroutes == []
