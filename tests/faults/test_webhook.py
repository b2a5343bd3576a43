"""The webhook: strangers cause no work, and 200 means that we have it."""

import asyncio
import json
import socket
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot.sandbox import Emulator
from bot.storage.database import Database
from tests.databases import open_database
from tests.faults.engine import Json, says
from tests.marks import unmarked
from tests.service.house import ADMINISTRATOR, Hamdeli, say
from tests.stage import Player, Stage

HEADER = "X-Telegram-Bot-Api-Secret-Token"


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


class Hooked:
    """One or several processes behind webhooks, and somebody who posts to them."""

    def __init__(self, processes: list[tuple[Hamdeli, int]], maryam: Player, url: str) -> None:
        self.processes, self.maryam, self.url = processes, maryam, url
        secrets = processes[0][0].folder / "secrets"
        self.secret = (secrets / "webhook.secret").read_text().strip()

    async def posts(
        self, body: bytes | Json, secret: str | bytes | None = None, process: int = 0
    ) -> int:
        """The status that one request got; with our secret unless another is given."""
        given = self.secret if secret is None else secret
        raw = body if isinstance(body, bytes) else json.dumps(body).encode()
        port = self.processes[process][1]
        shown = given if isinstance(given, bytes) else given.encode()
        head = b"".join(
            (
                f"POST /telegram HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n".encode(),
                f"Content-Length: {len(raw)}\r\nConnection: close\r\n".encode(),
                f"{HEADER}: ".encode() + shown + b"\r\n" if shown else b"",
                b"\r\n",
            )
        )
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        try:
            writer.write(head + raw)
            line = await reader.readline()
        finally:
            writer.close()
        return int(line.split()[1])

    async def database(self) -> Database:
        """The database after all processes have ended."""
        return await open_database(self.url)


async def _begin(emulator: Emulator, stage: Stage, folder: Path, url: str, count: int) -> Hooked:
    maryam = await stage.person("مریم", id=3001, started=True)
    await stage.person("سارا", id=ADMINISTRATOR, started=True)
    group = await stage.group("مشاوران")
    processes = []
    for _ in range(count):
        port = _free_port()
        more: dict[str, Any] = {
            "HAMDELI_TELEGRAM__MODE": "webhook",
            "HAMDELI_WEBHOOK__LISTEN": f"127.0.0.1:{port}",
            "HAMDELI_WEBHOOK__PUBLIC_URL": f"https://127.0.0.1:{port}",
        }
        service = Hamdeli(emulator, folder, url, **more)
        service.group = group["id"]
        processes.append((service, port))
    await processes[0][0].does("init", "--yes")
    for service, port in processes:
        await service.start()
        await _listening(port)
    return Hooked(processes, maryam, url)


async def _listening(port: int) -> None:
    async with aiohttp.ClientSession() as http:
        for _ in range(300):
            try:
                async with http.get(f"http://127.0.0.1:{port}/"):
                    return
            except aiohttp.ClientConnectionError:
                await asyncio.sleep(0.1)
    raise AssertionError("nobody listens")


@pytest.fixture
async def hooked(
    emulator: Emulator, stage: Stage, tmp_path: Path, sqlite_url: str
) -> AsyncIterator[Hooked]:
    made = await _begin(emulator, stage, tmp_path, sqlite_url, 1)
    try:
        yield made
    finally:
        for service, _ in made.processes:
            await service.end()


async def _rows(hooked: Hooked, where: str = "1 = 1") -> int:
    database = await hooked.database()
    try:
        rows = await database.read(f"SELECT count(*) AS n FROM inbox WHERE {where}")
    finally:
        await database.close()
    return int(rows[0]["n"])


async def test_a_family_is_answered_through_the_webhook(hooked: Hooked) -> None:
    assert await hooked.posts(says(hooked.maryam.id, "/start")) == 200
    await hooked.maryam.hears(say("intake-consent"))


async def test_without_our_secret_nothing_happens(hooked: Hooked) -> None:
    secret = hooked.secret
    near: list[str | bytes] = [secret + "x", secret.swapcase(), " " * 8, "ا" * 20, b"\xff\xfe"]
    near += [secret[:length] for length in range(0, len(secret), 5)]
    for wrong in near:
        assert await hooked.posts(says(hooked.maryam.id, "/start"), wrong) == 401
        assert await hooked.posts(b"{" * 10_000, wrong) == 401
    await hooked.processes[0][0].end()
    assert await _rows(hooked) == 0
    assert "Traceback" not in hooked.processes[0][0].log()


async def test_what_was_answered_with_200_is_there_after_a_kill(hooked: Hooked) -> None:
    updates = [says(3100 + place, "/status") for place in range(40)]
    assert set(await asyncio.gather(*map(hooked.posts, updates))) == {200}
    await hooked.processes[0][0].kill()
    assert await _rows(hooked) == 40


async def test_an_update_that_is_posted_again_works_once(hooked: Hooked) -> None:
    start = says(hooked.maryam.id, "/start")
    await asyncio.gather(*(hooked.posts(start) for _ in range(10)))
    await hooked.maryam.hears(say("intake-consent"))
    await hooked.posts(start)
    await hooked.posts(says(hooked.maryam.id, "/language"))
    await hooked.maryam.hears(say("language-which"))
    await hooked.processes[0][0].end()
    assert await _rows(hooked) == 2


async def test_a_body_that_is_no_update_is_refused_and_nothing_stops(hooked: Hooked) -> None:
    assert await hooked.posts(b"x" * (1024 * 1024 + 1)) == 413
    for body in (b"", b"[]", b"null", b"7", b"\xff\xfe", b'{"update_id":', b"[" * 200_000):
        assert await hooked.posts(body) == 400
    deep = b'{"update_id":1,"message":' + b'{"a":' * 900 + b"null" + b"}" * 900 + b"}"
    assert await hooked.posts(deep) in (200, 400)
    assert await hooked.posts(says(hooked.maryam.id, "/start")) == 200
    await hooked.maryam.hears(say("intake-consent"))
    assert "Traceback" not in hooked.processes[0][0].log()


async def test_two_processes_share_what_is_posted_and_do_it_once(
    emulator: Emulator, stage: Stage, tmp_path: Path, postgres_url: str
) -> None:
    hooked = await _begin(emulator, stage, tmp_path, postgres_url, 2)
    families = [await stage.person(f"F{n}", id=3200 + n, started=True) for n in range(10)]
    try:
        starts = [says(family.id, "/start") for family in families]
        posted = [hooked.posts(start, process=turn % 2) for turn, start in enumerate(starts)]
        again = [hooked.posts(start, process=turn % 2) for turn, start in enumerate(starts * 2, 1)]
        assert set(await asyncio.gather(*posted, *again)) == {200}
        for family in families:
            await family.hears(say("intake-consent"))
    finally:
        for service, _ in hooked.processes:
            assert await service.end() == [0], service.log()
    assert await _rows(hooked, "state = 'done'") == 10
    for family in families:
        told = [m for m in await family.chat() if say("intake-consent") in _read(m)]
        assert len(told) == 1


def _read(message: Json) -> str:
    return unmarked(message["text"] or "")
