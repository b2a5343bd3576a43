"""The HTTP client under python-telegram-bot: aiohttp, with proxies, and faults told apart.

A request that never left and an answer that was lost must not look the same: after the
first one we try again at once, after the second the message may have arrived.
"""

import os
import re
import socket
from collections.abc import Mapping
from contextlib import suppress
from functools import lru_cache
from typing import Any

import aiohttp
from aiohttp_socks import (
    ProxyConnectionError,
    ProxyConnector,
    ProxyError,
    ProxyTimeoutError,
)
from telegram.error import NetworkError, RetryAfter, TelegramError
from telegram.request import BaseRequest, RequestData
from yarl import URL

from bot.messengers.streams import form
from bot.notation import read, written

# The library's switch for waits as timedeltas; without it every 429 costs a warning.
os.environ.setdefault("PTB_TIMEDELTA", "true")

DEFAULT_RETRY_AFTER = 5
"""Seconds to wait after a 429 that names none (our fault table, row 11)."""

UPLOADING = 120.0
"""Seconds that a messenger may take to answer after a large file."""

_RETRY_AFTER = re.compile(rb"retry after (\d{1,6})", re.IGNORECASE)


class NeverLeft(NetworkError):
    """No connection was made: nothing can have arrived."""


class AnswerLost(NetworkError):
    """The request left, and what came of it is not known."""


_FORM = {"Content-Type": "application/x-www-form-urlencoded"}


class Fields:
    """Parameters of one call, encoded once and fast: percent signs for Persian cost more than all
    else here when Python writes them. Nested values travel as JSON texts, as both messengers take
    them."""

    def __init__(self, parameters: Mapping[str, Any]) -> None:
        self.body = _encoded({name: _text(value) for name, value in parameters.items()})


def _text(value: Any) -> str:
    return value if isinstance(value, str) else written(value)


def _encoded(fields: Mapping[str, str]) -> bytes:
    try:
        return URL.build(query=fields).raw_query_string.encode()
    except UnicodeEncodeError:
        # Half a character, as some clients send it: a mark in its place, and the message goes.
        whole = {name: text.encode("utf-8", "replace").decode() for name, text in fields.items()}
        return URL.build(query=whole).raw_query_string.encode()


