"""Files from one messenger to another: fetched from the one while they are sent to the other.

A file's id means something only where it lies. Ids of every messenger but the first carry its name
in front (`bale:…`), from the moment they are read until they are used there again.
"""

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

import aiohttp
from telegram.error import BadRequest, RetryAfter, TelegramError

from bot.domain.capabilities import Capabilities
from bot.domain.delivery import TOO_LARGE, NotSent, Refused, Result
from bot.domain.people import Platform
from bot.messengers.dialect import Call
from bot.messengers.streams import Stream

KINDS = ("photo", "voice", "audio", "video", "video_note", "animation", "document", "sticker")
_ENDINGS = {
    "photo": ".jpg", "voice": ".ogg", "audio": ".mp3", "video": ".mp4", "video_note": ".mp4",
    "document": ".bin", "sticker": ".webp", "animation": ".mp4",
}  # fmt: skip
_MARK = f"{Platform.BALE}:"

Ask = Callable[[str, Mapping[str, Any]], Awaitable[Any]]
Fetch = Callable[[str], Awaitable[aiohttp.ClientResponse]]


class Unfetched(Exception):
    """The file cannot be brought here now, or never; `result` says which."""

    def __init__(self, result: Result) -> None:
        super().__init__(str(result))
        self.result = result


@dataclass(frozen=True, slots=True)
class Shore:
    """Where files lie: how to ask that messenger, how to fetch, and how much it gives out."""

    ask: Ask
    fetch: Fetch
    can: Capabilities


def marked(file_id: str) -> str:
    """An id of Bale, as it is known everywhere else."""
    return _MARK + file_id


def home(file_id: str) -> tuple[Platform, str]:
    """Where a file lies, and its id there."""
    if file_id.startswith(_MARK):
        return Platform.BALE, file_id.removeprefix(_MARK)
    return Platform.TELEGRAM, file_id


async def ferried(
    call: Call, here: Platform, can: Capabilities, shores: Mapping[Platform, Shore]
) -> Call:
    """The call with every file of another messenger as a stream from there. Unfetched when one
    cannot be had, or would be too large for either side."""
    method, given = call
    ready = dict(given)
    streams: list[Stream] = []
    try:
        for kind in KINDS:
            if isinstance(file_id := ready.get(kind), str):
                ready[kind] = await _here(kind, file_id, here, can, shores, streams)
        if isinstance(items := ready.get("media"), list):
            ready["media"] = [await _item(item, here, can, shores, streams) for item in items]
        elif isinstance(items, Mapping):
            ready["media"] = await _item(items, here, can, shores, streams)
    except Unfetched:
        for stream in streams:
            stream.close()
        raise
    return method, ready


async def _item(
    item: Mapping[str, Any], here: Platform, can: Capabilities, shores: Mapping[Platform, Shore],
    streams: list[Stream],
) -> dict[str, Any]:  # fmt: skip
    media = await _here(item["type"], item["media"], here, can, shores, streams)
    return {**item, "media": media}


async def _here(
    kind: str, file_id: str, here: Platform, can: Capabilities,
    shores: Mapping[Platform, Shore], streams: list[Stream],
) -> str | Stream:  # fmt: skip
    platform, known_as = home(file_id)
    if platform is here:
        return known_as
    shore = shores.get(platform)
    if shore is None:
        raise Unfetched(Refused("its messenger is switched off"))
    stream = await _stream(shore, kind, known_as, can)
    streams.append(stream)
    return stream


async def _stream(shore: Shore, kind: str, file_id: str, can: Capabilities) -> Stream:
    most = min(shore.can.fetched_bytes, can.picture_bytes if kind == "photo" else can.file_bytes)
    try:
        found = await shore.ask("getFile", {"file_id": file_id})
        path, size = str(found["file_path"]), found.get("file_size")
    except BadRequest as error:
        too_large = "too big" in error.message.lower()
        raise Unfetched(Refused(TOO_LARGE if too_large else "it is gone there")) from None
    except RetryAfter:
        raise Unfetched(NotSent("its messenger asks us to wait")) from None
    except TelegramError:
        raise Unfetched(NotSent("its messenger does not answer")) from None
    except (KeyError, TypeError, AttributeError):
        raise Unfetched(NotSent("its messenger gives no way to it")) from None
    if isinstance(size, int) and size > most:
        raise Unfetched(Refused(TOO_LARGE))
    return await _opened(shore, kind, path, size, most)


async def _opened(shore: Shore, kind: str, path: str, size: Any, most: int) -> Stream:
    try:
        response = await shore.fetch(path)
    except (aiohttp.ClientError, OSError, TimeoutError):
        raise Unfetched(NotSent("its messenger does not answer")) from None
    if response.status != 200:
        response.close()
        raise Unfetched(NotSent(f"its messenger answers {response.status}"))
    length = response.content_length if response.content_length is not None else size
    if isinstance(length, int) and length > most:
        response.close()
        raise Unfetched(Refused(TOO_LARGE))
    # The name that a person gave it stays behind; what kind of file it is, comes along.
    ending = PurePosixPath(path).suffix
    name = kind + (ending if 2 <= len(ending) <= 6 and ending.isascii() else _ENDINGS[kind])
    known = length if isinstance(length, int) else None
    return Stream(name, known, _chunks(response, most), response.close)


async def _chunks(response: aiohttp.ClientResponse, most: int) -> AsyncIterator[bytes]:
    passed = 0
    try:
        async for chunk in response.content.iter_chunked(64 * 1024):
            passed += len(chunk)
            if passed > most:
                raise aiohttp.ClientPayloadError("larger than it said")
            yield chunk
    finally:
        response.close()
