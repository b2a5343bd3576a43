"""Messages between a family and its counselor, and the map by which replies find their way.

Routes come from here alone: never from anything a person can write.
"""

import json
from dataclasses import dataclass

from bot.domain.ids import CaseId, OutboxId, PersonId, RelayId
from bot.domain.outgoing import Outgoing
from bot.domain.outgoing_json import from_json, to_json
from bot.storage.database import Row
from bot.storage.work import Work


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a message was written, and by whom."""

    author: str
    author_id: PersonId
    chat_key: str
    message_id: int
    album: str | None = None


@dataclass(frozen=True, slots=True)
class Relayed:
    """One message of a case. `state`: held, asking, passed or dropped."""

    id: RelayId
    case_id: CaseId
    number: int
    origin: Origin
    state: str
    message: Outgoing | None
    outbox_id: OutboxId | None
    at: int


_COLUMNS = (
    "id, case_id, number, author, author_id, chat_key, message_id, album, state, body,"
    " outbox_id, at"
)


def _relayed(work: Work, row: Row) -> Relayed:
    body = work.open(row["body"], "relay.body", row["id"])
    return Relayed(
        RelayId(row["id"]),
        CaseId(row["case_id"]),
        row["number"],
        Origin(
            row["author"],
            PersonId(row["author_id"]),
            row["chat_key"],
            row["message_id"],
            row["album"],
        ),
        row["state"],
        from_json(json.loads(body)) if body else None,
        OutboxId(row["outbox_id"]) if row["outbox_id"] is not None else None,
        row["at"],
    )


def _body(work: Work, relay_id: RelayId, message: Outgoing) -> str:
    return work.seal(json.dumps(to_json(message), ensure_ascii=False), "relay.body", relay_id)


async def add(
    work: Work, case_id: CaseId, origin: Origin, message: Outgoing, state: str
) -> Relayed | None:
    """Keeps a message of a case. None when this very message is kept already."""
    known = await work.tx.row(
        "SELECT id FROM relay WHERE chat_key = ? AND message_id = ?",
        origin.chat_key, origin.message_id,
    )  # fmt: skip
    if known:
        return None
    counted = await work.tx.row(
        "UPDATE cases SET messages = messages + 1 WHERE id = ? RETURNING messages", case_id
    )
    number = int(counted["messages"]) if counted else 1
    relay_id = RelayId(work.ids.next())
    await work.tx.execute(
        "INSERT INTO relay (id, case_id, number, author, author_id, chat_key, message_id, state,"
        " album, body, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        relay_id, case_id, number, origin.author, origin.author_id, origin.chat_key,
        origin.message_id, state, origin.album, _body(work, relay_id, message), work.now,
    )  # fmt: skip
    return Relayed(relay_id, case_id, number, origin, state, message, None, work.now)


async def get(work: Work, relay_id: RelayId) -> Relayed | None:
    row = await work.tx.row("SELECT " + _COLUMNS + " FROM relay WHERE id = ?", relay_id)
    return _relayed(work, row) if row else None


async def written_as(work: Work, chat_key: str, message_id: int) -> Relayed | None:
    """The message that was written under this id in this chat."""
    row = await work.tx.row(
        "SELECT " + _COLUMNS + " FROM relay WHERE chat_key = ? AND message_id = ?",
        chat_key, message_id,
    )  # fmt: skip
    return _relayed(work, row) if row else None


async def held(work: Work, case_id: CaseId) -> list[Relayed]:
    """What a family wrote before anybody had its case, oldest first."""
    rows = await work.tx.fetch(
        "SELECT " + _COLUMNS + " FROM relay WHERE case_id = ? AND state = 'held' ORDER BY id",
        case_id,
    )
    return [_relayed(work, row) for row in rows]


async def held_for(work: Work, person_id: PersonId) -> list[Relayed]:
    """What counselors wrote to a family that could not be written to then, oldest first."""
    rows = await work.tx.fetch(
        "SELECT " + _COLUMNS + " FROM relay WHERE state = 'held' AND author = 'staff'"
        " AND case_id IN (SELECT id FROM cases WHERE person_id = ?) ORDER BY id",
        person_id,
    )
    return [_relayed(work, row) for row in rows]


async def take_back(work: Work, outbox_id: OutboxId, relay_id: RelayId) -> None:
    """Nothing of this row has left: its messages wait again, whole albums included."""
    await work.tx.execute(
        "UPDATE relay SET state = 'held' WHERE (outbox_id = ? OR id = ?) AND state = 'passed'"
        " AND author = 'staff'",
        outbox_id, relay_id,
    )  # fmt: skip


async def move(work: Work, relay_id: RelayId, before: str, after: str) -> bool:
    """Changes a message's state. True for exactly one of many who try."""
    return await work.tx.changed(
        "UPDATE relay SET state = ? WHERE id = ? AND state = ? RETURNING id",
        after, relay_id, before,
    )  # fmt: skip


