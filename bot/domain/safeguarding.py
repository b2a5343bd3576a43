"""Who is told of a disclosure, and how grave each kind makes a case."""

from collections.abc import Iterable

from bot.domain.ids import PersonId
from bot.domain.people import Action, Role, StaffMember, may
from bot.domain.triage import Acuity

ACUITY_OF_DISCLOSURE = Acuity.IMMEDIATE
SAME_DISCLOSURE = 10 * 60 * 1000
"""Milliseconds in which further words of the same kind belong to the alert that is open."""


def recipients(staff: Iterable[StaffMember], owner: PersonId | None = None) -> tuple[PersonId, ...]:
    """Everyone to alert: all on call, and the case's own counselor.

    Where nobody is on call the alert still reaches somebody: supervisors, else all
    caseworkers, else administrators.
    """
    able = [person for person in staff if may(person, Action.ACKNOWLEDGE)]
    ladders = (
        [p for p in able if p.on_call],
        [p for p in able if p.role is Role.SUPERVISOR],
        [p for p in able if p.role is not Role.ADMINISTRATOR],
        able,
    )
    chosen = next((ladder for ladder in ladders if ladder), [])
    ids = [p.person_id for p in chosen]
    if owner is not None and owner not in ids:
        ids.append(owner)
    return tuple(ids)
