"""Fixtures of the browser stories: a sandbox for each, and pages that must not complain."""

import asyncio
import os
import re
import shutil
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import TypeAlias

import pytest
from playwright.async_api import Browser, ConsoleMessage, Error, Page, async_playwright

from tests.browser.seat import PATIENCE_MS

ROOT = Path(__file__).resolve().parents[2]
PHONE, DESK = (390, 844), (1280, 800)
OpenPage: TypeAlias = Callable[[tuple[int, int]], Awaitable[Page]]
Begin: TypeAlias = Callable[..., Awaitable["Sandbox"]]


class Sandbox:
    """A `hamdeli sandbox` of its own, as somebody types it."""

    def __init__(self, process: asyncio.subprocess.Process, said: str) -> None:
        self.process, self.said = process, said

    @property
    def url(self) -> str:
        address = re.search(r"http://127\.0\.0\.1:\d+/", self.said)
        assert address, self.said
        return address.group()


async def _type_it(folder: Path, *options: str) -> Sandbox:
    """Starts one, and waits for its address or its end."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "sandbox", "--data", str(folder), *options,
        cwd=ROOT, env={name: text for name, text in os.environ.items() if "HAMDELI" not in name},
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT,
    )  # fmt: skip
    assert process.stdout is not None
    said = ""
    async for line in process.stdout:
        said += line.decode()
        if "Ctrl+C ends" in said:
            break
    return Sandbox(process, said)


@pytest.fixture
async def begin(tmp_path: Path) -> AsyncIterator[Begin]:
    """Starts sandboxes, all on one folder, and ends those that still run."""
    begun: list[Sandbox] = []

    async def another(*options: str) -> Sandbox:
        begun.append(await _type_it(tmp_path / "stage", *(options or ("--port", "0"))))
        return begun[-1]

    try:
        yield another
    finally:
        for sandbox in begun:
            if sandbox.process.returncode is None:
                sandbox.process.terminate()
            await sandbox.process.communicate()


@pytest.fixture
async def sandbox(begin: Begin) -> Sandbox:
    return await begin()


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("no `chromium` on the path; on Debian: apt-get install chromium")
    options = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    async with async_playwright() as playwright:
        running = await playwright.chromium.launch(executable_path=chromium, args=options)
        try:
            yield running
        finally:
            await running.close()


@pytest.fixture
async def open_page(browser: Browser, sandbox: Sandbox) -> AsyncIterator[OpenPage]:
    """Opens the page of the sandbox. What a page complains of, its own policy included, fails
    the test at its end."""
    complaints: list[str] = []

    def heard(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            complaints.append(message.text)

    def broke(error: Error) -> None:
        complaints.append(str(error))

    async def another(size: tuple[int, int]) -> Page:
        width, height = size
        phone = size == PHONE
        context = await browser.new_context(
            viewport={"width": width, "height": height}, has_touch=phone, is_mobile=phone,
            locale="fa-IR", reduced_motion="reduce",
        )  # fmt: skip
        page = await context.new_page()
        page.set_default_timeout(PATIENCE_MS)
        page.on("console", heard)
        page.on("pageerror", broke)
        await page.goto(sandbox.url)
        await page.wait_for_selector("html[data-ready=yes]")
        return page

    yield another
    assert not complaints
