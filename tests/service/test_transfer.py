"""A case changes hands through the real service, and every message reaches who should read it."""

from tests.service.house import Hamdeli, Story, say
from tests.service.test_talking import claimed
from tests.stage import Player

NOTE = "مادر فردا دادگاه دارد و شب‌ها نمی‌تواند بنویسد"
MINUTE = 60


async def killed(service: Hamdeli, minutes: int) -> None:
    """The service is killed, and comes back when it is so many minutes after the beginning."""
    await service.kill()
    service.more["HAMDELI_SERVICE__CLOCK_OFFSET"] = str(minutes * MINUTE)
    await service.start()


async def hands_over(owner: Player, code: str, to: str) -> None:
    """The owner of one case hands it to somebody, or to the queue, with a note."""
    await owner.says("/transfer")
    await owner.hears(say("transfer-whom", code=code))
    await owner.presses(to)
    await owner.hears(say("handover-note")[:20])
    await owner.says(NOTE)
    await owner.hears(say("handover-review"))
    await owner.presses(say("button-confirm"))


def never(messages: list[dict[str, object]], words: str) -> bool:
    return all(words not in str(m["text"] or "") for m in messages)


async def test_each_message_around_a_transfer_reaches_the_right_person(story: Story) -> None:
    maryam, narges, omid = story.maryam, story.narges, story.omid
    code = await claimed(story, maryam, narges, "قصهٔ مریم")
    before = await maryam.says("حرف پیش از سپردن")
    theirs = await narges.hears("حرف پیش از سپردن")
    await narges.says("جواب نرگس")
    old = await maryam.hears("جواب نرگس")
    await narges.says("/note فقط تلفن همراه دارد")
    await narges.hears(say("note-kept", code=code))

    await hands_over(narges, code, "امید")
    await narges.hears("امید")
    assert NOTE in (await omid.hears(code))["text"]
    await killed(story.service, 1)
    await maryam.says("حرف در میان")
    await narges.hears("حرف در میان")
    assert never(await omid.chat(), "حرف در میان")

    await omid.presses(say("button-transfer-accept"))
    await omid.hears(NOTE)
    await omid.hears("فقط تلفن همراه دارد")
    await omid.hears(say("handover-last", code=code))
    await omid.hears("حرف پیش از سپردن")
    await omid.hears("جواب نرگس")
    again = await omid.hears("حرف در میان")
    await maryam.hears(say("transferred-family"))
    await narges.hears("امید")
    await narges.in_(story.group).hears("امید")

    await narges.says("حرف دیر نرگس", reply_to=theirs)
    await narges.hears(say("not-your-talk"))
    await narges.says("حرف دیگر نرگس")
    await narges.hears(say("no-open-talk"))
    await maryam.says("حرف پس از سپردن", reply_to=old)
    assert (await omid.hears("حرف پس از سپردن"))["text"]
    await omid.says("جواب امید", reply_to=again)
    await maryam.hears("جواب امید")
    await maryam.edits(before, "حرف ویرایش‌شدهٔ مریم")
    await omid.hears("حرف ویرایش‌شدهٔ مریم")
    assert never(await maryam.chat(), "نرگس دیر")
    assert never(await maryam.chat(), "حرف دیگر نرگس")
    assert never(await narges.chat(), "حرف پس از سپردن")
    assert never(await maryam.chat(), NOTE)


async def test_without_an_answer_and_across_a_kill_a_case_stays_where_it_is(story: Story) -> None:
    narges, omid, reza = story.narges, story.omid, story.reza
    code = await claimed(story, story.maryam, narges, "قصهٔ مریم")
    await narges.says("سلام، من هستم")
    await story.maryam.hears("سلام، من هستم")
    await hands_over(narges, code, "امید")
    await omid.hears(NOTE)
    await killed(story.service, 31)
    await omid.hears(say("transfer-expired-you", code=code))
    await narges.hears("جوابی نیامد")
    assert await omid.presses(say("button-transfer-accept")) == say("transfer-moved-on")

    await hands_over(narges, code, "امید")
    await omid.hears(NOTE)
    await omid.presses(say("button-transfer-refuse"))
    await omid.presses(say("transfer-why-full"))
    await narges.hears(say("transfer-why-full"))

    # A colleague asks, and gets it with a note and without another question.
    await reza.says(f"/ask {code}")
    await reza.hears("نرگس")
    await narges.hears("می‌خواهد")
    await narges.presses(say("button-ask-give"))
    await narges.hears(say("handover-note")[:20])
    await narges.says(NOTE)
    await narges.hears(say("handover-review"))
    await narges.presses(say("button-confirm"))
    await reza.hears(NOTE)
    await reza.says("سلام، رضا هستم")
    await story.maryam.hears("سلام، رضا هستم")

    # Back to the queue, and the note waits for whoever claims next.
    await hands_over(reza, code, say("button-transfer-queue"))
    await story.maryam.hears(say("transferred-family-queue"))
    await story.maryam.says("هنوز هستم")
    await omid.says("/next")
    await omid.hears(NOTE)
    await omid.hears("هنوز هستم")
