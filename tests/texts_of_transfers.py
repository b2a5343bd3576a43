"""Texts about cases that change hands whose keys are put together in the code."""

from collections.abc import Iterable

from bot.domain.transfer import Declined, HoldKind

FILLINGS: dict[str, Iterable[str]] = {
    "transfer-why-{}": Declined,
    "button-hold-{}": HoldKind,
    "hold-which-{}": [HoldKind.TOPIC, HoldKind.PROVINCE],
}
