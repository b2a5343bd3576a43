"""Danger is said: the numbers come at once, and a named person answers for it."""

from tests.service.house import Story, say, walks


async def test_danger_words_in_the_middle_of_the_questions_reach_a_human(story: Story) -> None:
    zahra, reza, narges = story.zahra, story.reza, story.narges
    await zahra.says("/start")
    await zahra.hears(say("intake-consent"))
    await zahra.says("دیگه نمی‌خوام زنده باشم")
    text = await zahra.hears("۱۲۳")
    assert say("safety-suicide") in text["text"].replace("\u2068", "").replace("\u2069", "")
    alert = await reza.hears(say("alert-suicide"))
    assert "نمی‌خوام زنده باشم" in alert["text"]

    await zahra.presses(say("button-need-help"))
    await zahra.hears(say("safety-yes"))
    await narges.in_(story.group).hears("آنی")
    await reza.presses(say("button-acknowledge"))
    await reza.presses(say("button-talk"))
    await zahra.hears(say("claimed-family"))
    await reza.says("من این‌جا هستم")
    await zahra.hears("من این‌جا هستم")
    assert (await story.service.state())["alerts"]["open"] == 0


async def test_words_that_were_not_meant_let_the_person_go_on(story: Story) -> None:
    zahra, reza = story.zahra, story.reza
    await zahra.says("/start")
    await zahra.hears(say("intake-consent"))
    await zahra.says("می‌خوام خودمو بکشم")
    await zahra.presses(say("button-not-meant"))
    await zahra.hears(say("intake-consent"))
    await zahra.presses(say("intake-consent-now"))
    await zahra.hears(say("intake-who"))
    await reza.hears(say("alert-mistaken"))
    assert (await story.service.state())["alerts"]["open"] == 1


async def test_the_numbers_stand_last_where_danger_was_pressed(story: Story) -> None:
    zahra = story.zahra
    await zahra.says("/start")
    await walks(
        zahra,
        ("consent", "intake-consent-now"),
        ("who", "intake-who-self"),
        ("danger", "intake-danger-now"),
    )
    await zahra.hears("۱۲۳")
    await zahra.hears(say("intake-province"))
    *_, question, numbers = await zahra.chat()
    assert say("intake-province") in question["text"]
    assert "۱۲۳" in numbers["text"]


async def test_whoever_comes_to_help_knows_what_was_told_before_the_danger(story: Story) -> None:
    zahra, narges = story.zahra, story.narges
    await zahra.says("/start")
    await walks(
        zahra,
        ("consent", "intake-consent-now"),
        ("who", "intake-who-child"),
        ("danger", "intake-danger-no"),
    )
    await zahra.says("تبریز")
    await zahra.hears(say("intake-story"))
    await zahra.says("می‌خوام خودمو بکشم")
    await zahra.presses(say("button-need-help"))
    card = await narges.in_(story.group).hears("آنی")
    assert "آذربایجان شرقی" in card["text"]


async def test_danger_in_a_talk_is_carried_and_alerted(story: Story) -> None:
    maryam, narges, reza = story.maryam, story.narges, story.reza
    await story.intake(maryam, story="سلام")
    await narges.says("/next")
    await maryam.hears(say("claimed-family"))
    await maryam.says("شوهرم چاقو کشیده")
    await maryam.hears(say("safety-violence")[:40])
    await narges.hears("شوهرم چاقو کشیده")
    await reza.hears(say("alert-violence"))
