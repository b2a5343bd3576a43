"""What arrived and is not yet done: committed before the messenger is told that we have it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.domain.ids import InboxId
from bot.domain.people import Platform
from bot.storage.database import marks
from bot.storage.work import Work

ATTEMPTS = 3
"""A row that fails this often is parked, so that everything behind it goes on."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """One raw update. `key` makes a second delivery of the same one harmless."""

    platform: Platform
    key: str
    chat_key: str
    payload: str
    urgent: bool = False


@dataclass(frozen=True, slots=True)
class Waiting:
    """One update to be worked on. `payload` is still sealed."""

    id: InboxId
    platform: Platform
    chat_key: str
    payload: str
    attempts: int
    received_at: int


async def put(
    work: Work, arrivals: Sequence[Arrival], weights: Mapping[str, int] | None = None
) -> None:
    """Keeps the arrivals, each once. An urgent one takes its chat's earlier ones with it.

    `weights`: by chat, how far before others what comes late is worked on (see `weights.py`).
    """
    weights = weights or {}
    for arrival in arrivals:
        number = InboxId(work.ids.next())
        work.tx.later(
            "INSERT INTO inbox (id, platform, update_key, chat_key, urgent, received_at, payload,"
            " weight) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (update_key) DO NOTHING",
            number, arrival.platform.value, arrival.key, arrival.chat_key, int(arrival.urgent),
            work.now, work.seal(arrival.payload, "inbox.payload", number),
            weights.get(arrival.chat_key, 0),
        )  # fmt: skip
    for key in {arrival.chat_key for arrival in arrivals if arrival.urgent}:
        work.tx.later("UPDATE inbox SET urgent = 1 WHERE chat_key = ? AND state = 'new'", key)
    for key, weight in weights.items():
        work.tx.later(
            "UPDATE inbox SET weight = ? WHERE chat_key = ? AND state = 'new' AND weight < ?",
            weight, key, weight,
        )  # fmt: skip
    work.tx.wake("inbox")


_HEADS = (
    "SELECT DISTINCT chat_key FROM (SELECT chat_key FROM inbox WHERE state = 'new'"
    " ORDER BY urgent DESC, weight DESC, id LIMIT ?) AS heads"
)
_TAKEN = (
    "SELECT id, platform, chat_key, payload, attempts, received_at FROM inbox"
    " WHERE state = 'new' AND chat_key IN ("
)
_FIRST = ") ORDER BY urgent DESC, weight DESC, id LIMIT ?"


async def take(work: Work, limit: int, skip: Sequence[str] = ()) -> list[Waiting]:
    """The most urgent rows, in order within a chat, of chats that nobody else works on.

    `skip` names chats to leave alone this time.
    """
    if work.tx.alone and not skip:
        rows = await work.tx.fetch(_TAKEN + _HEADS + _FIRST, limit, limit)
    else:
        heads = await work.tx.fetch(_HEADS, limit)
        chats = await work.tx.lock_chats(
            [row["chat_key"] for row in heads if row["chat_key"] not in skip]
        )
        if not chats:
            return []
        rows = await work.tx.fetch(_TAKEN + marks(len(chats)) + _FIRST, *sorted(chats), limit)
    return [
        Waiting(
            InboxId(row["id"]),
            Platform(row["platform"]),
            row["chat_key"],
            row["payload"],
            row["attempts"],
            row["received_at"],
        )
        for row in rows
    ]


def done(work: Work, row: InboxId) -> None:
    """Finished; its words are not kept."""
    work.tx.later(
        "UPDATE inbox SET state = 'done', payload = NULL, done_at = ? WHERE id = ?", work.now, row
    )


def failed(work: Work, row: Waiting, reason: str) -> bool:
    """Counts a failure. True when the row is parked now, with its words still sealed."""
    parked = row.attempts + 1 >= ATTEMPTS
    work.tx.later(
        "UPDATE inbox SET attempts = attempts + 1, state = ?, reason = ?, done_at = ? WHERE id = ?",
        "poison" if parked else "new", reason, work.now if parked else None, row.id,
    )  # fmt: skip
    return parked


async def forget(work: Work, *, keys_before: int, payloads_before: int) -> None:
    """Retention: payloads of parked rows, and keys so old that they cannot come again."""
    await work.tx.execute(
        "UPDATE inbox SET payload = NULL WHERE received_at < ? AND state = 'poison'"
        " AND payload IS NOT NULL",
        payloads_before,
    )
    await work.tx.execute("DELETE FROM inbox WHERE received_at < ? AND state <> 'new'", keys_before)
