"""A messenger that calls us is asked whether it is there: a refusal is an answer, silence none."""

from collections.abc import AsyncIterator

import pytest
from pydantic import SecretStr

from bot.clock import Clock
from bot.endpoints import Telegram
from bot.messengers.connection import connect
from bot.messengers.health import Health
from bot.messengers.pulse import Pulse
from bot.sandbox import Emulator
from tests.stage import Stage


@pytest.fixture
async def emulator() -> AsyncIterator[Emulator]:
    async with Emulator() as running:
        yield running


@pytest.fixture
async def pulse(emulator: Emulator) -> AsyncIterator[Pulse]:
    given = Telegram(token=SecretStr(emulator.token), api_url=emulator.url, file_url=emulator.url)
    connection = connect(given)
    await connection.open()
    yield Pulse(connection, Health(), Clock())
    await connection.close()


async def test_each_answer_is_heard_and_silence_is_not(pulse: Pulse, emulator: Emulator) -> None:
    async with Stage(emulator.url) as stage:
        await stage.faults(offline=True)
        await pulse.feel()
        assert pulse.health.last_poll == 0
        await stage.faults(offline=False, errors=1.0, kinds=["502"])
        await pulse.feel()
        assert pulse.health.last_poll == 0
        await stage.faults(errors=1.0, kinds=["429"])
        await pulse.feel()
        heard = pulse.health.last_poll
        assert heard > 0
        await stage.faults(errors=0.0, unauthorized=True)
        await pulse.feel()
        assert (pulse.health.dead_token is None, pulse.health.last_poll) == (False, heard)
        await stage.faults(unauthorized=False)
        await pulse.feel()
        assert pulse.health.dead_token is None
