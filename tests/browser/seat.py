"""One seat before the sandbox page: a person who taps, types and reads in a real browser."""

import re

from playwright.async_api import Locator, Page, expect

PATIENCE_MS = 60_000
# Marks that only steer the direction of writing are not part of what one reads.
_UNSEEN = "[\u200e\u200f\u2066-\u2069]*"


def seen(text: str) -> re.Pattern[str]:
    """Finds these words as a person reads them, whatever invisible marks stand between."""
    return re.compile(_UNSEEN.join(re.escape(sign) for sign in text))


def _whole(label: str) -> re.Pattern[str]:
    return re.compile(f"^{_UNSEEN}{seen(label).pattern}{_UNSEEN}$")


class Seat:
    """A pane of the page. All waiting is for something to be seen."""

    def __init__(self, page: Page, pane: str = "a") -> None:
        self.page = page
        self.pane = page.locator(f"[data-pane={pane}]")

    def spot(self, name: str) -> Locator:
        """An element by the name that the page gives it for tests."""
        return self.pane.get_by_test_id(name)

    async def becomes(self, person: int) -> "Seat":
        """Chooses a person of the cast, from wherever the pane is."""
        await self._goes_to(self.pane.locator(f"[data-person='{person}']"))
        return self

    async def opens(self, chat: str) -> "Seat":
        """Opens a chat of the list: `bot`, or `group`."""
        kind = "p" if chat == "bot" else "g"
        await self._goes_to(self.pane.locator(f"[data-chat^={kind}]"))
        await expect(self.pane.locator(f"[data-open-chat^={kind}]")).to_be_visible()
        return self

    async def _goes_to(self, row: Locator) -> None:
        """Taps a row of a list; on a narrow pane, back through the lists until it is there."""
        back = self.spot("back")
        await row.or_(back).filter(visible=True).first.wait_for()
        while not await row.is_visible():
            view = await self.pane.get_attribute("data-view") or ""
            await back.click()
            await expect(self.pane).not_to_have_attribute("data-view", view)
        await row.click()

    async def starts(self) -> None:
        await self.spot("start").click()

    async def says(self, text: str) -> None:
        await self.spot("composer").fill(text)
        await self.spot("composer").press("Enter")

    async def hears(self, text: str) -> Locator:
        """Waits until the newest message with these words is in view; that message."""
        row = self.pane.locator(".row[data-from=in]", has_text=seen(text)).last
        await expect(row).to_be_in_viewport(timeout=PATIENCE_MS)
        return row

    async def presses(self, label: str) -> None:
        """Presses the newest button with this label and waits for the bot's answer."""
        labeled = self.pane.page.locator("bdi", has_text=_whole(label))
        await self.pane.locator("[data-button]", has=labeled).last.click(timeout=PATIENCE_MS)
        await expect(self.pane.locator("[data-pending=yes]")).to_have_count(0, timeout=PATIENCE_MS)

    async def encloses(self, what: str) -> None:
        """Sends a sample out of the attachment menu, such as `samplePhoto`."""
        await self.spot("attach").click()
        await self.pane.locator(f"[data-attach={what}]").click()
