"""Who reads along in which case, and which messages between colleagues are about a talk."""

from dataclasses import dataclass

from bot.domain.ids import CaseId, ListenerId, OutboxId, PersonId
from bot.storage.database import Row
from bot.storage.work import Work

ASIDES = frozenset({"listening", "whisper"})
"""Kinds of messages about a case that are no message of the talk: an answer to them is an aside."""


@dataclass(frozen=True, slots=True)
class Listener:
    """A supervisor who reads along until `until_at` (epoch ms). `told_id`: who knows of it."""

    id: ListenerId
    case_id: CaseId
    person_id: PersonId
    told_id: PersonId | None
    copies: int
    whispers: int
    until_at: int


_COLUMNS = "id, case_id, person_id, told_id, copies, whispers, until_at"


def _listener(row: Row) -> Listener:
    return Listener(
        ListenerId(row["id"]),
        CaseId(row["case_id"]),
        PersonId(row["person_id"]),
        PersonId(row["told_id"]) if row["told_id"] is not None else None,
        row["copies"],
        row["whispers"],
        row["until_at"],
    )


async def start(work: Work, case_id: CaseId, who: PersonId, until_at: int) -> Listener | None:
    """From now on this person reads along. None when they do already."""
    row = await work.tx.row(
        "INSERT INTO listeners (id, case_id, person_id, since, until_at) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT DO NOTHING RETURNING " + _COLUMNS,
        work.ids.next(), case_id, who, work.now, until_at,
    )  # fmt: skip
    work.tx.touched = True
    return _listener(row) if row else None


async def of_case(work: Work, case_id: CaseId) -> list[Listener]:
    """Who reads along now, the first one first."""
    rows = await work.tx.fetch(
        "SELECT " + _COLUMNS + " FROM listeners WHERE case_id = ? AND ended_at IS NULL"
        " AND until_at > ? ORDER BY id",
        case_id, work.now,
    )  # fmt: skip
    return [_listener(row) for row in rows]


async def of_person(work: Work, who: PersonId) -> list[Listener]:
    """Where this person reads along, the first one first."""
    rows = await work.tx.fetch(
        "SELECT " + _COLUMNS + " FROM listeners WHERE person_id = ? AND ended_at IS NULL"
        " ORDER BY id",
        who,
    )
    return [_listener(row) for row in rows]


async def of_number(work: Work, number: int) -> list[Listener]:
    """The one with this number, while it has not ended."""
    rows = await work.tx.fetch(
        "SELECT " + _COLUMNS + " FROM listeners WHERE id = ? AND ended_at IS NULL", number
    )
    return [_listener(row) for row in rows]


async def stop(work: Work, number: ListenerId) -> Listener | None:
    """Ends it. None when it had ended."""
    row = await work.tx.row(
        "UPDATE listeners SET ended_at = ? WHERE id = ? AND ended_at IS NULL RETURNING " + _COLUMNS,
        work.now, number,
    )  # fmt: skip
    work.tx.touched = True
    return _listener(row) if row else None


async def tell(work: Work, number: ListenerId, counselor: PersonId) -> bool:
    """True once for each counselor, who must then be told."""
    return await work.tx.changed(
        "UPDATE listeners SET told_id = ? WHERE id = ? AND ended_at IS NULL"
        " AND (told_id IS NULL OR told_id <> ?) RETURNING id",
        counselor, number, counselor,
    )  # fmt: skip


def count_copy(work: Work, number: ListenerId) -> None:
    work.tx.later("UPDATE listeners SET copies = copies + 1 WHERE id = ?", number)


def count_whisper(work: Work, case_id: CaseId, who: PersonId) -> None:
    work.tx.later(
        "UPDATE listeners SET whispers = whispers + 1"
        " WHERE case_id = ? AND person_id = ? AND ended_at IS NULL",
        case_id, who,
    )  # fmt: skip


# Asides.


@dataclass(frozen=True, slots=True)
class Aside:
    """What an answer to such a message is about. No `answers_to`: whoever has the case."""

    case_id: CaseId
    answers_to: PersonId | None


def remember(work: Work, row: OutboxId, about: Aside) -> None:
    work.tx.later(
        "INSERT INTO asides (outbox_id, case_id, answers_to) VALUES (?, ?, ?)",
        row, about.case_id, about.answers_to,
    )  # fmt: skip


async def aside(work: Work, chat_key: str, message_id: int) -> Aside | None:
    """Whether the message with this id in this chat is such a one."""
    row = await work.tx.row(
        "SELECT a.case_id, a.answers_to FROM outbox o JOIN asides a ON a.outbox_id = o.id"
        " WHERE o.chat_key = ? AND o.message_id = ?"
        " AND o.kind IN ('listening', 'whisper', 'prompt')",
        chat_key, message_id,
    )  # fmt: skip
    if row is None:
        return None
    to = row["answers_to"]
    return Aside(CaseId(row["case_id"]), PersonId(to) if to is not None else None)
