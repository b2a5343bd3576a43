"""The messenger misbehaves as real ones do: nothing is lost, nothing repeats, people are told."""

import asyncio
from itertools import pairwise

from tests.service.house import Story, say


async def test_a_group_that_becomes_a_supergroup_gets_the_cards_that_waited(story: Story) -> None:
    stage, service = story.stage, story.service
    await service.end()
    small = await stage.group("گروه کوچک", [story.narges, story.omid], supergroup=False)
    service.group = small["id"]
    await service.start()
    before = await story.intake(story.maryam, story="سلام")
    await story.narges.in_(small).hears(before)
    await stage.post("group", chat=small["key"], action="migrate")
    after = await story.intake(story.zahra, story="درود")
    await story.narges.in_(small).hears(after)
    await story.narges.in_(small).presses(say("button-claim"))
    await story.narges.hears("درود")


async def test_put_out_of_the_group_we_go_on_in_private_and_cards_come_after_our_return(
    story: Story,
) -> None:
    stage, maryam, zahra = story.stage, story.maryam, story.zahra
    await stage.post("group", chat=story.group["key"], action="kick_bot")
    await story.sara.hears(say("group-lost")[:20])
    code = await story.intake(maryam, story="سلام")
    await zahra.says("/start")
    await zahra.says("می‌خوام خودمو بکشم")
    await story.reza.hears(say("alert-suicide"))
    await story.omid.says("/queue")
    await story.omid.hears(code)
    await stage.post("group", chat=story.group["key"], action="add_bot")
    await story.narges.in_(story.group).hears(code)


async def test_a_token_that_dies_for_a_while_loses_nothing(story: Story) -> None:
    stage, maryam = story.stage, story.maryam
    await maryam.says("/start")
    await maryam.hears(say("intake-consent"))
    await stage.faults(unauthorized=True)
    await maryam.presses(say("intake-consent-now"), answered=False)
    await asyncio.sleep(2)
    assert "does not accept our token" in story.service.log()
    await stage.faults(unauthorized=False)
    await story.stage.until(lambda: _asked(story), maryam.dialogue, within=40)


async def _asked(story: Story) -> bool | None:
    texts = [m["text"] or "" for m in await story.maryam.chat()]
    return True if any(say("intake-who") in text for text in texts) else None


async def test_a_429_is_obeyed_to_the_second_and_others_are_served(story: Story) -> None:
    stage, maryam, zahra = story.stage, story.maryam, story.zahra
    await maryam.says("/start")
    await maryam.hears(say("intake-consent"))
    await stage.faults(limits=True)
    for _ in range(30):
        await maryam.says("/menu")
    await stage.until(lambda: _refused(story), maryam.dialogue)
    await zahra.says("/start")
    await zahra.hears(say("intake-consent"))
    await stage.until(lambda: _menus(story, 30), maryam.dialogue, within=60)
    calls = [c for c in await stage.calls("sendMessage") if c["chat_id"] == maryam.id]
    refused = [c for c in calls if c["error_code"] == 429]
    for early, late in pairwise(calls):
        if early in refused:
            wait = int(early["description"].rsplit(maxsplit=1)[-1])
            assert late["at"] >= early["at"] + 1000 * wait


async def _refused(story: Story) -> bool | None:
    calls = await story.stage.calls("sendMessage")
    return True if any(c["error_code"] == 429 for c in calls) else None


async def _menus(story: Story, count: int) -> bool | None:
    texts = [m["text"] for m in await story.maryam.chat() if m["from"]["id"] != story.maryam.id]
    return True if texts.count(say("menu")) >= count else None
