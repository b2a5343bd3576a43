"""A family called, or came: a colleague enters it with its true day, and it goes its way."""

import sqlite3
from contextlib import closing
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from tests.service.house import WORDS, Story, code_in, say
from tests.stage import words_of

TEHRAN = ZoneInfo("Asia/Tehran")


async def test_a_call_of_another_day_waits_is_claimed_and_closed(story: Story) -> None:
    narges, omid = story.narges, story.omid
    day = datetime.now(TEHRAN).date() - timedelta(days=3)
    at = int(datetime.combine(day, time(12), TEHRAN).timestamp() * 1000)
    await narges.says("/contact")
    for question, answer in (
        ("channel", "contact-channel-phone"),
        ("day", "contact-day-before"),
        ("date", ""),
        ("who", "contact-who-parent"),
        ("topic", "contact-topic-elders"),
        ("danger", "contact-danger-unsure"),
        ("province", "button-skip"),
        ("story", "button-skip"),
        ("then", "contact-then-queue"),
        ("review", "button-confirm"),
    ):
        await narges.hears(say(f"contact-{question}"))
        await (narges.presses(say(answer)) if answer else narges.says(day.isoformat()))
    code = code_in(words_of(await narges.hears("در صف است")))

    met = WORDS.date("fa", at)
    card = words_of(await omid.in_(story.group).hears(code))
    assert say("card-met-phone", day=met) in card
    assert "فوریت زیاد" in card
    await omid.in_(story.group).presses(say("button-claim"))
    details = words_of(await omid.hears(say("details-met-phone", day=met)))
    assert say("details-how") not in details
    assert say("reason-danger_unsure") in details
    await narges.in_(story.group).hears("امید")

    await omid.says("سلام؟")
    await omid.hears(say("talk-no-chat", code=code))
    await omid.says("/note تلفن زدم، حالش بهتر است")
    await omid.hears(say("note-kept", code=code))
    await omid.says("/close")
    await omid.presses(say("outcome-helped"))
    await omid.hears("به سرپرست رفت")
    await story.reza.presses(say("button-approve-closing"))
    await omid.hears("تأیید کرد")
    await narges.in_(story.group).hears("بسته شد")
    with closing(sqlite3.connect(story.service.folder / "hamdeli.db")) as database:
        kept = database.execute("SELECT channel, contacted_at, status, outcome FROM cases")
        assert kept.fetchall() == [("phone", at, "closed", "helped")]


async def test_a_day_that_is_not_yet_is_asked_again(story: Story) -> None:
    narges = story.narges
    tomorrow = datetime.now(TEHRAN).date() + timedelta(days=2)
    await narges.says("/contact")
    for answer in ("contact-channel-in_person", "contact-day-before"):
        await narges.presses(say(answer))
    await narges.hears(say("contact-date"))
    await narges.says(tomorrow.isoformat())
    for answer in (
        "contact-who-self", "contact-topic-other", "contact-danger-no", "button-skip",
        "button-skip", "contact-then-keep", "button-confirm",
    ):  # fmt: skip
        await narges.presses(say(answer))
    await narges.hears(say("contact-future"))
    await narges.presses(say("contact-day-today"))
    await narges.presses(say("button-confirm"))
    await narges.hears("پروندهٔ شماست")
    assert (await story.service.state())["cases"] == {"claimed": 1}
