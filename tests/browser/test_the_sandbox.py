"""The sandbox as a newcomer meets it: everything by tapping and reading, in a real browser."""

import pytest
from playwright.async_api import expect

from tests.browser.conftest import DESK, PHONE, OpenPage
from tests.browser.seat import PATIENCE_MS, Seat, seen
from tests.service.house import code_in, say

pytestmark = pytest.mark.browser

MARYAM, HOSSEIN, NARGES, REZA = 1001, 1002, 2001, 2003


async def _ask_for_help(family: Seat, story: str) -> str:
    """Walks the assessment from the start button to the tracking code."""
    await family.starts()
    for question, *labels in (
        ("consent", say("intake-consent-full")),
        ("private", say("intake-private-yes")),
        ("contact", say("intake-contact-any")),
        ("times", say("intake-times-evening"), say("button-done")),
        ("purposes", say("intake-purposes-none"), say("button-done")),
        ("who", say("intake-who-self")),
        ("danger", say("intake-danger-no")),
        ("age", say("intake-age-35_49")),
        ("province", "اصفهان"),
    ):
        await family.hears(say(f"intake-{question}"))
        for label in labels:
            await family.presses(label)
    await family.hears(say("intake-county"))
    await family.says("کاشان")
    for question, *labels in (
        ("settlement", say("intake-settlement-city")),
        ("language", say("intake-language-fa")),
        ("adults", say("button-omit")),
        ("topics", say("intake-topics-teenager"), say("button-done")),
        ("f_teen_what", say("intake-f_teen_what-distance")),
        ("f_since", say("button-skip")),
        ("heavy", say("button-omit")),
        ("safety", say("button-omit")),
        ("help", say("button-omit")),
    ):
        await family.hears(say(f"intake-{question}"))
        for label in labels:
            await family.presses(label)
    await family.hears(say("intake-story"))
    await family.says(story)
    await family.hears(say("intake-review"))
    await family.presses(say("button-confirm"))
    received = await family.hears("کد پیگیری")
    return code_in(await received.inner_text())


async def test_a_family_and_a_counselor_meet_side_by_side(open_page: OpenPage) -> None:
    page = await open_page(DESK)
    maryam, narges = Seat(page, "a"), Seat(page, "b")
    await maryam.becomes(MARYAM)
    code = await _ask_for_help(maryam, "پسرم با من حرف نمی‌زند")

    await page.get_by_test_id("side-by-side").click()
    await narges.becomes(NARGES)
    await narges.opens("group")
    card = await narges.hears(code)
    await expect(card).not_to_contain_text("پسرم")
    await narges.presses(say("button-claim"))
    await narges.opens("bot")
    await narges.hears("پسرم با من حرف نمی‌زند")

    await narges.says("سلام، خوب کردید که نوشتید")
    await maryam.hears("خوب کردید که نوشتید")
    await narges.hears(say("receipt-delivered", code=code))
    await maryam.says("ممنون که هستید")
    await narges.hears("ممنون که هستید")
    await maryam.encloses("sampleAlbum")
    pictures = narges.pane.locator(".row[data-from=in] .album img")
    await expect(pictures).to_have_count(3, timeout=PATIENCE_MS)

    await narges.says("/close")
    await narges.hears(say("close-outcome", code=code))
    await narges.presses(say("outcome-helped"))
    await maryam.hears(say("closed-family", code=code))
    await maryam.hears(say("feedback-score"))
    await maryam.presses(say("feedback-score-5"))
    await maryam.hears(say("feedback-words"))
    await maryam.presses(say("button-skip"))
    await maryam.hears(say("feedback-thanks"))


async def test_a_cry_for_help_on_a_phone_reaches_the_colleague_on_call(
    open_page: OpenPage,
) -> None:
    phone = Seat(await open_page(PHONE))
    await phone.becomes(HOSSEIN)
    await phone.opens("bot")
    await phone.starts()
    await phone.hears(say("intake-consent"))
    await phone.says("دیگه نمی‌خوام زنده بمونم")
    answer = await phone.hears(say("safety-suicide"))
    await expect(answer).to_contain_text("۱۲۳")
    await phone.presses(say("button-need-help"))
    await phone.hears(say("safety-yes"))
    # Nobody in need is told "I did not understand", or asked the same question once more.
    asked = phone.pane.locator(".row[data-from=in]", has_text=seen(say("intake-consent")[:40]))
    await expect(asked).to_have_count(1)

    await phone.becomes(REZA)
    await phone.opens("bot")
    alert = await phone.hears(say("alert-suicide"))
    await expect(alert).to_contain_text(seen("دیگه نمی‌خوام زنده بمونم"))
    await phone.presses(say("button-acknowledge"))
    await phone.hears(say("alert-guide").splitlines()[0])


async def test_a_day_passes_and_the_talk_goes_on_where_it_was(open_page: OpenPage) -> None:
    page = await open_page(DESK)
    maryam = Seat(page)
    await maryam.becomes(MARYAM)
    await maryam.starts()
    await maryam.hears(say("intake-consent"))
    today = await page.get_by_test_id("clock").inner_text()

    await page.get_by_test_id("tools").click()
    await page.locator("[data-advance='86400']").click()
    await expect(page.get_by_test_id("clock")).not_to_have_text(today)
    await page.get_by_test_id("tools-close").click()
    await maryam.presses(say("intake-consent-now"))
    await maryam.hears(say("intake-who"))


async def test_starting_over_leaves_nothing_of_what_was_said(open_page: OpenPage) -> None:
    page = await open_page(DESK)
    maryam = Seat(page)
    await maryam.becomes(MARYAM)
    await maryam.starts()
    await maryam.hears(say("intake-consent"))

    await page.get_by_test_id("tools").click()
    await page.get_by_test_id("reset").click()
    await page.get_by_test_id("confirm").click()
    await page.get_by_test_id("tools-close").click()
    await maryam.starts()
    await maryam.hears(say("intake-consent"))
    await expect(maryam.pane.locator(".row[data-from=out]")).to_have_count(1)
