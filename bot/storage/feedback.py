"""What a family thought of a talk: asked once after closing."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.domain.ids import CaseId
from bot.storage.work import Work


async def save(work: Work, case_id: CaseId, score: int | None, words: str | None) -> None:
    """The answer; nothing of both where the family would rather not say."""
    await work.tx.execute(
        "INSERT INTO feedback (case_id, score, words, at) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (case_id) DO NOTHING",
        case_id, score, work.seal(words, "feedback.words", case_id) if words else None, work.now,
    )  # fmt: skip


async def answered(work: Work, case_id: CaseId) -> bool:
    """Whether the family of this case has been asked and has replied."""
    return await work.tx.row("SELECT 1 FROM feedback WHERE case_id = ?", case_id) is not None


async def scores(work: Work, since: int) -> Mapping[int, int]:
    """How often each score was given since then."""
    rows = await work.tx.fetch(
        "SELECT score, count(*) AS n FROM feedback WHERE at >= ? AND score IS NOT NULL"
        " GROUP BY score",
        since,
    )
    return {int(row["score"]): int(row["n"]) for row in rows}


@dataclass(frozen=True, slots=True)
class Opinion:
    """Words of a family, and their score where they gave one. Of which case is not said."""

    score: int | None
    words: str
    at: int


async def comments(work: Work, limit: int) -> list[Opinion]:
    """The last words, newest first."""
    rows = await work.tx.fetch(
        "SELECT case_id, score, words, at FROM feedback WHERE words IS NOT NULL"
        " ORDER BY at DESC LIMIT ?",
        limit,
    )
    return [
        Opinion(row["score"], work.open(row["words"], "feedback.words", row["case_id"]), row["at"])
        for row in rows
    ]
