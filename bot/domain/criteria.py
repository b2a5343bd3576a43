"""What a search asks for, small enough to travel in a button."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.case import Status
from bot.domain.ids import PersonId, short, unshort
from bot.domain.triage import TOPICS, Acuity

NONE = "-"
_STATES = tuple(Status)
_FIRST_DAY, _LAST_DAY = 693_596, 803_532  # 1900-01-01 and 2200-12-31, as date.toordinal() counts


@dataclass(frozen=True, slots=True)
class Criteria:
    """None: whatever it is. Days are those of `date.toordinal`, both included."""

    topic: str | None = None
    status: Status | None = None
    acuity: Acuity | None = None
    province: str | None = None
    counselor: PersonId | None = None
    since: int | None = None
    until: int | None = None


def packed(criteria: Criteria) -> tuple[str, str, str]:
    """Three parts of button data."""
    topic = NONE if criteria.topic is None else short(TOPICS.index(criteria.topic))
    status = NONE if criteria.status is None else short(_STATES.index(criteria.status))
    acuity = NONE if criteria.acuity is None else str(int(criteria.acuity))
    days = (criteria.since, criteria.until)
    return (
        topic + status + acuity + (criteria.province or NONE),
        NONE if criteria.counselor is None else short(criteria.counselor),
        "_".join(NONE if day is None else short(day) for day in days),
    )


def unpacked(parts: Sequence[str]) -> Criteria | None:
    """What `packed` gave; None for anything else: anyone can forge a button."""
    if len(parts) != 3 or len(parts[0]) < 4:
        return None
    facts, who, days = parts
    first, _, last = days.partition("_")
    try:
        criteria = Criteria(
            None if facts[0] == NONE else TOPICS[_number(facts[0])],
            None if facts[1] == NONE else _STATES[_number(facts[1])],
            None if facts[2] == NONE else Acuity(_number(facts[2])),
            None if facts[3:] == NONE else facts[3:],
            None if who == NONE else PersonId(_number(who)),
            None if first == NONE else _day(first),
            None if last == NONE else _day(last),
        )
    except (ValueError, KeyError, IndexError):
        return None
    return criteria if packed(criteria) == tuple(parts) else None


def _number(text: str) -> int:
    number = unshort(text)
    if number is None:
        raise ValueError(text)
    return number


def _day(text: str) -> int:
    day = _number(text)
    if not _FIRST_DAY <= day <= _LAST_DAY:
        raise ValueError(text)
    return day