class AiohttpRequest(BaseRequest):
    """One pool of connections. `connections`: how many calls may be under way at once."""

    def __init__(
        self,
        *,
        connections: int,
        proxy: str | None = None,
        ipv4_only: bool = False,
        read_timeout: float = 20.0,
    ) -> None:
        self._connections = connections
        self._proxy = proxy
        self._http_proxy = proxy if proxy and proxy.startswith("http") else None
        self._family = socket.AF_INET if ipv4_only else socket.AF_UNSPEC
        self._read_timeout = read_timeout
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        return self._read_timeout

    async def initialize(self) -> None:
        if self._session is not None:
            return
        options: dict[str, Any] = {
            "limit": self._connections,
            "family": self._family,
            "keepalive_timeout": 60,
            "ttl_dns_cache": 300,
        }
        connector: aiohttp.BaseConnector = (
            ProxyConnector.from_url(self._proxy.replace("socks5h://", "socks5://"), **options)
            if self._proxy and self._proxy.startswith("socks")
            else aiohttp.TCPConnector(**options)
        )
        self._session = aiohttp.ClientSession(
            connector=connector, cookie_jar=aiohttp.DummyCookieJar(), auto_decompress=True
        )

    async def shutdown(self) -> None:
        if self._session is not None:
            await self._session.close()
            self._session = None

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
        """Status and body. NeverLeft, AnswerLost or RetryAfter where there is no usable answer."""
        seconds = self._read_timeout if read_timeout is self.DEFAULT_NONE else read_timeout
        return await self._post(url, _body(request_data), seconds, method)

    async def _post(
        self, url: str | URL, content: dict[str, Any], seconds: float, method: str = "POST"
    ) -> tuple[int, bytes]:
        if self._session is None:
            raise NeverLeft("the client is closed")
        try:
            response = await self._session.request(
                method, url, timeout=_within(seconds), proxy=self._http_proxy, **content
            )
            # Read to its end, it gives its connection back; failing, it closes it.
            body = await response.read()
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError) as error:
            raise NeverLeft(type(error).__name__) from None
        except (ProxyError, ProxyConnectionError, ProxyTimeoutError) as error:
            raise NeverLeft(type(error).__name__) from None
        except aiohttp.ServerDisconnectedError:
            raise AnswerLost("the connection was closed before an answer") from None
        except TimeoutError:
            raise AnswerLost("no answer in time") from None
        except (aiohttp.ClientError, OSError) as error:
            kind = NeverLeft if _before_sending(error) else AnswerLost
            raise kind(type(error).__name__) from None
        if response.status == 429:
            raise RetryAfter(_seconds_named(body))
        return response.status, body

    async def upload(self, url: URL, parameters: Mapping[str, Any]) -> Any:
        """As `send`, with files that come in meanwhile."""
        status, body = await self._post(url, {"data": form(parameters)}, UPLOADING)
        if status != 200:
            return await _Said(status, body).post(url.raw_path)
        return self.parse_json_payload(body)["result"]

    async def fetch(self, url: URL) -> aiohttp.ClientResponse:
        """A file whose body is still to be read; whoever asked closes it."""
        if self._session is None:
            raise aiohttp.ClientConnectionError("the client is closed")
        return await self._session.get(
            url, timeout=_within(self._read_timeout), proxy=self._http_proxy
        )

    async def send(self, url: URL, fields: Fields, seconds: float | None = None) -> Any:
        """The raw result of one call, without the objects that the library would build first.

        What is not a success is left to the library, which knows what it means.
        """
        content = {"data": fields.body, "headers": _FORM}
        status, body = await self._post(url, content, seconds or self._read_timeout)
        if status != 200:
            return await _Said(status, body).post(url.raw_path)
        return self.parse_json_payload(body)["result"]

    @staticmethod
    def parse_json_payload(payload: bytes) -> Any:
        """The answer. What cannot be read is an answer lost, and its text is not logged."""
        with suppress(ValueError):
            parsed = _read(payload)
            if isinstance(parsed, dict):
                return parsed
        raise TelegramError("the answer is not JSON")


class _Said(BaseRequest):
    """An answer that has come already, for the library to say which error it is."""

    def __init__(self, status: int, body: bytes) -> None:
        self._answer = status, body

    @property
    def read_timeout(self) -> None:
        return None

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def do_request(self, *_: Any, **__: Any) -> tuple[int, bytes]:
        return self._answer

    parse_json_payload = staticmethod(AiohttpRequest.parse_json_payload)


def _read(payload: bytes) -> Any:
    try:
        return read(payload)
    except UnicodeDecodeError:
        return read(payload.decode("utf-8", "replace"))


@lru_cache(maxsize=16)
def _within(seconds: float) -> aiohttp.ClientTimeout:
    return aiohttp.ClientTimeout(total=None, sock_connect=10, connect=30, sock_read=seconds)


def _before_sending(error: Exception) -> bool:
    """Proxy refusals and the like happen before our request is on its way."""
    return type(error).__module__.startswith(("aiohttp_socks", "python_socks"))


def _body(data: RequestData | None) -> dict[str, Any]:
    if data is None:
        return {}
    if not data.contains_files:
        return {"data": _encoded(data.json_parameters), "headers": _FORM}
    form = aiohttp.FormData()
    for name, value in data.json_parameters.items():
        form.add_field(name, value)
    for name, (file_name, content, mime) in data.multipart_data.items():
        form.add_field(name, content, filename=file_name, content_type=mime)
    return {"data": form}


def _seconds_named(body: bytes) -> int:
    """The wait a 429 asks for, from its parameters or its words."""
    with suppress(ValueError, TypeError, AttributeError, KeyError, OverflowError):
        named = read(body).get("parameters", {}).get("retry_after")
        if isinstance(named, int | float) and named >= 0:
            return int(named)
    words = _RETRY_AFTER.search(body)
    return int(words[1]) if words else DEFAULT_RETRY_AFTER
