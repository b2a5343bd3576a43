"""The Bot API side: one request from its token to its answer, with trouble on purpose."""

import asyncio
import json
import time
from collections.abc import Callable, Collection
from typing import Any, TypeAlias
from urllib.parse import unquote

from aiohttp import web

from bot.sandbox.errors import ApiError, bad_request
from bot.sandbox.faults import Blow
from bot.sandbox.files import DOWNLOAD_BYTES
from bot.sandbox.journal import KEPT_OF_RESULT, Call
from bot.sandbox.methods import BY_LOWER_NAME, Method
from bot.sandbox.params import Params, parse_body, parse_query
from bot.sandbox.rehearsing import Rehearsal
from bot.sandbox.state import Sandbox
from bot.sandbox.world import Json

Validate: TypeAlias = Callable[[str, Json, Collection[str]], str | None]

_KNOWN_NAMES = {lower: name for lower, (name, _) in BY_LOWER_NAME.items()} | {
    "getupdates": "getUpdates"
}
_UNAUTHORIZED = ApiError(401, "Unauthorized")
_NOT_FOUND = ApiError(404, "Not Found")
_HTML = "<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>"
_GATEWAY = {"502": "Bad Gateway", "504": "Gateway Timeout", "500": "Internal Server Error"}


class BotSide:
    """Answers `/bot<TOKEN>/<method>` and `/file/bot<TOKEN>/<path>`."""

    def __init__(
        self, box: Sandbox, token: str, validate: Validate | None, rehearsal: Rehearsal
    ) -> None:
        self._box = box
        self._prefix = f"/bot{token}/"
        self._file_prefix = f"/file/bot{token}/"
        self._validate = validate
        self._rehearsal = rehearsal

    def knows(self, path: str) -> bool:
        """Whether the path carries the token of this side."""
        return unquote(path).startswith((self._prefix, self._file_prefix))

    async def answer(self, request: web.BaseRequest) -> web.StreamResponse:
        box, faults = self._box, self._box.misfortune.faults
        connection = id(request.protocol)
        if not box.lean:
            box.journal.request_arrived(connection)
        if request.path.lower().endswith("/getupdates"):
            self._rehearsal.polled()
        if faults.offline:
            return _hang_up(request)
        pause = faults.latency_ms / 2000
        if pause:
            await asyncio.sleep(pause)
        blow = box.misfortune.strike()
        response = await self._struck(request, blow)
        if pause:
            await asyncio.sleep(pause)
        if not box.lean:
            box.journal.answered(connection)
            transport = request.transport
            if transport is None or transport.is_closing():
                box.journal.connection_lost(connection)
        return response

    def download(self, request: web.BaseRequest) -> web.StreamResponse:
        faults = self._box.misfortune.faults
        if faults.offline:
            return _hang_up(request)
        path = unquote(request.path)
        if faults.unauthorized or not path.startswith(self._file_prefix):
            return _refusal(_UNAUTHORIZED)
        stored = self._box.files.by_path(path.removeprefix(self._file_prefix))
        if stored is None:
            return _refusal(_NOT_FOUND)
        if len(stored.data) > DOWNLOAD_BYTES:
            return _refusal(bad_request("file is too big"))
        return web.Response(body=stored.data, content_type="application/octet-stream")

    async def _struck(self, request: web.BaseRequest, blow: Blow | None) -> web.StreamResponse:
        """Carries the request out, or does not, and answers as the blow wants it."""
        if blow is None:
            return await self._carry_out(request, None)
        if blow.done:
            answer = await self._carry_out(request, blow.tag)
            await asyncio.sleep(blow.wait)
            return self._spoiled(request, blow, answer)
        params = await _read(request)
        if not self._box.lean:
            self._log(request, params, ApiError(0, f"sandbox fault: {blow.kind}"), 0.0)
        return self._spoiled(request, blow, None)

    def _spoiled(
        self, request: web.BaseRequest, blow: Blow, answer: web.StreamResponse | None
    ) -> web.StreamResponse:
        match blow.kind:
            case "drop_before" | "drop_after":
                return _hang_up(request)
            case "429":
                seconds = self._box.misfortune.faults.retry_after
                text = f"Too Many Requests: retry after {seconds}"
                return self._refused(ApiError(429, text, {"retry_after": seconds}))
            case "html":
                return web.Response(status=502, text=_HTML, content_type="text/html")
            case "truncated":
                whole = answer.body if isinstance(answer, web.Response) else None
                body = whole if isinstance(whole, bytes) else b'{"ok":true,"result":{"mess'
                half = body[: max(1, len(body) // 2)]
                return web.Response(body=half, content_type="application/json")
            case "slow":
                return answer if answer is not None else _hang_up(request)
            case kind:
                return _refusal(ApiError(int(kind), _GATEWAY[kind]))

    async def _carry_out(self, request: web.BaseRequest, tag: str | None) -> web.StreamResponse:
        started = time.perf_counter()
        params, problem, result = Params({}), None, ""
        try:
            params = await _read(request)
            result = await self._result(request, params, tag)
            body = f'{{"ok":true,"result":{result}}}'.encode()
            response = web.Response(body=body, content_type="application/json")
        except ApiError as error:
            problem, response = error, self._refused(error)
        except ConnectionError:
            return _hang_up(request)
        except Exception as error:
            # Something the emulator did not foresee: the story should fail, not the server.
            self._box.journal.problems.append(f"{request.path.rpartition('/')[2]}: {error!r}")
            problem = ApiError(500, f"Internal Server Error: sandbox: {error!r}")
            response = _refusal(problem)
        if not self._box.lean:
            took = (time.perf_counter() - started) * 1000
            self._log(request, params, problem, took, result)
        return response

    async def _result(self, request: web.BaseRequest, params: Params, tag: str | None) -> str:
        box = self._box
        path = unquote(request.path) if "%" in request.path else request.path
        if box.misfortune.faults.unauthorized or not path.startswith(self._prefix):
            raise _UNAUTHORIZED
        asked = path.removeprefix(self._prefix).lower()
        if asked == "getupdates":
            return await self._updates(params)
        name, method = self._method(asked)
        box.journal.begin(name, tag, id(request.protocol), self._rehearsal.pid)
        result = self._shaped(name, method(box, self._ready(name, params)))
        return json.dumps(result, ensure_ascii=False)

    def _method(self, asked: str) -> tuple[str, Method]:
        """The method of this name in small letters. ApiError 404 for none."""
        found = BY_LOWER_NAME.get(asked)
        if found is None:
            raise _NOT_FOUND
        return found

    def _ready(self, name: str, params: Params) -> Params:
        """Parameters as the emulated deeds take them."""
        return params

    def _shaped(self, name: str, result: Any) -> Any:
        """The result as this messenger writes it."""
        return result

    def _refused(self, error: ApiError) -> web.Response:
        """A refusal as this messenger words it."""
        return _refusal(error)

    async def _updates(self, params: Params) -> str:
        updates = self._box.updates
        updates.allow(params.data("allowed_updates"))
        limit, timeout = params.integer("limit", 100), params.number("timeout") or 0
        return await updates.poll(params.integer("offset"), limit, timeout)

    def _log(
        self,
        request: web.BaseRequest,
        params: Params,
        problem: ApiError | None,
        took: float,
        result: str = "",
    ) -> None:
        journal, box = self._box.journal, self._box
        asked = request.path.rpartition("/")[2]
        name = _KNOWN_NAMES.get(asked.lower(), asked)
        verdict = None
        if self._validate is not None:
            verdict = self._validate(name, params.raw, params.files.keys()) or "ok"
            if verdict != "ok":
                journal.problems.append(f"{name}: {verdict}")
        journal.call_seq += 1
        call = Call(
            journal.call_seq, box.clock.now(), name, _shown(params), problem is None,
            problem.code if problem else None, problem.description if problem else None,
            round(took, 2), verdict, result[:KEPT_OF_RESULT],
        )  # fmt: skip
        journal.calls.append(call)
        if box.hub.listening:
            box.hub.emit({"kind": "call", "call": call.view()})


async def _read(request: web.BaseRequest) -> Params:
    params = parse_query(request.query_string) if request.query_string else Params({})
    if request.method == "POST":
        try:
            body = await request.read()
        except web.HTTPRequestEntityTooLarge:
            raise ApiError(413, "Request Entity Too Large") from None
        posted = parse_body(request.headers.get("Content-Type", ""), body)
        return Params(params.raw | posted.raw, posted.files) if params.raw else posted
    return params


def _shown(params: Params) -> Json:
    """Parameters for the log; of files only name and size."""
    if not params.files:
        return params.raw
    files: dict[str, Any] = {
        name: f"{upload.name} ({len(upload.data)} bytes)" for name, upload in params.files.items()
    }
    return params.raw | files


def _refusal(error: ApiError) -> web.Response:
    answer: Json = {"ok": False, "error_code": error.code, "description": error.description}
    if error.parameters:
        answer["parameters"] = error.parameters
    retry = (error.parameters or {}).get("retry_after")
    headers = None if retry is None else {"Retry-After": str(retry)}
    text = json.dumps(answer)
    return web.Response(
        text=text, status=error.code, content_type="application/json", headers=headers
    )


def _hang_up(request: web.BaseRequest) -> web.StreamResponse:
    """The connection breaks without an answer."""
    if request.transport is not None:
        request.transport.abort()
    return web.Response()
