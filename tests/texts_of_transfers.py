"""Texts about cases that change hands whose keys are put together in the code."""

from collections.abc import Iterable

from bot.domain.transfer import Declined

FILLINGS: dict[str, Iterable[str]] = {
    "transfer-why-{}": Declined,
}
