"""Accounts: at which addresses a person is, and which of them a message goes to."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.ids import OutboxId, PersonId
from bot.domain.linking import Way, Wishes, chosen
from bot.domain.people import Account, Platform
from bot.storage.database import Row
from bot.storage.sealed import Sealer
from bot.storage.work import Work


def chat_key(sealer: Sealer, platform: Platform, chat_id: int) -> str:
    """The blind index under which we know a chat."""
    return sealer.index(f"{platform}:{chat_id}")


def from_row(work: Work, row: Row, person_id: PersonId) -> Account:
    chat_id = int(work.open(row["chat_id"], "accounts.chat_id", row["chat_key"]))
    return Account(person_id, Platform(row["platform"]), chat_id, row["chat_key"])


def away_mark(platform: Platform) -> str:
    """The mark that stands while a messenger has been silent for some minutes."""
    return f"away:{platform}"


@dataclass(frozen=True, slots=True)
class Reach:
    """How to write to a person. `lost`: the last messages did not arrive."""

    account: Account
    language: str
    lost: bool


_WAYS = (
    "SELECT a.chat_key, a.platform, a.chat_id, a.seen_at, a.lost_at, p.language, p.unreachable_at,"
    " p.linked, p.preferred, p.fallback, p.talks_on,"
    " CASE WHEN m.name IS NULL THEN 0 ELSE 1 END AS away"
    " FROM accounts a JOIN people p ON p.id = a.person_id"
    " LEFT JOIN meta m ON m.name = 'away:' || a.platform WHERE a.person_id = ? ORDER BY a.chat_key"
)


def _platform(row: Row, name: str) -> Platform | None:
    return Platform(row[name]) if row[name] is not None else None


def _wishes(row: Row) -> Wishes:
    talks = _platform(row, "talks_on")
    return Wishes(_platform(row, "preferred"), bool(row["fallback"]), talks)


def _ways(rows: Sequence[Row]) -> list[Way]:
    return [
        Way(Platform(r["platform"]), r["seen_at"], r["lost_at"] is not None, bool(r["away"]))
        for r in rows
    ]


async def reach(work: Work, person_id: PersonId, kind: str = "") -> Reach | None:
    """How this person is reached with a message of this kind, and in which language; None after
    erasure."""
    rows = await work.tx.fetch(_WAYS, person_id)
    if not rows:
        return None
    row = rows[chosen(_ways(rows), _wishes(rows[0]), kind) if len(rows) > 1 else 0]
    lost = row["unreachable_at"] is not None or (row["linked"] and row["lost_at"] is not None)
    return Reach(from_row(work, row, person_id), row["language"], bool(lost))


async def reach_of(
    work: Work, person_id: PersonId, row: OutboxId | None, kind: str = ""
) -> Reach | None:
    """The account that this row of the outbox went to, for what changes its message; where that
    is none of theirs any more, as `reach`."""
    sent = await work.tx.row("SELECT chat_key FROM outbox WHERE id = ?", row) if row else None
    rows = await work.tx.fetch(_WAYS, person_id)
    key = sent["chat_key"] if sent is not None and len(rows) > 1 else None
    for way in rows:
        if way["chat_key"] == key:
            return Reach(from_row(work, way, person_id), way["language"], lost=False)
    return await reach(work, person_id, kind)


async def other_way(work: Work, person_id: PersonId, chat_key: str, kind: str) -> Account | None:
    """Where a message goes that this account does not take, or whose messenger is silent; None
    where it is not allowed to go anywhere else, or nothing else works."""
    rows = await work.tx.fetch(_WAYS, person_id)
    if len(rows) < 2 or not rows[0]["fallback"]:
        return None
    ways, wishes = _ways(rows), _wishes(rows[0])
    found = chosen(ways, wishes, kind)
    if rows[found]["chat_key"] == chat_key or not ways[found].works:
        return None
    return from_row(work, rows[found], person_id)


async def of_person(work: Work, person_id: PersonId) -> list[Account]:
    """All their accounts, those of one messenger first as its name is."""
    rows = await work.tx.fetch(
        "SELECT chat_key, platform, chat_id FROM accounts WHERE person_id = ? ORDER BY platform",
        person_id,
    )
    return [from_row(work, row, person_id) for row in rows]


def seen(work: Work, person_id: PersonId, account: Account | None = None) -> None:
    """The person wrote: they can be reached again. `account`: from which, where there are two."""
    work.tx.later(
        "UPDATE people SET seen_at = ?, unreachable_at = NULL WHERE id = ?", work.now, person_id
    )
    if account is not None:
        work.tx.later(
            "UPDATE accounts SET seen_at = ?, lost_at = NULL WHERE chat_key = ?",
            work.now, account.chat_key,
        )  # fmt: skip


async def lose(work: Work, chat_key: str) -> None:
    """Messages to this account do not arrive, until its owner writes from it."""
    await work.tx.execute(
        "UPDATE accounts SET lost_at = ? WHERE chat_key = ? AND lost_at IS NULL",
        work.now, chat_key,
    )  # fmt: skip


async def unreachable(work: Work, person_id: PersonId, platform: Platform | None = None) -> bool:
    """Marks that messages do not arrive, by this messenger. True the first time that a person
    cannot be reached any more: somebody with another account, who allows it, still can."""
    if platform is not None:
        await work.tx.execute(
            "UPDATE accounts SET lost_at = ? WHERE person_id = ? AND platform = ?"
            " AND lost_at IS NULL",
            work.now, person_id, platform.value,
        )  # fmt: skip
        rows = await work.tx.fetch(_WAYS, person_id)
        if len(rows) > 1 and not _ways(rows)[chosen(_ways(rows), _wishes(rows[0]))].lost:
            return False
    return await work.tx.changed(
        "UPDATE people SET unreachable_at = ? WHERE id = ? AND unreachable_at IS NULL"
        " RETURNING id",
        work.now, person_id,
    )  # fmt: skip


# What somebody wishes.


async def wishes(work: Work, person_id: PersonId) -> Wishes:
    row = await work.tx.row(
        "SELECT preferred, fallback, talks_on FROM people WHERE id = ?", person_id
    )
    return _wishes(row) if row else Wishes()


async def prefer(work: Work, person_id: PersonId, platform: Platform | None) -> None:
    """Where they want to be written to; None: where they wrote last."""
    await work.tx.execute(
        "UPDATE people SET preferred = ? WHERE id = ?", platform and platform.value, person_id
    )


async def allow_fallback(work: Work, person_id: PersonId, *, allowed: bool) -> None:
    """Whether the other account may be used where the first is out of reach."""
    await work.tx.execute("UPDATE people SET fallback = ? WHERE id = ?", int(allowed), person_id)


async def talk_on(work: Work, person_id: PersonId, platform: Platform | None) -> None:
    """The only way for what they talk about; None: as everything else."""
    await work.tx.execute(
        "UPDATE people SET talks_on = ? WHERE id = ?", platform and platform.value, person_id
    )


async def told_late(work: Work, person_id: PersonId, sent_at: int) -> bool:
    """Whether a message that was sent then is the first late one since they were last told so."""
    return await work.tx.changed(
        "UPDATE people SET late_told_at = ? WHERE id = ?"
        " AND (late_told_at IS NULL OR late_told_at < ?) RETURNING id",
        work.now, person_id, sent_at,
    )  # fmt: skip
