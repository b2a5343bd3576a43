"""Papers become files here: in a thread, just before the call, outside every transaction."""

import asyncio
from typing import Any

from bot.domain.outgoing import Outgoing, Paper
from bot.messengers.calls import Upload


async def filled(message: Outgoing, call: tuple[str, dict[str, Any]]) -> tuple[str, dict[str, Any]]:
    """A call with the file in its place, where there is one."""
    if not isinstance(message, Paper):
        return call
    method, parameters = call
    file = Upload(message.name, await asyncio.to_thread(_made, message))
    return method, {**parameters, "document": file}


def _made(paper: Paper) -> bytes:
    # The library costs half a second to load, and most services never print.
    from bot.messengers.pages import pdf  # noqa: PLC0415

    return pdf(paper)
