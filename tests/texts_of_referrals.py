"""Texts about referrals whose keys are put together in the code, by the shape of the key."""

from collections.abc import Iterable

from bot.domain.referral import (
    BEFORE_SENDING,
    Override,
    PartnerKind,
    Refusal,
    Share,
    State,
    Urgency,
)
from bot.handlers.referrals.letters import HOUSEHOLD

_ANSWERS = (State.ACCEPTED, State.REFUSED, State.DONE)
FILLINGS: dict[str, Iterable[str]] = {
    "intake-{}-title": HOUSEHOLD,
    "referral-shares-{}": Share,
    "referral-urgency-{}": Urgency,
    "referral-state-{}": State,
    "referral-family-{}": [state for state in State if state not in BEFORE_SENDING],
    "referral-waits-{}": BEFORE_SENDING,
    "referral-unanswered-{}": BEFORE_SENDING,
    "referral-staff-{}": _ANSWERS,
    "referral-you-{}": _ANSWERS,
    "override-{}": Override,
    "refusal-{}": Refusal,
    "partner-kind-{}": PartnerKind,
}
