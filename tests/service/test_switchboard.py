"""The supervisor assigns by hand, and a family that comes back meets its counselor again."""

from tests.service.house import Story, say
from tests.service.test_talking import claimed


async def test_what_is_held_is_assigned_by_hand_until_the_hold_ends(story: Story) -> None:
    reza, narges, omid = story.reza, story.narges, story.omid
    await reza.says("/switchboard")
    await reza.hears(say("switchboard-none"))
    await reza.presses(say("button-hold-topic"))
    await reza.presses(say("intake-topic-grief"))
    await reza.hears(say("hold-begun", part=say("intake-topic-grief")))
    code = await story.intake(story.maryam, story="قصهٔ مریم")
    card = await omid.in_(story.group).hears(code)
    assert say("card-by-hand") in card["text"] or not card["buttons"]
    await omid.says("/next")
    await omid.hears(say("next-none"))

    await reza.says(f"/assign {code}")
    await reza.presses("نرگس")
    await reza.hears("نرگس")
    await narges.hears(say("assigned-you", code=code))
    await narges.hears("قصهٔ مریم")
    await narges.presses(say("button-assigned-back"))
    await narges.presses(say("transfer-why-full"))
    await reza.hears(say("transfer-why-full"))
    await reza.says("/switchboard")
    await reza.presses(f"{code} را بدهم")
    await reza.presses("امید")
    await omid.hears("قصهٔ مریم")
    await omid.says("سلام، امید هستم")
    await story.maryam.hears("سلام، امید هستم")

    second = await story.intake(story.hossein, story="قصهٔ حسین")
    await reza.says("/switchboard")
    await reza.finds(second)
    await reza.hears(say("switchboard-held", count=1))
    await reza.presses(say("button-hold-end", part=say("intake-topic-grief")))
    await reza.hears(say("hold-ended", part=say("intake-topic-grief")))
    await narges.in_(story.group).presses(say("button-claim"))
    await narges.hears("قصهٔ حسین")


async def test_a_family_that_comes_back_meets_its_counselor_unless_it_wants_another(
    story: Story,
) -> None:
    maryam, narges, omid = story.maryam, story.narges, story.omid
    await claimed(story, maryam, narges, "قصهٔ نخست")
    await narges.says("/close")
    await narges.presses(say("outcome-helped"))
    await maryam.hears(say("feedback-score"))
    await maryam.says("/cancel")
    await maryam.presses(say("menu-start"))
    code = await story.intake(maryam, story="قصهٔ دوم")
    await narges.hears("برگشته است")
    await omid.says("/next")
    await omid.hears(say("next-none"))
    await maryam.presses(say("button-other-counselor"))
    await maryam.hears(say("returning-other"))
    await narges.hears(say("returning-wish", code=code))
    await omid.says("/next")
    await omid.hears("قصهٔ دوم")
