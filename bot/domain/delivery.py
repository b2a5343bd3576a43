"""How each kind of outgoing message travels, and what an answer of the messenger means for it.

The classes are those of our fault table: A must arrive, B is idempotent by nature, C is a
queue card (a repeat is harmless), D is bulk (never twice), E goes stale. F asks for money: never
twice either, and somebody looks afterwards what has become of it.
"""

from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import TypeAlias

from bot.domain.donation import Transaction


class Lane(IntEnum):
    """Lower numbers overtake higher ones, always."""

    CRISIS = 0
    REPLY = 1
    STAFF = 2
    REMINDER = 3
    BULK = 4


class DeliveryClass(StrEnum):
    MUST_ARRIVE = "A"
    IDEMPOTENT = "B"
    CARD = "C"
    BULK = "D"
    STALE = "E"
    PAYMENT = "F"


ONCE = frozenset({DeliveryClass.BULK, DeliveryClass.PAYMENT})
"""Marked before they leave, and not sent again where it is not known whether they arrived."""


_SECOND = 1000
_HOUR = 3600 * _SECOND
PRESS_LIFE = 150 * _SECOND
"""A press can be answered for 150 s: Bot API server source, 2026."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of outgoing message. `horizon`: milliseconds until we stop trying."""

    lane: Lane
    delivery: DeliveryClass
    horizon: int = 24 * _HOUR


KINDS: dict[str, Kind] = {
    "safety": Kind(Lane.CRISIS, DeliveryClass.MUST_ARRIVE),
    # Quick exit: a harmless text, then what can still be deleted; help by the person's own word.
    "quiet": Kind(Lane.CRISIS, DeliveryClass.STALE, 600 * _SECOND),
    "erase": Kind(Lane.CRISIS, DeliveryClass.IDEMPOTENT),
    "rescue": Kind(Lane.CRISIS, DeliveryClass.MUST_ARRIVE),
    "alert": Kind(Lane.CRISIS, DeliveryClass.MUST_ARRIVE),
    "alert_edit": Kind(Lane.CRISIS, DeliveryClass.IDEMPOTENT),
    "alert_news": Kind(Lane.CRISIS, DeliveryClass.MUST_ARRIVE),
    "reply": Kind(Lane.REPLY, DeliveryClass.MUST_ARRIVE),
    "reply_edit": Kind(Lane.REPLY, DeliveryClass.IDEMPOTENT),
    # Where the pressed message is gone, what it would have shown comes as a new one.
    "question": Kind(Lane.REPLY, DeliveryClass.IDEMPOTENT),
    "press_answer": Kind(Lane.REPLY, DeliveryClass.IDEMPOTENT, PRESS_LIFE),
    "relay": Kind(Lane.REPLY, DeliveryClass.MUST_ARRIVE),
    "veil": Kind(Lane.REPLY, DeliveryClass.MUST_ARRIVE),
    # Both in the lane of the relay, so that they stand before the first message of the talk.
    "details": Kind(Lane.REPLY, DeliveryClass.MUST_ARRIVE),
    "claimed": Kind(Lane.REPLY, DeliveryClass.MUST_ARRIVE),
    # Pages of a case file, for colleagues; a safety plan, for its family.
    "file": Kind(Lane.REPLY, DeliveryClass.MUST_ARRIVE),
    "plan": Kind(Lane.REPLY, DeliveryClass.MUST_ARRIVE),
    "relay_edit": Kind(Lane.REPLY, DeliveryClass.IDEMPOTENT),
    "receipt": Kind(Lane.STAFF, DeliveryClass.STALE, _HOUR),
    "undelivered": Kind(Lane.STAFF, DeliveryClass.MUST_ARRIVE),
    "staff": Kind(Lane.STAFF, DeliveryClass.MUST_ARRIVE),
    "card": Kind(Lane.STAFF, DeliveryClass.CARD),
    "card_edit": Kind(Lane.STAFF, DeliveryClass.IDEMPOTENT),
    # The pinned state of the queue: made anew where it is gone, so nothing of it must arrive.
    "digest": Kind(Lane.STAFF, DeliveryClass.CARD),
    "digest_edit": Kind(Lane.STAFF, DeliveryClass.IDEMPOTENT, _HOUR),
    "pin": Kind(Lane.STAFF, DeliveryClass.IDEMPOTENT, _HOUR),
    "referral": Kind(Lane.STAFF, DeliveryClass.MUST_ARRIVE),
    "referral_edit": Kind(Lane.STAFF, DeliveryClass.IDEMPOTENT),
    # Part of the talk, in its lane; a reminder that is three hours late helps nobody.
    "appointment": Kind(Lane.REPLY, DeliveryClass.MUST_ARRIVE),
    "reminder": Kind(Lane.REMINDER, DeliveryClass.MUST_ARRIVE, 3 * _HOUR),
    # About a course somebody takes: its seats, its lessons, and what is due around them.
    "course": Kind(Lane.REMINDER, DeliveryClass.MUST_ARRIVE, 6 * _HOUR),
    # A part of a series: it is not sent twice, and what did not get through in a day is over.
    "series": Kind(Lane.BULK, DeliveryClass.BULK),
    # One message to many, never twice; its post in a channel; what was sent, put right or taken
    # back; and the bar in which its author sees how far it is.
    "broadcast": Kind(Lane.BULK, DeliveryClass.BULK),
    "broadcast_post": Kind(Lane.REMINDER, DeliveryClass.BULK),
    "broadcast_mend": Kind(Lane.BULK, DeliveryClass.IDEMPOTENT),
    "broadcast_bar": Kind(Lane.STAFF, DeliveryClass.IDEMPOTENT, 600 * _SECOND),
    "overview": Kind(Lane.STAFF, DeliveryClass.CARD, _HOUR),
    "overview_edit": Kind(Lane.STAFF, DeliveryClass.IDEMPOTENT, 600 * _SECOND),
    "commands": Kind(Lane.REMINDER, DeliveryClass.IDEMPOTENT),
    # Donations: the invoice; the word to a payment that waits for it, 10 s at most (docs.bale.ai);
    # the question what has become of one, and what people hear of that. A wish for a review is of
    # no use later.
    "invoice": Kind(Lane.REPLY, DeliveryClass.PAYMENT, 120 * _SECOND),
    "checkout": Kind(Lane.CRISIS, DeliveryClass.IDEMPOTENT, 10 * _SECOND),
    "donation": Kind(Lane.REMINDER, DeliveryClass.MUST_ARRIVE),
    "inquiry": Kind(Lane.REMINDER, DeliveryClass.IDEMPOTENT, _HOUR),
    "review": Kind(Lane.REMINDER, DeliveryClass.STALE, 120 * _SECOND),
    # Copies for a supervisor who reads along, words between colleagues, and what they look at
    # before it leaves; messages of a flood, folded into one note.
    "listening": Kind(Lane.STAFF, DeliveryClass.MUST_ARRIVE),
    "whisper": Kind(Lane.REPLY, DeliveryClass.MUST_ARRIVE),
    "prompt": Kind(Lane.STAFF, DeliveryClass.MUST_ARRIVE),
    "folded": Kind(Lane.REPLY, DeliveryClass.MUST_ARRIVE),
    "notice": Kind(Lane.STAFF, DeliveryClass.MUST_ARRIVE),
    # In one lane, so that the question follows the news.
    "case_news": Kind(Lane.STAFF, DeliveryClass.MUST_ARRIVE),
    "feedback": Kind(Lane.STAFF, DeliveryClass.MUST_ARRIVE),
}


