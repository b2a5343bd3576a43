"""What the storms have in common: a crowd at play, moments to strike at, and the books after it."""

import asyncio
from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager

from tests.faults.accounting import (
    Account,
    Inquest,
    account,
    assert_stored,
    is_intact,
    misled,
    surprises,
    waiting,
)
from tests.faults.crowd import Scene, gather
from tests.faults.watching import Crowd
from tests.service.house import Hamdeli

PATIENCE = 90.0
"""Seconds for a start on a busy machine, or for what is still on its way when all is over."""


@asynccontextmanager
async def playing(
    crowd: Crowd, service: Hamdeli, families: int = 20, counselors: int = 4
) -> AsyncIterator[list[Scene]]:
    """A crowd that plays while the block runs; at its end every case is brought to its end."""
    scenes = await gather(crowd, service, families, counselors)
    stop = asyncio.Event()
    await service.start()
    async with asyncio.TaskGroup() as tasks:
        for scene in scenes:
            tasks.create_task(scene.plays(stop))
        yield scenes
        stop.set()
    await crowd.faults(errors=0.0)
    async with asyncio.timeout(PATIENCE):
        while waiting(service.folder / "hamdeli.db"):
            await asyncio.sleep(0.1)


async def at_work(crowd: Crowd) -> None:
    """Returns once the process has asked the messenger something."""
    before = (await crowd.get("calls", limit=1))["seq"]
    async with asyncio.timeout(PATIENCE):
        while (await crowd.get("calls", limit=1))["seq"] == before:
            await asyncio.sleep(0.05)


async def books(inquest: Inquest, scenes: list[Scene], but: Collection[str] = ()) -> Account:
    """Ends the service and looks at everything; AssertionError where something is not right.

    `but`: how texts begin that families may have got besides. The account of the copies is
    for the caller to judge.
    """
    crowd, service = inquest.crowd, inquest.service
    assert await service.end() == [0]
    deliveries = await crowd.deliveries()
    wrong = misled(scenes, deliveries)
    assert not wrong, wrong
    strange = [s for s in surprises(scenes, deliveries) if not s.startswith(tuple(but))]
    assert not strange, strange
    assert is_intact(service.folder / "hamdeli.db")
    await assert_stored(service.folder, scenes)
    return account(scenes, deliveries, inquest)
