"""What participants thought of a course, and how they were before it and after."""

from dataclasses import dataclass

from bot.domain.ids import CohortId, ParticipantId
from bot.storage.database import Row
from bot.storage.work import Work

BEFORE, AFTER = "before", "after"


async def rate(work: Work, participant: ParticipantId, score: int, words: str) -> None:
    """The first opinion counts."""
    sealed = work.seal(words, "course_feedback.words", participant) if words else None
    await work.tx.execute(
        "INSERT INTO course_feedback (participant_id, score, words, at) VALUES (?, ?, ?, ?)"
        " ON CONFLICT DO NOTHING",
        participant, score, sealed, work.now,
    )  # fmt: skip


async def rated(work: Work, participant: ParticipantId) -> bool:
    row = await work.tx.row("SELECT 1 FROM course_feedback WHERE participant_id = ?", participant)
    return row is not None


async def screened(work: Work, participant: ParticipantId, phase: str, total: int) -> None:
    """The score of WHO-5 in this phase; the first one counts."""
    await work.tx.execute(
        "INSERT INTO course_screenings (participant_id, phase, total, at) VALUES (?, ?, ?, ?)"
        " ON CONFLICT DO NOTHING",
        participant, phase, work.seal(str(total), f"course_screenings.{phase}", participant),
        work.now,
    )  # fmt: skip


async def phases(work: Work, participant: ParticipantId) -> frozenset[str]:
    """Those in which they have answered."""
    rows = await work.tx.fetch(
        "SELECT phase FROM course_screenings WHERE participant_id = ?", participant
    )
    return frozenset(row["phase"] for row in rows)


@dataclass(frozen=True, slots=True)
class Opinions:
    """Of a whole cohort, and of nobody: scores of the course, words, and pairs of WHO-5 totals
    of those who answered both times."""

    scores: tuple[int, ...]
    words: tuple[str, ...]
    wellbeing: tuple[tuple[int, int], ...]


async def of_cohort(work: Work, cohort_id: CohortId) -> Opinions:
    rows = await work.tx.fetch(
        "SELECT f.participant_id, f.score, f.words FROM course_feedback f"
        " JOIN participants p ON p.id = f.participant_id WHERE p.cohort_id = ? ORDER BY f.at DESC",
        cohort_id,
    )
    words = (work.open(row["words"], "course_feedback.words", row["participant_id"])
             for row in rows)  # fmt: skip
    pairs = await work.tx.fetch(
        "SELECT b.participant_id, b.total AS before, a.total AS after FROM course_screenings b"
        " JOIN course_screenings a ON a.participant_id = b.participant_id AND a.phase = 'after'"
        " JOIN participants p ON p.id = b.participant_id WHERE p.cohort_id = ?"
        " AND b.phase = 'before' ORDER BY b.participant_id",
        cohort_id,
    )
    return Opinions(
        tuple(row["score"] for row in rows),
        tuple(said for said in words if said),
        tuple((_total(work, row, BEFORE), _total(work, row, AFTER)) for row in pairs),
    )


def _total(work: Work, row: Row, phase: str) -> int:
    return int(work.open(row[phase], f"course_screenings.{phase}", row["participant_id"]))
