"""The overview and its picture, by the strict emulator; a search that leads to a case."""

from tests.service.house import Story, say


async def test_a_supervisor_sees_the_service_and_renews_the_picture(story: Story) -> None:
    reza, narges = story.reza, story.narges
    code = await story.intake(story.maryam, story="کسی هست؟")
    await reza.says("/overview")
    first = await reza.hears(say("overview-open", open=1, waiting=1))
    assert (first["kind"], first["file"]["width"]) == ("photo", 1080)
    await narges.says("/next")
    await narges.hears("کسی هست؟")
    await narges.says("سلام، من این‌جا هستم")
    await story.maryam.hears("من این‌جا هستم")
    await reza.presses(say("button-overview-refresh"))
    again = await reza.hears(say("overview-open", open=1, waiting=0))
    assert again["message_id"] == first["message_id"]
    assert (again["kind"], again["file"]["url"] != first["file"]["url"]) == ("photo", True)
    methods = [call["method"] for call in await story.stage.calls()]
    assert methods.count("sendPhoto") == 1
    assert "editMessageMedia" in methods
    await reza.presses(say("button-overview-numbers"))
    await reza.hears(say("replies-days", days=7))
    assert (await story.service.state())["first_reply"]["7_days"]["all"]["answered"] == 1
    await reza.says("/search در گفت‌وگو سوگ")
    await reza.hears(code)
    await reza.says("/staff")
    await reza.hears("امروز این‌جا بود")
