"""A family on Bale and a counselor on Telegram: neither has to know where the other is."""

import pytest

from bot.sandbox import Emulator
from bot.sandbox.server import BALE_TOKEN
from bot.sandbox.wallet import TEST_TOKEN
from tests.service.house import Hamdeli, Story, begin, say
from tests.service.test_discretion import harmless, sees
from tests.stage import Json, Player, Stage

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
        "HAMDELI_BALE__WALLET": TEST_TOKEN,
        "HAMDELI_DONATIONS__ENABLED": "true",
    }
    mina = await stage.person("مینا", platform="bale")
    parisa = await stage.person("پریسا", platform="bale", started=True)
    group = await stage.group("مشاوران بله", [parisa], id=GROUP, platform="bale")
    story = await begin(stage, service)
    story.cast |= {"mina": mina, "parisa": parisa, "over_there": parisa.in_(group)}
    return story


async def test_a_case_from_the_first_word_to_the_feedback_across_two_messengers(
    story: Story,
) -> None:
    mina, narges = story.mina, story.narges
    code = await story.intake(mina, topic="teenager", story="پسرم با من *حرف* نمی‌زند")

    # A card in each group; a claim in one closes the other.
    await story.over_there.hears(code)
    await narges.in_(story.group).hears(code)
    await narges.in_(story.group).presses(say("button-claim"))
    details = await narges.hears("پسرم با من حرف نمی‌زند")
    assert code in details["text"]
    await story.over_there.hears("نرگس")
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

    # What Bale has besides: its form for reviews, and its wallet, for those who ask.
    await mina.hears(say("review-wished"))
    await gives(mina, "pays")
    await mina.hears(say("donate-thanks", amount=50_000))
    (asked,) = await story.stage.calls("askReview")
    assert asked["ok"]
    assert int(asked["params"]["user_id"]) == mina.id
    # The word about a payment is lost on its way: it is asked after.
    await gives(mina, "silent")
    await story.service.comes_back(60)
    await mina.hears(say("donate-thanks", amount=50_000))
    await story.sara.says("/donations")
    await story.sara.hears(say("donations-sum", count=2, amount=100_000))

    # Quick exit there, too: each message is deleted by a call of its own.
    await mina.says("/exit")
    await sees(mina, harmless(1))


async def test_pictures_voice_and_albums_cross_and_the_outage_of_one_is_not_the_others(
    story: Story,
) -> None:
    mina, narges, stage = story.mina, story.narges, story.stage
    code = await story.intake(mina)
    await narges.in_(story.group).presses(say("button-claim"))
    await mina.hears("جواب می‌دهد")

    await mina.sends_voice()
    voice = await arrived(narges, "voice")
    await narges.sends("photo", caption="این را ببینید", reply_to=voice)
    photo = await mina.hears("این را ببینید")
    assert photo["kind"] == "photo"
    assert photo["reply_to"] is not None
    await narges.sends_voice()
    await arrived(mina, "voice")
    await mina.sends_photo(caption="دو عکس", album="a")
    await mina.sends_photo(album="a")
    first = await narges.hears("دو عکس")
    assert first["media_group_id"]
    album = [m for m in await narges.chat() if m["media_group_id"] == first["media_group_id"]]
    assert len(album) == 2

    # Telegram is silent: on Bale everything goes on, and what waits arrives afterwards, once.
    await stage.faults(offline=True)
    await mina.says("صدایم می‌رسد؟")
    await mina.says("/status")
    await mina.hears(say("status-claimed", code=code))
    await stage.faults(offline=False)
    await narges.hears("صدایم می‌رسد؟")
    assert "\n".join([m["text"] or "" for m in await narges.chat()]).count("صدایم می‌رسد؟") == 1


async def test_a_counselor_on_bale_has_a_family_on_telegram(story: Story) -> None:
    maryam, parisa, service = story.maryam, story.parisa, story.service
    await service.end()
    who = ("--id", str(parisa.id), "--alias", "پریسا", "--role", "counselor")
    done, said = await service.does("staff", "add", *who, "--messenger", "bale")
    assert done == 0, said
    await service.start()

    code = await story.intake(maryam, story="دلم گرفته")
    await story.over_there.hears(code)
    await story.over_there.presses(say("button-claim"))
    await parisa.hears("دلم گرفته")
    await story.narges.in_(story.group).hears("پریسا")
    await maryam.hears("جواب می‌دهد")
    await maryam.sends_voice()
    await arrived(parisa, "voice")
    await parisa.says("سلام، می‌شنوم")
    await maryam.hears("سلام، می‌شنوم")
    await parisa.hears("رسید")
    await parisa.sends_photo(caption="این هم نشانی")
    assert (await maryam.hears("این هم نشانی"))["kind"] == "photo"
    await parisa.says("/close")
    await parisa.presses(say("outcome-helped"))
    await maryam.hears("تمام شد")


async def gives(player: Player, fate: str) -> None:
    """They ask how to give, choose the first amount and pay; what becomes of it is `fate`."""
    before = max((m["message_id"] for m in await player.chat()), default=0)
    await player.says("/donate")
    await player.presses(say("button-donate", amount=50_000))
    await player.hears(say("donate-coming", amount=50_000))
    # An earlier invoice lies in the chat, too, and is worth nothing any more.
    invoice = await arrived(player, "invoice", before)
    assert invoice["invoice"]["total_amount"] == 500_000
    what = {"person": player.id, "chat": player.key, "message_id": invoice["message_id"]}
    paid = await player.stage.post("pay", **what, fate=fate)

    async def let_through() -> bool | None:
        calls = await player.stage.calls("answerPreCheckoutQuery")
        found = [c for c in calls if c["params"]["pre_checkout_query_id"] == paid["id"]]
        return True if found and found[0]["ok"] else None

    async def complaint() -> str:
        return f"a payment of {player.name} waited in vain\n{await player.dialogue()}"

    await player.stage.until(let_through, complaint)


async def arrived(player: Player, kind: str, after: int = 0) -> Json:
    """The newest message of this kind that the bot sent them, behind `after`, once it is there."""

    async def look() -> Json | None:
        chat = [m for m in await player.chat() if m["message_id"] > after]
        found = (m for m in reversed(chat) if m["from"]["is_bot"])
        return next((m for m in found if m["kind"] == kind), None)

    async def complaint() -> str:
        return f"no {kind} reached {player.name}\n{await player.dialogue()}"

    return await player.stage.until(look, complaint)
