"""For how long somebody's words are not passed on, and why. Danger always is."""

from enum import StrEnum

DAY = 24 * 3600 * 1000
DAYS = (1, 7, 30)
"""The lengths that supervisors may choose."""
FOREVER = 0
"""Stands for no end; for administrators only."""
TOLD_AGAIN = DAY
"""Milliseconds before a blocked person hears once more that we do not answer now."""


class BlockReason(StrEnum):
    INSULTS = "insults"
    HARASSMENT = "harassment"
    THREATS = "threats"
    ADVERTISING = "advertising"
    OTHER = "other"


def read_days(text: str) -> int | None:
    """The length in a button: one of DAYS, or FOREVER; None for anything else."""
    return int(text) if text in {str(days) for days in (*DAYS, FOREVER)} else None


def until(days: int, now: int) -> int | None:
    """When it ends (epoch ms); None for never."""
    return now + days * DAY if days != FOREVER else None
