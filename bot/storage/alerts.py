"""Safeguarding alerts: open until a named person acknowledges, finished with an outcome."""

from dataclasses import dataclass

from bot.domain.ids import AlertId, OutboxId, PersonId
from bot.domain.safeguarding import AlertOutcome
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
    acknowledged_at: int | None
    confirmed: bool
    mistaken: bool
    rung: int = 0
    outcome: AlertOutcome | None = None
    outcome_by: PersonId | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """Something that happened to an alert. `person_id`: the staff member paged, or who did it."""

    step: str
    at: int
    person_id: PersonId | None


_COLUMNS = (
    "id, person_id, category, said, raised_at, acknowledged_by, acknowledged_at, confirmed_at,"
    " mistaken_at, rung, outcome, outcome_by"
)


def _person(number: int | None) -> PersonId | None:
    return PersonId(number) if number is not None else None


def _alert(work: Work, row: Row) -> Alert:
    return Alert(
        AlertId(row["id"]),
        _person(row["person_id"]),
        row["category"],
        work.open(row["said"], "alerts.said", row["id"]),
        row["raised_at"],
        _person(row["acknowledged_by"]),
        row["acknowledged_at"],
        row["confirmed_at"] is not None,
        row["mistaken_at"] is not None,
        row["rung"],
        AlertOutcome(row["outcome"]) if row["outcome"] is not None else None,
        _person(row["outcome_by"]),
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


async def climb(work: Work, alert_id: AlertId, rung: int) -> bool:
    """The alert reaches this rung. False when somebody has it, or it stood there already."""
    return await work.tx.changed(
        "UPDATE alerts SET rung = ? WHERE id = ? AND acknowledged_at IS NULL AND rung < ?"
        " RETURNING id",
        rung, alert_id, rung,
    )  # fmt: skip


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


# What comes of it.


async def conclude(work: Work, alert_id: AlertId, outcome: AlertOutcome, who: PersonId) -> bool:
    """The alert is finished. True for exactly one outcome, of an alert that somebody has."""
    return await work.tx.changed(
        "UPDATE alerts SET outcome = ?, outcome_by = ?, outcome_at = ?"
        " WHERE id = ? AND acknowledged_at IS NOT NULL AND outcome IS NULL RETURNING id",
        outcome.value, who, work.now, alert_id,
    )  # fmt: skip


async def note(work: Work, alert_id: AlertId, who: PersonId, text: str) -> bool:
    """Some words beside the outcome, by the one who wrote it. True the first time."""
    return await work.tx.changed(
        "UPDATE alerts SET outcome_note = ?"
        " WHERE id = ? AND outcome_by = ? AND outcome_note IS NULL RETURNING id",
        work.seal(text, "alerts.outcome_note", alert_id), alert_id, who,
    )  # fmt: skip


async def ever_of(work: Work, person_id: PersonId) -> bool:
    """Whether this person was ever in danger, as far as we heard."""
    found = await work.tx.fetch("SELECT 1 FROM alerts WHERE person_id = ? LIMIT 1", person_id)
    return bool(found)


async def unended_of(work: Work, person_id: PersonId) -> bool:
    """Whether an alert about this person has no outcome yet."""
    found = await work.tx.fetch(
        "SELECT 1 FROM alerts WHERE person_id = ? AND outcome IS NULL LIMIT 1", person_id
    )
    return bool(found)


async def unfinished(work: Work, limit: int) -> list[Alert]:
    """Alerts without an outcome: first those that nobody has, then the oldest."""
    rows = await work.tx.fetch(
        "SELECT " + _COLUMNS + " FROM alerts WHERE outcome IS NULL"
        " ORDER BY CASE WHEN acknowledged_at IS NULL THEN 0 ELSE 1 END, raised_at, id LIMIT ?",
        limit,
    )
    return [_alert(work, row) for row in rows]


async def unfinished_count(work: Work) -> int:
    row = await work.tx.row("SELECT count(*) AS n FROM alerts WHERE outcome IS NULL")
    return int(row["n"]) if row else 0


async def is_unfinished(work: Work, person_id: PersonId) -> bool:
    """Whether an alert about this person has no outcome yet."""
    row = await work.tx.row(
        "SELECT 1 AS one FROM alerts WHERE person_id = ? AND outcome IS NULL LIMIT 1", person_id
    )
    return row is not None


async def of_question(work: Work, chat_key: str, message_id: int) -> AlertId | None:
    """The alert whose outcome a message of ours in this chat asks for."""
    row = await work.tx.row(
        "SELECT alert_id FROM outbox WHERE chat_key = ? AND message_id = ?"
        " AND alert_id IS NOT NULL AND kind = 'alert_news'",
        chat_key, message_id,
    )  # fmt: skip
    return AlertId(row["alert_id"]) if row else None


# What happened, stamped.


def stamp(work: Work, alert_id: AlertId, step: str, person_id: PersonId | None = None) -> None:
    """Notes one step for good. Steps are never changed."""
    work.tx.later(
        "INSERT INTO alert_steps (id, alert_id, at, step, person_id) VALUES (?, ?, ?, ?, ?)",
        work.ids.next(), alert_id, work.now, step, person_id,
    )  # fmt: skip


async def steps(work: Work, alert_id: AlertId) -> list[Step]:
    """All that happened to an alert, in order."""
    rows = await work.tx.fetch(
        "SELECT step, at, person_id FROM alert_steps WHERE alert_id = ? ORDER BY id", alert_id
    )
    return [Step(row["step"], row["at"], _person(row["person_id"])) for row in rows]


async def last_named(work: Work) -> PersonId | None:
    """Who was the next in turn, the last time somebody was."""
    row = await work.tx.row(
        "SELECT person_id FROM alert_steps WHERE step = 'next' ORDER BY id DESC LIMIT 1"
    )
    return _person(row["person_id"]) if row else None


@dataclass(frozen=True, slots=True)
class AlertRow:
    """A message about an alert: our row, and whom it goes to."""

    id: OutboxId
    person_id: PersonId | None


async def rows_about(work: Work, alert_id: AlertId) -> list[AlertRow]:
    """The messages about an alert that are on their way or have arrived, oldest first."""
    rows = await work.tx.fetch(
        "SELECT id, person_id FROM outbox WHERE alert_id = ? AND kind = 'alert'"
        " AND state IN ('waiting', 'sending', 'sent') ORDER BY id",
        alert_id,
    )
    return [AlertRow(OutboxId(row["id"]), row["person_id"]) for row in rows]
