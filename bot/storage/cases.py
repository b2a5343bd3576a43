"""Cases: opened, read, closed, and made more urgent. Who waits is in `queue`."""

import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.domain.case import Case, Outcome, Status, case_code
from bot.domain.ids import CaseId, ClosingId, PersonId
from bot.domain.triage import Acuity, Triage
from bot.storage.database import Row
from bot.storage.work import Work

COLUMNS = (
    "id, code, person_id, status, acuity, reasons, topic, province, county, contact, opened_at,"
    " counselor_id, claimed_at, closed_at, outcome, previous_id, underserved, minor, lead_id,"
    " closing_id, closing_by, channel, contacted_at, language, wish, replied_at, returned_at"
)

BACK_TO_QUEUE = "status = 'waiting', counselor_id = NULL, claimed_at = NULL, returned_at = ?"
"""What a case becomes that nobody has any more; it takes the time, from which paging counts."""
SUPERVISED = (
    "(acuity <= 1 OR EXISTS (SELECT 1 FROM acuity_changes WHERE acuity_changes.case_id = cases.id"
    " AND acuity_changes.before <= 1))"
)
"""Whether a case was ever high or immediate: the level it has now, or one that staff changed."""


def from_row(row: Row) -> Case:
    def person(name: str) -> PersonId | None:
        return PersonId(row[name]) if row[name] is not None else None

    return Case(
        CaseId(row["id"]),
        row["code"],
        person("person_id"),
        Status(row["status"]),
        Acuity(row["acuity"]),
        row["topic"],
        row["province"],
        row["county"],
        row["contact"],
        row["opened_at"],
        person("counselor_id"),
        row["claimed_at"],
        row["closed_at"],
        Outcome(row["outcome"]) if row["outcome"] is not None else None,
        CaseId(row["previous_id"]) if row["previous_id"] is not None else None,
        tuple(json.loads(row["reasons"])),
        row["underserved"],
        bool(row["minor"]),
        person("lead_id"),
        _closing(row),
        row["channel"],
        row["contacted_at"],
        row["language"],
        row["wish"],
        row["replied_at"],
        row["returned_at"],
    )


def _closing(row: Row) -> ClosingId | None:
    """What an earlier owner asked for has lost its sense."""
    asked = row["closing_id"] is not None and row["closing_by"] == row["counselor_id"]
    return ClosingId(row["closing_id"]) if asked else None


@dataclass(frozen=True, slots=True)
class Request:
    """What a confirmed assessment asks for. `answers` are kept sealed; `underserved` is 0 to 3."""

    topic: str
    triage: Triage
    province: str = ""
    county: str = ""
    contact: str = "any"
    answers: Mapping[str, Any] | None = None
    minor: bool = False
    underserved: int = 0
    language: str = ""
    wish: str = ""


@dataclass(frozen=True, slots=True)
class Contact:
    """How and when a family was met; `at` (epoch ms) where that was outside the messenger."""

    channel: str = "chat"
    at: int | None = None


async def open_case(work: Work, person_id: PersonId, request: Request) -> Case | None:
    """Puts a request into the queue. None when the person has an open case already."""
    previous = await work.tx.row(
        "SELECT id FROM cases WHERE person_id = ? ORDER BY id DESC LIMIT 1", person_id
    )
    return await _put(work, request, Contact(), person_id, previous["id"] if previous else None)


async def record_contact(
    work: Work, who: PersonId, request: Request, contact: Contact, *, waits: bool
) -> Case:
    """A case of nobody we can write to: in the queue, or with the one who met the family."""
    case = await _put(work, request, contact, holder=None if waits else who)
    assert case is not None
    return case


async def _put(
    work: Work, request: Request, contact: Contact, person_id: PersonId | None = None,
    previous: int | None = None, holder: PersonId | None = None,
) -> Case | None:  # fmt: skip
    number = CaseId(work.ids.next())
    answers = json.dumps(request.answers, ensure_ascii=False) if request.answers else None
    since = work.now if holder is not None else None
    row = await work.tx.row(
        "INSERT INTO cases (id, code, person_id, status, acuity, reasons, rule_version, topic,"
        " province, county, contact, assessment, opened_at, previous_id, minor, underserved,"
        " counselor_id, claimed_at, replied_at, channel, contacted_at, language, wish)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT DO NOTHING RETURNING " + COLUMNS,
        number, case_code(secrets.randbits(40)), person_id,
        "waiting" if holder is None else "claimed", int(request.triage.acuity),
        json.dumps(request.triage.reasons), request.triage.version, request.topic,
        request.province, request.county, request.contact,
        work.seal(answers, "cases.assessment", number) if answers else None,
        work.now, previous, int(request.minor), request.underserved,
        holder, since, since, contact.channel, contact.at, request.language, request.wish,
    )  # fmt: skip
    work.tx.touched = True
    return from_row(row) if row else None


