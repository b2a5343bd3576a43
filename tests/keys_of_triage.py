"""Keys of texts that are put together in the code, where urgency and staff are concerned."""

from bot.conversations.contact import CHANNELS
from bot.domain.case import Change, NotCounseling
from bot.domain.screeners import K6, WHO5
from bot.domain.triage import Acuity, reasons_that_exist

FILLINGS: dict[str, list[str]] = {
    "reason-{}": [*reasons_that_exist(), WHO5.stands_out],
    "acuity-why-{}": list(Change),
    "acuity-level-{}": [acuity.key for acuity in Acuity],
    "card-met-{}": list(CHANNELS),
    "details-met-{}": list(CHANNELS),
    "details-score-{}": [K6.key, WHO5.key],
    "contact-kind-{}": list(NotCounseling),
}
