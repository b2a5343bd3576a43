"""The clock of the sandbox: the real one plus what somebody moved it forward."""

import time


class Clock:
    """Real time plus an offset that only grows."""

    def __init__(self) -> None:
        self.offset_ms = 0

    def now(self) -> int:
        """Epoch milliseconds."""
        return int(time.time() * 1000) + self.offset_ms

    def advance(self, milliseconds: int) -> None:
        """Raises ValueError for a negative step: sandbox time never runs backwards."""
        if milliseconds < 0:
            raise ValueError("the sandbox clock cannot go back")
        self.offset_ms += milliseconds
