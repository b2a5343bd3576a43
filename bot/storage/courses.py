"""The catalogue: courses, and the cohorts in which they are held."""

import json
from collections.abc import Sequence

from bot.domain.courses import (
    DAY,
    Cohort,
    CohortState,
    Course,
    Question,
    Stage,
    Where,
    where_of,
)
from bot.domain.ids import CohortId, CourseId, PersonId
from bot.storage import due, lessons, waiting
from bot.storage.database import Row
from bot.storage.work import Work

_COURSE = "id, name, stage, title, about, quiz, wellbeing"
_COMING = (
    "(SELECT min(l.starts_at) FROM lessons l WHERE l.cohort_id = h.id AND l.state = 'planned') > ?"
)
"""Whether the first lesson is still to come: until then somebody may join."""
_THERE = (
    " AND (CAST(? AS TEXT) = '' OR CASE WHEN h.way = 'online' THEN 'online' WHEN h.province = ''"
    " THEN 'on_site' ELSE h.province END = ?)"
)
"""Whether it is held where `where_of` says, or anywhere for an empty one."""
_COHORT = "id, course_id, state, way, province, place, capacity, taken, facilitator_id"


def _course(row: Row) -> Course:
    asked = json.loads(row["quiz"])
    quiz = tuple(Question(one["text"], tuple(one["options"]), one["right"]) for one in asked)
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


def _quiz(quiz: Sequence[Question]) -> str:
    return json.dumps(
        [{"text": one.text, "options": one.options, "right": one.right} for one in quiz],
        ensure_ascii=False,
    )


# Courses.


async def add_course(work: Work, course: Course, by: PersonId | None = None) -> CourseId:
    """A course. One of the same `name` is told anew instead, and keeps its id and its cohorts."""
    row = await work.tx.row(
        "INSERT INTO courses (id, name, stage, title, about, quiz, wellbeing, made_by, made_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (name) DO UPDATE SET"
        " stage = excluded.stage, title = excluded.title, about = excluded.about,"
        " quiz = excluded.quiz, wellbeing = excluded.wellbeing RETURNING id",
        course.id, course.name, course.stage.value, course.title, course.about,
        _quiz(course.quiz), int(course.wellbeing), by, work.now,
    )  # fmt: skip
    work.tx.touched = True
    return CourseId(row["id"]) if row else course.id


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


async def of_stage(work: Work, stage: Stage, where: str = "") -> list[Course]:
    """Those that can be joined; there, or anywhere."""
    rows = await work.tx.fetch(
        "SELECT " + _COURSE + " FROM courses WHERE stage = ? AND EXISTS (SELECT 1 FROM cohorts h"
        " WHERE h.course_id = courses.id AND h.state = 'published' AND " + _COMING + _THERE + ")"
        " ORDER BY title LIMIT 30",
        stage.value, work.now, where, where,
    )  # fmt: skip
    return [_course(row) for row in rows]


async def wheres(work: Work, stage: Stage) -> list[str]:
    """Where there is something to join: `online` first, then what `where_of` says."""
    rows = await work.tx.fetch(
        "SELECT DISTINCT h.way, h.province FROM courses c JOIN cohorts h ON h.course_id = c.id"
        " WHERE c.stage = ? AND h.state = 'published' AND " + _COMING
        + " ORDER BY h.way DESC, h.province LIMIT 40",
        stage.value, work.now,
    )  # fmt: skip
    return list(dict.fromkeys(where_of(Where(row["way"]), row["province"]) for row in rows))


async def ask(work: Work, course: Course, question: Question) -> bool:
    """One more question of its quiz. False where the quiz has changed in the meantime."""
    return await work.tx.changed(
        "UPDATE courses SET quiz = ? WHERE id = ? AND quiz = ? RETURNING id",
        _quiz((*course.quiz, question)), course.id, _quiz(course.quiz),
    )  # fmt: skip


async def ask_wellbeing(work: Work, number: CourseId, *, asked: bool) -> None:
    """Whether WHO-5 is offered before it and after."""
    await work.tx.execute("UPDATE courses SET wellbeing = ? WHERE id = ?", int(asked), number)


# Cohorts.


async def add_cohort(work: Work, cohort: Cohort, name: str | None = None) -> bool:
    """A draft, as it is told. False where one of this `name` stands already."""
    return await work.tx.changed(
        "INSERT INTO cohorts (id, course_id, name, state, way, province, place, capacity,"
        " facilitator_id, made_at) VALUES (?, ?, ?, 'draft', ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT DO NOTHING RETURNING id",
        cohort.id, cohort.course_id, name, cohort.where.value, cohort.province,
        work.seal(cohort.place, "cohorts.place", cohort.id), cohort.capacity,
        cohort.facilitator_id, work.now,
    )  # fmt: skip


async def cohort(work: Work, number: CohortId) -> Cohort | None:
    row = await work.tx.row("SELECT " + _COHORT + " FROM cohorts WHERE id = ?", number)
    return _cohort(work, row) if row else None


async def open_cohorts(work: Work, course_id: CourseId, where: str = "") -> list[Cohort]:
    """What families can join: published, and not begun."""
    rows = await work.tx.fetch(
        "SELECT " + _COHORT + " FROM cohorts h WHERE h.course_id = ? AND h.state = 'published' AND "
        + _COMING + _THERE + " ORDER BY h.id LIMIT 20",
        course_id, work.now, where, where,
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


async def lead(work: Work, number: CohortId, who: PersonId) -> None:
    """Somebody holds it from now on."""
    await work.tx.execute("UPDATE cohorts SET facilitator_id = ? WHERE id = ?", who, number)


async def move(work: Work, number: CohortId, place: str) -> bool:
    """It is held at another address or link; calendars take the new one."""
    won = await work.tx.changed(
        "UPDATE cohorts SET place = ? WHERE id = ? AND state IN ('draft', 'published')"
        " RETURNING id",
        work.seal(place, "cohorts.place", number), number,
    )  # fmt: skip
    if won:
        await lessons.changed(work, number)
    return won


async def publish(work: Work, number: CohortId) -> bool:
    """Families see it from now on. True once, and only with a lesson to come."""
    won = await work.tx.changed(
        "UPDATE cohorts SET state = 'published' WHERE id = ? AND state = 'draft' AND EXISTS"
        " (SELECT 1 FROM lessons l WHERE l.cohort_id = cohorts.id AND l.starts_at > ?)"
        " RETURNING id",
        number, work.now,
    )  # fmt: skip
    if won:
        for lesson in await lessons.of_cohort(work, number):
            await lessons.plan(work, lesson)
        await waiting.retime(work, number)
    return won


async def cancel(work: Work, number: CohortId) -> bool:
    """It is not held, or not to its end. True once; nothing reminds of it any more, and nobody
    waits for a seat in it."""
    won = await work.tx.changed(
        "UPDATE cohorts SET state = 'canceled' WHERE id = ? AND state IN ('draft', 'published')"
        " RETURNING id",
        number,
    )
    if won:
        for lesson in await lessons.of_cohort(work, number):
            await lessons.forget(work, lesson.id)
        await lessons.changed(work, number)
        await due.cancel(work, waiting.ENDS, number)
        await waiting.end(work, number, held=True)
    return won


async def end_past(work: Work) -> None:
    """Cohorts whose last lesson was days ago."""
    await work.tx.execute(
        "UPDATE cohorts SET state = 'ended' WHERE state = 'published' AND NOT EXISTS"
        " (SELECT 1 FROM lessons l WHERE l.cohort_id = cohorts.id AND l.state = 'planned'"
        " AND l.starts_at > ?)",
        work.now - 7 * DAY,
    )
