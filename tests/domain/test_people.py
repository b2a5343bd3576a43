"""Who may do what: one table, and nobody is staff by chance."""

import pytest

from bot.domain.ids import PersonId
from bot.domain.people import MAY, SCOPES, Action, Role, Scope, StaffMember, may, may_in

CASEWORKERS = {Role.COUNSELOR, Role.SOCIAL_WORKER, Role.SUPERVISOR}
ALLOWED = {
    Action.SEE_QUEUE: CASEWORKERS,
    Action.CLAIM: CASEWORKERS,
    Action.TALK: CASEWORKERS,
    Action.ACKNOWLEDGE: CASEWORKERS | {Role.ADMINISTRATOR},
    Action.SEE_ALERTS: CASEWORKERS | {Role.ADMINISTRATOR},
    Action.END_ALERT: {Role.SUPERVISOR},
    Action.INVITE: {Role.ADMINISTRATOR},
    Action.SEE_STAFF: {Role.ADMINISTRATOR, Role.SUPERVISOR},
    Action.LEAD: {Role.SUPERVISOR},
    Action.CHANGE_ACUITY: {Role.SUPERVISOR},
    Action.SEE_HEALTH: {Role.ADMINISTRATOR},
    Action.REFER: CASEWORKERS,
    Action.OVERRIDE_CONSENT: {Role.SUPERVISOR},
    Action.MANAGE_PARTNERS: {Role.ADMINISTRATOR},
    Action.ANSWER_REFERRAL: {Role.PARTNER},
    Action.SET_DUTY: {Role.ADMINISTRATOR, Role.SUPERVISOR},
    Action.SEE_SHIFTS: CASEWORKERS | {Role.ADMINISTRATOR},
    Action.HAND_OVER: CASEWORKERS,
    Action.HAND_OVER_ANY: {Role.SUPERVISOR},
    Action.ASK_FOR: CASEWORKERS,
    Action.ROUTE: {Role.SUPERVISOR},
    Action.SEE_CASE: CASEWORKERS | {Role.COORDINATOR},
    Action.READ_CASE: CASEWORKERS,
    Action.WRITE_CASE: CASEWORKERS,
    Action.SEND_PLAN: CASEWORKERS,
    Action.CLOSE_CASE: CASEWORKERS,
    Action.APPROVE_CLOSING: {Role.SUPERVISOR},
    Action.REOPEN: CASEWORKERS,
    Action.SEE_FEEDBACK: {Role.SUPERVISOR},
    Action.SEE_OVERVIEW: {Role.SUPERVISOR, Role.ADMINISTRATOR},
    Action.SEARCH: CASEWORKERS,
    Action.SEARCH_ALL: {Role.SUPERVISOR},
    Action.SHARE_REPLY: {Role.SUPERVISOR},
    Action.LISTEN: {Role.SUPERVISOR},
    Action.BLOCK: {Role.SUPERVISOR, Role.ADMINISTRATOR},
    Action.BLOCK_FOREVER: {Role.ADMINISTRATOR},
    Action.SEE_WELFARE: {Role.SUPERVISOR},
    Action.MANAGE_COURSES: {Role.COORDINATOR, Role.SUPERVISOR, Role.ADMINISTRATOR},
    Action.TEACH: set(Role) - {Role.PARTNER},
    Action.BROADCAST: {Role.COORDINATOR, Role.SUPERVISOR, Role.ADMINISTRATOR},
    Action.APPROVE_BROADCAST: {Role.COORDINATOR, Role.SUPERVISOR, Role.ADMINISTRATOR},
    Action.SEE_DONATIONS: {Role.ADMINISTRATOR},
}


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("action", Action)
def test_every_role_may_do_what_it_should_and_no_more(role: Role, action: Action) -> None:
    assert may(StaffMember(PersonId(1), role, "n"), action) is (role in ALLOWED[action])


@pytest.mark.parametrize("action", Action)
def test_who_has_no_role_may_do_nothing_of_it(action: Action) -> None:
    assert not may(None, action)


def test_every_action_has_its_line_in_the_table() -> None:
    assert MAY.keys() == set(Action)


NOWHERE, OWN, TEAM, ALL = 0, Scope.OWN, Scope.TEAM, Scope.ALL
REACH = {
    # counselor, social worker, supervisor, coordinator; everybody else: nowhere
    Action.SEE_CASE: (TEAM, TEAM, ALL, TEAM),
    Action.READ_CASE: (OWN, OWN, ALL, NOWHERE),
    Action.WRITE_CASE: (OWN, OWN, ALL, NOWHERE),
    Action.SEND_PLAN: (OWN, OWN, OWN, NOWHERE),
    Action.CLOSE_CASE: (OWN, OWN, OWN, NOWHERE),
    Action.APPROVE_CLOSING: (NOWHERE, NOWHERE, ALL, NOWHERE),
    Action.REOPEN: (OWN, OWN, ALL, NOWHERE),
}
_COLUMNS = (Role.COUNSELOR, Role.SOCIAL_WORKER, Role.SUPERVISOR, Role.COORDINATOR)


@pytest.mark.parametrize("near", [None, *Scope])
@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("action", Action)
def test_each_cell_of_the_matrix_reaches_as_far_as_it_should(
    action: Action, role: Role, near: Scope | None
) -> None:
    reach = dict(zip(_COLUMNS, REACH.get(action, ()), strict=False)).get(role, NOWHERE)
    allowed = near is not None and reach >= near
    assert may_in(StaffMember(PersonId(1), role, "n"), action, near) is allowed
    assert not may_in(None, action, near)


def test_the_matrix_has_no_line_that_is_not_looked_at_here() -> None:
    assert SCOPES.keys() == REACH.keys()
