"""The catalogue: courses, their cohorts, and the lessons of those."""

import json
from collections.abc import Sequence

from bot.domain.courses import (
    DAY,
    Cohort,
    CohortState,
    Course,
    Lesson,
    Question,
    Stage,
    Step,
    Where,
    steps,
)
from bot.domain.ids import CohortId, CourseId, LessonId, PersonId
from bot.storage import due
from bot.storage.database import Row
from bot.storage.work import Work

_COURSE = "id, name, stage, title, about, quiz, wellbeing"
_COHORT = "id, course_id, state, way, province, place, capacity, taken, facilitator_id"
_LESSON = "id, cohort_id, state, starts_at, minutes, version, word, before_text, after_text"


def _course(row: Row) -> Course:
    quiz = tuple(
        Question(one["text"], tuple(one["options"]), one["right"])
        for one in json.loads(row["quiz"])
    )
    return Course(
        CourseId(row["id"]), row["name"], Stage(row["stage"]), row["title"], row["about"], quiz,
        bool(row["wellbeing"]),
    )  # fmt: skip


def _cohort(work: Work, row: Row) -> Cohort:
    who = row["facilitator_id"]
    return Cohort(
        CohortId(row["id"]), CourseId(row["course_id"]), CohortState(row["state"]),
        Where(row["way"]), row["province"], work.open(row["place"], "cohorts.place", row["id"]),
        row["capacity"], row["taken"], PersonId(who) if who is not None else None,
    )  # fmt: skip


def _lesson(work: Work, row: Row) -> Lesson:
    return Lesson(
        LessonId(row["id"]), CohortId(row["cohort_id"]), row["state"] == "planned",
        row["starts_at"], row["minutes"], row["version"],
        work.open(row["word"], "lessons.word", row["id"]), row["before_text"], row["after_text"],
    )  # fmt: skip


def _quiz(quiz: Sequence[Question]) -> str:
    return json.dumps(
        [{"text": one.text, "options": one.options, "right": one.right} for one in quiz],
        ensure_ascii=False,
    )


# Courses.


async def add_course(
    work: Work,
    stage: Stage,
    title: str,
    about: str,
    *,
    name: str | None = None,
    quiz: Sequence[Question] = (),
    wellbeing: bool = False,
    by: PersonId | None = None,
) -> CourseId:
    """A course. One that has the same `name` is told anew, and keeps its cohorts."""
    row = await work.tx.row(
        "INSERT INTO courses (id, name, stage, title, about, quiz, wellbeing, made_by, made_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (name) DO UPDATE SET"
        " stage = excluded.stage, title = excluded.title, about = excluded.about,"
        " quiz = excluded.quiz, wellbeing = excluded.wellbeing RETURNING id",
        work.ids.next(), name, stage.value, title, about, _quiz(quiz), int(wellbeing), by, work.now,
    )  # fmt: skip
    work.tx.touched = True
    assert row is not None
    return CourseId(row["id"])


async def course(work: Work, number: CourseId) -> Course | None:
    row = await work.tx.row("SELECT " + _COURSE + " FROM courses WHERE id = ?", number)
    return _course(row) if row else None


async def all_courses(work: Work) -> list[Course]:
    """For coordinators: the newest first."""
    rows = await work.tx.fetch("SELECT " + _COURSE + " FROM courses ORDER BY id DESC LIMIT 50")
    return [_course(row) for row in rows]


async def stages(work: Work) -> frozenset[Stage]:
    """Those for which there is something that has not begun."""
    rows = await work.tx.fetch(
        "SELECT DISTINCT c.stage FROM courses c JOIN cohorts h ON h.course_id = c.id"
        " WHERE h.state = 'published' AND " + _COMING,
        work.now,
    )
    return frozenset(Stage(row["stage"]) for row in rows)


_COMING = (
    "EXISTS (SELECT 1 FROM lessons l WHERE l.cohort_id = h.id AND l.state = 'planned'"
    " AND l.starts_at > ?)"
)


async def of_stage(work: Work, stage: Stage) -> list[Course]:
    """Those that can be joined."""
    rows = await work.tx.fetch(
        "SELECT " + _COURSE + " FROM courses WHERE stage = ? AND EXISTS (SELECT 1 FROM cohorts h"
        " WHERE h.course_id = courses.id AND h.state = 'published' AND " + _COMING + ")"
        " ORDER BY title LIMIT 30",
        stage.value, work.now,
    )  # fmt: skip
    return [_course(row) for row in rows]


# Cohorts.


async def add_cohort(
    work: Work,
    course_id: CourseId,
    where: Where,
    place: str,
    capacity: int,
    *,
    province: str = "",
    facilitator: PersonId | None = None,
    name: str | None = None,
) -> CohortId | None:
    """A draft. None where one of this name stands already."""
    number = CohortId(work.ids.next())
    added = await work.tx.changed(
        "INSERT INTO cohorts (id, course_id, name, state, way, province, place, capacity,"
        " facilitator_id, made_at) VALUES (?, ?, ?, 'draft', ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT DO NOTHING RETURNING id",
        number, course_id, name, where.value, province, work.seal(place, "cohorts.place", number),
        capacity, facilitator, work.now,
    )  # fmt: skip
    return number if added else None


