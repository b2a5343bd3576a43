"""What we owe people: written with the state it follows from, sent after the commit."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.domain.delivery import KINDS, Decision, Done, GiveUp, TryAgain
from bot.domain.ids import AlertId, BroadcastId, CaseId, OutboxId, PersonId, RelayId
from bot.domain.outgoing import Album, Chart, Delete, Edit, Media, Outgoing, Pin, weight
from bot.domain.outgoing_json import from_json, to_json
from bot.domain.people import Account, Platform
from bot.notation import read, written
from bot.storage.database import Database, Row
from bot.storage.sealed import Sealer
from bot.storage.work import Work


@dataclass(frozen=True, slots=True)
class Address:
    """Where a message goes. No `chat_id`: the counselor group, wherever it is by then."""

    platform: Platform
    chat_key: str
    chat_id: int | None = None
    person_id: PersonId | None = None


def address(account: Account) -> Address:
    return Address(account.platform, account.chat_key, account.chat_id, account.person_id)


@dataclass(frozen=True, slots=True)
class About:
    """What a message is about, so that its fate can be told to whom it matters."""

    case: CaseId | None = None
    relay: RelayId | None = None
    alert: AlertId | None = None
    broadcast: BroadcastId | None = None


NOTHING = About()
ALBUM_LIMIT = 10
"""Pictures in one album (Bot API)."""


@dataclass(frozen=True, slots=True)
class Letter:
    """One row on its way. `target` is the message id that an edit changes, once it is known."""

    id: OutboxId
    to: Address
    kind: str
    message: Outgoing
    attempts: int
    repeat: bool
    expires_at: int
    created_at: int
    about: About
    target: int | None
    targets_row: bool


def put(
    work: Work,
    to: Address,
    kind: str,
    message: Outgoing,
    about: About = NOTHING,
    *,
    due_at: int | None = None,
) -> OutboxId:
    """Owes somebody a message. It leaves after the commit, by the rules of its kind."""
    number = OutboxId(work.ids.next())
    rules, body = KINDS[kind], {"to": to.chat_id, "message": to_json(message)}
    target = message.row if isinstance(message, Edit | Delete | Pin | Chart) else None
    work.tx.later(
        "INSERT INTO outbox (id, platform, chat_key, lane, kind, payload, due_at, expires_at,"
        " created_at, person_id, case_id, relay_id, alert_id, target_id,"
        " broadcast_id, messages) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        number, to.platform.value, to.chat_key, int(rules.lane), kind,
        _sealed(work.sealer, number, body), due_at or work.now, work.now + rules.horizon,
        work.now, to.person_id, about.case, about.relay, about.alert, target,
        about.broadcast, weight(message),
    )  # fmt: skip
    work.tx.wake("outbox")
    return number


def _sealed(sealer: Sealer, number: OutboxId, body: object) -> str:
    text = written(body)
    return sealer.seal(text, f"outbox.payload:{number}")


_HEADS = (
    "SELECT o.id, o.platform, o.chat_key, o.kind, o.payload, o.attempts, o.repeat, o.expires_at,"
    " o.created_at, o.person_id, o.case_id, o.relay_id, o.alert_id, o.target_id,"
    " o.broadcast_id, o.messages,"
    " t.message_id AS target"
    " FROM outbox o LEFT JOIN outbox t ON t.id = o.target_id"
    " WHERE o.state = 'waiting' AND o.platform = ? AND +o.due_at <= ?"
    " AND o.chat_key NOT IN (VALUES "
)
_FIRST_OF_CHAT = (
    ") AND o.id = (SELECT e.id FROM outbox e WHERE e.state = 'waiting'"
    " AND e.chat_key = o.chat_key ORDER BY e.lane, e.id LIMIT 1)"
    " ORDER BY o.lane, o.id LIMIT ?"
)
MOST_LEFT_OUT = 512
"""Chats that `heads` can leave out."""
# Few sizes: few statements to prepare. VALUES, because PostgreSQL would walk a plain list for
# every row. `+` keeps both engines to the index that has the rows in the order wanted.
_ASIDE = {size: ", ".join(["(?)"] * size) for size in (1, 8, 32, 128, MOST_LEFT_OUT)}


async def heads(
    database: Database, platform: Platform, now: int, limit: int, without: Sequence[str] = ()
) -> Sequence[Row]:
    """The first waiting row of each chat, the most urgent lane first, still sealed.

    `without` names chats to leave out; of more than MOST_LEFT_OUT, some may come all the same.
    """
    size = next((each for each in _ASIDE if each >= len(without)), MOST_LEFT_OUT)
    # No chat has an empty key.
    names = [*without[:size], *[""] * (size - len(without))]
    asked = platform.value, now, *names, limit
    return await database.read(_HEADS + _ASIDE[size] + _FIRST_OF_CHAT, *asked)


def opened(sealer: Sealer, row: Row) -> Letter:
    """The letter in a row of `heads`. Unreadable when the keys are not ours."""
    body = read(sealer.open(row["payload"], f"outbox.payload:{row['id']}"))
    person, case = row["person_id"], row["case_id"]
    relay, alert, broadcast = row["relay_id"], row["alert_id"], row["broadcast_id"]
    return Letter(
        OutboxId(row["id"]),
        Address(
            Platform(row["platform"]),
            row["chat_key"],
            body["to"],
            PersonId(person) if person is not None else None,
        ),
        row["kind"],
        from_json(body["message"]),
        row["attempts"],
        bool(row["repeat"]),
        row["expires_at"],
        row["created_at"],
        About(
            CaseId(case) if case is not None else None,
            RelayId(relay) if relay is not None else None,
            AlertId(alert) if alert is not None else None,
            BroadcastId(broadcast) if broadcast is not None else None,
        ),
        row["target"],
        row["target_id"] is not None,
    )


async def next_due(database: Database, platform: Platform, now: int) -> int | None:
    """When the next row that is not due yet will be."""
    rows = await database.read(
        "SELECT min(due_at) AS at FROM outbox WHERE state = 'waiting' AND platform = ?"
        " AND due_at > ?",
        platform.value, now,
    )  # fmt: skip
    return rows[0]["at"]  # type: ignore[no-any-return]


def settle(work: Work, letter: Letter, decision: Decision) -> None:
    """Writes down what one try came to."""
    match decision:
        case Done(message_ids):
            work.tx.later(
                "UPDATE outbox SET state = 'sent', attempts = attempts + 1, ended_at = ?,"
                " message_id = ? WHERE id = ?",
                work.now, message_ids[0] if message_ids else None, letter.id,
            )  # fmt: skip
        case TryAgain(at, repeat, counts):
            work.tx.later(
                "UPDATE outbox SET attempts = attempts + ?, due_at = ?, state = 'waiting',"
                " repeat = CASE WHEN repeat = 1 THEN 1 ELSE ? END WHERE id = ?",
                int(counts), at, int(repeat), letter.id,
            )  # fmt: skip
        case GiveUp(state, reason):
            work.tx.later(
                "UPDATE outbox SET state = ?, reason = ?, attempts = attempts + 1, ended_at = ?"
                " WHERE id = ?",
                state, reason[:200], work.now, letter.id,
            )  # fmt: skip


def remember_copy(work: Work, letter: Letter, message_id: int, relay_id: RelayId | None) -> None:
    """From now on a reply to this message finds its case."""
    work.tx.later(
        "INSERT INTO copies (chat_key, message_id, outbox_id, case_id, relay_id)"
        " VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
        letter.to.chat_key, message_id, letter.id, letter.about.case, relay_id,
    )  # fmt: skip


async def cancel_automatic(work: Work, person_id: PersonId) -> None:
    """Nothing automatic waits for a person who cannot be reached."""
    await work.tx.execute(
        "UPDATE outbox SET state = 'canceled', ended_at = ?, reason = 'unreachable'"
        " WHERE person_id = ? AND state = 'waiting' AND kind NOT IN ('relay', 'veil', 'erase')",
        work.now, person_id,
    )  # fmt: skip


async def rows_about_case(
    work: Work, case_id: CaseId, kind: str
) -> list[tuple[OutboxId, Platform]]:
    """The rows of this kind about a case that a chat has or will get."""
    rows = await work.tx.fetch(
        "SELECT id, platform FROM outbox WHERE case_id = ? AND kind = ?"
        " AND state IN ('waiting', 'sending', 'sent') ORDER BY id",
        case_id, kind,
    )  # fmt: skip
    return [(OutboxId(row["id"]), Platform(row["platform"])) for row in rows]


async def forget(work: Work, ended_before: int) -> None:
    """Retention: the words of what has ended; the bare row stays, for replies and counts."""
    await work.tx.execute(
        "UPDATE outbox SET payload = NULL WHERE ended_at < ? AND payload IS NOT NULL", ended_before
    )


async def add_to_album(work: Work, row: OutboxId, item: Media, due_at: int) -> bool:
    """Puts one more picture into an album that has not left yet. False when it is too late."""
    found = await work.tx.row(
        "SELECT payload FROM outbox WHERE id = ? AND state = 'waiting' AND attempts = 0", row
    )
    if found is None:
        return False
    body = read(work.open(found["payload"], "outbox.payload", row))
    album = from_json(body["message"])
    if not isinstance(album, Album) or len(album.items) >= ALBUM_LIMIT:
        return False
    body["message"] = to_json(replace(album, items=(*album.items, item)))
    return await work.tx.changed(
        "UPDATE outbox SET payload = ?, due_at = ?, messages = messages + 1"
        " WHERE id = ? AND state = 'waiting'"
        " AND attempts = 0 RETURNING id",
        _sealed(work.sealer, row, body), due_at, row,
    )  # fmt: skip


async def hurry(work: Work, chat_key: str) -> None:
    """What waits for this chat may be tried now."""
    await work.tx.execute(
        "UPDATE outbox SET due_at = ? WHERE chat_key = ? AND state = 'waiting' AND due_at > ?",
        work.now, chat_key, work.now,
    )  # fmt: skip
    work.tx.wake("outbox")


async def take(work: Work, row: OutboxId) -> Outgoing | None:
    """Marks a row as being sent, and reads it as it is now. None when it is not waiting."""
    found = await work.tx.row(
        "UPDATE outbox SET state = 'sending' WHERE id = ? AND state = 'waiting' RETURNING payload",
        row,
    )
    if found is None:
        return None
    return from_json(read(work.open(found["payload"], "outbox.payload", row))["message"])


async def put_off(work: Work, row: OutboxId, until: int) -> None:
    """Tries a row again later, because of a mistake of our own; after some tries it is failed."""
    await work.tx.execute(
        "UPDATE outbox SET attempts = attempts + 1, due_at = ?,"
        " state = CASE WHEN attempts >= 20 THEN 'failed' ELSE 'waiting' END,"
        " ended_at = CASE WHEN attempts >= 20 THEN CAST(? AS BIGINT) ELSE NULL END,"
        " reason = 'a mistake of our own' WHERE id = ?",
        until, work.now, row,
    )  # fmt: skip
