"""How the courses of a town begin: cohorts with their lessons, and those who want to come."""

from random import Random

from bot.domain.courses import Cohort as Row_of_cohort
from bot.domain.courses import CohortState, Course, Question, Stage, Where
from bot.domain.courses import Lesson as Row_of_lesson
from bot.domain.ids import CohortId, CourseId, LessonId, PersonId
from bot.domain.people import Platform, Role
from bot.storage import courses, lessons, people
from bot.storage.work import Work
from tests.faults.drips_people import Person, moment
from tests.faults.terms_deeds import COORDINATOR, FACILITATORS
from tests.faults.terms_model import Cohort, Lesson
from tests.faults.terms_reading import title

STARTS = ((9, 0), (10, 30), (11, 0), (13, 0), (15, 0), (17, 0), (18, 30), (19, 0), (22, 0))
"""When lessons begin. Of some the hour before lies between two looks of the clock, or at night."""
QUIZ = (Question("کدام کمک می‌کند؟", ("شنیدن", "سکوت"), 0),)


async def staff(work: Work) -> dict[int, PersonId]:
    """The coordinator, and those who hold the cohorts, by their accounts."""
    found = {}
    for account in (COORDINATOR, *FACILITATORS):
        who = people.add(work, Platform.TELEGRAM, account, "fa").person.id
        role = Role.COORDINATOR if account == COORDINATOR else Role.COUNSELOR
        await people.appoint(work, who, role, f"ش{account}", on_call=False)
        found[account] = who
    return found


async def cohort(
    work: Work, number: int, held_by: dict[int, PersonId], size: int, chance: Random
) -> Cohort:
    """A draft, with lessons in the weeks after the day on which it is published."""
    account, begins = FACILITATORS[number % len(FACILITATORS)], number % 20
    course = Course(
        CourseId(work.ids.next()), None, Stage.STRESS, title(number), "چند جلسه", QUIZ,
        wellbeing=True,
    )  # fmt: skip
    await courses.add_course(work, course)
    made = CohortId(work.ids.next())
    row = Row_of_cohort(
        made, course.id, CohortState.DRAFT, Where.ONLINE, "", "https://example.org/a",
        size, 0, held_by[account],
    )  # fmt: skip
    assert await courses.add_cohort(work, row)
    day, held = begins + chance.choice((3, 5, 7)), []
    for _ in range(chance.choice((3, 4, 4, 5))):
        at = moment(day, *chance.choice(STARTS))
        lesson = LessonId(work.ids.next())
        await lessons.add(work, Row_of_lesson(lesson, made, True, at, 90))
        held.append(Lesson(lesson, at, 90))
        day += chance.choice((3, 4, 7))
    return Cohort(made, number, account, held, begins)


def wishes(
    everybody: list[Person], cohorts: list[Cohort], chance: Random
) -> dict[PersonId, Person]:
    """Everybody wants to come somewhere, many as couples. Who is whose partner."""
    partners = {}
    chance.shuffle(everybody)
    for place, person in enumerate(everybody):
        mine = cohorts[place % len(cohorts)].wishers
        if mine and mine[-1][1] is None and chance.random() < 0.22:
            mine[-1] = (mine[-1][0], person)
            partners[mine[-1][0].id] = person
        else:
            mine.append((person, None))
    return partners
