"""Who is told of a disclosure: somebody, always."""

import pytest

from bot.domain.ids import PersonId
from bot.domain.people import Role, StaffMember
from bot.domain.safeguarding import ACUITY_OF_DISCLOSURE, recipients
from bot.domain.triage import Acuity


def member(number: int, role: Role, *, on_call: bool = False) -> StaffMember:
    return StaffMember(PersonId(number), role, f"n{number}", on_call)


COUNSELOR = member(1, Role.COUNSELOR)
ON_CALL = member(2, Role.COUNSELOR, on_call=True)
SUPERVISOR = member(3, Role.SUPERVISOR)
ADMINISTRATOR = member(4, Role.ADMINISTRATOR)
VOLUNTEER = member(5, Role.VOLUNTEER, on_call=True)


@pytest.mark.parametrize(
    ("staff", "owner", "told"),
    [
        ([COUNSELOR, ON_CALL, SUPERVISOR, ADMINISTRATOR], None, (2,)),
        ([COUNSELOR, ON_CALL], 1, (2, 1)),
        ([COUNSELOR, ON_CALL], 2, (2,)),
        ([COUNSELOR, SUPERVISOR, ADMINISTRATOR], None, (3,)),
        ([COUNSELOR, ADMINISTRATOR], None, (1,)),
        ([ADMINISTRATOR], None, (4,)),
        ([VOLUNTEER, COUNSELOR], None, (1,)),
        ([VOLUNTEER], None, ()),
        ([], None, ()),
    ],
)
def test_the_nearest_of_those_who_can_act_are_told(
    staff: list[StaffMember], owner: int | None, told: tuple[int, ...]
) -> None:
    assert recipients(staff, PersonId(owner) if owner else None) == told


def test_everyone_on_call_is_told() -> None:
    on_call = [member(n, Role.SOCIAL_WORKER, on_call=True) for n in range(1, 6)]
    assert recipients([*on_call, SUPERVISOR]) == (1, 2, 3, 4, 5)


def test_a_disclosure_makes_a_case_most_urgent() -> None:
    assert ACUITY_OF_DISCLOSURE is min(Acuity)