async def get(work: Work, case_id: CaseId) -> Case | None:
    row = await work.tx.row("SELECT " + COLUMNS + " FROM cases WHERE id = ?", case_id)
    return from_row(row) if row else None


async def hold(work: Work, case_id: CaseId) -> None:
    """Until the commit nobody else changes this case: what we read of it now holds."""
    await work.tx.execute("UPDATE cases SET acuity = acuity WHERE id = ?", case_id)


async def by_code(work: Work, code: str) -> Case | None:
    row = await work.tx.row("SELECT " + COLUMNS + " FROM cases WHERE code = ?", code)
    return from_row(row) if row else None


async def latest_of(work: Work, person_id: PersonId) -> Case | None:
    """The person's newest case, open or closed."""
    row = await work.tx.row(
        "SELECT " + COLUMNS + " FROM cases WHERE person_id = ? ORDER BY id DESC LIMIT 1", person_id
    )
    return from_row(row) if row else None


async def assessment(work: Work, case_id: CaseId) -> Mapping[str, Any]:
    """The answers of the family, by question; empty when there are none or they were erased."""
    row = await work.tx.row("SELECT assessment FROM cases WHERE id = ?", case_id)
    text = work.open(row["assessment"], "cases.assessment", case_id) if row else ""
    answers: Mapping[str, Any] = json.loads(text) if text else {}
    return answers


async def close(
    work: Work, case_id: CaseId, who: PersonId, outcome: Outcome, detail: str | None = None
) -> bool:
    """True when this person had the case and it is closed now.

    A case that was ever urgent is closed by `closings.approve` alone, and so is one whose closing
    waits for that.
    """
    return await work.tx.changed(
        "UPDATE cases SET status = 'closed', outcome = ?, outcome_detail = ?, closed_at = ?"
        " WHERE id = ? AND status = 'claimed' AND counselor_id = ?"
        " AND (closing_id IS NULL OR closing_by <> counselor_id)"
        " AND NOT " + SUPERVISED + " RETURNING id",
        outcome.value, detail, work.now, case_id, who,
    )  # fmt: skip


async def raise_acuity(work: Work, case_id: CaseId, acuity: Acuity, reason: str) -> bool:
    """Danger was disclosed: the case moves up, never down. True when it did."""
    case = await get(work, case_id)
    if case is None or case.acuity <= acuity:
        return False
    return await work.tx.changed(
        "UPDATE cases SET acuity = ?, reasons = ? WHERE id = ? AND acuity > ? RETURNING id",
        int(acuity), json.dumps([reason, *case.reasons]), case_id, int(acuity),
    )  # fmt: skip


async def held_by(work: Work, who: PersonId) -> list[Case]:
    """The open cases of a staff member, oldest first."""
    rows = await work.tx.fetch(
        "SELECT " + COLUMNS + " FROM cases WHERE counselor_id = ? AND status = 'claimed'"
        " ORDER BY id",
        who,
    )
    return [from_row(row) for row in rows]


async def complete(work: Work, person_id: PersonId, request: Request) -> Case | None:
    """Adds a later assessment to the person's open case, which never becomes less urgent."""
    row = await work.tx.row(
        "SELECT id, acuity, reasons, minor FROM cases WHERE person_id = ?"
        " AND status IN ('waiting', 'claimed')",
        person_id,
    )
    if row is None:
        return None
    reasons = [*json.loads(row["reasons"]), *request.triage.reasons]
    answers = json.dumps(request.answers or {}, ensure_ascii=False)
    changed = await work.tx.row(
        "UPDATE cases SET topic = ?, province = ?, county = ?, contact = ?, assessment = ?,"
        " acuity = ?, reasons = ?, minor = ?, underserved = ?, language = ?, wish = ?"
        " WHERE id = ? RETURNING " + COLUMNS,
        request.topic, request.province, request.county, request.contact,
        work.seal(answers, "cases.assessment", row["id"]),
        min(row["acuity"], int(request.triage.acuity)), json.dumps(list(dict.fromkeys(reasons))),
        max(row["minor"], int(request.minor)), request.underserved, request.language,
        request.wish, row["id"],
    )  # fmt: skip
    work.tx.touched = True
    return from_row(changed) if changed else None


async def withdraw(work: Work, case_id: CaseId, person_id: PersonId) -> bool:
    """The person takes a request back that nobody has claimed yet."""
    return await work.tx.changed(
        "UPDATE cases SET status = 'closed', outcome = 'withdrawn', closed_at = ?"
        " WHERE id = ? AND person_id = ? AND status = 'waiting' RETURNING id",
        work.now, case_id, person_id,
    )  # fmt: skip


async def open_of(work: Work, person_id: PersonId) -> Case | None:
    """The person's open case, if there is one."""
    row = await work.tx.row(
        "SELECT " + COLUMNS + " FROM cases WHERE person_id = ?"
        " AND status IN ('waiting', 'claimed')",
        person_id,
    )
    return from_row(row) if row else None
