"""Series over weeks, with kills, an outage and lives that change: once each, at a good hour."""

import faulthandler
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from bot.domain.people import Platform
from bot.handlers.house import House, Place
from bot.storage.database import Database
from bot.storage.migrate import migrate
from bot.storage.sealed import Sealer
from bot.storage.sqlite import SqliteDatabase
from tests.databases import open_database
from tests.faults.drips_play import play
from tests.faults.drips_world import Town, furnished
from tests.faults.terms_world import Terms
from tests.shelf import shelf


@pytest.fixture(scope="module")
def house() -> House:
    place = Place("hamdeli_bot", None)
    house = shelf().house("fa", {Platform.TELEGRAM: place})
    return furnished(replace(house, flood_limit=10**9))


async def town_of(url: str, house: House, size: int, seed: int) -> Town:
    async def opened() -> Database:
        database = await open_database(url)
        if isinstance(database, SqliteDatabase):
            # Our tests kill processes, not the machine: waiting for the disk proves nothing here.
            await database.outside("PRAGMA synchronous=OFF")
        return database

    async def reopen(database: Database) -> Database:
        await database.close()
        return await opened()

    database = await opened()
    await migrate(database)
    sealer = Sealer("k1", {"k1": bytes(32)}, b"index")
    town = Town(reopen, database, sealer, house, size, Random(seed))
    town.terms = Terms(town.people, Random(seed), max(2, size // 200))
    return town


@pytest.fixture
async def small(database_url: str, house: House) -> AsyncIterator[Town]:
    town = await town_of(database_url, house, 50, 7)
    yield town
    await town.database.close()


@pytest.fixture
async def large(tmp_path: Path, house: House) -> AsyncIterator[Town]:
    town = await town_of(f"sqlite:///{tmp_path / 'town.db'}", house, 10_000, 11)
    yield town
    await town.database.close()


async def test_each_part_comes_once_or_is_accounted_for(small: Town) -> None:
    figures = await play(small, days=18, kills=8, outage=range(6, 8))
    assert small.wrong == []
    assert small.terms is not None
    assert small.terms.wrong == []
    assert figures["parts sent"] > 100
    assert figures["kills"] == 8
    assert figures["skipped"]["late"] > 0


@pytest.mark.soak
async def test_ten_thousand_people_over_two_months(large: Town) -> None:
    # It takes longer than the ten minutes after which a test counts as hanging.
    faulthandler.cancel_dump_traceback_later()
    figures = await play(large, days=60, kills=100, outage=range(17, 19))
    print(figures)  # noqa: T201 (the figures are what this run is for)
    assert large.wrong == []
    assert large.terms is not None
    assert large.terms.wrong == []
    assert figures["kills"] == 100
    assert figures["parts sent"] > 40_000
