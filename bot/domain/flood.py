"""Many messages of one family within a minute: which of them pass at once, and which are folded."""

from dataclasses import dataclass

LIMIT = 15
"""Messages a minute that pass one by one, unless the settings say otherwise."""
WINDOW = 60_000
"""Milliseconds over which messages are counted, and after which what was folded is passed on."""
TOLD_AGAIN = 3600_000
"""Milliseconds before the family is told once more that its messages are kept together."""


@dataclass(frozen=True, slots=True)
class Said:
    """What matters about one message. `spoken`: voice, whose words nobody has read; `crisis`: the
    case is urgent or an alert of this person is open; `joined`: a picture of an album under way."""

    danger: bool = False
    spoken: bool = False
    crisis: bool = False
    joined: bool = False


def is_folded(said: Said, earlier: int, limit: int) -> bool:
    """Whether this message waits for the note. `earlier`: those of the last minute before it."""
    if said.danger or said.joined or (said.spoken and said.crisis):
        return False
    return earlier >= limit
