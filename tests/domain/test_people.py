"""Who may do what: one table, and nobody is staff by chance."""

import pytest

from bot.domain.ids import PersonId
from bot.domain.people import MAY, Action, Role, StaffMember, may

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
    Action.SHARE_REPLY: {Role.SUPERVISOR},
    Action.LISTEN: {Role.SUPERVISOR},
    Action.BLOCK: {Role.SUPERVISOR, Role.ADMINISTRATOR},
    Action.BLOCK_FOREVER: {Role.ADMINISTRATOR},
    Action.SEE_WELFARE: {Role.SUPERVISOR},
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
