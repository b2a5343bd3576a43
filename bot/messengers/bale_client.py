"""Bale's answers in the way the Bot API gives them: its errors have their own numbers and words."""

from collections.abc import Mapping
from typing import Any

from telegram.error import RetryAfter
from telegram.request import BaseRequest, RequestData
from yarl import URL

from bot.messengers import bale_repair
from bot.messengers.client import DEFAULT_RETRY_AFTER, AiohttpRequest
from bot.notation import read, written

_BAD_TOKEN = ("token not found", "unauthorized")
_TOO_MANY = ("bot limit exceed", "local_rate_limited")
_FLOOD = 420


class BaleRequest(AiohttpRequest):
    """As AiohttpRequest; every answer is put right before anybody reads it."""

    async def do_request(  # noqa: PLR0913, PLR0917 (the library's own signature)
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        status, body = await super().do_request(url, method, request_data, read_timeout)
        if status != 200:
            return status, body
        answer = _object(body)
        if answer is None or "result" not in answer:
            return status, body
        whole = bale_repair.result(_called(url), answer["result"])
        return status, written(dict(answer) | {"result": whole}).encode()

    async def _post(
        self, url: str | URL, content: dict[str, Any], seconds: float, method: str = "POST"
    ) -> tuple[int, bytes]:
        try:
            status, body = await super()._post(url, content, seconds, method)
        except RetryAfter as error:
            raise _patient(error) from None
        return put_right(_called(url), status, body)


def put_right(method: str, status: int, body: bytes) -> tuple[int, bytes]:
    """Status and body as the Bot API would have them. RetryAfter where Bale means that.

    404 on Bale means that there is no such chat; only words tell a bad token from it.
    """
    if status == 200 and body.startswith(b'{"ok":true'):
        return status, body
    answer = _object(body) or {}
    if status == 200:
        if answer.get("ok") is not False:
            return status, body
        code = answer.get("error_code")
        status = code if isinstance(code, int) and 400 <= code < 600 else 400
    said = str(answer.get("description") or body[:200].decode("utf-8", "replace"))
    words = said.lower()
    if status in (429, _FLOOD) or any(each in words for each in _TOO_MANY):
        raise RetryAfter(_wait(answer))
    if status < 500 and any(each in words for each in _BAD_TOKEN):
        return _error(401, "Unauthorized")
    if status == 404:
        return _not_found(method, said)
    return (
        (status, body)
        if answer.get("ok") is False and "error_code" in answer
        else _error(status, said)
    )


def _not_found(method: str, said: str) -> tuple[int, bytes]:
    name = method.lower()
    if name == "getupdates":
        # Polling must survive it.
        return _error(502, "Bad Gateway")
    if name.startswith("edit"):
        return _error(400, "Bad Request: message to edit not found")
    if name.startswith("delete"):
        return _error(400, "Bad Request: message to delete not found")
    if name.startswith(("send", "forward", "copy", "get")):
        return _error(400, "Bad Request: Chat not found")
    return _error(400, f"Bad Request: {said}")


def _error(status: int, said: str) -> tuple[int, bytes]:
    body = {"ok": False, "error_code": status, "description": said}
    return status, written(body).encode()


def _wait(answer: Mapping[str, Any]) -> int:
    parameters = answer.get("parameters")
    named = parameters.get("retry_after") if isinstance(parameters, Mapping) else None
    usable = isinstance(named, int | float) and 1 <= named < 1e6
    return int(named) if usable and named is not None else DEFAULT_RETRY_AFTER


def _patient(error: RetryAfter) -> RetryAfter:
    """A wait of nothing at all is no answer: Bale has been seen to name 0."""
    wait = error.retry_after
    seconds = wait if isinstance(wait, int) else int(wait.total_seconds())
    return error if seconds > 0 else RetryAfter(DEFAULT_RETRY_AFTER)


def _called(url: str | URL) -> str:
    path = url.raw_path if isinstance(url, URL) else url
    return path.rpartition("/")[2]


def _object(body: bytes) -> Mapping[str, Any] | None:
    try:
        found = read(body)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None
