"""A message that its messenger does not take goes to the other account of its reader: the one row
moves, so that there are never two."""

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.donation import Checkout, Inquiry, Invoice, Review
from bot.domain.ids import OutboxId, PersonId
from bot.domain.outgoing import Album, Answer, Commands, Media, Outgoing, Text, changes
from bot.domain.outgoing_json import from_json, to_json
from bot.domain.people import Account, Platform
from bot.notation import read, written
from bot.storage.accounts import away_mark
from bot.storage.database import Database, Row
from bot.storage.work import Work


def movable(message: Outgoing) -> bool:
    """Whether it means the same in another chat: not what changes or answers something in one."""
    bound = Answer | Commands | Invoice | Checkout | Inquiry | Review
    return not (changes(message) or isinstance(message, bound))


def _without_place(message: Outgoing) -> Outgoing:
    """The numbers of messages belong to a chat."""
    if isinstance(message, Text | Media | Album):
        return replace(message, reply_to=None)
    return message


async def redirect(
    work: Work, row: OutboxId, chat_key: str, to: Account, *, repeat: bool = False
) -> bool:
    """The row waits for this account from now on. False where it has left, or went elsewhere.

    `repeat`: what was tried before may have arrived, so that the next copy says that it may be
    one.
    """
    found = await work.tx.row(
        "SELECT payload FROM outbox WHERE id = ? AND chat_key = ?"
        " AND state IN ('waiting', 'sending')",
        row, chat_key,
    )  # fmt: skip
    if found is None or found["payload"] is None:
        return False
    body = read(work.open(found["payload"], "outbox.payload", row))
    message = from_json(body["message"])
    if not movable(message):
        return False
    body = {"to": to.chat_id, "message": to_json(_without_place(message))}
    work.tx.wake("outbox")
    return await work.tx.changed(
        "UPDATE outbox SET platform = ?, chat_key = ?, payload = ?, due_at = ?, state = 'waiting',"
        " attempts = attempts + 1, repeat = CASE WHEN repeat = 1 THEN 1 ELSE ? END"
        " WHERE id = ? AND chat_key = ? AND state IN ('waiting', 'sending') RETURNING id",
        to.platform.value, to.chat_key, work.seal(written(body), "outbox.payload", row), work.now,
        int(repeat), row, chat_key,
    )  # fmt: skip


async def leave(work: Work, person_id: PersonId, chat_key: str, to: Account) -> None:
    """Nothing that waits for this person goes to this chat any more."""
    rows = await work.tx.fetch(
        "SELECT id FROM outbox WHERE chat_key = ? AND person_id = ? AND state = 'waiting'"
        " ORDER BY id",
        chat_key, person_id,
    )  # fmt: skip
    for row in rows:
        await redirect(work, OutboxId(row["id"]), chat_key, to)
    await work.tx.execute(
        "UPDATE outbox SET state = 'canceled', ended_at = ?, reason = 'unlinked'"
        " WHERE chat_key = ? AND person_id = ? AND state = 'waiting'",
        work.now, chat_key, person_id,
    )  # fmt: skip


async def divertible(database: Database, platform: Platform, now: int, limit: int) -> Sequence[Row]:
    """The first waiting row of each chat, still sealed, whose reader allows another way, while
    this messenger is in an outage."""
    return await database.read(
        "SELECT o.*, NULL AS target FROM outbox o"
        " JOIN people p ON p.id = o.person_id AND p.linked = 1 AND p.fallback = 1"
        " WHERE o.state = 'waiting' AND o.platform = ? AND o.due_at <= ?"
        " AND EXISTS (SELECT 1 FROM meta WHERE name = ?)"
        " AND o.id = (SELECT e.id FROM outbox e WHERE e.state = 'waiting'"
        " AND e.chat_key = o.chat_key ORDER BY e.lane, e.id LIMIT 1)"
        " ORDER BY o.lane, o.id LIMIT ?",
        platform.value, now, away_mark(platform), limit,
    )  # fmt: skip


async def hurry(work: Work, platform: str) -> None:
    """What waits for somebody who may be reached elsewhere is tried now, and finds its way."""
    await work.tx.execute(
        "UPDATE outbox SET due_at = ? WHERE state = 'waiting' AND platform = ? AND due_at > ?"
        " AND person_id IN (SELECT id FROM people WHERE linked = 1 AND fallback = 1)",
        work.now, platform, work.now,
    )  # fmt: skip
    work.tx.wake("outbox")
