"""A questionnaire once more: after two weeks, with a yes, told in words, and looked after."""

from datetime import datetime, timedelta

import pytest

from bot.domain.screeners import K6, WHO5
from tests.service.house import Story, say
from tests.service.test_appointments import TEHRAN, moved_to
from tests.stage import Player, words_of


async def with_screeners(story: Story, family: Player, words: str) -> str:
    """Narges has the case of a family that answered both questionnaires, somewhere in between."""
    service = story.service
    await service.end()
    service.more["HAMDELI_ASSESSMENT__SCREENERS"] = '["k6", "who5"]'
    await service.start()
    further = [
        ("heavy", "intake-heavy-yes"),
        *((item, f"intake-{item}-1") for item in K6.items),
        ("wellbeing", "intake-wellbeing-yes"),
        *((item, f"intake-{item}-2") for item in WHO5.items),
    ]
    code = await story.intake(family, story=words, further=further)
    await story.narges.says("/next")
    await story.narges.hears(words)
    await story.narges.says("سلام، من هستم")
    await family.hears("سلام، من هستم")
    return code


async def answers(family: Player, k6: int, who5: int) -> None:
    for items, value in ((K6.items, k6), (WHO5.items, who5)):
        for item in items:
            await family.hears(say(f"again-{item}"))
            await family.presses(say(f"again-{item}-{value}"))


async def later(story: Story, days: int) -> None:
    noon = datetime.now(TEHRAN).replace(hour=12, minute=0, second=0, microsecond=0)
    await moved_to(story.service, noon + timedelta(days=days))


async def test_two_weeks_later_the_change_is_told_and_distress_alerts_a_human(
    story: Story,
) -> None:
    maryam, narges, reza = story.maryam, story.narges, story.reza
    code = await with_screeners(story, maryam, "قصهٔ مریم")
    await narges.says("/again")
    await narges.hears("هنوز دو هفته نشده است")
    await later(story, 15)
    await narges.says(f"/again {code}")
    await narges.hears(say("again-offered", code=code))
    await narges.says("/again")
    await narges.hears(say("again-offered-already", code=code))
    await maryam.hears(say("again-offer"))
    await maryam.presses(say("again-yes"))
    await answers(maryam, k6=3, who5=4)
    # Many signs of distress: numbers for the family, and somebody on call who must look.
    await maryam.hears(say("safety-distress"))
    await reza.hears(say("alert-distress"))
    for reader in (narges, reza):
        told = [words_of(m) for m in await reader.chat() if code in words_of(m)]
        assert any(
            say("again-course-rose") in one and say("again-course-better") in one for one in told
        )
    hers = "\n".join(words_of(m) for m in await maryam.chat())
    assert say("again-course-rose") not in hers
    assert say("again-name-who5") + "،" not in hers
    await narges.says("/again")
    await narges.hears("هنوز دو هفته نشده است")


@pytest.mark.parametrize("agrees", [True, False])
async def test_after_the_feedback_it_is_offered_once_and_a_no_is_fine(
    story: Story, agrees: bool
) -> None:
    maryam, narges = story.maryam, story.narges
    code = await with_screeners(story, maryam, "قصهٔ مریم")
    await later(story, 15)
    await narges.says("/close")
    await narges.presses(say("outcome-helped"))
    await maryam.hears(say("feedback-score"))
    await maryam.presses(say("button-skip"))
    await maryam.hears(say("feedback-words"))
    await maryam.presses(say("button-skip"))
    await maryam.hears(say("feedback-skipped"))
    await maryam.hears(say("again-offer"))
    if not agrees:
        await maryam.presses(say("again-no"))
        await maryam.hears(say("again-declined"))
        return
    await maryam.presses(say("again-yes"))
    await answers(maryam, k6=0, who5=2)
    await maryam.hears(say("again-thanks"))
    told = await narges.hears(say("again-result", code=code))
    assert say("again-course-still_low") in words_of(told)
    assert say("again-course-same") in words_of(told)