async def assign(work: Work, relay_id: RelayId, case_id: CaseId) -> None:
    """Gives a message, that was asked about, to the case its author chose."""
    row = await work.tx.row("SELECT case_id FROM relay WHERE id = ?", relay_id)
    if row is None or row["case_id"] == case_id:
        return
    counted = await work.tx.row(
        "UPDATE cases SET messages = messages + 1 WHERE id = ? RETURNING messages", case_id
    )
    await work.tx.execute(
        "UPDATE relay SET case_id = ?, number = ? WHERE id = ?",
        case_id, int(counted["messages"]) if counted else 1, relay_id,
    )  # fmt: skip


async def sent_in(work: Work, relay_id: RelayId, outbox_id: OutboxId) -> None:
    await work.tx.execute("UPDATE relay SET outbox_id = ? WHERE id = ?", outbox_id, relay_id)


async def of_outbox(work: Work, outbox_id: OutboxId) -> list[RelayId]:
    """The messages that one outbox row carries, in order: several in an album."""
    rows = await work.tx.fetch("SELECT id FROM relay WHERE outbox_id = ? ORDER BY id", outbox_id)
    return [RelayId(row["id"]) for row in rows]


async def waiting_album(work: Work, origin: Origin) -> OutboxId | None:
    """The outbox row that still gathers this album."""
    if origin.album is None:
        return None
    row = await work.tx.row(
        "SELECT o.id FROM relay r JOIN outbox o ON o.id = r.outbox_id"
        " WHERE r.chat_key = ? AND r.album = ? AND o.state = 'waiting' AND o.attempts = 0"
        " ORDER BY o.id DESC LIMIT 1",
        origin.chat_key, origin.album,
    )  # fmt: skip
    return OutboxId(row["id"]) if row else None


async def row_of_album(work: Work, origin: Origin) -> OutboxId | None:
    """The outbox row that carries the earlier pictures of this album."""
    row = await work.tx.row(
        "SELECT outbox_id FROM relay WHERE chat_key = ? AND album = ? AND outbox_id IS NOT NULL"
        " ORDER BY id DESC LIMIT 1",
        origin.chat_key, origin.album,
    )  # fmt: skip
    return OutboxId(row["outbox_id"]) if row else None


async def rewrite(work: Work, relayed: Relayed, message: Outgoing) -> None:
    """A new version after an edit; the earlier one stays, sealed, until retention."""
    if relayed.message is not None:
        version = work.ids.next()
        before = json.dumps(to_json(relayed.message), ensure_ascii=False)
        await work.tx.execute(
            "INSERT INTO relay_versions (id, relay_id, body, at) VALUES (?, ?, ?, ?)",
            version, relayed.id, work.seal(before, "relay_versions.body", version), work.now,
        )  # fmt: skip
    await work.tx.execute(
        "UPDATE relay SET body = ?, edited_at = ? WHERE id = ?",
        _body(work, relayed.id, message), work.now, relayed.id,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Copy:
    """A message we made in a chat: what it is about."""

    message_id: int
    case_id: CaseId | None
    relay_id: RelayId | None


def _copy(row: Row) -> Copy:
    return Copy(
        row["message_id"],
        CaseId(row["case_id"]) if row["case_id"] is not None else None,
        RelayId(row["relay_id"]) if row["relay_id"] is not None else None,
    )


async def copy_at(work: Work, chat_key: str, message_id: int) -> Copy | None:
    """What the message with this id in this chat is about, if it is one of ours."""
    row = await work.tx.row(
        "SELECT message_id, case_id, relay_id FROM copies WHERE chat_key = ? AND message_id = ?",
        chat_key, message_id,
    )  # fmt: skip
    return _copy(row) if row else None


async def copy_in(work: Work, relay_id: RelayId, chat_key: str) -> Copy | None:
    """Where this chat sees this message, once it has arrived there."""
    row = await work.tx.row(
        "SELECT message_id, case_id, relay_id FROM copies WHERE relay_id = ? AND chat_key = ?"
        " ORDER BY message_id DESC LIMIT 1",
        relay_id, chat_key,
    )  # fmt: skip
    return _copy(row) if row else None


async def goes_to(work: Work, relayed: Relayed, chat_key: str) -> bool:
    """Whether this message was sent on its way to this chat."""
    row = await work.tx.row(
        "SELECT 1 AS found FROM outbox WHERE id = ? AND chat_key = ?", relayed.outbox_id, chat_key
    )
    return row is not None


_LAST = 2**63 - 1
"""Above every id."""


async def transcript(
    work: Work, case_id: CaseId, limit: int, before: RelayId | None = None
) -> list[Relayed]:
    """The last messages of a case that were passed on, or the last before one, oldest first."""
    rows = await work.tx.fetch(
        "SELECT " + _COLUMNS + " FROM relay WHERE case_id = ? AND state = 'passed'"
        " AND id < ? ORDER BY id DESC LIMIT ?",
        case_id, before if before is not None else _LAST, limit,
    )  # fmt: skip
    return [_relayed(work, row) for row in reversed(rows)]
