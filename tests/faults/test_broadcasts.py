"""A broadcast through kills, blocks, lost answers and a 429: a copy or none, and exact accounts."""

import faulthandler
import os
from collections.abc import AsyncIterator

import pytest

from bot.sandbox import Emulator
from tests.faults.counting import Counting
from tests.faults.mailing import REAL_RATE, Scale, play
from tests.service.house import Hamdeli, Story, begin
from tests.stage import Stage
from tests.strict import validate


@pytest.fixture
async def emulator() -> AsyncIterator[Emulator]:
    async with Counting(validate=validate) as running:
        yield running


async def town(stage: Stage, service: Hamdeli, factor: float) -> Story:
    service.more |= {
        "HAMDELI_BROADCASTS__APPROVE_ABOVE": "1000000",
        # Lost answers are meant here: nobody should have to look.
        "HAMDELI_BROADCASTS__ERROR_PERCENT": "100",
        "HAMDELI_TELEGRAM__MESSAGES_PER_SECOND": str(REAL_RATE * factor),
    }
    return await begin(stage, service, supergroup=False)


async def test_each_person_gets_a_copy_or_none_in_a_storm(stage: Stage, service: Hamdeli) -> None:
    scale = Scale(size=120, kills=3, factor=1 / 3, shut=6, talk=1)
    figures = await play(await town(stage, service, scale.factor), scale)
    print(figures)  # noqa: T201 (the figures are what this run is for)


@pytest.mark.soak
async def test_thousands_of_people_and_fifty_kills(stage: Stage, service: Hamdeli) -> None:
    """BROADCAST_PEOPLE says how many, BROADCAST_FACTOR how much faster than real time the limits
    are, BROADCAST_SHUT the seconds of the 429 (else two hours so compressed), BROADCAST_KILLS how
    often it dies, BROADCAST_TALK how many messages a second people write meanwhile (each answer is
    two messages for the limits, so that 20 a second need a factor of 3 at least)."""
    # It takes longer than the ten minutes after which a test counts as hanging.
    faulthandler.cancel_dump_traceback_later()
    asked = os.environ
    factor = float(asked.get("BROADCAST_FACTOR", "10"))
    size = int(asked.get("BROADCAST_PEOPLE", "3000"))
    kills = int(asked.get("BROADCAST_KILLS", "50"))
    shut = float(asked.get("BROADCAST_SHUT", 7200 / factor))
    talk = float(asked.get("BROADCAST_TALK", "20"))
    scale = Scale(size, kills, factor, shut, talk)
    figures = await play(await town(stage, service, factor), scale)
    print(figures)  # noqa: T201 (the figures are what this run is for)
