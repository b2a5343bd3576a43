"""Questionnaires that were answered again, beside the case, and when that was offered."""

from dataclasses import dataclass

from bot.domain.ids import CaseId, ScreeningId
from bot.domain.screeners import SCREENERS, Score, of_total
from bot.storage.work import Work


@dataclass(frozen=True, slots=True)
class Taken:
    """One score, and when (epoch ms) it was taken."""

    score: Score
    at: int


async def add(work: Work, case_id: CaseId, score: Score) -> None:
    number = ScreeningId(work.ids.next())
    await work.tx.execute(
        "INSERT INTO screenings (id, case_id, screener, version, total, at)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        number, case_id, score.screener, score.version,
        work.seal(str(score.total), "screenings.total", number), work.now,
    )  # fmt: skip


async def of_case(work: Work, case_id: CaseId) -> list[Taken]:
    """Those of a questionnaire that we still have in this version, oldest first."""
    rows = await work.tx.fetch(
        "SELECT id, screener, version, total, at FROM screenings WHERE case_id = ? ORDER BY id",
        case_id,
    )
    found = []
    for row in rows:
        screener = SCREENERS.get(row["screener"])
        total = work.open(row["total"], "screenings.total", row["id"])
        if screener is not None and screener.version == row["version"] and total:
            found.append(Taken(of_total(screener, int(total)), row["at"]))
    return found


async def offer(work: Work, case_id: CaseId, not_since: int) -> bool:
    """Notes that it is offered now. False where it was, since then."""
    return await work.tx.changed(
        "INSERT INTO screening_offers (case_id, at) VALUES (?, ?) ON CONFLICT (case_id)"
        " DO UPDATE SET at = excluded.at WHERE screening_offers.at <= ? RETURNING case_id",
        case_id, work.now, not_since,
    )  # fmt: skip