# What a try came to. The messenger's edge makes these; nothing else reads its errors.


@dataclass(frozen=True, slots=True)
class Sent:
    """`message_ids`: what the messenger calls the messages it made (several for an album);
    `files`: what it calls the files that came with them.
    `transaction`: what it told of a payment that it was asked about."""

    message_ids: tuple[int, ...] = ()
    files: tuple[str, ...] = ()
    transaction: Transaction | None = None


@dataclass(frozen=True, slots=True)
class NotSent:
    """It never left us: no connection, no name, no TLS."""

    reason: str


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """It may have arrived: the answer was lost."""

    reason: str


@dataclass(frozen=True, slots=True)
class TooMany:
    """Come back after so many seconds. `everywhere`: the whole bot, not one chat."""

    seconds: float
    everywhere: bool = False


@dataclass(frozen=True, slots=True)
class Unreachable:
    """The person blocked us, left, or never began; or the group is gone."""

    reason: str


@dataclass(frozen=True, slots=True)
class Moved:
    """The group has become a supergroup with another id."""

    chat_id: int


@dataclass(frozen=True, slots=True)
class DeadToken:
    """The messenger does not know our token any more."""


TOO_LARGE = "too large to be carried over"
"""The reason of a refusal that its author can do something about."""


@dataclass(frozen=True, slots=True)
class Refused:
    """The messenger will never take this message as it is."""

    reason: str


@dataclass(frozen=True, slots=True)
class Gone:
    """What was to be edited is not there any more, or cannot be edited."""

    reason: str


Result: TypeAlias = (
    Sent | NotSent | Ambiguous | TooMany | Unreachable | Moved | DeadToken | Refused | Gone
)


# What follows for the row.


@dataclass(frozen=True, slots=True)
class Done:
    message_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class TryAgain:
    """`repeat`: an earlier try may have arrived, so the next copy says that it may be one.
    `counts`: this try counts against the limit."""

    at: int
    repeat: bool = False
    counts: bool = True


@dataclass(frozen=True, slots=True)
class GiveUp:
    """`state` is the row's last state: `failed`, `unknown` or `expired`."""

    state: str
    reason: str


Decision: TypeAlias = Done | TryAgain | GiveUp

LONGEST_PAUSE = 300 * _SECOND


def pause_before(attempt: int, jitter: float) -> int:
    """Milliseconds before try `attempt + 1`: doubling from half a second to five minutes.

    `jitter` in [0, 1) spreads tries, so that many rows do not come back at the same moment.
    """
    ceiling = min(LONGEST_PAUSE, 500 * 2 ** min(attempt, 16))
    return int(ceiling * (0.5 + jitter / 2))


def decide(
    kind: Kind, result: Result, *, attempts: int, expires_at: int, now: int, jitter: float
) -> Decision:
    """What becomes of a row after one try. `attempts` counts the tries before this one."""
    match result:
        case Sent(message_ids):
            return Done(message_ids)
        case Gone():
            return Done(())
        case Unreachable(reason) | Refused(reason):
            return GiveUp("failed", reason)
        case Ambiguous(reason) if kind.delivery in ONCE:
            return GiveUp("unknown", reason)
        case Ambiguous(reason) if kind.delivery is DeliveryClass.STALE:
            return GiveUp("unknown", reason)
        case TooMany(seconds):
            # A little more than asked: clocks differ, and early is worse than late.
            again = TryAgain(now + int(seconds * 1000) + 50, counts=False)
        case Moved() | DeadToken():
            again = TryAgain(now, counts=False)
        case Ambiguous():
            again = TryAgain(now + pause_before(attempts, jitter), repeat=True)
        case NotSent():
            again = TryAgain(now + pause_before(attempts, jitter))
    if again.at >= expires_at:
        return GiveUp("expired", "no way through before it lost its sense")
    return again
