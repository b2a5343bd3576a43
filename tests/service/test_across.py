"""A family on Bale and a counselor on Telegram: neither has to know where the other is."""

import pytest

from bot.sandbox import Emulator
from bot.sandbox.server import BALE_TOKEN
from tests.service.house import Hamdeli, Story, begin, say
from tests.stage import Stage

GROUP = 7_000_000_001


@pytest.fixture
async def story(stage: Stage, service: Hamdeli, emulator: Emulator) -> Story:
    service.more |= {
        "HAMDELI_BALE__TOKEN": BALE_TOKEN,
        "HAMDELI_BALE__API_URL": emulator.url,
        "HAMDELI_BALE__FILE_URL": emulator.url,
        "HAMDELI_BALE__POLL_TIMEOUT": "2",
        "HAMDELI_BALE__MESSAGES_PER_SECOND": "0",
        "HAMDELI_BALE__COUNSELOR_GROUP": str(GROUP),
    }
    mina = await stage.person("مینا", platform="bale")
    parisa = await stage.person("پریسا", platform="bale", started=True)
    group = await stage.group("مشاوران بله", [parisa], id=GROUP, platform="bale")
    story = await begin(stage, service)
    story.cast |= {"mina": mina, "parisa": parisa.in_(group)}
    return story


async def test_a_case_from_the_first_word_to_the_feedback_across_two_messengers(
    story: Story,
) -> None:
    mina, narges = story.mina, story.narges
    code = await story.intake(mina, topic="teenager", story="پسرم با من *حرف* نمی‌زند")

    # A card in each group; a claim in one closes the other.
    await story.parisa.hears(code)
    await narges.in_(story.group).hears(code)
    await narges.in_(story.group).presses(say("button-claim"))
    details = await narges.hears("پسرم با من حرف نمی‌زند")
    assert code in details["text"]
    await story.parisa.hears("نرگس")
    await mina.hears("جواب می‌دهد")

    # What a person types is never taken for a mark.
    await narges.says("سلام *مینا*، خوب کردید که نوشتید")
    heard = await mina.hears("خوب کردید که نوشتید")
    assert not heard["entities"]
    await mina.says("ممنون که *هستید*")
    heard = await narges.hears("ممنون که هستید")
    assert "bold" in [entity["type"] for entity in heard["entities"]]
    asked = await mina.says("وقت دارید؟")
    await narges.hears("وقت دارید؟")
    await mina.edits(asked, "امروز وقت دارید؟")
    await narges.hears("امروز وقت دارید؟")

    await narges.says("/close")
    await narges.presses(say("outcome-helped"))
    await mina.hears("تمام شد")
    await mina.presses(say("feedback-score-5"))
    await mina.hears(say("feedback-words"))
    await mina.presses(say("button-skip"))
    await mina.hears(say("feedback-thanks"))
