"""The lessons of a cohort: when they are, moved, canceled, and what is due around them."""

from bot.domain.courses import Lesson, Step, steps
from bot.domain.ids import CohortId, LessonId
from bot.storage import due
from bot.storage.database import Row
from bot.storage.work import Work

_LESSON = "id, cohort_id, state, starts_at, minutes, version, word, before_text, after_text"


def _lesson(work: Work, row: Row) -> Lesson:
    return Lesson(
        LessonId(row["id"]), CohortId(row["cohort_id"]), row["state"] == "planned",
        row["starts_at"], row["minutes"], row["version"],
        work.open(row["word"], "lessons.word", row["id"]), row["before_text"], row["after_text"],
    )  # fmt: skip


async def add(work: Work, lesson: Lesson) -> None:
    """One more lesson, with what there is to read before and after it."""
    await work.tx.execute(
        "INSERT INTO lessons (id, cohort_id, state, starts_at, minutes, before_text, after_text)"
        " VALUES (?, ?, 'planned', ?, ?, ?, ?)",
        lesson.id, lesson.cohort_id, lesson.starts_at, lesson.minutes, lesson.before, lesson.after,
    )  # fmt: skip


async def get(work: Work, number: LessonId) -> Lesson | None:
    row = await work.tx.row("SELECT " + _LESSON + " FROM lessons WHERE id = ?", number)
    return _lesson(work, row) if row else None


async def of_cohort(work: Work, cohort_id: CohortId) -> list[Lesson]:
    """All of a cohort that are not canceled, in their order."""
    rows = await work.tx.fetch(
        "SELECT " + _LESSON + " FROM lessons WHERE cohort_id = ? AND state = 'planned'"
        " ORDER BY starts_at, id",
        cohort_id,
    )
    return [_lesson(work, row) for row in rows]


async def ever_of_cohort(work: Work, cohort_id: CohortId) -> list[Lesson]:
    """The same with those that are canceled."""
    rows = await work.tx.fetch(
        "SELECT " + _LESSON + " FROM lessons WHERE cohort_id = ? ORDER BY starts_at, id", cohort_id
    )
    return [_lesson(work, row) for row in rows]


async def move(work: Work, lesson: Lesson, starts_at: int) -> bool:
    """It is at another time. Of two who move the same date, the second loses: nothing that was
    done before happens again, and only what waits moves along."""
    row = await work.tx.row(
        "UPDATE lessons SET starts_at = ?, version = version + 1 WHERE id = ? AND starts_at = ?"
        " AND state = 'planned' AND starts_at > ? RETURNING " + _LESSON,
        starts_at, lesson.id, lesson.starts_at, work.now,
    )  # fmt: skip
    work.tx.touched = True
    if row is None:
        return False
    await plan(work, _lesson(work, row))
    return True


async def cancel(work: Work, number: LessonId) -> bool:
    """It does not take place. True once."""
    won = await work.tx.changed(
        "UPDATE lessons SET state = 'canceled', version = version + 1 WHERE id = ?"
        " AND state = 'planned' AND starts_at > ? RETURNING id",
        number, work.now,
    )  # fmt: skip
    if won:
        await forget(work, number)
    return won


async def changed(work: Work, cohort_id: CohortId) -> None:
    """Something about those to come is another now: calendars take the new entry."""
    await work.tx.execute(
        "UPDATE lessons SET version = version + 1 WHERE cohort_id = ? AND state = 'planned'"
        " AND starts_at > ?",
        cohort_id, work.now,
    )  # fmt: skip


async def plan(work: Work, lesson: Lesson) -> None:
    """What waits moves with the lesson; what happened stays; what is past is left out."""
    for step, at in steps(lesson.starts_at, lesson.minutes, work.now).items():
        key = f"{step}:{lesson.id}"
        if at is not None and await due.replan(work, key, at):
            continue
        await due.cancel(work, step, lesson.id)
        if at is not None:
            ended = await work.tx.row("SELECT 1 FROM due WHERE key = ?", key)
            # Where the reminder of the old date has gone out, the new date has its own.
            due.plan(work, step, lesson.id, at, f"{key}:{lesson.version}" if ended else key)


async def forget(work: Work, number: LessonId) -> None:
    for step in Step:
        await due.cancel(work, step, number)


async def set_word(work: Work, number: LessonId, word: str) -> None:
    """The word of the day, which those who are there type."""
    await work.tx.execute(
        "UPDATE lessons SET word = ? WHERE id = ?", work.seal(word, "lessons.word", number), number
    )
