"""What the courses of a town look like from outside: who has a seat, and what a message says."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from bot.domain.ids import CohortId, unshort
from bot.domain.outgoing import Attachment, Outgoing, Text
from bot.storage.database import Database, Row
from tests.faults.engine import buttons_of
from tests.faults.terms_model import Seats, Tag

_TITLE = re.compile("گروه-([0-9]+)-")
_LETTER = re.compile("نامه-([0-9]+)-")
_LIVE = (
    "SELECT p.id, p.person_id, p.cohort_id, p.confirmed, p.calendar, b.id AS booking, b.state,"
    " b.seats, b.paired, b.held_until FROM participants p JOIN bookings b ON b.id = p.booking_id"
    " WHERE p.left_at IS NULL AND b.state IN ('waiting', 'held', 'enrolled') ORDER BY p.id"
)


def title(number: int) -> str:
    """By which messages about a cohort are known again."""
    return f"گروه-{number}-"


def letter(serial: int) -> str:
    """The same for what a facilitator writes."""
    return f"نامه-{serial}-"


@dataclass
class Look:
    """Everybody in every cohort at one moment."""

    rows: Sequence[Row]

    @cached_property
    def by_cohort(self) -> dict[CohortId, list[Row]]:
        found: dict[CohortId, list[Row]] = {}
        for row in self.rows:
            found.setdefault(row["cohort_id"], []).append(row)
        return found

    def of(self, cohort: CohortId) -> list[Row]:
        return self.by_cohort.get(cohort, [])

    @cached_property
    def seats(self) -> Seats:
        live = {one: {row["person_id"] for row in rows} for one, rows in self.by_cohort.items()}
        enrolled = {
            one: {row["person_id"] for row in rows if row["state"] == "enrolled"}
            for one, rows in self.by_cohort.items()
        }
        taken = {(row["cohort_id"], row["person_id"]) for row in self.rows if row["calendar"]}
        return Seats(enrolled, live, taken)


async def look_at(database: Database) -> Look:
    return Look(await database.read(_LIVE))


def tag_of(message: Outgoing) -> Tag:
    """What a message of a course is, by its buttons and words."""
    if isinstance(message, Attachment):
        return "ics", _number(str(message.body))
    if not isinstance(message, Text):
        return "other", 0
    data = {tuple(one.split(".")[1:3]): one.split(".")[-1] for one in buttons_of([message])}
    cannot = data.get(("les", "cannot"))
    if cannot is not None:
        kind = "moved" if ("les", "ics") in data else "remind"
        return kind, unshort(cannot) or 0
    if ("les", "ics") in data:
        return "place", _number(message.text)
    if ("co", "yes") in data:
        return "offer", unshort(data["co", "yes"]) or 0
    if ("quiz", "cert") in data:
        return "over", _number(message.text)
    if (letter := _LETTER.search(message.text)) is not None:
        return "written", int(letter[1])
    if "جلسه‌های دیگر سر جایشان هستند" in message.text:
        return "dropped", _number(message.text)
    if "متأسفیم؛ دورهٔ" in message.text:
        return "canceled", _number(message.text)
    return "other", 0


def _number(text: str) -> int:
    found = _TITLE.search(text)
    return int(found[1]) if found is not None else -1
