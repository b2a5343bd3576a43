"""The server: the Bot API side, the file side and the control side on one loopback port."""

import asyncio
import ipaddress
import mimetypes
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any

from aiohttp import web

from bot.sandbox.baleside import BaleSide
from bot.sandbox.botside import BotSide, Validate
from bot.sandbox.control import Control
from bot.sandbox.files import UPLOAD_BYTES
from bot.sandbox.live import stream
from bot.sandbox.rehearsing import Rehearsal
from bot.sandbox.state import BotHook, Neighbor, Sandbox
from bot.sandbox.webhook import LOOPBACK
from bot.sandbox.world import World

BALE_TOKEN = "525252:SANDBOX-no-real-bale-bot-has-this-token"  # noqa: S105
DEFAULT_TOKEN = "424242:SANDBOX-no-real-bot-has-this-token"  # noqa: S105
PAGE = Path(__file__).with_name("page")
_POLICY = (
    "default-src 'self'; img-src 'self' blob: data:; media-src 'self' blob: data:; "
    "style-src 'self' 'unsafe-inline'"
)


class Emulator:
    """A Bot API server with people in it.

    Knows exactly one token and listens on loopback only. `validate(method, params, files)`
    judges each request (None: fine, else the problem); the verdicts are kept in `problems`.
    `bot` is the process under the sandbox, `seed` fills a fresh world, `lean` keeps no logs.
    """

    def __init__(
        self,
        token: str = DEFAULT_TOKEN,
        *,
        validate: Validate | None = None,
        bot: BotHook | None = None,
        seed: Callable[[World], None] | None = None,
        lean: bool = False,
    ) -> None:
        self.token = token
        self.box = Sandbox(lean=lean, seed=seed)
        self.bale = Neighbor(self.box)
        self._rehearsal = Rehearsal(self.box, bot, self.bale)
        self._bale_side = BaleSide(self.bale, BALE_TOKEN, None, self._rehearsal)
        self._bot_side = BotSide(self.box, token, validate, self._rehearsal)
        self._control = Control(self.box, self._rehearsal, self.bale)
        self._runner: web.ServerRunner | None = None
        self.port = 0

    @property
    def url(self) -> str:
        """Root of everything: the Bot API is at `<url>/bot<TOKEN>/<method>`."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def world(self) -> World:
        return self.box.world

    @property
    def problems(self) -> list[str]:
        """What the validator found wrong with the requests of the bot."""
        return self.box.journal.problems

    def attach(self, bot: BotHook) -> None:
        """Names the bot process after construction (it needs the port of this server)."""
        self._rehearsal.bot = bot

    async def start(self, host: str = "127.0.0.1", port: int = 0) -> None:
        """Listens. ValueError for a host that is not loopback."""
        if host != "localhost" and not ipaddress.ip_address(host).is_loopback:
            raise ValueError(f"the sandbox listens on loopback only, not on {host}")
        server = _Server(self)
        self._runner = web.ServerRunner(server, access_log=None, shutdown_timeout=0.5)
        await self._runner.setup()
        site = web.TCPSite(self._runner, host, port, backlog=1024)
        await site.start()
        self.port = self._runner.addresses[0][1]

    async def stop(self) -> None:
        self._rehearsal.end()
        self.box.hub.close()
        self.box.webhook.stop()
        for box in (self.box, self.bale):
            box.updates.end_poll(ConnectionError())
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    async def __aenter__(self) -> "Emulator":
        await self.start()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.stop()

    async def handle(self, request: web.BaseRequest) -> web.StreamResponse:
        path = request.path
        if path.startswith("/bot"):
            side = self._bale_side if self._bale_side.knows(path) else self._bot_side
            return await side.answer(request)
        if path.startswith("/file/bot"):
            side = self._bale_side if self._bale_side.knows(path) else self._bot_side
            return side.download(request)
        if not _is_local(request):
            return web.Response(status=403, text="this sandbox only serves this machine")
        if path == "/sandbox/events":
            return await stream(self.box.hub, request)
        if path.startswith("/sandbox/file/"):
            return self._shown_file(path.rpartition("/")[2])
        if path.startswith("/sandbox/"):
            return await self._control.answer(request, path.removeprefix("/sandbox/"))
        return _page(path)

    def connection_lost(self, connection: int) -> None:
        self.box.journal.connection_lost(connection)

    def _shown_file(self, unique: str) -> web.Response:
        stored = self.box.files.get(unique) or self.bale.files.get(unique)
        if stored is None:
            return web.Response(status=404)
        # Foreign bytes are never run by the page, whatever they claim to be.
        headers = {"Content-Security-Policy": "sandbox", "X-Content-Type-Options": "nosniff"}
        mime = stored.mime if "/" in stored.mime else "application/octet-stream"
        return web.Response(body=stored.data, content_type=mime, headers=headers)


class _Server(web.Server):
    """aiohttp's low-level server: no routing table in the hot path, and told of lost
    connections."""

    def __init__(self, emulator: Emulator) -> None:
        super().__init__(emulator.handle, request_factory=_request, access_log=None)
        self._emulator = emulator

    def connection_lost(self, handler: Any, exc: BaseException | None = None) -> None:
        self._emulator.connection_lost(id(handler))
        super().connection_lost(handler, exc)


def _request(message: Any, payload: Any, protocol: Any, writer: Any, task: Any) -> web.BaseRequest:
    loop = asyncio.get_running_loop()
    limit = UPLOAD_BYTES + 1024 * 1024
    return web.BaseRequest(message, payload, protocol, writer, task, loop, client_max_size=limit)


def _is_local(request: web.BaseRequest) -> bool:
    """Neither a foreign name for this address nor a foreign page may steer the sandbox."""
    host = request.host.rpartition(":")[0] or request.host
    origin = request.headers.get("Origin", "")
    name = origin.partition("://")[2].rpartition(":")[0] or origin.partition("://")[2]
    return host.strip("[]") in LOOPBACK and (not origin or name.strip("[]") in LOOPBACK)


def _page(path: str) -> web.StreamResponse:
    name = "index.html" if path == "/" else path.removeprefix("/page/")
    file = (PAGE / name).resolve()
    if not file.is_relative_to(PAGE) or not file.is_file():
        return web.Response(status=404, text="there is no such page")
    mime = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    if file.suffix == ".woff2":
        mime = "font/woff2"
    headers = {"Content-Security-Policy": _POLICY, "Cache-Control": "no-cache"}
    charset = "utf-8" if mime.startswith("text/") else None
    return web.Response(body=file.read_bytes(), content_type=mime, charset=charset, headers=headers)
