"""What a request carries: typed access to parameters, whatever the encoding was."""

import json
import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

from bot.sandbox.errors import bad_request
from bot.sandbox.world import Json

_TRUE = frozenset(("true", "1", "yes", "t"))
_NAME = re.compile(rb'[; ]name="([^"]*)"')
_FILE_NAME = re.compile(rb'filename="([^"]*)"')
_TYPE = re.compile(rb"content-type:\s*([^\r\n]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came inside a request."""

    name: str
    mime: str
    data: bytes


class Params:
    """Parameters of one request. Nested values may be JSON or, as in forms, JSON in text."""

    __slots__ = ("files", "raw")

    def __init__(self, raw: Json, files: dict[str, Upload] | None = None) -> None:
        self.raw = raw
        self.files = files or {}

    def text(self, name: str) -> str:
        """The value as text, empty when absent."""
        value = self.raw.get(name)
        if value is None:
            return ""
        return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)

    def integer(self, name: str, default: int = 0) -> int:
        value = self.raw.get(name)
        if value is None or value == "":
            return default
        try:
            return int(value)
        except (TypeError, ValueError):
            raise bad_request(f'field "{name}" must be of type Number') from None

    def number(self, name: str) -> float | None:
        value = self.raw.get(name)
        if value is None or value == "":
            return None
        try:
            return float(value)
        except (TypeError, ValueError):
            raise bad_request(f'field "{name}" must be of type Number') from None

    def flag(self, name: str) -> bool:
        value = self.raw.get(name)
        return value is True or (value is not None and str(value).lower() in _TRUE)

    def data(self, name: str) -> Any:
        """A nested value, None when absent. ApiError 400 when it is not JSON."""
        value = self.raw.get(name)
        if not isinstance(value, str):
            return value
        if not value:
            return None
        try:
            parsed = json.loads(value)
        except ValueError:
            raise bad_request(f"can't parse {name} JSON object") from None
        _check_encoding(value.encode(), parsed)
        return parsed

    def record(self, name: str) -> Json | None:
        """A nested object, None when absent or empty. ApiError 400 for anything else."""
        value = self.data(name)
        if value is not None and not isinstance(value, dict):
            raise bad_request(f"can't parse {name}: expected an Object")
        return value or None

    def records(self, name: str) -> list[Json]:
        """A nested list of objects, empty when absent. ApiError 400 for anything else."""
        value = self.data(name)
        if value is None:
            return []
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            raise bad_request(f"can't parse {name}: expected an Array of Object")
        return value


def parse_body(content_type: str, body: bytes) -> Params:
    """Parameters of a POST. ApiError 400 for a body that is not what its type says."""
    if not body:
        return Params({})
    kind = content_type.partition(";")[0].strip().lower()
    if kind == "application/json":
        try:
            parsed = json.loads(body)
        except ValueError:
            raise bad_request("can't parse JSON object") from None
        if not isinstance(parsed, dict):
            raise bad_request("object expected")
        _check_encoding(body, parsed)
        return Params(parsed)
    if kind == "multipart/form-data":
        return _multipart(content_type, body)
    return parse_query(body.decode("utf-8", "replace"))


def parse_query(query: str) -> Params:
    return Params(dict(parse_qsl(query, keep_blank_values=True)))


def _check_encoding(source: bytes, parsed: Any) -> None:
    """ApiError 400 for half of a surrogate pair, which JSON escapes can smuggle in."""
    if b"\\ud" not in source and b"\\uD" not in source:
        return
    try:
        json.dumps(parsed, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        raise bad_request("strings must be encoded in UTF-8") from None


def _multipart(content_type: str, body: bytes) -> Params:
    found = re.search(r'boundary="?([^";]+)"?', content_type)
    if found is None:
        raise bad_request("boundary of the form is missing")
    raw: Json = {}
    files: dict[str, Upload] = {}
    # Each part reads CRLF head CRLF CRLF content CRLF; the last piece is the closing "--".
    for part in body.split(b"--" + found.group(1).encode())[1:-1]:
        head, _, content = part.partition(b"\r\n\r\n")
        content = content[:-2]
        name = _NAME.search(head)
        if name is None:
            continue
        key, file_name = name.group(1).decode(), _FILE_NAME.search(head)
        if file_name is None:
            raw[key] = content.decode("utf-8", "replace")
            continue
        mime = _TYPE.search(head)
        label = mime.group(1).decode().strip() if mime else "application/octet-stream"
        files[key] = Upload(file_name.group(1).decode("utf-8", "replace"), label, content)
    return Params(raw, files)
