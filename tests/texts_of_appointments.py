"""Texts about appointments, and about questionnaires asked again, whose keys are put together in
the code: by the shape of the key."""

from collections.abc import Iterable

from bot.domain.appointment import Unfit, Why
from bot.domain.screeners import SCREENERS, Course

FILLINGS: dict[str, Iterable[str]] = {
    "appoint-unfit-{}": Unfit,
    "appointment-why-{}": Why,
    "again-course-{}": Course,
    "again-name-{}": SCREENERS,
}
