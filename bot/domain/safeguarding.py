"""Who is told of a disclosure, when again while nobody takes it, and how an alert ends."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.ids import PersonId
from bot.domain.people import Action, Role, StaffMember, may
from bot.domain.triage import Acuity

MINUTE = 60 * 1000
ACUITY_OF_DISCLOSURE = Acuity.IMMEDIATE
SAME_DISCLOSURE = 10 * MINUTE
"""Milliseconds in which further words of the same kind belong to the alert that is open."""


# The ladder.


class Audience(StrEnum):
    ON_CALL = "on_call"
    NEXT = "next"
    SUPERVISORS = "supervisors"
    EVERYBODY = "everybody"


@dataclass(frozen=True, slots=True)
class Rung:
    """One step of the ladder. `age`: milliseconds after the alert was raised.

    `groups`: the counselor groups hear of it too, without a word of the family.
    """

    step: str
    age: int
    audience: Audience
    groups: bool = False


# Second person at 2 minutes, lead at 5, everyone at 10 (safeguarding, service levels).
LADDER = (
    Rung("on_call", 0, Audience.ON_CALL),
    Rung("next", 2 * MINUTE, Audience.NEXT),
    Rung("supervisors", 5 * MINUTE, Audience.SUPERVISORS),
    Rung("everybody", 10 * MINUTE, Audience.EVERYBODY, groups=True),
)
REPEATED = 10 * MINUTE
"""Above the ladder everybody is paged again and again, so many milliseconds apart."""


def rung(number: int) -> Rung:
    """The rung of this number, counted from 0; above the ladder the last one is repeated."""
    if number < len(LADDER):
        return LADDER[number]
    above = number - len(LADDER) + 1
    return Rung("repeat", LADDER[-1].age + above * REPEATED, LADDER[-1].audience)


def reached(age: int) -> int:
    """The highest rung that an alert of this age has reached."""
    above = (age - LADDER[-1].age) // REPEATED
    if above >= 0:
        return len(LADDER) - 1 + above
    return max((n for n, each in enumerate(LADDER) if each.age <= age), default=0)


@dataclass(frozen=True, slots=True)
class Call:
    """One person to page. `step` says as what: it is stamped, and words are chosen by it."""

    person_id: PersonId
    step: str


def calls(
    now: Rung,
    staff: Sequence[StaffMember],
    owner: PersonId | None = None,
    last: PersonId | None = None,
) -> tuple[Call, ...]:
    """Whom this rung pages. `owner`: the case's counselor; `last`: who was next before."""
    match now.audience:
        case Audience.ON_CALL:
            return tuple(Call(p, now.step) for p in recipients(staff, owner))
        case Audience.NEXT:
            following = next_in_turn(staff, last)
            others = [p for p in recipients(staff, owner) if p != following]
            named = [Call(following, now.step)] if following is not None else []
            return (*named, *(Call(p, "again") for p in others))
        case Audience.SUPERVISORS:
            return tuple(Call(p, now.step) for p in supervisors(staff))
        case Audience.EVERYBODY:
            return tuple(Call(p.person_id, now.step) for p in able(staff))


def able(staff: Iterable[StaffMember]) -> list[StaffMember]:
    """All who may answer for an alert."""
    return [person for person in staff if may(person, Action.ACKNOWLEDGE)]


def on_call(staff: Iterable[StaffMember]) -> list[StaffMember]:
    """Those who must answer alerts now. Nobody: the family is told so."""
    return [person for person in able(staff) if person.on_call]


def recipients(staff: Iterable[StaffMember], owner: PersonId | None = None) -> tuple[PersonId, ...]:
    """Everyone to alert at once: all on call, and the case's own counselor.

    Where nobody is on call the alert still reaches somebody: supervisors, else all
    caseworkers, else administrators.
    """
    people = able(staff)
    ids = [p.person_id for p in on_call(people)] or list(supervisors(people))
    if owner is not None and owner not in ids:
        ids.append(owner)
    return tuple(ids)


def supervisors(staff: Iterable[StaffMember]) -> tuple[PersonId, ...]:
    """All supervisors; where there is none, all caseworkers, else the administrators."""
    return tuple(p.person_id for p in _senior(able(staff)))


def _senior(people: Sequence[StaffMember]) -> list[StaffMember]:
    tiers = (
        [p for p in people if p.role is Role.SUPERVISOR],
        [p for p in people if p.role is not Role.ADMINISTRATOR],
        [*people],
    )
    return next((tier for tier in tiers if tier), [])


def next_in_turn(staff: Iterable[StaffMember], last: PersonId | None) -> PersonId | None:
    """The one who is named next: those on call take turns.

    Where fewer than two are on call, it is a supervisor who is not, else anybody else.
    """
    people = able(staff)
    duty = on_call(people)
    if len(duty) < 2:
        duty = _senior([p for p in people if not p.on_call]) or duty
    turns = [p.person_id for p in duty]
    if last in turns:
        return turns[(turns.index(last) + 1) % len(turns)]
    return turns[0] if turns else None


# The end.


class AlertOutcome(StrEnum):
    """What came of an alert, as the one who took it writes it down."""

    SAFE = "safe"
    HELP_CALLED = "help_called"
    REFERRED = "referred"
    NOT_REACHED = "not_reached"
    MISTAKEN = "mistaken"


OUTCOME_FIRST, OUTCOME_AGAIN, OUTCOME_REMINDERS = 30 * MINUTE, 60 * MINUTE, 6
"""When whoever took an alert is first reminded of its outcome, how long after that again, and
how often; then the supervisors are told."""
OUTCOMES_SHOWN = 14 * 24 * 60 * MINUTE
"""Milliseconds for which an outcome is shown again in the list of alerts."""
