"""Updates twice, five times, and in another order than they were written in."""

import pytest

from tests.faults.engine import STATE, Engine, buttons_of, presses, says
from tests.service.house import Hamdeli, Story, say
from tests.stage import Player, Stage


async def test_messages_keep_their_order_when_a_messenger_mixes_them_up(
    story: Story, service: Hamdeli
) -> None:
    maryam, narges = story.maryam, story.narges
    code = await _talk(story, maryam, narges)
    await service.end()
    await story.stage.faults(shuffle=20, duplicate_updates=3)
    for number in range(15):
        await maryam.says(f"پیام {number:02}")
    await service.start()
    for number in range(15):
        heard = await narges.hears(f"پیام {number:02}")
        assert code in heard["text"]
    told = [m["text"] for m in await narges.chat() if "پیام " in (m["text"] or "")]
    assert len([text for text in told if "پیام 0" in text or "پیام 1" in text]) == 15


async def test_an_assessment_is_the_same_when_everything_comes_three_times(
    stage: Stage, story: Story
) -> None:
    await stage.faults(shuffle=20, duplicate_updates=3)
    maryam, narges = story.maryam, story.narges
    await _talk(story, maryam, narges, topic="couple")
    told = [m["text"] or "" for m in await narges.chat()]
    details = next(text for text in told if say("intake-topic-couple") in text)
    assert say("intake-who-self") in details
    cards = [m for m in await narges.in_(story.group).chat() if m["kind"] == "text"]
    assert len(cards) == 1


async def _talk(story: Story, family: Player, counselor: Player, topic: str = "grief") -> str:
    code = await story.intake(family, topic=topic)
    await counselor.in_(story.group).hears(code)
    await counselor.in_(story.group).presses(say("button-claim"))
    await counselor.hears(code)
    return code


async def test_a_press_meant_for_an_earlier_question_never_answers_a_later_one(
    middle: Engine,
) -> None:
    await middle.receives(says(5001, "/start"))
    first = _questions(await _buttons(middle))
    agreed = next(data for data in first if data.endswith(".full"))
    await middle.receives(presses(5001, agreed))
    second = _questions(await _buttons(middle))[len(first) :]
    await middle.receives(presses(5001, second[0]))
    before = await middle.snapshot(*STATE)
    await middle.receives(*[presses(5001, data) for data in (*first, second[0])])
    after = await middle.snapshot(*STATE)
    assert after["consents"] == before["consents"]
    assert after["sessions"] == before["sessions"]


def _questions(buttons: list[str]) -> list[str]:
    return [data for data in buttons if data.startswith("1.f.")]


async def _buttons(middle: Engine) -> list[str]:
    return buttons_of([row.message for row in await middle.owes() if row.kind == "reply"])


@pytest.mark.parametrize("times", [1, 5])
async def test_a_confirmed_request_that_comes_again_opens_no_second_case(
    middle: Engine, times: int
) -> None:
    await middle.receives(says(5001, "/start"))
    await middle.receives(presses(5001, "1.m.help"))
    agreed = next(d for d in await _all_buttons(middle) if d.startswith("1.a.yes."))
    press = presses(5001, agreed)
    await middle.receives(*[press] * times, *[presses(5001, agreed) for _ in range(times)])
    assert await middle.count("cases") == 1
    assert await middle.count("outbox", "kind = 'card'") == 1
    assert await middle.count("alerts") == 1


async def _all_buttons(middle: Engine) -> list[str]:
    return buttons_of([row.message for row in await middle.owes()])
