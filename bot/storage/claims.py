"""The queue is a table; the lock is a WHERE."""

from bot.domain.case import Case
from bot.domain.duty import Terms
from bot.domain.ids import CaseId, PersonId
from bot.storage.cases import BACK_TO_QUEUE, COLUMNS, from_row
from bot.storage.eligibility import ELIGIBLE, eligible_values
from bot.storage.holds import NOT_HELD, NOT_RESERVED
from bot.storage.leads import MAY_HAVE, RECEIVED
from bot.storage.work import Work

_ORDER = "acuity, opened_at / 60000, -underserved, id"
"""Urgency, then the longer wait in whole minutes, then the place that is farther from help."""
_MINUTE = 60_000
_ANY = Terms()


async def claim(work: Work, case_id: CaseId, who: PersonId, terms: Terms = _ANY) -> bool:
    """True for exactly one person, however many press at once.

    They must be eligible (see `eligibility`). A minor's case goes to a supervisor, who then answers
    for the minor's safety, or to anyone once a supervisor does; to anyone where there is none.
    """
    # Their row is held until the commit: two claims of one person at once count each other.
    await work.tx.execute(
        "UPDATE staff SET since = since WHERE person_id = ? AND ended_at IS NULL", who
    )
    return await work.tx.changed(
        "UPDATE cases SET status = 'claimed', closing_id = NULL, " + RECEIVED
        + " WHERE id = ? AND status = 'waiting' AND counselor_id IS NULL"
        " AND (person_id IS NULL OR person_id <> ?)"
        " AND " + ELIGIBLE + " AND " + MAY_HAVE + " AND " + NOT_HELD + " AND " + NOT_RESERVED
        + " RETURNING id",
        who, work.now, who, who, case_id, who, *eligible_values(work, who, terms), who,
        work.now, who,
    )  # fmt: skip


async def next_waiting(work: Work, who: PersonId, terms: Terms = _ANY) -> Case | None:
    """The most urgent waiting case that is not the person's own, and that they may claim."""
    row = await work.tx.row(
        "SELECT " + COLUMNS + " FROM cases WHERE status = 'waiting'"
        " AND (person_id IS NULL OR person_id <> ?)"
        " AND " + ELIGIBLE + " AND " + MAY_HAVE + " AND " + NOT_HELD + " AND " + NOT_RESERVED
        + " ORDER BY " + _ORDER + " LIMIT 1",
        who, *eligible_values(work, who, terms), who, work.now, who,
    )  # fmt: skip
    return from_row(row) if row else None


async def release(work: Work, case_id: CaseId, who: PersonId) -> bool:
    """Gives a case that this person has back to the queue."""
    return await work.tx.changed(
        "UPDATE cases SET " + BACK_TO_QUEUE
        + " WHERE id = ? AND status = 'claimed' AND counselor_id = ? RETURNING id",
        work.now, case_id, who,
    )  # fmt: skip


async def release_all(work: Work, who: PersonId) -> list[Case]:
    """Gives all claimed cases of a person back to the queue."""
    rows = await work.tx.fetch(
        "UPDATE cases SET " + BACK_TO_QUEUE
        + " WHERE counselor_id = ? AND status = 'claimed' RETURNING " + COLUMNS,
        work.now, who,
    )  # fmt: skip
    work.tx.touched = True
    return [from_row(row) for row in rows]


async def waiting(work: Work, limit: int) -> list[Case]:
    """The head of the queue, most urgent first."""
    rows = await work.tx.fetch(
        "SELECT "
        + COLUMNS
        + " FROM cases WHERE status = 'waiting' ORDER BY "
        + _ORDER
        + " LIMIT ?",
        limit,
    )
    return [from_row(row) for row in rows]


async def waiting_count(work: Work) -> int:
    row = await work.tx.row("SELECT count(*) AS n FROM cases WHERE status = 'waiting'")
    return int(row["n"]) if row else 0


async def ahead_of(work: Work, case: Case) -> int:
    """How many wait in front of this case."""
    row = await work.tx.row(
        "SELECT count(*) AS n FROM cases WHERE status = 'waiting'"
        " AND (" + _ORDER + ") < (?, ?, ?, ?)",
        int(case.acuity), case.opened_at // _MINUTE, -case.underserved, case.id,
    )  # fmt: skip
    return int(row["n"]) if row else 0


async def usual_wait(work: Work) -> int | None:
    """Milliseconds that half of the last cases waited; None while there are too few to say.

    A case that was handed over says when that was, not how long its family had waited.
    """
    rows = await work.tx.fetch(
        "SELECT claimed_at - opened_at AS waited FROM cases WHERE claimed_at IS NOT NULL"
        " AND NOT EXISTS (SELECT 1 FROM transfers WHERE transfers.case_id = cases.id"
        " AND transfers.state = 'accepted')"
        " ORDER BY claimed_at DESC LIMIT 20"
    )
    waits = sorted(int(row["waited"]) for row in rows)
    return waits[len(waits) // 2] if len(waits) >= 5 else None
