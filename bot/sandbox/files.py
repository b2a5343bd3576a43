"""Files of the sandbox: stored bytes, ids that change each time, and the media objects."""

import secrets
import struct
from dataclasses import dataclass
from typing import Any

from bot.sandbox.errors import ApiError, bad_request
from bot.sandbox.params import Params, Upload
from bot.sandbox.world import Json

# Bot API: a bot uploads 10 MB of photo, 50 MB of anything else, and downloads 20 MB.
PHOTO_BYTES = 10 * 1024 * 1024
UPLOAD_BYTES = 50 * 1024 * 1024
DOWNLOAD_BYTES = 20 * 1024 * 1024
# First letters of a file_id name its kind, as on the real server.
_PREFIX = {
    "photo": "AgAC", "voice": "AwAC", "audio": "CQAC", "video": "BAAC", "video_note": "DQAC",
    "document": "BQAC", "animation": "CgAC", "sticker": "CAAC",
}  # fmt: skip
_KINDS = {prefix: kind for kind, prefix in _PREFIX.items()}
_FOLDERS = {
    "photo": "photos", "voice": "voice", "audio": "music", "video": "videos",
    "video_note": "video_notes", "document": "documents", "animation": "animations",
    "sticker": "stickers",
}  # fmt: skip
_ENDINGS = {"photo": "jpg", "voice": "oga", "video": "mp4", "sticker": "webp", "audio": "mp3"}
_PHOTO_SIZES = ((90, "s"), (320, "m"), (1280, "x"))


@dataclass(frozen=True, slots=True)
class StoredFile:
    """Bytes with their description; `unique` stays the same however often it is sent."""

    unique: str
    kind: str
    name: str
    mime: str
    data: bytes
    width: int = 0
    height: int = 0
    duration: int = 0

    @property
    def path(self) -> str:
        _, dot, ending = self.name.rpartition(".")
        ending = ending if dot and ending.isalnum() else _ENDINGS.get(self.kind, "bin")
        return f"{_FOLDERS[self.kind]}/file_{self.unique}.{ending}"


class FileStore:
    """Every file that was ever sent here, in memory."""

    def __init__(self) -> None:
        self._files: dict[str, StoredFile] = {}
        self._count = 0

    def begin_at(self, number: int) -> None:
        """The numbers of files begin here, so that two stores share none."""
        self._count = number

    def keep(self, kind: str, upload: Upload, *, duration: int = 0) -> StoredFile:
        self._count += 1
        unique = f"{self._count:08d}"
        width, height = image_size(upload.data)
        if kind in ("video", "animation", "video_note") and not width:
            width, height = (240, 240) if kind == "video_note" else (640, 360)
        name, mime = upload.name, upload.mime
        stored = StoredFile(unique, kind, name, mime, upload.data, width, height, duration)
        self._files[unique] = stored
        return stored

    def get(self, unique: str) -> StoredFile | None:
        return self._files.get(unique)

    def by_path(self, path: str) -> StoredFile | None:
        stem = path.rpartition("/")[2].partition(".")[0].removeprefix("file_")
        stored = self._files.get(stem)
        return stored if stored is not None and stored.path == path else None

    def by_id(self, file_id: str) -> StoredFile:
        """The file behind an id from any message. ApiError 400 for a made-up one."""
        stored = self._files.get(file_id[-9:-1]) if file_id[:4] in _KINDS else None
        if stored is None:
            raise bad_request("wrong file identifier/HTTP URL specified")
        return stored

    def from_request(self, kind: str, name: str, p: Params, value: Any = None) -> StoredFile:
        """The file that parameter `name` means: an upload, `attach://…`, or a file_id."""
        reference = p.text(name) if value is None else str(value)
        attached = reference.removeprefix("attach://") if value or reference else name
        upload = p.files.get(attached)
        if upload is not None:
            return self.keep(kind, _accepted(kind, upload), duration=p.integer("duration"))
        if not reference:
            raise bad_request(f"there is no {kind.replace('_', ' ')} in the request")
        if reference.startswith(("http://", "https://")):
            raise bad_request("failed to get HTTP URL content")
        stored = self.by_id(reference)
        if ("photo" in (kind, stored.kind)) and kind != stored.kind:
            raise bad_request(f"can't use file of type {stored.kind.title()} as {kind.title()}")
        return stored

    def describe(self, file_id: str) -> Json:
        """The Bot API `File`; ApiError 400 above the download limit."""
        if not file_id:
            raise bad_request("file_id is not specified")
        try:
            stored = self.by_id(file_id)
        except ApiError:
            raise bad_request("invalid file_id") from None
        if len(stored.data) > DOWNLOAD_BYTES:
            raise bad_request("file is too big")
        return {
            "file_id": file_id,
            "file_unique_id": _unique(stored, file_id[-1]),
            "file_size": len(stored.data),
            "file_path": stored.path,
        }


