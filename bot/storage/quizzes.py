"""What participants chose in the quiz of their course, and how much of it was right."""

from bot.domain.ids import CourseId, ParticipantId
from bot.storage.work import Work


async def answer(work: Work, participant: ParticipantId, question: int, choice: int) -> bool:
    """The first answer to a question counts. False for a later one."""
    return await work.tx.changed(
        "INSERT INTO quiz_answers (participant_id, question, choice) VALUES (?, ?, ?)"
        " ON CONFLICT DO NOTHING RETURNING question",
        participant, question, choice,
    )  # fmt: skip


async def answers(work: Work, participant: ParticipantId) -> dict[int, int]:
    """The choice for each question that was answered."""
    rows = await work.tx.fetch(
        "SELECT question, choice FROM quiz_answers WHERE participant_id = ?", participant
    )
    return {row["question"]: row["choice"] for row in rows}


async def again(work: Work, participant: ParticipantId) -> None:
    """Everything is asked anew."""
    await work.tx.execute("DELETE FROM quiz_answers WHERE participant_id = ?", participant)


async def clear(work: Work, course: CourseId) -> None:
    """A course has no quiz any more; what was answered to it is forgotten."""
    await work.tx.execute("UPDATE courses SET quiz = '[]' WHERE id = ?", course)
    await work.tx.execute(
        "DELETE FROM quiz_answers WHERE participant_id IN (SELECT p.id FROM participants p"
        " JOIN cohorts h ON h.id = p.cohort_id WHERE h.course_id = ?)",
        course,
    )
