"""Walks that wait: who might be nudged, which are over, and where people stop."""

import json
from dataclasses import dataclass

from bot.conversations.flow import Session, session_from_json
from bot.domain.ids import PersonId
from bot.storage.work import Work


@dataclass(frozen=True, slots=True)
class Idle:
    """A walk that nobody went on with."""

    person_id: PersonId
    session: Session


async def idle(work: Work, before: int, limit: int = 200) -> list[Idle]:
    """Walks of the assessment without a step since then that were not nudged yet."""
    rows = await work.tx.fetch(
        "SELECT person_id, body FROM sessions"
        " WHERE updated_at < ? AND flow = 'intake' AND nudged_at IS NULL"
        " ORDER BY updated_at LIMIT ?",
        before, limit,
    )  # fmt: skip
    return [
        Idle(
            PersonId(row["person_id"]),
            session_from_json(
                json.loads(work.open(row["body"], "sessions.body", row["person_id"]))
            ),
        )
        for row in rows
    ]


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
