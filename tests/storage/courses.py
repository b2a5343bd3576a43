"""A course that stories of storage can be about."""

from bot.domain.courses import (
    DAY,
    HOUR,
    Cohort,
    CohortState,
    Course,
    Lesson,
    Question,
    Stage,
    Where,
)
from bot.domain.ids import CohortId, CourseId, LessonId, PersonId
from bot.storage import courses, lessons
from bot.storage.work import Work
from tests.storage.conftest import NOON

FIRST = NOON + 3 * DAY
"""When the first lesson begins; each other one a week later."""
QUIZ = (Question("کدام کمک می‌کند؟", ("شنیدن", "سکوت"), 0),)


async def held(
    work: Work,
    seats: int,
    *,
    count: int = 2,
    first: int = FIRST,
    who: PersonId | None = None,
    where: Where = Where.ONLINE,
    province: str = "",
) -> CohortId:
    """A published cohort with so many seats."""
    course = Course(
        CourseId(work.ids.next()), None, Stage.AFTER_MARRIAGE, "گفت‌وگو", "دو جلسه", QUIZ, True
    )
    number = CohortId(work.ids.next())
    await courses.add_course(work, course)
    cohort = Cohort(
        number, course.id, CohortState.DRAFT, where, province, "https://example.org/a", seats, 0,
        who,
    )  # fmt: skip
    assert await courses.add_cohort(work, cohort)
    for place in range(count):
        at = first + 7 * DAY * place
        lesson = LessonId(work.ids.next())
        await lessons.add(work, Lesson(lesson, number, True, at, HOUR // 60_000))
    assert await courses.publish(work, number)
    return number
