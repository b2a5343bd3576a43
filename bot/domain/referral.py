"""A referral of a case to a partner institution: its states, its time, and which partner fits."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.ids import CaseId, PartnerId, PersonId, ReferralId
from bot.domain.text import alphabetical

CONSENT_VERSION = 1
"""The version of `referral-consent`; raise it when what families agree to changes."""

_HOUR = 3600 * 1000


class PartnerKind(StrEnum):
    SOCIAL = "social"
    CULTURAL = "cultural"
    EDUCATIONAL = "educational"
    HEALTH = "health"
    LEGAL = "legal"


@dataclass(frozen=True, slots=True)
class Profile:
    """What we know of an institution. No region: the whole country; no topic: all of them.

    `regions` are codes of provinces and counties. `accepts` and `hours` are in words.
    """

    name: str
    kind: PartnerKind
    regions: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    accepts: str = ""
    hours: str = ""
    active: bool = True


@dataclass(frozen=True, slots=True)
class Partner:
    id: PartnerId
    profile: Profile

    @property
    def name(self) -> str:
        return self.profile.name


class Urgency(StrEnum):
    """How soon the partner should answer (tiers of an inter-agency referral form)."""

    EMERGENCY = "emergency"
    URGENT = "urgent"
    NORMAL = "normal"

    @property
    def limit(self) -> int:
        """Milliseconds until an answer is due."""
        return _LIMITS[self]

    @property
    def finishing(self) -> int:
        """Milliseconds from acceptance until the partner is asked whether it is done."""
        return _FINISHING[self]


_LIMITS = {Urgency.EMERGENCY: 24 * _HOUR, Urgency.URGENT: 72 * _HOUR, Urgency.NORMAL: 336 * _HOUR}
_FINISHING = {
    Urgency.EMERGENCY: 72 * _HOUR,
    Urgency.URGENT: 240 * _HOUR,
    Urgency.NORMAL: 720 * _HOUR,
}
FINISH_STEPS = 3
"""How often an accepted referral is asked after: the partner, the counselor, the supervisors."""


class Share(StrEnum):
    """What the partner may read, each only if the counselor chose it and the family agreed."""

    TOPIC = "topic"
    REGION = "region"
    HOUSEHOLD = "household"
    ACUITY = "acuity"
    SUMMARY = "summary"


class Refusal(StrEnum):
    """Why a partner refuses."""

    FULL = "full"
    TOPIC = "topic"
    REGION = "region"
    UNCLEAR = "unclear"
    OTHER = "other"


class Override(StrEnum):
    """Why a supervisor sends a referral to which the family has not agreed in the chat."""

    LIFE = "life"
    CHILD = "child"
    SPOKEN = "spoken"


class State(StrEnum):
    DRAFTED = "drafted"
    CONSENT_ASKED = "consent_asked"
    SENT = "sent"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    EXPIRED = "expired"
    DONE = "done"
    REVOKED = "revoked"


TRANSITIONS: dict[State, frozenset[State]] = {
    # Straight to the partner only when a supervisor overrides.
    # A question that the family never answers ends too, and frees the way for another.
    State.DRAFTED: frozenset({State.CONSENT_ASKED, State.SENT, State.REVOKED, State.EXPIRED}),
    State.CONSENT_ASKED: frozenset({State.SENT, State.REVOKED, State.EXPIRED}),
    State.SENT: frozenset({State.ACCEPTED, State.REFUSED, State.EXPIRED, State.REVOKED}),
    # Withdrawing must be as easy as consenting, so it does not end when the partner accepts.
    State.ACCEPTED: frozenset({State.DONE, State.REVOKED}),
    State.REFUSED: frozenset(),
    State.EXPIRED: frozenset(),
    State.DONE: frozenset(),
    State.REVOKED: frozenset(),
}
LIVE = tuple(state for state in State if TRANSITIONS[state])
BEFORE_SENDING = (State.DRAFTED, State.CONSENT_ASKED)
WITH_PARTNER = (State.SENT, State.ACCEPTED)


def before(after: State) -> tuple[State, ...]:
    """The states from which this one can be reached."""
    return tuple(state for state in State if after in TRANSITIONS[state])


@dataclass(frozen=True, slots=True)
class Referral:
    """One case on its way to one partner. No `urgency`: the counselor is still writing it.

    `declined`: the family said no. `reminded`: reminders that went to a silent partner.
    `moved_by`, `moved_at`: who brought it into its present state, and when.
    """

    id: ReferralId
    case_id: CaseId
    partner_id: PartnerId
    author_id: PersonId
    state: State
    urgency: Urgency | None
    shares: tuple[Share, ...]
    summary: str
    declined: bool
    override: Override | None
    refusal: Refusal | None
    sent_at: int | None
    reminded: int
    moved_by: PersonId | None
    moved_at: int


HALF_TIME, LIMIT, OVER = 1, 2, 3
"""What follows silence: a reminder, a reminder that colleagues hear of, the end."""


def silence(urgency: Urgency, sent_at: int, now: int) -> int:
    """How far a partner's silence has come: 0, HALF_TIME, LIMIT, or OVER at twice the limit."""
    halves = (now - sent_at) // (urgency.limit // 2)
    return OVER if halves >= 4 else max(0, min(LIMIT, halves))


def next_silence(urgency: Urgency, sent_at: int, reached: int) -> int:
    """When the step after `reached` is due (epoch ms)."""
    halves = reached + 1 if reached < LIMIT else 4
    return sent_at + halves * (urgency.limit // 2)


def suggestions(
    partners: Iterable[Partner], topic: str, province: str, county: str
) -> tuple[Partner, ...]:
    """The active partners, those that take both topic and region first.

    Among these the nearer ones and the more specialized ones come first, then by alphabet.
    """

    def rank(partner: Partner) -> tuple[bool, bool, int, int, str]:
        topics = _fits_topic(partner.profile, topic)
        region = _fits_region(partner.profile, province, county)
        order = alphabetical(partner.name)
        return (not (topics and region), not topics, -region, -topics, order)

    return tuple(sorted((p for p in partners if p.profile.active), key=rank))


def fits(profile: Profile, topic: str, province: str, county: str) -> bool:
    """Whether this institution takes such a case from there."""
    return bool(_fits_topic(profile, topic) and _fits_region(profile, province, county))


def _fits_topic(profile: Profile, topic: str) -> int:
    if not profile.topics:
        return 1
    return 2 if topic in profile.topics else 0


def _fits_region(profile: Profile, province: str, county: str) -> int:
    if not profile.regions:
        return 1
    if county and county in profile.regions:
        return 3
    return 2 if province and province in profile.regions else 0
