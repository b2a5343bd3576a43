"""Broadcasts: one message to many, what it goes through, and how fast it goes on.

Each person gets a copy or none: what may have arrived is never sent again (class D).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta, tzinfo
from enum import StrEnum

from bot.domain.automatic import QuietHours
from bot.domain.ids import BroadcastId, OutboxId, PersonId
from bot.domain.moments import at_minute, day_of
from bot.domain.outgoing import Album, Media, Outgoing, Text
from bot.domain.segment import Segment

SECOND = 1000
HOUR = 3600 * SECOND
DAY = 24 * HOUR

MOST_BUTTONS = 3
LONGEST_NAME, LONGEST_LABEL = 60, 24
COPY, MEND = "broadcast", "broadcast_mend"
"""The kinds of message that a copy is, and what puts one right or takes it back."""
MENDABLE = 48 * HOUR - 600 * SECOND
"""Milliseconds for which we change or delete a message: a little less than the 48 hours that a
messenger allows (Bot API), so that none is tried too late."""
PATIENCE = 3 * DAY
"""Milliseconds after the beginning in which somebody's own hours are waited for."""


class Topic(StrEnum):
    """What people opt out of, one by one."""

    AWARENESS = "awareness"
    COURSES = "courses"
    NEWS = "news"

    @property
    def stream(self) -> str:
        return f"broadcasts:{self.value}"


class State(StrEnum):
    """`asked`: it waits for a second person. `freezing`: recipients are written down."""

    DRAFT = "draft"
    ASKED = "asked"
    PLANNED = "planned"
    FREEZING = "freezing"
    SENDING = "sending"
    PAUSED = "paused"
    CANCELED = "canceled"
    DONE = "done"


BEGUN = (State.FREEZING, State.SENDING, State.PAUSED)
OVER = (State.CANCELED, State.DONE)


class Fate(StrEnum):
    """What came of one copy. `taken`: on its way."""

    WAITING = "waiting"
    TAKEN = "taken"
    SENT = "sent"
    UNKNOWN = "unknown"
    UNREACHABLE = "unreachable"
    OPTED_OUT = "opted_out"
    SKIPPED = "skipped"


class Repeats(StrEnum):
    ONCE = "once"
    WEEKLY = "weekly"
    MONTHLY = "monthly"


class Mending(StrEnum):
    """What was sent becomes another text, or goes."""

    EDIT = "edit"
    DELETE = "delete"


class Leads(StrEnum):
    """Where a button leads."""

    LINK = "link"
    ASSESSMENT = "assessment"
    COURSE = "course"
    SERIES = "series"


@dataclass(frozen=True, slots=True)
class Door:
    """A button under a broadcast. `target`: an address, the number of a course, the name of a
    series; `label` is empty where our own words for it do."""

    leads: Leads
    target: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class Broadcast:
    """`segment` says who; `versions` are kept apart. `exchanged`: copies carry another picture
    or file than they came with. Times are epoch milliseconds."""

    id: BroadcastId
    name: str
    topic: Topic
    state: State
    segment: Segment
    doors: tuple[Door, ...]
    repeats: Repeats
    posted: bool
    planned_at: int | None
    made_by: PersonId | None
    made_at: int
    sent_by: PersonId | None = None
    approved_by: PersonId | None = None
    expected: int | None = None
    begun_at: int | None = None
    resumed_at: int | None = None
    ended_at: int | None = None
    frozen_to: int = 0
    ahead: int = 30
    halt: str = ""
    bar_row: OutboxId | None = None
    bar_edit: OutboxId | None = None
    bar_at: int | None = None
    mending: Mending | None = None
    mend: int = 0
    exchanged: bool = False


Versions = Mapping[str, Outgoing]
"""The message in each language in which it was written."""


def in_language(versions: Versions, language: str, usual: str) -> Outgoing | None:
    """In this language, or in the usual one, or in one that there is."""
    return versions.get(language) or versions.get(usual) or next(iter(versions.values()), None)


def words_in(message: Outgoing) -> str:
    match message:
        case Text(text):
            return text
        case Media(caption=caption):
            return caption
        case Album(below=Text(text)):
            return text
        case _:
            return ""


# How fast.

