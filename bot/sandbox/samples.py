"""Small real files, made on the spot: what a person "records" when no data is given."""

import struct
import zlib

_OGG_POLYNOMIAL = 0x04C11DB7
# One Opus frame of 20 ms of silence (RFC 6716: CELT, full band, mono).
_SILENCE = b"\xf8\xff\xfe"


def png(width: int = 640, height: int = 480, color: tuple[int, int, int] = (90, 150, 140)) -> bytes:
    """A picture: vertical shades of one color."""
    rows = bytearray()
    for y in range(height):
        shade = 0.55 + 0.45 * y / height
        pixel = bytes(int(part * shade) for part in color)
        rows += b"\0" + pixel * width
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = (b"IHDR", header), (b"IDAT", zlib.compress(bytes(rows), 6)), (b"IEND", b"")
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
