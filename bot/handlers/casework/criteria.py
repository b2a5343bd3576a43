"""What somebody typed after /search, read as criteria: words in any order, in either language."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from bot.domain.case import Status
from bot.domain.criteria import Criteria
from bot.domain.people import StaffMember
from bot.domain.text import key
from bot.domain.triage import TOPICS, Acuity
from bot.handlers.house import House
from bot.words import LANGUAGES, read_day

_LONGEST = 4
"""Words that one criterion may have: "from the loss of somebody"."""
_CLEAR = 3
"""Letters from which on part of a province's name says which."""


@dataclass(slots=True)
class Reading:
    """What was understood so far. `unknown`: words that mean nothing to us."""

    house: House
    staff: list[StaffMember]
    criteria: Criteria = field(default_factory=Criteria)
    unknown: list[str] = field(default_factory=list)
    _edge: str = ""

    def read(self, text: str) -> None:
        """Takes the longest stretch of words that means something, then the next one."""
        words = text.replace("،", " ").replace(",", " ").split()
        while words:
            for length in range(min(_LONGEST, len(words)), 0, -1):
                if self._understands(" ".join(words[:length])):
                    del words[:length]
                    break
            else:
                self.unknown.append(words.pop(0))

    def _understands(self, said: str) -> bool:
        if self._is_day(said):
            return True
        for change in self._meanings(said):
            self.criteria = change
            return True
        for edge in ("search_from", "search_until"):
            if self.house.heard(edge, said):
                self._edge = edge
                return True
        return self.house.heard("search_filler", said)

    def _is_day(self, said: str) -> bool:
        found = read_day(said) if said[:1].isdigit() and " " not in said else None
        if found is None:
            return False
        day, edge, self._edge = date.fromisoformat(found).toordinal(), self._edge, ""
        now = self.criteria
        if edge == "search_from":
            self.criteria = replace(now, since=day)
        elif edge == "search_until" or (now.since is not None and now.since == now.until):
            # Two days without a word between them are the first and the last.
            self.criteria = replace(now, until=day)
        else:
            self.criteria = replace(now, since=day, until=day)
        return True

    def _meanings(self, said: str) -> Iterator[Criteria]:
        now, house = self.criteria, self.house
        for status in Status:
            if house.heard(f"search-status-{status.value}", said):
                yield replace(now, status=status)
        for acuity in Acuity:
            if house.heard(f"search-acuity-{acuity.key}", said):
                yield replace(now, acuity=acuity)
        for topic in TOPICS:
            if house.heard(f"search-topic-{topic}", said) or self._is_label(topic, said):
                yield replace(now, topic=topic)
        for member in self.staff:
            if key(member.alias) == key(said):
                yield replace(now, counselor=member.person_id)
        if len(key(said)) >= _CLEAR:
            provinces = house.divisions.find_provinces(said)
            if len(provinces) == 1:
                yield replace(now, province=provinces[0].code)

    def _is_label(self, topic: str, said: str) -> bool:
        label = f"intake-topic-{topic}"
        return key(said) in {key(self.house.words.say(name, label)) for name in LANGUAGES}
