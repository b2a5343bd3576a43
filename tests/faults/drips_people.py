"""The people of a town that takes series, its four series, and its days."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from bot.domain.automatic import Calm, QuietHours
from bot.domain.case import Case
from bot.domain.contact import HOURS, ContactRules, Writing
from bot.domain.ids import PersonId
from bot.domain.opening import Holidays
from bot.domain.series import Audience, Edition, Library, Part, Series, Stage, Styled
from bot.handlers.house import House
from bot.storage.work import TEHRAN

FIRST = date(2026, 9, 21)
MOST = 2
USUAL = QuietHours()
HOLIDAYS = Holidays({FIRST + timedelta(days=each): "تعطیل" for each in (9, 10, 31)})
TICKS = ((0, 3), (6, 59), (7, 1), (8, 0), (9, 30), (10, 1), (12, 0), (16, 0), (18, 0), (18, 2),
         (20, 31), (21, 5), (23, 0))  # fmt: skip


def _series(
    name: str, topic: str, hour: int, minute: int, *offsets: int, stage: Stage | None = None
) -> Series:
    parts = tuple(Part(f"{name} {n}", Styled("متن"), 1) for n in range(1, len(offsets) + 1))
    editions = {"fa": Edition(name, name, parts)}
    return Series(name, Audience.ADULTS, (topic,), hour * 60 + minute, offsets, editions, stage)


LIBRARY: Library = {
    one.name: one
    for one in (
        _series("calm", "stress", 18, 0, 0, 1, 2, 3, 4, 5, 6),
        _series("talk", "couple", 20, 30, 0, 2, 4, 6, 8, 10, 12),
        # Its hour is inside the quiet hours of the house.
        _series("child", "parenting", 7, 0, 0, 1, 2, 3, 5, 7, 9),
        _series("loss", "grief", 10, 0, 0, 2, 5, 9, 14, 20, 27, stage=Stage.LOSS),
    )
}


@dataclass(slots=True)
class Person:
    """What the model knows of somebody."""

    id: PersonId
    rules: ContactRules
    quiet: QuietHours | None = None
    refused: set[str] = field(default_factory=set)
    case: Case | None = None
    blocked: bool = False
    left: bool = False
    no_courses: bool = False
    seen: int = 0
    changed: int = 0
    """When they came back, or changed how they may be written to."""
    account: int = 0

    def hears(self, at: int) -> bool:
        """Whether something they have asked for may reach them at this moment."""
        if self.left:
            return False
        if at - self.seen < 30 * 60_000:
            return True
        here = datetime.fromtimestamp(at / 1000, TEHRAN)
        spans = [HOURS[name] for name in self.rules.hours] or [HOURS["anytime"]]
        if self.rules.writing is Writing.WAIT or (
            self.rules.writing and not any(a <= here.hour < b for a, b in spans)
        ):
            return False
        return not (self.quiet or USUAL).holds(here.hour * 60 + here.minute)

    def hears_next(self, at: int) -> int | None:
        """The same for the first later moment; all hours of our people begin with the clock."""
        hour = 3600_000
        first = at - at % (hour // 2) + hour // 2
        looks = range(first, first + 3 * 24 * hour, hour // 2)
        return next((each for each in looks if self.hears(each)), None)


def moment(day: int, hour: int, minute: int) -> int:
    wall = datetime(FIRST.year, FIRST.month, FIRST.day, hour, minute, tzinfo=TEHRAN)
    return int((wall + timedelta(days=day)).timestamp() * 1000)


def day_of(at: int) -> date:
    return datetime.fromtimestamp(at / 1000, TEHRAN).date()


def furnished(house: House) -> House:
    return replace(house, series=LIBRARY, calm=Calm(USUAL, HOLIDAYS, MOST))
