"""Two phones in a real browser: a family that only has Bale, and a counselor on Telegram."""

import pytest
from playwright.async_api import Page, expect

from tests.browser.conftest import PHONE, OpenPage
from tests.browser.seat import PATIENCE_MS, Seat, seen
from tests.service.house import code_in, say

pytestmark = pytest.mark.browser

PARVANEH, NARGES = 1004, 2001


async def _asks_to_talk(family: Seat, story: str) -> str:
    """The quick door, by its buttons. The tracking code."""
    await family.starts()
    for question, label in (
        ("consent", "intake-consent-now"),
        ("who", "intake-who-self"),
        ("danger", "intake-danger-no"),
        ("province", "button-skip"),
    ):
        await family.hears(say(f"intake-{question}"))
        await family.presses(say(label))
    await family.hears(say("intake-story"))
    await family.says(story)
    received = await family.hears("کد پیگیری")
    return code_in(await received.inner_text())


async def switch(page: Page, fault: str, *, on: bool) -> None:
    """A switch of the tools, on or off."""
    await page.get_by_test_id("tools").click()
    await page.locator("[data-tab=faults]").click()
    await page.locator(f"[data-fault={fault}]").set_checked(on)
    await page.get_by_test_id("tools-close").click()


async def test_they_exchange_words_a_picture_and_voice_and_telegram_goes_dark(
    open_page: OpenPage,
) -> None:
    family, desk = Seat(await open_page(PHONE)), Seat(await open_page(PHONE))
    await family.becomes(PARVANEH)
    await family.opens("bot")
    code = await _asks_to_talk(family, "پسرم با من حرف نمی‌زند")
    await desk.becomes(NARGES)
    await desk.opens("group")
    await desk.hears(code)
    await desk.presses(say("button-claim"))
    await desk.opens("bot")
    await desk.hears("پسرم با من حرف نمی‌زند")

    await desk.says("سلام، خوب کردید که نوشتید")
    await family.hears("خوب کردید که نوشتید")
    await family.encloses("samplePhoto")
    pictures = desk.pane.locator(".row[data-from=in] img")
    await expect(pictures).to_have_count(1, timeout=PATIENCE_MS)
    await family.encloses("sampleVoice")
    voices = desk.pane.locator(".row[data-from=in] .sound")
    await expect(voices).to_have_count(1, timeout=PATIENCE_MS)
    await desk.encloses("sampleVoice")
    heard = family.pane.locator(".row[data-from=in] .sound")
    await expect(heard).to_have_count(1, timeout=PATIENCE_MS)

    # Without Telegram the family is still answered, and what it writes arrives later, once.
    await switch(family.page, "offline", on=True)
    await family.says("صدایم می‌رسد؟")
    await family.says("/privacy")
    await family.hears(say("privacy-of-bale"))
    await switch(family.page, "offline", on=False)
    await desk.hears("صدایم می‌رسد؟")
    arrived = desk.pane.locator(".row[data-from=in]", has_text=seen("صدایم می‌رسد؟"))
    await expect(arrived).to_have_count(1)

    # The way to the other messenger stands there as a code and a button.
    await family.presses(say("button-link-talk"))
    await family.hears(say("link-code", code="|").split("\n")[0])
