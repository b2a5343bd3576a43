"""People, their accounts, their roles, and where they stand in a conversation."""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.conversations.flow import Session, session_from_json, session_to_json
from bot.domain.case import Status
from bot.domain.ids import BlockId, CaseId, PersonId
from bot.domain.people import Account, Person, Platform, Role, StaffMember
from bot.notation import read, written
from bot.storage import accounts, contact
from bot.storage.contact import Discretion
from bot.storage.database import Database, Row, marks
from bot.storage.eligibility import IN_ROTA, minutes
from bot.storage.work import Work


@dataclass(frozen=True, slots=True)
class OpenCase:
    """The one open case of a person, as far as every message needs to know it."""

    id: CaseId
    code: str
    status: Status
    counselor_id: PersonId | None


@dataclass(frozen=True, slots=True)
class Known:
    """What a message's way depends on, loaded for many at once. `block`: one that holds now."""

    account: Account
    person: Person
    staff: StaffMember | None
    session: Session | None
    subject: CaseId | None
    case: OpenCase | None
    discretion: Discretion = contact.OPEN
    block: BlockId | None = None


chat_key = accounts.chat_key
Reach = accounts.Reach
reach, seen, unreachable = accounts.reach, accounts.seen, accounts.unreachable


_KNOWN = (
    "SELECT a.chat_key, a.platform, a.chat_id, p.id, p.language, p.consented_at, p.unreachable_at,"
    " p.linked,"
    " s.role, s.alias, s.on_call, 0 AS in_rota, s.current_case, s.settled, w.body, w.subject,"
    " c.id AS case_id, c.code, c.status, c.counselor_id, k.silenced_at, k.code_key, k.help_key,"
    " b.id AS block_id, b.until_at AS blocked_until"
    " FROM accounts a JOIN people p ON p.id = a.person_id"
    " LEFT JOIN staff s ON s.person_id = p.id AND s.ended_at IS NULL"
    " LEFT JOIN sessions w ON w.person_id = p.id LEFT JOIN contacts k ON k.person_id = p.id"
    " LEFT JOIN cases c ON c.person_id = p.id AND c.status IN ('waiting', 'claimed')"
    " LEFT JOIN blocks b ON b.person_id = p.id AND b.ended_at IS NULL WHERE a.chat_key IN ("
)


async def rows(work: Work, keys: Iterable[str]) -> dict[str, Row]:
    """What `known_from` needs of those of these chats that we know, by chat key; still sealed."""
    wanted = sorted(set(keys))
    found = await work.tx.fetch(_KNOWN + marks(len(wanted)) + ")", *wanted) if wanted else ()
    return {row["chat_key"]: row for row in found}


async def known(work: Work, keys: Iterable[str]) -> dict[str, Known]:
    """Those of these chats that we know, by chat key."""
    found = await rows(work, keys)
    return {key: known_from(work, row) for key, row in found.items()}


def known_from(work: Work, row: Row) -> Known:
    """Unreadable, ValueError, KeyError or TypeError for a damaged row."""
    person_id = PersonId(row["id"])
    case = None
    if row["case_id"] is not None:
        counselor = row["counselor_id"]
        case = OpenCase(
            CaseId(row["case_id"]),
            row["code"],
            Status(row["status"]),
            PersonId(counselor) if counselor is not None else None,
        )
    session = None
    if row["body"] is not None:
        session = session_from_json(read(work.open(row["body"], "sessions.body", person_id)))
    return Known(
        accounts.from_row(work, row, person_id),
        _person(row, person_id),
        _member(work, row, person_id) if row["role"] is not None else None,
        session,
        CaseId(row["subject"]) if row["subject"] is not None else None,
        case,
        Discretion(row["silenced_at"], row["code_key"], row["help_key"]),
        _block(work, row),
    )


def _person(row: Row, person_id: PersonId) -> Person:
    lost, linked = row["unreachable_at"], bool(row["linked"])
    return Person(person_id, row["language"], row["consented_at"], lost, linked)


def _block(work: Work, row: Row) -> BlockId | None:
    """The block, until its end, however late the clock is."""
    holds = row["blocked_until"] is None or row["blocked_until"] > work.now
    return BlockId(row["block_id"]) if row["block_id"] is not None and holds else None


def _member(work: Work, row: Row, person_id: PersonId) -> StaffMember:
    current = row["current_case"]
    return StaffMember(
        person_id,
        Role(row["role"]),
        work.open(row["alias"], "staff.alias", person_id),
        bool(row["on_call"] or row["in_rota"]),
        CaseId(current) if current is not None else None,
        bool(row["settled"]),
        bool(row["on_call"]),
    )


def add(work: Work, platform: Platform, chat_id: int, language: str) -> Known:
    """A person we meet for the first time."""
    person_id = PersonId(work.ids.next())
    key = chat_key(work.sealer, platform, chat_id)
    work.tx.later(
        "INSERT INTO people (id, language, created_at, seen_at) VALUES (?, ?, ?, ?)",
        person_id, language, work.now, work.now, rank=0,
    )  # fmt: skip
    work.tx.later(
        "INSERT INTO accounts (chat_key, person_id, platform, chat_id) VALUES (?, ?, ?, ?)",
        key, person_id, platform.value, work.seal(str(chat_id), "accounts.chat_id", key),
    )  # fmt: skip
    account = Account(person_id, platform, chat_id, key)
    return Known(account, Person(person_id, language), None, None, None, None)


