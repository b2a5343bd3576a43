"""One messenger is cut off: how fast the other answers, before and meanwhile. Figures, no verdict:
what is asserted is only that everybody is answered."""

import asyncio
import time
from statistics import quantiles

import pytest

from bot.domain.contact import ContactRules, Writing
from bot.domain.people import Platform
from bot.sandbox import Emulator
from bot.storage import contact, people
from bot.storage.ids import Ids, newest_id
from bot.storage.sealed import load_sealer
from bot.storage.sqlite import open_sqlite
from bot.storage.work import Work
from tests.faults.line import Line
from tests.faults.watching import Crowd
from tests.service.house import TEHRAN, Story, say
from tests.service.test_across import story  # noqa: F401 (fixture)
from tests.stage import Player
from tests.storage.conftest import claimed

FAMILIES = 8


async def settle(story: Story) -> list[Player]:  # noqa: F811
    """Families on Bale, each in a talk with Narges, who is on Telegram."""
    service = story.service
    found = [
        await story.stage.person(f"خانواده {n}", started=True, platform="bale")
        for n in range(FAMILIES)
    ]
    await service.end()
    database = await open_sqlite(service.folder / "hamdeli.db")
    sealer = load_sealer(service.folder / "secrets")
    try:
        ids = Ids(await newest_id(database))
        async with database.transaction() as tx:
            work = Work(tx, sealer, ids, service.clock.now(), TEHRAN)
            key = people.chat_key(sealer, Platform.TELEGRAM, story.narges.id)
            narges = (await people.known(work, [key]))[key].person.id
            for family in found:
                person = people.add(work, Platform.BALE, family.id, "fa").person.id
                await contact.remember(work, person, ContactRules(Writing.ANY))
                await claimed(work, person, narges)
    finally:
        await database.close()
    await service.start()
    return found


async def asks(crowd: Crowd, family: Player, until: float, times: list[float]) -> None:
    """Words for the counselor, and then a question to us, again and again."""
    answer = say("status-claimed", code="|").split("|")[0].strip()
    while time.monotonic() < until:
        await family.says("می‌نویسم تا شاید برسد")
        began = time.perf_counter()
        asked = await family.says("/status")
        await crowd.message(family.key, answer, after=asked["rev"])
        times.append(time.perf_counter() - began)
        await asyncio.sleep(0.5)


async def measured(crowd: Crowd, families: list[Player], seconds: float) -> str:
    times: list[float] = []
    until = time.monotonic() + seconds
    await asyncio.gather(*(asks(crowd, family, until, times) for family in families))
    cuts = quantiles(times, n=100)
    return f"{len(times)} answers, p50 {cuts[49] * 1000:.0f} ms, p95 {cuts[94] * 1000:.0f} ms"


@pytest.mark.soak
@pytest.mark.parametrize("seconds", [30, 600], ids=["briefly", "ten minutes"])
async def test_one_messenger_without_the_other(
    story: Story,  # noqa: F811
    emulator: Emulator,
    seconds: int,
) -> None:
    crowd = Crowd(emulator.url)
    async with Line(emulator.port) as line, crowd:
        story.service.more |= {
            "HAMDELI_TELEGRAM__API_URL": line.url,
            "HAMDELI_TELEGRAM__FILE_URL": line.url,
        }
        families = await settle(story)
        await measured(crowd, families, 10)
        before = await measured(crowd, families, min(seconds, 120))
        await line.cut()
        meanwhile = await measured(crowd, families, seconds)
        await line.mend()
        print(f"\nwith Telegram: {before}\nwithout it: {meanwhile}")  # noqa: T201 (figures)
        await story.narges.hears("می‌نویسم تا شاید برسد")
