"""Fixtures for stories of the whole service."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.sandbox import Emulator
from tests.service.house import Hamdeli, Story, begin
from tests.stage import Stage
from tests.strict import validate


@pytest.fixture
async def emulator() -> AsyncIterator[Emulator]:
    async with Emulator(validate=validate) as running:
        yield running


@pytest.fixture
async def stage(emulator: Emulator) -> AsyncIterator[Stage]:
    async with Stage(emulator.url) as running:
        yield running


@pytest.fixture
async def service(emulator: Emulator, tmp_path: Path) -> AsyncIterator[Hamdeli]:
    hamdeli = Hamdeli(emulator, tmp_path, f"sqlite:///{tmp_path / 'hamdeli.db'}")
    try:
        yield hamdeli
    finally:
        await hamdeli.end()


@pytest.fixture
async def story(stage: Stage, service: Hamdeli) -> Story:
    return await begin(stage, service)
