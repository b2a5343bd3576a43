"""A donation: what becomes of it, which amounts are offered, and what travels for it. Pure.

Facts: docs.bale.ai (10 March 2026). Amounts travel in rials; people think in tomans.
"""

from dataclasses import dataclass
from enum import StrEnum

from bot.domain.ids import DonationId, short, unshort

RIALS = 10
"""Rials in a toman."""
CURRENCY = "IRR"
LASTS = 24 * 3600 * 1000
"""Milliseconds in which an invoice may be paid."""
_SECOND = 1000
_HOUR = 3600 * _SECOND
ASKED_AFTER = (
    20 * _SECOND, 60 * _SECOND, 300 * _SECOND, 1800 * _SECOND, 6 * _HOUR,
    *(24 * _HOUR * day for day in range(1, 8)),
)  # fmt: skip
"""When it is asked what has become of a payment, in milliseconds after it was let through."""


class State(StrEnum):
    OFFERED = "offered"
    """Its invoice is on its way, or in the chat."""
    PENDING = "pending"
    """A payment was let through, and nothing was heard of it yet."""
    PAID = "paid"
    FAILED = "failed"
    REPLACED = "replaced"
    """A newer invoice was asked for, or this one never arrived: it cannot be paid any more."""
    UNCLEAR = "unclear"
    """For a week nobody could say what has become of the payment."""


PAYABLE = (State.OFFERED, State.FAILED)
"""In these an invoice may be paid: not while another payment of it is under way."""


@dataclass(frozen=True, slots=True)
class Transaction:
    """What a messenger says of a payment: `pending`, `paid`, `failed` or `rejected`."""

    status: str
    amount: int

    @property
    def outcome(self) -> State | None:
        """What that means for the donation; None while it means nothing yet."""
        match self.status:
            case "paid":
                return State.PAID
            case "failed" | "rejected":
                return State.FAILED
            case _:
                return None


@dataclass(frozen=True, slots=True)
class Giving:
    """`amounts`: rials that are offered. None: nobody is asked for anything, and cannot give."""

    amounts: tuple[int, ...] = ()


# What stands in an invoice, and comes back with its payment.


def payload_of(donation: DonationId) -> str:
    return f"donation:{short(donation)}"


def donation_in(payload: str) -> DonationId | None:
    """The donation that a payload names; None for anything else."""
    name, _, number = payload.partition(":")
    found = unshort(number) if name == "donation" else None
    return DonationId(found) if found is not None else None


# Outgoing, beside those of `outgoing.py`: only for a messenger whose table has them.


@dataclass(frozen=True, slots=True)
class Invoice:
    """A request for money. `amount` in rials; the payee's key is added just before the call."""

    title: str
    about: str
    label: str
    amount: int
    payload: str


@dataclass(frozen=True, slots=True)
class Checkout:
    """The word to a payment that waits for it; `refusal` is shown to whoever pays."""

    query_id: str
    refusal: str = ""


@dataclass(frozen=True, slots=True)
class Inquiry:
    """The question what has become of a payment."""

    transaction_id: str
    donation: int


@dataclass(frozen=True, slots=True)
class Review:
    """A wish that the messenger's own form for reviews is shown to somebody."""

    seconds: int
    """Until it is shown."""
