"""What must be true of casework: who holds which case, and who may hear what. Small on purpose."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.domain.duty import CAPACITY
from bot.domain.ids import CaseId, PersonId
from bot.domain.outgoing import Outgoing, Text
from bot.domain.triage import Acuity

MINUTE = 60_000


@dataclass(slots=True)
class Open:
    """An open case as it must be.

    `urgent`: it is or was high or immediate, so that a supervisor closes it; `asked`: its closing
    waits for that. `unheard`: what its family wrote while nobody had it. `offered`: the colleague
    before whom it lies.
    """

    id: CaseId
    family: int
    acuity: Acuity
    opened: int
    underserved: int
    holder: int | None = None
    replied: bool = False
    urgent: bool = False
    asked: bool = False
    offered: int | None = None
    unheard: list[int] = field(default_factory=list)

    @property
    def place(self) -> tuple[int, int, int, int]:
        return self.acuity, self.opened // MINUTE, -self.underserved, self.id

    def has(self, acuity: Acuity) -> None:
        self.acuity = acuity
        self.urgent |= acuity <= Acuity.HIGH

    def stands(self, people: Mapping[int, PersonId]) -> tuple[PersonId, str, int, PersonId | None]:
        """Its row in the database: whose it is, its state, its urgency, and who has it."""
        holder = people[self.holder] if self.holder is not None else None
        state = "waiting" if holder is None else "claimed"
        return people[self.family], state, int(self.acuity), holder


@dataclass(slots=True)
class Model:
    """Who holds what, whom a plain message of a counselor goes to, and what is owed to whom."""

    open: dict[int, Open] = field(default_factory=dict)  # by family
    facing: dict[int, tuple[CaseId | None, bool]] = field(default_factory=dict)
    owed: dict[int, int] = field(default_factory=dict)  # message → account that must have it
    away: set[int] = field(default_factory=set)
    held_back: bool = False
    said: int = 0

    def says(self) -> tuple[int, str]:
        """A new message: its number, and words that carry it."""
        self.said += 1
        return self.said, f"سلام key{self.said}end"

    def waiting(self, counselor: int) -> list[Open]:
        """What this counselor may claim, the first in the queue first."""
        every = [case for case in self.open.values() if self.may_claim(case, counselor)]
        return sorted(every, key=lambda case: case.place)

    def may_claim(self, case: Open, counselor: int) -> bool:
        """Whoever is away or has enough claims nothing, and nobody what a supervisor holds; but
        what cannot wait anybody may have."""
        room = len(self.held(counselor)) < CAPACITY
        free = room and counselor not in self.away and not self.held_back
        return case.holder is None and (free or case.acuity is Acuity.IMMEDIATE)

    def held(self, counselor: int) -> list[Open]:
        return [case for case in self.open.values() if case.holder == counselor]

    def claims(self, case: Open, counselor: int) -> None:
        """It is theirs now: by a claim, a hand-over, or a supervisor's hand."""
        case.holder, case.replied, case.asked, case.offered = counselor, False, False, None
        self.facing[counselor] = case.id, len(self.held(counselor)) == 1
        unheard, case.unheard = case.unheard, []
        for number in unheard:
            self._hears(case, number)

    def writes(self, case: Open, number: int) -> None:
        if case.holder is None:
            case.unheard.append(number)
        else:
            self._hears(case, number)

    def _hears(self, case: Open, number: int) -> None:
        assert case.holder is not None
        self.owed[number] = case.holder
        current, _ = self.facing.get(case.holder, (None, False))
        if current is not None and current != case.id:
            self.facing[case.holder] = current, False

    def meant(self, counselor: int) -> Open | None:
        """Whom a plain message goes to; None where the counselor is asked."""
        mine = {case.id: case for case in self.held(counselor)}
        current, settled = self.facing.get(counselor, (None, False))
        if len(mine) == 1 and (current is None or current in mine):
            return next(iter(mine.values()))
        return mine[current] if settled and current in mine else None

    def answers(self, case: Open, number: int, *, chosen: bool) -> None:
        assert case.holder is not None
        self.owed[number] = case.family
        case.replied = True
        if chosen:
            self.facing[case.holder] = case.id, True

    def wants_closed(self, case: Open) -> None:
        """By the one who has it: at once, or asked."""
        if case.urgent:
            case.asked = case.replied = True
        else:
            self.closes(case)

    def closes(self, case: Open) -> None:
        assert case.holder is not None
        if self.facing.get(case.holder, (None, False))[0] == case.id:
            self.facing[case.holder] = None, False
        del self.open[case.family]

    def releases(self, case: Open) -> None:
        case.holder, case.asked, case.offered = None, False, None


def number_in(message: Outgoing) -> int | None:
    """The number of the message of ours that this one carries."""
    found = re.search(r"key(\d+)end", message.text) if isinstance(message, Text) else None
    return int(found[1]) if found else None
