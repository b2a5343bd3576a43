"""What is to be done at a later time: one row for each occurrence, done once or not at all.

A row ends in the transaction that does its work, so that a kill leaves both or neither.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.domain.ids import DueId
from bot.storage.database import Database
from bot.storage.work import Work

TRIES = 5
"""An occurrence that fails this often is failed for good."""
_RESTS = (5_000, 15_000, 60_000, 300_000)
"""Milliseconds to rest after the first failure, the second, and so on."""


@dataclass(frozen=True, slots=True)
class Due:
    """One occurrence. `subject` is the id of what it is about, `run_at` epoch milliseconds."""

    id: DueId
    kind: str
    subject: int
    run_at: int
    key: str
    body: Mapping[str, Any]


def plan(
    work: Work,
    kind: str,
    subject: int,
    run_at: int,
    key: str,
    body: Mapping[str, Any] | None = None,
) -> None:
    """Plans one occurrence. Nothing happens where `key` was planned before, done or not."""
    number = DueId(work.ids.next())
    sealed = None
    if body:
        text = json.dumps(body, ensure_ascii=False, separators=(",", ":"))
        sealed = work.seal(text, "due.body", number)
    work.tx.later(
        "INSERT INTO due (id, kind, subject, key, body, run_at) VALUES (?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (key) DO NOTHING",
        number, kind, subject, key, sealed, run_at,
    )  # fmt: skip


async def replan(work: Work, key: str, run_at: int) -> bool:
    """Moves an occurrence. False when it does not wait any more: what happened stays."""
    return await work.tx.changed(
        "UPDATE due SET run_at = ?, lease_until = NULL, attempts = 0"
        " WHERE key = ? AND state = 'waiting' RETURNING id",
        run_at, key,
    )  # fmt: skip


async def cancel(work: Work, kind: str, subject: int) -> None:
    """What waits of this kind about this subject will not happen; it may be planned anew."""
    await work.tx.execute(
        "DELETE FROM due WHERE subject = ? AND kind = ? AND state = 'waiting'", subject, kind
    )


async def ready(database: Database, now: int, limit: int) -> list[DueId]:
    """What is to be done now, the longest overdue first."""
    rows = await database.read(
        "SELECT id FROM due WHERE state = 'waiting' AND run_at <= ?"
        " AND (lease_until IS NULL OR lease_until <= ?) ORDER BY run_at LIMIT ?",
        now, now, limit,
    )  # fmt: skip
    return [DueId(row["id"]) for row in rows]


async def take(work: Work, number: DueId) -> Due | None:
    """Ends the occurrence as done, for the one who does it in this transaction.

    None when it was done, moved or canceled in the meantime.
    """
    row = await work.tx.row(
        "UPDATE due SET state = 'done', ended_at = ? WHERE id = ? AND state = 'waiting'"
        " AND run_at <= ? AND (lease_until IS NULL OR lease_until <= ?)"
        " RETURNING id, kind, subject, key, body, run_at",
        work.now, number, work.now, work.now,
    )  # fmt: skip
    if row is None:
        return None
    body = work.open(row["body"], "due.body", row["id"])
    return Due(
        DueId(row["id"]), row["kind"], row["subject"], row["run_at"], row["key"],
        json.loads(body) if body else {},
    )  # fmt: skip


def skip(work: Work, due: Due, reason: str = "late") -> None:
    """It comes too late, or is of no use any more: taken, but not done, and counted as such."""
    work.tx.later("UPDATE due SET state = 'skipped', reason = ? WHERE id = ?", reason, due.id)


def put_back(work: Work, due: Due, run_at: int) -> None:
    """Taken, but it may not be done now: the same occurrence waits for another moment."""
    work.tx.later(
        "UPDATE due SET state = 'waiting', run_at = ?, ended_at = NULL, lease_until = NULL,"
        " attempts = 0 WHERE id = ?",
        run_at, due.id,
    )  # fmt: skip


async def waiting(work: Work, kind: str, subject: int) -> int | None:
    """When the next occurrence of this kind about this subject is."""
    row = await work.tx.row(
        "SELECT min(run_at) AS at FROM due WHERE subject = ? AND kind = ? AND state = 'waiting'",
        subject, kind,
    )  # fmt: skip
    return row["at"] if row else None


async def failed(work: Work, number: DueId) -> str | None:
    """Counts a try that failed, and lets the row rest. Its kind, when that was the last try."""
    row = await work.tx.row(
        "UPDATE due SET attempts = attempts + 1 WHERE id = ? AND state = 'waiting'"
        " RETURNING kind, attempts",
        number,
    )
    if row is None:
        return None
    if row["attempts"] < TRIES:
        rests = work.now + _RESTS[row["attempts"] - 1]
        await work.tx.execute("UPDATE due SET lease_until = ? WHERE id = ?", rests, number)
        return None
    await work.tx.execute(
        "UPDATE due SET state = 'failed', ended_at = ? WHERE id = ?", work.now, number
    )
    kind: str = row["kind"]
    return kind


async def forget(work: Work, ended_before: int) -> None:
    """Retention: what has ended; from then on its key may be planned again."""
    await work.tx.execute("DELETE FROM due WHERE state <> 'waiting' AND ended_at < ?", ended_before)
