"""`hamdeli courses load`: many courses at once, with their cohorts, from a TOML file."""

import argparse
import asyncio
import sys
from collections.abc import Sequence
from pathlib import Path

from bot import config
from bot.commands.course_files import CohortText, CourseText, read
from bot.commands.opening import Problem, opened, read_shelf
from bot.config import Settings
from bot.domain.courses import Cohort, CohortState, Course, Lesson
from bot.domain.ids import CohortId, CourseId, LessonId, PersonId
from bot.domain.text import key
from bot.handlers.desk import Desk
from bot.storage import audit, courses, lessons, people


def main(options: argparse.Namespace) -> int:
    settings = config.load()
    given = read(Path(options.file), read_shelf(settings).divisions)
    fresh = asyncio.run(load(settings, given))
    sys.stdout.write(f"{len(given)} courses are known now, with {fresh} new cohorts.\n")
    return 0


async def load(settings: Settings, given: Sequence[CourseText]) -> int:
    """Tells courses anew and adds cohorts, in one transaction; how many cohorts are new. Those
    that are known stay as they are: whoever comes must hear of a change, so it is made in the
    chat."""
    async with opened(settings) as tools, tools.database.transaction() as tx:
        desk = tools.desk(tx)
        fresh = 0
        for one in given:
            number = await courses.add_course(
                desk.work,
                Course(
                    CourseId(desk.work.ids.next()), one.name, one.stage, one.title, one.about,
                    one.quiz, one.wellbeing,
                ),
            )  # fmt: skip
            audit.record(desk.work, None, "course_loaded", f"course:{number}")
            for cohort in one.cohorts:
                fresh += await _add(desk, number, cohort)
        return fresh


async def _add(desk: Desk, course: CourseId, given: CohortText) -> bool:
    work = desk.work
    number = CohortId(work.ids.next())
    who = await _facilitator(desk, given)
    added = await courses.add_cohort(
        work,
        Cohort(
            number, course, CohortState.DRAFT, given.where, given.province, given.place,
            given.capacity, 0, who,
        ),
        given.name,
    )  # fmt: skip
    if not added:
        return False
    for one in given.lessons:
        at = desk.house.words.moment(one.at)
        await lessons.add(
            work,
            Lesson(
                LessonId(work.ids.next()), number, True, at, one.minutes,
                before=one.before, after=one.after,
            ),
        )  # fmt: skip
    if given.published and not await courses.publish(work, number):
        raise Problem(f"cohort {given.name}: all its lessons are past; write coming ones.")
    audit.record(work, None, "cohort_loaded", f"cohort:{number}")
    return True


async def _facilitator(desk: Desk, given: CohortText) -> PersonId | None:
    """The colleague of that name."""
    if not given.facilitator:
        return None
    for member in await people.staff(desk.work):
        if key(member.alias) == key(given.facilitator):
            return member.person_id
    raise Problem(
        f"cohort {given.name}: facilitator {given.facilitator} is none of the staff; write the"
        " name that colleagues use."
    )
