"""Trouble on purpose: which request is hit by what, decided by a seeded generator."""

import random
from dataclasses import asdict, dataclass, field, fields

from bot.sandbox.errors import ControlError
from bot.sandbox.world import Json

KINDS = (
    "drop_before", "drop_after", "502", "504", "500", "html", "truncated", "429", "slow",
)  # fmt: skip


@dataclass(slots=True)
class Faults:
    """The switches, as the control side shows and sets them."""

    offline: bool = False
    errors: float = 0.0
    kinds: list[str] = field(default_factory=lambda: list(KINDS))
    latency_ms: float = 0.0
    retry_after: int = 1
    limits: bool = False
    limits_factor: float = 1.0
    shut_seconds: float = 0.0
    unauthorized: bool = False
    duplicate_updates: int = 1
    shuffle: int = 0
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Blow:
    """What happens to one request. `done` says whether the method is carried out first."""

    kind: str
    done: bool
    wait: float = 0.0

    @property
    def tag(self) -> str:
        """The word in the delivery log for a message that was delivered under this blow."""
        return {"drop_after": "dropped", "slow": "timeout"}.get(self.kind, self.kind)


class Misfortune:
    """Decides request by request."""

    def __init__(self) -> None:
        self.faults = Faults()
        self._random = random.Random(0)

    def change(self, changes: Json) -> None:
        """A partial update. ControlError 400 for an unknown switch or a wrong value."""
        for name, value in changes.items():
            setattr(self.faults, name, _checked(name, value))
        if "seed" in changes or "errors" in changes:
            self._random.seed(self.faults.seed)

    def strike(self) -> Blow | None:
        """The next blow, or None for a request that is left in peace."""
        faults, chance = self.faults, self._random
        if not faults.errors or not faults.kinds or chance.random() >= faults.errors:
            return None
        kind = chance.choice(faults.kinds)
        match kind:
            case "drop_before" | "429":
                return Blow(kind, done=False)
            case "drop_after":
                return Blow(kind, done=True)
            case "slow":
                return Blow(kind, done=True, wait=chance.uniform(2, 8))
            case _:
                return Blow(kind, done=chance.random() < 0.5)

    def view(self) -> Json:
        return asdict(self.faults)


def _checked(name: str, value: object) -> object:
    expected = {f.name: f.default for f in fields(Faults)}
    if name not in expected:
        raise ControlError(400, f"there is no fault switch {name!r}")
    if name == "kinds":
        if not isinstance(value, list) or not set(value) <= set(KINDS):
            raise ControlError(400, f"kinds is a list out of {', '.join(KINDS)}")
        return value
    sample = expected[name]
    if isinstance(sample, bool):
        if not isinstance(value, bool):
            raise ControlError(400, f"{name} is true or false")
        return value
    if isinstance(value, bool) or not isinstance(value, int | float) or value < 0:
        raise ControlError(400, f"{name} is a number from 0")
    return float(value) if isinstance(sample, float) else int(value)
