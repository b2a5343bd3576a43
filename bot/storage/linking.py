"""The codes by which somebody joins two accounts, and those who only guess at them."""

from dataclasses import dataclass

from bot.domain.contact import rest_after
from bot.domain.ids import LinkId, PersonId
from bot.domain.linking import CODE_LASTS
from bot.domain.people import Platform
from bot.storage.database import Row
from bot.storage.work import Work


@dataclass(frozen=True, slots=True)
class Link:
    """One code: who was shown it, in which messenger, and who brought it."""

    id: LinkId
    person_id: PersonId
    platform: Platform
    expires_at: int


_COLUMNS = "id, person_id, platform, expires_at"


def _link(row: Row) -> Link:
    return Link(
        LinkId(row["id"]), PersonId(row["person_id"]), Platform(row["platform"]), row["expires_at"]
    )


def _key(work: Work, code: str) -> str:
    return work.sealer.index(f"link:{code}")


async def show(work: Work, person_id: PersonId, platform: Platform, code: str) -> None:
    """A new code of this person; earlier ones open nothing any more."""
    await forget_of(work, person_id)
    await work.tx.execute(
        "INSERT INTO link_codes (id, code_key, person_id, platform, expires_at)"
        " VALUES (?, ?, ?, ?, ?)",
        work.ids.next(), _key(work, code), person_id, platform.value, work.now + CODE_LASTS,
    )  # fmt: skip


async def enter(work: Work, code: str, by: PersonId) -> Link | None:
    """The code is theirs who bring it first, and nobody else's. None: it opens nothing."""
    row = await work.tx.row(
        "UPDATE link_codes SET entered_by = ? WHERE code_key = ? AND expires_at > ?"
        " AND used_at IS NULL AND (entered_by IS NULL OR entered_by = ?) AND person_id <> ?"
        " RETURNING " + _COLUMNS,
        by, _key(work, code), work.now, by, by,
    )  # fmt: skip
    work.tx.touched = True
    return _link(row) if row else None


async def of_entered(work: Work, number: LinkId, by: PersonId) -> Link | None:
    """A code that they brought and that can still be confirmed."""
    row = await work.tx.row(
        "SELECT " + _COLUMNS + " FROM link_codes WHERE id = ? AND entered_by = ?"
        " AND used_at IS NULL AND expires_at > ?",
        number, by, work.now,
    )  # fmt: skip
    return _link(row) if row else None


async def use(work: Work, link: Link, by: PersonId) -> bool:
    """True once, for the one who brought it."""
    return await work.tx.changed(
        "UPDATE link_codes SET used_at = ? WHERE id = ? AND entered_by = ? AND used_at IS NULL"
        " AND expires_at > ? RETURNING id",
        work.now, link.id, by, work.now,
    )  # fmt: skip


async def forget_of(work: Work, person_id: PersonId) -> None:
    """No code of theirs opens anything any more."""
    await work.tx.execute("DELETE FROM link_codes WHERE person_id = ?", person_id)


async def forget(work: Work, expired_before: int) -> None:
    """Retention."""
    await work.tx.execute("DELETE FROM link_codes WHERE expires_at < ?", expired_before)
    await work.tx.execute("DELETE FROM link_guesses WHERE rests_until < ?", expired_before)


# Guesses.


async def rests(work: Work, person_id: PersonId) -> bool:
    """Whether no code of theirs is looked at now, because they guessed too often."""
    row = await work.tx.row(
        "SELECT 1 AS yes FROM link_guesses WHERE person_id = ? AND rests_until > ?",
        person_id, work.now,
    )  # fmt: skip
    return row is not None


async def guessed(work: Work, person_id: PersonId) -> None:
    """They brought a code that is none: from the fifth on, none is looked at for a while."""
    row = await work.tx.row(
        "INSERT INTO link_guesses (person_id, guesses) VALUES (?, 1) ON CONFLICT (person_id)"
        " DO UPDATE SET guesses = link_guesses.guesses + 1 RETURNING guesses",
        person_id,
    )
    work.tx.touched = True
    rest = rest_after(int(row["guesses"])) if row else 0
    if rest:
        await work.tx.execute(
            "UPDATE link_guesses SET rests_until = ? WHERE person_id = ?",
            work.now + rest, person_id,
        )  # fmt: skip


async def guessed_right(work: Work, person_id: PersonId) -> None:
    await work.tx.execute("DELETE FROM link_guesses WHERE person_id = ?", person_id)


# Parting again.


async def unlink(work: Work, person_id: PersonId, platform: Platform) -> bool:
    """This account is nobody's any more; all else stays with the other one. True once, and never
    for the only account of somebody."""
    gone = await work.tx.changed(
        "DELETE FROM accounts WHERE person_id = ? AND platform = ? AND EXISTS (SELECT 1 FROM"
        " accounts AS other WHERE other.person_id = accounts.person_id"
        " AND other.platform <> accounts.platform) RETURNING chat_key",
        person_id, platform.value,
    )  # fmt: skip
    if gone:
        await work.tx.execute(
            "UPDATE people SET linked = 0, preferred = NULL, fallback = 0, talks_on = NULL"
            " WHERE id = ?",
            person_id,
        )
        await forget_of(work, person_id)
    return gone
