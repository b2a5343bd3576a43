"""A series in the real service, with the clock moved: seven days around quiet hours and a case."""

import asyncio
from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from tests.service.house import ROOT, Hamdeli, Story, begin, noon, say
from tests.service.test_urgency import rows
from tests.stage import Stage, words_of

TEHRAN = ZoneInfo("Asia/Tehran")
TITLES = ("یک نفس آرام", "پنج چیز", "صدا", "یک قدم کوچک", "خواب", "کمک", "ادامه")
"""The parts of `calm`, in their order."""


class Calendar:
    """The service's clock, set to hours of days from tomorrow on."""

    def __init__(self, service: Hamdeli) -> None:
        self.service = service
        self._first = noon(1).date()

    def moment(self, day: int, hour: int) -> datetime:
        return datetime.combine(self._first + timedelta(days=day), time(hour, 5), TEHRAN)

    async def turns_to(self, day: int, hour: int) -> None:
        await self.service.comes_back((self.moment(day, hour) - noon()).total_seconds())


@pytest.fixture
async def calendar(service: Hamdeli) -> Calendar:
    service.more["HAMDELI_SERIES__FOLDER"] = str(ROOT / "tests" / "series")
    found = Calendar(service)
    ahead = found.moment(0, 12) - noon()
    service.more["HAMDELI_SERVICE__CLOCK_OFFSET"] = str(int(ahead.total_seconds()))
    return found


@pytest.fixture
async def story(stage: Stage, service: Hamdeli, calendar: Calendar) -> Story:
    return await begin(stage, service)


async def put_off(service: Hamdeli, until: datetime) -> None:
    """Until the clock has looked at the next part, and moved it to this moment."""
    wanted = int(until.timestamp() * 1000)
    while [(wanted,)] != rows(
        service, "SELECT run_at FROM due WHERE kind = 'series' AND state = 'waiting'"
    ):
        await asyncio.sleep(0.2)


async def parts(player: Any) -> list[str]:
    """The titles of the parts in a chat, in the order in which they came."""
    texts = [words_of(message) for message in await player.chat()]
    heads = [text.split("\n")[1] for text in texts if "آرام شدن · " in text.split("\n")[0]]
    return [head for head in heads if head in TITLES]


async def test_a_series_runs_its_days_around_quiet_hours_and_a_case(
    story: Story, calendar: Calendar
) -> None:
    maryam = story.maryam
    await takes_it(story)
    await calendar.turns_to(0, 18)
    await maryam.hears(TITLES[0])
    await sets_quiet_hours(story)
    await calendar.turns_to(1, 18)
    await put_off(story.service, calendar.moment(2, 9) - timedelta(minutes=5))
    assert await parts(maryam) == [TITLES[0]]
    await calendar.turns_to(2, 9)
    assert (await maryam.hears(TITLES[1]))["kind"] == "photo"
    await gives_them_up(story)
    await talks_to_a_counselor(story)
    await calendar.turns_to(5, 18)
    await put_off(story.service, calendar.moment(6, 18) - timedelta(minutes=5))
    assert rows(story.service, "SELECT state FROM series_runs") == [("paused",)]
    await story.narges.says("/close")
    await story.narges.presses(say("outcome-helped"))
    await maryam.hears("تمام شد")
    for day, title in enumerate(TITLES[2:], 6):
        await calendar.turns_to(day, 18)
        await maryam.hears(title)
        if title == TITLES[3]:
            await answers(story)
    # Each once; the fourth also when it was taken out of what she keeps.
    assert await parts(maryam) == [*TITLES[:4], TITLES[3], *TITLES[4:]]
    assert rows(story.service, "SELECT state FROM series_runs") == [("done",)]
    assert (await story.service.state())["skipped"] == {}
    await is_heard_in_danger(story)


async def takes_it(story: Story) -> None:
    maryam = story.maryam
    await maryam.says("/start")
    await maryam.hears(say("intake-consent"))
    await maryam.says("/cancel")
    await maryam.hears(say("canceled"))
    await maryam.presses(say("menu-series"))
    await maryam.hears(say("series-list"))
    await maryam.presses("آرام شدن")
    await maryam.hears("هفت قدم کوچک")
    await maryam.presses(say("button-series-take"))
    await maryam.hears("پیام اول می‌رسد: امروز")


async def sets_quiet_hours(story: Story) -> None:
    maryam = story.maryam
    await maryam.says("/reminders")
    await maryam.hears("فردا")
    await maryam.presses(say("button-quiet"))
    await maryam.presses("۱۸:۰۰")
    await maryam.presses("۰۹:۰۰")
    await maryam.hears("از ۱۸:۰۰ تا ۰۹:۰۰")


async def gives_them_up(story: Story) -> None:
    maryam = story.maryam
    await maryam.says("/reminders")
    await maryam.presses(say("button-quiet"))
    await maryam.presses(say("button-quiet-usual"))
    await maryam.hears("از ۲۱:۰۰ تا ۰۸:۰۰")


async def talks_to_a_counselor(story: Story) -> None:
    await story.intake(story.maryam, story="سلام")
    await story.narges.says("/next")
    await story.narges.hears(say("details-how"))
    await story.narges.says("سلام، هستم")
    await story.maryam.hears("سلام، هستم")


async def answers(story: Story) -> None:
    """What can be done with a part: its quiz, keeping it, and saying that it helped."""
    maryam = story.maryam
    await maryam.presses("ده دقیقه راه رفتن")
    await maryam.hears("قدم کوچک ماندنی‌تر است")
    assert await maryam.presses(say("button-series-good")) == say("series-rated-good")
    await maryam.presses(say("button-series-keep"))
    await maryam.says("/saved")
    await maryam.hears(say("saved"))
    await maryam.presses(TITLES[3])
    await maryam.hears("زنگ به یک دوست")


async def is_heard_in_danger(story: Story) -> None:
    """An answer to a part is free text like any other."""
    await story.maryam.says("خواندم، ولی دیگر نمی‌خواهم زنده بمانم")
    await story.maryam.hears("۱۲۳")
    await story.reza.hears("هشدار")
