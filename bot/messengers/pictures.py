"""Charts become pictures here: in a thread, just before the call, outside every transaction."""

import asyncio
import logging

from bot import drawing
from bot.domain.outgoing import Chart, Edit, Outgoing, Text

_log = logging.getLogger("hamdeli.pictures")


async def drawn(message: Outgoing) -> tuple[Outgoing, bytes]:
    """The message and its picture; without one, the words of a chart go alone."""
    if not isinstance(message, Chart):
        return message, b""
    try:
        return message, await asyncio.to_thread(_draw, message)
    except ValueError as error:
        _log.error("a chart could not be drawn (%s); its words go alone", error)
    if message.row is None and message.message_id is None:
        return Text(message.caption, message.buttons, protect=message.protect), b""
    edit = Edit(message.caption, message.row, message.message_id, message.buttons, caption=True)
    return edit, b""


def _draw(chart: Chart) -> bytes:
    return drawing.png(drawing.svg(chart.sheet))
