"""Files that are not at the messenger yet: papers are made here, and our own content is read, in a
thread, just before the call, outside every transaction."""

import asyncio
from pathlib import Path
from typing import Any

from bot.domain.certificate import Certificate
from bot.domain.outgoing import Attachment, Enclosure, Outgoing, Paper
from bot.messengers.calls import Upload


async def filled(
    message: Outgoing, call: tuple[str, dict[str, Any]], content: Path
) -> tuple[str, dict[str, Any]]:
    """A call with the file in its place, where there is one. `content`: the folder of series.

    OSError where a file of ours is gone.
    """
    method, parameters = call
    match message:
        case Paper():
            file = Upload(message.name, await asyncio.to_thread(_made, message))
            return method, {**parameters, "document": file}
        case Certificate(file=name):
            made = await asyncio.to_thread(_certified, message)
            return method, {**parameters, "document" if name else "photo": made}
        case Attachment(name, body):
            return method, {**parameters, "document": Upload(name, body.encode())}
        case Enclosure(kind, path):
            read = await asyncio.to_thread((content / path).read_bytes)
            return method, {**parameters, kind: Upload(path.rpartition("/")[2], read)}
        case _:
            return call


def _certified(certificate: Certificate) -> Upload | bytes:
    """A document, or a picture as bytes in its place."""
    from bot.messengers.certificates import pdf, png  # noqa: PLC0415

    if certificate.file:
        return Upload(certificate.file, pdf(certificate))
    return png(certificate)


def _made(paper: Paper) -> bytes:
    # The library costs half a second to load, and most services never print.
    from bot.messengers.pages import pdf  # noqa: PLC0415

    return pdf(paper)
