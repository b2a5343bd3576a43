"""Referrals through the real service: asked for, agreed to, answered, reminded, taken back."""

import re

import pytest

from tests.service.house import Hamdeli, Story, say
from tests.service.test_talking import claimed
from tests.stage import Player

HOUR = 3600
NAME = "مرکز حقوقی آفتاب"
SUMMARY = "برای حضانت به وکیل نیاز دارد"


async def restarted(service: Hamdeli, hours: float) -> None:
    """The service comes back so many hours after its beginning."""
    await service.end()
    service.more["HAMDELI_SERVICE__CLOCK_OFFSET"] = str(int(hours * HOUR))
    await service.start()


async def founded(story: Story) -> None:
    """The administrator adds an institution by the conversation."""
    sara = story.sara
    await sara.says("/partners")
    await sara.presses(say("button-new-partner"))
    await sara.hears(say("partner-name")[:12])
    await sara.says(NAME)
    await sara.presses(say("partner-kind-legal"))
    await sara.presses(say("partner-regions-everywhere"))
    await sara.presses(say("button-done"))
    await sara.hears(say("partner-topics"))
    await sara.presses(say("partner-topics-everything"))
    await sara.presses(say("button-done"))
    await sara.hears(say("partner-accepts"))
    await sara.presses(say("button-skip"))
    await sara.hears(say("partner-hours"))
    await sara.says("صبح‌ها، خیابان نمونه")
    await sara.hears(say("partner-review"))
    await sara.presses(say("button-confirm"))
    await sara.hears(say("partner-people", count=0))


async def joined(story: Story, name: str) -> Player:
    """Somebody of the institution, by the administrator's link from its page."""
    somebody = await story.stage.person(name)
    await story.sara.presses(say("button-invite-partner"))
    link = re.search(r"start=([A-Za-z0-9_-]+)", (await story.sara.hears("start="))["text"])
    assert link
    await somebody.says(f"/start {link.group(1)}")
    await somebody.hears(say("role-partner"))
    return somebody


async def written(story: Story, *, urgency: str = "emergency") -> str:
    """Narges has Maryam's case, and writes a referral of it. The case code."""
    narges = story.narges
    code = await claimed(story, story.maryam, narges, "قناری‌داستان")
    await narges.says("/refer")
    await narges.hears(say("refer-choose", code=code))
    await narges.presses(NAME)
    await narges.presses(say(f"referral-urgency-{urgency}"))
    await narges.hears(say("referral-shares"))
    await narges.presses(say("referral-shares-topic"))
    await narges.presses(say("referral-shares-region"))
    await narges.presses(say("referral-shares-summary"))
    await narges.presses(say("button-done"))
    await narges.hears(say("referral-summary")[:20])
    await narges.says(SUMMARY)
    await narges.hears(say("referral-review"))
    await narges.presses(say("button-confirm"))
    await narges.hears(say("referral-asked", code=code, partner=NAME))
    return code


async def agreed(story: Story) -> None:
    asked = await story.maryam.hears(say("referral-consent", partner=NAME))
    assert SUMMARY in asked["text"]
    await story.maryam.presses(say("button-agree"))
    await story.maryam.hears(say("referral-agreed", partner=NAME)[:20])


async def test_asked_agreed_accepted_and_done(story: Story) -> None:
    await founded(story)
    mina = await joined(story, "مینا")
    code = await written(story)
    assert all(SUMMARY not in (m["text"] or "") for m in await mina.chat())
    await agreed(story)
    letter = await mina.hears(SUMMARY)
    assert code in letter["text"]
    assert say("intake-topic-grief") in letter["text"]
    await mina.presses(say("button-accept-referral"))
    await story.narges.hears(say("referral-staff-accepted", code=code, partner=NAME))
    await story.maryam.hears("خیابان نمونه")
    await story.maryam.says("/status")
    await story.maryam.hears("معرفی شما را پذیرفت")
    await mina.presses(say("button-referral-done"))
    await story.narges.hears(say("referral-staff-done", code=code, partner=NAME))
    await story.maryam.hears(say("referral-family-done", partner=NAME))
    await mina.says("/referrals")
    await mina.hears(say("referrals-none"))


async def test_a_no_means_that_nothing_goes_and_a_second_referral_is_refused(story: Story) -> None:
    await founded(story)
    mina = await joined(story, "مینا")
    code = await written(story)
    await story.narges.says("/refer")
    await story.narges.hears(say("refer-choose", code=code))
    assert await story.narges.presses(NAME) == say("refer-twice")
    await story.maryam.presses(say("button-disagree"))
    await story.maryam.hears(say("referral-declined"))
    await story.narges.hears(say("referral-declined-staff", code=code, partner=NAME))
    await mina.says("/referrals")
    await mina.hears(say("referrals-none"))
    assert all(code not in (m["text"] or "") for m in await mina.chat())


async def test_a_supervisor_may_override_with_a_reason_that_the_partner_reads(
    story: Story,
) -> None:
    await founded(story)
    mina = await joined(story, "مینا")
    code = await written(story)
    await story.maryam.presses(say("button-disagree"))
    await story.narges.hears(say("referral-declined-staff", code=code, partner=NAME))
    reza = story.reza
    await reza.says(f"/refer {code}")
    await reza.presses(say("button-override"))
    await reza.presses(say("override-child"))
    await reza.hears(say("override-done", partner=NAME))
    await mina.hears(say("override-child"))
    await story.narges.hears(say("override-staff", code=code, partner=NAME))


