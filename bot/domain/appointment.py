"""Appointments: what may be proposed, when people are reminded, and when two collide."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.ids import AppointmentId, CaseId, PersonId

MINUTE = 60_000
HOUR = 60 * MINUTE
DAY = 24 * HOUR

MOST_TIMES = 5
"""Times in one proposal: more than five make choosing hard."""
SOONEST, FARTHEST = 15 * MINUTE, 90 * DAY
"""How far ahead (milliseconds) a time may be proposed, and picked."""
QUARTER = 15 * MINUTE
"""Two agreed appointments of one counselor never begin in the same quarter of an hour."""
LENGTH = HOUR
"""How long an appointment is counted, where colleagues are warned of two at once."""


class Way(StrEnum):
    """How they meet."""

    CHAT = "chat"
    PHONE = "phone"
    IN_PERSON = "in_person"


class State(StrEnum):
    """`open`: no time is agreed yet. An agreed one stays agreed while another is looked for."""

    OPEN = "open"
    CONFIRMED = "confirmed"
    DECLINED = "declined"
    CANCELED = "canceled"
    TOOK_PLACE = "took_place"
    NO_SHOW = "no_show"


LIVE = (State.OPEN, State.CONFIRMED)


class Unfit(StrEnum):
    """Why a time cannot be proposed."""

    SOON = "soon"
    FAR = "far"
    TWICE = "twice"
    FULL = "full"


class Why(StrEnum):
    """What a family says when no time fits. Anything longer it writes to its counselor."""

    EARLIER = "earlier"
    LATER = "later"
    WAY = "way"
    NOT_NOW = "not_now"


class Step(StrEnum):
    """What is due around an appointment: two reminders, and the question how it went."""

    DAY = "appointment_day"
    HOUR = "appointment_hour"
    AFTER = "appointment_after"


_AWAY = {Step.DAY: -DAY, Step.HOUR: -HOUR, Step.AFTER: LENGTH}
USEFUL = {Step.DAY: DAY - 2 * HOUR, Step.HOUR: HOUR - 5 * MINUTE, Step.AFTER: 7 * DAY}
"""Milliseconds after its time in which each still helps: a late reminder of the day before ends
where the next one is near, so that a silence of the service brings one reminder and not two."""


@dataclass(frozen=True, slots=True)
class Appointment:
    """One meeting of a family and its counselor. `starts_at` is the agreed time, epoch ms.

    `times` are those proposed now; the family sees them while `offered`. `counselor_id` is who
    knows of it; whose case it is stands in the case.
    """

    id: AppointmentId
    case_id: CaseId
    state: State
    offered: bool
    way: Way
    place: str
    starts_at: int | None
    counselor_id: PersonId
    times: tuple[int, ...] = ()

    @property
    def live(self) -> bool:
        return self.state in LIVE


def quarter(at: int) -> int:
    """The number of the quarter of an hour in which a moment lies."""
    return at // QUARTER


def unfit(at: int, now: int, times: Iterable[int]) -> Unfit | None:
    """Why this time cannot join those proposed already; None when it can."""
    known = tuple(times)
    if at < now + SOONEST:
        return Unfit.SOON
    if at > now + FARTHEST:
        return Unfit.FAR
    if at in known:
        return Unfit.TWICE
    return Unfit.FULL if len(known) >= MOST_TIMES else None


def steps(starts_at: int, now: int) -> Mapping[Step, int | None]:
    """When each step is due; None for what is past already."""
    moments = {step: starts_at + away for step, away in _AWAY.items()}
    return {step: at if at > now else None for step, at in moments.items()}


def overlap(one: int, other: int) -> bool:
    """Whether two appointments of one person cannot both be kept."""
    return abs(one - other) < LENGTH
