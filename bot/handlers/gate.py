"""The gate to a family, where what a clock has started asks for its moment."""

from bot.domain import automatic as rules_of
from bot.domain.automatic import AUTOMATIC, Automatic, next_day
from bot.domain.contact import PRESENT
from bot.domain.ids import PersonId
from bot.domain.moments import day_of
from bot.handlers.house import House
from bot.storage import automatic
from bot.storage.contact import Standing
from bot.storage.work import Work


def leaves_at(house: House, standing: Standing, kind: str, now: int) -> int | None:
    """When a message of this kind may leave for somebody who stands to us like this. None: not
    before they do something."""
    zone = house.words.zone
    calm = house.calm.of(standing.quiet)
    return rules_of.leaves_at(standing.rules, kind, now, standing.seen_at, zone, calm)


async def passes_at(
    work: Work, house: House, person_id: PersonId, standing: Standing, kind: str
) -> int | None:
    """The same for a message that leaves at once where it may: then it counts for this day, and
    where the day has had enough, it is the next day's."""
    at, how = leaves_at(house, standing, kind, work.now), AUTOMATIC.get(kind)
    if at != work.now or how is None or not how.counts or _answers(how, standing, work.now):
        return at
    most = house.calm.most if how.capped else None
    if await automatic.count(work, person_id, _today(house, work.now), most):
        return at
    return leaves_at(house, standing, kind, next_day(work.now, house.words.zone))


async def would_pass_at(
    work: Work, house: House, person_id: PersonId, standing: Standing, kind: str
) -> int | None:
    """The same without counting: for what had better be planned anew than be held."""
    at, how = leaves_at(house, standing, kind, work.now), AUTOMATIC.get(kind)
    if at != work.now or how is None or not how.capped:
        return at
    if await automatic.counted(work, person_id, _today(house, work.now)) < house.calm.most:
        return at
    return leaves_at(house, standing, kind, next_day(work.now, house.words.zone))


def is_of_another_day(house: House, kind: str, written_at: int, now: int) -> bool:
    """Whether it was counted for a day that is over, and must ask anew."""
    how = AUTOMATIC.get(kind)
    capped = how is not None and how.capped
    return capped and _today(house, written_at) != _today(house, now)


def _answers(how: Automatic, standing: Standing, now: int) -> bool:
    """Its reader is there: what they see now is one of no day's messages."""
    return not how.strict and now - standing.seen_at < PRESENT


def _today(house: House, now: int) -> int:
    return day_of(now, house.words.zone).toordinal()
