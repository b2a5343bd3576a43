"""Safeguarding alerts: raised on a disclosure, open until a named person acknowledges."""

from dataclasses import dataclass

from bot.domain.ids import AlertId, PersonId
from bot.storage.database import Row
from bot.storage.work import Work


@dataclass(frozen=True, slots=True)
class Alert:
    id: AlertId
    person_id: PersonId | None
    category: str
    said: str
    raised_at: int
    acknowledged_by: PersonId | None
    confirmed: bool
    mistaken: bool


_COLUMNS = "id, person_id, category, said, raised_at, acknowledged_by, confirmed_at, mistaken_at"


def _alert(work: Work, row: Row) -> Alert:
    by, person = row["acknowledged_by"], row["person_id"]
    return Alert(
        AlertId(row["id"]),
        PersonId(person) if person is not None else None,
        row["category"],
        work.open(row["said"], "alerts.said", row["id"]),
        row["raised_at"],
        PersonId(by) if by is not None else None,
        row["confirmed_at"] is not None,
        row["mistaken_at"] is not None,
    )


async def open_of(work: Work, person_id: PersonId, category: str, since: int) -> AlertId | None:
    """An alert of this kind about this person that nobody has acknowledged yet."""
    row = await work.tx.row(
        "SELECT id FROM alerts WHERE person_id = ? AND category = ? AND acknowledged_at IS NULL"
        " AND raised_at > ? ORDER BY id DESC LIMIT 1",
        person_id, category, since,
    )  # fmt: skip
    return AlertId(row["id"]) if row else None


async def raise_alert(
    work: Work, person_id: PersonId, category: str, rule: str, said: str
) -> AlertId:
    number = AlertId(work.ids.next())
    await work.tx.execute(
        "INSERT INTO alerts (id, person_id, category, rule, said, raised_at)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        number, person_id, category, rule, work.seal(said, "alerts.said", number), work.now,
    )  # fmt: skip
    return number


async def get(work: Work, alert_id: AlertId) -> Alert | None:
    row = await work.tx.row("SELECT " + _COLUMNS + " FROM alerts WHERE id = ?", alert_id)
    return _alert(work, row) if row else None


async def acknowledge(work: Work, alert_id: AlertId, who: PersonId) -> bool:
    """True for exactly one person."""
    return await work.tx.changed(
        "UPDATE alerts SET acknowledged_by = ?, acknowledged_at = ?"
        " WHERE id = ? AND acknowledged_at IS NULL RETURNING id",
        who, work.now, alert_id,
    )  # fmt: skip


_CONFIRM = (
    "UPDATE alerts SET confirmed_at = ? WHERE id = ? AND person_id = ?"
    " AND confirmed_at IS NULL RETURNING id"
)
_MISTAKE = (
    "UPDATE alerts SET mistaken_at = ? WHERE id = ? AND person_id = ?"
    " AND mistaken_at IS NULL RETURNING id"
)


async def answered(work: Work, alert_id: AlertId, person_id: PersonId, *, meant: bool) -> bool:
    """The person said whether we understood them. True the first time, for their own alert."""
    return await work.tx.changed(_CONFIRM if meant else _MISTAKE, work.now, alert_id, person_id)


async def open_count(work: Work) -> int:
    row = await work.tx.row("SELECT count(*) AS n FROM alerts WHERE acknowledged_at IS NULL")
    return int(row["n"]) if row else 0
