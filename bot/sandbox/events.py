"""Who watches the sandbox: each listener gets every event from the moment it subscribed."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager

from bot.sandbox.world import Json


class Hub:
    """Fans events out. Callers ask `listening` first, so that nobody costs nothing."""

    def __init__(self) -> None:
        self._queues: set[asyncio.Queue[Json | None]] = set()

    @property
    def listening(self) -> bool:
        return bool(self._queues)

    def emit(self, event: Json) -> None:
        for queue in self._queues:
            queue.put_nowait(event)

    def close(self) -> None:
        """Tells every listener that there is no more; they get None."""
        for queue in self._queues:
            queue.put_nowait(None)

    @contextmanager
    def subscribed(self) -> Iterator[asyncio.Queue[Json | None]]:
        queue: asyncio.Queue[Json | None] = asyncio.Queue()
        self._queues.add(queue)
        try:
            yield queue
        finally:
            self._queues.discard(queue)
