"""Lessons: what is due around them moves with them, and what happened stays."""

import pytest

from bot.domain.courses import DAY, HOUR, Lesson, Stage, Step
from bot.storage import courses, due, lessons
from bot.storage.database import Broken, Database
from bot.storage.work import Work
from tests.storage.conftest import NOON, Working
from tests.storage.courses import FIRST, held


async def planned(work: Work, lesson: Lesson) -> dict[Step, int | None]:
    return {step: await due.waiting(work, step, lesson.id) for step in Step}


async def test_a_published_lesson_is_reminded_of_twice(working: Working) -> None:
    async with working() as work:
        first, _ = await lessons.of_cohort(work, await held(work, 2))
        assert await planned(work, first) == {
            Step.DAY: FIRST - DAY, Step.HOUR: FIRST - HOUR, Step.AFTER: FIRST + HOUR,
        }  # fmt: skip


async def test_a_moved_lesson_moves_what_waits_and_has_its_own_where_it_was_done(
    database: Database, working: Working
) -> None:
    async with working() as work:
        first, second = await lessons.of_cohort(work, await held(work, 2))
    async with working(at=FIRST - DAY) as work:
        (number,) = await due.ready(database, FIRST - DAY, 9)
        assert await due.take(work, number) is not None
    async with working(at=FIRST - DAY + HOUR) as work:
        assert await lessons.move(work, first, FIRST + 2 * DAY)
        assert await planned(work, first) == {
            Step.DAY: FIRST + DAY,
            Step.HOUR: FIRST + 2 * DAY - HOUR,
            Step.AFTER: FIRST + 2 * DAY + HOUR,
        }
        # The one who saw the old date comes too late.
        assert not await lessons.move(work, first, FIRST + 3 * DAY)
        assert (await planned(work, second))[Step.DAY] == second.starts_at - DAY


async def test_nothing_reminds_of_a_canceled_lesson(working: Working) -> None:
    async with working() as work:
        cohort = await held(work, 2)
        first, second = await lessons.of_cohort(work, cohort)
        assert await lessons.cancel(work, first.id)
        assert set((await planned(work, first)).values()) == {None}
        assert [one.id for one in await lessons.of_cohort(work, cohort)] == [second.id]
        assert not await lessons.cancel(work, first.id)


async def test_a_lesson_that_was_is_neither_moved_nor_canceled(working: Working) -> None:
    async with working() as work:
        first, _ = await lessons.of_cohort(work, await held(work, 2))
    async with working(at=FIRST + 1) as work:
        assert not await lessons.move(work, first, FIRST + DAY)
        assert not await lessons.cancel(work, first.id)


async def test_the_catalogue_shows_what_is_still_to_come(working: Working) -> None:
    async with working() as work:
        await held(work, 2, count=1)
        (course,) = await courses.of_stage(work, Stage.AFTER_MARRIAGE)
        (cohort,) = await courses.open_cohorts(work, course.id)
        assert (cohort.free, cohort.place) == (2, "https://example.org/a")
        assert await courses.stages(work) == {Stage.AFTER_MARRIAGE}
        assert course.quiz[0].options == ("شنیدن", "سکوت")
    async with working(at=FIRST + 8 * DAY) as work:
        assert await courses.stages(work) == frozenset()
        assert await courses.of_stage(work, Stage.AFTER_MARRIAGE) == []
        await courses.end_past(work)
        assert [one.state.value for one in await courses.cohorts_of(work, course.id)] == ["ended"]


async def test_a_cohort_never_counts_more_seats_than_it_has(
    database: Database, working: Working
) -> None:
    async with working() as work:
        cohort = await held(work, 2)
    with pytest.raises(Broken):
        async with database.transaction() as tx:
            await tx.execute("UPDATE cohorts SET taken = 3 WHERE id = ?", cohort)
    async with working(at=NOON) as work:
        found = await courses.cohort(work, cohort)
        assert found is not None
        assert found.taken == 0
