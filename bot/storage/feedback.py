"""What a family thought of a talk: asked once after closing."""

from bot.domain.ids import CaseId
from bot.storage.work import Work


async def save(work: Work, case_id: CaseId, score: int | None, words: str | None) -> None:
    await work.tx.execute(
        "INSERT INTO feedback (case_id, score, words, at) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (case_id) DO NOTHING",
        case_id, score, work.seal(words, "feedback.words", case_id) if words else None, work.now,
    )  # fmt: skip
