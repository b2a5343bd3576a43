"""What a family says at the privacy check holds, from the first message to the last."""

import asyncio

from bot.conversations.followups import FOLLOWUPS
from tests.service.house import Hamdeli, Story, code_in, say, walks
from tests.service.test_discretion import HOUR, moved
from tests.stage import Player, words_of


async def asks(family: Player, private: str, contact: str, *more: tuple[str, ...]) -> str:
    """The full assessment with these answers at its beginning, else left out. The code."""
    await family.says("/start")
    await walks(
        family,
        ("consent", "intake-consent-full"),
        ("private", f"intake-private-{private}"),
        ("contact", f"intake-contact-{contact}"),
        *more,
        ("purposes", "intake-purposes-none", "button-done"),
        ("who", "intake-who-self"),
        ("danger", "intake-danger-no"),
        ("age", "button-skip"),
        ("province", "button-omit"),
        ("adults", "button-omit"),
        ("topics", "intake-topics-other", "button-done"),
        *((further, "button-skip") for further in FOLLOWUPS["other"]),
        ("help", "button-omit"),
        ("story", "button-skip"),
        ("review", "button-confirm"),
    )
    return code_in(words_of(await family.hears("کد پیگیری")))


async def unfinished(service: Hamdeli) -> dict[str, int]:
    """Where people have stopped, once both are counted."""
    counted: dict[str, int] = {}
    for _ in range(60):
        counted = (await service.state())["unfinished"]
        if sum(counted.values()) == 2:
            break
        await asyncio.sleep(0.5)
    return counted


async def test_who_is_not_alone_and_said_wait_is_never_written_to_first(story: Story) -> None:
    maryam, narges = story.maryam, story.narges
    code = await asks(maryam, "careful", "wait")
    shown = "\n".join(words_of(message) for message in await maryam.chat())
    assert say("intake-safety") not in shown
    await moved(story.service, HOUR)
    card = await narges.in_(story.group).hears(code)
    assert say("contact-staff-wait") in words_of(card)
    before = len(await maryam.chat())
    await narges.says("/next")
    await narges.hears(say("details-contact-wait"))
    await narges.says("سلام، هر وقت توانستید بنویسید")
    await narges.hears(say("receipt-held", code=code))
    assert len(await maryam.chat()) == before

    await maryam.says("الان می‌توانم")
    await maryam.hears("هر وقت توانستید بنویسید")
    await narges.hears("الان می‌توانم")


async def test_who_wants_plain_messages_sees_a_line_that_says_nothing(story: Story) -> None:
    maryam, narges = story.maryam, story.narges
    hours = ("times", "intake-times-anytime", "button-done")
    code = await asks(maryam, "careful", "neutral", hours)
    await moved(story.service, 6 * 60)
    card = await narges.in_(story.group).hears(code)
    assert say("contact-staff-neutral") in words_of(card)
    await maryam.reads()
    await narges.says("/next")
    line = await maryam.hears()
    assert words_of(line) == say("veil")
    await maryam.presses(say("button-show"))
    await maryam.hears(say("claimed-family"))
    await narges.hears(say("details-contact-neutral"))


async def test_who_stops_is_nudged_once_comes_back_after_days_and_is_let_go_after_two_weeks(
    story: Story,
) -> None:
    maryam, hossein = story.maryam, story.hossein
    for family, contact in ((maryam, "any"), (hossein, "wait")):
        await family.says("/start")
        for label in ("consent-full", "private-yes", f"contact-{contact}"):
            await family.presses(say(f"intake-{label}"))
    await maryam.hears(say("intake-times"))
    await hossein.hears(say("intake-purposes"))
    day = 48 * HOUR
    await moved(story.service, day)
    await maryam.hears(say("unfinished-nudge"))
    await moved(story.service, day + 12 * 24 * HOUR)
    await maryam.presses(say("menu-resume"))
    await maryam.hears(say("intake-times"))
    await maryam.presses(say("intake-times-anytime"))
    await maryam.presses(say("button-done"))
    await maryam.hears(say("intake-purposes"))

    await moved(story.service, day + 27 * 24 * HOUR)
    # Hossein stopped there two weeks before, and was not to be written to.
    assert await unfinished(story.service) == {"purposes": 2}
    assert all(say("unfinished-nudge") not in words_of(m) for m in await hossein.chat())
    nudges = [m for m in await maryam.chat() if words_of(m) == say("unfinished-nudge")]
    assert len(nudges) == 1
    await maryam.says("/start")
    await maryam.hears(say("intake-consent"))
