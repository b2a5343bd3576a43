"""When a family may be written to, and how openly: what they told us is safe, and nothing else.

Whoever was never asked is not written to first, except with what they wait for (safeguarding
reference, section 2: the default is not to initiate).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta, tzinfo
from enum import StrEnum


class Writing(StrEnum):
    """May we write first? `neutral`: yes, but nothing that others may read."""

    ANY = "any"
    NEUTRAL = "neutral"
    WAIT = "wait"


HOURS: dict[str, tuple[int, int]] = {
    "morning": (8, 12),
    "noon": (12, 16),
    "evening": (16, 20),
    "night": (20, 23),
    "anytime": (8, 21),
}
"""The hours a person may choose, by the clock of the service; the end is not included. Who said
"any time" is answered at any time; what nobody waits for still comes by day."""
_UNCHOSEN = ("anytime",)

PRESENT = 30 * 60 * 1000
"""Milliseconds after somebody's last message in which writing to them is an answer."""
WATCHING = 5 * 60 * 1000
"""Milliseconds after it in which they still hold the phone: nothing has to be veiled."""

GUESSES = 5
"""Wrong words in place of the code word, from which on each begins a rest."""
_FIRST_REST, _LONGEST_REST = 60 * 1000, 60 * 60 * 1000

QUIET = frozenset({"quiet", "rescue", "erase", "commands", "press_answer", "checkout", "inquiry"})
"""Kinds that may reach somebody who left by quick exit: they show nothing of us."""
ANSWERS = QUIET | {"safety", "reply", "reply_edit", "question", "invoice", "review"}
"""Kinds that follow at once from what the person just did."""
TO_STAFF = frozenset(
    {
        "alert", "alert_edit", "alert_news", "details", "receipt", "undelivered", "staff", "card",
        "card_edit", "digest", "digest_edit", "pin", "file",
        "listening", "whisper", "prompt", "folded", "broadcast_bar",
    }
)  # fmt: skip
UNHEARD = frozenset({"broadcast_mend"})
"""Kinds that only change what stands in a chat already, without a sound."""
WAITED_FOR = frozenset(
    {
        "claimed", "relay", "relay_edit", "veil", "appointment", "reminder", "course", "donation",
        "case_news", "feedback",
    }
)  # fmt: skip
"""Kinds that the person's own request has called for."""
_PASSING = frozenset({"feedback"})
"""Those of them that nobody keeps: a question whose moment is over."""


@dataclass(frozen=True, slots=True)
class ContactRules:
    """`writing` is None for somebody who was never asked; no `hours` are the usual ones.

    `silenced_at`: since when (epoch ms) nothing reaches them, because they left by quick exit.
    """

    writing: Writing | None = None
    hours: frozenset[str] = frozenset()
    silenced_at: int | None = None


def contact_rules(writing: str, hours: Iterable[str] = ()) -> ContactRules:
    """The rules in the answers of a person; a word that we do not know is no permission."""
    known = Writing(writing) if writing in set(Writing) else None
    return ContactRules(known, frozenset(hours) & HOURS.keys())


def is_gated(kind: str) -> bool:
    """Whether a message of this kind asks the rules of its reader before it leaves.

    A kind that nobody has thought of yet does.
    """
    return kind not in ANSWERS and kind not in TO_STAFF and kind not in UNHEARD


def allowed_at(
    rules: ContactRules, kind: str, now: int, last_seen: int, zone: tzinfo
) -> int | None:
    """When (epoch ms) a message may leave: now, or at a later moment inside the hours.

    None: not before the person writes or comes back.
    """
    if rules.silenced_at is not None:
        return now if kind in QUIET else None
    if not is_gated(kind) or now - last_seen < PRESENT:
        return now
    match rules.writing:
        case Writing.WAIT:
            return None
        case None:
            return now if kind in WAITED_FOR else None
        case Writing.ANY | Writing.NEUTRAL if kind in WAITED_FOR and "anytime" in rules.hours:
            return now
        case Writing.ANY | Writing.NEUTRAL:
            return opening(rules.hours, now, zone)


def opening(hours: frozenset[str], now: int, zone: tzinfo) -> int:
    """This moment, if it lies inside these hours, else the next at which they begin."""
    spans = [HOURS[name] for name in hours or _UNCHOSEN]
    here = datetime.fromtimestamp(now / 1000, zone)
    if any(first <= here.hour < last for first, last in spans):
        return now
    begins = sorted(first for first, _ in spans)
    days = (here.date(), here.date() + timedelta(days=1))
    moments = (datetime.combine(day, time(hour), zone) for day in days for hour in begins)
    return next(at for moment in moments if (at := int(moment.timestamp() * 1000)) > now)


def rest_after(guesses: int) -> int:
    """Milliseconds in which no word opens anything, after so many wrong ones.

    A minute, doubled with each further guess, an hour at most: whoever knows the word is never
    kept out for long, and whoever does not comes to some two dozen tries a day.
    """
    if guesses < GUESSES:
        return 0
    return int(min(_FIRST_REST * 2 ** min(guesses - GUESSES, 10), _LONGEST_REST))


def is_kept(rules: ContactRules, kind: str) -> bool:
    """Whether a message that may not leave now is kept for the person, and not dropped."""
    return rules.silenced_at is not None or kind in WAITED_FOR - _PASSING


def is_veiled(rules: ContactRules, kind: str, now: int, last_seen: int) -> bool:
    """Whether others may see this message before the person does: a neutral line stands for it."""
    shown = is_gated(kind) and kind not in ("veil", "relay_edit")
    return rules.writing is Writing.NEUTRAL and shown and now - last_seen >= WATCHING
