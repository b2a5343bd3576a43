"""What the limits say about a row that wants to leave."""

from bot.domain.delivery import KINDS
from bot.messengers.limits import Limits
from bot.storage import chats
from bot.storage.database import Row

UNPACED = ("press_answer", "commands", "erase", "checkout", "inquiry", "review")
"""Kinds of calls that the messenger does not count as messages."""


def wait(limits: Limits, row: Row, now: float) -> float:
    """Seconds that this row is asked to wait."""
    if row["kind"] in UNPACED:
        return 0.0
    key, lane, count = row["chat_key"], KINDS[row["kind"]].lane, row["messages"]
    return limits.wait(key, lane, now, group=key.startswith(chats.GROUP), count=count)


def rest(limits: Limits, row: Row, now: float) -> float:
    """Seconds for which the chat of this row gets nothing of any lane."""
    key = row["chat_key"]
    return limits.rest(key, now, group=key.startswith(chats.GROUP))


def spend(limits: Limits, row: Row, now: float) -> None:
    """The row leaves now."""
    if row["kind"] not in UNPACED:
        key = row["chat_key"]
        limits.spend(key, now, group=key.startswith(chats.GROUP), count=row["messages"])
