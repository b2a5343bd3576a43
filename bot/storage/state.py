"""Counts of everything that waits, for `hamdeli state`, /health and the metrics. No content."""

from typing import Any

from bot.domain.delivery import KINDS
from bot.storage.database import Database
from bot.storage.work import Work


async def state(database: Database, now: int) -> dict[str, Any]:
    """`lag` values are milliseconds that the oldest waiting row has waited."""

    async def grouped(sql: str) -> dict[str, int]:
        return {str(row["name"]): int(row["n"]) for row in await database.read(sql)}

    oldest = await database.read(
        "SELECT (SELECT min(received_at) FROM inbox WHERE state = 'new') AS inbox,"
        " (SELECT min(due_at) FROM outbox WHERE state = 'waiting') AS outbox,"
        " (SELECT count(*) FROM alerts WHERE acknowledged_at IS NULL) AS alerts,"
        " (SELECT count(*) FROM alerts WHERE acknowledged_at IS NOT NULL AND outcome IS NULL)"
        " AS without_outcome"
    )
    kinds = await database.read(
        "SELECT kind, state, count(*) AS n FROM outbox GROUP BY kind, state"
    )
    classes: dict[str, dict[str, int]] = {}
    for row in kinds:
        of_state = classes.setdefault(row["state"], {})
        name = _class_of(row["kind"])
        of_state[name] = of_state.get(name, 0) + int(row["n"])
    first = oldest[0]
    return {
        "inbox": await grouped("SELECT state AS name, count(*) AS n FROM inbox GROUP BY state"),
        "outbox": classes,
        "cases": await grouped("SELECT status AS name, count(*) AS n FROM cases GROUP BY status"),
        "alerts": {
            "open": int(first["alerts"]),
            "without_outcome": int(first["without_outcome"]),
        },
        "unfinished": await grouped(
            "SELECT question AS name, sum(walks) AS n FROM unfinished GROUP BY question"
        ),
        "due": await _due(database, now),
        "skipped": await grouped(
            "SELECT COALESCE(kind, '') || ': ' || COALESCE(reason, 'late') AS name, count(*) AS n"
            " FROM due WHERE state = 'skipped' GROUP BY kind, reason"
        ),
        "lag": {
            "inbox": now - first["inbox"] if first["inbox"] is not None else 0,
            "outbox": max(0, now - first["outbox"]) if first["outbox"] is not None else 0,
        },
    }


LATE = 60_000
"""Milliseconds after which something that is due should have happened."""


async def _due(database: Database, now: int) -> dict[str, int]:
    """What is to be done later, how much of it should have been done by now, what went wrong."""
    rows = await database.read(
        "SELECT (SELECT count(*) FROM due WHERE state = 'waiting') AS waiting,"
        " (SELECT count(*) FROM due WHERE state = 'waiting' AND run_at < ?) AS late,"
        " (SELECT count(*) FROM due WHERE state = 'skipped') AS skipped,"
        " (SELECT count(*) FROM due WHERE state = 'failed') AS failed",
        now - LATE,
    )
    return {name: int(count) for name, count in dict(rows[0]).items()}


def _class_of(kind: str) -> str:
    return KINDS[kind].delivery.value if kind in KINDS else "?"


async def waiting_now(work: Work) -> dict[str, int]:
    """The counts that an administrator looks at: all of what waits, and what went wrong."""
    row = await work.tx.row(
        "SELECT (SELECT count(*) FROM inbox WHERE state = 'new') AS inbox,"
        " (SELECT count(*) FROM inbox WHERE state = 'poison') AS parked,"
        " (SELECT count(*) FROM outbox WHERE state = 'waiting') AS outbox,"
        " (SELECT count(*) FROM cases WHERE status = 'waiting') AS queue,"
        " (SELECT count(*) FROM cases WHERE status = 'claimed') AS claimed,"
        " (SELECT count(*) FROM alerts WHERE acknowledged_at IS NULL) AS alerts"
    )
    return {name: int(value) for name, value in dict(row).items()} if row else {}
