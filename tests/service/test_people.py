"""What families and administrators do besides talking: status, language, erasure, invitations."""

import re

from tests.service.house import Story, say


async def test_an_invited_counselor_can_claim_and_the_link_works_once(story: Story) -> None:
    stage, sara = story.stage, story.sara
    lale, other = await stage.person("لاله"), await stage.person("غریبه")
    await sara.says("/invite counselor لاله")
    link = (await sara.hears("start="))["text"]
    token = re.search(r"start=([A-Za-z0-9_-]+)", link)
    assert token
    await lale.says(f"/start {token.group(1)}")
    await lale.hears("لاله")
    await other.says(f"/start {token.group(1)}")
    await other.hears(say("invite-invalid"))

    code = await story.intake(story.maryam, story="سلام")
    await other.says("/queue")
    await other.hears(say("refused-command"))
    await lale.says("/queue")
    await lale.hears(code)
    await lale.presses(code)
    await story.maryam.hears(say("claimed-family"))


async def test_a_member_of_the_group_who_is_no_staff_cannot_claim(story: Story) -> None:
    guest = await story.stage.person("مهمان")
    await story.stage.post("group", chat=story.group["key"], action="join", person=guest.id)
    code = await story.intake(story.maryam, story="سلام")
    await guest.in_(story.group).hears(code)
    refused = await guest.in_(story.group).presses(say("button-claim"))
    assert refused == say("refused-not-staff")
    assert (await story.service.state())["cases"] == {"waiting": 1}


async def test_a_person_who_asks_to_be_erased_is_gone_and_may_begin_anew(story: Story) -> None:
    maryam, narges = story.maryam, story.narges
    await story.intake(maryam, story="یک راز")
    await narges.says("/next")
    await narges.hears("یک راز")
    await maryam.says("/delete")
    await maryam.presses(say("button-erase"))
    await maryam.hears("پاک کردیم")
    await narges.hears(say("erased-staff", code="")[:12])
    await maryam.says("/status")
    await maryam.hears(say("status-none"))


async def test_status_language_and_privacy_answer_at_any_time(story: Story) -> None:
    maryam = story.maryam
    await maryam.says("/start")
    await maryam.hears(say("intake-consent"))
    await maryam.says("/privacy")
    await maryam.hears("رمز")
    await maryam.says("/language")
    await maryam.presses("English")
    await maryam.hears("Do you")
    await maryam.says("/status")
    await maryam.says("/cancel")
    await maryam.says("/help")
    await maryam.hears("/delete")
