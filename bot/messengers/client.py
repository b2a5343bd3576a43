"""The HTTP client under python-telegram-bot: aiohttp, with proxies, and faults told apart.

A request that never left and an answer that was lost must not look the same: after the
first one we try again at once, after the second the message may have arrived.
"""

import json
import socket
from contextlib import suppress
from typing import Any

import aiohttp
from aiohttp_socks import ProxyConnector
from telegram.error import NetworkError, RetryAfter, TelegramError
from telegram.request import BaseRequest, RequestData

DEFAULT_RETRY_AFTER = 5
"""Seconds to wait after a 429 that names none (our fault table, row 11)."""


class NeverLeft(NetworkError):
    """No connection was made: nothing can have arrived."""


class AnswerLost(NetworkError):
    """The request left, and what came of it is not known."""


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
        if self._session is None:
            raise NeverLeft("the client is closed")
        seconds = self._read_timeout if read_timeout is self.DEFAULT_NONE else read_timeout
        timeout = aiohttp.ClientTimeout(total=None, sock_connect=10, connect=30, sock_read=seconds)
        http_proxy = self._proxy if self._proxy and self._proxy.startswith("http") else None
        try:
            async with self._session.request(
                method, url, data=_form(request_data), timeout=timeout, proxy=http_proxy
            ) as response:
                body = await response.read()
                status = response.status
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError) as error:
            raise NeverLeft(type(error).__name__) from None
        except aiohttp.ServerDisconnectedError:
            raise AnswerLost("the connection was closed before an answer") from None
        except TimeoutError:
            raise AnswerLost("no answer in time") from None
        except (aiohttp.ClientError, OSError) as error:
            kind = NeverLeft if _before_sending(error) else AnswerLost
            raise kind(type(error).__name__) from None
        if status == 429:
            raise RetryAfter(_seconds_named(body))
        return status, body

    @staticmethod
    def parse_json_payload(payload: bytes) -> Any:
        """The answer. What cannot be read is an answer lost, and its text is not logged."""
        with suppress(ValueError):
            parsed = json.loads(payload.decode("utf-8", "replace"))
            if isinstance(parsed, dict):
                return parsed
        raise TelegramError("the answer is not JSON")


def _before_sending(error: Exception) -> bool:
    """Proxy refusals and the like happen before our request is on its way."""
    return type(error).__module__.startswith(("aiohttp_socks", "python_socks"))


def _form(data: RequestData | None) -> aiohttp.FormData | dict[str, str] | None:
    if data is None:
        return None
    if not data.contains_files:
        return data.json_parameters
    form = aiohttp.FormData()
    for name, value in data.json_parameters.items():
        form.add_field(name, value)
    for name, (file_name, content, mime) in data.multipart_data.items():
        form.add_field(name, content, filename=file_name, content_type=mime)
    return form


def _seconds_named(body: bytes) -> int:
    """The wait a 429 asks for, from its parameters or its words."""
    with suppress(ValueError, TypeError, AttributeError, KeyError):
        answer = json.loads(body)
        named = answer.get("parameters", {}).get("retry_after")
        if isinstance(named, int | float) and named >= 0:
            return int(named)
        words = str(answer.get("description", "")).rsplit(maxsplit=1)
        if words and words[-1].isdecimal():
            return int(words[-1])
    return DEFAULT_RETRY_AFTER
