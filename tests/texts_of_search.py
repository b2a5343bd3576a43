"""Texts of the overview and the search whose keys are put together in the code."""

from collections.abc import Iterable

from bot.domain.case import Status
from bot.domain.triage import TOPICS, Acuity
from bot.handlers.casework.search import MENUS

FILLINGS: dict[str, Iterable[str]] = {
    "overview-acuity-{}": [acuity.key for acuity in Acuity],
    "search-status-{}": Status,
    "button-search-{}": MENUS,
}
HEARD = (
    *(f"search-topic-{topic}" for topic in TOPICS),
    *(f"search-status-{status}" for status in Status),
    *(f"search-acuity-{acuity.key}" for acuity in Acuity),
    "search_from",
    "search_until",
)
"""What people may type: the words in `heard-…`."""
