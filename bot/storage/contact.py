"""What a person told us is safe: may we write, when, and the words only they know."""

from dataclasses import dataclass

from bot.domain.automatic import QuietHours
from bot.domain.contact import ContactRules, Writing, rest_after
from bot.domain.ids import PersonId
from bot.domain.text import key
from bot.storage.database import Database, Row, marks
from bot.storage.work import Work


@dataclass(frozen=True, slots=True)
class Discretion:
    """Part of what every message's way depends on; the words are blind indexes."""

    silenced_at: int | None = None
    code_key: str | None = None
    help_key: str | None = None


OPEN = Discretion()


@dataclass(frozen=True, slots=True)
class Standing:
    """All that decides whether we may write to somebody now. Rules do not bind us to `staff`.
    `quiet`: the quiet hours that they have set."""

    rules: ContactRules
    seen_at: int
    staff: bool
    quiet: QuietHours | None = None


async def remember(work: Work, person_id: PersonId, rules: ContactRules) -> None:
    """What they answered holds from now on, also for what waits already."""
    await work.tx.execute(
        "INSERT INTO contacts (person_id, writing, hours) VALUES (?, ?, ?)"
        " ON CONFLICT (person_id) DO UPDATE SET writing = excluded.writing, hours = excluded.hours",
        person_id, rules.writing.value if rules.writing else None, " ".join(sorted(rules.hours)),
    )  # fmt: skip
    await work.tx.execute("UPDATE held SET due_at = ? WHERE person_id = ?", work.now, person_id)


_STANDING = (
    "SELECT p.seen_at, k.writing, k.hours, k.silenced_at, k.quiet_from, k.quiet_until,"
    " (SELECT count(*) FROM staff s WHERE s.person_id = p.id AND s.ended_at IS NULL) AS staff"
    " FROM people p LEFT JOIN contacts k ON k.person_id = p.id WHERE p.id = ?"
)


def _standing(row: Row) -> Standing:
    writing = Writing(row["writing"]) if row["writing"] is not None else None
    hours = frozenset((row["hours"] or "").split())
    begins, ends = row["quiet_from"], row["quiet_until"]
    return Standing(
        ContactRules(writing, hours, row["silenced_at"]),
        row["seen_at"],
        row["staff"] > 0,
        QuietHours(begins, ends) if begins is not None and ends is not None else None,
    )


async def standing(work: Work, person_id: PersonId) -> Standing | None:
    """How a person stands to us now; None after erasure."""
    row = await work.tx.row(_STANDING, person_id)
    return _standing(row) if row else None


async def standing_now(database: Database, person_id: PersonId) -> Standing | None:
    """The same outside any transaction, as last committed."""
    rows = await database.read(_STANDING, person_id)
    return _standing(rows[0]) if rows else None


async def keep_quiet(work: Work, person_id: PersonId, quiet: QuietHours | None) -> None:
    """The hours in which nothing automatic reaches them; None: those of the house."""
    begins, ends = (quiet.begins, quiet.ends) if quiet is not None else (None, None)
    await work.tx.execute(
        "INSERT INTO contacts (person_id, quiet_from, quiet_until) VALUES (?, ?, ?)"
        " ON CONFLICT (person_id) DO UPDATE SET quiet_from = excluded.quiet_from,"
        " quiet_until = excluded.quiet_until",
        person_id, begins, ends,
    )  # fmt: skip
    await work.tx.execute("UPDATE held SET due_at = ? WHERE person_id = ?", work.now, person_id)


async def want_news(work: Work, person_id: PersonId, *, given: bool) -> None:
    """Broadcasts for somebody who was never asked how they may be written to."""
    await work.tx.execute(
        "INSERT INTO contacts (person_id, wants_news) VALUES (?, ?)"
        " ON CONFLICT (person_id) DO UPDATE SET wants_news = excluded.wants_news",
        person_id, int(given),
    )  # fmt: skip


