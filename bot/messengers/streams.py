"""Files that are sent while they are still coming in: never whole in memory, never on disk."""

import json
from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import dataclass
from typing import Any

import aiohttp
from aiohttp.payload import AsyncIterablePayload


@dataclass(frozen=True, slots=True)
class Stream:
    """A file on its way. `size` in bytes, None where its messenger does not say."""

    name: str
    size: int | None
    chunks: AsyncIterator[bytes]
    close: Callable[[], None]


class _Sized(AsyncIterablePayload):
    """Chunks whose sum is known, so that the request can say how long it is."""

    def __init__(self, stream: Stream) -> None:
        super().__init__(stream.chunks)
        self._size = stream.size


def streams_in(parameters: Mapping[str, Any]) -> list[Stream]:
    """The files on their way in the parameters of a call."""
    items = parameters.get("media")
    items = [items] if isinstance(items, Mapping) else items
    inside = [item["media"] for item in items] if isinstance(items, list) else []
    return [each for each in (*parameters.values(), *inside) if isinstance(each, Stream)]


def form(parameters: Mapping[str, Any]) -> aiohttp.MultipartWriter:
    """The parameters as a form; items of an album point to their files by name."""
    writer = aiohttp.MultipartWriter("form-data")
    files: dict[str, Stream] = {}
    for name, value in parameters.items():
        if isinstance(value, Stream):
            files[name] = value
        elif name == "media" and isinstance(value, Mapping):
            _field(writer, name, json.dumps(_attached(value, files)))
        elif name == "media" and isinstance(value, list):
            _field(writer, name, json.dumps([_attached(item, files) for item in value]))
        else:
            _field(writer, name, value if isinstance(value, str) else json.dumps(value))
    for name, stream in files.items():
        part = writer.append_payload(_Sized(stream))
        part.set_content_disposition("form-data", name=name, filename=stream.name)
    return writer


def _attached(item: Mapping[str, Any], files: dict[str, Stream]) -> dict[str, Any]:
    if not isinstance(item["media"], Stream):
        return dict(item)
    name = f"file{len(files)}"
    files[name] = item["media"]
    return {**item, "media": f"attach://{name}"}


def _field(writer: aiohttp.MultipartWriter, name: str, text: str) -> None:
    writer.append(text).set_content_disposition("form-data", name=name)
