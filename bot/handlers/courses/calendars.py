"""Lessons as files for the calendar of a telephone: to take, and to change or remove again."""

import re
from collections.abc import Collection

from bot.domain.calendar_file import Event, Organizer, calendar_file
from bot.domain.courses import Cohort, CohortState, Lesson
from bot.domain.ids import LessonId, short
from bot.domain.outgoing import Attachment
from bot.handlers.courses import cohorts
from bot.handlers.desk import Desk, Speaker
from bot.storage import lessons

_STEERING = re.compile("[\u2066-\u2069]")


async def entries(
    desk: Desk, cohort: Cohort, only: Collection[LessonId] = ()
) -> list[tuple[int, Lesson, bool]]:
    """Lessons with their place among those that are held, and whether they take place no more;
    of all that ever were, or `only` these."""
    gone, found, place = cohort.state is CohortState.CANCELED, [], 0
    for lesson in await lessons.ever_of_cohort(desk.work, cohort.id):
        place += lesson.planned
        over = lesson.starts_at <= desk.work.now
        if not only or lesson.id in only:
            canceled = not lesson.planned or (gone and not over)
            found.append((place, lesson, canceled))
    return found


def file(
    me: Speaker, cohort: Cohort, title: str, those: list[tuple[int, Lesson, bool]], now: int
) -> Attachment:
    """The file, with what to do with it."""
    events = [
        Event(f"lesson-{short(one.id)}", one.version, one.starts_at, one.ends_at,
              title if canceled else _titled(me, title, place), cohort.place, canceled)
        for place, one, canceled in those
    ]  # fmt: skip
    away = all(canceled for _, _, canceled in those)
    caption = me.say("calendar-caption-gone" if away else "calendar-caption")
    return Attachment("lessons.ics", calendar_file(events, now, _organizer(me)), caption)


def _titled(me: Speaker, title: str, place: int) -> str:
    """A calendar shows it alone: marks that keep directions apart belong to messages."""
    return _STEERING.sub("", me.say("calendar-title", title=title, place=place))


def _organizer(me: Speaker) -> Organizer | None:
    """Where the organization has told an address. A calendar knows organizers by nothing else."""
    address = me.house.organizer
    name = me.house.organization or me.say("paper-organization")
    return Organizer(name, address) if address else None


async def whole(desk: Desk, me: Speaker, cohort: Cohort) -> Attachment:
    """All of a cohort: what was canceled goes from a calendar that has it."""
    title = await cohorts.title(desk, cohort)
    return file(me, cohort, title, await entries(desk, cohort), desk.work.now)
