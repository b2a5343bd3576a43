"""What the clock does by itself: leases of claims, and words after a long silence."""

from tests.service.house import Hamdeli, Story, say

HOUR = 3600


async def restarted(service: Hamdeli, hours: float) -> None:
    """The service was down, and comes back so many hours later."""
    await service.comes_back(hours * HOUR)


async def test_a_claim_without_an_answer_goes_back_to_the_queue(story: Story) -> None:
    await story.intake(story.maryam, story="کسی هست؟")
    await story.narges.says("/next")
    await story.narges.hears("کسی هست؟")
    await restarted(story.service, 0.2)
    await story.narges.hears("منتظر اولین جواب")
    await restarted(story.service, 1)
    await story.narges.hears("به صف برگشت")
    await story.omid.says("/next")
    await story.omid.hears("کسی هست؟")
    assert (await story.service.state())["cases"] == {"claimed": 1}


async def test_after_a_day_of_silence_those_who_may_be_written_to_hear_sorry_once(
    story: Story,
) -> None:
    maryam, hossein, zahra = story.maryam, story.hossein, story.zahra
    await story.intake(maryam, story="سلام")
    await hossein.says("/start")
    await hossein.hears(say("intake-consent"))
    await story.service.heard()
    await restarted(story.service, 48)
    await maryam.hears("ببخشید")
    await story.sara.hears("جدا بود")
    # Nobody has asked Hossein yet whether we may write first.
    assert all("ببخشید" not in (m["text"] or "") for m in await hossein.chat())
    assert await zahra.chat() == []
    sorry = [m for m in await maryam.chat() if (m["text"] or "").startswith("ببخشید")]
    assert len(sorry) == 1