async def wants_news(work: Work, person_id: PersonId) -> bool:
    row = await work.tx.row("SELECT wants_news FROM contacts WHERE person_id = ?", person_id)
    return bool(row and row["wants_news"])


# Leaving and coming back.


async def silence(work: Work, person_id: PersonId) -> None:
    """From now on nothing of us reaches this person."""
    await work.tx.execute(
        "INSERT INTO contacts (person_id, silenced_at) VALUES (?, ?)"
        " ON CONFLICT (person_id) DO UPDATE SET silenced_at = excluded.silenced_at",
        person_id, work.now,
    )  # fmt: skip


async def come_back(work: Work, person_id: PersonId) -> int | None:
    """The person is here again: how many wrong words were tried meanwhile.

    None when they had not left, or while guessing rests: then nothing changes.
    """
    row = await work.tx.row(
        "SELECT guesses FROM contacts WHERE person_id = ? AND silenced_at IS NOT NULL", person_id
    )
    back = row is not None and await work.tx.changed(
        "UPDATE contacts SET silenced_at = NULL, guesses = 0, rests_until = NULL"
        " WHERE person_id = ? AND silenced_at IS NOT NULL"
        " AND (rests_until IS NULL OR rests_until <= ?) RETURNING person_id",
        person_id, work.now,
    )  # fmt: skip
    return int(row["guesses"]) if row is not None and back else None


async def guessed(work: Work, person_id: PersonId) -> int | None:
    """A wrong word in place of the one that they chose: until when guessing rests now, if it does.

    None also where there is no word of their own to guess. During a rest nothing is counted:
    further tries cannot keep the rightful owner out.
    """
    row = await work.tx.row(
        "UPDATE contacts SET guesses = guesses + 1 WHERE person_id = ?"
        " AND silenced_at IS NOT NULL AND code_key IS NOT NULL"
        " AND (rests_until IS NULL OR rests_until <= ?) RETURNING guesses",
        person_id, work.now,
    )  # fmt: skip
    rest = rest_after(int(row["guesses"])) if row is not None else 0
    if not rest:
        return None
    until = work.now + rest
    await work.tx.execute(
        "UPDATE contacts SET rests_until = ? WHERE person_id = ?", until, person_id
    )
    return until


async def silenced(work: Work, people: list[PersonId]) -> set[PersonId]:
    """Those of these people who have left by quick exit."""
    if not people:
        return set()
    rows = await work.tx.fetch(
        "SELECT person_id FROM contacts WHERE silenced_at IS NOT NULL AND person_id IN ("
        + marks(len(people))
        + ")",
        *people,
    )
    return {PersonId(row["person_id"]) for row in rows}


async def silenced_since(work: Work, moment: int) -> list[tuple[PersonId, int]]:
    """Who has left since then, and when."""
    rows = await work.tx.fetch(
        "SELECT person_id, silenced_at FROM contacts WHERE silenced_at >= ?", moment
    )
    return [(PersonId(row["person_id"]), row["silenced_at"]) for row in rows]


# Words that only this person knows.


def word_key(work: Work, person_id: PersonId, word: str) -> str:
    """The blind index of a word of this person, however it is spelled; empty for no word."""
    said = key(word)
    return work.sealer.index(f"word:{person_id}:{said}") if said else ""


async def set_code(work: Work, person_id: PersonId, word_index: str) -> None:
    """The word that brings them back after quick exit."""
    await work.tx.execute(
        "INSERT INTO contacts (person_id, code_key) VALUES (?, ?)"
        " ON CONFLICT (person_id) DO UPDATE SET code_key = excluded.code_key",
        person_id, word_index,
    )  # fmt: skip


async def set_help(work: Work, person_id: PersonId, word_index: str) -> None:
    """Their own word for "help now"."""
    await work.tx.execute(
        "INSERT INTO contacts (person_id, help_key) VALUES (?, ?)"
        " ON CONFLICT (person_id) DO UPDATE SET help_key = excluded.help_key",
        person_id, word_index,
    )  # fmt: skip
