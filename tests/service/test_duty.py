"""Duty as colleagues and families meet it: profiles, shifts, capacity, the digest, hours."""

import json
import re
from zoneinfo import ZoneInfo

import aiohttp

from bot.domain.opening import WEEKDAYS
from tests.service.house import Story, noon, say
from tests.service.test_time import restarted
from tests.stage import Json, Player, words_of

TEHRAN = ZoneInfo("Asia/Tehran")


async def pinned(story: Story) -> Json:
    """The message that the group has at its top."""
    eyes = story.narges.in_(story.group)

    async def look() -> Json | None:
        return next((m for m in await eyes.chat() if m["pinned"]), None)

    return await story.stage.until(look, eyes.dialogue)


async def test_a_profile_and_a_full_desk_decide_what_a_counselor_may_claim(story: Story) -> None:
    narges, reza, maryam = story.narges, story.reza, story.maryam
    first = await story.intake(maryam, topic="grief")
    await story.intake(story.hossein, topic="grief")

    await reza.says("/profile نرگس")
    await reza.hears("گنجایش")
    await reza.presses(say("button-skill-topic"))
    await reza.presses(say("intake-topic-money"))
    await reza.presses(say("button-done"))
    for _ in range(4):
        await reza.presses(say("button-less"))
    await reza.hears(say("intake-topic-money"))

    await narges.says("/next")
    why = await narges.hears(say("next-none"))
    assert say("refused-topic") in words_of(why)
    await narges.says("/queue")
    await narges.hears(first)
    assert await narges.presses(first) == say("refused-topic")
    await narges.says("/profile")
    await narges.hears(say("intake-topic-money"))

    await reza.says("/profile نرگس")
    await reza.hears(say("intake-topic-money"))
    await reza.presses(say("button-skill-topic"))
    await reza.presses(say("intake-topic-money"))
    await reza.presses(say("button-done"))
    await narges.says("/next")
    await narges.hears(say("details-how"))
    await narges.says("/next")
    full = await narges.hears("گنجایش شما پر است")
    assert full["buttons"]
    await narges.presses(say("button-one-more"))
    await narges.hears(say("details-how"))
    assert (await story.service.state())["cases"] == {"claimed": 2}


async def test_who_goes_away_gives_cases_back_and_families_hear_of_it(story: Story) -> None:
    narges, omid, maryam = story.narges, story.omid, story.maryam
    codes = [await story.intake(maryam), await story.intake(story.hossein)]
    for _ in codes:
        await narges.says("/next")
        await narges.hears(say("details-how"))
    await narges.says("/away")
    await narges.hears("نمی‌رسد")
    await narges.presses(say("button-give-back"))
    await narges.hears("به صف برگشت")
    await maryam.hears(say("returned-family"))
    await story.hossein.hears(say("returned-family"))
    await narges.says("/next")
    assert say("refused-away") in words_of(await narges.hears(say("next-none")))
    await omid.says("/next")
    await omid.hears(say("details-how"))
    await narges.says("/on")
    await narges.hears(say("on-done"))
    await narges.says("/next")
    taken = await narges.hears("فوریت")
    assert any(code in words_of(taken) for code in codes)


async def adds_shift(who: Player, day: int, begins: int, ends: int) -> None:
    """On the open page of a week: the weekday, and from which hour to which."""
    await who.presses(say(f"weekday-{day % 7}"))
    await who.hears("از ساعت چند")
    await who.presses(say("button-hour", hour=begins))
    await who.hears("تا ساعت چند")
    await who.presses(say("button-hour", hour=ends))


async def test_shifts_and_the_rota_are_entered_by_buttons(story: Story) -> None:
    narges, reza = story.narges, story.reza
    today = (noon().weekday() + 2) % 7
    await reza.says("/shifts")
    await reza.hears(say("week-none-w"))
    await reza.presses("نرگس")
    await reza.hears(say("week-title-w"))
    await adds_shift(reza, today + 3, 8, 9)
    shown = await reza.hears("بار بعد")
    assert say(f"weekday-{(today + 3) % 7}") in words_of(shown)
    assert re.search("۱۴۰۵|۱۴۰۶|۱۴۰۷", words_of(shown))
    await narges.hears(say("week-told-w"))

    await story.intake(story.maryam)
    await narges.says("/next")
    assert "شیفت بعدی" in words_of(await narges.hears(say("next-none")))
    await narges.says("/shifts")
    await narges.hears("بار بعد")
    await adds_shift(reza, today + 3, 8, 10)
    await reza.hears("بار بعد")
    await reza.presses("بردار")
    await reza.hears(say("week-none-w"))
    await narges.says("/next")
    await narges.hears(say("details-how"))

    await reza.says("/oncall")
    await reza.hears(say("oncall-off"))
    await reza.presses(say("button-rota"))
    await reza.hears(say("week-none-c"))
    for day in (today, today + 1):
        await adds_shift(reza, day, 0, 0)
        await reza.hears("بار بعد")
    await story.zahra.says("/start")
    await story.zahra.says("می‌خواهم خودم را بکشم")
    await story.zahra.hears("۱۱۵")
    assert say("safety-nobody") not in words_of((await story.zahra.chat())[-1])
    await reza.hears("هشدار")


