"""A case that changes hands: how a hand-over stands, why it is refused, how long it waits."""

from dataclasses import dataclass
from enum import StrEnum

from bot.domain.ids import CaseId, HoldId, PersonId, TransferId
from bot.domain.triage import Acuity

NOTE_LIMIT = 1500
"""Characters of a hand-over note: with what stands around it, it stays one message."""

_MINUTE = 60_000


class TransferState(StrEnum):
    """`drafted`: the note is being written. `asked`: a colleague would like to have the case.
    `offered`: a colleague is to accept it. `assigned`: a supervisor gave it to somebody.

    The last five are ends; of an assignment, `refused` may still follow.
    """

    DRAFTED = "drafted"
    ASKED = "asked"
    OFFERED = "offered"
    ACCEPTED = "accepted"
    QUEUED = "queued"
    ASSIGNED = "assigned"
    REFUSED = "refused"
    EXPIRED = "expired"
    ENDED = "ended"


class Declined(StrEnum):
    """Why a colleague does not take a case."""

    FULL = "full"
    TOPIC = "topic"
    KNOWN = "known"
    OFF = "off"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Transfer:
    """A case on its way from one to the other. No `to_id`: to whoever claims it next.

    `held_since`: when `from_id` claimed the case (epoch ms); a later claim is another matter.
    """

    id: TransferId
    case_id: CaseId
    state: TransferState
    from_id: PersonId | None
    held_since: int | None
    to_id: PersonId | None
    by_id: PersonId
    note: str
    refusal: Declined | None
    created_at: int
    moved_at: int


@dataclass(frozen=True, slots=True)
class Patience:
    """Milliseconds: for how long a colleague is waited for, and the earlier counselor of a
    family that comes back."""

    answer: int = 30 * _MINUTE
    urgent: int = 5 * _MINUTE
    returning: int = 10 * _MINUTE

    def for_answer(self, acuity: Acuity) -> int:
        """How long an offer, or a colleague's wish, waits for its answer."""
        return self.urgent if acuity is Acuity.IMMEDIATE else self.answer


class HoldKind(StrEnum):
    ALL = "all"
    TOPIC = "topic"
    PROVINCE = "province"


@dataclass(frozen=True, slots=True)
class Hold:
    """What a supervisor assigns by hand; `value` is a topic or a province, or empty for all.

    What is most urgent is never held.
    """

    id: HoldId
    kind: HoldKind
    value: str
    by_id: PersonId
    at: int


def is_reservable(acuity: Acuity) -> bool:
    """Whether a case can wait for one certain person: never where a life may hang on it."""
    return acuity > Acuity.HIGH
