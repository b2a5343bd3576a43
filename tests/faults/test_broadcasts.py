"""A broadcast through kills, blocks, lost answers and a 429: a copy or none, and exact accounts."""

import faulthandler

import pytest

from tests.faults.mailing import play
from tests.service.house import Hamdeli, Story, begin
from tests.stage import Stage


async def town(stage: Stage, service: Hamdeli, rate: int) -> Story:
    service.more |= {
        "HAMDELI_BROADCASTS__APPROVE_ABOVE": "1000000",
        # Lost answers are meant here: nobody should have to look.
        "HAMDELI_BROADCASTS__ERROR_PERCENT": "100",
        "HAMDELI_TELEGRAM__MESSAGES_PER_SECOND": str(rate),
    }
    return await begin(stage, service)


async def test_each_person_gets_a_copy_or_none_in_a_storm(stage: Stage, service: Hamdeli) -> None:
    story = await town(stage, service, 10)
    figures = await play(story, size=80, kills=3, seed=3)
    print(figures)  # noqa: T201 (the figures are what this run is for)


@pytest.mark.soak
async def test_thousands_of_people_and_fifty_kills(stage: Stage, service: Hamdeli) -> None:
    # It takes longer than the ten minutes after which a test counts as hanging.
    faulthandler.cancel_dump_traceback_later()
    story = await town(stage, service, 25)
    figures = await play(story, size=3_000, kills=50, seed=5)
    print(figures)  # noqa: T201 (the figures are what this run is for)
