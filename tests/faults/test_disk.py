"""A locked database and a full disk: nothing is acknowledged that is not kept, and it passes."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from bot.sandbox import Emulator
from tests.faults.accounting import Inquest, is_intact, waiting
from tests.faults.disk import Disk, SilentDisk, SmallDisk, locked
from tests.faults.storm import PATIENCE, at_work, books, playing
from tests.faults.watching import Crowd
from tests.service.house import Hamdeli, say

HELD = 5.0
TROUBLE = say("storage-trouble").split("\n")[0]


@pytest.fixture(params=["no space left", "no write taken"])
def disk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Disk]:
    """Two ways to have no room; where nothing may be mounted, the second one stands for both."""
    if request.param == "no space left":
        with suppress(PermissionError, FileNotFoundError):
            small = SmallDisk(tmp_path / "small")
            yield small
            small.unmount()
            return
    yield SilentDisk(tmp_path / "silent")


@pytest.fixture
async def cramped(emulator: Emulator, disk: Disk) -> AsyncIterator[Hamdeli]:
    """The service with database, keys and log on the disk that will be full."""
    hamdeli = Hamdeli(emulator, disk.folder, f"sqlite:///{disk.folder / 'hamdeli.db'}")
    yield hamdeli
    await hamdeli.kill()


async def test_a_writer_that_holds_the_lock_for_five_seconds_troubles_nobody(
    crowd: Crowd, service: Hamdeli
) -> None:
    await _under_lock(crowd, service, times=1)


@pytest.mark.soak
async def test_a_lock_held_often_troubles_nobody(crowd: Crowd, service: Hamdeli) -> None:
    await _under_lock(crowd, service, times=20)


async def _under_lock(crowd: Crowd, service: Hamdeli, times: int) -> None:
    async with playing(crowd, service, families=6, counselors=2) as scenes:
        for _ in range(times):
            await at_work(crowd)
            async with locked(service.folder / "hamdeli.db"):
                await asyncio.sleep(HELD)
    counted = await books(Inquest(crowd, service), scenes)
    assert counted.extra == 0
    assert " ERROR " not in service.log()


async def test_a_full_disk_loses_nothing_and_the_service_recovers_by_itself(
    crowd: Crowd, cramped: Hamdeli, disk: Disk
) -> None:
    maryam = await crowd.person("Maryam")
    async with playing(crowd, cramped, families=4, counselors=2) as scenes:
        await at_work(crowd)
        await cramped.end()
        pid = await cramped.start()
        await maryam.says("/start")
        consent = await crowd.message(maryam.key, say("intake-consent").split("\n")[0])
        disk.fill(pid)
        await crowd.press(maryam, consent, say("intake-consent-now"))
        await maryam.says(say("intake-who-self"))
        await crowd.message(maryam.key, TROUBLE)
        assert not [m for m in await maryam.chat() if say("intake-who") in (m["text"] or "")]
        disk.free(pid)
        await crowd.message(maryam.key, say("intake-danger"))
    counted = await books(Inquest(crowd, cramped), scenes, but={TROUBLE})
    assert counted.extra == 0


async def test_what_was_written_to_a_full_disk_survives_a_kill(
    crowd: Crowd, cramped: Hamdeli, disk: Disk, emulator: Emulator
) -> None:
    maryam = await crowd.person("Maryam")
    code, said = await cramped.does("init", "--yes")
    assert code == 0, said
    pid = await cramped.start()
    await maryam.says("/start")
    consent = await crowd.message(maryam.key, say("intake-consent").split("\n")[0])
    disk.fill(pid)
    await crowd.press(maryam, consent, say("intake-consent-now"))
    await maryam.says(say("intake-who-self"))
    await crowd.message(maryam.key, TROUBLE)
    assert len(emulator.box.updates) >= 2, "it was acknowledged, but not kept"
    await cramped.kill()
    disk.free(pid)
    await cramped.start()
    await crowd.message(maryam.key, say("intake-who"))
    await crowd.message(maryam.key, say("intake-danger"))
    await _all_is_done(cramped)


async def _all_is_done(service: Hamdeli) -> None:
    path = service.folder / "hamdeli.db"
    async with asyncio.timeout(PATIENCE):
        while waiting(path):
            await asyncio.sleep(0.1)
    assert await service.end() == [0]
    assert is_intact(path)
