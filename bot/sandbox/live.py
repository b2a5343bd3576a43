"""Server-Sent Events: the page and the test driver watch the sandbox through one stream."""

import asyncio
import json

from aiohttp import web

from bot.sandbox.events import Hub

# A comment now and then tells both sides that the connection still stands.
HEARTBEAT_SECONDS = 15


async def stream(hub: Hub, request: web.BaseRequest) -> web.StreamResponse:
    """Writes events until the listener goes away or the sandbox stops."""
    headers = {"Content-Type": "text/event-stream", "Cache-Control": "no-store"}
    response = web.StreamResponse(headers=headers)
    with hub.subscribed() as queue:
        await response.prepare(request)
        await response.write(b": listening\n\n")
        try:
            while True:
                try:
                    event = await asyncio.wait_for(queue.get(), HEARTBEAT_SECONDS)
                except TimeoutError:
                    await response.write(b": still here\n\n")
                    continue
                if event is None:
                    break
                line = json.dumps(event, ensure_ascii=False)
                await response.write(f"data: {line}\n\n".encode())
        except ConnectionError:
            pass
    return response
