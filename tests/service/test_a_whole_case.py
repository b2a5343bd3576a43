"""A case from the first word to the feedback, through the real service."""

from tests.service.house import Story, say


async def test_a_family_writes_is_heard_and_a_counselor_answers(story: Story) -> None:
    maryam, narges, omid = story.maryam, story.narges, story.omid
    code = await story.intake(maryam, topic="teenager", story="پسرم با من حرف نمی‌زند")

    card = await narges.in_(story.group).hears(code)
    assert "پسرم" not in card["text"]
    assert "مریم" not in card["text"]
    await narges.in_(story.group).presses(say("button-claim"))
    details = await narges.hears("پسرم با من حرف نمی‌زند")
    assert code in details["text"]
    await omid.in_(story.group).hears("نرگس")
    await maryam.hears("جواب می‌دهد")

    await narges.says("سلام، خوب کردید که نوشتید")
    await maryam.hears("خوب کردید که نوشتید")
    await narges.hears("رسید")
    await maryam.says("ممنون که هستید")
    heard = await narges.hears("ممنون که هستید")
    assert code in heard["text"]

    await narges.says("/close")
    await narges.presses(say("outcome-helped"))
    await maryam.hears("تمام شد")
    await maryam.presses(say("feedback-score-5"))
    await maryam.hears(say("feedback-words"))
    await maryam.presses(say("button-skip"))
    await maryam.hears(say("feedback-thanks"))

    # What a family thought is for supervisors, and says nothing of whose it was.
    await story.reza.hears(say("feedback-score-5"))
    await story.reza.says("/feedback")
    seen = await story.reza.hears(say("opinions-average", average="۵\u066b۰", count=1))
    assert code not in seen["text"]
    await narges.says("/feedback")
    await narges.hears(say("refused-role"))
