"""Texts about cases whose keys are put together in the code, by the shape of the key."""

from collections.abc import Iterable

from bot.conversations.casework import PLAN_STEPS
from bot.domain.household import GROWN_BANDS, MINOR_BANDS, YOUNG_BANDS
from bot.domain.lifecycle import Stage
from bot.handlers.casework.timeline import EVENTS

FILLINGS: dict[str, Iterable[str]] = {
    "case-stage-{}": Stage,
    "timeline-{}": EVENTS,
    "plan-{}-title": PLAN_STEPS,
    "plan-family-{}": PLAN_STEPS,
    "intake-age_other-{}": (*YOUNG_BANDS, *GROWN_BANDS),
    "intake-m_age-{}": MINOR_BANDS,
}
