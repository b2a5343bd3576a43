"""Fixtures for trouble: a crowd before an emulator, and the service in processes of its own."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.sandbox import Emulator
from bot.storage.database import Database
from tests.databases import *  # noqa: F403 (fixtures)
from tests.faults.engine import Engine, engine
from tests.faults.watching import Crowd
from tests.service.conftest import emulator, service, stage, story  # noqa: F401 (fixtures)


@pytest.fixture
async def crowd(emulator: Emulator) -> AsyncIterator[Crowd]:  # noqa: F811
    running = Crowd(emulator.url)
    async with running:
        yield running


@pytest.fixture
async def middle(database: Database, tmp_path: Path) -> AsyncIterator[Engine]:
    """Intake and worker without a messenger, once for each database engine."""
    async with engine(database, tmp_path) as made:
        yield made
