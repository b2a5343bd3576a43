"""Messages that came too many in a minute: kept, and passed on together."""

from bot.domain.ids import CaseId, FloodId, RelayId
from bot.storage.work import Work


async def recent(work: Work, case_id: CaseId, since: int) -> int:
    """How many messages the family has written after this moment (epoch ms)."""
    row = await work.tx.row(
        "SELECT count(*) AS n FROM relay WHERE case_id = ? AND author = 'family' AND at > ?",
        case_id, since,
    )  # fmt: skip
    return int(row["n"]) if row else 0


async def join(work: Work, case_id: CaseId) -> tuple[FloodId, bool]:
    """The flood that goes on in this case, and whether it begins now."""
    begun = await work.tx.row(
        "INSERT INTO floods (id, case_id, began_at) VALUES (?, ?, ?)"
        " ON CONFLICT DO NOTHING RETURNING id",
        work.ids.next(), case_id, work.now,
    )  # fmt: skip
    work.tx.touched = True
    if begun is not None:
        return FloodId(begun["id"]), True
    row = await work.tx.row("SELECT id FROM floods WHERE case_id = ? AND ended_at IS NULL", case_id)
    assert row is not None
    return FloodId(row["id"]), False


async def earlier(work: Work, case_id: CaseId, number: FloodId, since: int) -> bool:
    """Whether another flood of this case has begun after this moment."""
    row = await work.tx.row(
        "SELECT 1 AS one FROM floods WHERE case_id = ? AND began_at > ? AND id <> ? LIMIT 1",
        case_id, since, number,
    )  # fmt: skip
    return row is not None


def put(work: Work, number: FloodId, relay_id: RelayId) -> None:
    work.tx.later("INSERT INTO flooded (relay_id, flood_id) VALUES (?, ?)", relay_id, number)


async def of(work: Work, number: FloodId) -> list[RelayId]:
    """What was folded, in order."""
    rows = await work.tx.fetch(
        "SELECT relay_id FROM flooded WHERE flood_id = ? ORDER BY relay_id", number
    )
    return [RelayId(row["relay_id"]) for row in rows]


async def end(work: Work, number: FloodId) -> CaseId | None:
    """The case of a flood that ends now. None when it had ended."""
    row = await work.tx.row(
        "UPDATE floods SET ended_at = ? WHERE id = ? AND ended_at IS NULL RETURNING case_id",
        work.now, number,
    )  # fmt: skip
    work.tx.touched = True
    return CaseId(row["case_id"]) if row else None


async def case_of(work: Work, number: FloodId) -> CaseId | None:
    row = await work.tx.row("SELECT case_id FROM floods WHERE id = ?", number)
    return CaseId(row["case_id"]) if row else None