def media_body(stored: StoredFile, kind: str) -> Json:
    """`{"photo": […]}`, `{"voice": {…}}` …: the part of a Message that carries the file."""
    if kind == "photo":
        return {"photo": [_photo_size(stored, limit, mark) for limit, mark in _PHOTO_SIZES]}
    media: Json = _ids(stored, kind)
    if kind == "video_note":
        media["length"] = stored.width
    if kind in ("video", "animation", "sticker"):
        media |= {"width": stored.width or 512, "height": stored.height or 512}
    if kind in ("voice", "audio", "video", "video_note", "animation"):
        media["duration"] = stored.duration
    if kind == "sticker":
        media |= {"type": "regular", "is_animated": False, "is_video": False}
    elif kind != "video_note":
        media["mime_type"] = stored.mime
    if kind in ("audio", "video", "document", "animation") and stored.name:
        media["file_name"] = stored.name
    # An animation is a document as well, for bots that do not know animations.
    return {kind: media, "document": media} if kind == "animation" else {kind: media}


def image_size(data: bytes) -> tuple[int, int]:
    """Width and height of a PNG, GIF or JPEG; (0, 0) for anything else."""
    if data[:8] == b"\x89PNG\r\n\x1a\n" and len(data) >= 24:
        return struct.unpack(">II", data[16:24])
    if data[:4] == b"GIF8" and len(data) >= 10:
        return struct.unpack("<HH", data[6:10])
    return _jpeg_size(data) if data[:2] == b"\xff\xd8" else (0, 0)


def _jpeg_size(data: bytes) -> tuple[int, int]:
    at = 2
    while at + 9 < len(data) and data[at] == 0xFF:
        if 0xC0 <= data[at + 1] <= 0xCF and data[at + 1] not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return width, height
        at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    return 0, 0


def _accepted(kind: str, upload: Upload) -> Upload:
    size = len(upload.data)
    if size > UPLOAD_BYTES:
        raise ApiError(413, "Request Entity Too Large")
    if not size:
        raise bad_request("file must be non-empty")
    if kind == "photo" and size > PHOTO_BYTES:
        raise bad_request(
            f"file of size {size} bytes is too big for a photo; "
            f"the maximum size is {PHOTO_BYTES} bytes"
        )
    webp = upload.data[:4] == b"RIFF" and upload.data[8:12] == b"WEBP"
    if kind == "photo" and not (image_size(upload.data)[0] or webp):
        raise bad_request("IMAGE_PROCESS_FAILED")
    return upload


def _ids(stored: StoredFile, kind: str, mark: str = "-") -> Json:
    salt = secrets.token_urlsafe(33).replace("-", "a").replace("_", "b")
    return {
        "file_id": f"{_PREFIX[kind]}{salt}{stored.unique}{mark}",
        "file_unique_id": _unique(stored, mark),
        "file_size": len(stored.data),
    }


def _unique(stored: StoredFile, mark: str) -> str:
    return f"AQAD{stored.unique}{mark if mark != '-' else ''}"


def _photo_size(stored: StoredFile, limit: int, mark: str) -> Json:
    width, height = stored.width or 640, stored.height or 480
    scale = min(1.0, limit / max(width, height))
    size = {"width": max(1, int(width * scale)), "height": max(1, int(height * scale))}
    return _ids(stored, "photo", mark) | size
