"""Keys of texts that are put together in the code, where urgency and staff are concerned."""

from bot.domain.case import Change, NotCounseling
from bot.domain.screeners import WHO5
from bot.domain.triage import Acuity, reasons_that_exist

FILLINGS: dict[str, list[str]] = {
    "reason-{}": [*reasons_that_exist(), WHO5.stands_out],
    "acuity-why-{}": list(Change),
    "acuity-level-{}": [acuity.key for acuity in Acuity],
    "contact-kind-{}": list(NotCounseling),
}