async def speak(work: Work, person_id: PersonId, language: str) -> None:
    await work.tx.execute("UPDATE people SET language = ? WHERE id = ?", language, person_id)


async def to_apologize(work: Work, since: int) -> list[PersonId]:
    """Families who were in the middle of something."""
    rows = await work.tx.fetch(
        "SELECT p.id FROM people p LEFT JOIN cases c ON c.person_id = p.id"
        " AND c.status IN ('waiting', 'claimed') LEFT JOIN sessions s ON s.person_id = p.id"
        " WHERE p.seen_at >= ? AND p.unreachable_at IS NULL"
        " AND (c.id IS NOT NULL OR s.person_id IS NOT NULL)"
        " AND NOT EXISTS (SELECT 1 FROM staff WHERE staff.person_id = p.id AND ended_at IS NULL)"
        " ORDER BY p.id",
        since,
    )
    return [PersonId(row["id"]) for row in rows]


# Where a person stands in a conversation.


def save_session(
    work: Work, person_id: PersonId, session: Session, subject: CaseId | None = None
) -> None:
    body = written(session_to_json(session))
    work.tx.later(
        "INSERT INTO sessions (person_id, flow, version, question, subject, body, updated_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (person_id) DO UPDATE SET flow = excluded.flow, version = excluded.version,"
        " question = excluded.question, subject = excluded.subject, body = excluded.body,"
        " updated_at = excluded.updated_at",
        person_id, session.flow, session.version, session.question, subject,
        work.seal(body, "sessions.body", person_id), work.now,
    )  # fmt: skip


async def end_session(work: Work, person_id: PersonId) -> None:
    await work.tx.execute("DELETE FROM sessions WHERE person_id = ?", person_id)


async def lose_place(work: Work, chat_key: str) -> None:
    """Ends the session of whoever writes from this chat, without reading it."""
    await work.tx.execute(
        "DELETE FROM sessions WHERE person_id IN"
        " (SELECT person_id FROM accounts WHERE chat_key = ?)",
        chat_key,
    )


# Staff.


async def appoint(
    work: Work, person_id: PersonId, role: Role, alias: str, *, on_call: bool
) -> None:
    """Gives a person a role, or another one."""
    await work.tx.execute(
        "INSERT INTO staff (person_id, role, alias, on_call, since) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (person_id) DO UPDATE SET role = excluded.role, alias = excluded.alias,"
        " on_call = excluded.on_call, since = excluded.since, ended_at = NULL, available = 1",
        person_id, role.value, work.seal(alias, "staff.alias", person_id), int(on_call), work.now,
    )  # fmt: skip


async def dismiss(work: Work, person_id: PersonId) -> bool:
    """Ends a role. True when there was one."""
    return await work.tx.changed(
        "UPDATE staff SET ended_at = ?, on_call = 0, current_case = NULL, settled = 0"
        " WHERE person_id = ? AND ended_at IS NULL RETURNING person_id",
        work.now, person_id,
    )  # fmt: skip


async def put_on_call(work: Work, person_id: PersonId, *, on: bool) -> None:
    await work.tx.execute(
        "UPDATE staff SET on_call = ? WHERE person_id = ? AND ended_at IS NULL", int(on), person_id
    )


# On call is who was put on call, and who is in the rota now and not away.
_STAFF = (
    "SELECT person_id, role, alias, on_call, current_case, settled, CASE WHEN available = 1 AND "
    + IN_ROTA
    + " THEN 1 ELSE 0 END AS in_rota FROM staff WHERE ended_at IS NULL"
)


async def staff(work: Work) -> list[StaffMember]:
    """All who have a role now, oldest first."""
    rows = await work.tx.fetch(_STAFF + " ORDER BY since, person_id", *minutes(work))
    return [_member(work, row, PersonId(row["person_id"])) for row in rows]


async def anybody_on_call(database: Database) -> bool:
    """Whether somebody is on call now, or will be by the rota."""
    return bool(
        await database.read(
            "SELECT 1 FROM staff WHERE ended_at IS NULL AND (on_call = 1 OR EXISTS (SELECT 1 FROM"
            " shifts t WHERE t.person_id = staff.person_id AND t.kind = 'on_call')) LIMIT 1"
        )
    )


async def member(work: Work, person_id: PersonId) -> StaffMember | None:
    row = await work.tx.row(_STAFF + " AND person_id = ?", *minutes(work), person_id)
    return _member(work, row, person_id) if row else None


async def face(work: Work, person_id: PersonId, case_id: CaseId | None, *, settled: bool) -> None:
    """Which family a plain message of this staff member goes to, and whether they chose it."""
    await work.tx.execute(
        "UPDATE staff SET current_case = ?, settled = ? WHERE person_id = ?",
        case_id, int(settled), person_id,
    )  # fmt: skip


async def unsettle(work: Work, person_id: PersonId, *, unless: CaseId) -> None:
    """Another family has written: the next plain message must say whom it is for."""
    await work.tx.execute(
        "UPDATE staff SET settled = 0 WHERE person_id = ? AND current_case <> ?", person_id, unless
    )
