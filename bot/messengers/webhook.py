"""Webhook mode: the messenger calls us, and hears 200 only after the commit."""

import asyncio
import hmac
import logging
from dataclasses import dataclass

from aiohttp import web

from bot.messengers.poller import Intake
from bot.notation import read
from bot.storage.database import DatabaseTrouble

_log = logging.getLogger("hamdeli.webhook")

BODY_LIMIT = 1024 * 1024
"""Bytes; a real update is a few thousand."""
PATH = "/telegram"


@dataclass(slots=True)
class Webhook:
    intake: Intake
    secret: str

    async def receive(self, request: web.Request) -> web.Response:
        """401 to strangers before any work; 503 while nothing can be kept: it comes again."""
        given = request.headers.get("X-Telegram-Bot-Api-Secret-Token", "")
        # A header may hold any bytes.
        if not hmac.compare_digest(given.encode("utf-8", "surrogateescape"), self.secret.encode()):
            return web.Response(status=401)
        try:
            update = read(await request.read())
        except (ValueError, RecursionError):
            return web.Response(status=400)
        if not isinstance(update, dict):
            return web.Response(status=400)
        try:
            await self.intake.keep([update])
        except DatabaseTrouble as trouble:
            _log.error("a message cannot be kept now (%s); it is not acknowledged", trouble)
            return web.Response(status=503, headers={"Retry-After": "5"})
        return web.Response()

    async def run(self, listen: str, stop: asyncio.Event) -> None:
        app = web.Application(client_max_size=BODY_LIMIT)
        app.router.add_post(PATH, self.receive)
        runner = web.AppRunner(app, access_log=None)
        await runner.setup()
        host, _, port = listen.rpartition(":")
        await web.TCPSite(runner, host, int(port)).start()
        try:
            await stop.wait()
        finally:
            await runner.cleanup()
