"""Two hours without Telegram, in the middle of talks: who allows it is reached on Bale, the others
when it is back, and everybody once."""

import re

from tests.service.house import Hamdeli, Story, say
from tests.service.test_across import story  # noqa: F401 (fixture)
from tests.stage import Player, words_of

HOUR = 3600


async def joins(there: Player, here: Player) -> None:
    """Somebody joins their account on Bale with the one on Telegram."""
    await here.says("/link")
    shown = words_of(await here.hears(say("link-code", code="|").split("\n")[0]))
    found = re.search(r"[0-9A-Z]{4}-[0-9A-Z]{4}", shown)
    assert found is not None
    await there.says("/start link_" + found.group().replace("-", ""))
    await there.presses(say("button-link-yes"))
    await there.hears(say("link-done"))


async def heard(player: Player, words: str) -> int:
    """How many messages with these words stand in their chat."""
    return sum(words in words_of(message) for message in await player.chat())


async def claims(service: Hamdeli, story: Story) -> None:  # noqa: F811
    """Parisa, on Bale, becomes a counselor."""
    await service.end()
    who = ("--id", str(story.parisa.id), "--alias", "پریسا", "--role", "counselor")
    done, said = await service.does("staff", "add", *who, "--messenger", "bale")
    assert done == 0, said
    await service.start()


async def test_two_hours_without_telegram(story: Story) -> None:  # noqa: F811
    maryam, hossein, parisa, stage = story.maryam, story.hossein, story.parisa, story.stage
    await claims(story.service, story)
    codes = {}
    for family in (maryam, hossein):
        there = await stage.person(f"{family.name} بله", platform="bale")
        story.cast[f"{family.name}"] = there
        codes[family.name] = await story.intake(family, story=f"من {family.name} هستم")
        await story.over_there.hears(codes[family.name])
        await story.over_there.presses(say("button-claim"))
        await parisa.hears(f"من {family.name} هستم")
        await joins(there, family)
        # Their last word is on Telegram again.
        await family.says("این‌جا راحت‌ترم")
        await parisa.hears("این‌جا راحت‌ترم")
    theirs, others = story.cast[maryam.name], story.cast[hossein.name]
    await theirs.presses(say("button-link-fallback"))
    await theirs.hears(say("link-fallback", allowed="yes"))
    await maryam.says("همین‌جا بنویسید")
    to_maryam = await parisa.hears("همین‌جا بنویسید")
    await hossein.says("من هم همین‌جا")
    to_hossein = await parisa.hears("من هم همین‌جا")

    await stage.faults(offline=True)
    await parisa.says("مریم، دارم می‌خوانم", reply_to=to_maryam)
    await parisa.says("حسین، دارم می‌خوانم", reply_to=to_hossein)
    await story.service.comes_back(2 * HOUR)
    await parisa.says("مریم، دو ساعت گذشت", reply_to=to_maryam)
    await parisa.says("حسین، دو ساعت گذشت", reply_to=to_hossein)
    await story.service.heard("awaited:telegram")
    await story.service.comes_back(2 * HOUR + 900)
    await story.service.heard("away:telegram")
    await theirs.hears("مریم، دارم می‌خوانم")
    await theirs.hears("مریم، دو ساعت گذشت")

    await stage.faults(offline=False)
    await hossein.hears("حسین، دارم می‌خوانم")
    await hossein.hears("حسین، دو ساعت گذشت")
    for words in ("دارم می‌خوانم", "دو ساعت گذشت"):
        assert [await heard(each, words) for each in (theirs, maryam)] == [1, 0]
        assert [await heard(each, words) for each in (others, hossein)] == [0, 1]
    # And the talk goes on where the family writes.
    await theirs.says("رسید، ممنون")
    await parisa.hears("رسید، ممنون")
