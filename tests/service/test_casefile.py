"""A high case from the claim to a closing that a supervisor approves, and open again."""

from tests.service.house import Hamdeli, Story, say
from tests.service.test_urgency import rows

STEPS = ("شب‌ها بیدارم", "راه می‌روم", "پارک محله", "خواهرم", "درمانگاه", "قرص‌ها نزد خواهرم")


async def claimed(story: Story) -> str:
    """Maryam's case is Narges's, and a supervisor has called it high."""
    code = await story.intake(story.maryam, story="سلام")
    await story.reza.says(f"/acuity {code}")
    await story.reza.hears(code)
    await story.reza.presses(say("acuity-level-high"))
    await story.reza.presses(say("acuity-why-other_facts"))
    await story.reza.hears(say("acuity-why-other_facts"))
    await story.narges.says("/next")
    await story.narges.hears(say("details-how"))
    await story.narges.says("سلام، هستم")
    await story.maryam.hears("سلام، هستم")
    return code


async def test_a_high_case_has_a_file_and_is_closed_by_two(story: Story) -> None:
    code = await claimed(story)
    await writes_a_task(story)
    await gives_a_plan(story)
    await is_sent_back(story, code)
    await is_approved(story)
    await is_opened_again(story, code)


async def writes_a_task(story: Story) -> None:
    narges = story.narges
    await narges.says("/task")
    await narges.hears("چه کاری")
    await narges.says("زنگ به مدرسه")
    await narges.presses(say("task-day-week"))
    await narges.hears("یادآوری می‌کنم")
    await narges.says("/tasks")
    await narges.hears("زنگ به مدرسه")


async def gives_a_plan(story: Story) -> None:
    maryam, narges = story.maryam, story.narges
    await narges.says("/case")
    await narges.hears("زنگ به مدرسه")
    await narges.presses(say("button-plan"))
    await narges.presses(say("button-new-plan"))
    for step in STEPS:
        await narges.hears("قدم")
        await narges.says(step)
    await narges.hears("همین برنامه بماند؟")
    await narges.presses(say("button-confirm"))
    await narges.hears("نسخهٔ ۱")
    await narges.presses(say("button-send-plan"))
    heard = await maryam.hears(STEPS[-1])
    assert all(step in heard["text"] for step in STEPS)
    await maryam.reads()
    await maryam.says("/plan")
    await maryam.hears(STEPS[0])


async def wants_to_close(story: Story, outcome: str) -> None:
    await story.narges.says("/close")
    await story.narges.presses(say(outcome))
    await story.narges.presses(say("button-close-anyway"))
    await story.narges.hears("به سرپرست رفت")
    await story.reza.hears("می‌خواهد پروندهٔ")


async def is_sent_back(story: Story, code: str) -> None:
    """The family hears nothing of it, and the talk goes on."""
    maryam, narges, reza = story.maryam, story.narges, story.reza
    await wants_to_close(story, "outcome-helped")
    await reza.presses(say("button-send-back"))
    await reza.hears("چه چیزی مانده")
    await reza.says("یک بار دیگر با خواهرش حرف بزنید")
    note = await narges.hears("یک بار دیگر با خواهرش")
    assert code in note["text"]
    await maryam.says("هستید؟")
    await narges.hears("هستید؟")
    assert not [m for m in await maryam.chat() if "تمام شد" in (m["text"] or "")]


async def is_approved(story: Story) -> None:
    await wants_to_close(story, "outcome-referred")
    await story.reza.presses(say("button-approve-closing"))
    await story.maryam.hears("تمام شد")
    await story.narges.hears("تأیید کرد")
    assert rows(story.service, "SELECT state FROM tasks") == [("dropped",)]


async def is_opened_again(story: Story, code: str) -> None:
    maryam, narges, reza, omid = story.maryam, story.narges, story.reza, story.omid
    await omid.says(f"/reopen {code}")
    await omid.hears("با شما نیست")
    await narges.says(f"/reopen {code}")
    await narges.hears("دوباره باز")
    await maryam.says("باز هم سلام")
    await narges.hears("باز هم سلام")
    await reza.says(f"/case {code}")
    await reza.presses(say("button-timeline"))
    shown = (await reza.hears("صفحهٔ"))["text"]
    assert say("timeline-reopened") in shown
    assert "خواهر" not in shown


async def restarted(service: Hamdeli, days: float) -> None:
    await service.end()
    service.more["HAMDELI_SERVICE__CLOCK_OFFSET"] = str(int(days * 24 * 3600))
    await service.start()


async def test_reminders_come_once_on_a_moved_clock(story: Story) -> None:
    narges, reza = story.narges, story.reza
    code = await claimed(story)
    await narges.says("/task")
    await narges.hears("چه کاری")
    await narges.says("زنگ به مدرسه")
    await narges.presses(say("task-day-tomorrow"))
    await narges.hears("یادآوری می‌کنم")
    await restarted(story.service, 2)
    await narges.hears("پیگیری امروز")
    await restarted(story.service, 15)
    await narges.hears("چیزی ننوشته")
    await restarted(story.service, 23)
    heard = await reza.hears("چیزی ننوشته")
    assert code in heard["text"]
    reminders = [m for m in await narges.chat() if "پیگیری امروز" in (m["text"] or "")]
    assert len(reminders) == 1
