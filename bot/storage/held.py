"""Messages to a family that may not leave now: kept sealed until they may, in order."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NewType

from bot.domain.contact import QUIET
from bot.domain.ids import BroadcastId, CaseId, OutboxId, PersonId, RelayId
from bot.domain.outgoing import Outgoing
from bot.domain.outgoing_json import from_json, to_json
from bot.storage.database import Row, marks
from bot.storage.outbox import NOTHING, About
from bot.storage.work import Work

HeldId = NewType("HeldId", int)


@dataclass(frozen=True, slots=True)
class Held:
    """`due_at` is None where only the person can bring it on its way."""

    id: HeldId
    kind: str
    messages: tuple[Outgoing, ...]
    about: About
    due_at: int | None


async def put(
    work: Work, person_id: PersonId, kind: str, messages: Sequence[Outgoing], due_at: int | None,
    about: About = NOTHING,
) -> HeldId:  # fmt: skip
    number = HeldId(work.ids.next())
    body = json.dumps([to_json(message) for message in messages], ensure_ascii=False)
    await work.tx.execute(
        "INSERT INTO held (id, person_id, kind, payload, due_at, case_id, relay_id, at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        number, person_id, kind, work.seal(body, "held.payload", number), due_at, about.case,
        about.relay, work.now,
    )  # fmt: skip
    return number


async def of_person(work: Work, person_id: PersonId) -> list[Held]:
    """Everything that waits for this person, oldest first."""
    rows = await work.tx.fetch(
        "SELECT id, kind, payload, due_at, case_id, relay_id FROM held WHERE person_id = ?"
        " ORDER BY id",
        person_id,
    )
    return [
        Held(
            HeldId(row["id"]),
            row["kind"],
            tuple(map(from_json, json.loads(work.open(row["payload"], "held.payload", row["id"])))),
            _about(row),
            row["due_at"],
        )
        for row in rows
    ]


async def take(work: Work, number: HeldId) -> bool:
    """Removes one. True for exactly one of many who try."""
    return await work.tx.changed("DELETE FROM held WHERE id = ? RETURNING id", number)


async def drop(work: Work, person_id: PersonId, kind: str) -> None:
    """They want nothing of this kind: neither what is held, nor what was about to leave."""
    await work.tx.execute("DELETE FROM held WHERE person_id = ? AND kind = ?", person_id, kind)
    await work.tx.execute(
        "UPDATE outbox SET state = 'canceled', reason = 'opted_out', ended_at = ?"
        " WHERE state = 'waiting' AND person_id = ? AND kind = ?",
        work.now, person_id, kind,
    )  # fmt: skip


async def wait_until(work: Work, number: HeldId, due_at: int | None) -> None:
    await work.tx.execute("UPDATE held SET due_at = ? WHERE id = ?", due_at, number)


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """An outbox row that waited and does not leave any more."""

    id: OutboxId
    kind: str
    message: Outgoing
    about: About


_WITHDRAW = (
    "UPDATE outbox SET state = 'canceled', reason = 'held', ended_at = ?"
    " WHERE state = 'waiting' AND person_id = ?"
)
_WITHDRAWN = " RETURNING id, kind, payload, case_id, relay_id, broadcast_id"


async def withdraw(work: Work, person_id: PersonId) -> list[Withdrawn]:
    """Takes back what waits in the outbox for a person, except what shows nothing of us."""
    quiet = sorted(QUIET)
    rows = await work.tx.fetch(
        _WITHDRAW + " AND kind NOT IN (" + marks(len(quiet)) + ")" + _WITHDRAWN,
        work.now, person_id, *quiet,
    )  # fmt: skip
    work.tx.touched = True
    return sorted((_withdrawn(work, row) for row in rows), key=lambda row: row.id)


async def withdraw_one(work: Work, person_id: PersonId, row: OutboxId) -> Withdrawn | None:
    """Takes back one row. None when it does not wait any more."""
    found = await work.tx.row(_WITHDRAW + " AND id = ?" + _WITHDRAWN, work.now, person_id, row)
    return _withdrawn(work, found) if found else None


def _withdrawn(work: Work, row: Row) -> Withdrawn:
    body = json.loads(work.open(row["payload"], "outbox.payload", row["id"]))
    about, broadcast = _about(row), row["broadcast_id"]
    if broadcast is not None:
        about = replace(about, broadcast=BroadcastId(broadcast))
    return Withdrawn(OutboxId(row["id"]), row["kind"], from_json(body["message"]), about)


def _about(row: Row) -> About:
    case, relay = row["case_id"], row["relay_id"]
    return About(
        CaseId(case) if case is not None else None, RelayId(relay) if relay is not None else None
    )


async def people_due(work: Work) -> list[PersonId]:
    """Those for whom something may be due now: messages of ours, or of their counselor."""
    rows = await work.tx.fetch(
        "SELECT DISTINCT person_id FROM held WHERE due_at <= ?"
        " UNION SELECT c.person_id FROM relay r JOIN cases c ON c.id = r.case_id"
        " LEFT JOIN contacts k ON k.person_id = c.person_id"
        " WHERE r.state = 'held' AND r.author = 'staff' AND c.person_id IS NOT NULL"
        " AND k.silenced_at IS NULL AND COALESCE(k.writing, '') <> 'wait'",
        work.now,
    )
    return [PersonId(row["person_id"]) for row in rows]


async def forget(work: Work, before: int) -> None:
    """Retention: what could not be delivered for so long has lost its sense."""
    await work.tx.execute("DELETE FROM held WHERE at < ?", before)
