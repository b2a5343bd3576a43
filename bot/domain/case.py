"""One matter of one household, from the queue to an outcome."""

from dataclasses import dataclass, field
from enum import StrEnum

from bot.domain.ids import CaseId, ClosingId, PersonId
from bot.domain.triage import Acuity


class Status(StrEnum):
    WAITING = "waiting"
    CLAIMED = "claimed"
    CLOSED = "closed"


OPEN = (Status.WAITING, Status.CLAIMED)


class Outcome(StrEnum):
    """Why a case was closed. The first group is chosen by staff, in this order."""

    HELPED = "helped"
    REFERRED = "referred"
    NO_RESPONSE = "no_response"
    WITHDRAWN = "withdrawn"
    NOT_COUNSELING = "not_counseling"
    OTHER = "other"
    ERASED = "erased"
    MERGED = "merged"


_OF_THE_SERVICE = (Outcome.ERASED, Outcome.MERGED)
CHOOSABLE_OUTCOMES = tuple(outcome for outcome in Outcome if outcome not in _OF_THE_SERVICE)


class NotCounseling(StrEnum):
    """What a contact was that had no matter for us. They are counted apart from those who had."""

    SILENT = "silent"
    JOKE = "joke"
    WRONG_NUMBER = "wrong_number"
    ABUSE = "abuse"


class Change(StrEnum):
    """Why staff set another acuity than the rule."""

    DANGER_GREW = "danger_grew"
    DANGER_PASSED = "danger_passed"
    SAFE_WITH_SUPPORT = "safe_with_support"
    MISHEARD = "misheard"
    OTHER_FACTS = "other_facts"


_RAISING = (Change.DANGER_GREW, Change.OTHER_FACTS)
_LOWERING = (
    Change.DANGER_PASSED, Change.SAFE_WITH_SUPPORT, Change.MISHEARD, Change.OTHER_FACTS,
)  # fmt: skip


def why_change(before: Acuity, after: Acuity) -> tuple[Change, ...]:
    """The reasons that fit this change; none where nothing changes."""
    if before == after:
        return ()
    return _RAISING if after < before else _LOWERING


@dataclass(frozen=True, slots=True)
class Case:
    """What the queue and the talk need to know. Words of the family are read apart.

    `underserved`: 0 to 3, how far help is from this place. `lead_id`: the supervisor who answers
    for the safety of a minor. `contacted_at`: when (epoch ms) a family was met outside the
    messenger, by `channel`; it has no chat with us. `wish`: whether they asked for a woman or a
    man. `replied_at`: the first answer of whoever has it now. `closing_id`: the closing that
    waits for a supervisor's yes.
    """

    id: CaseId
    code: str
    person_id: PersonId | None
    status: Status
    acuity: Acuity
    topic: str
    province: str
    county: str
    contact: str
    opened_at: int
    counselor_id: PersonId | None = None
    claimed_at: int | None = None
    closed_at: int | None = None
    outcome: Outcome | None = None
    previous_id: CaseId | None = None
    reasons: tuple[str, ...] = field(default=())
    underserved: int = 0
    minor: bool = False
    lead_id: PersonId | None = None
    closing_id: ClosingId | None = None
    channel: str = "chat"
    contacted_at: int | None = None
    language: str = ""
    wish: str = ""
    replied_at: int | None = None
    returned_at: int | None = None

    @property
    def waiting_since(self) -> int:
        """When it came into the queue, the last time (epoch ms)."""
        return self.returned_at or self.opened_at


# Crockford's base 32: no I, L, O, U, so that a code survives being read aloud or copied by hand.
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LOOKALIKES = str.maketrans("ILO", "110")


def _check_character(body: str) -> str:
    """Luhn's check in base 32: detects every single wrong character."""
    total = 0
    for position, character in enumerate(reversed(body)):
        value = ALPHABET.index(character) * (2 if position % 2 == 0 else 1)
        total += value // 32 + value % 32
    return ALPHABET[-total % 32]


def case_code(random_bits: int) -> str:
    """Nine characters in threes from 40 random bits: no date, no sequence, no name."""
    body = "".join(ALPHABET[(random_bits >> shift) & 31] for shift in range(35, -1, -5))
    code = body + _check_character(body)
    return f"{code[:3]}-{code[3:6]}-{code[6:]}"


def read_case_code(typed: str) -> str | None:
    """The code a person typed or read aloud, in its written form; None when it has a typo."""
    letters = "".join(c for c in typed.upper() if c.isascii() and c.isalnum()).translate(
        _LOOKALIKES
    )
    if len(letters) != 9 or any(c not in ALPHABET for c in letters):
        return None
    if _check_character(letters[:8]) != letters[8]:
        return None
    return f"{letters[:3]}-{letters[3:6]}-{letters[6:]}"
