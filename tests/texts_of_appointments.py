"""Texts about appointments whose keys are put together in the code, by the shape of the key."""

from collections.abc import Iterable

from bot.domain.appointment import Unfit, Why

FILLINGS: dict[str, Iterable[str]] = {
    "appoint-unfit-{}": Unfit,
    "appointment-why-{}": Why,
}
