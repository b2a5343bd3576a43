"""The ladder through the real service: restarted and killed, on a clock that moves."""

import asyncio
import random
import signal
import sqlite3
from contextlib import closing, suppress

from tests.service.house import Hamdeli, Story, say

DESPAIR = "دیگه نمی‌خوام زنده باشم"
MINUTE = 60


async def at(service: Hamdeli, seconds: int, number: signal.Signals = signal.SIGTERM) -> None:
    """The service ends, and comes back so many seconds after the beginning."""
    await service.end(number)
    service.more["HAMDELI_SERVICE__CLOCK_OFFSET"] = str(seconds)
    await service.start()


async def said(story: Story) -> None:
    await story.zahra.says("/start")
    await story.zahra.hears(say("intake-consent"))
    await story.zahra.says(DESPAIR)
    await story.reza.hears(DESPAIR)


def rows(service: Hamdeli, sql: str) -> list[tuple[str, int]]:
    with closing(sqlite3.connect(service.folder / "hamdeli.db")) as database:
        return database.execute(sql).fetchall()


def steps(service: Hamdeli) -> list[tuple[str, int]]:
    """Each step with whom it reached (0: nobody in particular), in order."""
    return rows(service, "SELECT step, COALESCE(person_id, 0) FROM alert_steps ORDER BY id")


async def stamped(service: Hamdeli, step: str, times: int) -> None:
    """Until this step was stamped so often."""
    while True:
        with suppress(sqlite3.OperationalError):
            if [name for name, _ in steps(service)].count(step) >= times:
                return
        await asyncio.sleep(0.1)


async def test_an_alert_climbs_until_somebody_takes_it_and_ends_with_an_outcome(
    story: Story,
) -> None:
    service, narges, reza, sara = story.service, story.narges, story.reza, story.sara
    await said(story)
    await at(service, 2 * MINUTE)
    await narges.hears("نوبت شماست")
    await reza.hears("نوبت")
    await at(service, 5 * MINUTE)
    await reza.hears("نوبت سرپرست‌هاست")
    await at(service, 10 * MINUTE)
    for person in (narges, reza, story.omid, sara):
        await person.hears("به همه رسیده")
    line = await narges.in_(story.group).hears("با کسی نیست")
    assert "زنده" not in line["text"]
    await at(service, 20 * MINUTE)
    await sara.hears("به همه رسیده")

    await story.omid.says("/alerts")
    await story.omid.hears("همه خبر شدند")
    await story.omid.presses("هشدار ۱ با من است")
    await story.omid.hears(say("alert-guide")[:30])
    await reza.hears("امید است")
    await narges.in_(story.group).hears("امید است")
    assert (await service.state())["alerts"] == {"open": 0, "without_outcome": 1}

    await at(service, 51 * MINUTE)
    await story.omid.hears("نتیجه چه شد؟")
    await story.omid.presses(say("alert-outcome-safe"))
    kept = await story.omid.hears("در پاسخ به همین پیام")
    await story.omid.says("با خواهرش تماس گرفت", reply_to=kept)
    await story.omid.hears(say("alert-note-kept"))
    await reza.hears(say("alert-outcome-safe"))
    state = await service.state()
    assert state["alerts"] == {"open": 0, "without_outcome": 0}
    assert (state["due"]["late"], state["due"]["failed"]) == (0, 0)
    await reza.says("/alerts")
    await reza.hears(say("alerts-none"))
    assert all("خواهرش" not in (m["text"] or "") for m in await story.zahra.chat())


async def test_kills_at_every_step_lose_no_step_and_double_none(story: Story) -> None:
    service, chance = story.service, random.Random(5)
    await said(story)
    for seconds, step, times in (
        (2 * MINUTE, "next", 1),
        (5 * MINUTE, "supervisors", 1),
        (10 * MINUTE, "everybody", 4),
        (20 * MINUTE, "repeat", 4),
        (30 * MINUTE, "repeat", 8),
    ):
        for _ in range(2):
            await at(service, seconds, signal.SIGKILL)
            await asyncio.sleep(chance.uniform(0.5, 2.5))
        await at(service, seconds, signal.SIGKILL)
        await stamped(service, step, times)
    await service.kill()
    found = steps(service)
    assert len(found) == 1 + 1 + 2 + 1 + 4 + 1 + 8
    once = [step for step in found if step[0] != "repeat"]
    assert len(set(once)) == len(once)
    repeated = [step for step in found if step[0] == "repeat"]
    assert all(repeated.count(step) == 2 for step in repeated)
    pages = rows(service, "SELECT kind, id FROM outbox WHERE kind = 'alert'")
    assert len(pages) == len([person for _, person in found if person])


async def test_at_night_the_family_is_told_that_nobody_is_on_duty(story: Story) -> None:
    await story.reza.says("/oncall")
    await story.reza.hears(say("oncall-off"))
    await said(story)
    await story.zahra.hears(say("safety-nobody"))
    await story.zahra.presses(say("button-need-help"))
    await story.zahra.hears(say("safety-nobody"))
