"""Who is told of a disclosure: somebody, always; and who next, while nobody takes it."""

import pytest

from bot.domain.ids import PersonId
from bot.domain.people import Role, StaffMember
from bot.domain.safeguarding import (
    ACUITY_OF_DISCLOSURE,
    LADDER,
    MINUTE,
    calls,
    next_in_turn,
    on_call,
    reached,
    recipients,
    rung,
    supervisors,
)
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


def called(number: int, staff: list[StaffMember], owner: int | None = None) -> dict[int, str]:
    """Whom this rung pages, and as what."""
    found = calls(rung(number), staff, PersonId(owner) if owner else None)
    assert len({call.person_id for call in found}) == len(found)
    return {call.person_id: call.step for call in found}


def test_the_ladder_climbs_at_two_five_and_ten_minutes_and_then_every_ten() -> None:
    ages = [rung(number).age / MINUTE for number in range(8)]
    assert ages == [0, 2, 5, 10, 20, 30, 40, 50]
    assert [rung(number).step for number in range(6)] == [
        "on_call", "next", "supervisors", "everybody", "repeat", "repeat",
    ]  # fmt: skip
    assert [number for number in range(9) if rung(number).groups] == [3]


@pytest.mark.parametrize("number", range(12))
def test_an_age_has_reached_its_rung_and_not_the_next(number: int) -> None:
    assert reached(rung(number).age) == number
    assert reached(rung(number + 1).age - 1) == number


def test_a_clock_that_stepped_back_stands_at_the_foot() -> None:
    assert reached(-MINUTE) == 0


def test_each_rung_reaches_more_until_everybody_is_called() -> None:
    staff = [COUNSELOR, ON_CALL, SUPERVISOR, ADMINISTRATOR, VOLUNTEER]
    assert called(0, staff) == {2: "on_call"}
    assert called(1, staff) == {3: "next", 2: "again"}
    assert called(2, staff) == {3: "supervisors"}
    assert called(3, staff) == dict.fromkeys((1, 2, 3, 4), "everybody")
    assert called(4, staff) == called(9, staff) == dict.fromkeys((1, 2, 3, 4), "repeat")


@pytest.mark.parametrize("number", range(6))
def test_every_rung_reaches_somebody_wherever_somebody_can_answer(number: int) -> None:
    for one in (COUNSELOR, ON_CALL, SUPERVISOR, ADMINISTRATOR):
        assert [*called(number, [one, VOLUNTEER])] == [one.person_id]
    assert called(number, [VOLUNTEER]) == {}


def test_the_counselor_of_the_case_is_called_too() -> None:
    assert called(0, [COUNSELOR, ON_CALL], owner=1) == {2: "on_call", 1: "on_call"}
    assert called(1, [COUNSELOR, ON_CALL, SUPERVISOR], owner=1) == {
        3: "next",
        2: "again",
        1: "again",
    }


def test_those_on_call_are_named_in_turn() -> None:
    duty = [member(n, Role.COUNSELOR, on_call=True) for n in (1, 2, 3)]
    named: PersonId | None = None
    order = []
    for _ in range(5):
        named = next_in_turn([*duty, SUPERVISOR], named)
        order.append(named)
    assert order == [1, 2, 3, 1, 2]
    assert next_in_turn(duty, PersonId(99)) == 1


def test_one_alone_on_call_is_followed_by_a_supervisor_else_by_anybody_else() -> None:
    assert next_in_turn([COUNSELOR, ON_CALL, SUPERVISOR], None) == 3
    assert next_in_turn([COUNSELOR, ON_CALL, ADMINISTRATOR], None) == 1
    assert next_in_turn([ON_CALL], None) == 2
    assert next_in_turn([], None) is None


def test_on_call_is_who_can_also_answer() -> None:
    assert on_call([COUNSELOR, ON_CALL, VOLUNTEER]) == [ON_CALL]
    assert on_call([COUNSELOR, VOLUNTEER]) == []


def test_where_there_is_no_supervisor_somebody_stands_in() -> None:
    assert supervisors([COUNSELOR, SUPERVISOR]) == (3,)
    assert supervisors([COUNSELOR, ADMINISTRATOR]) == (1,)
    assert supervisors([ADMINISTRATOR]) == (4,)


def test_the_ladder_begins_at_once() -> None:
    assert LADDER[0].age == 0
