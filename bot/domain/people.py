"""Who takes part: platforms, roles, and the one table of who may do what."""

from dataclasses import dataclass
from enum import StrEnum

from bot.domain.ids import CaseId, PersonId


class Platform(StrEnum):
    TELEGRAM = "telegram"
    BALE = "bale"


class Role(StrEnum):
    COUNSELOR = "counselor"
    SOCIAL_WORKER = "social_worker"
    VOLUNTEER = "volunteer"
    SUPERVISOR = "supervisor"
    COORDINATOR = "coordinator"
    ADMINISTRATOR = "administrator"
    PARTNER = "partner"


class Action(StrEnum):
    SEE_QUEUE = "see_queue"
    CLAIM = "claim"
    TALK = "talk"
    ACKNOWLEDGE = "acknowledge"
    SEE_ALERTS = "see_alerts"
    END_ALERT = "end_alert"
    INVITE = "invite"
    SEE_STAFF = "see_staff"
    LEAD = "lead"
    CHANGE_ACUITY = "change_acuity"
    SEE_HEALTH = "see_health"
    REFER = "refer"
    OVERRIDE_CONSENT = "override_consent"
    MANAGE_PARTNERS = "manage_partners"
    ANSWER_REFERRAL = "answer_referral"
    SHARE_REPLY = "share_reply"
    LISTEN = "listen"
    BLOCK = "block"
    BLOCK_FOREVER = "block_forever"
    SEE_WELFARE = "see_welfare"


_CASEWORKERS = frozenset({Role.COUNSELOR, Role.SOCIAL_WORKER, Role.SUPERVISOR})

MAY: dict[Action, frozenset[Role]] = {
    Action.SEE_QUEUE: _CASEWORKERS,
    Action.CLAIM: _CASEWORKERS,
    Action.TALK: _CASEWORKERS,
    # Whoever was alerted must be able to say "I am on it": see `safeguarding.recipients`.
    Action.ACKNOWLEDGE: _CASEWORKERS | {Role.ADMINISTRATOR},
    Action.SEE_ALERTS: _CASEWORKERS | {Role.ADMINISTRATOR},
    # The outcome of an alert that somebody else has; one's own everybody writes.
    Action.END_ALERT: frozenset({Role.SUPERVISOR}),
    Action.INVITE: frozenset({Role.ADMINISTRATOR}),
    Action.SEE_STAFF: frozenset({Role.ADMINISTRATOR, Role.SUPERVISOR}),
    Action.LEAD: frozenset({Role.SUPERVISOR}),
    # In any case; the counselor of a case may do it in theirs.
    Action.CHANGE_ACUITY: frozenset({Role.SUPERVISOR}),
    Action.SEE_HEALTH: frozenset({Role.ADMINISTRATOR}),
    Action.REFER: _CASEWORKERS,
    Action.OVERRIDE_CONSENT: frozenset({Role.SUPERVISOR}),
    Action.MANAGE_PARTNERS: frozenset({Role.ADMINISTRATOR}),
    # People of an institution outside: they see what was sent to it, and nothing else of ours.
    Action.ANSWER_REFERRAL: frozenset({Role.PARTNER}),
    # For all colleagues; one's own replies everybody adds and deletes.
    Action.SHARE_REPLY: frozenset({Role.SUPERVISOR}),
    Action.LISTEN: frozenset({Role.SUPERVISOR}),
    Action.BLOCK: frozenset({Role.SUPERVISOR, Role.ADMINISTRATOR}),
    Action.BLOCK_FOREVER: frozenset({Role.ADMINISTRATOR}),
    Action.SEE_WELFARE: frozenset({Role.SUPERVISOR}),
}


@dataclass(frozen=True, slots=True)
class Person:
    """Anyone who has written to us. We keep no name and no number."""

    id: PersonId
    language: str
    consented_at: int | None = None
    unreachable_at: int | None = None


@dataclass(frozen=True, slots=True)
class Account:
    """Where a person is reached: one account of one messenger."""

    person_id: PersonId
    platform: Platform
    chat_id: int
    chat_key: str


@dataclass(frozen=True, slots=True)
class StaffMember:
    """A person with a role. `alias` is how colleagues call them; families never see it.

    `current_case` is the family that a plain message goes to; it is `settled` when the
    staff member chose it knowingly and nobody else has written in between.
    """

    person_id: PersonId
    role: Role
    alias: str
    on_call: bool = False
    current_case: CaseId | None = None
    settled: bool = False


def may(member: StaffMember | None, action: Action) -> bool:
    """Whether this person may do it. Nobody is staff without a row that says so."""
    return member is not None and member.role in MAY[action]
