"""Walks that wait: who might be nudged, which are over, and where people stop."""

import json
from dataclasses import dataclass

from bot.conversations.flow import Answers, Session, session_from_json
from bot.domain.ids import PersonId
from bot.storage.database import Row
from bot.storage.work import Work


@dataclass(frozen=True, slots=True)
class Idle:
    """A walk that nobody went on with."""

    person_id: PersonId
    session: Session


async def told(work: Work, person_id: PersonId) -> Answers:
    """What they have answered so far in an assessment that is under way; empty for none."""
    row = await work.tx.row(
        "SELECT person_id, body FROM sessions WHERE person_id = ? AND flow = 'intake'", person_id
    )
    return _idle(work, row).session.answers if row is not None else {}


async def idle(work: Work, before: int, limit: int = 200) -> list[Idle]:
    """Walks of the assessment without a step since then that were not nudged yet."""
    rows = await work.tx.fetch(
        "SELECT person_id, body FROM sessions"
        " WHERE updated_at < ? AND flow = 'intake' AND nudged_at IS NULL"
        " ORDER BY updated_at LIMIT ?",
        before, limit,
    )  # fmt: skip
    return [_idle(work, row) for row in rows]


def _idle(work: Work, row: Row) -> Idle:
    body = json.loads(work.open(row["body"], "sessions.body", row["person_id"]))
    return Idle(PersonId(row["person_id"]), session_from_json(body))


async def resting(work: Work, since: int, until: int, limit: int = 500) -> list[Idle]:
    """Walks of families whose last step lies between these moments; nobody wrote since then."""
    rows = await work.tx.fetch(
        "SELECT w.person_id, w.body FROM sessions w JOIN people p ON p.id = w.person_id"
        " WHERE w.updated_at >= ? AND w.updated_at < ? AND p.seen_at < ?"
        " AND NOT EXISTS (SELECT 1 FROM staff s WHERE s.person_id = p.id AND s.ended_at IS NULL)"
        " ORDER BY w.updated_at LIMIT ?",
        since, until, until, limit,
    )  # fmt: skip
    return [_idle(work, row) for row in rows]


async def nudged(work: Work, person_id: PersonId) -> bool:
    """True for the first who marks it."""
    return await work.tx.changed(
        "UPDATE sessions SET nudged_at = ? WHERE person_id = ? AND nudged_at IS NULL"
        " RETURNING person_id",
        work.now, person_id,
    )  # fmt: skip


async def expire(work: Work, before: int, limit: int = 200) -> int:
    """Ends walks without a step since then, and counts where they stopped. How many they were."""
    rows = await work.tx.fetch(
        "DELETE FROM sessions WHERE person_id IN (SELECT person_id FROM sessions"
        " WHERE updated_at < ? ORDER BY updated_at LIMIT ?) AND updated_at < ?"
        " RETURNING flow, version, question",
        before, limit, before,
    )  # fmt: skip
    work.tx.touched = True
    for row in rows:
        work.tx.later(
            "INSERT INTO unfinished (flow, version, question, walks) VALUES (?, ?, ?, 1)"
            " ON CONFLICT (flow, version, question) DO UPDATE SET walks = unfinished.walks + 1",
            row["flow"], row["version"], row["question"],
        )  # fmt: skip
    return len(rows)
