"""Messages a second without limits: our sender, which writes down every message durably before and
after, beside the clients of two libraries, which write nothing down."""

import asyncio
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiohttp

from benchmarks.tables import show
from bot import config, content, endpoints
from bot.clock import Clock
from bot.domain.contact import ContactRules, Writing
from bot.domain.outgoing import Text
from bot.domain.people import Platform
from bot.handlers.house import Place
from bot.handlers.tools import Tools
from bot.messengers.connection import connect
from bot.messengers.health import Health
from bot.messengers.limits import Limits
from bot.messengers.sender import Sender
from bot.storage import contact, outbox, people, sealed
from bot.storage.ids import Ids
from bot.storage.migrate import migrate
from bot.storage.outbox import About
from bot.storage.sqlite import open_sqlite

TOKEN = "1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
IN_FLIGHT = 30
NOON = 1_790_067_600_000
"""A noon in Tehran: no quiet hours."""


@dataclass(frozen=True)
class Noon(Clock):
    """A clock that stands still at noon."""

    def now(self) -> int:
        return NOON


@asynccontextmanager
async def _sink() -> Any:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = subprocess.Popen([sys.executable, "-m", "benchmarks.sink", str(port)])
    url = f"http://127.0.0.1:{port}"
    try:
        async with aiohttp.ClientSession() as http:
            while True:
                with suppress(aiohttp.ClientError):
                    await http.post(f"{url}/bot{TOKEN}/getMe", json={})
                    break
                await asyncio.sleep(0.1)
        yield url
    finally:
        process.terminate()
        process.wait()


Send = Callable[[int], Awaitable[object]]


async def _timed(count: int, work: Callable[[int], Awaitable[object]]) -> tuple[float, float]:
    """Messages a second, and seconds of CPU for a thousand."""
    began, cpu = time.perf_counter(), time.process_time()
    await work(count)
    spent, used = time.perf_counter() - began, time.process_time() - cpu
    return count / spent, 1000 * used / count


async def _at_once(count: int, send: Send) -> None:
    numbers = iter(range(1, count + 1))

    async def one() -> None:
        for number in numbers:
            await send(number)

    await asyncio.gather(*(one() for _ in range(IN_FLIGHT)))


async def _ptb(url: str, count: int) -> tuple[float, float]:
    from telegram import Bot

    async with Bot(TOKEN, base_url=f"{url}/bot") as bot:
        return await _timed(count, lambda n: _at_once(n, lambda k: bot.send_message(k, "سلام")))


async def _aiogram(url: str, count: int) -> tuple[float, float]:
    from aiogram import Bot
    from aiogram.client.session.aiohttp import AiohttpSession
    from aiogram.client.telegram import TelegramAPIServer

    bot = Bot(TOKEN, session=AiohttpSession(api=TelegramAPIServer.from_base(url)))
    try:
        return await _timed(count, lambda n: _at_once(n, lambda k: bot.send_message(k, "سلام")))
    finally:
        await bot.session.close()


async def _ours(url: str, count: int) -> tuple[float, float]:
    with tempfile.TemporaryDirectory(prefix="hamdeli-bench-") as name:
        folder = Path(name)
        sealed.make_keys(folder / "secrets")
        database = await open_sqlite(folder / "hamdeli.db")
        await migrate(database)
        house = content.read(config.ROOT, "Asia/Tehran").house(
            "fa", {Platform.TELEGRAM: Place("bot", None)}
        )
        sealer = sealed.load_sealer(folder / "secrets")
        tools = Tools(database, sealer, Ids(), Noon(), house)
        settings = endpoints.Telegram(token=TOKEN, api_url=url, file_url=url)
        connection = connect(settings)
        await connection.open()
        try:
            await _owe(tools, count)
            return await _timed(count, lambda n: _until_sent(tools, connection, n))
        finally:
            await connection.close()
            await database.close()


async def _owe(tools: Tools, count: int) -> None:
    """So many copies of one broadcast, which all wait."""
    async with tools.database.transaction() as tx:
        work = tools.desk(tx).work
        number = 7
        await tx.execute(
            "INSERT INTO broadcasts (id, name, topic, state, made_at)"
            " VALUES (?, 'all', 'news', 'sending', ?)",
            number, work.now,
        )  # fmt: skip
        for account in range(1, count + 1):
            known = people.add(work, Platform.TELEGRAM, account, "fa")
            work.tx.later("UPDATE people SET seen_at = 1 WHERE id = ?", known.person.id)
            await contact.remember(work, known.person.id, ContactRules(Writing.ANY))
            work.tx.later(
                "INSERT INTO recipients (broadcast_id, person_id, state) VALUES (?, ?, 'taken')",
                number, known.person.id,
            )  # fmt: skip
            about = About(broadcast=number)  # type: ignore[arg-type]
            outbox.put(work, outbox.address(known.account), "broadcast", Text("سلام"), about)


async def _until_sent(tools: Tools, connection: Any, count: int) -> None:
    stop = asyncio.Event()
    sender = Sender(Platform.TELEGRAM, connection, tools, Limits(0), Health())
    running = asyncio.create_task(sender.run(stop))
    while not running.done():
        await asyncio.sleep(0.02)
        rows = await tools.database.read(
            "SELECT 1 FROM recipients WHERE broadcast_id = 7 AND state = 'taken' LIMIT 1"
        )
        if not rows:
            break
    stop.set()
    tools.database.signals.wake({"outbox"})
    await running


async def throughput(*, quick: bool = False) -> None:
    count = 1_000 if quick else 10_000
    async with _sink() as url:
        found = {
            "Hamdeli, durably recorded": await _ours(url, count),
            "python-telegram-bot, default client": await _ptb(url, min(count, 3_000)),
            "aiogram": await _aiogram(url, count),
        }
    show(
        f"Sending without limits ({count:,} messages)",
        ("messages/s", "CPU s / 1,000"),
        [(name, f"{rate:,.0f}", f"{cpu:.2f}") for name, (rate, cpu) in found.items()],
    )
