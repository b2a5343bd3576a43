"""Fixtures for stories of the whole service."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.sandbox import Emulator
from tests.service.house import Hamdeli, Story, begin
from tests.service.on_bale import BaleHamdeli, BaleStage
from tests.stage import Stage
from tests.strict import validate


@pytest.fixture
async def emulator() -> AsyncIterator[Emulator]:
    async with Emulator(validate=validate) as running:
        yield running


def _on_bale(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--bale"))


@pytest.fixture
async def stage(emulator: Emulator, request: pytest.FixtureRequest) -> AsyncIterator[Stage]:
    async with (BaleStage if _on_bale(request) else Stage)(emulator.url) as running:
        yield running


@pytest.fixture
async def service(
    emulator: Emulator, tmp_path: Path, request: pytest.FixtureRequest
) -> AsyncIterator[Hamdeli]:
    made = BaleHamdeli if _on_bale(request) else Hamdeli
    hamdeli = made(emulator, tmp_path, f"sqlite:///{tmp_path / 'hamdeli.db'}")
    try:
        yield hamdeli
    finally:
        await hamdeli.end()


@pytest.fixture
async def story(stage: Stage, service: Hamdeli) -> Story:
    return await begin(stage, service)
