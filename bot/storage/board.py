"""The queue as it is shown: on cards, in the group's digest, and to those who wait."""

from dataclasses import dataclass

from bot.domain.ids import CaseId, OutboxId, PersonId
from bot.domain.triage import Acuity
from bot.storage.work import Work

SCANNED = 500
"""Cases from the head of the queue that one look takes in."""
BEHIND = 10
"""Messages that wait for a group, from which on what may be left out is left out."""


async def waiting(work: Work) -> dict[Acuity, tuple[int, int]]:
    """How many wait by acuity, and since when the longest of them (epoch ms)."""
    rows = await work.tx.fetch(
        "SELECT acuity, count(*) AS n, min(opened_at) AS since FROM cases"
        " WHERE status = 'waiting' GROUP BY acuity"
    )
    return {Acuity(row["acuity"]): (int(row["n"]), row["since"]) for row in rows}


async def row_of_digest(work: Work, row: OutboxId) -> str | None:
    """What has become of the row that made the group's message; None where there is none."""
    found = await work.tx.row("SELECT state FROM outbox WHERE id = ?", row)
    return found["state"] if found else None


async def group_is_behind(work: Work, chat_key: str) -> bool:
    """Whether much waits for this group already."""
    rows = await work.tx.fetch(
        "SELECT 1 FROM outbox WHERE chat_key = ? AND state = 'waiting' LIMIT ?", chat_key, BEHIND
    )
    return len(rows) >= BEHIND


@dataclass(frozen=True, slots=True)
class InLine:
    """A waiting case, as it was shown and told. `ahead`: how many wait before it now."""

    id: CaseId
    person_id: PersonId | None
    opened_at: int
    ahead: int
    shown_wait: int
    told_ahead: int | None
    told_at: int | None


async def line(work: Work) -> list[InLine]:
    """The head of the queue in order."""
    rows = await work.tx.fetch(
        "SELECT id, person_id, opened_at, shown_wait, told_ahead, told_at FROM cases"
        " WHERE status = 'waiting' ORDER BY acuity, opened_at / 60000, -underserved, id LIMIT ?",
        SCANNED,
    )
    return [
        InLine(
            CaseId(row["id"]),
            PersonId(row["person_id"]) if row["person_id"] is not None else None,
            row["opened_at"],
            ahead,
            row["shown_wait"],
            row["told_ahead"],
            row["told_at"],
        )
        for ahead, row in enumerate(rows)
    ]


async def shown(work: Work, case_id: CaseId, minutes: int) -> bool:
    """The card says from now on how long it waits; False when it has said so before."""
    return await work.tx.changed(
        "UPDATE cases SET shown_wait = ? WHERE id = ? AND status = 'waiting' AND shown_wait < ?"
        " RETURNING id",
        minutes, case_id, minutes,
    )  # fmt: skip


async def told(work: Work, case_id: CaseId, ahead: int) -> None:
    """The family knows its place."""
    await work.tx.execute(
        "UPDATE cases SET told_ahead = ?, told_at = ? WHERE id = ? AND status = 'waiting'",
        ahead, work.now, case_id,
    )  # fmt: skip


async def told_better(work: Work, one: InLine) -> bool:
    """The same, if nobody has told it a place since we looked."""
    return await work.tx.changed(
        "UPDATE cases SET told_ahead = ?, told_at = ?"
        " WHERE id = ? AND status = 'waiting' AND told_at = ? RETURNING id",
        one.ahead, work.now, one.id, one.told_at,
    )  # fmt: skip


async def told_opening(work: Work, case_id: CaseId, opens: int) -> bool:
    """The family knows when somebody is there; False when it knew that before."""
    return await work.tx.changed(
        "UPDATE cases SET told_opening = ?"
        " WHERE id = ? AND (told_opening IS NULL OR told_opening <> ?) RETURNING id",
        opens, case_id, opens,
    )  # fmt: skip
