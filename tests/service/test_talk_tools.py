"""Tools of the talk in the whole service: canned replies, whispers, blocks, floods."""

import asyncio

from tests.service.house import Hamdeli, Story, begin, say
from tests.service.test_talking import claimed
from tests.service.test_time import restarted
from tests.stage import Player, Stage

DANGER = "می‌خواهم خودم را بکشم"


async def heard_by(family: Player) -> str:
    """All that this family has in its chat."""
    return "\n".join(str(message["text"]) for message in await family.chat())


async def test_a_counselor_sends_a_canned_reply_and_a_supervisor_whispers(story: Story) -> None:
    maryam, hossein, narges, reza = story.maryam, story.hossein, story.narges, story.reza
    code = await claimed(story, maryam, narges, "قصهٔ مریم")
    await claimed(story, hossein, reza, "قصهٔ حسین")

    await narges.says("/reply")
    await narges.presses(say("reply-topic-silence"))
    await narges.presses("سکوت هم اشکالی ندارد")
    await narges.hears("هنوز نرفته است")
    await narges.presses(say("button-reply-edit"))
    text = await narges.hears("هر وقت آماده بودید")
    assert "هر وقت آماده بودید" not in await heard_by(maryam)
    await narges.says("عجله‌ای نیست؛ کد شما {code} است.", reply_to=text)
    await narges.hears("هنوز نرفته است")
    await narges.presses(say("button-reply-send"))
    await maryam.hears(f"کد شما {code} است")
    await narges.hears("رسید")

    await reza.says(f"/listen {code}")
    await narges.hears("همراه شما می‌خواند")
    await maryam.says("هنوز می‌ترسم")
    copy = await reza.hears("هنوز می‌ترسم")
    await narges.hears("هنوز می‌ترسم")
    await reza.says("آرام بمانید و از امنیتش بپرسید", reply_to=copy)
    whisper = await narges.hears("از امنیتش بپرسید")
    await narges.says("باشد، می‌پرسم", reply_to=whisper)
    await reza.hears("باشد، می‌پرسم")
    await reza.says("/listen تمام")
    await reza.hears("تمام شد")
    await reza.says("حرفی برای بعد", reply_to=copy)
    await narges.hears("حرفی برای بعد")
    for family in (maryam, hossein):
        said = await heard_by(family)
        assert "امنیتش" not in said and "می‌پرسم" not in said and "حرفی برای بعد" not in said


async def test_a_flood_loses_nothing_and_a_blocked_person_in_danger_is_heard(
    stage: Stage, service: Hamdeli
) -> None:
    service.more["HAMDELI_TALK__MESSAGES_PER_MINUTE"] = "15"
    story = await begin(stage, service)
    maryam, narges, reza = story.maryam, story.narges, story.reza
    code = await claimed(story, maryam, narges, "سلام")
    said = [f"حرف شمارهٔ {number} من" for number in range(40)]
    said[30] = DANGER
    await asyncio.gather(*(maryam.says(text) for text in said))
    await reza.hears("هشدار ایمنی")
    await maryam.hears(say("safety-suicide"))
    await narges.hears(DANGER)
    await restarted(story.service, 0.05)
    await narges.hears("پیام دیگر، پشت سر هم")
    read = "\n".join(str(message["text"]) for message in await narges.chat())
    assert [text for text in said if text not in read] == []
    assert (await heard_by(maryam)).count("هیچ‌کدام گم نمی‌شود") == 1

    await reza.presses(say("button-acknowledge"))
    await reza.presses(say("button-outcome"))
    await reza.presses(say("alert-outcome-safe"))
    await narges.says("/macro")
    await narges.presses("هنوز جوابی نیامده")
    await narges.presses(say("button-macro-do"))
    await maryam.hears("این‌جا هستم")

    await reza.says(f"/block {code}")
    for label in ("۷ روز", "block-reason-insults", "button-block-close"):
        await reza.presses(label if " " in label else say(label))
    await narges.hears("مسدود کرد")
    await maryam.hears("نمی‌توانیم این‌جا جوابتان را بدهیم")
    await maryam.says("جواب بدهید")
    await maryam.says(DANGER)
    await maryam.hears(say("safety-suicide"))
    await reza.hears("هشدار ایمنی")
    assert (await heard_by(maryam)).count("نمی‌توانیم این‌جا جوابتان") == 1