async def test_a_refusal_has_a_reason_and_frees_the_way_for_another(story: Story) -> None:
    await founded(story)
    mina = await joined(story, "مینا")
    code = await written(story)
    await agreed(story)
    await mina.hears(SUMMARY)
    await mina.presses(say("button-refuse-referral"))
    await mina.presses(say("refusal-full"))
    full = say("refusal-full")
    heard = say("referral-staff-refused", code=code, partner=NAME, reason=full)
    await story.narges.hears(heard)
    await story.maryam.hears(say("referral-family-refused", partner=NAME))


async def test_of_two_at_the_partner_one_wins_and_the_other_is_told(story: Story) -> None:
    await founded(story)
    mina, sina = await joined(story, "مینا"), await joined(story, "سینا")
    await written(story)
    await agreed(story)
    letters = [await one.hears(SUMMARY) for one in (mina, sina)]
    data = letters[1]["buttons"][0][0]["data"]
    assert await mina.presses(say("button-accept-referral")) == say("referral-you-accepted")
    late = await sina.forges(letters[1], data)
    answer = await sina.answer_to(late)
    assert answer == say("referral-too-late", state=say("referral-state-accepted"))


async def test_consent_is_taken_back_with_one_button_and_the_letter_is_emptied(
    story: Story,
) -> None:
    await founded(story)
    mina = await joined(story, "مینا")
    code = await written(story)
    await agreed(story)
    await mina.hears(SUMMARY)
    await story.maryam.presses(say("button-withdraw-referral"))
    await story.narges.hears(say("referral-withdrawn-staff", code=code, partner=NAME))
    await mina.hears(say("referral-taken-back", code=code))
    await mina.hears(say("referral-taken-back", code=code))
    assert all(SUMMARY not in (m["text"] or "") for m in await mina.chat())


async def test_without_anybody_in_the_messenger_the_counselor_hands_over_a_letter(
    story: Story,
) -> None:
    await founded(story)
    code = await written(story)
    await agreed(story)
    await story.narges.hears(say("referral-on-paper", partner=NAME))
    await story.narges.hears(say("referral-reach"))
    paper = await story.narges.hears(say("paper-caption", code=code))
    assert paper["kind"] == "document"
    await story.narges.presses(say("button-accept-referral"))
    await story.maryam.hears("خیابان نمونه")
    await story.narges.hears(say("referral-staff-accepted", code=code, partner=NAME))
    # A yes that is taken back takes the document back too.
    await story.maryam.says("/status")
    await story.maryam.presses(say("button-withdraw-referral"))
    await story.narges.hears(say("referral-taken-back", code=code))

    async def gone() -> bool | None:
        return all(m["kind"] != "document" for m in await story.narges.chat()) or None

    assert await story.stage.until(gone, story.narges.dialogue)


async def test_silence_is_reminded_told_and_at_last_ends(story: Story) -> None:
    await founded(story)
    mina = await joined(story, "مینا")
    code = await written(story)
    await agreed(story)
    await mina.hears(SUMMARY)
    await restarted(story.service, 12.1)
    await mina.hears(say("referral-reminder", code=code))
    await restarted(story.service, 24.1)
    await mina.hears(say("referral-reminder-limit", code=code))
    silent = say("referral-silent", code=code, partner=NAME)
    await story.narges.hears(silent)
    await story.reza.hears(silent)
    await restarted(story.service, 48.1)
    await story.narges.hears(say("referral-expired-staff", code=code, partner=NAME))
    await story.maryam.hears(say("referral-family-expired", partner=NAME))
    reminders = [m for m in await mina.chat() if say("referral-reminder", code=code) in m["text"]]
    assert len(reminders) <= 1


async def test_nothing_but_the_agreed_fields_ever_reaches_a_partner(story: Story) -> None:
    await founded(story)
    mina = await joined(story, "مینا")
    await written(story)
    await story.narges.says("/note قناری‌یادداشت")
    await story.narges.hears("یادداشت")
    await story.maryam.says("قناری‌پیام")
    await story.narges.hears("قناری‌پیام")
    await story.narges.says("قناری‌جواب")
    await story.maryam.hears("قناری‌جواب")
    await story.maryam.presses(say("button-agree"))
    await mina.hears(SUMMARY)
    await mina.presses(say("button-accept-referral"))
    for command in ("/referrals", "/queue", "/mycases", "/staff", "/notes", "/refer", "/start"):
        await mina.says(command)
    await mina.hears(say("help-partner")[:12])
    chat = "\n".join(m["text"] or "" for m in await mina.chat())
    assert "قناری" not in chat
    assert story.maryam.name not in chat
    assert say("referral-shares-acuity") + ":" not in chat


@pytest.mark.parametrize("role", ["omid", "maryam"])
async def test_those_whose_referral_it_is_not_are_refused(story: Story, role: str) -> None:
    await founded(story)
    mina = await joined(story, "مینا")
    await written(story)
    await agreed(story)
    letter = await mina.hears(SUMMARY)
    stranger: Player = story.cast[role]
    mine = await stranger.chat() or [await stranger.says("/start") and await stranger.hears()]
    press = await stranger.forges(mine[-1], letter["buttons"][0][0]["data"])
    assert await stranger.answer_to(press) == say("refused-not-staff")
