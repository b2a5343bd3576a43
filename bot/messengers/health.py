"""What an operator needs to see of one messenger."""

from dataclasses import dataclass


@dataclass(slots=True)
class Health:
    """What an operator needs to see. `dead_token`: since when (epoch ms), or None.
    `backlog`: updates that came in one rush and may still be followed by more."""

    dead_token: int | None = None
    last_poll: int = 0
    last_send: int = 0
    too_many: int = 0
    backlog: int = 0
