"""What stands behind a neutral line: sealed until the person opens it, and only for them."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NewType

from bot.domain.ids import CaseId, OutboxId, PersonId, RelayId
from bot.domain.outgoing import Album, Media, Outgoing
from bot.domain.outgoing_json import from_json, to_json
from bot.storage.database import Row
from bot.storage.outbox import ALBUM_LIMIT, About
from bot.storage.work import Work

VeilId = NewType("VeilId", int)


@dataclass(frozen=True, slots=True)
class Veiled:
    id: VeilId
    outbox_id: OutboxId
    kind: str
    messages: tuple[Outgoing, ...]
    about: About


def _sealed(work: Work, number: int, messages: Sequence[Outgoing]) -> str:
    body = json.dumps([to_json(message) for message in messages], ensure_ascii=False)
    return work.seal(body, "veiled.payload", number)


async def put(work: Work, person_id: PersonId, veil: Veiled) -> None:
    """Keeps what the neutral line in an outbox row stands for."""
    await work.tx.execute(
        "INSERT INTO veiled (id, person_id, outbox_id, kind, payload, case_id, relay_id, at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        veil.id, person_id, veil.outbox_id, veil.kind, _sealed(work, veil.id, veil.messages),
        veil.about.case, veil.about.relay, work.now,
    )  # fmt: skip


_COLUMNS = "id, outbox_id, kind, payload, case_id, relay_id"


def _veiled(work: Work, row: Row) -> Veiled:
    body = work.open(row["payload"], "veiled.payload", row["id"])
    return Veiled(
        VeilId(row["id"]),
        OutboxId(row["outbox_id"]),
        row["kind"],
        tuple(map(from_json, json.loads(body))),
        About(
            CaseId(row["case_id"]) if row["case_id"] is not None else None,
            RelayId(row["relay_id"]) if row["relay_id"] is not None else None,
        ),
    )


async def open_for(work: Work, number: VeilId, person_id: PersonId) -> Veiled | None:
    """What was veiled, once, and for its own reader; its words are not kept here after that."""
    row = await work.tx.row(
        "SELECT " + _COLUMNS + " FROM veiled WHERE id = ? AND person_id = ?"
        " AND payload IS NOT NULL",
        number, person_id,
    )  # fmt: skip
    opened = row is not None and await work.tx.changed(
        "UPDATE veiled SET opened_at = ?, payload = NULL WHERE id = ? AND opened_at IS NULL"
        " RETURNING id",
        work.now, number,
    )  # fmt: skip
    return _veiled(work, row) if row and opened else None


async def behind(work: Work, row: OutboxId) -> Veiled | None:
    """What the line in this outbox row stands for, while nobody has opened it."""
    found = await work.tx.row(
        "SELECT " + _COLUMNS + " FROM veiled WHERE outbox_id = ? AND payload IS NOT NULL", row
    )
    return _veiled(work, found) if found else None


async def rewrite(work: Work, veil: Veiled, messages: Sequence[Outgoing]) -> None:
    """Something else stands behind the line from now on: an edit, or one more picture."""
    await work.tx.execute(
        "UPDATE veiled SET payload = ? WHERE id = ? AND opened_at IS NULL",
        _sealed(work, veil.id, messages), veil.id,
    )  # fmt: skip


async def add_to_album(work: Work, row: OutboxId, item: Media) -> bool:
    """Puts one more picture behind the same line. False where there is no room, or no line."""
    veil = await behind(work, row)
    album = veil.messages[0] if veil else None
    if veil is None or not isinstance(album, Album) or len(album.items) >= ALBUM_LIMIT:
        return False
    await rewrite(work, veil, (replace(album, items=(*album.items, item)), *veil.messages[1:]))
    return True


async def forget(work: Work, before: int) -> None:
    """Retention: what nobody opened for so long."""
    await work.tx.execute("DELETE FROM veiled WHERE at < ?", before)


async def drop(work: Work, veil: Veiled) -> None:
    await work.tx.execute("DELETE FROM veiled WHERE id = ?", veil.id)
