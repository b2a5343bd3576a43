"""Whose messages are worked on first after an outage: by the acuity of their author's open case."""

from collections.abc import Collection, Mapping

from bot.domain.triage import Acuity
from bot.storage.database import marks
from bot.storage.work import Work


async def weigh(work: Work, chat_keys: Collection[str]) -> Mapping[str, int]:
    """By chat: 3 for an immediate case down to 1 for a medium one; others are not named."""
    keys = sorted(set(chat_keys))
    if not keys:
        return {}
    rows = await work.tx.fetch(
        "SELECT a.chat_key, min(c.acuity) AS acuity FROM accounts a"
        " JOIN cases c ON c.person_id = a.person_id AND c.status <> 'closed'"
        " WHERE a.chat_key IN (" + marks(len(keys)) + ") GROUP BY a.chat_key",
        *keys,
    )
    found = {row["chat_key"]: int(Acuity.LOW) - int(row["acuity"]) for row in rows}
    return {key: weight for key, weight in found.items() if weight > 0}
