"""Small real files, made on the spot: what a person "records" when no data is given."""

import math
import struct
import zlib
from functools import cache
from typing import TypeAlias

_OGG_POLYNOMIAL = 0x04C11DB7
# One Opus frame of 20 ms of silence (RFC 6716: CELT, full band, mono).
_SILENCE = b"\xf8\xff\xfe"

Color: TypeAlias = tuple[int, int, int]
# Sky above, sky below, sun, far hill, near hill: noon, dusk, night.
_LIGHTS: tuple[tuple[Color, Color, Color, Color, Color], ...] = (
    ((120, 178, 214), (224, 238, 236), (255, 240, 196), (126, 168, 140), (74, 128, 104)),
    ((74, 74, 128), (246, 172, 116), (255, 222, 160), (120, 86, 110), (72, 56, 84)),
    ((16, 24, 52), (58, 78, 118), (238, 238, 220), (34, 50, 78), (18, 30, 52)),
)


def png(width: int = 640, height: int = 480, color: tuple[int, int, int] = (90, 150, 140)) -> bytes:
    """A picture: vertical shades of one color."""
    rows = bytearray()
    for y in range(height):
        shade = 0.55 + 0.45 * y / height
        pixel = bytes(int(part * shade) for part in color)
        rows += b"\0" + pixel * width
    return _png(width, height, bytes(rows), 2)


@cache
def landscape(number: int = 0) -> bytes:
    """A picture to look at, 480 x 360: hills under a sun; its light goes by the number."""
    width, height = 480, 360
    above, below, sun, far, near = _LIGHTS[number % len(_LIGHTS)]
    rows = bytearray()
    for y in range(height):
        share = y / height
        sky = bytes(int(a + (b - a) * share) for a, b in zip(above, below, strict=True))
        row = bytearray(sky * width)
        for color, x, top, wide in (
            (sun, 330, None, 34.0), (far, 130, 190, 24.0), (near, 390, 230, 21.0),
        ):  # fmt: skip
            if top is None:
                half = math.sqrt(max(0.0, wide**2 - (y - 110) ** 2))
            else:
                half = wide * math.sqrt(max(0, y - top))
            left, right = max(0, int(x - half)), min(width, int(x + half))
            if right > left:
                row[3 * left : 3 * right] = bytes(color) * (right - left)
        rows += b"\0" + row
    return _png(width, height, bytes(rows), 2)


@cache
def heart(size: int = 192) -> bytes:
    """A sticker: a heart with a white rim on nothing."""
    rows = bytearray()
    for y in range(size):
        rows.append(0)
        for x in range(size):
            u, v = (x / size - 0.5) * 3, (0.5 - y / size) * 3
            rows += (
                b"\xd9\x5d\x39\xff" if _in_heart(u, v)
                else b"\xff\xff\xff\xff" if _in_heart(u / 1.16, v / 1.16)
                else b"\0\0\0\0"
            )  # fmt: skip
    return _png(size, size, bytes(rows), 6)


def _in_heart(u: float, v: float) -> bool:
    return (u * u + v * v - 1) ** 3 < u * u * v**3


def _png(width: int, height: int, rows: bytes, color_type: int) -> bytes:
    header = struct.pack(">IIBBBBB", width, height, 8, color_type, 0, 0, 0)
    chunks = (b"IHDR", header), (b"IDAT", zlib.compress(rows, 6)), (b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(_png_chunk(kind, data) for kind, data in chunks)


def ogg_voice(seconds: int = 3) -> bytes:
    """An Ogg Opus file with that much silence (RFC 7845)."""
    head = b"OpusHead" + struct.pack("<BBHIhB", 1, 1, 0, 48_000, 0, 0)
    tags = b"OpusTags" + struct.pack("<I", 7) + b"sandbox" + struct.pack("<I", 0)
    pages = [_ogg_page([head], 0, 0, 2), _ogg_page([tags], 0, 1, 0)]
    for second in range(seconds):
        last = 4 if second == seconds - 1 else 0
        pages.append(_ogg_page([_SILENCE] * 50, (second + 1) * 48_000, second + 2, last))
    return b"".join(pages)


def wav(seconds: int = 2) -> bytes:
    """Silence, 8 kHz, 8 bit."""
    data = b"\x80" * (8_000 * seconds)
    form = struct.pack("<4sIHHIIHH4sI", b"fmt ", 16, 1, 1, 8_000, 8_000, 1, 8, b"data", len(data))
    return b"RIFF" + struct.pack("<I", 4 + len(form) + len(data)) + b"WAVE" + form + data


def gif() -> bytes:
    """One transparent pixel."""
    return (
        b"GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff!\xf9\x04\x01\x00\x00\x00\x00,"
        b"\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;"
    )


def mp4() -> bytes:
    """Only the file type box of a video: enough to be recognized, not to be played."""
    return struct.pack(">I4s4sI4s4s", 24, b"ftyp", b"isom", 512, b"isom", b"mp41")


def pdf() -> bytes:
    """An empty page."""
    return (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]>>endobj\n"
        b"trailer<</Root 1 0 R>>\n%%EOF\n"
    )


def _png_chunk(kind: bytes, data: bytes) -> bytes:
    body = kind + data
    return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))


def _ogg_page(packets: list[bytes], granule: int, number: int, flags: int) -> bytes:
    sizes = bytes(len(packet) for packet in packets)
    body = sizes + b"".join(packets)
    start = struct.pack("<4sBBqII", b"OggS", 0, flags, granule, 0x48414D44, number)
    blank = start + struct.pack("<IB", 0, len(packets)) + body
    return start + struct.pack("<IB", _ogg_crc(blank), len(packets)) + body


def _ogg_crc(page: bytes) -> int:
    crc = 0
    for byte in page:
        crc ^= byte << 24
        for _ in range(8):
            crc = (crc << 1) ^ (_OGG_POLYNOMIAL if crc & 0x80000000 else 0)
        crc &= 0xFFFFFFFF
    return crc
