"""Safety plans of a case: every version is kept, and only what was sent reaches a family."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from bot.domain.ids import CaseId, PersonId, PlanId
from bot.storage.database import Row
from bot.storage.work import Work


@dataclass(frozen=True, slots=True)
class Plan:
    """`steps`: the words of each step that has some, by the name of the step."""

    id: PlanId
    case_id: CaseId
    version: int
    steps: Mapping[str, str]
    author_id: PersonId
    at: int
    sent_at: int | None


_COLUMNS = "id, case_id, version, body, author_id, at, sent_at"


def _plan(work: Work, row: Row) -> Plan:
    return Plan(
        PlanId(row["id"]),
        CaseId(row["case_id"]),
        row["version"],
        json.loads(work.open(row["body"], "safety_plans.body", row["id"])),
        PersonId(row["author_id"]),
        row["at"],
        row["sent_at"],
    )


async def save(
    work: Work, case_id: CaseId, author: PersonId, steps: Mapping[str, str]
) -> Plan | None:
    """A new version. None when a colleague has written the same number at this moment."""
    number = PlanId(work.ids.next())
    body = work.seal(json.dumps(dict(steps), ensure_ascii=False), "safety_plans.body", number)
    row = await work.tx.row(
        "INSERT INTO safety_plans (id, case_id, version, body, author_id, at)"
        " SELECT CAST(? AS BIGINT), CAST(? AS BIGINT), COALESCE(max(version), 0) + 1,"
        " CAST(? AS TEXT), CAST(? AS BIGINT), CAST(? AS BIGINT)"
        " FROM safety_plans WHERE case_id = ? ON CONFLICT DO NOTHING RETURNING " + _COLUMNS,
        number, case_id, body, author, work.now, case_id,
    )  # fmt: skip
    work.tx.touched = True
    return _plan(work, row) if row else None


async def get(work: Work, plan_id: PlanId) -> Plan | None:
    row = await work.tx.row("SELECT " + _COLUMNS + " FROM safety_plans WHERE id = ?", plan_id)
    return _plan(work, row) if row else None


async def latest(work: Work, case_id: CaseId) -> Plan | None:
    row = await work.tx.row(
        "SELECT " + _COLUMNS + " FROM safety_plans WHERE case_id = ? ORDER BY version DESC LIMIT 1",
        case_id,
    )
    return _plan(work, row) if row else None


async def sent(work: Work, plan_id: PlanId, who: PersonId) -> None:
    """The family has been given this version, and may ask for it again."""
    await work.tx.execute(
        "UPDATE safety_plans SET sent_by = ?, sent_at = ? WHERE id = ?", who, work.now, plan_id
    )


async def sent_to(work: Work, person_id: PersonId) -> Plan | None:
    """The version that this family was given last."""
    row = await work.tx.row(
        "SELECT " + _COLUMNS + " FROM safety_plans WHERE sent_at IS NOT NULL AND case_id IN"
        " (SELECT id FROM cases WHERE person_id = ?) ORDER BY sent_at DESC, version DESC LIMIT 1",
        person_id,
    )
    return _plan(work, row) if row else None
