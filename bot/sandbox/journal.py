"""What the bot asked for and what really arrived: the call log and the accounting log."""

import time
from collections import deque
from dataclasses import dataclass

from bot.sandbox.world import Json

KEPT_CALLS = 2_000
KEPT_OF_RESULT = 2_000


@dataclass(slots=True)
class Call:
    """One request of the bot."""

    seq: int
    at: int
    method: str
    params: Json
    ok: bool
    error_code: int | None
    description: str | None
    took_ms: float
    verdict: str | None
    result: str = ""  # as JSON, cut

    def view(self) -> Json:
        chat_id = self.params.get("chat_id")
        return {
            "seq": self.seq, "at": self.at, "method": self.method, "params": self.params,
            "chat_id": chat_id, "ok": self.ok, "error_code": self.error_code,
            "description": self.description, "took_ms": self.took_ms, "verdict": self.verdict,
            "result": self.result or None,
        }  # fmt: skip


@dataclass(slots=True)
class Delivery:
    """A message that a chat really received, with the fault that hid it from the bot."""

    seq: int
    method: str
    chat_id: int
    message_id: int
    text: str | None
    at: int
    fault: str | None
    pid: int | None
    answered_at: float | None = None  # monotonic seconds
    lost_after_ms: float | None = None

    def view(self) -> Json:
        return {
            "seq": self.seq, "method": self.method, "chat_id": self.chat_id,
            "message_id": self.message_id, "text": self.text, "at": self.at,
            "fault": self.fault, "in_flight_pid": self.pid if self.in_flight else None,
            "lost_after_ms": self.lost_after_ms,
        }  # fmt: skip

    @property
    def in_flight(self) -> bool:
        """The connection broke with this as its last request, before or just after the answer:
        the bot may never have learned of it."""
        return self.lost_after_ms is not None and self.lost_after_ms <= 250


class Journal:
    """Bounded log of calls, full log of deliveries; `lean` keeps neither."""

    def __init__(self, *, lean: bool) -> None:
        self.lean = lean
        self.calls: deque[Call] = deque(maxlen=KEPT_CALLS)
        self.problems: list[str] = []
        self.deliveries: list[Delivery] = []
        self.call_seq = 0
        self.method = ""
        self.fault: str | None = None
        self.pid: int | None = None
        self.connection: int = 0
        self._last_on: dict[int, list[Delivery]] = {}

    def begin(self, method: str, fault: str | None, connection: int, pid: int | None) -> None:
        """Names the request on whose behalf messages are delivered until the next `begin`."""
        self.method, self.fault, self.connection, self.pid = method, fault, connection, pid

    def request_arrived(self, connection: int) -> None:
        """A further request proves that the bot has read the answer before it."""
        self._last_on.pop(connection, None)

    def delivered(self, chat_id: int, message_id: int, text: str | None, at: int) -> None:
        if self.lean:
            return
        seq = len(self.deliveries) + 1
        method, fault, pid = self.method, self.fault, self.pid
        delivery = Delivery(seq, method, chat_id, message_id, text, at, fault, pid)
        self.deliveries.append(delivery)
        self._last_on.setdefault(self.connection, []).append(delivery)

    def answered(self, connection: int) -> None:
        for delivery in self._last_on.get(connection, ()):
            delivery.answered_at = time.monotonic()

    def connection_lost(self, connection: int) -> None:
        now = time.monotonic()
        for delivery in self._last_on.pop(connection, ()):
            answered = now if delivery.answered_at is None else delivery.answered_at
            delivery.lost_after_ms = round((now - answered) * 1000, 1)