LEAST_AHEAD, MOST_AHEAD = 90, 2000
"""Letters that wait just ahead of the sender, three seconds' worth at least, so that it never runs
dry between two looks: a pause or a cancel takes them back."""


def ahead(now: int, left: int) -> int:
    """How many letters to keep ahead from now on, when `left` of `now` wait still: more where
    half of them have gone since the last look, fewer where hardly any has."""
    if left <= now // 2:
        return min(MOST_AHEAD, now * 2)
    return max(LEAST_AHEAD, now // 2) if left > now * 4 // 5 else now


LOOKED_AT = 100
"""The newest results, by whose errors a broadcast is paused."""
ENOUGH = 20


def too_many_errors(results: int, errors: int, share: int) -> bool:
    """Whether a person should look before it goes on. `share`: percent."""
    return results >= ENOUGH and errors * 100 > share * results


@dataclass(frozen=True, slots=True)
class Progress:
    """How many there are of each fate. `later`: those among the waiting whose hour has not come."""

    fates: Mapping[Fate, int] = field(default_factory=dict)
    later: int = 0

    def of(self, *fates: Fate) -> int:
        return sum(self.fates.get(fate, 0) for fate in fates)

    @property
    def all(self) -> int:
        return sum(self.fates.values())

    @property
    def left(self) -> int:
        return self.of(Fate.WAITING, Fate.TAKEN)

    @property
    def done(self) -> int:
        return self.all - self.left


BAR = 12


def bar(done: int, every: int) -> str:
    """A line of so many full and empty signs; full only when all is done."""
    full = BAR if every <= done else BAR * done // every
    return "▰" * full + "▱" * (BAR - full)


LIVE_SHARE = 0.8
"""The part of the allowed rate that we count on: live talk comes first."""
UNPACED = 200.0
"""Messages a second where nothing limits us: a guess on the safe side."""


def duration(people: Mapping[str, int], rates: Mapping[str, float]) -> int:
    """Milliseconds of sending: of the messenger that takes longest, with room for live talk."""
    seconds = (
        count / ((rates.get(platform) or UNPACED) * LIVE_SHARE)
        for platform, count in people.items()
    )
    return int(max(seconds, default=0.0) * SECOND)


@dataclass(frozen=True, slots=True)
class Rules:
    """What the organization has set. `approve_above`: people from which on a second person says
    yes; `error_share`: percent of errors at which a broadcast stands still."""

    approve_above: int = 200
    error_share: int = 20


_ADDRESS = re.compile(r"https?://[^\s]{4,500}")


def link_in(text: str) -> tuple[str, str] | None:
    """The words and the address of a typed link; None where there is no address."""
    found = _ADDRESS.search(text)
    if found is None:
        return None
    words = (text[: found.start()] + " " + text[found.end() :]).strip(" \n\t|:-–—")
    return " ".join(words.split()), found[0]


EXCHANGED = frozenset({"photo", "video", "animation", "audio", "document"})
"""Kinds of files in whose place another one can come (Bot API, editMessageMedia)."""


def corrected(before: Outgoing, after: Text | Media) -> Outgoing | None:
    """What comes in the place of what was sent: words for words, a file for a file. Words alone
    leave the picture where it is. None for what no messenger exchanges: a file for bare words, for
    a voice, for an album."""
    match before, after:
        case Media(kind=old), Media(kind=new) if {old, new} <= EXCHANGED:
            return after
        case Media(), Text():
            return replace(before, caption=after.text, entities=after.entities)
        case Album(), Text():
            return replace(before, below=after)
        case Text(), Text():
            return after
        case _:
            return None


def ends_at(begins: int, milliseconds: int, quiet: QuietHours, zone: tzinfo) -> int:
    """When so much sending is done that rests in quiet hours (epoch ms)."""
    at, left = quiet.over_at(begins, zone), milliseconds
    for _ in range(400):
        rests = _next_rest(at, quiet, zone)
        if rests is None or at + left <= rests:
            return at + left
        left -= rests - at
        at = quiet.over_at(rests, zone)
    return at + left


def _next_rest(at: int, quiet: QuietHours, zone: tzinfo) -> int | None:
    if quiet.begins == quiet.ends:
        return None
    days = (day_of(at, zone) + timedelta(days=each) for each in (0, 1))
    return next(begin for day in days if (begin := at_minute(day, quiet.begins, zone)) > at)
