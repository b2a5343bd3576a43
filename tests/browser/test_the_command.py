"""`hamdeli sandbox` in a terminal: what it says, and what it leaves behind."""

import asyncio
import signal
from pathlib import Path

import aiohttp

from tests.browser.conftest import Begin, Sandbox
from tests.stage import Stage


def _lives(pid: int) -> bool:
    try:
        about = Path(f"/proc/{pid}/stat").read_text(encoding="ascii")
    except FileNotFoundError:
        return False
    return about.rpartition(")")[2].split()[0] != "Z"


async def test_a_second_sandbox_is_told_where_the_first_one_is(
    sandbox: Sandbox, begin: Begin
) -> None:
    second = await begin()
    assert await second.process.wait() == 1
    assert sandbox.url in second.said
    assert len(second.said.splitlines()) == 1


async def test_a_taken_port_is_told_in_one_sentence(
    sandbox: Sandbox, begin: Begin, tmp_path: Path
) -> None:
    port = sandbox.url.rpartition(":")[2].strip("/")
    other = await begin("--port", port, "--data", str(tmp_path / "other"))
    assert await other.process.wait() == 1
    assert f"Port {port}" in other.said
    assert len(other.said.splitlines()) == 1


async def test_ctrl_c_ends_the_page_and_the_bot(sandbox: Sandbox, begin: Begin) -> None:
    async with Stage(sandbox.url.rstrip("/"), lenient=True) as stage:
        bot = (await stage.get("world"))["bot"]["pid"]
    sandbox.process.send_signal(signal.SIGINT)
    assert await sandbox.process.wait() == 0
    assert not _lives(bot)
    again = await begin()
    assert again.url


async def test_a_killed_sandbox_takes_its_bot_with_it(sandbox: Sandbox) -> None:
    async with Stage(sandbox.url.rstrip("/"), lenient=True) as stage:
        bot = (await stage.get("world"))["bot"]["pid"]
    sandbox.process.kill()
    await sandbox.process.wait()
    while _lives(bot):
        await asyncio.sleep(0.05)
    async with aiohttp.ClientSession() as http:
        try:
            await http.get(sandbox.url)
        except aiohttp.ClientConnectorError:
            return
    raise AssertionError("somebody still answers")
