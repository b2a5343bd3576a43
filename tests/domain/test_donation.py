"""Donations: what stands in an invoice, and what a messenger says of a payment."""

import itertools

import pytest

from bot.domain.delivery import KINDS, Ambiguous, GiveUp, NotSent, Sent, TryAgain, decide
from bot.domain.donation import (
    ASKED_AFTER,
    Checkout,
    Inquiry,
    Invoice,
    Review,
    State,
    Transaction,
    donation_in,
    payload_of,
)
from bot.domain.ids import DonationId
from bot.domain.outgoing_json import from_json, to_json


def test_an_invoice_finds_its_donation() -> None:
    number = DonationId(2**62 + 5)
    assert donation_in(payload_of(number)) == number
    assert len(payload_of(number).encode()) <= 128


@pytest.mark.parametrize(
    "payload", ["", "donation", "donation:", "donation:%", "gift:1", "1", "x" * 500]
)
def test_any_other_payload_names_none(payload: str) -> None:
    assert donation_in(payload) is None


@pytest.mark.parametrize(
    ("status", "outcome"),
    [("pending", None), ("paid", State.PAID), ("failed", State.FAILED), ("rejected", State.FAILED)],
)
def test_every_status_means_something(status: str, outcome: State | None) -> None:
    assert Transaction(status, 1).outcome is outcome


def test_an_invoice_is_never_sent_twice_but_tried_while_it_surely_did_not_leave() -> None:
    kind = KINDS["invoice"]
    given = {"attempts": 0, "expires_at": 10**6, "now": 0, "jitter": 0.5}
    assert isinstance(decide(kind, Ambiguous("lost"), **given), GiveUp)  # type: ignore[arg-type]
    assert isinstance(decide(kind, NotSent("no way"), **given), TryAgain)  # type: ignore[arg-type]
    assert not isinstance(decide(kind, Sent((1,)), **given), GiveUp)  # type: ignore[arg-type]


def test_a_payment_is_asked_after_for_a_week_ever_more_rarely() -> None:
    steps = [b - a for a, b in itertools.pairwise(ASKED_AFTER)]
    assert steps[:5] == sorted(steps[:5])
    assert ASKED_AFTER[-1] == 7 * 24 * 3600 * 1000


@pytest.mark.parametrize(
    "message",
    [
        Invoice("عنوان", "شرح", "برچسب", 500_000, "donation:1"),
        Checkout("77"),
        Checkout("77", "نه"),
        Inquiry("77", 5),
        Review(5),
    ],
)
def test_each_waits_in_the_outbox_as_json(message: Invoice | Checkout | Inquiry | Review) -> None:
    assert from_json(to_json(message)) == message