async def test_the_group_sees_the_queue_in_one_pinned_message_that_comes_back(
    story: Story,
) -> None:
    service, narges = story.service, story.narges
    await story.intake(story.maryam)
    service.more["HAMDELI_DUTY__DIGEST"] = "true"
    await restarted(service, 0.1)
    shown = await pinned(story)
    assert say("digest-title", count=1) in words_of(shown)
    assert "نرگس" in words_of(shown)
    await narges.in_(story.group).hears(say("span-minutes", count=6))

    number = shown["message_id"]
    gone = {"chat_id": story.group["id"], "message_id": number}
    address = f"{service.emulator.url}/bot{service.token}/deleteMessage"
    async with aiohttp.ClientSession() as http, http.post(address, data=gone) as answer:
        assert answer.status == 200
    await restarted(service, 1.6)
    await narges.in_(story.group).hears(say("span-hours", count=2))
    await restarted(service, 1.7)
    again = await pinned(story)
    assert again["message_id"] != number


async def test_a_case_that_nobody_claims_is_told_once_to_those_who_answer_for_it(
    story: Story,
) -> None:
    reza, narges = story.reza, story.narges
    code = await story.intake(story.maryam)
    await reza.says(f"/acuity {code}")
    await reza.presses(say("acuity-level-high"))
    await reza.presses(say("acuity-why-other_facts"))
    await narges.says("/oncall")
    await narges.hears(say("oncall-on"))
    await restarted(story.service, 16 / 60)
    page = await narges.hears("هنوز با کسی نیست")
    assert code in words_of(page)
    await restarted(story.service, 31 / 60)
    await reza.hears("۳۱ دقیقه در صف است")
    await restarted(story.service, 40)
    await narges.says("/queue")
    await narges.hears(code)
    told = [m for m in await narges.chat() if "هنوز با کسی نیست" in words_of(m)]
    assert len(told) == 1

    await narges.presses(code)
    await narges.hears(say("details-how"))
    await restarted(story.service, 41)
    await narges.hears("به صف برگشت")
    lead = await reza.hears("به صف برگشت")
    assert "نرگس" in words_of(lead)


async def test_outside_the_hours_a_family_hears_when_somebody_is_there(story: Story) -> None:
    service, maryam = story.service, story.maryam
    closed = dict.fromkeys((*WEEKDAYS, "holiday"), "")
    tomorrow = noon(1)
    closed[WEEKDAYS[(tomorrow.weekday() + 2) % 7]] = "09:00-10:00"
    closed["holiday"] = "09:00-10:00"
    service.more["HAMDELI_HOURS"] = json.dumps(closed)
    await restarted(service, 0)
    await story.intake(maryam)
    told = await maryam.hears("برمی‌گردند")
    assert "۰۹:۰۰" in words_of(told)
    assert "۱۲۳" in words_of(told)
    await maryam.says("یک چیز دیگر هم هست")
    await maryam.hears(say("relay-kept"))
    await maryam.says("/status")
    await maryam.hears("در نوبت است")
    await maryam.hears("برمی‌گردند")
    closed_now = [m for m in await maryam.chat() if "برمی‌گردند" in words_of(m)]
    assert len(closed_now) == 2


async def test_a_family_hears_that_it_has_moved_up_once_and_not_at_every_step(story: Story) -> None:
    hossein, zahra = story.hossein, story.zahra
    for family in (story.maryam, hossein, zahra):
        await story.intake(family)
    await story.narges.says("/next")
    await story.narges.hears(say("details-how"))
    await story.narges.says("سلام")
    await story.maryam.hears("سلام")
    await restarted(story.service, 24)
    await zahra.hears("جلوتر")
    heard = await hossein.hears("جلوتر")
    assert "کسی پیش از شما نیست" in words_of(heard)