async def cohort(work: Work, number: CohortId) -> Cohort | None:
    row = await work.tx.row("SELECT " + _COHORT + " FROM cohorts WHERE id = ?", number)
    return _cohort(work, row) if row else None


async def cohort_named(work: Work, name: str) -> CohortId | None:
    row = await work.tx.row("SELECT id FROM cohorts WHERE name = ?", name)
    return CohortId(row["id"]) if row else None


async def open_cohorts(work: Work, course_id: CourseId) -> list[Cohort]:
    """What families can join: published, with a lesson that is still to come."""
    rows = await work.tx.fetch(
        "SELECT " + _COHORT + " FROM cohorts h WHERE h.course_id = ? AND h.state = 'published' AND "
        + _COMING
        + " ORDER BY h.id LIMIT 20",
        course_id, work.now,
    )  # fmt: skip
    return [_cohort(work, row) for row in rows]


async def cohorts_of(work: Work, course_id: CourseId) -> list[Cohort]:
    """For staff: all of them, the newest first."""
    rows = await work.tx.fetch(
        "SELECT " + _COHORT + " FROM cohorts WHERE course_id = ? ORDER BY id DESC LIMIT 20",
        course_id,
    )
    return [_cohort(work, row) for row in rows]


async def led_by(work: Work, who: PersonId) -> list[Cohort]:
    rows = await work.tx.fetch(
        "SELECT " + _COHORT + " FROM cohorts WHERE facilitator_id = ? AND state <> 'draft'"
        " ORDER BY id DESC LIMIT 20",
        who,
    )
    return [_cohort(work, row) for row in rows]


async def publish(work: Work, number: CohortId) -> bool:
    """Families see it from now on. True once, and only with a lesson to come."""
    won = await work.tx.changed(
        "UPDATE cohorts SET state = 'published' WHERE id = ? AND state = 'draft' AND EXISTS"
        " (SELECT 1 FROM lessons l WHERE l.cohort_id = cohorts.id AND l.starts_at > ?)"
        " RETURNING id",
        number, work.now,
    )  # fmt: skip
    if won:
        for lesson in await lessons(work, number):
            await _plan(work, lesson)
    return won


async def cancel(work: Work, number: CohortId) -> bool:
    """It is not held, or not to its end. True once; nothing reminds of it any more."""
    won = await work.tx.changed(
        "UPDATE cohorts SET state = 'canceled' WHERE id = ? AND state IN ('draft', 'published')"
        " RETURNING id",
        number,
    )
    if won:
        for lesson in await lessons(work, number):
            await _forget(work, lesson.id)
    return won


# Lessons.


async def add_lesson(
    work: Work, cohort_id: CohortId, starts_at: int, minutes: int, *, before: str = "",
    after: str = "",
) -> LessonId:  # fmt: skip
    number = LessonId(work.ids.next())
    await work.tx.execute(
        "INSERT INTO lessons (id, cohort_id, state, starts_at, minutes, before_text, after_text)"
        " VALUES (?, ?, 'planned', ?, ?, ?, ?)",
        number, cohort_id, starts_at, minutes, before, after,
    )  # fmt: skip
    return number


async def lesson(work: Work, number: LessonId) -> Lesson | None:
    row = await work.tx.row("SELECT " + _LESSON + " FROM lessons WHERE id = ?", number)
    return _lesson(work, row) if row else None


async def lessons(work: Work, cohort_id: CohortId) -> list[Lesson]:
    """All of a cohort that are not canceled, in their order."""
    rows = await work.tx.fetch(
        "SELECT " + _LESSON + " FROM lessons WHERE cohort_id = ? AND state = 'planned'"
        " ORDER BY starts_at, id",
        cohort_id,
    )
    return [_lesson(work, row) for row in rows]


async def move_lesson(work: Work, lesson: Lesson, starts_at: int) -> bool:
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
    await _plan(work, _lesson(work, row))
    return True


async def cancel_lesson(work: Work, number: LessonId) -> bool:
    """It does not take place. True once."""
    won = await work.tx.changed(
        "UPDATE lessons SET state = 'canceled', version = version + 1 WHERE id = ?"
        " AND state = 'planned' AND starts_at > ? RETURNING id",
        number, work.now,
    )  # fmt: skip
    if won:
        await _forget(work, number)
    return won


async def _plan(work: Work, lesson: Lesson) -> None:
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


async def _forget(work: Work, number: LessonId) -> None:
    for step in Step:
        await due.cancel(work, step, number)


async def set_word(work: Work, number: LessonId, word: str) -> None:
    """The word of the day, which those who are there type."""
    await work.tx.execute(
        "UPDATE lessons SET word = ? WHERE id = ?", work.seal(word, "lessons.word", number), number
    )


async def end_past(work: Work) -> None:
    """Cohorts whose last lesson was days ago."""
    await work.tx.execute(
        "UPDATE cohorts SET state = 'ended' WHERE state = 'published' AND NOT EXISTS"
        " (SELECT 1 FROM lessons l WHERE l.cohort_id = cohorts.id AND l.state = 'planned'"
        " AND l.starts_at > ?)",
        work.now - 7 * DAY,
    )
