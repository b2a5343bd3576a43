"""What we forget by ourselves, and when."""

from bot.handlers.desk import Desk
from bot.storage import (
    canned,
    courses,
    due,
    held,
    inbox,
    linking,
    materials,
    outbox,
    traces,
    veiled,
    welfare,
)

HOUR = 3600 * 1000
SENT_WORDS = 48 * HOUR
"""Words of what was sent stay readable this long in the outbox (safeguarding, privacy controls)."""
PARKED_WORDS = 7 * 24 * HOUR
UNSEEN = 30 * 24 * HOUR
"""What waits for a family that does not come is kept this long."""
KEYS = 30 * 24 * HOUR
"""Update ids may start anew after a week, so keys are kept well beyond (fault table, row 22)."""


async def forget(desk: Desk) -> None:
    now = desk.work.now
    await outbox.forget(desk.work, now - SENT_WORDS)
    await traces.forget(desk.work)
    await canned.forget(desk.work, now - SENT_WORDS)
    await veiled.forget(desk.work, now - UNSEEN)
    await held.forget(desk.work, now - UNSEEN)
    await inbox.forget(desk.work, keys_before=now - KEYS, payloads_before=now - PARKED_WORDS)
    await welfare.forget(desk.work, now - KEYS)
    await due.forget(desk.work, now - KEYS)
    await linking.forget(desk.work, now - HOUR)
    await materials.forget(desk.work, now - SENT_WORDS)
    await courses.end_past(desk.work)
