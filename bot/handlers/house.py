"""What stays the same from one message to the next: words, questions, content, settings."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from bot.conversations.flow import Flow
from bot.domain.automatic import Calm
from bot.domain.broadcast import Rules
from bot.domain.danger import DangerWords
from bot.domain.divisions import Divisions
from bot.domain.donation import Giving
from bot.domain.duty import DutyRules
from bot.domain.flood import LIMIT
from bot.domain.helplines import Helplines
from bot.domain.macros import Macro
from bot.domain.opening import OpenTimes
from bot.domain.people import Platform
from bot.domain.replies import CannedReplies
from bot.domain.series import Library
from bot.domain.service_clock import Calendar
from bot.domain.text import key
from bot.domain.transfer import Patience
from bot.domain.underserved import Underserved
from bot.words import LANGUAGES, Words


@dataclass(frozen=True, slots=True)
class Place:
    """One messenger: our name there, the counselor group, the first administrators, the channel of
    the organization, and how many messages a second it lets us send (0: any number)."""

    username: str
    group: int | None
    admins: frozenset[int] = field(default_factory=frozenset)
    link: str = "https://t.me"
    channel: int | None = None
    per_second: float = 25
    wallet: str = field(default="", repr=False)
    """The key under which the messenger's wallet pays us."""


@dataclass(frozen=True, slots=True)
class House:
    """`language` is that of the staff group, and of people until they choose. `screeners`: the
    questionnaires that the organization has switched on. `dormant_after`: milliseconds of silence
    of a family after which its counselor is asked. `organization`: its name on paper;
    `organizer`: its e-mail address in calendar files.
    `flood_limit`: messages a minute of one family that pass one by one. `files`: the folder under
    which the files of series lie."""

    words: Words
    flows: Mapping[str, Flow]
    danger: DangerWords
    divisions: Divisions
    helplines: Helplines
    language: str
    places: Mapping[Platform, Place]
    screeners: tuple[str, ...] = ()
    underserved: Underserved = field(default_factory=Underserved)
    duty: DutyRules = field(default_factory=DutyRules)
    patience: Patience = field(default_factory=Patience)
    dormant_after: int = 14 * 24 * 3600 * 1000
    organization: str = ""
    organizer: str = ""
    replies: CannedReplies = field(default_factory=CannedReplies)
    macros: tuple[Macro, ...] = ()
    flood_limit: int = LIMIT
    calm: Calm = field(default_factory=Calm)
    series: Library = field(default_factory=dict)
    broadcasts: Rules = field(default_factory=Rules)
    files: Path = Path()
    giving: Giving = field(default_factory=Giving)
    reviews: bool = True
    _heard: dict[str, frozenset[str]] = field(default_factory=dict, compare=False)

    @property
    def calendar(self) -> Calendar:
        """When somebody is there."""
        return OpenTimes(self.duty.hours, self.words.zone)

    def heard(self, what: str, text: str) -> bool:
        """Whether the whole text is one of the ways to say this (`heard-…` in the texts)."""
        return key(text) in self._ways(what)

    def _ways(self, what: str) -> frozenset[str]:
        if what not in self._heard:
            self._heard[what] = frozenset(
                way
                for language in LANGUAGES
                for said in self.words.say(language, f"heard-{what}").split("|")
                if (way := key(said))
            )
        return self._heard[what]
