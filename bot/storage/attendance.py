"""Who was at which lesson, and who said before that they cannot come."""

from bot.domain.courses import Presence
from bot.domain.ids import CohortId, LessonId, ParticipantId
from bot.storage.work import Work

WORD, FACILITATOR, OWN = "word", "facilitator", "own"
"""How we know it: the word of the day, the facilitator's list, or their own message."""


async def mark(
    work: Work, lesson: LessonId, participant: ParticipantId, state: Presence, way: str
) -> None:
    """What counts is what was said last."""
    await work.tx.execute(
        "INSERT INTO attendance (lesson_id, participant_id, state, way, at) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (lesson_id, participant_id) DO UPDATE SET state = excluded.state,"
        " way = excluded.way, at = excluded.at",
        lesson, participant, state.value, way, work.now,
    )  # fmt: skip


async def excuse(work: Work, lesson: LessonId, participant: ParticipantId) -> bool:
    """They cannot come. False where it is known already whether they were there."""
    return await work.tx.changed(
        "INSERT INTO attendance (lesson_id, participant_id, state, way, at)"
        " VALUES (?, ?, 'excused', 'own', ?) ON CONFLICT (lesson_id, participant_id)"
        " DO UPDATE SET at = excluded.at WHERE attendance.state = 'excused' RETURNING lesson_id",
        lesson, participant, work.now,
    )  # fmt: skip


async def come_after_all(work: Work, lesson: LessonId, participant: ParticipantId) -> None:
    await work.tx.execute(
        "DELETE FROM attendance WHERE lesson_id = ? AND participant_id = ? AND state = 'excused'",
        lesson, participant,
    )  # fmt: skip


async def of_lesson(work: Work, lesson: LessonId) -> dict[ParticipantId, Presence]:
    rows = await work.tx.fetch(
        "SELECT participant_id, state FROM attendance WHERE lesson_id = ?", lesson
    )
    return {ParticipantId(row["participant_id"]): Presence(row["state"]) for row in rows}


async def of_participant(work: Work, participant: ParticipantId) -> dict[LessonId, Presence]:
    rows = await work.tx.fetch(
        "SELECT lesson_id, state FROM attendance WHERE participant_id = ?", participant
    )
    return {LessonId(row["lesson_id"]): Presence(row["state"]) for row in rows}


async def of_cohort(work: Work, cohort: CohortId) -> dict[ParticipantId, dict[LessonId, Presence]]:
    """Of everybody in a cohort, lesson by lesson."""
    rows = await work.tx.fetch(
        "SELECT a.participant_id, a.lesson_id, a.state FROM attendance a JOIN lessons l"
        " ON l.id = a.lesson_id WHERE l.cohort_id = ?",
        cohort,
    )
    found: dict[ParticipantId, dict[LessonId, Presence]] = {}
    for row in rows:
        known = found.setdefault(ParticipantId(row["participant_id"]), {})
        known[LessonId(row["lesson_id"])] = Presence(row["state"])
    return found


async def fill_in_absent(work: Work, lesson: LessonId, cohort: CohortId) -> None:
    """Of whoever has a seat and said nothing, it is noted that they were not there."""
    await work.tx.execute(
        "INSERT INTO attendance (lesson_id, participant_id, state, way, at)"
        " SELECT CAST(? AS BIGINT), p.id, 'absent', 'facilitator', CAST(? AS BIGINT)"
        " FROM participants p JOIN bookings b ON b.id = p.booking_id WHERE p.cohort_id = ?"
        " AND p.left_at IS NULL AND b.state = 'enrolled' ON CONFLICT DO NOTHING",
        lesson, work.now, cohort,
    )  # fmt: skip
