"""Who takes part: platforms, roles, and the one table of who may do what."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum

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
    SET_DUTY = "set_duty"
    SEE_SHIFTS = "see_shifts"
    HAND_OVER = "hand_over"
    HAND_OVER_ANY = "hand_over_any"
    ASK_FOR = "ask_for"
    ROUTE = "route"
    SEE_FEEDBACK = "see_feedback"
    SEE_OVERVIEW = "see_overview"
    SEARCH = "search"
    SEARCH_ALL = "search_all"
    SEE_CASE = "see_case"
    READ_CASE = "read_case"
    WRITE_CASE = "write_case"
    SEND_PLAN = "send_plan"
    CLOSE_CASE = "close_case"
    APPROVE_CLOSING = "approve_closing"
    REOPEN = "reopen"
    SHARE_REPLY = "share_reply"
    LISTEN = "listen"
    BLOCK = "block"
    BLOCK_FOREVER = "block_forever"
    SEE_WELFARE = "see_welfare"
    MANAGE_COURSES = "manage_courses"
    TEACH = "teach"
    BROADCAST = "broadcast"
    APPROVE_BROADCAST = "approve_broadcast"
    SEE_DONATIONS = "see_donations"


class Scope(IntEnum):
    """In which cases somebody may do it. Each holds the one before."""

    OWN = 1
    """Those one has, and for a while those one has closed."""
    TEAM = 2
    """Every open case, whoever has it."""
    ALL = 3
    """Closed ones, too."""


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
    Action.SEE_FEEDBACK: frozenset({Role.SUPERVISOR}),
    # People of an institution outside: they see what was sent to it, and nothing else of ours.
    Action.ANSWER_REFERRAL: frozenset({Role.PARTNER}),
    # Profiles, shifts and the rota of all; here and away everybody says for themselves.
    Action.SET_DUTY: frozenset({Role.ADMINISTRATOR, Role.SUPERVISOR}),
    Action.SEE_SHIFTS: _CASEWORKERS | {Role.ADMINISTRATOR},
    Action.HAND_OVER: _CASEWORKERS,
    # Also what a colleague has; their own cases all of them hand over.
    Action.HAND_OVER_ANY: frozenset({Role.SUPERVISOR}),
    Action.ASK_FOR: _CASEWORKERS,
    # Holding parts of the queue, and giving waiting cases to people by hand.
    Action.ROUTE: frozenset({Role.SUPERVISOR}),
    Action.SEE_OVERVIEW: frozenset({Role.SUPERVISOR, Role.ADMINISTRATOR}),
    # One's own cases, now or before; with SEARCH_ALL those of everybody.
    Action.SEARCH: _CASEWORKERS,
    Action.SEARCH_ALL: frozenset({Role.SUPERVISOR}),
    # For all colleagues; one's own replies everybody adds and deletes.
    Action.SHARE_REPLY: frozenset({Role.SUPERVISOR}),
    Action.LISTEN: frozenset({Role.SUPERVISOR}),
    Action.BLOCK: frozenset({Role.SUPERVISOR, Role.ADMINISTRATOR}),
    Action.BLOCK_FOREVER: frozenset({Role.ADMINISTRATOR}),
    Action.SEE_WELFARE: frozenset({Role.SUPERVISOR}),
    Action.MANAGE_COURSES: frozenset({Role.COORDINATOR, Role.SUPERVISOR, Role.ADMINISTRATOR}),
    # One's own cohorts: any colleague may hold one. Those of others: MANAGE_COURSES.
    Action.TEACH: frozenset(Role) - {Role.PARTNER},
    # To many people at once; above a number it is sent when a second one of these has said yes.
    Action.BROADCAST: frozenset({Role.COORDINATOR, Role.SUPERVISOR, Role.ADMINISTRATOR}),
    Action.APPROVE_BROADCAST: frozenset({Role.COORDINATOR, Role.SUPERVISOR, Role.ADMINISTRATOR}),
    Action.SEE_DONATIONS: frozenset({Role.ADMINISTRATOR}),
}

_CASEWORK = {
    Role.COUNSELOR: Scope.OWN,
    Role.SOCIAL_WORKER: Scope.OWN,
    Role.SUPERVISOR: Scope.ALL,
}
SCOPES: dict[Action, dict[Role, Scope]] = {
    # No more than the card in the group shows: code, urgency, topic, place, who has it.
    Action.SEE_CASE: {
        Role.COUNSELOR: Scope.TEAM,
        Role.SOCIAL_WORKER: Scope.TEAM,
        Role.COORDINATOR: Scope.TEAM,
        Role.SUPERVISOR: Scope.ALL,
    },
    # Answers, talk, notes, tasks, goals, plan, timeline.
    Action.READ_CASE: _CASEWORK,
    Action.WRITE_CASE: _CASEWORK,
    # What reaches the family comes from the one who talks with it.
    Action.SEND_PLAN: dict.fromkeys(_CASEWORK, Scope.OWN),
    Action.CLOSE_CASE: dict.fromkeys(_CASEWORK, Scope.OWN),
    # Of a case that somebody else has: `lifecycle.may_decide`.
    Action.APPROVE_CLOSING: {Role.SUPERVISOR: Scope.ALL},
    Action.REOPEN: _CASEWORK,
}
"""What is done with one case: by whom, and in which cases. No line, no right."""
MAY |= {action: frozenset(roles) for action, roles in SCOPES.items()}


@dataclass(frozen=True, slots=True)
class Person:
    """Anyone who has written to us. We keep no name and no number. `linked`: at two messengers."""

    id: PersonId
    language: str
    consented_at: int | None = None
    unreachable_at: int | None = None
    linked: bool = False


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
    staff member chose it knowingly and nobody else has written in between. `on_call`: by the
    rota, or because somebody switched it on (`by_hand`).
    """

    person_id: PersonId
    role: Role
    alias: str
    on_call: bool = False
    current_case: CaseId | None = None
    settled: bool = False
    by_hand: bool = False


def may(member: StaffMember | None, action: Action) -> bool:
    """Whether this person may do it. Nobody is staff without a row that says so."""
    return member is not None and member.role in MAY[action]


def may_in(member: StaffMember | None, action: Action, near: Scope | None) -> bool:
    """Whether this person may do it in a case that stands so near to them; None: in no way."""
    if member is None or near is None:
        return False
    scope = SCOPES.get(action, {}).get(member.role)
    return scope is not None and scope >= near
