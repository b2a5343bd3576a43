"""A gate between the service and the emulator that answers in the messenger's place when told to.

    gate.answers(TOO_MANY, to=maryam.id)      # the next call into Maryam's chat hears this
    gate.answers(HTML, method="getUpdates")   # the next poll hears this

What no rule catches passes through unchanged. A caught call never reaches the emulator.
"""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from urllib.parse import parse_qs

import aiohttp
from aiohttp import web

_HOP = frozenset(("host", "content-length", "transfer-encoding", "connection"))


@dataclass(frozen=True, slots=True)
class Says:
    """An answer. `cut`: the connection breaks after so many bytes of a longer body."""

    status: int
    body: bytes = b""
    kind: str = "application/json"
    cut: bool = False


@dataclass(slots=True)
class Rule:
    says: Says
    method: str | None
    to: int | None
    left: int
    done: asyncio.Event = field(default_factory=asyncio.Event)
    """Set when the rule has caught its last call."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A call: when it came (monotonic seconds), and whether a rule caught it."""

    at: float
    method: str
    to: str
    caught: bool


class Gate:
    """Listens on loopback; `url` is what the service takes for the messenger."""

    def __init__(self, target: str) -> None:
        self._target = target
        self._rules: list[Rule] = []
        self.seen: list[Seen] = []
        self.url = ""

    def answers(
        self, says: Says, *, method: str | None = None, to: int | None = None, times: int = 1
    ) -> Rule:
        """The next so many calls of this method, into this chat, are answered by us."""
        rule = Rule(says, method, to, times)
        self._rules.append(rule)
        return rule

    def opens(self) -> None:
        """Forgets every rule."""
        self._rules.clear()

    def calls(self, method: str | None = None, to: int | None = None) -> list[Seen]:
        return [
            call for call in self.seen
            if method in (None, call.method) and (to is None or call.to == str(to))
        ]  # fmt: skip

    async def _pass(self, request: web.Request) -> web.StreamResponse:
        body = await request.read()
        method = request.path.rpartition("/")[2]
        to = parse_qs(body.decode("utf-8", "replace")).get("chat_id", [""])[0]
        rule = self._rule(method, to)
        now = asyncio.get_running_loop().time()
        self.seen.append(Seen(now, method, to, rule is not None))
        if rule is None:
            return await self._forward(request, body)
        rule.left -= 1
        if rule.left == 0:
            self._rules.remove(rule)
            rule.done.set()
        return await _spoken(request, rule.says)

    def _rule(self, method: str, to: str) -> Rule | None:
        for rule in self._rules:
            if rule.method in (None, method) and (rule.to is None or str(rule.to) == to):
                return rule
        return None

    async def _forward(self, request: web.Request, body: bytes) -> web.StreamResponse:
        headers = {k: v for k, v in request.headers.items() if k.lower() not in _HOP}
        http: aiohttp.ClientSession = request.app[_HTTP]
        url = self._target + request.path_qs
        async with http.request(request.method, url, data=body, headers=headers) as answer:
            kind = answer.headers.get("Content-Type", "application/json")
            return web.Response(
                status=answer.status, body=await answer.read(), headers={"Content-Type": kind}
            )


async def _spoken(request: web.Request, says: Says) -> web.StreamResponse:
    if not says.cut:
        return web.Response(status=says.status, body=says.body, headers={"Content-Type": says.kind})
    response = web.StreamResponse(status=says.status, headers={"Content-Type": says.kind})
    response.content_length = len(says.body) + 500
    await response.prepare(request)
    await response.write(says.body)
    assert request.transport is not None
    request.transport.abort()
    return response


_HTTP = web.AppKey("http", aiohttp.ClientSession)


@asynccontextmanager
async def gate_before(target: str) -> AsyncIterator[Gate]:
    """An open gate before this address."""
    gate = Gate(target)
    app = web.Application(client_max_size=64 * 1024 * 1024)
    app.router.add_route("*", "/{tail:.*}", gate._pass)
    timeout = aiohttp.ClientTimeout(total=90)
    async with aiohttp.ClientSession(timeout=timeout) as http:
        app[_HTTP] = http
        runner = web.AppRunner(app, access_log=None)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        gate.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
        try:
            yield gate
        finally:
            await runner.cleanup()


def refusal(code: int, description: str, **parameters: object) -> Says:
    """What the Bot API says when it refuses."""
    body: dict[str, object] = {"ok": False, "error_code": code, "description": description}
    if parameters:
        body["parameters"] = parameters
    return Says(code, json.dumps(body).encode())
